"""Texts to copy: a first message to a member, and a member's introduction for a chat, both of public values only."""

from collections.abc import Iterator
from dataclasses import dataclass

from acquaint.render import addresses
from acquaint.render.components import label
from acquaint.render.naming import language_name, month_of
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.shown import Entries, LanguageCodes, Prose, Shown, Tags, Words

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
    found = [(f"Offer: {offer}", f"You offer “{offer}”, and I would like to take you up on it.") for offer in offers]
    found += [(f"Ask: {ask}", f"You are looking for this: “{ask}”. I may be able to help.") for ask in asks]
    topic = person.open_values.get("ask_me_about")
    if not found and isinstance(topic, Words):
        words = kept.text(topic.pick(site.language)[1])
        found = [(words, f"You can be asked about “{words}”, and I would like to ask.")]
    yield from found or [("", "I read your introduction, and would like to get to know you.")]


def _letter(opening: str, person: Person, site: Site) -> str:
    title = site.community.title.pick(site.language)[1]
    return (
        f"Hello {_nickname(person, site)},\n\n"
        f"I found you among the people of {title}. {opening}\n\n"
        "[Write here who you are and what it is about. Two or three sentences are enough.]\n\n"
        "If it doesn’t suit you, I’ll understand.\n\n"
        "[Your name]" + _address(person, site)
    )


def _introduction(person: Person, site: Site, kept: Unreachable) -> str:
    """The member's public values as plain text, in the schema's order. The name stays, even where an account has it."""
    nickname, values = _nickname(person, site), person.open_values
    name = nickname if nickname == f"@{person.handle}" else f"{nickname} (@{person.handle})"
    places = [name for field in ("city", "country") if field in values for _, name in _found(values[field], site)]
    head = [", ".join([name, *_plain(values.get("pronouns"), site)]), *_plain(values.get("headline"), site)]
    told = [kept.text(line) for line in (*head[1:], ", ".join(places)) if line]
    parts = ["\n".join([head[0], *told])]
    for field, value in values.items():
        said = _plain(value, site) if field not in IN_THE_FIRST_LINES else []
        if said:
            title = label(site.community.fields[field], site).text
            one_line = not isinstance(value, Entries | Prose)
            parts.append(kept.text(f"{title}: {said[0]}" if one_line else "\n".join([f"{title}:", *said])))
    return "\n\n".join(parts)


def _plain(value: Shown | None, site: Site) -> list[str]:
    """The lines of a value; none for what isn't words, and never a way to reach somebody."""
    match value:
        case Words():
            return [value.pick(site.language)[1]]
        case Tags(tags=tags):
            return [", ".join(tag.text for tag in tags)]
        case LanguageCodes(codes=codes):
            return [", ".join(language_name(code, site.language).text for code in codes)]
        case Entries(entries=entries):
            return [f"- {e.text}" + (f" (since {month_of(e.since)})" if e.since else "") for e in entries]
        case Prose():
            return [_beginning(value.pick(site.language)[2])]
        case _:
            return []


def _beginning(words: str) -> str:
    """As much of a longer text as a chat bears, cut where a word ends."""
    if len(words) <= MOST_OF_A_BIO:
        return words
    cut = words[:MOST_OF_A_BIO]
    return (cut.rpartition(" ")[0] if " " in cut[MOST_OF_A_BIO // 2 :] else cut).rstrip() + " …"


def _found(value: Shown, site: Site) -> Iterator[tuple[str, str]]:
    return ((slug, name.text) for slug, name in addresses.found_under(value, site.language))


def _sentences(field: str, person: Person) -> tuple[str, ...]:
    value = person.open_values.get(field)
    return tuple(entry.text for entry in value.entries) if isinstance(value, Entries) else ()


def _nickname(person: Person, site: Site) -> str:
    value = person.open_values.get("nickname")
    return value.pick(site.language)[1] if isinstance(value, Words) else f"@{person.handle}"


def _address(person: Person, site: Site) -> str:
    """The page's address on a line of its own, where it is known and strangers can open it."""
    base = site.community.base_url if person.listed_openly else ""
    return f"\n\n{base}{addresses.member(person.handle)}" if base else ""
