"""Texts to copy: a first message to a member, and a member's introduction for a chat, both of public values only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from acquaint.render import addresses
from acquaint.render.beginnings import beginning
from acquaint.render.components import label
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.shown import Entries, Entry, LanguageCodes, Prose, Shown, Tags, Words

MOST_OF_A_BIO = 600
"""Characters of a longer text that a chat bears."""

IN_THE_FIRST_LINES = ("nickname", "pronouns", "headline", "city", "country", "sort_as")
"""Fields that begin the introduction without their label, or (`sort_as`) are no text to read."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """A ready message; `about` names the offer or ask it takes up, "" where it takes up none."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class LettersView:
    """What can be copied from a member's page. `not_for` is what they don't want to be written to about.

    `introduction` is "" for a member whom strangers don't see.
    """

    nickname: str
    letters: tuple[LetterView, ...]
    not_for: tuple[str, ...]
    introduction: str


def letters_view(person: Person, site: Site) -> LettersView:
    """For the page of `person`. What an edition for members knows more is in neither text."""
    kept = unreachable(person)
    return LettersView(
        nickname=_nickname(person, site),
        letters=tuple(
            LetterView(about, _letter(opening, person, site)) for about, opening in _openings(person, site, kept)
        ),
        not_for=tuple(kept.text(text) for text in _sentences("not_for", person)),
        introduction=_introduction(person, site, kept) + _address(person, site) if person.listed_openly else "",
    )


def _openings(person: Person, site: Site, kept: Unreachable) -> Iterator[tuple[str, str]]:
    """(what it is about, how to begin): each offer, each ask, else what they like to be asked about, else neutral."""
    offers, asks = ([kept.text(each) for each in _sentences(field, person)] for field in ("offers", "asks"))
    found = [
        (
            site.say("Offer: {offer}", offer=o),
            site.say("You offer “{offer}”, and I would like to take you up on it.", offer=o),
        )
        for o in offers
    ]
    found += [
        (site.say("Ask: {ask}", ask=a), site.say("You are looking for this: “{ask}”. I may be able to help.", ask=a))
        for a in asks
    ]
    topic = person.open_values.get("ask_me_about")
    if not found and isinstance(topic, Words):
        words = kept.text(topic.pick(site.language)[1])
        found = [(words, site.say("You can be asked about “{topic}”, and I would like to ask.", topic=words))]
    yield from found or [("", site.say("I read your introduction, and would like to get to know you."))]


def _letter(opening: str, person: Person, site: Site) -> str:
    found = site.say("I found you among the people of {title}.", title=site.picked(site.community.title).text)
    parts = (
        site.say("Hello {nickname},", nickname=_nickname(person, site)),
        site.say("{sentence} {another}", sentence=found, another=opening),
        site.say("[Write here who you are and what it is about. Two or three sentences are enough.]"),
        site.say("If it doesn’t suit you, I’ll understand."),
        site.say("[Your name]"),
    )
    return "\n\n".join(parts) + _address(person, site)


def _introduction(person: Person, site: Site, kept: Unreachable) -> str:
    """The member's public values as plain text, in the schema's order. The name stays, even where an account has it."""
    nickname, values = _nickname(person, site), person.open_values
    name = (
        nickname
        if nickname == f"@{person.handle}"
        else site.say("{name} ({more})", name=nickname, more=f"@{person.handle}")
    )
    places = [
        name for field in ("city", "country") if field in values for _, name in _found(values[field], field, site)
    ]
    added = site.said_of("between a name and what is added to it", ", ")
    head = [added.join([name, *_plain("pronouns", values, site)]), *_plain("headline", values, site)]
    told = [kept.text(line) for line in (*head[1:], _place(places, site)) if line]
    parts = ["\n".join([head[0], *told])]
    for field, value in values.items():
        said = _plain(field, values, site) if field not in IN_THE_FIRST_LINES else []
        if said:
            title = label(site.community.fields[field], site).text
            one_line = not isinstance(value, Entries | Prose)
            parts.append(
                kept.text(
                    site.say("{label}: {value}", label=title, value=said[0])
                    if one_line
                    else "\n".join([site.say("{label}:", label=title), *said])
                )
            )
    return "\n\n".join(parts)


def _plain(field: str, values: Mapping[str, Shown], site: Site) -> list[str]:
    """The lines of a field's value; none for what isn't words, and never a way to reach somebody."""
    match value := values.get(field):
        case Words():
            return [value.pick(site.language)[1]]
        case Tags(tags=tags):
            return [site.listed(site.tag(tag, field).text for tag in tags)]
        case LanguageCodes(codes=codes):
            return [site.listed(site.language_name(code).text for code in codes)]
        case Entries(entries=entries):
            return [f"- {_entry(entry, site)}" for entry in entries]
        case Prose():
            return [beginning(value.pick(site.language)[2], MOST_OF_A_BIO)]
        case _:
            return []


def _place(places: list[str], site: Site) -> str:
    if len(places) < 2:
        return "".join(places)
    return site.say("{city}, {country}", city=places[0], country=places[1])


def _entry(entry: Entry, site: Site) -> str:
    if entry.since is None:
        return entry.text
    return site.say("{entry} (since {month})", entry=entry.text, month=site.month_of(entry.since))


def _found(value: Shown, field: str, site: Site) -> Iterator[tuple[str, str]]:
    return ((slug, name.text) for slug, name in addresses.found_under(value, field, site))


def _sentences(field: str, person: Person) -> tuple[str, ...]:
    value = person.open_values.get(field)
    return tuple(entry.text for entry in value.entries) if isinstance(value, Entries) else ()


def _nickname(person: Person, site: Site) -> str:
    value = person.open_values.get("nickname")
    return value.pick(site.language)[1] if isinstance(value, Words) else f"@{person.handle}"


def _address(person: Person, site: Site) -> str:
    """The page's address on a line of its own, where it is known and strangers can open it."""
    base = site.community.base_url if person.listed_openly else ""
    return f"\n\n{base}{site.folder}{addresses.member(person.handle)}" if base else ""
