"""A member as their file has them: the private side. Only reveal turns a record into a profile."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from acquaint.tree import Span
from acquaint.values import Audience, Value


class Listing(StrEnum):
    """In which editions a member stands at all."""

    EVERYONE = "everyone"
    MEMBERS = "members"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class MemberRecord:
    """One introduction, read and typed.

    `path` is relative to the community's folder, with slashes. `lang` is the member's own language (BCP 47). `spans`
    tells where each key stands, `unread` which fields hold something that could not be read. `audiences` has an entry
    for every field and, as `contact.email`, for every kind of contact that the schema and the member's `private` and
    `public` lists speak of; what stands in none of them is for members.
    """

    handle: str
    path: str
    lang: str
    listing: Listing
    values: Mapping[str, Value]
    audiences: Mapping[str, Audience]
    spans: Mapping[str, Span]
    unread: frozenset[str] = frozenset()

    def audience(self, field: str, part: str | None = None) -> Audience:
        """Who may see `field`, or one `part` of it: never more than was stated."""
        if part is not None and (stated := self.audiences.get(f"{field}.{part}")) is not None:
            return stated
        return self.audiences.get(field, Audience.MEMBERS)
