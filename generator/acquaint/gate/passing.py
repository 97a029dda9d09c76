"""The gate from one build to the next: what has passed it is searched again only for secrets that it didn't know."""

from collections.abc import Iterable

from acquaint.gate.gate import Gate
from acquaint.rendered import Rendered
from acquaint.secrets import Secret


class Passing:
    """Which files have passed, and for which secrets. By the gate's law only what is new to either is searched.

    A build that ends before `end` changes nothing of that: the next begins where the last one that passed has ended.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        """Nothing has passed yet. Where no other build follows, nothing of the texts is kept for it (`keeps`)."""
        self._keeps = keeps
        self._passed: Gate | None = None
        self._files: dict[str, Rendered] = {}
        self._gate, self._added, self._suspected = Gate(()), Gate(()), Gate(())
        self._seen: dict[str, Rendered] = {}

    def begin(self, secrets: Iterable[Secret]) -> "Passing":
        """Search for `secrets` from now on."""
        before = self._passed
        self._gate = Gate(secrets, keeps=self._keeps) if before is None else before.changed(secrets)
        if before is None or not self._gate.remembers(before):
            self._files = {}
        self._added, self._suspected = Gate(self._gate.added), Gate(self._gate.suspects() if self._files else ())
        self._seen = {}
        return self

    def inspect(self, file: Rendered) -> None:
        """Raise LeakError if `file`, or its path, holds a secret."""
        known = self._files.get(file.path)
        is_known = known is file or (known is not None and known.content is file.content and known.owner == file.owner)
        # Of a text it is known by now which new secrets it may hold.
        old = self._added if file.path in self._gate.opaque else self._suspected
        (old if is_known else self._gate).inspect(file)
        if self._keeps:
            self._seen[file.path] = file

    def end(self) -> None:
        """All of the build has passed."""
        self._passed, self._files = self._gate, self._seen
