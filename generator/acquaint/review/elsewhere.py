"""Problems that a change causes in files it doesn't touch; what was wrong before holds nobody back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from acquaint.check import check, redact
from acquaint.check.report import printable
from acquaint.load.community import NAME
from acquaint.load.source import decode
from acquaint.messages import count, say
from acquaint.problems import Problem, Problems, RawProblem
from acquaint.review.case import Case, handle_of, read_with

MOST_TOLD = 10


def caused(case: Case, others: Sequence[Problem], read_before: Problems, day: date) -> tuple[Problem, ...]:
    """Those of `others`, problems of files that didn't change, that are new, each told at the file that changed.

    `read_before` holds the problems that reading these files tells anyway.
    """
    if not others:
        return ()
    fresh = _beyond(others, check_before(case, read_before, day))
    where = cause(case)
    told = [_moved(problem, where) for problem in fresh[:MOST_TOLD]]
    if len(fresh) > MOST_TOLD:
        message = count(
            "This change causes {n} more problem elsewhere.",
            "This change causes {n} more problems elsewhere.",
            len(fresh) - MOST_TOLD,
        )
        gravest = max(fresh[MOST_TOLD:], key=lambda problem: problem.is_error)
        told += redact([RawProblem(gravest.law, message, where, fix="acquaint check")])
    return tuple(told)


def check_before(case: Case, problems: Problems, day: date) -> tuple[Problem, ...]:
    """What `check` would have told before the change."""
    changed = {change.path for change in case.changes}
    untouched = [record for record in case.now.records if record.path not in changed]
    if case.settings is not None:
        sources = [source for path, source in case.now.sources.items() if handle_of(path) and path not in changed]
        read = (read_with(case.before, source.path, source, problems) for source in sources)
        untouched = [record for record in read if record]
    gone = {change.path for change in case.changes if not change.before}
    paths = sorted({*case.now.paths, *case.texts} - gone)
    texts = (decode(content, path, Problems()) for path, content in case.texts.items())
    before = replace(
        case.now,
        community=case.before,
        records=(*untouched, *case.old.values()),
        sources={**case.now.sources, **{text.path: text for text in texts if text}},
        paths=tuple(paths),
    )
    return check(before, problems, day)


def cause(case: Case) -> str:
    """The changed file that most likely has to do with a problem elsewhere."""
    if case.settings is not None:
        return NAME
    paths = [change.path for change in case.changes]
    return next((path for path in paths if handle_of(path)), paths[0] if paths else NAME)


def _moved(problem: Problem, where: str) -> Problem:
    file = printable(problem.path)
    message = say("This change causes a problem in {file}: {problem}", file=file, problem=problem.message)
    return replace(problem, message=message, path=where, span=None, snippet=None, mend=None)


def _beyond(now: Sequence[Problem], before: Sequence[Problem]) -> list[Problem]:
    """What of `now` there was less often before: a masked sentence doesn't say which word it is about."""
    known = Counter(_key(problem) for problem in before)
    fresh = []
    for problem in now:
        known[_key(problem)] -= 1
        if known[_key(problem)] < 0:
            fresh.append(problem)
    return fresh


def _key(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.law.slug, str(problem.message)
