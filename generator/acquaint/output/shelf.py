"""One edition in memory, for a preview: the same files under the same rules, and nothing on any disk."""

from collections.abc import Iterable
from types import TracebackType
from typing import Self

from acquaint.output.folder import MARKER, REPOSITORY, Edition
from acquaint.output.paths import Paths
from acquaint.output.stage import Published
from acquaint.rendered import Rendered
from acquaint.store import FORGETFUL, Store


class Shelf:
    """Collects an edition as Stage does. What was put here may be shown once `publish` has passed."""

    def __init__(self, edition: Edition, store: Store = FORGETFUL) -> None:
        self.edition = edition
        self.files: dict[str, bytes] = {}
        self._paths: list[str] = []
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is left behind."""

    def add(self, file: Rendered) -> None:
        """Keep `file`."""
        self._paths.append(file.path)
        self.files[file.path] = file.content

    def finished(self) -> Iterable[Rendered]:
        """Nothing: what was searched before it was put here is what is shown."""
        return ()

    def publish(self) -> Published:
        """Say that the edition is whole. Raises PathError for a path that no folder could hold, or that is there twice.

        The number of files written is the number of those that the edition had not, or had otherwise, when it was last
        published from the same store.
        """
        self._store.of(hold_to_rules, tuple(self._paths))
        before = self._store.state(f"output.shelf {self.edition}", dict[str, bytes])
        same = sum(before.get(path) == content for path, content in self.files.items())
        removed = len(before.keys() - self.files.keys())
        before.clear()
        before.update(self.files)
        return Published(
            written=len(self.files) - same,
            unchanged=same,
            removed=removed,
            bytes=sum(map(len, self.files.values())),
        )


def hold_to_rules(paths: tuple[str, ...]) -> None:
    """Raise PathError if an edition can't have all `paths`."""
    taken = Paths(reserved=frozenset({MARKER, REPOSITORY}))
    for path in paths:
        taken.take(path)
