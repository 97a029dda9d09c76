"""The file of a member that stands there already, and what was sent put into it."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from acquaint.arrivals.judging import Judged, draft_of
from acquaint.arrivals.merging import Begin, Merged, merged
from acquaint.arrivals.receiving import Arrived, field_at, looked_up
from acquaint.arrivals.rewriting import rewritten
from acquaint.config import Community
from acquaint.drafting.draft import Draft, tidy
from acquaint.drafting.file import to_file
from acquaint.fields.reading import nothing_beside
from acquaint.load import Loaded, with_history
from acquaint.load.member import MemberReader
from acquaint.load.source import Source, read_source
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.values import Day

_WRITTEN_TWICE = frozenset({"duplicate-key", "two-texts"})
"""Laws about files of which it can't be told what they say."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A file as it is: its text, what it says, and the record in it."""

    source: Source
    draft: Draft
    record: MemberRecord

    def answers_as(self, draft: Draft, field: str) -> bool:
        """True if `draft` says in `field` what stands here."""
        return field in self.record.spans and tidy(self.draft).answers.get(field) == tidy(draft).answers.get(field)


@dataclass(frozen=True, slots=True)
class ToBe:
    """The text of a file that is to be, and how it came about; `merged` is None for a newcomer's."""

    text: str
    merged: Merged | None = None


def stands(root: Path, path: str, loaded: Loaded, problems: Problems) -> Standing | None:
    """The file `path` of the community in `root`; None, and why, if it can't be told what it says."""
    source = read_source(root / path, path, problems)
    draft = draft_of(source, loaded.community) if source else None
    record = MemberReader(loaded.community.schema, problems).read(source, None, nothing_beside) if source else None
    if source is None or draft is None or record is None:
        return None
    if any(problem.law.slug in _WRITTEN_TWICE for problem in problems):
        return None
    return Standing(source, draft, record)


def joined(standing: Standing, root: Path, loaded: Loaded) -> date | None:
    """The day that pages show for a member whose file gives none."""
    [record] = with_history(root, replace(loaded, records=(standing.record,)), Problems()).records
    day = record.values.get("joined")
    return day.day if isinstance(day, Day) else None


def to_be(arrived: Arrived, standing: Standing | None, path: str, begin: Begin, community: Community) -> ToBe:
    """What arrived as the file `path`, merged into the one that stands there.

    A file that says all that stands there is taken as it was sent, unless it is one that the form made: of the comments
    in the other that knows nothing.
    """
    if standing is None or arrived.draft is None:
        return ToBe(arrived.as_file(community))
    result = merged(standing.draft, arrived.draft, begin, community)
    form_s = to_file(arrived.draft, community, is_yaml=arrived.is_yaml)
    if arrived.text not in ("", form_s) and result.draft.answers == tidy(arrived.draft).answers:
        return ToBe(arrived.text, result)
    return ToBe(rewritten(standing.source, result.draft, community, path), result)


def placed(judged: Judged, arrived: Arrived, standing: Standing | None, future: ToBe) -> tuple[Judged, Judged]:
    """The file to be with the problems of what was sent, at their places in there, and with those it had before."""
    ours = []
    if standing and future.merged:
        for problem in judged.problems:
            field = field_at(judged, problem.span.line) if problem.span else ""
            if standing.answers_as(future.merged.draft, field):
                ours.append(problem)
    theirs = replace(judged, problems=tuple(problem for problem in judged.problems if problem not in ours))
    return replace(judged, problems=looked_up(theirs, arrived)), replace(judged, problems=tuple(ours))
