"""join/drafts/: what each member shows everyone, as the answers one would give in the form; an edit begins with it.

One file for each two characters that handles begin with: `{handle: {"file", "answers"}}`. `file` is the name of the
member's file, "" where nobody may know it; `answers` is the tree that a file holds, every scalar a string. Ways to be
reached never stand here, opened or not: `public` says which kinds the member opens, and they give them again. Of what
is for members nothing stands here, not even that it is there.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

from acquaint.config import FieldSpec
from acquaint.markup import to_html, to_text
from acquaint.render.interface import Interface
from acquaint.render.joining.as_markdown import as_markdown
from acquaint.render.joining.escapes import escaped, escaped_lines
from acquaint.render.joining.rules import shard_of
from acquaint.render.people import Person
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.rendered import Rendered
from acquaint.shown import (
    CountryCode,
    Entries,
    Entry,
    LanguageCodes,
    Plain,
    Prose,
    Shown,
    ShownDay,
    ShownLink,
    ShownLinks,
    ShownMonthDay,
    ShownPicture,
    Tag,
    Tags,
    Ways,
    Words,
)
from acquaint.store import FORGETFUL, Store

Answer: TypeAlias = str | list["Answer"] | dict[str, "Answer"]
"""A part of the tree, as in a file."""

FOLDER = "join/drafts/"
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def drafts(people: tuple[Person, ...], interface: Interface, store: Store = FORGETFUL) -> Iterator[Rendered]:
    """Every file of drafts, by name; one member a line: an edit moves one."""
    ordered = sorted(people, key=lambda person: person.handle)
    for shard, found in groupby(ordered, key=lambda person: shard_of(person.handle)):
        lines = tuple(store.of(draft_line, person, interface) for person in found)
        yield store.of(draft_file, f"{FOLDER}{shard}.json", lines)


def draft_line(person: Person, interface: Interface) -> str:
    """One member's line."""
    return f"{_json(person.handle)}:{_json(draft(person, interface))}"


def draft_file(name: str, lines: tuple[str, ...]) -> Rendered:
    """One file of drafts."""
    joined = ",\n".join(lines)
    return Rendered(name, f"{{\n{joined}\n}}\n".encode())


def draft(person: Person, interface: Interface) -> dict[str, Answer]:
    """What strangers see of `person`, for the form, and how their file is called."""
    return {"file": person.file, "answers": answers_of(person, interface.fields, interface.languages[0])}


def answers_of(person: Person, fields: Mapping[str, FieldSpec], language: str) -> dict[str, Answer]:
    """What strangers see of `person`, as a file of theirs would say it; `language` is the community's."""
    without = unreachable(person)
    answers: dict[str, Answer] = {}
    for name, value in person.open_values.items():
        # The name stays, even where an account is called the same: it stands on every page.
        kept = Unreachable() if name == "nickname" else without
        if answer := _answer(value, fields[name], person, kept):
            answers[name] = answer
    opened = [part for name, value in person.open_values.items() for part in _opened(name, value, fields[name])]
    if opened:
        answers["public"] = list(opened)
    if not isinstance(person.open_values.get("avatar"), ShownPicture):
        # A picture stands beside the file and outlives it: one that is for members must not be opened by an edit. So
        # this stands in the draft of everybody who shows none, whether there is one or not.
        answers["private"] = ["avatar"]
    if person.lang != _likely_language(person, language):
        answers["lang"] = person.lang
    return answers


def _answer(value: Shown, spec: FieldSpec, person: Person, without: Unreachable) -> Answer | None:
    match value:
        case Words(versions=versions):
            return _by_language({lang: without.text(text) for lang, text in versions}, person)
        case Prose(versions=passages):
            return _by_language({lang: _markdown(html, plain, without) for lang, html, plain in passages}, person)
        case Tags(tags=tags):
            return [_tag(tag) for tag in tags if not without.names(tag)]
        case Entries(entries=entries):
            found = [_entry(entry, without) for entry in entries]
            return found[0] if spec.kind == "dated" else found
        case CountryCode(code=simple) | Plain(text=simple):
            return simple
        case LanguageCodes(codes=codes):
            return list(codes)
        case ShownLinks(links=links):
            return _links(links, without)
        case ShownDay(day=day):
            return day.isoformat()
        case ShownMonthDay(month=month, day=day_of_month):
            return f"{month:02}-{day_of_month:02}"
        case _:
            return None


def _by_language(versions: dict[str, str], person: Person) -> Answer:
    """The text, or each version under its language where there are others than the member's own."""
    return versions[person.lang] if versions.keys() == {person.lang} else dict(versions)


def _markdown(html: str, plain: str, without: Unreachable) -> str:
    text = as_markdown(html, without.text, lambda url: without.leads(ShownLink("", url)))
    if without.text(plain) == plain:
        return text
    read = to_text(to_html(text))
    # A way that runs through several pieces of markup is a way all the same; its text goes without them.
    return text if without.text(read) == read else escaped_lines(escaped(without.text(plain)))


def _tag(tag: Tag) -> Answer:
    return {tag.text: tag.until.isoformat()} if tag.until else tag.text


def _entry(entry: Entry, without: Unreachable) -> Answer:
    text = without.text(entry.text)
    return {"text": text, "since": entry.since.isoformat()} if entry.since else text


def _links(links: tuple[ShownLink, ...], without: Unreachable) -> Answer:
    """Addresses by label; of links that share one, the later carry a number."""
    found: dict[str, Answer] = {}
    for link in links:
        if not without.leads(link):
            label, number = without.text(link.label), 1
            while (f"{label} {number}" if number > 1 else label) in found:
                number += 1
            found[f"{label} {number}" if number > 1 else label] = link.url
    return found


def _opened(name: str, value: Shown, spec: FieldSpec) -> Iterator[str]:
    """The names under which a member has opened a field that is for members by the schema."""
    if spec.visibility == "everyone":
        return
    if isinstance(value, Ways) and spec.kind == "contact":
        yield from (f"{name}.{way.kind}" for way in value.ways)
    else:
        yield name


def _likely_language(person: Person, language: str) -> str:
    """The language a file is in that doesn't say: the first its member speaks, else the community's."""
    spoken = person.open_values.get("languages")
    return spoken.codes[0] if isinstance(spoken, LanguageCodes) else language


def _json(data: Answer) -> str:
    return _JSON.encode(data)
