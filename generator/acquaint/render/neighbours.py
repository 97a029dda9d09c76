"""What those who share a value share besides: made of their own profiles, so that nobody else's turns the page."""

from collections import Counter, defaultdict

from acquaint.render import addresses
from acquaint.render.facets import Value, most_used
from acquaint.render.interface import Interface
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.render.views import RelatedView

AMONG = ("skills", "interests", "groups")
"""The fields whose values are named as neighbours of others."""
MOST = 6
FEWEST = 2
"""Members who must have both: what one person combines says nothing of the rest."""
NEAR, FAR = 3, 20
"""How far from each other two arches are drawn where all here have the other value too, and where hardly anybody."""


class Related:
    """What each member of one edition says in the fields that are compared."""

    def __init__(self, people: tuple[Person, ...], interface: Interface) -> None:
        fields = [field for field in AMONG if interface.has_pages_for(field)]
        self._said = {person.handle: tuple(_said(fields, person, interface)) for person in people}

    def of(self, field: str, value: Value, root: str) -> tuple[RelatedView, ...]:
        """The values that most who have `value` have too, links from a page whose language's root is at `root`.

        Among equals the field and the slug decide, and spelt they are as most of those here spell them: how many have
        the other value in all would change with people who don't stand on this page.
        """
        spelt: dict[tuple[str, str], Counter[Text]] = defaultdict(Counter)
        for handle in value.handles:
            for key, text in self._said[handle]:
                spelt[key][text] += 1
        both = {key: texts.total() for key, texts in spelt.items() if key != (field, value.slug)}
        found = sorted((key for key, shared in both.items() if shared >= FEWEST), key=lambda key: (-both[key], key))
        return tuple(
            RelatedView(
                text=most_used(spelt[key]),
                href=root + addresses.facet_value(*key),
                shared=both[key],
                apart=FAR - (FAR - NEAR) * both[key] // len(value.handles),
            )
            for key in found[:MOST]
        )


def _said(fields: list[str], person: Person, interface: Interface) -> list[tuple[tuple[str, str], Text]]:
    """((field, slug), spelling) of everything that `person` says in `fields`, each once."""
    found = {
        (field, slug): text
        for field in fields
        if field in person.values
        for slug, text in addresses.found_under(person.values[field], field, interface)
    }
    return list(found.items())
