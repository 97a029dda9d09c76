"""A member's file written anew in part: the lines of what changed, and every other line, comments too, as it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from acquaint.arrivals.judging import draft_of
from acquaint.config import Community
from acquaint.drafting.draft import STEERING, Draft, tidy
from acquaint.drafting.file import BELOW, body_of, entry_lines, ordered, to_file
from acquaint.load.documents import FENCE, read_document
from acquaint.load.source import Source
from acquaint.problems import Problems
from acquaint.tree import Mapping as MappingNode
from acquaint.tree import Node, Scalar

_COMMENT = re.compile(r"\s*#")
_BLOCK = re.compile(r"[|>][-+0-9]*\s*(#.*)?$")
_REMARK = re.compile(r"\s+#.*")
_BEHIND_BRACKET = re.compile(r"[\]}](\s+#[^\]}]*)$")


def rewritten(source: Source, draft: Draft, community: Community, path: str) -> str:
    """The file `source` saying what `draft` says, as the file `path`.

    It is made anew as a whole where its kind changes, or where its keys don't begin lines of their own.
    """
    draft = tidy(draft)
    is_yaml = not path.endswith(".md")
    if is_yaml == (not source.path.endswith(".md")):
        before = draft_of(source, community)
        if before is not None and tidy(before).answers == draft.answers:
            return source.text
        document = read_document(source, Problems())
        if before is not None and document is not None and (blocks := _blocks(source, document.tree)) is not None:
            text = _Writer(source, blocks, before, draft, community).text(is_yaml=is_yaml)
            after = draft_of(Source.of(path, text), community)
            # What was written proves itself: it is read as what was meant.
            if after is not None and tidy(after).answers == draft.answers:
                return text
    return to_file(draft, community, is_yaml=is_yaml)


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one key: from `first` up to `end`, which isn't among them, counted from 0."""

    first: int
    end: int
    node: Node


def _matter(source: Source) -> tuple[int, int]:
    """The first line that may hold a key, and the one behind the last."""
    lines = source.lines
    if not source.path.endswith(".md"):
        end = len(lines) - 1 if lines[-1] == "" else len(lines)
        return 0, end
    return 1, next(at for at, line in enumerate(lines) if at and line.rstrip() == FENCE)


def _blocks(source: Source, tree: MappingNode) -> dict[str, _Block] | None:
    """The lines of each key; None if a key doesn't begin a line of its own."""
    _, last = _matter(source)
    starts = [key.span.line - 1 for key, _ in tree]
    if any(key.span.column != 1 for key, _ in tree) or len(set(starts)) < len(starts):
        return None
    if any(source.lines[start][:1] in "{?" for start in starts):
        return None
    ends = [*starts[1:], last]
    found = {}
    for (key, node), start, end in zip(tree, starts, ends, strict=True):
        # Comments and empty lines above the next key belong to that.
        while end > start + 1 and (not source.lines[end - 1].strip() or source.lines[end - 1].startswith("#")):
            end -= 1
        found[key.text] = _Block(start, end, node)
    return found


class _Writer:
    def __init__(
        self, source: Source, blocks: Mapping[str, _Block], before: Draft, after: Draft, community: Community
    ) -> None:
        self._source, self._blocks, self._community = source, blocks, community
        self._before, self._after = tidy(before), after
        self._body = body_of(after, community) if source.path.endswith(".md") and "bio" not in blocks else ""
        self._above, self._below = ordered(after, community)

    def text(self, *, is_yaml: bool) -> str:
        """The whole file."""
        first, last = _matter(self._source)
        lines = self._source.lines
        order = [*self._above, *self._below, *(name for name in STEERING if name in self._after.answers)]
        new = {name: self._lines(name) for name in order if not (name == "bio" and self._body)}
        for name in (*self._below, "") if BELOW not in lines else ():
            if name in self._blocks:
                break
            if name in new:
                new[name] = [BELOW, *new[name]]
                break
        inserted = self._inserted([name for name in new if name not in self._blocks])
        out: list[str] = []
        at = first
        for name, block in self._blocks.items():
            out += lines[at : block.first]
            out += [line for other in inserted.get((name, True), ()) for line in new[other]]
            # A key without an answer says nothing, and is nobody's to take away.
            is_empty = name not in self._before.answers
            out += new.get(name, lines[block.first : block.end] if is_empty else [])
            out += [line for other in inserted.get((name, False), ()) for line in new[other]]
            at = block.end
        out += [line for other in inserted.get(("", False), ()) for line in new[other]]
        out += lines[at:last]
        if is_yaml:
            return "\n".join(out) + "\n"
        return "\n".join([FENCE, *out, *self._tail(last)])

    def _tail(self, last: int) -> list[str]:
        """What follows the front matter: as it stands, or the new introduction."""
        tail = self._source.lines[last:]
        if self._body == self._before.answers.get("bio", "") or (not self._body and "bio" in self._blocks):
            return tail
        return [FENCE, *(["", self._body] if self._body else []), ""]

    def _lines(self, name: str) -> list[str]:
        """The lines of a key: as they stand if it says the same, else written anew below their comments."""
        answer, block = self._after.answers[name], self._blocks.get(name)
        if block is None:
            return entry_lines(name, answer, self._community)
        stand = self._source.lines[block.first : block.end]
        if self._before.answers.get(name) == answer:
            return stand
        written = entry_lines(name, answer, self._community)
        if len(stand) == 1:
            return [f"{written[0]}{_remark(stand[0], block.node)}"] if len(written) == 1 else written
        if any(_BLOCK.search(line) for line in stand):
            return written
        return [*(line.lstrip() for line in stand if _COMMENT.match(line)), *written]

    def _inserted(self, names: list[str]) -> dict[tuple[str, bool], list[str]]:
        """Where each new key goes: (the key that stands there, True for in front of it), or ("", False)."""
        found: dict[tuple[str, bool], list[str]] = {}
        for name in names:
            found.setdefault(self._place(name), []).append(name)
        return found

    def _place(self, name: str) -> tuple[str, bool]:
        group = next(group for group in (self._above, self._below, [*STEERING]) if name in group)
        at = group.index(name)
        if before := next((other for other in reversed(group[:at]) if other in self._blocks), None):
            return before, False
        if behind := next((other for other in group[at:] if other in self._blocks), None):
            return behind, True
        others = [other for other in self._blocks if other not in STEERING]
        earlier = others if name in STEERING else [other for other in others if other in self._above]
        if earlier:
            return earlier[-1], False
        return next(iter(self._blocks), ""), bool(self._blocks)


def _remark(line: str, node: Node) -> str:
    """The comment at the end of a line that holds a whole answer."""
    if isinstance(node, Scalar):
        found = _REMARK.fullmatch(line, node.span.column - 1 + node.span.length)
        return found.group() if found else ""
    bracket = _BEHIND_BRACKET.search(line)
    return bracket.group(1) if bracket else ""
