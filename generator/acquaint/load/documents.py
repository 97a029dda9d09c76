"""A member's file as one tree: YAML as it is, or front matter with the introduction below it."""

import re
from collections.abc import Container
from dataclasses import dataclass

from acquaint.load.source import Source
from acquaint.load.yaml_events import TreeLimits, read_tree
from acquaint.messages import Message, say
from acquaint.problems import Problems
from acquaint.tree import Mapping, Scalar, Span

FENCE = "---"
_ALMOST_FENCE = re.compile(r"\s*(?:-{2}|-{4,}|[—–]+|\s-{3}|`{3}.*|={3,})\s*")
_CONFLICT = re.compile(r"(?:<{7}|>{7})(?: |$)")
_EXAMPLE = "---\nnickname: Ada\n---\nYour introduction."


@dataclass(frozen=True, slots=True)
class Document:
    """The tree of a file; in a Markdown file `bio` is what follows the front matter."""

    tree: Mapping
    bio: Scalar | None


def read_document(source: Source, problems: Problems, fields: Container[str] = ()) -> Document | None:
    """`source` as a tree; None, with a problem, if it can't be one."""
    if not source.text.strip():
        fix = say("Copy {file} into it.", file="members/_template.md")
        problems.add("empty-file", say("This file is empty."), source.path, fix=fix)
        return None
    conflict = next((n for n, line in enumerate(source.lines, start=1) if _CONFLICT.match(line)), None)
    if conflict:
        message = say("A merge left two versions of the same lines here, with signs around them.")
        fix = say("Keep one of the two versions.")
        problems.add("broken-yaml", message, source.path, Span(conflict, 1, 7), fix=fix)
        return None
    if not source.path.endswith(".md"):
        return _document(source, source.text, None, problems)
    closing = _closing_fence(source, problems)
    if closing is None:
        return None
    # An empty first line keeps the numbers of the lines.
    matter = "\n".join(["", *source.lines[1:closing]])
    _refuse_fields_in_prose(source, closing, fields, problems)
    return _document(source, matter, _body(source, closing), problems)


def read_settings(source: Source, problems: Problems) -> Mapping | None:
    """community.yml as a tree."""
    limits = TreeLimits(depth=8, nodes=20_000)
    document = read_tree(source, source.text, problems, limits)
    return _mapping(source, document, problems) if document is not None else None


def _document(source: Source, text: str, bio: Scalar | None, problems: Problems) -> Document | None:
    node = read_tree(source, text, problems)
    tree = _mapping(source, node, problems) if node is not None else None
    return Document(tree, bio) if tree is not None else None


def _mapping(source: Source, node: object, problems: Problems) -> Mapping | None:
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Scalar) and not node.text.strip():
        return Mapping((), Span(1, 1))
    span = node.span if isinstance(node, Scalar) else Span(1, 1)
    message = say("This file holds no keys with values; a key is a word, an ordinary colon and a space.")
    problems.add("wrong-type", message, source.path, span, fix="nickname: Ada")
    return None


def _closing_fence(source: Source, problems: Problems) -> int | None:
    """The index of the line that closes the front matter."""
    if source.lines[0].rstrip() == FENCE:
        for index, line in enumerate(source.lines[1:], start=1):
            if line.rstrip() == FENCE:
                return index
    message, number, fix = _what_is_wrong_with_the_fence(source)
    problems.add("no-front-matter", message, source.path, Span(number, 1), fix=fix)
    return None


def _what_is_wrong_with_the_fence(source: Source) -> tuple[Message, int, Message | str]:
    """(message, line, fix) for front matter that doesn't begin or doesn't end."""
    almost = [number for number, line in enumerate(source.lines, start=1) if _ALMOST_FENCE.fullmatch(line)]
    first = next(number for number, line in enumerate(source.lines, start=1) if line.strip())
    if source.line(first).rstrip() == FENCE and first > 1:
        return say("The first --- must be the first line of the file."), 1, say("Delete the empty lines above it.")
    if almost:
        return say("This line is almost the --- around the front matter."), almost[0], FENCE
    if source.line(1).rstrip() == FENCE:
        return say("The front matter isn't closed by a line of ---."), 1, _EXAMPLE
    return say("A Markdown introduction begins with front matter between two lines of ---."), 1, _EXAMPLE


def _refuse_fields_in_prose(source: Source, closing: int, fields: Container[str], problems: Problems) -> None:
    """A --- too many ends the front matter early, and what stands below it, private fields too, would be prose."""
    for number, line in enumerate(source.lines[closing + 1 :], start=closing + 2):
        key, colon, _ = line.partition(":")
        if colon and key in fields and line[len(key) + 1 : len(key) + 2] in ("", " "):
            message = say(
                "{field} is a field, but it stands below the front matter, where everything is the introduction.",
                field=key,
            )
            fix = say("Take out the --- in line {line}, or write the sentence otherwise.", line=str(closing + 1))
            problems.add("fields-in-prose", message, source.path, Span(number, 1, len(key)), fix=fix)
            return


def _body(source: Source, closing: int) -> Scalar | None:
    start = closing + 1
    while start < len(source.lines) and not source.lines[start].strip():
        start += 1
    text = "\n".join(source.lines[start:]).rstrip()
    return Scalar(text, Span(start + 1, 1, max(1, len(source.line(start + 1)))), plain=False) if text else None
