"""Handles: their form, their twins, the people they speak of, and names they spell."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from acquaint.config import Schema
from acquaint.fields.handles import MOST, RESERVED, is_handle
from acquaint.load import Loaded
from acquaint.messages import count, say
from acquaint.privacy import is_listed_publicly
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.values import Audience, Code, Links
from acquaint.withhold import Withholder


def check_handles(loaded: Loaded, problems: Problems) -> None:
    """A handle is of lower-case ASCII letters, digits and hyphens, isn't reserved, and is one member's only."""
    judged = set(loaded.sources)
    paths = defaultdict(list)
    for path in loaded.paths:
        stem = PurePosixPath(path).stem
        paths[stem.casefold()].append(path)
        if path in judged:
            _check_form(path, stem, problems)
    for twins in paths.values():
        for path in twins if len(twins) > 1 else ():
            if path in judged:
                other = next(twin for twin in twins if twin != path)
                message = say(
                    "{file} has the same handle; on some systems and in addresses the two are one.", file=other
                )
                problems.add("twin-handle", message, path, fix=say("Rename one of them."))


def _check_form(path: str, stem: str, problems: Problems) -> None:
    # A proposal made from the file's name might be made from the person's.
    example = f"quill{PurePosixPath(path).suffix}"
    fix = say("Rename the file to a word of your own, as in {example}.", example=example)
    if stem.lower() not in RESERVED and is_handle(stem):
        return
    if stem.lower() in RESERVED:
        message = say("This name is taken by pages, settings or devices.")
        problems.add("reserved-handle", message, path, fix=fix)
    else:
        message = say(
            "A handle is of at most {n} lower-case letters a to z, digits and single hyphens between them.", n=MOST
        )
        problems.add("bad-handle", message, path, fix=fix)


def named_handles(record: MemberRecord, schema: Schema) -> frozenset[str]:
    """The members whom `record` names by their handles."""
    return frozenset(value.code for _, value in _handles(record, schema))


def check_introducers(record: MemberRecord, known: frozenset[str], schema: Schema, problems: Problems) -> None:
    """Who is said to have introduced somebody is a member; `known` are those of the named who are."""
    for name, value in _handles(record, schema):
        if value.code not in known:
            message = say("{field} names nobody who has a file here.", field=name)
            fix = say("Give their handle.")
            problems.add("unknown-member", message, record.path, record.spans.get(name), fix=fix)


def _handles(record: MemberRecord, schema: Schema) -> Iterator[tuple[str, Code]]:
    for name, value in record.values.items():
        if schema.fields[name].kind == "handle" and isinstance(value, Code):
            yield name, value


def check_spelling_of_names(record: MemberRecord, withholder: Withholder, problems: Problems) -> None:
    """A handle or a link that spells the private name is public all the same; its member should know."""
    if not is_listed_publicly(record):
        return
    spelt = withholder.address_spells_name(record.handle)
    if spelt:
        message = say("The handle spells the private name, and everyone sees the handle.")
        fix = say("Keep it if that is your choice; else name the file after your nickname or any neutral word.")
        problems.add("handle-spells-name", message, record.path, fix=fix)
    _check_links(record, withholder, problems, known=record.handle if spelt else None)


def _check_links(record: MemberRecord, withholder: Withholder, problems: Problems, known: str | None) -> None:
    """One warning a file; a link that spells the name by repeating the handle tells nothing new."""
    links = record.values.get("links")
    if not isinstance(links, Links) or record.audience("links") is not Audience.EVERYONE:
        return
    spelling = [link for link in links.links if withholder.address_spells_name(link.url)]
    spelling = [link for link in spelling if known is None or known not in link.url.lower()]
    if not spelling:
        return
    message = say("The address of this link spells the private name, and everyone sees it.")
    if len(spelling) > 1:
        message = count(
            "The address of this link spells the private name, and everyone sees it. So does {n} more below.",
            "The address of this link spells the private name, and everyone sees it. So do {n} more below.",
            len(spelling) - 1,
        )
    fix = say("Keep it if that is your choice; else take the link out, or write {example}.", example="private: [links]")
    problems.add("link-spells-name", message, record.path, spelling[0].label.span, fix=fix)
