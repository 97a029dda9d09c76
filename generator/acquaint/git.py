"""Asking git quietly: nothing is changed, nothing is asked of anybody, and a repository's own settings run nothing."""

import os
from pathlib import Path

# A repository's own settings can't make git run anything, ask anything or take a lock for these commands.
_QUIET = ("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "core.quotePath=false")
_SECONDS = 120


def git_bytes(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What `git` prints in `root`, or None where there is no git, no repository, or it fails; it may read `given`."""
    import subprocess  # Slow to import, and a check of one file asks nothing.

    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    command = ["git", *_QUIET, "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, env=environment, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def git(root: Path, *arguments: str) -> str | None:
    """The same as text; what isn't UTF-8 is replaced."""
    said = git_bytes(root, *arguments)
    return None if said is None else said.decode("utf-8", "replace")
