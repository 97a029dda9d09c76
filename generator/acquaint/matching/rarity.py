"""How much it tells that two members share a term, and who comes first among those who share as much."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from zlib import crc32

CIRCLE = 64
"""A smaller community is weighed as if it had that many members: that two of eleven share a word says it is rare."""

CANDIDATES = 48
"""How many members are looked at for one match; through the rarest terms first."""


class Rarity:
    """Weights in powers of two: a term that half as many use weighs one more. One edit rarely moves any."""

    def __init__(self, used: Iterable[frozenset[str]]) -> None:
        """`used` holds, for each member, the terms they use anywhere."""
        sets = tuple(used)
        everybody = max(CIRCLE, len(sets)).bit_length()
        users = Counter(term for terms in sets for term in terms)
        self._weights = {term: max(0, everybody - count.bit_length()) for term, count in users.items()}

    def of(self, term: str) -> int:
        """0 for what nearly everybody uses, or would in a community of CIRCLE."""
        return self._weights[term]

    def together(self, terms: Iterable[str]) -> int:
        """The weight of all `terms`."""
        return sum(map(self._weights.__getitem__, terms))

    def rarest_first(self, terms: Iterable[str]) -> list[str]:
        """Those of `terms` that weigh anything; among those that weigh as much by code point.

        Not by the exact number of users: then one more of them would turn the order on pages of two others.
        """
        return sorted((term for term in terms if self.of(term)), key=lambda term: (-self._weights[term], term))


class Ring:
    """The members in a circle, each where the checksum of their handle puts them.

    Among equals those come first who stand next on the circle: for everyone it is somebody else, so that no handle is
    always the first to be asked; and whoever comes or goes moves few.
    """

    def __init__(self, holders: Mapping[str, Iterable[str]]) -> None:
        """`holders` maps a handle to the terms that its member is found by."""
        found: dict[str, list[str]] = {}
        for handle in sorted(holders, key=_place):
            for term in holders[handle]:
                found.setdefault(term, []).append(handle)
        self._found = found

    def candidates(self, handle: str, terms: Iterable[str]) -> set[str]:
        """Up to CANDIDATES other members who share one of `terms`; of many, those who come next on the circle."""
        chosen: set[str] = set()
        for term in terms:
            sharers, room = self._found.get(term, []), CANDIDATES - len(chosen)
            start = bisect_right(sharers, _place(handle), key=_place)
            window = sharers[start : start + room]
            chosen.update(window, sharers[: min(start, room - len(window))])
            chosen.discard(handle)
            if len(chosen) >= CANDIDATES:
                break
        return chosen


@lru_cache(maxsize=2**17)
def _place(handle: str) -> tuple[int, str]:
    """Where on the circle `handle` stands; of two at one place the handle says who is first."""
    return crc32(handle.encode()), handle


def distance(handle: str, other: str) -> tuple[int, str]:
    """How far `other` comes behind `handle` on the circle; a key to sort by."""
    return (_place(other)[0] - _place(handle)[0]) % 2**32, other
