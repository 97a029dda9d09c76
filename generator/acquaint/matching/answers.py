"""Which offer or skill answers which ask, and by which words; what weighs more is told apart here and never shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from acquaint.matching.limits import Limits
from acquaint.matching.members import Known
from acquaint.matching.rarity import Rarity
from acquaint.matching.readings import Reading
from acquaint.matching.ring import AROUND, Place
from acquaint.matching.tags import is_tag, tag_slug
from acquaint.matching.words import Span, joined


class Answer(NamedTuple):
    """The offer or skill (`field` tells which) of one member that answers the ask of another.

    `ask` and `number` count in their members' own lists. `asked` and `answered` are the shared words, where they stand
    in the one text and in the other.
    """

    asker: str
    ask: int
    helper: str
    field: str
    number: int
    asked: tuple[Span, ...]
    answered: tuple[Span, ...]


class Likeness(NamedTuple):
    """A member and the slugs of the tags they share with another, the rarest first."""

    handle: str
    tags: tuple[str, ...]


class _Fit(NamedTuple):
    """The ask and the item that fit best, by their numbers, and how much they weigh: 0 is no answer."""

    weight: int
    ask: int
    item: int


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares a member with those near them; `everybody` is where each member is read."""

    everybody: Mapping[Place, Known]
    rarity: Rarity
    limits: Limits

    def helpers(self, place: Place, ask: int, near: Iterable[Place]) -> tuple[Answer, ...]:
        """Who of those `near` may be able to help with the ask number `ask` of `place`, the most telling first."""
        reading = self.everybody[place].asks[ask]
        terms = frozenset(reading.terms)
        close = self._closest(place, {other: terms & self.everybody[other].answers for other in near})
        fits = {other: self._fit((reading,), self.everybody[other].items) for other in close}
        ranked = self._ranked(place, {other: fit.weight for other, fit in fits.items()}, self.limits.named)
        return tuple(self._answer(place, ask, other, fits[other].item) for other in ranked)

    def helped(self, place: Place, _: int, near: Iterable[Place]) -> tuple[Answer, ...]:
        """Whose asks `place` may be able to answer, one of each member, the most telling first."""
        known = self.everybody[place]
        items = known.items
        close = self._closest(place, {other: known.answers & self.everybody[other].asked for other in near})
        fits = {other: self._fit(self.everybody[other].asks, items) for other in close}
        ranked = self._ranked(place, {other: fit.weight for other, fit in fits.items()}, self.limits.named)
        return tuple(self._answer(other, fits[other].ask, place, fits[other].item) for other in ranked)

    def similar(self, place: Place, _: int, near: Iterable[Place]) -> tuple[Likeness, ...]:
        """Who shares the rarest tags with `place`."""
        tags, alike = self.everybody[place].tags, self.limits.alike
        shared = {other: tags & self.everybody[other].tags for other in near}
        weights = {other: self.rarity.together(common) for other, common in shared.items()}
        ranked = self._ranked(
            place, {other: weight for other, weight in weights.items() if weight >= alike}, self.limits.named
        )
        return tuple(
            Likeness(other[1], tuple(map(tag_slug, self.rarity.rarest_first(shared[other])))) for other in ranked
        )

    def _closest(self, place: Place, shared: Mapping[Place, frozenset[str]]) -> list[Place]:
        """The few who share most in all they say."""
        weights = {other: self.rarity.together(terms) for other, terms in shared.items()}
        return self._ranked(place, weights, self.limits.compared)

    def _fit(self, asks: tuple[Reading, ...], items: tuple[Reading, ...]) -> _Fit:
        """Which of `items` answers which of `asks` best; the first of equals."""
        best = _Fit(0, 0, 0)
        for number, ask in enumerate(asks):
            terms = frozenset(ask.terms)
            for at, item in enumerate(items):
                if not terms.isdisjoint(item.terms) and (weight := self._weight(ask, item)) > best.weight:
                    best = _Fit(weight, number, at)
        return best

    def _weight(self, ask: Reading, item: Reading) -> int:
        shared = _shared(ask, item)
        tells = len(shared) >= self.limits.plain or any(t in ask.alone and t in item.alone for t in shared)
        weight = self.rarity.together(shared) if tells else 0
        return weight if weight >= self.limits.floor else 0

    def _answer(self, asker: Place, ask: int, helper: Place, item: int) -> Answer:
        """The item number `item` of `helper` as the answer to an ask of `asker`, with the words that say so."""
        asked, known = self.everybody[asker].asks[ask], self.everybody[helper]
        answered, offers = known.items[item], len(known.offers)
        shared = {term for term in _shared(asked, answered) if self.rarity.weights[term]}
        return Answer(
            asker=asker[1],
            ask=ask,
            helper=helper[1],
            field="offers" if item < offers else "skills",
            number=item if item < offers else item - offers,
            asked=joined(asked.spans(shared)),
            answered=joined(answered.spans(shared)),
        )

    def _ranked(self, place: Place, weights: Mapping[Place, int], most: int) -> list[Place]:
        """The few who weigh most; among equals those who stand next behind `place`."""
        rows = [(-weight, (other[0] - place[0]) % AROUND, other) for other, weight in weights.items() if weight]
        return [other for _, _, other in sorted(rows)[:most]]


def _shared(ask: Reading, item: Reading) -> frozenset[str]:
    """The terms of both. Between two languages only tags count: `plant` means one thing in each."""
    common = frozenset(ask.terms).intersection(item.terms)
    if common and ask.language and item.language and ask.language != item.language:
        return frozenset(filter(is_tag, common))
    return common
