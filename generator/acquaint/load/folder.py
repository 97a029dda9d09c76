"""A community's folder as settings and records: the first stage of the line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from acquaint.config import Community, Schema
from acquaint.errors import UsageError
from acquaint.fields.pictures import MOST_BYTES
from acquaint.fields.reading import Beside
from acquaint.load import history
from acquaint.load.community import NAME as SETTINGS
from acquaint.load.community import read_community, without_settings
from acquaint.load.discover import Found, discover
from acquaint.load.member import Pictures, read_introduction
from acquaint.load.misplaced import report_misplaced
from acquaint.load.page_files import FOLDER as PAGES
from acquaint.load.source import Source, read_content, read_regular, read_source
from acquaint.messages import count
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.store import FORGETFUL, Store
from acquaint.values import Day

SETTINGS_BYTES = 1_000_000
_ALIKE = ("members", "member", "mitglieder")

Records = tuple[MemberRecord, ...]
"""Members' files, read, in the order of their paths."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that was read. `paths` are all introductions found, `sources` the texts of those that are texts."""

    community: Community
    records: tuple[MemberRecord, ...]
    sources: Mapping[str, Source]
    paths: tuple[str, ...]
    commit: str | None = None


def load(root: Path, problems: Problems, only: Sequence[str] = (), store: Store = FORGETFUL) -> Loaded:
    """Read the community in `root`; with `only`, just the introductions at those paths (relative, with slashes).

    A page of the community's own may repeat any member's contact, so with one of those everything is read.
    Raises UsageError if `root` is no folder with members/ in it.
    """
    _expect_members(root)
    sources: dict[str, Source] = {}
    community = _community(root, sources, problems)
    if not only or any(path.startswith(f"{PAGES}/") for path in only):
        from acquaint.load.own_pages import read_own_pages  # Brings Markdown along: slow to import, and few ask for it.

        only = ()
        pages = read_own_pages(root, community, problems)
        sources |= {source.path: source for source in pages.sources}
        community = replace(community, pages=pages.pages)
    found = discover(root, problems)
    if not only:
        report_misplaced(root, found, community, problems)
    records = []
    schema = store.of(schema_of, community)
    for path, content, pictures in _introductions(root, found, problems, only):
        read = store.of(read_introduction, path, content, pictures, schema)
        if read.source is not None:
            sources[read.source.path] = read.source
        if read.record is not None:
            records.append(read.record)
        problems.found.extend(read.problems)
    return Loaded(community, tuple(records), sources, tuple(found.introductions))


def schema_of(community: Community) -> Schema:
    """What of the settings introductions are read by."""
    return community.schema


def _introductions(
    root: Path, found: Found, problems: Problems, only: Sequence[str]
) -> Iterator[tuple[str, bytes, Pictures]]:
    """(path, bytes, pictures called like it) of each introduction that can be opened, in the order of the paths."""
    pictures: dict[str, list[str]] = {}
    for path in found.pictures:
        pictures.setdefault(path.rpartition(".")[0], []).append(path)
    for path in found.introductions:
        if only and path not in only:
            continue
        content = read_content(root / path, path, problems)
        if content is not None:
            called_alike = pictures.get(path.rpartition(".")[0], ())
            yield path, content, tuple(_picture(root, name) for name in called_alike)


def _picture(root: Path, path: str) -> tuple[str, bytes]:
    return path.rpartition("/")[2], read_regular(root / path, MOST_BYTES + 1) or b""


def _expect_members(root: Path) -> None:
    if not (root / "members").is_dir():
        where = root.name or root
        alike = next((path.name for path in sorted(root.glob("[mM]*")) if path.name.lower() in _ALIKE), None)
        if alike:
            raise UsageError(f"There is no folder members in {where}, but {alike}; paste this: mv {alike} members")
        raise UsageError(f"There is no folder members in {where}; run this in a community's folder or give --root.")


def _community(root: Path, sources: dict[str, Source], problems: Problems) -> Community:
    if not (root / SETTINGS).exists() and not (root / SETTINGS).is_symlink():
        return without_settings()
    source = read_source(root / SETTINGS, SETTINGS, problems, SETTINGS_BYTES)
    if source is None:
        return without_settings()
    sources[SETTINGS] = source
    return read_community(source, problems, beside(root / SETTINGS))


def beside(path: Path) -> Beside:
    """What reads the files that stand beside the one at `path`."""

    def read(name: str, most: int) -> bytes | None:
        return read_regular(path.parent / name, most)

    return read


def with_history(root: Path, loaded: Loaded, problems: Problems, store: Store = FORGETFUL) -> Loaded:
    """`loaded` with the checked-out commit, and with `joined` from git for those whose file doesn't give it."""
    head = history.head(root)
    if head is None:
        return loaded
    past = store.of(history.past, str(root), head)
    undated = sum("joined" not in record.values for record in loaded.records)
    commit = head.commit if past.tracks_members else None
    if not undated or commit is None:
        return replace(loaded, commit=commit)
    if not head.is_complete:
        message = count(
            "This clone lacks its history, so {n} member is shown without the day they joined.",
            "This clone lacks its history, so {n} members are shown without the day they joined.",
            undated,
        )
        problems.add("joined-unknown", message, "members", fix="git fetch --unshallow")
        return replace(loaded, commit=commit)
    days = dict(store.of(history.first_days, str(root), head))
    records = tuple(
        store.of(dated, record, days[record.path]) if "joined" not in record.values and record.path in days else record
        for record in loaded.records
    )
    return replace(loaded, commit=commit, records=records)


def dated(record: MemberRecord, day: date) -> MemberRecord:
    """`record` with the day on which its file was first committed."""
    return replace(record, values={**record.values, "joined": Day(day)})
