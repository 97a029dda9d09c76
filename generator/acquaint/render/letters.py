"""A first message to a member, to copy: of public values only."""

from collections.abc import Iterator
from dataclasses import dataclass

from acquaint.render import addresses
from acquaint.render.interface import Interface
from acquaint.render.people import Person
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.shown import Entries, Words


@dataclass(frozen=True, slots=True)
class LetterView:
    """How a message begins that is `about` an offer or ask, "" where it takes up none."""

    about: str
    opening: str


@dataclass(frozen=True, slots=True)
class LettersView:
    """A first message with the first of the openings in `letters`, which another can take the place of.

    `not_for` is what they don't want to be written to about.
    """

    nickname: str
    letter: str
    letters: tuple[LetterView, ...]
    not_for: tuple[str, ...]


def letters_view(person: Person, title: str, base_url: str, interface: Interface) -> LettersView:
    """For the page of `person` in the community called `title`, whose public edition is at `base_url`.

    What an edition for members knows more is in no text.
    """
    kept = unreachable(person)
    found = interface.say("I found you among the people of {title}.", title=title)
    address = addresses.public_page(person, base_url, interface)
    ending = f"\n\n{address}" if address else ""
    letters = tuple(LetterView(about, opening) for about, opening in _openings(person, interface, kept))
    return LettersView(
        nickname=_nickname(person, interface),
        letter=_letter(letters[0].opening, found, person, interface) + ending,
        letters=letters,
        not_for=tuple(kept.text(text) for text in _sentences("not_for", person)),
    )


def _openings(person: Person, interface: Interface, kept: Unreachable) -> Iterator[tuple[str, str]]:
    """(what it is about, how to begin): each offer, each ask, else what they like to be asked about, else neutral."""
    offers, asks = ([kept.text(each) for each in _sentences(field, person)] for field in ("offers", "asks"))
    found = [
        (
            interface.say("Offer: {offer}", offer=o),
            interface.say("You offer “{offer}”, and I would like to take you up on it.", offer=o),
        )
        for o in offers
    ]
    found += [
        (
            interface.say("Ask: {ask}", ask=a),
            interface.say("You are looking for this: “{ask}”. I may be able to help.", ask=a),
        )
        for a in asks
    ]
    topic = person.open_values.get("ask_me_about")
    if not found and isinstance(topic, Words):
        words = kept.text(topic.pick(interface.language)[1])
        found = [(words, interface.say("You can be asked about “{topic}”, and I would like to ask.", topic=words))]
    yield from found or [("", interface.say("I read your introduction, and would like to get to know you."))]


def _letter(opening: str, found: str, person: Person, interface: Interface) -> str:
    parts = (
        interface.say("Hello {nickname},", nickname=_nickname(person, interface)),
        interface.say("{sentence} {another}", sentence=found, another=opening),
        interface.say("[Write here who you are and what it is about. Two or three sentences are enough.]"),
        interface.say("If it doesn’t suit you, I’ll understand."),
        interface.say("[Your name]"),
    )
    return "\n\n".join(parts)


def _sentences(field: str, person: Person) -> tuple[str, ...]:
    value = person.open_values.get(field)
    return tuple(entry.text for entry in value.entries) if isinstance(value, Entries) else ()


def _nickname(person: Person, interface: Interface) -> str:
    value = person.open_values.get("nickname")
    return value.pick(interface.language)[1] if isinstance(value, Words) else f"@{person.handle}"
