"""What the search may know of each member: every searchable value this edition shows, and nothing else of them."""

from collections.abc import Iterable, Iterator, Mapping

from acquaint.config import FieldSpec
from acquaint.render import addresses
from acquaint.render.cards import Cards
from acquaint.render.facets import Facet
from acquaint.render.interface import Interface
from acquaint.render.machines.spellings import country_spellings, language_spellings, tag_spellings
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.rendered import Rendered
from acquaint.search import BLOCK, Column, Document, Level, Passage, Value, search_files
from acquaint.shown import CountryCode, Entries, LanguageCodes, Plain, Prose, Shown, Tags, Ways, Words

_NAMES = ("nickname", "name")
_LEVELS = {"headline": Level.HEADLINE, "offers": Level.OFFER, "interests": Level.INTEREST}
"""Levels of fields that differ from others of their kind."""


def search_data(people: tuple[Person, ...], facets: tuple[Facet, ...], cards: Cards, site: Site) -> Iterator[Rendered]:
    """Everything below search/. People are numbered from the last of the directory to its first."""
    oldest_first = people[::-1]
    documents = [_document(person, site.interface) for person in oldest_first]
    reachable = {} if site.interface.internal else {person.handle: unreachable(person) for person in people}
    yield from search_files(documents, [_column(facet, reachable) for facet in facets], site.interface.language)
    for first in range(0, len(people), BLOCK):
        block = "".join(cards.of(person.handle, "") for person in oldest_first[first : first + BLOCK])
        yield Rendered(addresses.card_block(first // BLOCK), f"<ul>{block}</ul>\n".encode())


def _column(facet: Facet, reachable: Mapping[str, Unreachable]) -> Column:
    """The field with its values, but for those that are somebody's way to be reached."""
    values = (
        Value(value.slug, value.text.text, value.text.lang, value.handles)
        for value in facet.values
        if not any(handle in reachable and reachable[handle].holds(value.text.text) for handle in value.handles)
    )
    return Column(facet.name, facet.label.text, facet.label.lang, tuple(values))


def _document(person: Person, interface: Interface) -> Document:
    sort_as = person.values.get("sort_as")
    zone = person.values.get("timezone")
    return Document(
        handle=person.handle,
        sort_as=sort_as.pick(interface.language)[1]
        if isinstance(sort_as, Words)
        else person.called(interface.language)[0].lstrip("@"),
        zone=zone.text if isinstance(zone, Plain) else "",
        passages=tuple(_passages(person, interface)),
    )


def _passages(person: Person, interface: Interface) -> Iterator[Passage]:
    """What `person` is found by. In the public edition it is free of ways to reach them, even of those they opened."""
    without = unreachable(person) if not interface.internal else Unreachable()
    yield Passage("Handle", f"@{person.handle}", None, Level.NAME, is_value=True)
    for spec in interface.fields.values():
        if not spec.search or (value := person.values.get(spec.name)) is None:
            continue
        title = interface.label(spec.name).text
        for words, lang, also in _texts(value, spec, interface):
            if not (isinstance(value, Tags) and without.holds(words)):
                level, is_value = _level(value, spec)
                yield Passage(title, without.text(words), interface.text("", lang).lang, level, is_value, also)


def _level(value: Shown, spec: FieldSpec) -> tuple[Level, bool]:
    """Where a word of the field counts, and whether its texts are names and tags rather than sentences."""
    if isinstance(value, Prose):
        return Level.PROSE, False
    if spec.name in _NAMES:
        return Level.NAME, True
    if spec.kind == "place" or spec.name == "company" or not isinstance(value, Words | Entries):
        return _LEVELS.get(spec.name, Level.TAG), True
    return _LEVELS.get(spec.name, Level.TOLD), False


def _texts(value: Shown, spec: FieldSpec, interface: Interface) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    """(text, language or "", other spellings) of everything in `value` that can be searched."""
    match value:
        case Words(versions=versions):
            return [(words, lang, ()) for lang, words in versions]
        case Prose(versions=passages):
            return [(plain, lang, ()) for lang, _, plain in passages]
        case Tags(tags=tags):
            return [(interface.tag(tag, spec.name).text, "", tag_spellings(tag, spec.name, interface)) for tag in tags]
        case Entries(entries=entries):
            return [(entry.text, entry.lang, ()) for entry in entries]
        case CountryCode(code=code):
            return [(names[0], "", names[1:]) for names in [country_spellings(code, interface)]]
        case LanguageCodes(codes=codes):
            return [(names[0], "", names[1:]) for names in (language_spellings(code, interface) for code in codes)]
        case Plain(text=words):
            return [(words, "", ())]
        case Ways(ways=ways) if interface.internal:
            return [(way.text, "", ()) for way in ways]
        case _:
            return []
