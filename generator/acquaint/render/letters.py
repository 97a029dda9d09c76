"""Texts to copy: a first message to a member, and a member's introduction for a chat, both of public values only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from acquaint.render import addresses
from acquaint.render.beginnings import beginning
from acquaint.render.interface import Interface
from acquaint.render.people import Person
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.shown import Entries, Entry, LanguageCodes, Prose, Shown, Tags, Words

MOST_OF_A_BIO = 600
"""Characters of a longer text that a chat bears."""

IN_THE_FIRST_LINES = ("nickname", "pronouns", "headline", "city", "country", "sort_as")
"""Fields that begin the introduction without their label, or (`sort_as`) are no text to read."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """How a message begins that is `about` an offer or ask, "" where it takes up none."""

    about: str
    opening: str


@dataclass(frozen=True, slots=True)
class LettersView:
    """What can be copied from a member's page. `not_for` is what they don't want to be written to about.

    `letter` is a message with the first of the openings, which another can take the place of. `introduction` is "" for
    a member whom strangers don't see.
    """

    nickname: str
    letter: str
    letters: tuple[LetterView, ...]
    not_for: tuple[str, ...]
    introduction: str


def letters_view(person: Person, title: str, base_url: str, interface: Interface) -> LettersView:
    """For the page of `person` in the community called `title`, whose public edition is at `base_url`.

    What an edition for members knows more is in neither text.
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
        introduction=_introduction(person, interface, kept) + ending if person.listed_openly else "",
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


def _introduction(person: Person, interface: Interface, kept: Unreachable) -> str:
    """The member's public values as plain text, in the schema's order. The name stays, even where an account has it."""
    nickname, values = _nickname(person, interface), person.open_values
    name = (
        nickname
        if nickname == f"@{person.handle}"
        else interface.say("{name} ({more})", name=nickname, more=f"@{person.handle}")
    )
    places = [
        name for field in ("city", "country") if field in values for _, name in _found(values[field], field, interface)
    ]
    added = interface.said_of("between a name and what is added to it", ", ")
    head = [added.join([name, *_plain("pronouns", values, interface)]), *_plain("headline", values, interface)]
    told = [kept.text(line) for line in (*head[1:], _place(places, interface)) if line]
    parts = ["\n".join([head[0], *told])]
    for field, value in values.items():
        said = _plain(field, values, interface) if field not in IN_THE_FIRST_LINES else []
        if said:
            title = interface.label(field).text
            one_line = not isinstance(value, Entries | Prose)
            parts.append(
                kept.text(
                    interface.say("{label}: {value}", label=title, value=said[0])
                    if one_line
                    else "\n".join([interface.say("{label}:", label=title), *said])
                )
            )
    return "\n\n".join(parts)


def _plain(field: str, values: Mapping[str, Shown], interface: Interface) -> list[str]:
    """The lines of a field's value; none for what isn't words, and never a way to reach somebody."""
    match value := values.get(field):
        case Words():
            return [value.pick(interface.language)[1]]
        case Tags(tags=tags):
            return [interface.listed(interface.tag(tag, field).text for tag in tags)]
        case LanguageCodes(codes=codes):
            return [interface.listed(interface.language_name(code).text for code in codes)]
        case Entries(entries=entries):
            return [f"- {_entry(entry, interface)}" for entry in entries]
        case Prose():
            return [beginning(value.pick(interface.language)[2], MOST_OF_A_BIO)]
        case _:
            return []


def _place(places: list[str], interface: Interface) -> str:
    if len(places) < 2:
        return "".join(places)
    return interface.say("{city}, {country}", city=places[0], country=places[1])


def _entry(entry: Entry, interface: Interface) -> str:
    if entry.since is None:
        return entry.text
    return interface.say("{entry} (since {month})", entry=entry.text, month=interface.month_of(entry.since))


def _found(value: Shown, field: str, interface: Interface) -> Iterator[tuple[str, str]]:
    return ((slug, name.text) for slug, name in addresses.found_under(value, field, interface))


def _sentences(field: str, person: Person) -> tuple[str, ...]:
    value = person.open_values.get(field)
    return tuple(entry.text for entry in value.entries) if isinstance(value, Entries) else ()


def _nickname(person: Person, interface: Interface) -> str:
    value = person.open_values.get("nickname")
    return value.pick(interface.language)[1] if isinstance(value, Words) else f"@{person.handle}"
