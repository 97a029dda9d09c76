"""Which files a change takes away, renames or touches although no introduction needs it."""

from pathlib import PurePosixPath

from acquaint.check.report import printable
from acquaint.fields.pictures import ENDINGS
from acquaint.load.community import NAME as SETTINGS
from acquaint.messages import say
from acquaint.problems import Problems
from acquaint.review.case import Case, handle_of
from acquaint.review.settings import changed_settings

MOST_NAMED = 12
"""Files that one warning names."""


def check_removed(case: Case, problems: Problems) -> None:
    """An introduction that is gone, or is called otherwise."""
    still = {handle_of(path) for path in case.now.paths}
    for change in case.changes:
        old = handle_of(change.before)
        if not old or old in still:
            continue
        if not change.is_removed and handle_of(change.path):
            new = handle_of(change.path)
            message = say("The handle {old} becomes {new}; links to the old page lead nowhere.", old=old, new=new)
            fix = say("Merge this if its owner wants it so; who names {handle} has to follow.", handle=f"@{old}")
            problems.add("handle-renamed", message, change.path, fix=fix)
        else:
            fix = say("Merge this if that person wants to leave, or has left.")
            problems.add("person-removed", say("This takes {handle} out.", handle=f"@{old}"), change.before, fix=fix)


def check_outside(case: Case, problems: Problems) -> None:
    """What isn't an introduction or its picture, in one warning, and which settings change."""
    outside = [c for c in case.changes if _is_outside(c.path) or (c.before and _is_outside(c.before))]
    if case.old_source is not None:
        names = changed_settings(case)
        if names:
            message = say("These settings change: {names}.", names=names)
            fix = say("Read them line by line: they hold for everybody.")
            problems.add("outside-members", message, SETTINGS, fix=fix)
    others = [c for c in outside if c.path != SETTINGS or c.is_removed or case.old_source is None]
    if not others:
        return
    paths = tuple(printable(change.path) for change in others[:MOST_NAMED])
    message = say("This changes files that are no introductions: {files}.", files=paths)
    if len(others) > MOST_NAMED:
        message = say("This changes {n} files that are no introductions, as {files}.", n=len(others), files=paths)
    fix = say("An introduction needs its own file in {folder} and at most a picture beside it.", folder="members/")
    problems.add("outside-members", message, others[0].path, fix=fix)


def _is_outside(path: str) -> bool:
    pure = PurePosixPath(path)
    is_hidden = any(part.startswith(("_", ".")) for part in pure.parts)
    return pure.parts[:1] != ("members",) or is_hidden or (not handle_of(path) and pure.suffix.lower() not in ENDINGS)
