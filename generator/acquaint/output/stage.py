"""One edition's next tree: staged beside the published one, then moved into it file by file."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from acquaint.output.folder import MARKER, REPOSITORY, STAGING, Edition, claim, failure, refuse_protected, survey, sweep
from acquaint.output.moving import Plan, discard, move
from acquaint.output.paths import Paths
from acquaint.rendered import Rendered


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did to an edition, in files; `bytes` is the size of the whole edition as it stands now."""

    written: int
    unchanged: int
    removed: int
    bytes: int


class Stage:
    """Collects an edition without touching what is published, until `publish`. Used under `locked`, in a `with`.

    Left without `publish`, it discards what was staged. Nothing is synced to the disk (but for the marker): the next
    build compares every file's bytes, so it mends what a power cut lost, and syncing 20,000 files takes minutes.
    """

    def __init__(self, out: Path, edition: Edition, *, protected: Iterable[Path] = ()) -> None:
        """Raises UsageError for a folder that isn't ours to write, MachineError where the disk says no."""
        refuse_protected(out, protected)
        self._edition = edition
        self._paths = Paths(reserved=frozenset({MARKER, REPOSITORY}))
        self._owners: dict[str, str] = {}
        self._staged: dict[str, int] = {}  # path: number of its file in the staging folder
        self._kept: set[str] = set()
        self._size = 0
        try:
            self._root = claim(out, edition)
            sweep(out, edition)
            self._standing = survey(self._root).files
            # Private while it fills: what is staged has not passed the gate yet.
            self._staging = Path(tempfile.mkdtemp(prefix=f"{STAGING}{edition}-", dir=out))
        except OSError as error:
            raise failure(error, f"prepare the {edition} edition in {out}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def add(self, file: Rendered) -> None:
        """Stage `file`, unless the same bytes are published. Raises PathError, or MachineError (disk full)."""
        self._paths.take(file.path)
        try:
            if self._is_published(file):
                self._kept.add(file.path)
            else:
                number = len(self._staged)
                with open(f"{self._staging}/{number}", "xb") as target:
                    target.write(file.content)
                self._staged[file.path] = number
        except OSError as error:
            raise failure(error, f"write {self._edition}/{file.path}") from error
        self._size += len(file.content)
        if file.owner is not None:
            self._owners[file.path] = file.owner

    def _is_published(self, file: Rendered) -> bool:
        # Only regular files in real folders are in the survey, so this opens nothing through a link.
        if self._standing.get(file.path) != len(file.content):
            return False
        with open(f"{self._root}/{file.path}", "rb", buffering=0) as published:
            return published.readall() == file.content

    def finished(self) -> Iterator[Rendered]:
        """Every file of the tree as it will be published, read back from the disk, by path. Raises MachineError."""
        for path in sorted((*self._staged, *self._kept)):
            number = self._staged.get(path)
            place = self._root / path if number is None else self._staging / str(number)
            try:
                content = place.read_bytes()
            except OSError as error:
                raise failure(error, f"read back {self._edition}/{path}") from error
            yield Rendered(path=path, content=content, owner=self._owners.get(path))

    def publish(self) -> Published:
        """Make the staged tree the published one; each file is the old or the new one at any moment.

        Raises MachineError. What it had not done by then, the next build does.
        """
        plan = Plan(
            edition=self._edition,
            root=self._root,
            staging=self._staging,
            staged=self._staged,
            kept=self._kept,
            folders=frozenset(self._paths.folders.values()),
        )
        removed = move(plan)
        self.discard()
        return Published(
            written=len(self._staged),
            unchanged=len(self._kept),
            removed=removed,
            bytes=self._size,
        )

    def discard(self) -> None:
        """Remove what was staged; the published tree is untouched. Once more does nothing."""
        discard(self._staging)
