"""What git knows of the folder: the day each file was first committed, and the commit that is checked out.

Nothing of an author is read: not the name, not the address, not the zone of their clock.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from acquaint.git import git


@dataclass(frozen=True, slots=True)
class Head:
    """The commit that is checked out, and whether the clone has all that came before it."""

    commit: str
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Past:
    """What a commit holds of the community: whether it has its members or settings at all."""

    tracks_members: bool


def head(root: Path) -> Head | None:
    """The commit that is checked out in `root`; None outside of a repository, or before the first commit."""
    said = (git(root, "rev-parse", "HEAD", "--is-shallow-repository") or "").split()
    return Head(said[0], said[1] == "false") if len(said) == 2 else None


def is_complete(root: Path) -> bool:
    """True if `root` is in a repository with its whole history."""
    return (git(root, "rev-parse", "--is-shallow-repository") or "").strip() == "false"


def past(root: str, head: Head) -> Past:
    """What `head` knows of the community in `root`; the same for ever, as a commit never changes."""
    return Past(bool(git(Path(root), "ls-tree", "--name-only", head.commit, "--", "members", "community.yml")))


def first_days(root: str, head: Head) -> tuple[tuple[str, date], ...]:
    """(path, day in UTC) of each path below members/ up to `head`, when it was first committed.

    A renamed file keeps its day. Asked once for each commit: the log of ten thousand takes seconds.
    """
    asked = ("--reverse", "--name-status", "-z", "-M", "--relative", "--format=%x01%ct", head.commit)
    log = git(Path(root), "log", *asked, "--", "members")
    days: dict[str, date] = {}
    for record in (log or "").split("\x01")[1:]:
        stamp, _, changes = record.partition("\n")
        seconds, *tail = stamp.split("\x00", 1)
        day = datetime.fromtimestamp(int(seconds), UTC).date()
        _note_changes([*"".join(tail).split("\x00"), *changes.split("\x00")], day, days)
    return tuple(days.items())


def _note_changes(parts: list[str], day: date, days: dict[str, date]) -> None:
    fields = iter([part.strip("\n") for part in parts if part.strip("\n")])
    for status in fields:
        path = next(fields, "")
        if status.startswith("R"):
            renamed = next(fields, "")
            days[renamed] = days.pop(path, day)
        elif status.startswith("A"):
            days.setdefault(path, day)
