"""Small git repositories for tests: who commits what, without anything of the machine's own settings."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from communities import write


def environment(who: str) -> dict[str, str]:
    """What git is run with on behalf of `who`, an account's name or an address."""
    address = who if "@" in who else f"{who}@example.org"
    names = {f"GIT_{role}_{what}": address for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(root: Path, *arguments: str, who: str = "ada") -> str:
    """Run git in `root`; what it prints."""
    command = ["git", "-C", str(root), "-c", "protocol.file.allow=always", *arguments]
    done = subprocess.run(command, env=environment(who), capture_output=True, text=True, check=True)
    return done.stdout.strip()


def committed(root: Path, files: Mapping[str, str | bytes | None] | None = None, *, who: str = "ada") -> Path:
    """`root` with `files` (None takes one away) committed by `who`; the first commit of a repository is `before`."""
    is_new = not (root / ".git").exists()
    if is_new:
        root.mkdir(parents=True, exist_ok=True)
        git(root, "init", "--quiet", "--initial-branch", "main")
    for name, content in (files or {}).items():
        if content is None:
            (root / name).unlink()
        else:
            write(root, {name: content})
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "a commit", who=who)
    if is_new:
        git(root, "tag", "before")
        git(root, "switch", "--quiet", "--create", "change")
    return root
