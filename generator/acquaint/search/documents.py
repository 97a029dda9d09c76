"""What the search knows of a member, and of a field one can filter by; an edition's own values and nothing else."""

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How much it counts where a word stands: the ranking, defined here once.

    Every posting carries its level, so the browser only adds up. What somebody says in a word (a tag, a place) is
    meant; what stands in their introduction may be by the way.
    """

    WHOLE = 9
    """A name, tag or place that is nothing but this word."""
    NAME = 8
    TAG = 7
    INTEREST = 6
    """What somebody likes besides; nothing but this word, it counts as a tag."""
    HEADLINE = 5
    OFFER = 4
    TOLD = 3
    """What somebody looks for, works on, or loves to talk about."""
    PROSE = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing a member says: its field's label, its text, and `lang` where that isn't the page's.

    `also` are other spellings by which it is found (k8s for Kubernetes). `is_value` is true of names, tags and places:
    they are found as a whole, too, written together (Front End as frontend), and no word of theirs is too common.
    """

    label: str
    text: str
    lang: str | None
    level: Level
    is_value: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One member. `sort_as` is what their name is sorted by, `zone` an IANA time zone or ""."""

    handle: str
    sort_as: str
    zone: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a column: its address, its spelling, `lang` where that isn't the page's, and who has it."""

    slug: str
    text: str
    lang: str | None
    handles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One field to filter by, with all its values, those of most members first."""

    name: str
    label: str
    lang: str | None
    values: tuple[Value, ...]
