"""What was made of what: the answers of pure steps, remembered by the step and by the content of all it was given.

A step is a function that reads neither clock nor disk and whose inputs are all it depends on. So the same inputs need
no second run; and where a step gives an equal value, the steps behind it aren't run either.
"""

import platform
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from acquaint.plain import DIGEST, digest, encoded

P = ParamSpec("P")
T = TypeVar("T")

_THEMSELVES = frozenset({str, bytes, int, bool, type(None), date})
"""Types whose values stand in a key as they are: small, or hashed once by Python itself."""


class Store:
    """Remembers steps from one build to the next, in memory.

    `begin` comes before a build, `good` after one that passed: it forgets what that build didn't ask for, so that who
    left is gone from it. A store that isn't `keeping` runs every step, for a process that builds once.
    """

    def __init__(self, *, keeping: bool = True) -> None:
        self.keeping = keeping
        self.ran: Counter[str] = Counter()
        """How often each step was run since `begin`."""
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}
        self._digests: dict[int, tuple[object, bytes]] = {}
        self._digests_before: dict[int, tuple[object, bytes]] = {}
        self._states: dict[str, Any] = {}

    def of(self, step: Callable[P, T], *inputs: P.args, **none: P.kwargs) -> T:
        """What `step` makes of `inputs`: remembered, or made now."""
        if not self.keeping:
            return step(*inputs, **none)
        key = (step, *map(self._mark, inputs))
        try:
            value: T = self._now[key]
        except KeyError:
            value = self._found(key, step, inputs)
        return value

    def same(self, value: T) -> T:
        """The value of equal content that an earlier build used, with all that it has made ready; else `value`."""
        return self.of(itself, value)

    def state(self, name: str, fresh: Callable[[], T]) -> T:
        """What a step of all keeps of its last view, called `name`; made by `fresh` the first time."""
        if self is FORGETFUL:
            return fresh()
        if name not in self._states:
            self._states[name] = fresh()
        found: T = self._states[name]
        return found

    def begin(self) -> None:
        """A build begins. What the last one made, if it didn't pass, is kept beside what the last good one used."""
        self._before |= self._now
        self._digests_before |= self._digests
        self._now, self._digests = {}, {}
        self.ran.clear()

    def good(self) -> None:
        """The build has passed: what it didn't use is forgotten."""
        self._before, self._now = self._now, {}
        self._digests_before, self._digests = self._digests, {}

    def __len__(self) -> int:
        return len(self._before.keys() | self._now.keys())

    def _found(self, key: Hashable, step: Callable[..., Any], inputs: tuple[Any, ...]) -> Any:
        """The answer of an earlier build, or a new one."""
        if key in self._before:
            value = self._before[key]
        else:
            value = step(*inputs)
            self.ran[f"{step.__module__.removeprefix('acquaint.')}.{step.__qualname__}"] += 1
        self._now[key] = value
        return value

    def _mark(self, value: object) -> Hashable:
        if type(value) in _THEMSELVES:
            return value
        if type(value) is tuple:
            # The cards of a list, the lines of a file: most are nothing but texts, and stand for themselves.
            return value if _THEMSELVES.issuperset(map(type, value)) else tuple(map(self._mark, value))
        # An object is known again by its place in memory, and lives as long as it is known.
        known = self._digests.get(id(value))
        if known is None:
            known = self._digests_before.get(id(value)) or (value, digest(value))
            self._digests[id(value)] = known
        return known[1]


def itself(value: T) -> T:
    """`value`."""
    return value


FORGETFUL = Store(keeping=False)
"""Everybody's: runs every step anew, and keeps no state either."""


def key_on_disk(step: Callable[..., object], *inputs: object) -> bytes:
    """The key under which another process would find an answer: the step, its inputs, and all that made them."""
    said = encoded((f"{step.__module__}.{step.__qualname__}", foundation(), tuple(digest(value) for value in inputs)))
    return blake2b(said, digest_size=DIGEST).digest()


def foundation() -> bytes:
    """What every answer rests on: our code, Python, its Unicode tables, the platform, each dependency's version."""
    from importlib.metadata import distributions  # Slow to import, and asked once where answers lie on a disk.

    package = Path(__file__).parent
    ours = [(path.relative_to(package).as_posix(), path.read_bytes()) for path in sorted(package.rglob("*.py"))]
    theirs = sorted((str(found.metadata["Name"]), found.version) for found in distributions())
    machine = (sys.version, unicodedata.unidata_version, platform.platform(), sys.byteorder)
    return digest((tuple(ours), tuple(theirs), machine))
