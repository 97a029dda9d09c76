"""Who a text is withheld for, and what was found in it: the two values that enter and leave this room."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a stretch of text gives away."""

    NAME = "name"
    COMPANY = "company"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Person:
    """One member, as far as withholding needs to know.

    `display` is what a name gives way to: the nickname, else `@handle`. The words of `nickname` are public by the
    member's choice. `names` and `companies` hold private values only. `private_contacts` are canonical forms (see
    contacts.canonical_contact).
    """

    display: str
    handle: str
    nickname: str = ""
    names: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    private_contacts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """Characters `start` to `end` of a text give way to `replacement`."""

    kind: Kind
    start: int
    end: int
    replacement: str


Place = tuple[int, int]
"""First character and the one after the last, in the text as given."""
