"""Problems as they may be told: what to paste found first, and then private values masked in everything."""

from collections import defaultdict

from acquaint.check.masking import Mask, as_found
from acquaint.check.mending import Outcome, with_mends
from acquaint.config import Community
from acquaint.load import Loaded
from acquaint.problems import Problem, RawProblem
from acquaint.values import Audience


def redacted(problems: tuple[RawProblem, ...], loaded: Loaded) -> tuple[Problem, ...]:
    """All `problems` in their order, each with its line, private values masked in line, message and fix."""
    records = {record.path: record for record in loaded.records}
    wrong: dict[str, set[int]] = defaultdict(set)
    found = with_mends(problems, loaded, _Shown(loaded.community))
    for problem in found:
        if problem.is_error and problem.span:
            wrong[problem.path].add(problem.span.line)
    told = {problem.path for problem in found}
    masks = {
        path: Mask(source, records.get(path), loaded.community, wrong[path])
        for path, source in loaded.sources.items()
        if path in told
    }
    return tuple(masks[one.path].over(one) if one.path in masks else as_found(one) for one in found)


class _Shown:
    """Lines of a mended file under the same mask as those of a file that was never wrong."""

    def __init__(self, community: Community) -> None:
        self._community = community
        self._last: tuple[Outcome, bool, Mask] | None = None

    def __call__(self, after: Outcome, is_sure: bool, number: int) -> str:
        """Line `number` of what `after` was read from; if it isn't sure what the line means, no value in it."""
        if self._last is None or self._last[0] is not after or self._last[1] != is_sure:
            wrong = {p.span.line for p in after.found if p.is_error and p.span}
            record = after.record if is_sure and not after.errors["unknown-field"] and self._is_whole(after) else None
            self._last = (after, is_sure, Mask(after.source, record, self._community, wrong))
        return self._last[2].line(number)

    def _is_whole(self, after: Outcome) -> bool:
        """False if the file hides a field that it doesn't hold: what was to be hidden may stand in another's place."""
        fields, record = self._community.fields, after.record
        return record is None or all(
            name in record.spans
            for name, spec in fields.items()
            if spec.visibility is Audience.EVERYONE and record.audience(name) is Audience.MEMBERS
        )
