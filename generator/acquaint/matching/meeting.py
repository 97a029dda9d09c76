"""All members of one edition, introduced to each other: the same for any order of members, and however they came."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from acquaint.matching.answers import Answer, Judge, Likeness
from acquaint.matching.comparing import Comparison, Edits, Kind, Side
from acquaint.matching.limits import LIMITS, Limits
from acquaint.matching.members import Known, Member, know
from acquaint.matching.rarity import Rarity
from acquaint.matching.readings import Reader
from acquaint.matching.ring import Place, Ring, place_of
from acquaint.matching.tags import Tagged, Tags


class Met(NamedTuple):
    """One member among all.

    `helpers` could help with each of their asks, `helped` are those whom they could help, `similar` who is like them;
    `themes` are the slugs of the tags that each of their offers may stand under.
    """

    helpers: tuple[tuple[Answer, ...], ...] = ()
    helped: tuple[Answer, ...] = ()
    similar: tuple[Likeness, ...] = ()
    themes: tuple[tuple[str, ...], ...] = ()


class Meeting:
    """Who can help whom, and who is like whom, kept from one build to the next.

    Whoever was in it before, what it says of the same members and vocabulary is the same. What a change makes no
    difference to stays the same object.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        """Nobody yet."""
        self._tags, self._rarity = Tags(), Rarity(limits.circle)
        self._vocabulary = frozenset[Tagged]()
        self._members: Mapping[Place, Member] = {}
        self._known: dict[Place, Known] = {}
        self._met: dict[str, Met] = {}
        most = limits.candidates
        self._answers = Side(attrgetter("answers"), attrgetter("offers", "skills"), Ring(most))
        self._asks = Side(attrgetter("asked"), attrgetter("asks"), Ring(most))
        self._tagged = Side(attrgetter("tags"), attrgetter("tags"), Ring(most))
        judge = Judge(self._known, self._rarity, limits)
        helpers = Kind(self._asks, self._answers, lambda known: [ask.terms for ask in known.asks], judge.helpers)
        helped = Kind(self._answers, self._asks, lambda known: [known.answers], judge.helped)
        similar = Kind(self._tagged, self._tagged, lambda known: [known.tags], judge.similar)
        self._helpers = Comparison(helpers, self._known, self._rarity)
        self._helped = Comparison(helped, self._known, self._rarity)
        self._similar = Comparison(similar, self._known, self._rarity)

    def update(self, members: Iterable[Member], vocabulary: Iterable[Tagged] = ()) -> Mapping[str, Met]:
        """Each of `members` among them all, by handle; their order makes no difference.

        `vocabulary` are tags that mean one thing in all their spellings, also where nobody has them.
        """
        edits = self._read({place_of(member.handle): member for member in members}, frozenset(vocabulary))
        reweighed = self._rarity.change(edits.values())
        answering, asking, tagged = (side.change(edits) for side in (self._answers, self._asks, self._tagged))
        helpers = self._helpers.update(asking, answering, reweighed)
        helped = self._helped.update(answering, asking, reweighed)
        similar = self._similar.update(tagged, tagged, reweighed)
        for place in {*edits, *helpers, *helped, *similar}:
            before = self._met.pop(place[1], Met())
            if place in self._known:
                now = Met(
                    helpers=helpers.get(place, before.helpers),
                    helped=helped.get(place, (before.helped,))[0],
                    similar=similar.get(place, (before.similar,))[0],
                    themes=self._known[place].themes,
                )
                self._met[place[1]] = before if before == now else now
        return dict(self._met)

    def _read(self, members: Mapping[Place, Member], vocabulary: frozenset[Tagged]) -> Edits:
        """Read who has changed, and who says a word that is read otherwise now; gives those of whom more is known."""
        before, self._members = self._members, members
        changed = {place for place in before.keys() | members.keys() if before.get(place) != members.get(place)}
        reader = Reader(self._tags)
        words = reader.learn(
            [*(self._vocabulary - vocabulary), *_tags_of(before, changed)],
            [*(vocabulary - self._vocabulary), *_tags_of(members, changed)],
        )
        self._vocabulary = vocabulary
        if words:
            changed.update(place for place, known in self._known.items() if known.says_any(words))
        edits: dict[Place, tuple[Known | None, Known | None]] = {}
        for place in sorted(changed):
            was = self._known.pop(place, None)
            now = know(members[place], reader) if place in members else None
            if now is not None:
                self._known[place] = now
            if was != now:
                edits[place] = was, now
        return edits


def _tags_of(members: Mapping[Place, Member], places: Iterable[Place]) -> Iterable[Tagged]:
    return (tag for place in places if place in members for tag in members[place].tags)
