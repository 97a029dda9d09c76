"""All members of one edition, introduced to each other: the same for any order of members."""

from collections.abc import Iterable
from dataclasses import dataclass

from acquaint.matching.answers import Answer, Judge, topics
from acquaint.matching.members import Item, Member, know
from acquaint.matching.rarity import Rarity, Ring, distance
from acquaint.matching.readings import Tagged, is_tag, phrases, tag_slug

MOST = 4
"""How many are named at most."""

LOOKED_AT = 8
"""How many are compared sentence by sentence: those who share most in all they say."""

ALIKE = 7
"""What the shared tags of similar people weigh together at least: two tags, or in a large community one rare one.

Below that were people of whom all one could say is that both like Python.
"""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A member and the slugs of the tags they share with another, the rarest first."""

    handle: str
    tags: tuple[str, ...]


class Meeting:
    """Who can help whom, and who is like whom."""

    def __init__(self, members: Iterable[Member], vocabulary: Iterable[Tagged] = ()) -> None:
        """`vocabulary` are tags that mean one thing in all their spellings, also where nobody has them."""
        people = {member.handle: member for member in members}
        tags = {tag for person in people.values() for tag in (*person.skills, *person.interests)}.union(vocabulary)
        spelt, about = phrases(tags), topics(tags)
        self._known = {handle: know(person, spelt, about) for handle, person in people.items()}
        self._rarity = Rarity(known.tags | known.answers | known.asked for known in self._known.values())
        self._judge = Judge(self._rarity, spelt)
        self._helpers = Ring({handle: known.answers for handle, known in self._known.items()})
        self._askers = Ring({handle: known.asked for handle, known in self._known.items()})
        self._tagged = Ring({handle: known.tags for handle, known in self._known.items()})

    def helpers(self, handle: str, ask: int) -> tuple[Answer, ...]:
        """Who may be able to help with the ask number `ask` of `handle`, the most telling answer first."""
        asked = self._known[handle].asks[ask]
        near = self._helpers.candidates(handle, self._rarity.rarest_first(asked.terms))
        bounds = {helper: self._rarity.together(asked.terms & self._known[helper].answers) for helper in near}
        found = {h: self._judge.best(asked, self._known[h].items) for h in _ranked(handle, bounds, LOOKED_AT)}
        ranked = _ranked(handle, {helper: weight for helper, (weight, _) in found.items()})
        return tuple(self._judge.answer(handle, asked, helper, found[helper][1]) for helper in ranked)

    def helped_by(self, handle: str) -> tuple[Answer, ...]:
        """Whose asks `handle` may be able to answer, one of each member, the most telling first."""
        known = self._known[handle]
        near = self._askers.candidates(handle, self._rarity.rarest_first(known.answers))
        bounds = {asker: self._rarity.together(known.answers & self._known[asker].asked) for asker in near}
        best = {
            asker: self._best_ask(self._known[asker].asks, known.items) for asker in _ranked(handle, bounds, LOOKED_AT)
        }
        ranked = _ranked(handle, {asker: weight for asker, (weight, _, _) in best.items()})
        return tuple(self._judge.answer(asker, best[asker][1], handle, best[asker][2]) for asker in ranked)

    def similar(self, handle: str) -> tuple[Likeness, ...]:
        """Who shares the rarest tags with `handle`."""
        tags = self._known[handle].tags
        near = self._tagged.candidates(handle, self._rarity.rarest_first(tags))
        shared = {other: tags & self._known[other].tags for other in near}
        weights = {other: self._rarity.together(common) for other, common in shared.items()}
        ranked = _ranked(handle, {other: weight for other, weight in weights.items() if weight >= ALIKE})
        return tuple(
            Likeness(other, tuple(map(tag_slug, self._rarity.rarest_first(shared[other])))) for other in ranked
        )

    def themes(self, handle: str, offer: int) -> tuple[str, ...]:
        """The slugs of the tags that an offer of `handle` may stand under.

        Tags of their own that it names, else those it has a word of, else tags of others that it names.
        """
        known = self._known[handle]
        terms = known.items[offer].terms
        named = {tag_slug(term) for term in terms if is_tag(term)}
        own = named.intersection(slug for slug, _ in known.words)
        touched = {slug for slug, words in known.words if not terms.isdisjoint(words)}
        return tuple(sorted(own or touched or named))

    def _best_ask(self, asks: tuple[Item, ...], items: tuple[Item, ...]) -> tuple[int, Item, Item]:
        """The ask that `items` answer best, the first of equals: how much that weighs, the ask, the item."""
        answered = [(ask, *self._judge.best(ask, items)) for ask in asks]
        ask, weight, item = max(answered, key=lambda each: each[1])
        return weight, ask, item


def _ranked(handle: str, weights: dict[str, int], most: int = MOST) -> list[str]:
    """The few who weigh most; among equals those who stand next behind `handle`."""
    found = [other for other, weight in weights.items() if weight]
    return sorted(found, key=lambda other: (-weights[other], distance(handle, other)))[:most]
