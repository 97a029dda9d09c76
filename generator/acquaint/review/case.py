"""A change with everything one needs to judge it: the community as it is now, and as it was."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from acquaint.changes import Change, Comparison, compare, old_contents, old_settings, paired
from acquaint.config import Community
from acquaint.fields.reading import nothing_beside
from acquaint.load import Loaded
from acquaint.load.community import NAME as SETTINGS
from acquaint.load.community import read_community, without_settings
from acquaint.load.discover import INTRODUCTIONS
from acquaint.load.folder import SETTINGS_BYTES
from acquaint.load.member import MemberReader
from acquaint.load.source import MOST_BYTES, Source, decode
from acquaint.problems import Problems
from acquaint.records import MemberRecord


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be judged: everything since `ref`, by the forge account `by` ("" if nobody said).

    `is_public` is true where strangers can read the repository, whatever community.yml says.
    """

    ref: str
    by: str = ""
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """`old` holds the introductions that changed, by the path they had, read with the old settings.

    `texts` has their bytes, `old_source` the text of the old settings; None if there were none or they stayed.
    `settings` is the change of community.yml, if it changed, `renewed` each new or changed introduction that can be
    read, with its change.
    """

    proposal: Proposal
    comparison: Comparison
    now: Loaded
    before: Community
    old: Mapping[str, MemberRecord]
    texts: Mapping[str, bytes]
    old_source: Source | None
    settings: Change | None
    renewed: tuple[tuple[Change, MemberRecord], ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every file that changed, by its path."""
        return self.comparison.changes

    @property
    def is_public(self) -> bool:
        """True if strangers can read the files; what the settings said before counts, too."""
        stated = (self.before.repository.visibility, self.now.community.repository.visibility)
        return self.proposal.is_public or "public" in stated


def open_case(root: Path, now: Loaded, proposal: Proposal) -> Case:
    """The change of what stands in `root`, read as `now`. Raises UsageError if git can't tell what changed."""
    comparison = compare(root, proposal.ref)
    comparison = replace(comparison, changes=paired(comparison.changes, handle_of))
    settings = next((c for c in comparison.changes if SETTINGS in (c.path, c.before)), None)
    before, old_source = _old_community(comparison) if settings else (now.community, None)
    introductions = tuple(change for change in comparison.changes if handle_of(change.before))
    texts = old_contents(comparison, introductions, MOST_BYTES)
    old = {path: record for path, content in texts.items() if (record := read_with(before, path, content))}
    records = {record.path: record for record in now.records}
    renewed = tuple((change, records[change.path]) for change in comparison.changes if change.path in records)
    return Case(proposal, comparison, now, before, old, texts, old_source, settings, renewed)


def read_with(
    community: Community, path: str, content: bytes | Source, problems: Problems | None = None
) -> MemberRecord | None:
    """An introduction that isn't in the folder now, or not under these settings."""
    problems = Problems() if problems is None else problems
    source = decode(content, path, problems) if isinstance(content, bytes) else content
    return MemberReader(community.schema, problems).read(source, None, nothing_beside) if source else None


def handle_of(path: str) -> str:
    """The handle of the introduction at `path`, "" if there is none."""
    pure = PurePosixPath(path)
    hidden = any(part.startswith(("_", ".")) for part in pure.parts)
    return pure.stem if pure.parts[:1] == ("members",) and pure.suffix in INTRODUCTIONS and not hidden else ""


def by_stem(paths: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """`paths` by what they are called without their ending, as an introduction and its picture are called alike."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for path in paths:
        found[stem_of(path)] += (path,)
    return found


def stem_of(path: str) -> str:
    """`path` without its ending; "" for none."""
    return str(PurePosixPath(path).with_suffix("")) if path else ""


def _old_community(comparison: Comparison) -> tuple[Community, Source | None]:
    content = old_settings(comparison, SETTINGS, SETTINGS_BYTES)
    source = decode(content, SETTINGS, Problems()) if content is not None else None
    community = read_community(source, Problems()) if source else without_settings()
    # Its languages and fields are what counts; pages are read from the folder as it is now.
    return replace(community, pages=()), source
