"""One member as one edition has them: what both kinds of profile have in common once the edition is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from acquaint.profiles import InternalProfile, PublicProfile
from acquaint.shown import Entries, Entry, Plain, Shown, ShownDay, Words


@dataclass(frozen=True, slots=True)
class Person:
    """What one edition shows of a member on its day, fields in the schema's order.

    `open_values` is the part of it that strangers see as well; in the public edition that is all of it.
    `named_openly` is false where the name itself is for members only, `listed_openly` where the whole page is.
    `file` is the name of their file, "" where it stands in a folder of its own. `open_asks` are the asks that haven't
    lapsed, `linked` the handles they name that have a page in this edition.
    """

    handle: str
    name: str
    lang: str
    joined: date | None
    values: Mapping[str, Shown]
    open_values: Mapping[str, Shown]
    named_openly: bool = True
    listed_openly: bool = True
    file: str = ""
    open_asks: tuple[Entry, ...] = ()
    linked: frozenset[str] = frozenset()

    def called(self, language: str) -> tuple[str, str]:
        """(name, its language) for a page in `language`: a translated nickname, where they gave one."""
        for field in ("nickname", "name"):
            value = self.values.get(field)
            if isinstance(value, Words) and self.name in dict(value.versions).values():
                lang, words = value.pick(language)
                return words, lang
        return self.name, self.lang

    def is_private(self, field: str) -> bool:
        """True if strangers see nothing at all of `field`."""
        return field not in self.open_values


def from_public(profile: PublicProfile, handles: frozenset[str] = frozenset(), oldest_ask: date = date.min) -> Person:
    """The member as the public edition has them.

    `handles` are of everybody in it; an ask from before `oldest_ask` has lapsed.
    """
    return Person(
        handle=profile.handle,
        name=profile.display_name,
        lang=profile.lang,
        joined=profile.joined,
        values=profile.values,
        open_values=profile.values,
        file=profile.file,
        open_asks=_open_asks(profile.values, oldest_ask),
        linked=_linked(profile.values, handles),
    )


def from_internal(
    profile: InternalProfile,
    fields: tuple[str, ...],
    handles: frozenset[str] = frozenset(),
    oldest_ask: date = date.min,
) -> Person:
    """The member as the internal edition has them: private values in place of public ones, in the order of `fields`.

    `handles` and `oldest_ask` are as in `from_public`.
    """
    public = profile.public
    merged = {**public.values, **profile.values}
    joined = merged.get("joined")
    values = {name: merged[name] for name in fields if name in merged}
    return Person(
        handle=public.handle,
        name=profile.display_name,
        lang=public.lang,
        joined=joined.day if isinstance(joined, ShownDay) else public.joined,
        values=values,
        open_values=public.values,
        named_openly=profile.display_name == public.display_name,
        listed_openly=profile.listed_publicly,
        file=public.file,
        open_asks=_open_asks(values, oldest_ask),
        linked=_linked(values, handles),
    )


def _open_asks(values: Mapping[str, Shown], oldest: date) -> tuple[Entry, ...]:
    asks = values.get("asks")
    entries = asks.entries if isinstance(asks, Entries) else ()
    return tuple(entry for entry in entries if entry.since is None or entry.since >= oldest)


def named(*values: Mapping[str, Shown]) -> frozenset[str]:
    """Every handle that may be named by a value: what is shown as it stands there."""
    return frozenset(value.text for each in values for value in each.values() if isinstance(value, Plain))


def _linked(values: Mapping[str, Shown], handles: frozenset[str]) -> frozenset[str]:
    return named(values) & handles
