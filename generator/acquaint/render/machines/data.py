"""members.json: what an edition shows, for programs.

`{"version": 1, "fields": {name: {"label", "type"}}, "members": [...], "parts": [...]}`. `parts` is there above 5,000
members only: the names of all files, this one first; each further file is `{"version": 1, "members": [...]}`.

A member is `{"handle", "display_name", "lang", "page", "joined", "values"}`: `page` is relative to the edition's
root, `joined` a day as 2026-03-01. The internal edition adds `private`, the names of values that strangers see less of
or nothing (`joined` among them), and `listed: "members"` where strangers don't see the member. Within a version things
are only ever added.

`values` maps a field to what the member says, and a field of which they say nothing isn't there. By what is shown:
texts are a string, or {language: string} where there are several; prose is the same, without markup; tags are
[{"text", "slug", "until"}]; offers, asks and the like [{"text", "lang", "since"}]; a country is its ISO 3166 code;
languages are [BCP 47 tags]; a time zone or a handle a string; links [{"label", "url"}]; a day 2026-03-01, a day of
every year 03-14; the avatar its address relative to the root. Ways to reach somebody never stand here, opened or not:
where a text names one, it has an ellipsis, and links and tags that hold one are left out, mail addresses all the same.
Neither do sealed values. `fields` describes, in the public edition, those that strangers may see of somebody.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from acquaint.config import FieldSpec
from acquaint.render import addresses
from acquaint.render.interface import Interface, may_be_open
from acquaint.render.people import Person
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.rendered import Rendered
from acquaint.shown import (
    CountryCode,
    Entries,
    LanguageCodes,
    Plain,
    Prose,
    Shown,
    ShownDay,
    ShownLinks,
    ShownMonthDay,
    ShownPicture,
    Tags,
    Words,
)
from acquaint.store import FORGETFUL, Store

MEMBERS_A_FILE = 5_000
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def members_data(people: tuple[Person, ...], interface: Interface, store: Store = FORGETFUL) -> Iterator[Rendered]:
    """members.json and, above 5,000 members, members-2.json and so on. One member a line: an edit moves one."""
    total = max(1, -(-len(people) // MEMBERS_A_FILE))
    names = [_name(number) for number in range(1, total + 1)]
    for number, name in enumerate(names, 1):
        head: dict[str, Any] = {"version": 1}
        if number == 1:
            specs = interface.fields.values()
            head["fields"] = {spec.name: _field(spec) for spec in specs if interface.internal or may_be_open(spec)}
            if total > 1:
                head["parts"] = names
        shown = people[(number - 1) * MEMBERS_A_FILE : number * MEMBERS_A_FILE]
        lines = tuple(store.of(data_line, person, interface.internal) for person in shown)
        yield store.of(data_file, name, _json(head), lines)


def data_line(person: Person, internal: bool) -> str:
    """One member's line."""
    return _json(_member(person, internal))


def data_file(name: str, head: str, lines: tuple[str, ...]) -> Rendered:
    """One file: what stands before the members, as JSON, and their lines."""
    joined = ",\n".join(lines)
    return Rendered(name, f'{head[:-1]},"members":[\n{joined}\n]}}\n'.encode())


def _name(number: int) -> str:
    return "members.json" if number == 1 else f"members-{number}.json"


def _field(spec: FieldSpec) -> dict[str, Any]:
    return {"label": _versions(spec.label.versions), "type": spec.kind}


def _member(person: Person, internal: bool) -> dict[str, Any]:
    without = unreachable(person)
    shown = {name: value for name, value in person.values.items() if name != "joined"}
    found = ((name, _picture(name, person) or _value(value, without)) for name, value in shown.items())
    values = {name: data for name, data in found if data is not None}
    member: dict[str, Any] = {"handle": person.handle, "display_name": person.name, "lang": person.lang}
    member["page"] = addresses.member(person.handle)
    if person.joined:
        member["joined"] = person.joined.isoformat()
    member["values"] = values
    if internal:
        told = [name for name in person.values if name in values or name in member]
        member["private"] = [name for name in told if person.values[name] != person.open_values.get(name)]
        if not person.listed_openly:
            member["listed"] = "members"
    return member


def _picture(name: str, person: Person) -> str | None:
    """The address of the picture in the field `name`, if it is one that has a file."""
    is_published = name == "avatar" and isinstance(person.values[name], ShownPicture)
    return addresses.picture(person.handle) if is_published else None


def _value(value: Shown, without: Unreachable) -> Any:
    """The value for programs; None for what never leaves this way."""
    match value:
        case Words(versions=versions):
            return _versions(tuple((lang, without.text(words)) for lang, words in versions))
        case Prose(versions=passages):
            return _versions(tuple((lang, without.text(plain)) for lang, _, plain in passages))
        case Tags(tags=tags):
            kept = [tag for tag in tags if not without.names(tag)]
            return [_dated({"text": tag.text, "slug": tag.slug}, "until", tag.until) for tag in kept] or None
        case Entries(entries=entries):
            return [_dated({"text": without.text(x.text), "lang": x.lang}, "since", x.since) for x in entries]
        case CountryCode(code=simple) | Plain(text=simple):
            return simple
        case LanguageCodes(codes=codes):
            return list(codes)
        case ShownLinks(links=links):
            return [{"label": without.text(x.label), "url": x.url} for x in links if not without.leads(x)] or None
        case ShownDay(day=day):
            return day.isoformat()
        case ShownMonthDay(month=month, day=day_of_month):
            return f"{month:02}-{day_of_month:02}"
        case _:
            return None


def _versions(versions: tuple[tuple[str, str], ...]) -> str | dict[str, str]:
    return dict(versions) if len(versions) > 1 else versions[0][1]


def _dated(data: dict[str, str], key: str, day: date | None) -> dict[str, str]:
    return {**data, key: day.isoformat()} if day else data


def _json(data: Any) -> str:
    return _JSON.encode(data)
