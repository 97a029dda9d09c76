"""What a member's file says, once read: the private side's values, each with its audience.

`Said` is free text as typed. Nothing outward accepts it: only a Showing (fields/showing.py) turns it into `Words`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from acquaint.tree import Span


class Audience(StrEnum):
    """Who may see something. Everyone includes members; what nobody stated is for members."""

    EVERYONE = "everyone"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Said:
    """Free text as typed (NFC, trimmed), with its place in the file."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in one or several languages: (BCP 47 tag, text); the tag is "" where the file gave none."""

    versions: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list. `day` is since when or until when, as the field's type has it."""

    said: Said
    day: date | None = None
    audience: Audience = Audience.EVERYONE


@dataclass(frozen=True, slots=True)
class Items:
    """A list of tags, of offers, of kinds of availability."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A name from a closed list: ISO 3166 country, IANA time zone, a member's handle."""

    code: str


@dataclass(frozen=True, slots=True)
class Codes:
    """Several of them: BCP 47 languages."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled address, https, http or mailto."""

    label: Said
    url: str


@dataclass(frozen=True, slots=True)
class Links:
    """All of a member's links, in the order of the file."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach a member: a kind of fields/contacts.py and its normalised value."""

    kind: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Contacts:
    """All ways to reach a member."""

    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day."""

    day: date


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A square picture without metadata, large and small, ready to be written; `name` is the file it came from."""

    name: str
    content: bytes
    small: bytes


@dataclass(frozen=True, slots=True)
class Sealed:
    """An encrypted value. It is for members whatever the file says."""

    text: str


Value = Wording | Items | Code | Codes | Links | Contacts | Day | MonthDay | Picture | Sealed
