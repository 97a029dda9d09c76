"""Whose file it is: an introduction belongs to the account it names, else to whoever wrote it first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from acquaint.changes import Change, Hand, hand_of
from acquaint.fields.pictures import ENDINGS
from acquaint.messages import say
from acquaint.privacy import texts_of
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.review.case import Case, by_stem, handle_of, stem_of

MOST_ASKED = 100
"""Files whose history is asked for; who changes more is told so anyhow."""


def check_owners(case: Case, problems: Problems) -> None:
    """A change of somebody else's introduction or picture, and of whose introduction it is."""
    records = {record.path: record for _, record in case.renewed}
    owned = [change for change in case.changes if _is_a_members(change.before)]
    owners = _Owners.of(case)
    for change in owned[:MOST_ASKED]:
        if _is_anothers(case, change, owners):
            message = say("This file seems to be somebody else's: who proposes the change isn't who wrote it first.")
            fix = say(
                "Ask its owner before you merge. A line {example} in the file says which account may change it.",
                example="owner: …",
            )
            problems.add("someone-elses-file", message, change.path, fix=fix)
    for change in case.changes:
        record = records.get(change.path)
        if record:
            _check_owner(case, change, record, problems)


def owner_of(record: MemberRecord | None) -> str:
    """The forge account that may change the file, "" if it names none."""
    said = texts_of(record, "owner") if record else ()
    return said[0].strip().removeprefix("@") if said else ""


def _is_a_members(path: str) -> bool:
    pure = PurePosixPath(path)
    return bool(handle_of(path)) or (pure.parts[:1] == ("members",) and pure.suffix.lower() in ENDINGS)


@dataclass(frozen=True, slots=True)
class _Owners:
    """Who is named as owner in the files as they were and as they are, found without a look through all of them."""

    old: Mapping[str, MemberRecord]
    now: Mapping[str, MemberRecord]
    old_paths: Mapping[str, tuple[str, ...]]
    paths: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, case: Case) -> "_Owners":
        """The owners in `case`."""
        now = {record.path: record for record in case.now.records}
        return cls(case.old, now, by_stem(case.old), by_stem(now))

    def before(self, path: str) -> Iterator[str]:
        """Who is named by the file at `path` as it was, or for a picture by the introduction called like it."""
        yield owner_of(self.old.get(path))
        stem = stem_of(path)
        yield from (owner_of(self.old[other]) for other in self.old_paths.get(stem, ()) if other != path)
        yield from (owner_of(self.now[other]) for other in self.paths.get(stem, ()) if other != path)


def _is_anothers(case: Case, change: Change, owners: _Owners) -> bool:
    """The owner is the one named before the change: nobody makes a file their own by writing so into it."""
    owner = next((owner for owner in owners.before(change.before) if owner), "")
    if owner and case.proposal.by:
        return owner.casefold() != case.proposal.by.casefold()
    return hand_of(case.comparison, change, case.proposal.by) is Hand.OTHER


def _check_owner(case: Case, change: Change, record: MemberRecord, problems: Problems) -> None:
    old, new, by = owner_of(case.old.get(change.before)), owner_of(record), case.proposal.by
    span = record.spans.get("owner")
    fix = say("Merge this only if the two agree.")
    if change.before in case.old and old.casefold() != new.casefold() and (old or new.casefold() != by.casefold()):
        message = say("This changes which account may change the file.")
        problems.add("owner-changed", message, change.path, span, fix=fix)
    elif not change.before and new and by and new.casefold() != by.casefold():
        message = say("The account named as owner isn't the one that proposes this file.")
        problems.add("owner-changed", message, change.path, span, fix=fix)
