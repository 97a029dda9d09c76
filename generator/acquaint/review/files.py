"""Which files a change takes away, renames or touches although no introduction needs it."""

from pathlib import PurePosixPath

from acquaint.changes import Change
from acquaint.changes.comparing import LINK, PROGRAM, SUBMODULE
from acquaint.check.report import printable
from acquaint.fields.pictures import ENDINGS
from acquaint.load.community import NAME as SETTINGS
from acquaint.messages import Message, count, say
from acquaint.problems import Problems
from acquaint.review.case import Case, handle_of
from acquaint.review.settings import changed_settings

MOST_NAMED = 12
"""Files that one warning names."""
MOST_TOLD = 20
"""Files that get a warning of their own for what they are."""
_RUN = (".github", ".gitlab-ci.yml", ".pre-commit-config.yaml", ".gitmodules", ".gitattributes", ".mailmap")
_RUN_TOO = ("templates", "Makefile", "requirements", "action.yml", "netlify.toml")


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


def check_powers(case: Case, problems: Problems) -> None:
    """Files that run, lead elsewhere or steer git and the forge: each is named."""
    told = [(change, message) for change in case.changes if (message := _power(change))]
    for change, message in told[:MOST_TOLD]:
        fix = say("Merge this only if you know who asked for it, and why.")
        problems.add("risky-file", message, change.path, fix=fix)
    if len(told) > MOST_TOLD:
        more = count(
            "{n} more file of this kind changes.", "{n} more files of this kind change.", len(told) - MOST_TOLD
        )
        problems.add("risky-file", more, told[MOST_TOLD][0].path, fix=say("Split this into changes one can read."))


def _power(change: Change) -> Message | None:
    if change.mode == SUBMODULE:
        return say("This is a folder of another repository.")
    if change.mode == LINK:
        return say("This is a link; what it leads to isn't in this change.")
    if change.mode == PROGRAM and change.old_mode != PROGRAM:
        return say("This file may now be run as a program.")
    for path in (change.path, change.before):
        parts = PurePosixPath(path).parts
        if parts and (parts[0] in (*_RUN, *_RUN_TOO) or parts[-1] in (".gitattributes", ".gitmodules")):
            return say("This file decides what runs, here or in visitors' browsers, or how git treats files.")
    return None
