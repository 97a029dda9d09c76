"""What the search may know of each member: every searchable value this edition shows, and nothing else of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from acquaint.config import FieldSpec
from acquaint.render.cards import Cards, placed
from acquaint.render.facets import Facet
from acquaint.render.interface import Interface
from acquaint.render.machines.spellings import country_spellings, language_spellings, tag_spellings
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.rendered import Rendered
from acquaint.search import Column, Document, Entry, Level, Parts, Passage, Search, Value, blocks, entry, written
from acquaint.shown import CountryCode, Entries, LanguageCodes, Plain, Prose, Shown, Tag, Tags, Ways, Words
from acquaint.store import FORGETFUL, Store

_NAMES = ("nickname", "name")
_LEVELS = {"headline": Level.HEADLINE, "offers": Level.OFFER, "interests": Level.INTEREST}
"""Levels of fields that differ from others of their kind."""


def search_data(
    people: tuple[Person, ...], facets: tuple[Facet, ...], cards: Cards, site: Site, store: Store = FORGETFUL
) -> Iterator[Rendered]:
    """Everything below search/. People are numbered from the last of the directory to its first."""
    oldest_first, interface = people[::-1], site.interface
    name = f"search {interface.language} {interface.internal}"
    search = store.state(name, lambda: Search(interface.language)) if store.keeping else Search(interface.language)
    entries = _entries(oldest_first, interface, store)
    yield from search.update([each.told for each in entries], columns(people, facets, interface, store))
    for number, texts in blocks([each.texts for each in entries]):
        yield store.of(text_block, number, texts)
    for number, shown in blocks(cards.those_of(person.handle for person in oldest_first)):
        yield store.of(card_block, number, tuple(shown))


def _entries(people: Iterable[Person], interface: Interface, store: Store) -> list[Entry]:
    """What each is found by. A build that keeps nothing takes apart once what both editions say."""
    if store.keeping:
        return [store.of(found_by, person, interface) for person in people]
    known: Parts = store.state("search parts", dict)
    return [entry(document(person, interface), known) for person in people]


def found_by(person: Person, interface: Interface) -> Entry:
    """What `person` is found by, and the reasons that are shown."""
    return entry(document(person, interface), {})


def card_block(number: int, cards: tuple[str, ...]) -> Rendered:
    """A few cards, for a page of results at the root of a language."""
    return written(number, "cards", [placed(card, "") for card in cards])


def text_block(number: int, texts: tuple[str, ...]) -> Rendered:
    """The texts of as many members, each as JSON."""
    return written(number, "texts", texts)


def columns(
    people: Iterable[Person], facets: tuple[Facet, ...], interface: Interface, store: Store = FORGETFUL
) -> tuple[Column, ...]:
    """The fields to filter by. In the public edition no value is somebody's way to be reached."""
    hidden = frozenset[str]() if interface.internal else _hidden(people, facets, store)
    return tuple(_column(facet, hidden) for facet in facets)


def _hidden(people: Iterable[Person], facets: tuple[Facet, ...], store: Store) -> frozenset[str]:
    """The values that are a way to reach one of those who have them, as `field/slug`."""
    own: dict[str, list[tuple[str, str]]] = {}
    for facet in facets:
        for value in facet.values:
            for handle in value.handles:
                own.setdefault(handle, []).append((f"{facet.name}/{value.slug}", value.text.text))
    found = (store.of(ways_among, person, tuple(own.get(person.handle, ()))) for person in people)
    return frozenset().union(*found)


def ways_among(person: Person, values: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The names of those `values`, (name, text), that are a way to reach `person`."""
    without = unreachable(person)
    return frozenset(name for name, text in values if without.holds(text))


def _column(facet: Facet, hidden: frozenset[str]) -> Column:
    """The field with its values, but for those that are somebody's way to be reached."""
    values = (
        Value(value.slug, value.text.text, value.text.lang, value.handles)
        for value in facet.values
        if f"{facet.name}/{value.slug}" not in hidden
    )
    return Column(facet.name, facet.label.text, facet.label.lang, tuple(values))


def document(person: Person, interface: Interface) -> Document:
    """What `person` is found by, in words. It depends on the member and the interface alone."""
    language = interface.language
    sort_as, zone = person.values.get("sort_as"), person.values.get("timezone")
    return Document(
        handle=person.handle,
        sort_as=sort_as.pick(language)[1] if isinstance(sort_as, Words) else person.called(language)[0].lstrip("@"),
        zone=zone.text if isinstance(zone, Plain) else "",
        passages=tuple(_passages(person, interface)),
    )


def _passages(person: Person, interface: Interface) -> Iterator[Passage]:
    """In the public edition they are free of ways to reach `person`, even of those that were opened."""
    without = Unreachable() if interface.internal else unreachable(person)
    yield Passage("Handle", f"@{person.handle}", None, Level.NAME, is_value=True)
    for spec in interface.fields.values():
        if not spec.search or (value := person.values.get(spec.name)) is None:
            continue
        for passage in _said(value, spec, interface):
            if isinstance(value, Tags) and without.holds(passage.text):
                continue
            words = without.text(passage.text)
            yield passage if words == passage.text else replace(passage, text=words)


def _said(value: Shown, spec: FieldSpec, interface: Interface) -> list[Passage]:
    """Everything in `value` that can be searched."""
    match value:
        case Tags(tags=tags):
            return [interface.once(_tag, tag.slug, tag.text, spec.name) for tag in tags]
        case LanguageCodes(codes=codes):
            return [interface.once(_language, code, spec.name) for code in codes]
        case CountryCode(code=code):
            return [interface.once(_country, code, spec.name)]
    level, is_value = _level(value, spec)
    title = interface.label(spec.name).text
    return [
        Passage(title, words, interface.text("", lang).lang, level, is_value)
        for words, lang in _texts(value, interface)
    ]


def _tag(slug: str, text: str, field: str, interface: Interface) -> Passage:
    return _named(field, tag_spellings(Tag(text, slug), field, interface), interface)


def _language(code: str, field: str, interface: Interface) -> Passage:
    return _named(field, language_spellings(code, interface), interface)


def _country(code: str, field: str, interface: Interface) -> Passage:
    return _named(field, country_spellings(code, interface), interface)


def _named(field: str, names: tuple[str, ...], interface: Interface) -> Passage:
    """One of a list's values, with all names it is known by."""
    level = _LEVELS.get(field, Level.TAG)
    return Passage(interface.label(field).text, names[0], None, level, is_value=True, also=names[1:])


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
