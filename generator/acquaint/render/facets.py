"""Who shares which value: everything one can browse by, with the members of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from acquaint.config import FieldSpec
from acquaint.render import addresses
from acquaint.render.interface import Interface
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.render.views import FacetView, ValueView
from acquaint.search import sort_key

MOST_USED = 6
"""How many values of each field the directory names."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value and the handles of those who have it, in the directory's order; the first `dated` show a day."""

    slug: str
    text: Text
    handles: tuple[str, ...]
    dated: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One field and its values, those with most members first, then in the language's order."""

    name: str
    label: Text
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Where one member is found: (field, ((slug, spelling), …)) for each field with pages; `dated`: they show a day."""

    handle: str
    dated: bool
    found: tuple[tuple[str, tuple[tuple[str, Text], ...]], ...]

    def under(self, field: str) -> tuple[tuple[str, Text], ...]:
        """(slug, spelling) of each value of `field`."""
        return next((values for name, values in self.found if name == field), ())


def row(person: Person, interface: Interface) -> Row:
    """Where `person` is found."""
    shown = ((spec.name, person.values[spec.name]) for spec in interface.browse if spec.name in person.values)
    found = tuple((name, tuple(addresses.found_under(value, name, interface))) for name, value in shown)
    return Row(person.handle, person.joined is not None, found)


def gather(rows: Iterable[Row], interface: Interface) -> tuple[Facet, ...]:
    """Every facet of the edition, in the schema's order; one that nobody uses has no values."""
    handles: dict[str, dict[str, dict[str, bool]]] = {spec.name: {} for spec in interface.browse}
    spellings: dict[str, dict[str, dict[Text, int]]] = {spec.name: {} for spec in interface.browse}
    for each in rows:
        for field, values in each.found:
            of_field, spelt = handles[field], spellings[field]
            for slug, words in values:
                of_field.setdefault(slug, {})[each.handle] = each.dated
                counts = spelt.setdefault(slug, {})
                counts[words] = counts.get(words, 0) + 1
    return tuple(_facet(spec, handles[spec.name], spellings[spec.name], interface) for spec in interface.browse)


def facet_view(facet: Facet, root: str) -> FacetView:
    """The facet for the directory's page: its most used values."""
    return FacetView(
        name=facet.name,
        label=facet.label,
        href=root + addresses.facet(facet.name),
        values=tuple(_value_view(value, root + addresses.facet(facet.name)) for value in facet.values[:MOST_USED]),
        total=len(facet.values),
    )


def by_number(facet: Facet) -> tuple[tuple[int, tuple[ValueView, ...]], ...]:
    """The facet for its index: (how many members, the values that so many have), the highest number first."""
    groups = groupby(facet.values, key=lambda value: len(value.handles))
    return tuple((count, tuple(_value_view(value, "") for value in values)) for count, values in groups)


def _value_view(value: Value, folder: str) -> ValueView:
    return ValueView(value.text, f"{folder}{value.slug}/", len(value.handles))


def _facet(
    spec: FieldSpec,
    handles: Mapping[str, Mapping[str, bool]],
    spellings: Mapping[str, Mapping[Text, int]],
    interface: Interface,
) -> Facet:
    values = [
        Value(slug, most_used(spellings[slug]), tuple(found), sum(found.values())) for slug, found in handles.items()
    ]
    values.sort(key=lambda value: (-len(value.handles), sort_key(value.text.text, interface.language), value.slug))
    return Facet(spec.name, interface.label(spec.name), tuple(values))


def most_used(spellings: Mapping[Text, int]) -> Text:
    """The most used spelling; among equals the first by code point."""
    if len(spellings) == 1:
        return next(iter(spellings))
    return min(spellings, key=lambda words: (-spellings[words], words.text, words.lang or ""))
