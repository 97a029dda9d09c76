"""What was built last: two folders that take turns, so that a half-built site is never shown.

A rebuild may take seconds, and holding every request for so long would make the browser hang. So it goes into the
folder nobody reads; a good one is swapped in, a bad one stays where it is, and its problems are told beside the last
good pages. Every read holds the lock that the swap needs, so nobody reads a folder while it is written again. Both
folders keep their files, so a rebuild writes no more than what differs.
"""

import secrets
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Condition

from acquaint.errors import AcquaintError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rebuild gave.

    `summary` is one line, such as "12 members in 0.3 s". `problems` is their text, private values masked already, ""
    if there are none; where `ok` is true they are warnings.
    """

    ok: bool
    summary: str
    problems: str = ""


Rebuild = Callable[[Path], Outcome]
"""Builds both editions into the given folder, as folder/public and folder/internal."""


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

    def __init__(self, folder: Path, rebuild: Rebuild) -> None:
        """`folder` must be empty and nobody else's."""
        self._hidden, self._next_hidden = folder / "a", folder / "b"
        self._hidden.mkdir()
        self._next_hidden.mkdir()
        self._rebuild = rebuild
        self._shown: Path | None = None
        # A page left open from an earlier run must not take this run's pages for its own: so not from 1.
        first = secrets.randbelow(2**40)
        self._news = News(serial=first, build=first)
        self._closed = False
        self._turn = Condition()

    def build(self) -> Outcome:
        """Rebuild into the hidden folder; show it if that went well, else note the problems."""
        outcome = _attempt(self._rebuild, self._hidden)
        problems = "" if outcome.ok else (outcome.problems or outcome.summary)
        with self._turn:
            serial = self._news.serial + 1
            if outcome.ok:
                self._shown = self._hidden
                self._hidden, self._next_hidden = self._next_hidden, self._hidden
                self._news = News(serial=serial, build=serial)
            elif problems != self._news.problems:
                self._news = News(serial=serial, build=self._news.build, problems=problems)
            self._turn.notify_all()
        return outcome

    @contextmanager
    def reading(self) -> Iterator[tuple[Path | None, int]]:
        """Hold the shown folder still; gives it (None before the first good build) and its build number."""
        with self._turn:
            yield self._shown, self._news.build

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


def _attempt(rebuild: Rebuild, folder: Path) -> Outcome:
    """Rebuild; whatever goes wrong is an outcome, because the server must outlive it."""
    try:
        return _rebuilt(rebuild, folder)
    except AcquaintError as error:
        return Outcome(ok=False, summary=str(error), problems=str(error))


def _rebuilt(rebuild: Rebuild, folder: Path) -> Outcome:
    """Rebuild; a fault of the builder or of a theme is told by its kind and place, for its message may be private."""
    try:
        return rebuild(folder)
    except AcquaintError:
        raise
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        kind = type(error).__name__
        raise AcquaintError(f"the build failed: {kind} in {Path(place.filename).name}, line {place.lineno}") from error
