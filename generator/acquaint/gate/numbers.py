"""Finds telephone numbers by their digits, however these are written."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ahocorasick import Automaton

from acquaint.gate.haystacks import Haystack
from acquaint.gate.needles import NATIONAL, SEPARATORS, Needle

_NO_DIGITS = bytes(byte for byte in range(256) if byte not in b"0123456789")
_RUN = re.compile(rf"[0-9][0-9{SEPARATORS}]*")
_WIDE_RUN = re.compile(rf"[0-9](?:[0-9{SEPARATORS}]+|(?:[^\w<>]|_){{1,3}}(?=[0-9]))*")
_DIGITS = re.compile(r"[0-9]+")
_DATE = re.compile(r"(?<!\d)(?<!\d[().\-/])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d|[().\-/]\d)")
_LEADING = 5  # digits that may stand before a number in one go: 00 and a country code


class Numbers:
    """Needles that are searched as digits.

    A number ends where a group of digits ends, and begins where one begins or a country code later; groups are told
    apart by what people put between them, and in text by any three signs. Days as machines write them (2026-11-01)
    are no numbers.
    """

    def __init__(self, needles: Iterable[Needle]) -> None:
        self._by_digits: dict[str, list[Needle]] = {}
        for needle in needles:
            self._by_digits.setdefault(needle.text, []).append(needle)
        self._any = Automaton()
        for digits in self._by_digits:
            self._any.add_word(digits, len(digits))
        self._any.make_automaton()
        self._lengths = tuple(sorted({len(digits) for digits in self._by_digits}))

    def find(self, hay: Haystack) -> Iterator[Needle]:
        """The needles in `hay`.

        Digits that a Latin letter touches count only where neighbours mean nothing, if there are enough of them.
        """
        if not self._by_digits or not self._might_hold(hay.folded):
            return
        # What is no text has signs of all kinds between its digits.
        for run in (_RUN if hay.inside else _WIDE_RUN).finditer(hay.folded):
            if len(run[0]) >= self._lengths[0]:
                for digits in self._candidates(run, alone=not hay.inside):
                    if len(digits) >= hay.inside:
                        yield from self._by_digits.get(digits, ())

    def _might_hold(self, folded: str) -> bool:
        """False if the page's digits, all in a row, hold no number at all: so it is with nearly every page."""
        row = folded.encode("utf-8", "replace").translate(None, _NO_DIGITS).decode()
        return next(self._any.iter(row), None) is not None

    def _candidates(self, run: re.Match[str], *, alone: bool) -> Iterator[str]:
        text = run.string
        before, after = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
        parts = [run[0]] if before == "+" or "-" not in run[0] else _DATE.split(run[0])
        for number, part in enumerate(parts):
            first = alone and number == 0 and _is_latin(before)
            last = alone and number == len(parts) - 1 and part[-1:].isdecimal() and _is_latin(after)
            groups = _DIGITS.findall(part)
            yield from self._ends(groups, skip_first=first, skip_last=last)
            if not alone:
                yield from self._amid("".join(groups))

    def _amid(self, digits: str) -> Iterator[str]:
        """What is no part of a longer number by accident, wherever it begins among `digits`."""
        for last, length in self._any.iter(digits):
            if length >= NATIONAL:
                yield digits[last + 1 - length : last + 1]

    def _ends(self, groups: list[str], *, skip_first: bool, skip_last: bool) -> Iterator[str]:
        """Every stretch of `groups` of a wanted length, but for what begins with the first or ends with the last."""
        ends = list(accumulate(map(len, groups)))
        starts = [0, *ends[:-1]][skip_first:]
        whole = "".join(groups)
        for end in ends[: len(ends) - skip_last]:
            for length in self._lengths:
                begin = end - length
                known = bisect_right(starts, begin)
                if known and begin - starts[known - 1] <= _LEADING:
                    yield whole[begin:end]


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and letter < "\u0250"
