"""Whether those who changed a file are who wrote it first. Addresses are compared here and leave this room never."""

import re
from enum import StrEnum
from pathlib import Path

from acquaint.changes.comparing import Change, Comparison
from acquaint.git import git

# Forges give every account an address that names it.
_ACCOUNT = re.compile(r"(?:\d+[+-])?([^@+]+)@users\.noreply\.[a-z0-9.-]+")


class Hand(StrEnum):
    """Whose hand changed a file, as far as the history claims it: anybody can write any address into a commit."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"


def hand_of(comparison: Comparison, change: Change, account: str = "") -> Hand:
    """Whether the authors of the change are who first committed the file; `account` is who proposes the change.

    An account's own address weighs more than any other: nobody else has a reason to use it.
    """
    first = _addresses(comparison.root, comparison.base, change.before, "--follow")[-1:]
    if not first or not change.before:
        return Hand.UNKNOWN
    named = _ACCOUNT.fullmatch(first[0])
    if account and named:
        return Hand.SAME if named[1].casefold() == account.casefold() else Hand.OTHER
    paths = dict.fromkeys((change.before, change.path))
    span = f"{comparison.base}..HEAD"
    changing = {address for path in paths for address in _addresses(comparison.root, span, path)}
    if not changing or _is_uncommitted(comparison.root, tuple(paths)):
        changing.add(_own(comparison.root))
    return Hand.UNKNOWN if "" in changing else Hand.SAME if changing == set(first) else Hand.OTHER


def _addresses(root: Path, span: str, path: str, *options: str) -> list[str]:
    """Authors of the commits of `span` that touch `path`, newest first; as written, since .mailmap may be hostile."""
    log = git(root, "--literal-pathspecs", "log", "--no-mailmap", "--format=%ae", *options, span, "--", path)
    return [line.casefold() for line in (log or "").splitlines() if line]


def _is_uncommitted(root: Path, paths: tuple[str, ...]) -> bool:
    status = git(root, "--literal-pathspecs", "status", "--porcelain", "--ignore-submodules=all", "--", *paths)
    return bool(status)


def _own(root: Path) -> str:
    """The address that a commit made here would carry, "" if none is set."""
    return (git(root, "config", "--get", "user.email") or "").strip().casefold()
