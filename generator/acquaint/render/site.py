"""What every page of one edition is rendered with: the community, the language of the pages, what one can browse by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from acquaint.config import Community, FieldSpec, Indexing


@dataclass(frozen=True, slots=True)
class Site:
    """One edition of one build. `handles` are those of everybody in it; `browse` are the fields that have pages."""

    community: Community
    environment: Environment
    day: date
    handles: frozenset[str]
    browse: tuple[FieldSpec, ...]
    internal: bool = False

    @property
    def language(self) -> str:
        """The language in which texts with several versions are shown."""
        return self.community.language

    @property
    def may_be_indexed(self) -> bool:
        """True if search engines may list the pages of this edition."""
        return not self.internal and self.community.indexing is not Indexing.NONE

    @property
    def base_url(self) -> str:
        """The absolute address of this edition, or "" where none was given; the internal edition has none."""
        return "" if self.internal else self.community.base_url

    def macro(self, template: str, name: str) -> Callable[..., str]:
        """One macro of a template, as this edition has it; what it returns is escaped HTML."""
        drawn: Callable[..., str] = getattr(self.environment.get_template(template).module, name)
        return drawn

    def has_pages_for(self, field: str) -> bool:
        """True if the values of `field` have pages to link to."""
        return any(spec.name == field for spec in self.browse)


def browsable(community: Community, internal: bool) -> tuple[FieldSpec, ...]:
    """The fields with pages. What strangers can never see has none in their edition, not even empty ones."""
    return tuple(spec for spec in community.facets if internal or may_be_open(spec))


def may_be_open(spec: FieldSpec) -> bool:
    """True if strangers see the field of at least those members who open it."""
    return spec.widen or spec.visibility == "everyone"
