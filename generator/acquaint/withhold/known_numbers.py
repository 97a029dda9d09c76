"""Where a text holds a telephone number that is known to be private, however its digits are parted and preceded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from acquaint.withhold.person import Place

NATIONAL = 9
"""So many digits at its end tell a number, however its country is written."""

_APART = 3  # signs between two digits; one more where a zero in brackets stands
_ROW = re.compile(rf"[0-9]+(?:(?:[\W_]{{1,{_APART}}}|(?<=0)[\W_]{{{_APART + 1}}}|[\W_]{{{_APART + 1}}}(?=0))[0-9]+)*")
_PLUS = re.compile(rf"\+[\W_]{{0,{_APART}}}\Z")
_OPENING = re.compile(r"[+(]{1,2}\Z")
_KEYCAP = frozenset("\ufe0f\u20e3")
_DIGITS = frozenset("0123456789")
_TRUNK = 5  # zeros in a row that may be written or left out: 00, a zero in brackets, and what somebody doubts
_COUNTRY = 3  # digits a country code has at most
_NO_DIGIT = re.compile(r"[^0-9]+")


def national(number: str) -> str:
    """The digits that stay the same, whether the country is told or not."""
    return (number.lstrip("0") or number)[-NATIONAL:]


def holds_number(folded: str, numbers: tuple[str, ...]) -> bool:
    """True if the digits of a text, taken alone, hold one of `numbers`."""
    row = _NO_DIGIT.sub("", folded) if numbers else ""
    return any(number in row for number in numbers)


@dataclass(frozen=True, slots=True)
class Row:
    """Digits of a text with no more than a few signs between one and the next; `at` says where each stands."""

    text: str
    digits: str
    at: tuple[int, ...]

    def begins(self, index: int) -> bool:
        """True if no other digit stands right before this one."""
        return index == 0 or self.at[index - 1] + 1 < self.at[index]

    def ends(self, index: int) -> bool:
        """True if no other digit stands right before this one, or if the row is at its end."""
        return index == len(self.at) or self.begins(index)


def rows(folded: str) -> list[Row]:
    """The rows of digits of a text folded for contacts."""
    return [_row(found) for found in _ROW.finditer(folded)]


def _row(found: re.Match[str]) -> Row:
    at = tuple(index for index, sign in enumerate(found.group(), found.start()) if sign in _DIGITS)
    return Row(found.string, _NO_DIGIT.sub("", found.group()), at)


def number_places(row: Row, number: str) -> list[Place]:
    """Places of `number` in `row`, its country and the zeros before it written or left out.

    Places that share digits are one. Takes time in proportion to the row, whatever stands in it: what is part of a
    place is read for no other, and what turns out to be none lies within one group of digits.
    """
    bare = number.lstrip("0") or number
    head, tail = bare[:-NATIONAL], bare[-NATIONAL:]
    found: list[Place] = []
    done, at = 0, row.digits.find(tail)
    while at >= 0:
        begin = _begin(row, head, at, done) if row.ends(at + len(tail)) else None
        if begin:
            start = found.pop()[0] if begin.first < done else begin.place
            done = at + len(tail)
            found.append((start, _past_keycaps(row.text, row.at[done - 1] + 1)))
        at = row.digits.find(tail, at + 1)
    return found


class Begin(NamedTuple):
    """Where a number begins: the index of its first digit in the row, and its place in the text, signs included."""

    first: int
    place: int


def _begin(row: Row, head: str, tail: int, done: int) -> Begin | None:
    """Where a number begins whose end stands at the index `tail`; None in the midst of other digits.

    Digits before `done` are part of a place already.
    """
    if tail < done:
        return Begin(tail, row.at[tail])
    return min((*_known(row, head, tail, done), *_abroad(row, tail, done)), default=None)


def _known(row: Row, head: str, tail: int, done: int) -> Iterator[Begin]:
    """Where the number begins if no more than digits of `head` and zeros stand before its end."""
    first = tail if row.begins(tail) else None
    left, zeros, spare = len(head), 0, _TRUNK + head.count("0")
    for index in range(tail - 1, done - 1, -1):
        if left and row.digits[index] == head[left - 1]:
            left, zeros = left - 1, 0
        elif row.digits[index] == "0" and zeros < spare:
            zeros += 1
        else:
            break
        first = index if row.begins(index) else first
    if first is not None:
        yield _opened(row, first)


def _abroad(row: Row, tail: int, done: int) -> Iterator[Begin]:
    """Where the number begins if the code of any country stands before its end, after + or 00."""
    for zeros in range(_TRUNK + 1):
        if zeros and row.digits[tail - zeros] != "0":
            break
        for first in range(tail - zeros - 1, max(done, tail - zeros - _COUNTRY) - 1, -1):
            plus = _PLUS.search(row.text, max(0, row.at[first] - _APART - 1), row.at[first])
            if plus:
                yield Begin(first, plus.start())
            if first - 2 >= done and row.digits.startswith("00", first - 2) and row.begins(first - 2):
                yield _opened(row, first - 2)
            if row.begins(first):
                break


def _opened(row: Row, index: int) -> Begin:
    """A bracket and a plus before the first digit are part of the number."""
    opening = _OPENING.search(row.text, max(0, row.at[index] - 2), row.at[index])
    return Begin(index, opening.start() if opening else row.at[index])


def _past_keycaps(text: str, end: int) -> int:
    while text[end : end + 1] in _KEYCAP:
        end += 1
    return end
