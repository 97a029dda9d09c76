"""What a page may show: outward shapes, free of audiences, positions and anything that was withheld."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


def nearest_version(tags: Sequence[str], language: str) -> int:
    """The index of the tag nearest to `language`: itself, the same without a region, any variant of it, the first."""
    primary = language.partition("-")[0]
    exact = (at for wanted in (language, primary) for at, tag in enumerate(tags) if tag == wanted)
    return next(exact, next((at for at, tag in enumerate(tags) if tag.partition("-")[0] == primary), 0))


@dataclass(frozen=True, slots=True)
class Words:
    """One text in one or several languages: (BCP 47 tag, text), the member's own language first."""

    versions: tuple[tuple[str, str], ...]

    def pick(self, language: str) -> tuple[str, str]:
        """The version for a page in `language`, as (tag, text): that language, a variant, else the member's own."""
        if len(self.versions) == 1:
            return self.versions[0]
        return self.versions[nearest_version([tag for tag, _ in self.versions], language)]


@dataclass(frozen=True, slots=True)
class Prose:
    """Longer text in one or several languages: (BCP 47 tag, sanitised HTML, the same as plain text)."""

    versions: tuple[tuple[str, str, str], ...]

    def pick(self, language: str) -> tuple[str, str, str]:
        """The version for a page in `language`, as (tag, html, text), chosen as that of Words is."""
        if len(self.versions) == 1:
            return self.versions[0]
        return self.versions[nearest_version([tag for tag, *_ in self.versions], language)]


@dataclass(frozen=True, slots=True)
class Tag:
    """A word people are found by. `slug` is its address and its identity: tags that differ by spelling share it."""

    text: str
    slug: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Tags:
    """A member's tags of one field, in the member's order, each slug once."""

    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One offer, ask or other sentence; `since` where it is dated."""

    text: str
    lang: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """A member's offers, asks, topics."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class CountryCode:
    """ISO 3166-1 alpha-2."""

    code: str


@dataclass(frozen=True, slots=True)
class LanguageCodes:
    """BCP 47 tags, in the member's order."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without a language: a time zone, a handle."""

    text: str


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A labelled address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownLinks:
    """A member's links."""

    links: tuple[ShownLink, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach somebody: its kind's label, the text to read, and an address where the kind has one."""

    kind: str
    label: str
    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways to reach somebody that this audience may see."""

    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A calendar day."""

    day: date


@dataclass(frozen=True, slots=True)
class ShownMonthDay:
    """A day of every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A square JPEG without metadata, and the same for a card."""

    content: bytes
    small: bytes


@dataclass(frozen=True, slots=True)
class ShownSealed:
    """An encrypted value, for members only; nothing of it is shown but that it exists."""


Shown = (
    Words
    | Prose
    | Tags
    | Entries
    | CountryCode
    | LanguageCodes
    | Plain
    | ShownLinks
    | Ways
    | ShownDay
    | ShownMonthDay
    | ShownPicture
    | ShownSealed
)
