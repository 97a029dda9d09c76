"""Which values stand close to each other, because the same people have them."""

from collections import Counter

from acquaint.render import addresses
from acquaint.render.facets import Facet, Value
from acquaint.render.site import Site
from acquaint.render.views import RelatedView

AMONG = ("skills", "interests", "groups")
"""The fields whose values are named as neighbours of others."""
MOST = 6
FEWEST = 2
"""Members who must have both: what one person combines says nothing of the rest."""
NEAR, FAR = 3, 20
"""How far from each other two arches are drawn that stand for the same people, and for entirely others."""


class Related:
    """Everything that members of one edition share, by who shares it."""

    def __init__(self, facets: tuple[Facet, ...], site: Site) -> None:
        self._values = {
            (facet.name, value.slug): value for facet in facets if facet.name in AMONG for value in facet.values
        }
        self._said: dict[str, list[tuple[str, str]]] = {}
        for key, value in self._values.items():
            for handle in value.handles:
                self._said.setdefault(handle, []).append(key)

    def of(self, field: str, value: Value, root: str) -> tuple[RelatedView, ...]:
        """The values that stand closest to `value`, links from a page whose language's root is at `root`.

        Those count most of whose own people most are here: what everybody has is close to nothing.
        """
        both = Counter(key for handle in value.handles for key in self._said.get(handle, ()))
        found = [(key, shared) for key, shared in both.items() if shared >= FEWEST and key != (field, value.slug)]
        found.sort(key=lambda pair: (-(pair[1] ** 2) / len(self._values[pair[0]].handles), pair[0]))
        return tuple(self._view(key, shared, len(value.handles), root) for key, shared in found[:MOST])

    def _view(self, key: tuple[str, str], shared: int, here: int, root: str) -> RelatedView:
        other = self._values[key]
        either = here + len(other.handles) - shared
        return RelatedView(
            text=other.text,
            href=root + addresses.facet_value(*key),
            shared=shared,
            count=len(other.handles),
            apart=FAR - (FAR - NEAR) * shared // either,
        )
