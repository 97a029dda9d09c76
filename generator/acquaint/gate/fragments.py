"""The parts of a text that can be searched apart, since nothing that is searched stands across the end of one.

Words and base64 don't go on beyond a line, unless it ends within a tag. A number does, where one line ends and the next
begins with digits, or with what may stand for some, whatever signs, tags and empty lines are between. (A phrase does as
well: where its longest word is found, the whole text is read.)
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum

from acquaint.gate.folding import is_visible, visible

WALL = "\nx\n"
"""Joins fragments that didn't follow one another: nothing goes on through a line with a letter."""

_TAG = r"<[/!?a-zA-Z][^<>]*>"
_A_TAG = re.compile(_TAG)
_OPEN_TAG = re.compile(r"[/!?a-zA-Z]")
_FIRST = re.compile(rf"(?:[^\w<>&%\\]|_|{_TAG})*+(.)")
ONE_TEXT = re.compile(rf"(?:[^\w<>&%\\]|_|{_TAG})*+[^<>]*+(?:[^\w<>&%\\]|_|{_TAG})*")
"""What has tags around its text at most, and none in the midst of it."""

_LAST = 60
_MAY_END_IN_DIGITS = re.compile(r"(?:[0-9]|[^\x00-\x7f]|;|[&%\\]\w*)[\W_]*\Z|\A[\W_]*\Z")


class Line(IntEnum):
    """How the text of a line begins, after signs and tags, if it ends outside of tags and all of it can be seen."""

    LETTERS = 0
    DIGITS = 1
    EMPTY = 2
    OPEN = 3
    UNSEEN = 4


_ODD = frozenset({Line.DIGITS, Line.OPEN, Line.UNSEEN})


class Lines:
    """The kind of each line, worked out when it is first met."""

    def __init__(self) -> None:
        self._kinds: dict[str, Line] = {}
        self._odd = set[str]()

    def kind(self, line: str) -> Line:
        """The kind of `line`."""
        if line not in self._kinds:
            self.odd((line,))
        return self._kinds[line]

    def odd(self, lines: Iterable[str]) -> set[str]:
        """Those of `lines` that may be no fragments of their own."""
        distinct = set(lines)
        for line in distinct.difference(self._kinds):
            self._kinds[line] = kind = _kind(line)
            if kind in _ODD:
                self._odd.add(line)
        return distinct & self._odd


def _kind(line: str) -> Line:
    if not line.isascii() and not is_visible(line):
        return Line.UNSEEN
    bracket = line.rfind("<")
    if bracket > line.rfind(">") and _OPEN_TAG.match(line, bracket + 1):
        return Line.OPEN
    first = _FIRST.match(line)
    if first is None:
        return Line.EMPTY
    return Line.DIGITS if _may_be_digit(first[1]) else Line.LETTERS


def _may_be_digit(letter: str) -> bool:
    if letter.isascii():
        return letter in "0123456789&%\\"
    return any(map(str.isdecimal, unicodedata.normalize("NFKC", letter)))


def fragments(text: str, kinds: Lines) -> list[str]:
    """The fragments of `text`, as it is seen, in order; none ends within a tag but for the last."""
    lines = text.split("\n")
    odd = kinds.odd(lines)
    if any(kinds.kind(line) is Line.UNSEEN for line in odd):
        text = visible(text)
        lines = text.split("\n")
        odd = kinds.odd(lines)
    if "<!--" in text:
        return [text]
    if any(kinds.kind(line) is Line.OPEN for line in odd):
        lines = _joined(lines, _tags(lines, odd, kinds))
        odd = kinds.odd(lines)
    return _joined(lines, _numbers(lines, odd, kinds)) if odd else lines


Span = tuple[int, int]
"""The first of some lines, and the one after the last."""


def _joined(lines: list[str], spans: Iterable[Span]) -> list[str]:
    """`lines`, those of each span made one."""
    found: list[str] = []
    done = 0
    for begin, end in spans:
        found += lines[done:begin]
        found.append("\n".join(lines[begin:end]))
        done = end
    return found + lines[done:]


def _tags(lines: list[str], odd: set[str], kinds: Lines) -> Iterator[Span]:
    """The lines that a tag goes on in."""
    done = 0
    for begin in _places(lines, odd):
        if begin >= done and kinds.kind(lines[begin]) is Line.OPEN:
            closing = (at for at in range(begin + 1, len(lines)) if "<" in lines[at] or ">" in lines[at])
            done = next((at + 1 for at in closing if kinds.kind(lines[at]) is not Line.OPEN), len(lines))
            yield begin, done


def _numbers(lines: list[str], odd: set[str], kinds: Lines) -> list[Span]:
    """The lines that a number may go on in."""
    found: list[Span] = []
    for at in _places(lines, odd):
        begin = at - 1
        while begin > 0 and kinds.kind(lines[begin]) is Line.EMPTY:
            begin -= 1
        if begin >= 0 and _may_end_in_digits(lines[begin]):
            begin = found.pop()[0] if found and found[-1][1] > begin else begin
            found.append((begin, at + 1))
    return found


def _places(lines: list[str], wanted: set[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if line in wanted]


def _may_end_in_digits(line: str) -> bool:
    return _MAY_END_IN_DIGITS.search(_A_TAG.sub("", line)[-_LAST:]) is not None
