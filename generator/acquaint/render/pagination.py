"""A long list in pages that one more entry leaves as they are, all but one; and how one gets from one to the next.

Entries with a day are cut from the oldest: full pages, numbered from 1, and the first page keeps the newest. What has
no day is cut where its checksum says, into ranges that halve when they are too long. No page but the first knows how
many there are. docs/design.md says why.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from acquaint.render import addresses

A_PAGE = 60
"""How many entries a numbered page has: exactly so many, for good."""
MOST = 2 * A_PAGE - 1
"""How many the first page, or a range, may have: one more, and there are two pages."""

_CHECKSUMS = 1 << 32
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmopq")
"""Ranges are called by letters, pages by numbers. Without an n no name is one of those that Windows keeps."""

Listed = TypeVar("Listed")
Name = int | str
"""What a page is called: a number, counted from the oldest; the letters of a range; "" for the first page."""
Spread = Callable[[Listed], int]
"""The checksum of an entry without a day, which decides where it stands."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a page stands among its fellows, as (name, address) pairs; None marks a gap.

    On the first page `links` has the next and the last, on others the first and those around: more would change with
    every entry.
    """

    name: Name
    previous: str | None
    next: str | None
    links: tuple[tuple[Name, str] | None, ...]


def chunks(
    folder: str, listed: tuple[Listed, ...], dated: int, spread: Spread[Listed]
) -> Iterator[tuple[Pages, str, tuple[Listed, ...]]]:
    """Each page of the list at `folder`: its place, its own folder and what is on it; an empty list has one page.

    The first `dated` of those `listed` have a day, the newest first; the others follow by their checksum.
    """
    cut = _cut(listed[:dated], listed[dated:], spread)
    names = [name for name, _ in cut]
    for at, (name, shown) in enumerate(cut):
        yield _pages(folder, names, at), addresses.list_page(folder, name), shown


def _cut(
    dated: tuple[Listed, ...], others: tuple[Listed, ...], spread: Spread[Listed]
) -> list[tuple[Name, tuple[Listed, ...]]]:
    """The pages in order. Fewer than a page with a day stand before the first range."""
    if len(dated) + len(others) <= MOST:
        return [("", dated + others)]
    if len(dated) < A_PAGE:
        (_, first), *ranges = _ranges(others, spread, (0, _CHECKSUMS), beside=len(dated))
        return [("", dated + first), *ranges]
    later = len(dated) // A_PAGE - 1
    newest = len(dated) - later * A_PAGE
    pages: list[tuple[Name, tuple[Listed, ...]]] = [("", dated[:newest])]
    for number in range(later, 0, -1):
        end = len(dated) - (number - 1) * A_PAGE
        pages.append((number, dated[end - A_PAGE : end]))
    return pages + (list(_ranges(others, spread, (0, _CHECKSUMS))) if others else [])


def _ranges(
    listed: tuple[Listed, ...], spread: Spread[Listed], within: tuple[int, int], beside: int = 0
) -> Iterator[tuple[Name, tuple[Listed, ...]]]:
    """Those whose checksum lies `within` two, halved until a page has room; `beside` others stand on the first."""
    start, end = within
    if len(listed) + beside <= MOST or end - start == 1:
        if listed or start == 0:
            yield _range_name(start), listed
        return
    middle = (start + end) // 2
    at = bisect_left(listed, middle, key=spread)
    yield from _ranges(listed[:at], spread, (start, middle), beside)
    yield from _ranges(listed[at:], spread, (middle, end))


def _range_name(start: int) -> str:
    """The letters of a range: those of its two halves begin alike, and the first half keeps its name."""
    return (f"{start:08x}".rstrip("0") or "0").translate(_LETTERS)


def _pages(folder: str, names: list[Name], at: int) -> Pages:
    here = addresses.list_page(folder, names[at])

    def way(to: int) -> str:
        return (addresses.root(here) + addresses.list_page(folder, names[to])) or "./"

    return Pages(
        name=names[at],
        previous=way(at - 1) if at else None,
        next=way(at + 1) if at + 1 < len(names) else None,
        links=tuple((names[to], way(to)) if to is not None else None for to in _places(names, at)),
    )


def _places(names: list[Name], at: int) -> Iterator[int | None]:
    """Where the links of the page at `at` lead: none of them, nor a gap, tells a later page what came after it."""
    shown = {0, at} | {to for to in (at - 1, at + 1) if 0 <= to < len(names)}
    if at == 0:
        shown.add(len(names) - 1)
    elif isinstance(names[at], int):
        shown.add(names.index(1))
    before = at
    for to in sorted(shown):
        if to == before + 2:
            yield to - 1
        elif to > before + 2:
            yield None
        yield to
        before = max(to, at)
