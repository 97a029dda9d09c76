"""A problem beside the file it stands in, and the changes that might mend it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from acquaint.config import Community
from acquaint.load.documents import FENCE
from acquaint.load.member import STEERING
from acquaint.load.source import Source
from acquaint.messages import Message
from acquaint.problems import Edit, RawProblem

_INDENT = re.compile(r"\s*(?:-\s+)?")


@dataclass(frozen=True, slots=True)
class Change:
    """A proposal: lines that change, and, if that tells more, what was wrong and what to do.

    `is_sure` is false where the new text may mean something else than its author did, so that none of it is repeated.
    """

    edits: tuple[Edit, ...]
    message: Message | None = None
    fix: Message | None = None
    is_sure: bool = True
    ending: str = ""
    """The ending that the file should have instead."""


@dataclass(frozen=True, slots=True)
class Case:
    """One problem to mend."""

    problem: RawProblem
    source: Source
    community: Community
    handle: str
    """What a new text may call its author: public in any case."""

    @property
    def line(self) -> int:
        """The line it is told of; 1 if it is told of the file."""
        return self.problem.span.line if self.problem.span else 1

    @property
    def known(self) -> frozenset[str]:
        """Every key that may stand at the left edge."""
        return frozenset({*self.community.fields, *STEERING})

    def kind(self, field: str) -> str:
        """The type of `field`; empty for what is none."""
        spec = self.community.fields.get(field)
        return spec.kind if spec else ""

    @property
    def matter(self) -> range:
        """The numbers of the lines that hold keys: the front matter, or all of a YAML file."""
        lines = self.source.lines
        if not self.source.path.endswith(".md"):
            return range(1, len(lines) + 1)
        closing = (n for n, line in enumerate(lines[1:], start=2) if line.rstrip() == FENCE)
        return range(2, next(closing, len(lines) + 1))

    def field(self) -> tuple[str, int]:
        """The key at the left edge that the problem stands under, and its line; ("", 0) if there is none."""
        for number in range(self.line, 0, -1):
            match = re.match(r"([\w-]+)\s*:(?=\s|$)", self.source.line(number))
            if match:
                return match.group(1), number
        return "", 0

    def entry(self, number: int) -> range:
        """The lines of what begins in line `number`: itself, and what is indented more or goes on below it."""
        line = self.source.line(number)
        indent = len(line) - len(line.lstrip())
        end, in_matter = number + 1, self.matter
        is_item = line.lstrip().startswith("- ")
        while end in in_matter:
            below = self.source.line(end)
            depth = len(below) - len(below.lstrip())
            goes_on = depth > indent or (depth == indent and below.lstrip().startswith("-") and not is_item)
            if below.strip() and not goes_on and not below.lstrip().startswith(("]", "}")):
                break
            end += 1
        while end - 1 > number and not self.source.line(end - 1).strip():
            end -= 1
        return range(number, end)

    def flow_depth(self, column: int) -> int:
        """How many brackets are open before `column` of the problem's line."""
        before = self.source.line(self.line)[: column - 1]
        return sum(before.count(sign) for sign in "[{") - sum(before.count(sign) for sign in "]}")

    def with_value(self, text: str, *, wrap: bool = True) -> str:
        """The problem's line with `text`, quoted if need be, in the place of what the span marks."""
        span = self.problem.span
        if span is None:
            return ""
        line = self.source.line(span.line)
        new = as_scalar(text, in_flow=self.flow_depth(span.column) > 0) if wrap else text
        return line[: span.column - 1] + new + line[span.column - 1 + span.length :]

    def value(self) -> str:
        """What the span marks, without quotation marks around it."""
        span = self.problem.span
        line = self.source.line(span.line)[span.column - 1 : span.column - 1 + span.length] if span else ""
        return bare(line)


_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|:(?:\s|$)|\s#|^$")
_PAIRS = {'"': '"', "'": "'", "“": "”", "„": "“”", "«": "»", "「": "」", "‘": "’", "”": "”", "『": "』", "＂": "＂"}


def as_scalar(text: str, *, in_flow: bool = False) -> str:
    """`text` as a value, in quotation marks where it needs them."""
    if not _NEEDS_QUOTES.search(text) and not (in_flow and re.search(r"[,\[\]{}]", text)):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """`text` in straight quotation marks."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def bare(text: str) -> str:
    """`text` without the quotation mark at its beginning and the one at its end, of whatever kind."""
    text = text.strip()
    closing = _PAIRS.get(text[:1])
    if closing is None:
        return text
    text = text[1:]
    return text[:-1] if text[-1:] in (*closing, '"', "”") and text else text


def indent_of(line: str) -> str:
    """The blanks, and the - of a list, that `line` begins with."""
    match = _INDENT.match(line)
    return match.group() if match else ""


def one(number: int, *lines: str) -> tuple[Edit, ...]:
    """`lines` in the place of line `number`."""
    return (Edit(number, number, lines),)


def gone(numbers: range) -> tuple[Edit, ...]:
    """These lines taken out."""
    return (Edit(numbers.start, numbers.stop - 1),)


def merged(changed: Iterable[tuple[int, str]]) -> tuple[Edit, ...]:
    """Single lines, from top to bottom, as edits; neighbours share one."""
    edits: list[Edit] = []
    for number, line in changed:
        if edits and edits[-1].last == number - 1:
            edits[-1] = Edit(edits[-1].first, number, (*edits[-1].lines, line))
        else:
            edits.append(Edit(number, number, (line,)))
    return tuple(edits)


def joined(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """`edits` in order, those that touch as one: what is pasted at once."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.first, edit.last)):
        if found and found[-1].last + 1 == edit.first:
            found[-1] = Edit(found[-1].first, edit.last, (*found[-1].lines, *edit.lines))
        else:
            found.append(edit)
    return tuple(found)


def applied(lines: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """`lines` after `edits`, whose numbers are those before."""
    new = list(lines)
    for edit in sorted(edits, key=lambda edit: (-edit.first, -edit.last)):
        new[edit.first - 1 : edit.last] = edit.lines
    return new


def new_numbers(edits: Iterable[Edit]) -> Iterator[tuple[Edit, range]]:
    """Each edit with the numbers that its lines have afterwards."""
    shift = 0
    for edit in sorted(edits, key=lambda edit: (edit.first, edit.last)):
        start = edit.first + shift
        yield edit, range(start, start + len(edit.lines))
        shift += len(edit.lines) - (edit.last - edit.first + 1)
