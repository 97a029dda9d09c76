"""The one step that knows the day: which availability and asks are open on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from acquaint.config import EXPIRING
from acquaint.profiles import InternalProfile, PublicProfile
from acquaint.shown import Entries, Shown, Tag, Tags


@dataclass(frozen=True, slots=True)
class Undated:
    """One member, with everything that was or will be open on any day.

    `public` is what strangers may see of it, `values` is everything that members see, both in the schema's order.
    """

    public: PublicProfile
    display_name: str
    values: Mapping[str, Shown]
    listed_publicly: bool


def on_day(undated: Undated, day: date, asks_expire_after: int) -> InternalProfile:
    """The member as of the build `day`. Asks that are older than so many days leave what strangers see."""
    open_since = day - timedelta(days=asks_expire_after)
    public = _current(undated.public.values, day, open_since)
    values = _current(undated.values, day, None)
    return InternalProfile(
        public=replace(undated.public, values=public),
        display_name=undated.display_name,
        values={name: value for name, value in values.items() if value != public.get(name)},
        listed_publicly=undated.listed_publicly,
    )


def _current(values: Mapping[str, Shown], day: date, open_since: date | None) -> dict[str, Shown]:
    current = {}
    for name, value in values.items():
        shown: Shown | None = value
        if isinstance(value, Tags):
            shown = _open_tags(value, day)
        elif isinstance(value, Entries) and name == EXPIRING and open_since is not None:
            shown = _recent(value, open_since)
        if shown is not None:
            current[name] = shown
    return current


def _open_tags(value: Tags, day: date) -> Tags | None:
    """The tags that haven't ended before `day`, each slug once."""
    still: dict[str, Tag] = {}
    for tag in value.tags:
        if tag.until is None or tag.until >= day:
            still.setdefault(tag.slug, tag)
    if len(still) == len(value.tags):
        return value
    return Tags(tuple(still.values())) if still else None


def _recent(value: Entries, since: date) -> Entries | None:
    entries = tuple(entry for entry in value.entries if entry.since is None or entry.since >= since)
    return Entries(entries) if entries else None
