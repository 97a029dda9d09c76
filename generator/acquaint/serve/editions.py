"""What was built last, in memory: a half-built site is never shown, and a bad build leaves the last good one.

A rebuild gives whole trees of bytes. A good one takes the place of what was shown at one stroke; the problems of a bad
one are told beside the last good pages. Whoever reads holds on to the tree they began with.
"""

import secrets
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition

from acquaint.errors import AcquaintError
from acquaint.serve.address import Tree


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rebuild gave.

    `summary` is one line, such as "12 members in 0.3 s". `problems` is their text, private values masked already, ""
    if there are none; where `ok` is true they are warnings. `tree` is what a good one built.
    """

    ok: bool
    summary: str
    problems: str = ""
    tree: Tree = field(default_factory=dict, repr=False)


Rebuild = Callable[[], Outcome]
"""Builds both editions anew."""


@dataclass(frozen=True, slots=True)
class News:
    """What a page wants to know.

    `serial` changes with every piece of news. `build` is the serial at which the shown pages were built. `problems` is
    "" unless a rebuild has failed since then.
    """

    serial: int
    build: int
    problems: str = ""


class Editions:
    """The pages being shown and the news about them; safe to use from several threads."""

    def __init__(self, rebuild: Rebuild) -> None:
        """Nothing is built before `build` is called."""
        self._rebuild = rebuild
        self._shown: Tree | None = None
        # A page left open from an earlier run must not take this run's pages for its own: so not from 1.
        first = secrets.randbelow(2**40)
        self._news = News(serial=first, build=first)
        self._closed = False
        self._turn = Condition()

    def build(self) -> Outcome:
        """Rebuild; show what came of it if that went well, else note the problems."""
        outcome = _attempt(self._rebuild)
        problems = "" if outcome.ok else (outcome.problems or outcome.summary)
        with self._turn:
            serial = self._news.serial + 1
            if outcome.ok:
                self._shown = outcome.tree
                self._news = News(serial=serial, build=serial)
            elif problems != self._news.problems:
                self._news = News(serial=serial, build=self._news.build, problems=problems)
            self._turn.notify_all()
        return outcome

    def shown(self) -> tuple[Tree | None, int]:
        """The tree to show (None before the first good build) and the number of its build."""
        with self._turn:
            return self._shown, self._news.build

    def news(self, since: int | None, patience: float) -> News:
        """The news once they are others than `since`, or as they are after `patience` seconds."""
        with self._turn:
            self._turn.wait_for(lambda: self._closed or self._news.serial != since, timeout=patience)
            return self._news

    def close(self) -> None:
        """Let everybody go who waits for news."""
        with self._turn:
            self._closed = True
            self._turn.notify_all()


def _attempt(rebuild: Rebuild) -> Outcome:
    """Rebuild; whatever goes wrong is an outcome, because the server must outlive it."""
    try:
        return _rebuilt(rebuild)
    except AcquaintError as error:
        return Outcome(ok=False, summary=str(error), problems=str(error))


def _rebuilt(rebuild: Rebuild) -> Outcome:
    """Rebuild; a fault of the builder or of a theme is told by its kind and place, for its message may be private."""
    try:
        return rebuild()
    except AcquaintError:
        raise
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        kind = type(error).__name__
        raise AcquaintError(f"the build failed: {kind} in {Path(place.filename).name}, line {place.lineno}") from error
