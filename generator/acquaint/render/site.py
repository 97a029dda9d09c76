"""What the pages of all are rendered with: the community, the day, and how the edition speaks."""

from dataclasses import dataclass, field
from datetime import date

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.colours import DARK, LIGHT
from acquaint.config import Community, Indexing
from acquaint.forge import Forge, forge_of
from acquaint.render.interface import Interface


@dataclass(frozen=True, slots=True)
class Site:
    """One edition of one build in one language.

    `told` are the sentences of the command, which the form to join shares. `papers` are the colours behind light and
    dark pages.
    """

    community: Community
    interface: Interface
    day: date
    told: Catalogue = field(default=ENGLISH)
    papers: tuple[str, str] = (str(LIGHT.paper), str(DARK.paper))

    @property
    def may_be_indexed(self) -> bool:
        """True if search engines may list the pages of this edition."""
        return not self.interface.internal and self.community.indexing is not Indexing.NONE

    @property
    def base_url(self) -> str:
        """The absolute address of this edition, or "" where none was given; the internal edition has none."""
        return "" if self.interface.internal else self.community.base_url

    @property
    def forge(self) -> Forge | None:
        """Where the files are edited: members may read it, strangers only where the community shows it."""
        repository = self.community.repository
        is_shown = self.interface.internal or self.community.shows_repository
        return forge_of(repository.url, repository.branch) if is_shown else None

    @property
    def title(self) -> str:
        """What the community calls itself in this language."""
        return self.interface.picked(self.community.title).text
