"""Files that run, lead elsewhere, or steer git, a forge, a host or an editor: what a change does beyond its words."""

from pathlib import PurePosixPath

from acquaint.changes import Change
from acquaint.changes.comparing import LINK, PROGRAM, SUBMODULE
from acquaint.messages import Message, count, say
from acquaint.problems import Problems
from acquaint.review.case import Case

MOST_TOLD = 20
"""Files that get a warning of their own for what they are."""

# All in lower case: some file systems take Makefile and makefile for one.
_NAMES = frozenset(
    (
        "action.yml", "action.yaml", "cname", "codeowners", "conftest.py", "dockerfile", "gemfile", "gnumakefile",
        "justfile", "makefile", "netlify.toml", "package.json", "pyproject.toml", "setup.cfg", "taskfile.yml",
        "tox.ini", "vercel.json", "firebase.json", "wrangler.json", "wrangler.jsonc", "wrangler.toml", "_headers",
        "_redirects", "_routes.json", "_worker.js", "_config.yml", "package-lock.json", "yarn.lock", "pnpm-lock.yaml",
    )
)  # fmt: skip
_FOLDERS = frozenset(("functions", "requirements", "templates", "node_modules"))
_PROGRAMS = (
    ".bash", ".bat", ".cjs", ".cmd", ".dll", ".exe", ".js", ".jsx", ".mjs", ".php", ".pl", ".ps1", ".pth", ".py",
    ".pyc", ".rb", ".sh", ".so", ".ts", ".tsx", ".wasm", ".whl", ".zsh",
)  # fmt: skip


def check_powers(case: Case, problems: Problems) -> None:
    """Each file of the kind is named, up to a bound."""
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
    if is_steering(change.path) or is_steering(change.before):
        return say("This file decides what runs, here or in visitors' browsers, or how git treats files.")
    if any("\ud800" <= character <= "\udfff" for character in change.path):
        return say("The name of this file isn't in UTF-8, so nobody can read it.")
    return None


def is_steering(path: str) -> bool:
    """True for a file that a program, a forge, a host or git obeys, wherever the community's folder is."""
    parts = tuple(part.lower() for part in PurePosixPath(path).parts if part != "..")
    if not parts:
        return False
    # A folder of members may be called as it likes; what begins with a dot is looked for everywhere.
    folders = () if parts[0] == "members" else (parts[0], *parts[:-1])
    return (
        any(part.startswith(".") for part in parts)
        or parts[-1] in _NAMES
        or (parts[-1].startswith("requirements") and parts[-1].endswith(".txt"))
        or parts[-1].endswith(_PROGRAMS)
        or not _FOLDERS.isdisjoint(folders)
    )
