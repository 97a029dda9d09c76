"""A change tried out: the file is read again as it would be, and the change counts only if that mends it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from acquaint.check.mending.case import Case, Change, applied
from acquaint.check.tags import check_tags, tagging_of, usual_spellings
from acquaint.fields.reading import nothing_beside
from acquaint.load import Loaded
from acquaint.load.member import MemberReader
from acquaint.load.source import HIDDEN, Source
from acquaint.problems import Problems, RawProblem
from acquaint.records import MemberRecord

BLOCKING = frozenset({"broken-yaml", "yaml-feature", "no-front-matter", "fields-in-prose", "control-character"})
"""Whoever breaks these keeps the rest of the file from being read, so mending one may bring the next to light."""

_MOST_CHARACTERS = 300_000
"""Read for the sake of one file: some hundred trials of a usual one, four of the largest."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A text as read."""

    source: Source
    record: MemberRecord | None
    found: tuple[RawProblem, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many problems of each law."""
        return Counter(problem.law.slug for problem in self.found)

    @property
    def errors(self) -> Counter[str]:
        """How many errors of each law."""
        return Counter(problem.law.slug for problem in self.found if problem.is_error)

    def blocked_at(self) -> int:
        """The line from which the file can't be read; 0 if it can."""
        lines = [p.span.line if p.span else 1 for p in self.found if p.law.slug in BLOCKING]
        return min(lines, default=0)


class Trials:
    """Tries changes to one file, as many as its size allows."""

    def __init__(self, loaded: Loaded, source: Source) -> None:
        self._loaded, self._source = loaded, source
        self._left = _MOST_CHARACTERS
        self._before: Outcome | None = None

    def best(self, case: Case, changes: Iterable[Change]) -> tuple[Change, Outcome] | None:
        """The first change after which nothing is worse; else the first that brings the reader further down."""
        second = third = None
        for change in changes:
            if self._left < 0:
                break
            path = str(PurePosixPath(self._source.path).with_suffix(change.ending)) if change.ending else ""
            after = self._read("\n".join(applied(self._source.lines, change.edits)), path)
            mark = self._mark(case, change, after)
            if mark == 3:
                return change, after
            second = second or ((change, after) if mark == 2 else None)
            third = third or ((change, after) if mark == 1 else None)
        return second or third

    def _mark(self, case: Case, change: Change, after: Outcome) -> int:
        """3: mended, and nothing new is told; 2: mended with a new warning; 1: the reader gets further; 0: no use."""
        before = self._before = self._before or self._read(self._source.text)
        slug = case.problem.law.slug
        is_blocked = after.blocked_at() > 0
        if after.counts[slug] < before.counts[slug] and not is_blocked:
            news = after.errors - before.errors
            if not news:
                worse = after.counts - before.counts
                # A tag that can be read now may not be listed: that is no reason to take it out.
                del worse["unlisted-tag"]
                return 2 if worse else 3
            # What stood below a fault that hid it is no fault of the change.
            touched = {n for edit in change.edits for n in range(edit.first, max(edit.first, edit.last) + 1)}
            hidden = before.blocked_at() and not touched & {p.span.line for p in after.found if p.span and p.is_error}
            return 1 if hidden and after.record else 0
        if slug in BLOCKING and is_blocked:
            last = max((max(edit.first, edit.last) for edit in change.edits), default=0)
            return 1 if after.blocked_at() > max(last, before.blocked_at()) else 0
        return 0

    def _read(self, text: str, path: str = "") -> Outcome:
        self._left -= len(text)
        problems, schema = Problems(), self._loaded.community.schema
        source = Source.of(path or self._source.path, text)
        record = None
        if HIDDEN.search(text) is None:
            record = MemberReader(schema, problems).read(source, None, nothing_beside)
        if record:
            usual = usual_spellings([tagging_of(record, schema)])
            check_tags(record, source, usual, schema, problems)
        return Outcome(source, record, tuple(problems))
