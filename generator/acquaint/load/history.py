"""What git knows of the folder: the day each file was first committed, and the commit that is checked out.

Nothing of an author is read: not the name, not the address, not the zone of their clock.
"""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

# A repository's own settings can't make git run anything, ask anything or take a lock for these commands.
_QUIET = ("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "core.quotePath=false")
_SECONDS = 120


def _git(root: Path, *arguments: str) -> str | None:
    """What `git` prints, or None where there is no git, no repository, or it fails."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    command = ["git", *_QUIET, "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, env=environment, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def commit(root: Path) -> str | None:
    """The commit that is checked out, if `root` itself holds something git tracks."""
    tracked = _git(root, "ls-files", "--", "members", "community.yml")
    head = _git(root, "rev-parse", "HEAD") if tracked else None
    return head.strip() if head else None


def is_complete(root: Path) -> bool:
    """True if `root` is in a repository with its whole history."""
    return (_git(root, "rev-parse", "--is-shallow-repository") or "").strip() == "false"


def first_days(root: Path) -> dict[str, date]:
    """The day (UTC) each path below members/ was first committed; a renamed file keeps its day."""
    log = _git(root, "log", "--reverse", "--name-status", "-z", "-M", "--relative", "--format=%x01%ct", "--", "members")
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
