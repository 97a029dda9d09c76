"""What files held before a change, and in between: read from git, bounded."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from acquaint.changes.comparing import FILES, Change, Comparison, records
from acquaint.git import git, git_bytes

MOST_VERSIONS = 300
"""How many versions between two commits are looked at; a change of an introduction has one or two."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one commit of the change put at `path`, relative to the community's folder."""

    path: str
    content: bytes


def old_content(comparison: Comparison, change: Change, most: int) -> bytes | None:
    """What the file held before; None if it was no regular file or had more than `most` bytes."""
    return _blob(comparison.root, change.old_id, most) if change.old_mode in FILES else None


def old_settings(comparison: Comparison, name: str, most: int) -> bytes | None:
    """What the file `name` in the community's folder held before; None if there was none."""
    listed = git(comparison.root, "--literal-pathspecs", "ls-tree", "-z", comparison.base, "--", name)
    head = (listed or "").partition("\t")[0].split(" ")
    if len(head) != 3 or head[0] not in FILES:
        return None
    return _blob(comparison.root, head[2], most)


def earlier_versions(comparison: Comparison, folder: str, most: int) -> Iterator[Version]:
    """What the commits since then put into files of `folder`, of regular files of at most `most` bytes."""
    options = (
        "--format=",
        "--raw",
        "-z",
        "--no-abbrev",
        "--no-renames",
        "--no-ext-diff",
        "--no-diff-merges",
        "--relative",
    )
    span = f"{comparison.base}..HEAD"
    raw = git_bytes(comparison.root, "--literal-pathspecs", "log", *options, span, "--", folder)
    seen: set[tuple[str, str]] = set()
    for row in records(raw or b""):
        key = (row.path, row.new_id)
        if row.mode in FILES and key not in seen and len(seen) < MOST_VERSIONS:
            seen.add(key)
            content = _blob(comparison.root, row.new_id, most)
            if content is not None:
                yield Version(row.path, content)


def _blob(root: Path, content_id: str, most: int) -> bytes | None:
    size = git(root, "cat-file", "-s", content_id)
    if size is None or int(size) > most:
        return None
    return git_bytes(root, "cat-file", "blob", content_id)
