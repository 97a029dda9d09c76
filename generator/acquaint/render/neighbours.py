"""What those who share a value share besides: made of their own profiles, so that nobody else's turns the page."""

from collections.abc import Iterable

from acquaint.render import addresses
from acquaint.render.facets import Row, Value, most_used
from acquaint.render.naming import Text
from acquaint.render.views import RelatedView
from acquaint.store import FORGETFUL, Store

AMONG = ("skills", "interests", "groups")
"""The fields whose values are named as neighbours of others."""
MOST = 6
FEWEST = 2
"""Members who must have both: what one person combines says nothing of the rest."""
NEAR, FAR = 3, 20
"""How far from each other two arches are drawn where all here have the other value too, and where hardly anybody."""


class Related:
    """What each member of one edition says in the fields that are compared."""

    def __init__(self, rows: Iterable[Row], store: Store = FORGETFUL) -> None:
        self._rows, self._store = {row.handle: row for row in rows}, store

    def of(self, field: str, value: Value, root: str) -> tuple[RelatedView, ...]:
        """The values that most who have `value` have too, links from a page whose language's root is at `root`."""
        here = tuple(map(self._rows.__getitem__, value.handles))
        return self._store.of(related, field, value.slug, here, root) if len(here) >= FEWEST else ()


def related(field: str, slug: str, here: tuple[Row, ...], root: str) -> tuple[RelatedView, ...]:
    """What those who are `here` share besides the value `slug` of `field`.

    Among equals the field and the slug decide, and spelt they are as most of those here spell them: how many have the
    other value in all would change with people who don't stand on this page.
    """
    spelt: dict[tuple[str, str], dict[Text, int]] = {}
    for row in here:
        for name, values in row.found:
            for other, text in dict(values).items() if name in AMONG else ():
                counts = spelt.setdefault((name, other), {})
                counts[text] = counts.get(text, 0) + 1
    both = {key: sum(texts.values()) for key, texts in spelt.items() if key != (field, slug)}
    found = sorted((key for key, shared in both.items() if shared >= FEWEST), key=lambda key: (-both[key], key))
    return tuple(
        RelatedView(
            text=most_used(spelt[key]),
            href=root + addresses.facet_value(*key),
            shared=both[key],
            apart=FAR - (FAR - NEAR) * both[key] // len(here),
        )
        for key in found[:MOST]
    )
