"""What a member's page says of others: who could help, whom they could help, and who is like them."""

from dataclasses import dataclass

from acquaint.matching import Answer, Met
from acquaint.render.components import items
from acquaint.render.helping import Helping, Named, Quote, open_asks, tags_of
from acquaint.render.interface import Interface
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.render.views import Item

ALIKE_IN = ("skills", "interests")
"""The fields by whose tags people are alike."""


@dataclass(frozen=True, slots=True)
class HelpView:
    """Somebody who could help, or be helped, and the ask or offer of this page's member that says so."""

    who: Named
    quote: Quote


@dataclass(frozen=True, slots=True)
class AskView:
    """One ask of the page's member and who could help; `words` are those of the ask that the others say, too."""

    ask: Text
    people: tuple[tuple[Named, tuple[Text, ...]], ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """Everybody a member's page names, `similar` with the tags they share as this member spells them."""

    asks: tuple[AskView, ...]
    helped: tuple[HelpView, ...]
    similar: tuple[tuple[Named, tuple[Item, ...]], ...]


def meeting_of(person: Person, met: Met, others: tuple[Named, ...], interface: Interface) -> MeetingView:
    """What the page of `person` says of those whom they meet, `others`."""
    return meeting_view(person, Helping((person,), {person.handle: met}, interface, others), interface)


def meeting_view(person: Person, helping: Helping, interface: Interface) -> MeetingView:
    """For the page of `person`: of others it says no more than nickname and headline."""
    tags = _tags(person, interface)
    return MeetingView(
        asks=tuple(_asks(person, helping, interface)),
        helped=tuple(HelpView(helping.named(a.asker), helping.answered(a)) for a in helping.helped_by(person.handle)),
        similar=tuple(
            (helping.named(other.handle), tuple(tags[slug] for slug in other.tags))
            for other in helping.similar(person.handle)
        ),
    )


def _asks(person: Person, helping: Helping, interface: Interface) -> list[AskView]:
    found = []
    for number, (ask, _) in enumerate(open_asks(person)):
        if answers := helping.helpers(person.handle, number):
            people = tuple((helping.named(answer.helper), shared_words(helping, answer)) for answer in answers)
            found.append(AskView(interface.text(ask.text, ask.lang), people))
    return found


def shared_words(helping: Helping, answer: Answer) -> tuple[Text, ...]:
    """The words that say so, as the ask has them, each once."""
    quote = helping.asked(answer)
    return tuple(Text(word, quote.lang) for word in dict.fromkeys(piece.text for piece in quote.pieces if piece.shared))


def _tags(person: Person, interface: Interface) -> dict[str, Item]:
    """The tags of `person` by which people are alike, linked, by their slugs."""
    found: dict[str, Item] = {}
    for field in ALIKE_IN:
        if (value := person.values.get(field)) is not None:
            tags = tags_of(field, person)
            linked = items(interface.fields[field], value, person.open_values.get(field), interface)
            found |= {tag.slug: item for tag, item in zip(tags, linked, strict=True) if tag.slug not in found}
    return found
