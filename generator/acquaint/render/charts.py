"""Who is here, counted: rows that read as a table and are drawn as bars."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from acquaint.render import addresses
from acquaint.render.facets import Facet
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.shown import Plain

MOST = 10
"""Rows of a chart; the field's own index has the rest."""
MONTHS = 18
"""Joins are counted by months over so long a time, by years beyond."""
FULL = 100
"""How wide the longest bar is."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its label, where it leads if anywhere, how many, and how wide its bar is, from 1 to FULL."""

    text: Text
    href: str | None
    count: int
    width: int


@dataclass(frozen=True, slots=True)
class ChartView:
    """One chart. `name` tells it from others, `all_href` leads to `total` values where there are more than rows."""

    name: str
    title: Text
    bars: tuple[Bar, ...]
    all_href: str | None = None
    total: int = 0


def charts(people: tuple[Person, ...], facets: tuple[Facet, ...], root: str, site: Site) -> Iterator[ChartView]:
    """Each field one can browse by, then time zones, then when people joined; what no two share has no chart."""
    for facet in facets:
        if facet.values and len(facet.values[0].handles) > 1:
            yield _facet(facet, root)
    zones = _bars((_zone(offset, site), None, number) for offset, number in _offsets(people, site.day))
    if zones:
        yield ChartView("zones", site.interface.text(site.interface.say("Time zones")), zones)
    joins = _bars((site.interface.text(label), None, number) for label, number in _joins(people, site))
    if len(joins) > 1:
        yield ChartView("joins", site.interface.text(site.interface.say("When people joined")), joins)


def _facet(facet: Facet, root: str) -> ChartView:
    folder = root + addresses.facet(facet.name)
    shown = [value for value in facet.values[:MOST] if len(value.handles) > 1]
    return ChartView(
        name=facet.name,
        title=facet.label,
        bars=_bars((value.text, f"{folder}{value.slug}/", len(value.handles)) for value in shown),
        all_href=folder if len(facet.values) > len(shown) else None,
        total=len(facet.values),
    )


def _bars(rows: Iterable[tuple[Text, str | None, int]]) -> tuple[Bar, ...]:
    found = tuple(rows)
    most = max((count for *_, count in found), default=1)
    return tuple(Bar(text, href, count, max(1, FULL * count // most)) for text, href, count in found)


def _offsets(people: tuple[Person, ...], day: date) -> list[tuple[int, int]]:
    """(minutes ahead of UTC at noon of the build day, members), from west to east."""
    zones = Counter(zone.text for person in people if isinstance(zone := person.values.get("timezone"), Plain))
    offsets: Counter[int] = Counter()
    for name, number in zones.items():
        try:
            ahead = datetime.combine(day, time(12), ZoneInfo(name)).utcoffset()
        except (ZoneInfoNotFoundError, ValueError):
            continue
        offsets[int(ahead.total_seconds() // 60) if ahead else 0] += number
    return sorted(offsets.items())


def _zone(minutes: int, site: Site) -> Text:
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    ahead = f"{sign}{hours}" + (f":{rest:02}" if rest else "")
    return site.interface.text("UTC" if not minutes else f"UTC{ahead}")


def _joins(people: tuple[Person, ...], site: Site) -> list[tuple[str, int]]:
    """(month or year, how many joined in it), the earliest first, without gaps."""
    days = [person.joined for person in people if person.joined and person.joined <= site.day]
    if not days:
        return []
    first, last = min(days), max(days)
    span = 12 * (last.year - first.year) + last.month - first.month + 1
    if span > MONTHS:
        years = Counter(day.year for day in days)
        return [(str(year), years[year]) for year in range(first.year, last.year + 1)]
    months = Counter((day.year, day.month) for day in days)
    begun = 12 * first.year + first.month - 1
    numbered = [divmod(begun + at, 12) for at in range(span)]
    return [(site.interface.month_of(date(year, month + 1, 1)), months[year, month + 1]) for year, month in numbered]
