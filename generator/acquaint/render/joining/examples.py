"""What members who are listed for everyone say, as examples for whoever fills in the form; others every day."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from acquaint.introduction import ASKED_FIRST
from acquaint.render.interface import Interface
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.shown import Entries, Words, nearest_version
from acquaint.store import FORGETFUL, Store

FIELDS = tuple(name for name in ASKED_FIRST if name != "nickname")
"""Fields whose examples help most: the ones a form begins with. Nobody should call themselves as somebody else does."""
EACH = 3
"""Examples of one field."""


def examples(people: tuple[Person, ...], site: Site, store: Store = FORGETFUL) -> Mapping[str, tuple[Text, ...]]:
    """By field what EACH members say, those first who write in the language of the page; a field may have fewer.

    Who is taken moves on by EACH from one build day to the next, so that everybody's turn comes.
    """
    circle = sorted(people, key=lambda person: sha256(person.handle.encode()).digest())
    said = [store.of(said_by, person, site.interface) for person in circle]
    return {field: _of_field([each[at] for each in said], site.day) for at, field in enumerate(FIELDS)}


def _of_field(each: list[Text | None], day: date) -> tuple[Text, ...]:
    said = [text for text in each if text is not None]
    ours = [text for text in said if text.lang is None] or said
    first = day.toordinal() * EACH % len(ours) if ours else 0
    return tuple((ours + ours)[first : first + min(EACH, len(ours))])


def said_by(person: Person, interface: Interface) -> tuple[Text | None, ...]:
    """For each of FIELDS one text of a member, if they have one; what names a way to reach them is no example."""
    without = unreachable(person)
    return tuple(_said(field, person, without, interface) for field in FIELDS)


def _said(field: str, person: Person, without: Unreachable, interface: Interface) -> Text | None:
    match person.open_values.get(field):
        case Words(versions=versions):
            found = versions[nearest_version([lang for lang, _ in versions], interface.language)]
        case Entries(entries=entries):
            found = next(((entry.lang, entry.text) for entry in entries), ("", ""))
        case _:
            return None
    lang, text = found
    return interface.text(text, lang) if text and without.text(text) == text else None
