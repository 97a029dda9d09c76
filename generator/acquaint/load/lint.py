"""What YAML or a habit loses silently: told where it happened, because the value looks right to the machine."""

import re
from collections.abc import Container, Iterator

from acquaint.load.source import Source
from acquaint.problems import Problems
from acquaint.tree import Mapping, Node, Scalar, Sequence, Span

# A comment has a space after its sign; `C #1 fan` and `#python` have none and were meant.
_CUT = re.compile(r"\s+#[^\s#]")
_COMMA = re.compile("[，；、]")
_SMART_QUOTED = re.compile("[“„«「][^“”„«»「」]*[”“»」]")
_PLACEHOLDER = re.compile(r"<[^<>@:/]*[^\W\d_][^<>@:/]*>|lorem ipsum.*|your (?:full )?name(?: here)?", re.IGNORECASE)


def scalars(node: Node) -> Iterator[Scalar]:
    """Every key and value of a tree, from top to bottom."""
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            for item in items:
                yield from scalars(item)
        case Mapping(entries=entries):
            for key, value in entries:
                yield key
                yield from scalars(value)


def lint(tree: Mapping, source: Source, problems: Problems, tag_fields: Container[str] = ()) -> None:
    """Report the silent losses and the leftovers of the template in `tree`."""
    for scalar in scalars(tree):
        if scalar.plain:
            _lint_plain(scalar, source, problems)
        if _PLACEHOLDER.fullmatch(scalar.text.strip()):
            message = "This is still the template's text; nobody would learn anything from it."
            problems.add("template-text", message, source.path, scalar.span, fix="Write your own, or delete the line.")
    for item in _lists_in_disguise(tree, tag_fields):
        message = "Full-width punctuation separates nothing here, so this is one entry."
        fix = "Write [one, two] with the ordinary brackets and commas."
        problems.add("fullwidth-punctuation", message, source.path, item.span, fix=fix)


def lint_prose(bio: Scalar | None, source: Source, problems: Problems) -> None:
    """Report each line of an introduction that is the template's own."""
    for number, line in enumerate(bio.text.split("\n") if bio else ()):
        if _PLACEHOLDER.fullmatch(line.strip()):
            span = Span(bio.span.line + number if bio else 1, 1, len(line))
            message = "This is still the template's text; nobody would learn anything from it."
            problems.add("template-text", message, source.path, span, fix="Write your own, or delete the line.")


def _lint_plain(scalar: Scalar, source: Source, problems: Problems) -> None:
    line = source.line(scalar.span.line)
    if _CUT.match(line, scalar.span.column - 1 + (scalar.span.length if scalar.text else 0)):
        message = "What follows # counts as a comment and is lost."
        fix = 'Put quotes around the value if # belongs to it: "… #…".'
        problems.add("comment-cut", message, source.path, scalar.span, fix=fix)
    if _SMART_QUOTED.fullmatch(scalar.text.strip()):
        message = "These curly quotes become part of the text."
        problems.add("smart-quotes", message, source.path, scalar.span, fix='Use straight quotes: "…".')


def _lists_in_disguise(tree: Mapping, tag_fields: Container[str]) -> Iterator[Scalar]:
    """Values in full-width brackets, and tags that are several words between full-width commas."""
    for key, value in tree:
        for scalar in scalars(value):
            several = key.text in tag_fields and len([part for part in _COMMA.split(scalar.text) if part.strip()]) > 1
            if scalar.plain and (several or scalar.text.startswith(("［", "｛"))):
                yield scalar
