"""What files held before a change, and in between: read from git, bounded."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from acquaint.changes.comparing import FILES, Change, Comparison, from_root, prefix_of, records
from acquaint.git import git, git_bytes

MOST_VERSIONS = 5_000
"""How many versions between two commits are looked at; a change of an introduction has one or two."""
MOST_IN_ALL = 50_000_000
"""Bytes of all of them together."""
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Version:
    """What one commit of the change put at `path`, relative to the community's folder."""

    path: str
    content: bytes


@dataclass(slots=True)
class Earlier:
    """What the commits of a change put into files; `is_whole` turns False once something couldn't be looked at."""

    comparison: Comparison
    endings: Collection[str]
    most: int
    is_whole: bool = True

    def __iter__(self) -> Iterator[Version]:
        named = self._named()
        sizes = _sizes(self.comparison.root, tuple(dict.fromkeys(content_id for _, content_id in named)))
        fitting: list[tuple[str, str]] = []
        in_all = 0
        for path, content_id in named:
            size = sizes.get(content_id, self.most + 1)
            in_all += size
            if size <= self.most and in_all <= MOST_IN_ALL and len(fitting) < MOST_VERSIONS:
                fitting.append((path, content_id))
            else:
                self.is_whole = False
        for at in range(0, len(fitting), _AT_ONCE):
            yield from self._read(fitting[at : at + _AT_ONCE])

    def _named(self) -> list[tuple[str, str]]:
        """(path, id) of every version, oldest first."""
        root = self.comparison.root
        if git(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
            return []
        raw = git_bytes(root, *_LOG, f"{self.comparison.base}..HEAD", "--")
        if raw is None:
            self.is_whole = False
            return []
        prefix = prefix_of(root)
        paths = ((row, from_root(row.path, prefix)) for row in records(raw) if row.mode in FILES)
        return list(dict.fromkeys((path, row.new_id) for row, path in paths if ending_of(path) in self.endings))

    def _read(self, named: Sequence[tuple[str, str]]) -> Iterator[Version]:
        contents = _contents(self.comparison.root, tuple(dict.fromkeys(content_id for _, content_id in named)))
        for path, content_id in named:
            if content_id in contents:
                yield Version(path, contents[content_id])
            else:
                self.is_whole = False


# Nothing limits the paths, since git then leaves out commits whose sides agree in the end. A merge is compared with all
# of its parents at once (-c): what equals one of them came in by a commit of the change, or was there before it.
_LOG = (
    "log", "--format=", "--raw", "-z", "--no-abbrev", "--reverse", "--full-history", "-c", "--no-renames",
    "--no-relative", "--no-ext-diff", "--no-textconv",
)  # fmt: skip


def old_content(comparison: Comparison, change: Change, most: int) -> bytes | None:
    """What the file held before; None if it was no regular file or had more than `most` bytes."""
    return old_contents(comparison, (change,), most).get(change.before)


def old_contents(comparison: Comparison, changes: Sequence[Change], most: int) -> Mapping[str, bytes]:
    """What the files held before, by their former paths; without what was no regular file or had more bytes."""
    ids = {change.before: change.old_id for change in changes if change.before and change.old_mode in FILES}
    sizes = _sizes(comparison.root, tuple(dict.fromkeys(ids.values())))
    fitting = tuple(content_id for content_id, size in sizes.items() if size <= most)
    contents: dict[str, bytes] = {}
    for at in range(0, len(fitting), _AT_ONCE):
        contents |= _contents(comparison.root, fitting[at : at + _AT_ONCE])
    return {path: contents[content_id] for path, content_id in ids.items() if content_id in contents}


def old_settings(comparison: Comparison, name: str, most: int) -> bytes | None:
    """What the file `name` in the community's folder held before; None if there was none."""
    listed = git(comparison.root, "--literal-pathspecs", "ls-tree", "-z", comparison.base, "--", name)
    head = (listed or "").partition("\t")[0].split(" ")
    if len(head) != 3 or head[0] not in FILES:
        return None
    return old_content(comparison, Change(name, name, head[0], head[0], head[2]), most)


def ending_of(path: str) -> str:
    """The ending of the file at `path`, in lower case."""
    name = path.rpartition("/")[2]
    return name[name.rfind(".") :].lower() if "." in name else ""


def _sizes(root: Path, ids: Sequence[str]) -> Mapping[str, int]:
    """Bytes of each content that git has."""
    said = git_bytes(root, "cat-file", "--batch-check", given="".join(f"{one}\n" for one in ids).encode()) or b""
    rows = (line.split(" ") for line in said.decode("ascii", "replace").splitlines())
    return {row[0]: int(row[2]) for row in rows if len(row) == 3 and row[1] == "blob"}


def _contents(root: Path, ids: Sequence[str]) -> dict[str, bytes]:
    """The contents called `ids`, those that git has."""
    said = git_bytes(root, "cat-file", "--batch", given="".join(f"{one}\n" for one in ids).encode()) or b""
    found: dict[str, bytes] = {}
    at = 0
    while at < len(said):
        end = said.index(b"\n", at)
        head = said[at:end].decode("ascii", "replace").split(" ")
        at = end + 1
        if len(head) == 3 and head[1] == "blob":
            found[head[0]] = said[at : at + int(head[2])]
            at += int(head[2]) + 1
    return found
