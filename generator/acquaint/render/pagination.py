"""A long list in pages of 60, and how one gets from one to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from acquaint.render import addresses

CARDS_A_PAGE = 60

Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a page stands among its fellows: (number, address) pairs; None marks a gap in the numbers."""

    number: int
    total: int
    previous: str | None
    next: str | None
    numbers: tuple[tuple[int, str] | None, ...]

    @property
    def before(self) -> int:
        """How many come before the first of this page."""
        return (self.number - 1) * CARDS_A_PAGE


def chunks(folder: str, listed: tuple[Listed, ...]) -> Iterator[tuple[Pages, str, tuple[Listed, ...]]]:
    """Each page of the list at `folder`: its place, its own folder and what is on it; an empty list has one page."""
    total = max(1, -(-len(listed) // CARDS_A_PAGE))
    for number in range(1, total + 1):
        shown = listed[(number - 1) * CARDS_A_PAGE : number * CARDS_A_PAGE]
        yield _pages(folder, number, total), addresses.list_page(folder, number), shown


def _pages(folder: str, number: int, total: int) -> Pages:
    here = addresses.list_page(folder, number)

    def way(to: int) -> str:
        return (addresses.root(here) + addresses.list_page(folder, to)) or "./"

    return Pages(
        number=number,
        total=total,
        previous=way(number - 1) if number > 1 else None,
        next=way(number + 1) if number < total else None,
        numbers=tuple((at, way(at)) if at else None for at in _numbers(number, total)),
    )


def _numbers(number: int, total: int) -> Iterator[int | None]:
    """The first, the last, and those around `number`; None where more than one is left out."""
    shown = sorted({1, total, *range(max(1, number - 1), min(total, number + 1) + 1)})
    before = 0
    for at in shown:
        if at == before + 2:
            yield at - 1
        elif at > before + 2:
            yield None
        yield at
        before = at
