"""Time zones, by their IANA names."""

import re
from functools import cache
from pkgutil import get_data

from acquaint.fields.languages import show_code
from acquaint.fields.names import name_key, nearest
from acquaint.fields.reading import Reading
from acquaint.fields.types import FieldType
from acquaint.messages import say
from acquaint.tree import Node
from acquaint.values import Code

_OFFSET = re.compile(r"[+-][0-9]")
# What people call a zone, and a city in it.
_USUAL = {
    "cet": "berlin", "cest": "berlin", "mez": "berlin", "gmt": "london", "bst": "london", "est": "newyork",
    "pst": "losangeles", "ist": "kolkata", "jst": "tokyo", "beijing": "shanghai",
    "北京": "shanghai", "上海": "shanghai",
}  # fmt: skip


@cache
def _zones() -> dict[str, str]:
    """Zone names by their folded form; names without a region (`EST`, `localtime`) are no places people live in."""
    # The list that comes with tzdata: asking zoneinfo opens every file of the system's own, which may also differ.
    listed = (get_data("tzdata", "zones") or b"").decode("ascii").split()
    return {zone.lower(): zone for zone in listed if "/" in zone or zone == "UTC"}


def zone_named(text: str) -> str | None:
    """The zone whose city is `text`, or that people call so."""
    wanted = name_key(text.rpartition("/")[2])
    wanted = _USUAL.get(wanted, wanted)
    return next((zone for zone in _places() if name_key(zone.rpartition("/")[2]) == wanted), None)


def _meant(text: str) -> str | None:
    """The zone whose city is `text`, else the one spelt most alike."""
    if _OFFSET.search(text):
        # Etc/GMT+1 is west of Greenwich, the opposite of what people mean; and an offset moves with summer.
        return None
    return zone_named(text) or nearest(text, _places())


def _places() -> list[str]:
    return sorted(zone for zone in _zones().values() if not zone.startswith("Etc/"))


def read_timezone(node: Node, reading: Reading) -> Code | None:
    """One zone; a difference in case is mended silently."""
    scalar = reading.scalar(node, say("a time zone, as in {example}", example="Europe/Berlin"))
    if scalar is None:
        return None
    zone = _zones().get(scalar.text.strip().lower().replace(" ", "_"))
    if zone is None:
        message = say(
            "There is no time zone {value} ({field} takes Region/City, as in Europe/Berlin).",
            value=reading.quote(scalar),
            field=reading.field,
        )
        reading.report(
            "unknown-timezone",
            scalar,
            message,
            meant=_meant(scalar.text) if reading.quotable else None,
            fix=f"{reading.field}: Region/City",
        )
        return None
    return Code(zone)


TIMEZONE = FieldType(
    name="timezone",
    about="A time zone by its IANA name.",
    example="Europe/Berlin",
    wrong="CET+1",
    read=read_timezone,
    show=show_code,
    schema={"type": "string"},
    beyond=("a time zone must exist",),
)
