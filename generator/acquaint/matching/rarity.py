"""How much it tells that two members share a term."""

from collections import Counter
from collections.abc import Iterable

from acquaint.matching.members import Known


class Rarity:
    """Weights in powers of two: a term that half as many use weighs one more. One edit rarely moves any.

    `weights` has the weight of every term that somebody uses: 0 for what nearly everybody uses.
    """

    def __init__(self, circle: int) -> None:
        """`circle`: a smaller community is weighed as if it had that many members."""
        self.weights: dict[str, int] = {}
        self._users = Counter[str]()
        self._members = 0
        self._circle = circle

    def change(self, edits: Iterable[tuple[Known | None, Known | None]]) -> set[str]:
        """Count in what members use now, and out what they used before; gives the terms that weigh otherwise now."""
        everybody, touched = self._everybody, set[str]()
        for was, now in edits:
            gone, come = was.used if was else frozenset(), now.used if now else frozenset()
            self._users.subtract(gone - come)
            self._users.update(come - gone)
            touched |= gone ^ come
            self._members += (now is not None) - (was is not None)
        if self._everybody != everybody:
            touched = set(self._users)
        return {term for term in touched if self._weigh(term)}

    def together(self, terms: Iterable[str]) -> int:
        """The weight of all `terms`."""
        return sum(map(self.weights.__getitem__, terms))

    def rarest_first(self, terms: Iterable[str]) -> list[str]:
        """Those of `terms` that weigh anything; among those that weigh as much by code point.

        Not by the exact number of users: then one more of them would turn the order on pages of two others.
        """
        weights = self.weights
        return [term for _, term in sorted((-weights[term], term) for term in terms if weights[term])]

    @property
    def _everybody(self) -> int:
        return max(self._circle, self._members).bit_length()

    def _weigh(self, term: str) -> bool:
        """True if `term` weighs otherwise now."""
        users, before = self._users[term], self.weights.pop(term, None)
        if users:
            self.weights[term] = max(0, self._everybody - users.bit_length())
        else:
            del self._users[term]
        return before != self.weights.get(term)
