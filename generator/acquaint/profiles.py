"""What leaves the private side: two unrelated types, one for each edition.

A PublicProfile is composed of public values only. An InternalProfile contains one, beside what only members see; it
never inherits from it, because a type checker accepts a subclass wherever its parent is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from acquaint.shown import Shown


@dataclass(frozen=True, slots=True)
class PublicProfile:
    """One member as anybody may see them. `values`, in the schema's order, maps a field to what is shown of it.

    `file` is the name of their file, as in ada.md: the handle and how the file is written. It is "" where the file
    stands in a folder of its own below members/, whose name is for whoever keeps the files.
    """

    handle: str
    display_name: str
    lang: str
    joined: date | None
    values: Mapping[str, Shown]
    file: str = ""


@dataclass(frozen=True, slots=True)
class InternalProfile:
    """One member as other members see them.

    `values` holds, in the schema's order, every field that differs from `public.values`: what strangers don't see,
    and lists and prose in full. `listed_publicly` is false for members listed for members only.
    """

    public: PublicProfile
    display_name: str
    values: Mapping[str, Shown]
    listed_publicly: bool


@dataclass(frozen=True, slots=True)
class PublicDirectory:
    """Everyone listed for everyone, by `place_of`. `day` is the build day."""

    profiles: tuple[PublicProfile, ...]
    day: date


@dataclass(frozen=True, slots=True)
class InternalDirectory:
    """Everyone listed at all, in the same order. `commit` is the repository's, where it is known."""

    profiles: tuple[InternalProfile, ...]
    day: date
    commit: str | None = None


def place_of(joined: date | None, handle: str) -> tuple[int, int, str]:
    """What a directory is sorted by: the newest first, then handle; who shows no day comes last, by checksum.

    A list of many is cut where the checksum says, so that one more member turns one page of it.
    """
    return (-joined.toordinal(), 0, handle) if joined else (0, checksum(handle), handle)


def checksum(text: str) -> int:
    """A number below 2 to the power of 32 for `text`, the same everywhere; nobody chose it."""
    return crc32(text.encode())
