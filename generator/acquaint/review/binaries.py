"""Files too large for a repository that everybody clones, and files nobody can read."""

from acquaint.changes import Change
from acquaint.changes.comparing import FILES
from acquaint.fields.pictures import ENDINGS, MOST_BYTES
from acquaint.load.source import read_regular
from acquaint.messages import count, say
from acquaint.problems import Problems, shell_word
from acquaint.review.case import Case

MOST = 1_000_000
"""Bytes of a file that is no picture; a repository keeps each for ever."""
MOST_TOLD = 20
_SIGNS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
"""How a JPEG, a PNG and a WebP begin."""
_HEAD = 8_192


def check_binaries(case: Case, problems: Problems) -> None:
    """Pictures up to their bound; anything else is small, and is text."""
    found = Problems()
    for change in case.changes:
        if change.mode in FILES:
            _check(case, change, found)
    # Each kind has its own bound, so that many of the one hide none of the other.
    for slug in ("large-file", "opaque-file"):
        alike = [problem for problem in found if problem.law.slug == slug]
        problems.found += alike[:MOST_TOLD]
        if len(alike) > MOST_TOLD:
            more = count(
                "{n} more file of this kind changes.", "{n} more files of this kind change.", len(alike) - MOST_TOLD
            )
            fix = say("Split this into changes one can read.")
            problems.add(slug, more, alike[MOST_TOLD].path, fix=fix)


def _check(case: Case, change: Change, problems: Problems) -> None:
    path = case.comparison.root / change.path
    head = read_regular(path, _HEAD)
    if head is None:
        return
    is_picture = change.path.lower().endswith(ENDINGS) and head.startswith(_SIGNS)
    most = MOST_BYTES if is_picture else MOST
    size = path.stat().st_size
    if size > most:
        message = say("This file has {n} KB, and every copy of the repository keeps it for ever.", n=size // 1_000)
        fix = say("Make it smaller than {n} KB, and propose the change in a new branch without it.", n=most // 1_000)
        problems.add("large-file", message, change.path, fix=fix)
    elif b"\0" in head and not is_picture:
        message = say("This file is no text and no picture, so nobody can see what is in it.")
        problems.add("opaque-file", message, change.path, fix=_removing(change.path))


def _removing(path: str) -> str:
    """The command that takes `path` away, and no other file that it would be a pattern for."""
    literally = " --literal-pathspecs" if any(sign in path for sign in "*?[\\:") else ""
    return f"git{literally} rm -- {shell_word(path)}"
