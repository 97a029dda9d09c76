"""What the search may know of each member: every searchable value this edition shows, and nothing else of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from acquaint.config import FieldSpec
from acquaint.render.cards import Cards
from acquaint.render.components import label
from acquaint.render.facets import Facet
from acquaint.render.interface import Interface
from acquaint.render.machines.spellings import country_spellings, language_spellings, tag_spellings
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.rendered import Rendered
from acquaint.search import Column, Document, Level, Passage, Value, card_blocks, search_files
from acquaint.shown import CountryCode, Entries, LanguageCodes, Plain, Prose, Shown, Tag, Tags, Ways, Words

_NAMES = ("nickname", "name")
_LEVELS = {"headline": Level.HEADLINE, "offers": Level.OFFER, "interests": Level.INTEREST}
"""Levels of fields that differ from others of their kind."""


def search_data(people: tuple[Person, ...], facets: tuple[Facet, ...], cards: Cards, site: Site) -> Iterator[Rendered]:
    """Everything below search/. People are numbered from the last of the directory to its first."""
    oldest_first, interface = people[::-1], site.interface
    documents, filters = Documents(interface), columns(people, facets, interface)
    yield from search_files(map(documents.of, oldest_first), filters, interface.language)
    yield from card_blocks([cards.of(person.handle, "") for person in oldest_first])


def columns(people: Iterable[Person], facets: Iterable[Facet], interface: Interface) -> tuple[Column, ...]:
    """The fields to filter by. In the public edition no value is somebody's way to be reached."""
    reachable = {} if interface.internal else {person.handle: unreachable(person) for person in people}
    return tuple(_column(facet, reachable) for facet in facets)


class Documents:
    """What members are found by, one after the other. A document depends on its member and the interface alone."""

    def __init__(self, interface: Interface) -> None:
        """Names of fields, and of values that many have, are looked up once."""
        self._interface = interface
        self._fields = [(spec, label(spec, interface).text) for spec in interface.fields.values() if spec.search]
        self._values: dict[tuple[str, Tag | str], Passage] = {}

    def of(self, person: Person) -> Document:
        """The document of `person`."""
        language = self._interface.language
        sort_as = person.values.get("sort_as")
        zone = person.values.get("timezone")
        return Document(
            handle=person.handle,
            sort_as=sort_as.pick(language)[1] if isinstance(sort_as, Words) else person.called(language)[0].lstrip("@"),
            zone=zone.text if isinstance(zone, Plain) else "",
            passages=tuple(self._passages(person)),
        )

    def _passages(self, person: Person) -> Iterator[Passage]:
        """In the public edition they are free of ways to reach `person`, even of those that were opened."""
        without = _NO_WAYS if self._interface.internal else unreachable(person)
        yield Passage("Handle", f"@{person.handle}", None, Level.NAME, is_value=True)
        for spec, title in self._fields:
            if (value := person.values.get(spec.name)) is None:
                continue
            for passage in self._said(value, spec, title):
                if isinstance(value, Tags) and without.holds(passage.text):
                    continue
                words = without.text(passage.text)
                yield passage if words == passage.text else replace(passage, text=words)

    def _said(self, value: Shown, spec: FieldSpec, title: str) -> list[Passage]:
        """Everything in `value` that can be searched."""
        match value:
            case Tags(tags=tags):
                return [self._named(tag, value, spec, title) for tag in tags]
            case LanguageCodes(codes=codes):
                return [self._named(code, value, spec, title) for code in codes]
            case CountryCode(code=code):
                return [self._named(code, value, spec, title)]
        level, is_value = _level(value, spec)
        return [
            Passage(title, words, self._interface.text("", lang).lang, level, is_value)
            for words, lang in _texts(value, self._interface)
        ]

    def _named(self, each: Tag | str, value: Shown, spec: FieldSpec, title: str) -> Passage:
        """One of a list's values, with all names it is known by; many members share it, so it is made once."""
        if (passage := self._values.get((spec.name, each))) is None:
            name, *others = _spellings(each, value, spec, self._interface)
            passage = Passage(title, name, None, *_level(value, spec), tuple(others))
            self._values[spec.name, each] = passage
        return passage


_NO_WAYS = Unreachable(None, None, frozenset())


def _column(facet: Facet, reachable: Mapping[str, Unreachable]) -> Column:
    """The field with its values, but for those that are somebody's way to be reached."""
    values = (
        Value(value.slug, value.text.text, value.text.lang, value.handles)
        for value in facet.values
        if not any(handle in reachable and reachable[handle].holds(value.text.text) for handle in value.handles)
    )
    return Column(facet.name, facet.label.text, facet.label.lang, tuple(values))


def _level(value: Shown, spec: FieldSpec) -> tuple[Level, bool]:
    """Where a word of the field counts, and whether its texts are names and tags rather than sentences."""
    if isinstance(value, Prose):
        return Level.PROSE, False
    if spec.name in _NAMES:
        return Level.NAME, True
    if spec.kind == "place" or spec.name == "company" or not isinstance(value, Words | Entries):
        return _LEVELS.get(spec.name, Level.TAG), True
    return _LEVELS.get(spec.name, Level.TOLD), False


def _texts(value: Shown, interface: Interface) -> list[tuple[str, str]]:
    """(text, language or "") of everything in `value`."""
    match value:
        case Words(versions=versions):
            return [(words, lang) for lang, words in versions]
        case Prose(versions=passages):
            return [(plain, lang) for lang, _, plain in passages]
        case Entries(entries=entries):
            return [(entry.text, entry.lang) for entry in entries]
        case Plain(text=words):
            return [(words, "")]
        case Ways(ways=ways) if interface.internal:
            return [(way.text, "") for way in ways]
        case _:
            return []


def _spellings(each: Tag | str, value: Shown, spec: FieldSpec, interface: Interface) -> tuple[str, ...]:
    """All names of a tag, a country, a language, the one on the page first."""
    if isinstance(each, Tag):
        return tag_spellings(each, spec.name, interface)
    return country_spellings(each, interface) if isinstance(value, CountryCode) else language_spellings(each, interface)
