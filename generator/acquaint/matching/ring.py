"""Who comes first among those who share as much: members in a circle, by what they are found by."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from zlib import crc32

Place = tuple[int, str]
"""Where on the circle a member stands: by the checksum of their handle, then by the handle."""

AROUND = 2**32
"""How far it is around the circle."""


def place_of(handle: str) -> Place:
    """Where on the circle `handle` stands."""
    return crc32(handle.encode()), handle


class Ring:
    """For each term the places of those who have it, in the order of the circle.

    Among equals those come first who stand next on the circle: for everyone it is somebody else, so that no handle is
    always the first to be asked; and whoever comes or goes moves few.
    """

    def __init__(self, most: int) -> None:
        """`most` are looked at for one match."""
        self._most = most
        self._found: dict[str, list[Place]] = {}

    def put(self, place: Place, terms: Iterable[str]) -> None:
        """Let the member at `place` be found by `terms`, too."""
        for term in terms:
            if (places := self._found.get(term)) is None:
                self._found[term] = [place]
            elif places[-1] < place:  # as it always is when a whole community is put in in order
                places.append(place)
            else:
                insort(places, place)

    def take(self, place: Place, terms: Iterable[str]) -> None:
        """Let the member at `place` no longer be found by `terms`."""
        for term in terms:
            places = self._found[term]
            del places[bisect_left(places, place)]
            if not places:
                del self._found[term]

    def of(self, term: str) -> list[Place]:
        """Everybody who has `term`."""
        return self._found.get(term, [])

    def near(self, place: Place, terms: Iterable[str]) -> set[Place]:
        """Up to `most` others who share one of `terms`, the first terms first; of many, who come next on the circle."""
        chosen: set[Place] = set()
        for term in terms:
            sharers, room = self.of(term), self._most - len(chosen)
            start = bisect_right(sharers, place)
            window = sharers[start : start + room]
            chosen.update(window, sharers[: min(start, room - len(window))])
            chosen.discard(place)
            if len(chosen) >= self._most:
                break
        return chosen

    def before(self, place: Place, term: str, looking: "Ring") -> list[Place]:
        """Those of `looking` who may have the member at `place` near by `term`: they have it and stand before."""
        sharers, lookers = self.of(term), looking.of(term)
        if len(sharers) <= self._most:
            return lookers
        first = sharers[bisect_left(sharers, place) - self._most]
        begin, end = bisect_left(lookers, first), bisect_left(lookers, place)
        return lookers[begin:end] if first < place else lookers[begin:] + lookers[:end]

    def copy(self) -> "Ring":
        """One that may be changed alone."""
        other = Ring(self._most)
        other._found = {term: list(places) for term, places in self._found.items()}
        return other
