"""Which files differ between the common ancestor with a branch and the files as they stand here."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from acquaint.errors import UsageError
from acquaint.git import git, git_bytes

REGULAR, PROGRAM, LINK, SUBMODULE = "100644", "100755", "120000", "160000"
"""Modes of files as git writes them."""
FILES = (REGULAR, PROGRAM)
"""Modes of files with a content of their own."""

# The settings of the machine can't change what is listed, and no submodule is entered.
_DIFF = ("diff", "--raw", "-z", "--no-abbrev", "-M", "--no-relative", "--no-ext-diff", "--no-textconv")


@dataclass(frozen=True, slots=True)
class Change:
    """One file that is new, removed, changed or moved.

    `path` is where it stands now, or stood if it is gone; `before` where it stood, "" if it is new. Both begin at the
    community's folder and have slashes; `../` begins what lies outside of it. `mode` is "" for a removed file,
    `old_mode` and `old_id` (of its content) for a new one.
    """

    path: str
    before: str
    old_mode: str
    mode: str
    old_id: str

    @property
    def is_removed(self) -> bool:
        """True if nothing stands at `path` any more."""
        return not self.mode


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes of the files in `root` and around it since `base`, a commit or the empty tree, sorted by path."""

    root: Path
    base: str
    changes: tuple[Change, ...]


class Row(NamedTuple):
    """One file of a difference as git prints it, paths from the top of the repository or as they were asked for."""

    old_mode: str
    mode: str
    old_id: str
    new_id: str
    status: str
    before: str
    path: str


def compare(root: Path, ref: str) -> Comparison:
    """What changed since the history here left that of `ref`, files that aren't committed included.

    Raises UsageError if git can't tell.
    """
    base = _base(root, ref)
    prefix = prefix_of(root)
    raw = git_bytes(root, *_DIFF, "--ignore-submodules=dirty", base, "--")
    others = git_bytes(root, "ls-files", "--others", "--exclude-standard", "-z")
    if raw is None or others is None:
        raise UsageError("git can't compare the files here with that commit.")
    found = {change.path: change for change in _changes(raw, prefix)}
    for path in filter(None, _decoded(others).split("\0")):
        old = found.get(path)
        kept = old if old is not None and old.is_removed else Change(path, "", "", "", "")
        found[path] = Change(path, kept.before, kept.old_mode, _mode(root / path), kept.old_id)
    return Comparison(root, base, tuple(found[path] for path in sorted(found)))


def _base(root: Path, ref: str) -> str:
    """The common ancestor of `ref` and what is checked out; the empty tree before the first commit."""
    if not ref or ref.startswith("-") or not ref.isprintable():
        raise UsageError("--changed-since takes the name of a branch or a commit, as in origin/main.")
    shallow = git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        raise UsageError("git finds no repository here, or won't read it, so nobody knows what changed.")
    if shallow.strip() != "false":
        raise UsageError(
            "This clone lacks its history, so nobody knows what changed. "
            "In a workflow: fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab); elsewhere: git fetch --unshallow"
        )
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if commit is None:
        if ref == "HEAD" and git(root, "symbolic-ref", "--quiet", "HEAD"):
            return (git(root, "hash-object", "-t", "tree", "/dev/null") or "").strip()
        raise UsageError(f"git knows no commit called {ref} here; fetch it first.")
    base = git(root, "merge-base", commit.strip(), "HEAD")
    if base is None:
        raise UsageError(f"What is checked out shares no history with {ref}.")
    return base.strip()


def _changes(raw: bytes, prefix: str) -> Iterator[Change]:
    for row in records(raw):
        here, was = from_root(row.path, prefix), from_root(row.before, prefix)
        match row.status[:1]:
            case "A":
                yield Change(here, "", "", row.mode, "")
            case "D":
                yield Change(here, was, row.old_mode, "", row.old_id)
            case _:
                yield Change(here, was, row.old_mode, row.mode, row.old_id)


def records(raw: bytes) -> Iterator[Row]:
    """What `--raw -z` printed; of a merge the first old side."""
    parts = iter(_decoded(raw).split("\0"))
    for part in parts:
        head = part.lstrip("\n")
        if not head.startswith(":"):
            continue
        said = head.lstrip(":")
        # A merge has as many old sides as parents, each with a colon.
        parents = len(head) - len(said)
        fields = said.split(" ")
        old_mode, mode, old_id, new_id, status = (fields[n] for n in (0, parents, parents + 1, -2, -1))
        before = next(parts, "")
        path = next(parts, "") if status[0] in "RC" and parents == 1 else before
        yield Row(old_mode, mode, old_id, new_id, status, before, path)


def prefix_of(root: Path) -> str:
    """The community's folder from the top of the repository, ending in a slash; "" if it is the top."""
    return _decoded(git_bytes(root, "rev-parse", "--show-prefix") or b"").rstrip("\n")


def _decoded(raw: bytes) -> str:
    """Names as Python's own folders give them, so that two are one only if their bytes are."""
    return raw.decode("utf-8", "surrogateescape")


def from_root(path: str, prefix: str) -> str:
    """`path` from the top of the repository as a path from the community's folder, where `prefix` leads."""
    if path.startswith(prefix):
        return path[len(prefix) :]
    return "../" * prefix.count("/") + path


def _mode(path: Path) -> str:
    """The mode git would give a file that it doesn't know yet."""
    if path.is_symlink():
        return LINK
    if path.is_dir():
        return SUBMODULE
    return PROGRAM if path.stat().st_mode & 0o100 else REGULAR
