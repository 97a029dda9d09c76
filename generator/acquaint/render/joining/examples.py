"""What members who are listed for everyone say, as examples for whoever fills in the form; others every day."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from acquaint.introduction import ASKED_FIRST
from acquaint.render.interface import Interface
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.unreachable import unreachable
from acquaint.shown import Entries, Words, nearest_version

FIELDS = tuple(name for name in ASKED_FIRST if name != "nickname")
"""Fields whose examples help most: the ones a form begins with. Nobody should call themselves as somebody else does."""
EACH = 3
"""Examples of one field."""


def examples(people: tuple[Person, ...], site: Site) -> Mapping[str, tuple[Text, ...]]:
    """By field what EACH members say, those first who write in the language of the page; a field may have fewer.

    Who is taken moves on by EACH from one build day to the next, so that everybody's turn comes.
    """
    circle = sorted(people, key=lambda person: sha256(person.handle.encode()).digest())
    return {field: _of_field(field, circle, site) for field in FIELDS}


def _of_field(field: str, circle: list[Person], site: Site) -> tuple[Text, ...]:
    said = [text for person in circle for text in _said(field, person, site.interface)]
    ours = [text for text in said if text.lang is None] or said
    first = site.day.toordinal() * EACH % len(ours) if ours else 0
    return tuple((ours + ours)[first : first + min(EACH, len(ours))])


def _said(field: str, person: Person, interface: Interface) -> Iterator[Text]:
    """At most one text of a member; one that names a way to reach them is no example."""
    without = unreachable(person)
    match person.open_values.get(field):
        case Words(versions=versions):
            found = versions[nearest_version([lang for lang, _ in versions], interface.language)]
        case Entries(entries=entries):
            found = next(((entry.lang, entry.text) for entry in entries), ("", ""))
        case _:
            return
    lang, text = found
    if text and without.text(text) == text:
        yield interface.text(text, lang)
