"""Who is compared with whom, and after a change again: those whose answer may be another now, and nobody else."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from acquaint.matching.members import Known
from acquaint.matching.rarity import Rarity
from acquaint.matching.ring import Place, Ring

Found = TypeVar("Found")
Edits = Mapping[Place, tuple[Known | None, Known | None]]
"""How a member was read before and is read now, None where they weren't or aren't there."""
Changed = Mapping[Place, frozenset[str]]
"""Members who are otherwise on one side now, with the terms that came to them there."""


class Side:
    """What members are found by in one respect: what they answer with, what they ask, what they are tagged with."""

    def __init__(self, terms: Callable[[Known], frozenset[str]], what: Callable[[Known], object], ring: Ring) -> None:
        """Who is found by one of their `terms` is compared by `what`."""
        self.ring = ring
        self._terms, self._what = terms, what

    def change(self, edits: Edits) -> Changed:
        """Bring the ring up to date; gives those who are otherwise on this side now."""
        changed = {}
        for place, (was, now) in edits.items():
            gone = self._terms(was) if was else frozenset[str]()
            come = self._terms(now) if now else frozenset[str]()
            self.ring.take(place, gone - come)
            self.ring.put(place, come - gone)
            if was is None or now is None or self._what(was) != self._what(now):
                changed[place] = come - gone
        return changed


@dataclass(frozen=True, slots=True)
class Kind(Generic[Found]):
    """One kind of match: a member's `questions`, each the terms it looks by, and what `find` answers.

    The questions hold what stands on the side `asking`; `find` is given a place, the number of a question, and who is
    near on the side `shown`.
    """

    asking: Side
    shown: Side
    questions: Callable[[Known], Iterable[Iterable[str]]]
    find: Callable[[Place, int, Iterable[Place]], Found]


class Comparison(Generic[Found]):
    """Near whom each member was when their questions were answered."""

    def __init__(self, kind: Kind[Found], everybody: Mapping[Place, Known], rarity: Rarity) -> None:
        """`everybody` and `rarity` are kept up to date by their owner."""
        self.near: dict[Place, tuple[str, ...]] = {}
        self._kind, self._everybody, self._rarity = kind, everybody, rarity

    def update(self, mine: Changed, others: Changed, reweighed: set[str]) -> dict[Place, tuple[Found, ...]]:
        """New answers for everybody who may have others now.

        These are who asks otherwise (`mine`), who asks by one of the `reweighed` terms, who had one of the `others`
        near, who show themselves otherwise, and who has one of them near now.
        """
        for place in self.near.keys() - self._everybody.keys():
            del self.near[place]
        changed = {handle for _, handle in others}
        sure = self._sure(mine, changed, reweighed)
        found = {}
        for place in sure if len(sure) == len(self._everybody) else sure | self._perhaps(others):
            near = self._near(place)
            handles = {handle for each in near for _, handle in each}
            if place in sure or not changed.isdisjoint(handles):
                self.near[place] = tuple(handles)
                found[place] = tuple(self._kind.find(place, number, each) for number, each in enumerate(near))
        return found

    def _near(self, place: Place) -> list[set[Place]]:
        ring, rarity = self._kind.shown.ring, self._rarity
        questions = self._kind.questions(self._everybody[place])
        return [ring.near(place, rarity.rarest_first(terms)) for terms in questions]

    def _sure(self, mine: Changed, changed: set[str], reweighed: set[str]) -> set[Place]:
        """Who has to be answered again."""
        sure = {place for term in reweighed for place in self._kind.asking.ring.of(term)}
        sure.update(mine.keys() & self._everybody.keys())
        if len(sure) < len(self._everybody):
            sure.update(place for place, near in self.near.items() if not changed.isdisjoint(near))
        return sure

    def _perhaps(self, others: Changed) -> set[Place]:
        """Who may have one of `others` near now by a term that came to them."""
        asking, shown = self._kind.asking.ring, self._kind.shown.ring
        return {p for other, terms in others.items() for term in terms for p in shown.before(other, term, asking)}
