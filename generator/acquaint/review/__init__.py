"""What a reviewer of a change should know, and what its author should mend; the rest of the community is left alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from acquaint.check import check, redact
from acquaint.load import load
from acquaint.problems import Problem, Problems
from acquaint.review.binaries import check_binaries
from acquaint.review.case import Case, Proposal, by_stem, open_case, stem_of
from acquaint.review.elsewhere import caused
from acquaint.review.files import check_outside, check_removed
from acquaint.review.ownership import check_owners
from acquaint.review.powers import check_powers
from acquaint.review.published import check_private_values
from acquaint.review.texts import check_texts, without_warnings
from acquaint.review.visibility import check_members, check_schema

__all__ = ["Case", "Proposal", "Review", "review"]

LAWS: tuple[Callable[[Case, Problems], None], ...] = (
    check_owners,
    check_schema,
    check_members,
    check_removed,
    check_outside,
    check_powers,
    check_binaries,
    check_private_values,
    check_texts,
)


@dataclass(frozen=True, slots=True)
class Review:
    """A change and all problems it has or causes, private values masked; `notes` of them are for the reviewer."""

    case: Case
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]

    @property
    def all(self) -> tuple[Problem, ...]:
        """Problems and notes in order."""
        return tuple(sorted((*self.problems, *self.notes), key=lambda problem: problem.order))


def review(root: Path, proposal: Proposal, day: date) -> Review:
    """Judge what changed in `root`. Raises UsageError if git can't tell what that is."""
    problems = Problems()
    now = load(root, problems)
    case = open_case(root, now, proposal)
    judged = _judged(case)
    read = Problems([problem for problem in problems.found if problem.path not in judged])
    found = check(now, problems, day)
    own = without_warnings(case, [problem for problem in found if problem.path in judged])
    others = [problem for problem in found if problem.path not in judged]
    notes = Problems()
    for law in LAWS:
        law(case, notes)
    is_same = case.settings is None
    return Review(case, own + caused(case, others, read if is_same else Problems(), day), redact(notes))


def _judged(case: Case) -> frozenset[str]:
    """The files that changed, and introductions whose picture did."""
    introductions = by_stem(case.now.paths)
    changed = {change.path for change in case.changes}
    return frozenset(changed.union(*(introductions.get(stem_of(path), ()) for path in changed)))
