"""Finds needles of every kind in a reading of a text."""

from collections.abc import Iterable, Iterator

from acquaint.gate.haystacks import Haystack
from acquaint.gate.needles import How, Needle
from acquaint.gate.numbers import Numbers
from acquaint.gate.words import Words


class Finder:
    """A set of needles. Each is found or not, whatever the others are."""

    def __init__(self, needles: Iterable[Needle]) -> None:
        known = tuple(needles)
        self._words = Words(needle for needle in known if needle.how is not How.DIGITS)
        self._numbers = Numbers(needle for needle in known if needle.how is How.DIGITS)

    def find(self, hay: Haystack) -> Iterator[Needle]:
        """Those in `hay`, as often as they stand there."""
        yield from self._words.find(hay)
        yield from self._numbers.find(hay)
