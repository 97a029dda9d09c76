"""Which members each term leads to: one row of numbers for each term, as small as they get."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from acquaint.search.documents import Level
from acquaint.search.numbers import gaps, letters
from acquaint.search.told import LEVEL, SAID, WHOLE

_LEVEL, _NUMBER = 28, 2
"""How far left in a posting stand its level, the highest as 0, and the number; then come two bits of a mark."""
_MEMBER = (1 << _LEVEL) - (1 << _NUMBER)
_TOP = int(Level.WHOLE)
_POSTINGS = tuple((_TOP - min(mark >> LEVEL, _TOP)) << _LEVEL | mark & (SAID | WHOLE) for mark in range(1 << 6))
"""Each mark as the posting of the member with the number 0."""


class Postings:
    """A row for each term: who has it, those of the highest level first, and of each level in the order of numbers.

    When everybody is put in, `tidy` the rows before anything is asked.
    """

    def __init__(self) -> None:
        """No rows."""
        self.rows: dict[str, array[int]] = {}

    def put(self, number: int, found: Mapping[str, int]) -> None:
        """Add a member who has the terms `found`, each with its mark."""
        rows, member = self.rows, number << _NUMBER
        for term, mark in found.items():
            if (row := rows.get(term)) is None:
                row = rows[term] = array("I")
            row.append(_POSTINGS[mark] | member)

    def take(self, number: int, found: Mapping[str, int]) -> None:
        """Take out what was put in with the same arguments."""
        for term, mark in found.items():
            row = self.rows[term]
            del row[bisect_left(row, _POSTINGS[mark] | number << _NUMBER)]

    def move(self, numbers: Sequence[int]) -> None:
        """Give every member another number; `numbers` has it at the place of their old one."""
        by = [(number - old) << _NUMBER for old, number in enumerate(numbers)]
        for row in self.rows.values():
            row[:] = array("I", sorted([posting + by[(posting & _MEMBER) >> _NUMBER] for posting in row]))

    def tidy(self, terms: Iterable[str]) -> None:
        """Bring the rows of `terms` into their order; a term that leads to nobody has none."""
        for term in terms:
            row = self.rows[term]
            if len(row) > 1:
                row[:] = array("I", sorted(row))
            elif not row:
                del self.rows[term]

    def members(self, term: str) -> int:
        """How many members have `term`."""
        return len(self.rows.get(term, ()))

    def highest(self, term: str) -> int:
        """The highest level at which somebody has `term`."""
        return _TOP - (self.rows[term][0] >> _LEVEL)

    def has(self, term: str, bit: int) -> bool:
        """True if somebody's mark for `term` has `bit`."""
        return any(posting & bit for posting in self.rows.get(term, ()))

    def written(self, term: str) -> list[int | str]:
        """As `[level, members, level, members, …]`, members as `gaps` writes them."""
        row, written, begin = self.rows[term], list[int | str](), 0
        if len(row) == 1:  # as most are
            return [_TOP - (row[0] >> _LEVEL), letters((row[0] & _MEMBER) >> _NUMBER)]
        numbers = [(posting & _MEMBER) >> _NUMBER for posting in row]
        while begin < len(row):
            behind = (row[begin] >> _LEVEL) + 1
            end = bisect_left(row, behind << _LEVEL, begin)
            written += [_TOP - behind + 1, gaps(numbers[begin:end])]
            begin = end
        return written
