"""A community's folder as settings and records: the first stage of the line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from acquaint.config import Community
from acquaint.errors import UsageError
from acquaint.fields.reading import Beside
from acquaint.load import history
from acquaint.load.community import NAME as SETTINGS
from acquaint.load.community import read_community, without_settings
from acquaint.load.discover import discover
from acquaint.load.member import MemberReader
from acquaint.load.misplaced import report_misplaced
from acquaint.load.page_files import FOLDER as PAGES
from acquaint.load.source import Source, read_regular, read_source
from acquaint.messages import count
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.values import Day

SETTINGS_BYTES = 1_000_000
_ALIKE = ("members", "member", "mitglieder")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that was read. `paths` are all introductions found, `sources` the texts of those that are texts."""

    community: Community
    records: tuple[MemberRecord, ...]
    sources: Mapping[str, Source]
    paths: tuple[str, ...]
    commit: str | None = None


def load(root: Path, problems: Problems, only: Sequence[str] = ()) -> Loaded:
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
    reader = MemberReader(community, problems)
    pictures = {str(PurePosixPath(path).with_suffix("")): PurePosixPath(path).name for path in reversed(found.pictures)}
    records = []
    for path in found.introductions:
        if only and path not in only:
            continue
        source = read_source(root / path, path, problems)
        if source is None:
            continue
        sources[path] = source
        record = reader.read(source, pictures.get(str(PurePosixPath(path).with_suffix(""))), _beside(root / path))
        if record:
            records.append(record)
    return Loaded(community, tuple(records), sources, tuple(found.introductions))


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
    return read_community(source, problems, _beside(root / SETTINGS))


def _beside(path: Path) -> Beside:
    def read(name: str, most: int) -> bytes | None:
        return read_regular(path.parent / name, most)

    return read


def with_history(root: Path, loaded: Loaded, problems: Problems) -> Loaded:
    """`loaded` with the checked-out commit, and with `joined` from git for those whose file doesn't give it."""
    commit = history.commit(root)
    undated = sum("joined" not in record.values for record in loaded.records)
    if not undated or commit is None:
        return replace(loaded, commit=commit)
    if not history.is_complete(root):
        message = count(
            "This clone lacks its history, so {n} member is shown without the day they joined.",
            "This clone lacks its history, so {n} members are shown without the day they joined.",
            undated,
        )
        problems.add("joined-unknown", message, "members", fix="git fetch --unshallow")
        return replace(loaded, commit=commit)
    days = history.first_days(root)
    return replace(loaded, commit=commit, records=tuple(_dated(record, days) for record in loaded.records))


def _dated(record: MemberRecord, days: Mapping[str, date]) -> MemberRecord:
    if "joined" in record.values or record.path not in days:
        return record
    return replace(record, values={**record.values, "joined": Day(days[record.path])})
