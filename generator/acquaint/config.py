"""The community's settings, as every stage receives them; nothing in here is private."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from acquaint.colours import Colour
from acquaint.shown import Prose, Words
from acquaint.values import Audience

DIRECTIVES = ("listing", "private", "public", "lang", "avatar")
"""Keys of a member's file that steer instead of being shown as text; no community's field may take their names."""

EXPIRING = "asks"
"""The field whose dated entries leave the public pages after `expire.asks`."""

ASKS_EXPIRE_AFTER = 182
"""Days an ask stays public if the community says nothing: half a year."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of the schema, built in or the community's own.

    `kind` names a type of fields/registry.py. `widen` lets a member open an internal field for everyone. `facet` gives
    the field pages to browse by; `search` makes it searchable. A field nobody stated an audience for is for members.
    `vague` and `concrete` are examples for whoever fills it in: one that says little, and one that others can act on.
    """

    name: str
    kind: str
    label: Words
    help: Words
    visibility: Audience = Audience.MEMBERS
    widen: bool = False
    facet: bool = False
    search: bool = False
    built_in: bool = False
    vague: Words | None = None
    concrete: Words | None = None


class Indexing(StrEnum):
    """Who may index the public edition: search engines, no machine at all, or AI crawlers as well."""

    SEARCH = "search"
    NONE = "none"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the introductions live. A public repository may hold no plain private value."""

    url: str = ""
    branch: str = "main"
    visibility: str = "private"


@dataclass(frozen=True, slots=True)
class Reach:
    """How a visitor reaches someone who shows no contact."""

    email: str = ""
    text: Words | None = None


DOORS = ("message", "pull-request", "download", "copy")
"""The ways in which an introduction leaves the join page."""


@dataclass(frozen=True, slots=True)
class Join:
    """How to become a member; the invitation isn't shown after the day `until`.

    `doors`, of DOORS, is what community.yml says; Community.doors tells which there are.
    """

    how: Words | None = None
    invite: str = ""
    until: date | None = None
    doors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One tag of the vocabulary: its canonical spelling, others that mean it, translations and its address."""

    name: str
    slug: str
    also: tuple[str, ...] = ()
    translations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tags a community agreed on for one field. `spellings` maps a spelling's slug to its term."""

    spellings: Mapping[str, Term] = field(default_factory=dict)
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """All that reading, checking and showing one introduction depend on of the settings.

    `vocabulary` has an entry for each field with one; `language` is the community's first.
    """

    fields: Mapping[str, FieldSpec]
    vocabulary: Mapping[str, Vocabulary]
    language: str

    def terms(self, field: str) -> Mapping[str, Term]:
        """The agreed tags of `field` by the slugs of their spellings."""
        vocabulary = self.vocabulary.get(field)
        return vocabulary.spellings if vocabulary else {}


CORNERS = ("round", "soft", "square")
DENSITIES = ("roomy", "compact")
"""What a community may choose of the look; render/look.py says what each means."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """For whom the community is, and for whom it is not, in sentences."""

    fits: tuple[Words, ...] = ()
    does_not_fit: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in place of the mark: PNG without metadata, its width and height in pixels."""

    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Look:
    """How the site looks, as far as it differs from the theme. Accents are readable on light, and on dark pages.

    `headings` and `text` are CSS lists of typefaces, "" for the theme's.
    """

    accent: Colour | None = None
    accent_dark: Colour | None = None
    logo: Logo | None = None
    headings: str = ""
    text: str = ""
    corners: str = "soft"
    density: str = "roomy"


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page the community wrote. `name` is its address, `place` says where a link to it stands."""

    name: str
    title: Words
    text: Prose
    description: Words | None = None
    place: str = "footer"


@dataclass(frozen=True, slots=True)
class Community:
    """All settings, with defaults for what community.yml leaves out.

    `languages` are BCP 47 tags, the default first. `base_url` is "" or an absolute address that ends in a slash.
    `vocabulary` has an entry for each field with one. `asks_expire_after` is in days. `prose_is_error` makes the
    name, the company or a contact in prose an error instead of a warning.
    """

    title: Words
    fields: Mapping[str, FieldSpec]
    description: Words | None = None
    languages: tuple[str, ...] = ("en",)
    base_url: str = ""
    repository: Repository = Repository()
    reach: Reach = Reach()
    join: Join = Join()
    vocabulary: Mapping[str, Vocabulary] = field(default_factory=dict)
    asks_expire_after: int = ASKS_EXPIRE_AFTER
    indexing: Indexing = Indexing.SEARCH
    prose_is_error: bool = False
    pages: tuple[OwnPage, ...] = ()
    welcome: Welcome = Welcome()
    look: Look = Look()

    @property
    def language(self) -> str:
        """The language of the pages at the root."""
        return self.languages[0]

    @property
    def schema(self) -> Schema:
        """What introductions are read by."""
        return Schema(self.fields, self.vocabulary, self.language)

    def has_lapsed(self, field: str, since: date, day: date) -> bool:
        """True if an entry of `field` dated `since` has left the public pages by `day`; only asks do."""
        return field == EXPIRING and since < self.oldest_ask(day)

    def oldest_ask(self, day: date) -> date:
        """The first day of which a dated ask still stands on `day`."""
        return date.fromordinal(max(1, day.toordinal() - self.asks_expire_after))

    @property
    def facets(self) -> tuple[FieldSpec, ...]:
        """The fields one can browse by, in the schema's order."""
        return tuple(spec for spec in self.fields.values() if spec.facet)

    @property
    def shows_repository(self) -> bool:
        """True if strangers may read where the repository is: it is public itself, or the community invites there."""
        named = self.repository.visibility == "public" or "pull-request" in self.join.doors
        return bool(self.repository.url) and named

    @property
    def doors(self) -> tuple[str, ...]:
        """The ways in which an introduction leaves the join page, in the community's order."""
        return tuple(door for door in self.join.doors or DOORS if door != "pull-request" or self.shows_repository)

    @property
    def opened_to_everyone(self) -> tuple[str, ...]:
        """Fields built in as internal that this community shows to everybody; every build says so."""
        return tuple(
            spec.name
            for spec in self.fields.values()
            if spec.name in INTERNAL_BY_DESIGN and spec.visibility is Audience.EVERYONE
        )


INTERNAL_BY_DESIGN = ("name", "company", "contact", "birthday", "introduced_by", "updated", "confirmed", "owner")
"""Built-in fields that only members see unless a community opens them."""
