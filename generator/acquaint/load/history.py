"""What git knows of the folder: the day each file was first committed, and the commit that is checked out.

Nothing of an author is read: not the name, not the address, not the zone of their clock.
"""

from datetime import UTC, date, datetime
from pathlib import Path

from acquaint.git import git


def commit(root: Path) -> str | None:
    """The commit that is checked out, if `root` itself holds something git tracks."""
    tracked = git(root, "ls-files", "--", "members", "community.yml")
    head = git(root, "rev-parse", "HEAD") if tracked else None
    return head.strip() if head else None


def is_complete(root: Path) -> bool:
    """True if `root` is in a repository with its whole history."""
    return (git(root, "rev-parse", "--is-shallow-repository") or "").strip() == "false"


def first_days(root: Path) -> dict[str, date]:
    """The day (UTC) each path below members/ was first committed; a renamed file keeps its day."""
    log = git(root, "log", "--reverse", "--name-status", "-z", "-M", "--relative", "--format=%x01%ct", "--", "members")
    days: dict[str, date] = {}
    for record in (log or "").split("\x01")[1:]:
        stamp, _, changes = record.partition("\n")
        seconds, *tail = stamp.split("\x00", 1)
        day = datetime.fromtimestamp(int(seconds), UTC).date()
        _note_changes([*"".join(tail).split("\x00"), *changes.split("\x00")], day, days)
    return days


def _note_changes(parts: list[str], day: date, days: dict[str, date]) -> None:
    fields = iter([part.strip("\n") for part in parts if part.strip("\n")])
    for status in fields:
        path = next(fields, "")
        if status.startswith("R"):
            renamed = next(fields, "")
            days[renamed] = days.pop(path, day)
        elif status.startswith("A"):
            days.setdefault(path, day)
