"""Laws over what was read, and telling about those that are broken."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from acquaint.check.handles import check_handles, check_introducers, check_spelling_of_names, named_handles
from acquaint.check.masking import as_found
from acquaint.check.prose import Around, check_free_texts
from acquaint.check.settings import check_invitation, check_own_pages
from acquaint.check.tags import Tagging, Usual, check_tags, tagging_of, usual_spellings
from acquaint.config import Schema
from acquaint.everybody import Everybody
from acquaint.load import Loaded
from acquaint.load.folder import schema_of
from acquaint.load.source import Source
from acquaint.problems import Problem, Problems, RawProblem
from acquaint.records import MemberRecord
from acquaint.store import FORGETFUL, Store

PROSE = frozenset({"name-in-prose", "company-in-prose", "contact-in-prose"})
"""Laws that a community may make strict."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Every problem, in order and as it was found; and what the records mean for each other, for who reads on."""

    found: tuple[RawProblem, ...]
    everybody: Everybody


def check(loaded: Loaded, problems: Problems, day: date) -> tuple[Problem, ...]:
    """Hold `loaded` to every law on the build day; all problems in order, with their lines, private values masked."""
    return redact(checked(loaded, problems, day, drawn=False).found, loaded)


def checked(loaded: Loaded, problems: Problems, day: date, store: Store = FORGETFUL, *, drawn: bool = True) -> Checked:
    """Hold `loaded` to every law on the build day. `problems` are the readers'; `drawn` as in Everybody.of.

    What a single file shows, its reader reports (load/, fields/); here are the laws that take more than one.
    """
    everybody = Everybody.of(loaded.records, loaded.community, store, drawn=drawn)
    schema = store.of(schema_of, loaded.community)
    check_handles(loaded, problems)
    check_own_pages(loaded, everybody.claims, problems)
    check_invitation(loaded, day, problems)
    members = frozenset(PurePosixPath(path).stem for path in loaded.paths)
    tagging = [store.of(tagging_of, record, schema) for record in loaded.records]
    usual = usual_spellings(tagging)
    for known, tags in zip(everybody.known, tagging, strict=True):
        record = known.record
        named = store.of(named_handles, record, schema) & members
        around = store.of(Around, known.withholder, known.claimed, named, _usual_of(tags, usual))
        problems.found += store.of(check_member, record, loaded.sources[record.path], around, schema)
    if loaded.community.prose_is_error:
        problems.harden(PROSE)
    return Checked(tuple(problems), everybody)


def check_member(record: MemberRecord, source: Source, around: Around, schema: Schema) -> tuple[RawProblem, ...]:
    """The laws that one record is held to, knowing what of everybody else concerns it."""
    problems = Problems()
    check_introducers(record, around.members, schema, problems)
    check_spelling_of_names(record, around.withholder, problems)
    check_free_texts(record, source, around, schema, problems)
    check_tags(record, source, dict(around.usual), schema, problems)
    return tuple(problems.found)


def redact(found: Iterable[RawProblem], loaded: Loaded | None = None) -> tuple[Problem, ...]:
    """`found` as it may be told: each with its line and what to paste, where that is known, private values masked.

    Without `loaded`, it is about something that no member's file holds: settings, or what the asker sent.
    """
    problems = tuple(found)
    if loaded is None or not problems:
        return tuple(map(as_found, problems))
    from acquaint.check.telling import redacted  # Slow to import: it knows a mend for everything.

    return redacted(problems, loaded)


def _usual_of(tags: Tagging, usual: Usual) -> tuple[tuple[tuple[str, str], tuple[str, int]], ...]:
    """What of the `usual` spellings concerns these tags."""
    return tuple((key, usual[key]) for key in sorted(tags.keys & usual.keys())) if usual else ()
