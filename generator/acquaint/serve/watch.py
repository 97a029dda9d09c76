"""Which changes on disk ask for a rebuild, and when they have settled."""

import os
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Condition
from time import monotonic

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

FOLDERS = ("members", "pages", "templates")
SETTINGS = "community.yml"
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
"""Endings of what may be the logo beside the settings."""
QUIET = 0.05
"""Seconds without a change after which things have settled: an editor's save is several events."""
_LONGEST = 2.0
"""Seconds after which a rebuild starts though changes go on."""
_POLL = 0.5
"""Seconds between two looks where the system reports no changes."""

# A rebuild opens and reads files itself, so events of reading must not count.
_CHANGING = {EVENT_TYPE_CLOSED, EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED}
# Dotfiles, and what Emacs, Vim, JetBrains and Windows leave beside a file while it is edited.
_PASSING = re.compile(
    r"\..*|#.*#|.*~|.*___jb_(?:tmp|old)___|4913|__pycache__|Thumbs\.db|.*\.(?:sw[a-z]|tmp|temp|bak|part)", re.IGNORECASE
)


class Changes:
    """Counts as one what changes in quick succession."""

    def __init__(self) -> None:
        self._pending = False
        self._noted = Condition()

    def note(self) -> None:
        """Something changed."""
        with self._noted:
            self._pending = True
            self._noted.notify_all()

    def settled(self, patience: float) -> bool:
        """Wait up to `patience` seconds for a change, then until no other has followed for QUIET seconds.

        False if there was none. What changes after the return counts for the next call.
        """
        with self._noted:
            if not self._noted.wait_for(lambda: self._pending, timeout=patience):
                return False
            latest = monotonic() + _LONGEST
            while self._noted.wait(timeout=QUIET) and monotonic() < latest:
                continue
            self._pending = False
            return True


def is_passing(path: Path) -> bool:
    """True if `path`, relative to what is watched, is a temporary or a hidden file, or lies in a hidden folder."""
    return any(_PASSING.fullmatch(name) for name in path.parts)


class Watch:
    """Watches the sources of a community's site; folders may come, go and come back."""

    def __init__(self, root: Path, also: Sequence[Path], changes: Changes, say: Callable[[str], None]) -> None:
        """`also` are further folders, such as the theme's. Nothing is watched before `start`."""
        self._root = root.resolve()
        self._folders = tuple(dict.fromkeys([*(self._root / name for name in FOLDERS), *(p.resolve() for p in also)]))
        self._changes, self._say = changes, say
        self._observer: BaseObserver = Observer()
        self._watched: dict[Path, ObservedWatch] = {}
        self._lost: set[Path] = set()

    def start(self) -> None:
        """Begin to watch, by looking regularly where the system can't report changes."""
        try:
            self._begin()
        except OSError as error:
            self._fall_back(error)

    def refresh(self) -> None:
        """Watch folders that have appeared since, and anew those that were replaced."""
        try:
            self._follow()
        except OSError as error:
            self._fall_back(error)

    def stop(self) -> None:
        """End watching; its threads are joined."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def _begin(self) -> None:
        self._observer.start()
        self._observer.schedule(_Listener(self._in_root), str(self._root))
        self._follow()

    def _fall_back(self, error: OSError) -> None:
        if isinstance(self._observer, PollingObserver):
            raise error
        self.stop()
        reason = (error.strerror or "it gave no reason").lower()
        self._say(f"the system does not report changes ({reason}), so the files are looked at every {_POLL} s instead")
        self._observer = PollingObserver(timeout=_POLL)
        self._watched.clear()
        self._begin()

    def _follow(self) -> None:
        while self._lost:
            watched = self._watched.pop(self._lost.pop(), None)
            if watched is not None:
                self._observer.unschedule(watched)
        for folder in self._folders:
            if folder not in self._watched and folder.is_dir():
                real = folder.resolve()
                listener = _Listener(partial(self._in_folder, real))
                self._watched[folder] = self._observer.schedule(listener, str(real), recursive=True)

    def _in_root(self, event: FileSystemEvent) -> None:
        """The root itself is not watched below: there lie site/, .git, .venv and whatever else."""
        for path in _paths(event):
            if path in self._folders and event.event_type != EVENT_TYPE_MODIFIED:
                self._lost.add(path)
                self._changes.note()
            elif path == self._root / SETTINGS or (path.parent == self._root and path.suffix.lower() in PICTURES):
                self._changes.note()

    def _in_folder(self, folder: Path, event: FileSystemEvent) -> None:
        inside = [path.relative_to(folder) for path in _paths(event) if path.is_relative_to(folder)]
        if not all(map(is_passing, inside)):
            self._changes.note()


class _Listener(FileSystemEventHandler):
    """Hands on the events that mean a change of content."""

    def __init__(self, heard: Callable[[FileSystemEvent], None]) -> None:
        self._heard = heard

    def dispatch(self, event: FileSystemEvent) -> None:
        """Called on the observer's thread. A folder counts as modified for any file in it, even a temporary one."""
        is_echo = event.is_directory and event.event_type == EVENT_TYPE_MODIFIED
        if event.event_type in _CHANGING and not is_echo:
            self._heard(event)


def _paths(event: FileSystemEvent) -> list[Path]:
    """Where the event happened: one place, or two for a move."""
    return [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
