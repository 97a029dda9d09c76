"""How the terms of an index are cut into shards by how they begin: the same for the same terms, however they came."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping

SHARE = 5
"""What begins alike leaves its shard if it has more than one part in so many of what a shard may have."""


class Shards:
    """The terms of each shard in order, by the beginning that they share; "" is the one of all that has no other.

    A shard that grows larger than `most` is left by what shares a longer beginning.
    """

    def __init__(self, most: int) -> None:
        """No terms yet, and the one shard of none."""
        self.terms: dict[str, list[str]] = {"": []}
        self._most = most
        # The size of everything that begins so: of "", and of what is a letter longer than a shard that was left.
        self._sizes: dict[str, int] = {"": 0}
        self._alone = self._left = frozenset[str]()
        self._touched: set[str] = set()

    def cut(self, sizes: Mapping[str, int]) -> None:
        """Cut all terms anew; `sizes` maps each to its size."""
        self._sizes = {"": sum(sizes.values())}
        self.terms = {begins: its for begins, its in self._parted("", sorted(sizes), sizes) if its or not begins}
        self._alone = frozenset(filter(self._stands_alone, self._sizes))
        self._left = frozenset(filter(self._is_left, self._alone))
        self._touched = set()

    def change(self, term: str, before: int, after: int) -> str:
        """`term` has another size, or has come or gone (0); gives its shard. Then see if the cut `still_holds`."""
        begins = ""
        self._grow(begins, after - before)
        while begins in self._left and len(term) > len(begins):
            longer = term[: len(begins) + 1]
            self._grow(longer, after - before)
            if longer not in self._alone:
                break
            begins = longer
        its = self.terms.setdefault(begins, [])
        if not before:
            insort(its, term)
        elif not after:
            del its[bisect_left(its, term)]
            if not its and begins:
                del self.terms[begins]
        return begins

    def still_holds(self) -> bool:
        """False if some beginning has grown or shrunk so far since this was asked last that all must be cut anew."""
        touched, self._touched = self._touched, set()
        return all(
            self._stands_alone(begins) == (begins in self._alone) and self._is_left(begins) == (begins in self._left)
            for begins in touched
        )

    def _grow(self, begins: str, by: int) -> None:
        size = self._sizes.get(begins, 0) + by
        if size or not begins:
            self._sizes[begins] = size
        else:
            del self._sizes[begins]
        self._touched.add(begins)

    def _stands_alone(self, begins: str) -> bool:
        return not begins or self._sizes.get(begins, 0) > self._most / SHARE

    def _is_left(self, begins: str) -> bool:
        return self._sizes.get(begins, 0) > self._most

    def _parted(self, begins: str, found: list[str], sizes: Mapping[str, int]) -> Iterator[tuple[str, list[str]]]:
        """`found`, all that begin with `begins`, without those beginnings that stand alone, and then each of these."""
        if not self._is_left(begins):
            yield begins, found
            return
        longer: dict[str, list[str]] = defaultdict(list)
        for term in found:
            longer[term[: len(begins) + 1]].append(term)
        rest = longer.pop(begins, [])
        for beginning, its in longer.items():
            self._sizes[beginning] = sum(sizes[term] for term in its)
            if self._stands_alone(beginning):
                yield from self._parted(beginning, its, sizes)
            else:
                rest += its
        yield begins, rest
