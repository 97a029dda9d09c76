"""Which changes on disk ask for a rebuild, and when they have settled.

The system's events tell them at once. Times and sizes are looked at besides: some file systems report nothing.
"""

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

from acquaint.serve.looking import Lookout, Seen, seen_below, seen_in

FOLDERS = ("members", "pages", "templates")
SETTINGS = "community.yml"
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
"""Endings of what may be the logo beside the settings."""
QUIET = 0.05
"""Seconds without a change after which things have settled: an editor's save is several events."""
_LONGEST = 2.0
"""Seconds after which a rebuild starts though changes go on."""

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
    return any(map(_passes, path.parts))


def _passes(name: str) -> bool:
    return _PASSING.fullmatch(name) is not None


class Watch:
    """Watches the sources of a community's site; folders may come, go and come back."""

    def __init__(
        self, root: Path, also: Sequence[Path], changes: Changes, say: Callable[[str], None], *, poll: bool = False
    ) -> None:
        """`also` are further folders, such as the theme's. Nothing is watched before `start`.

        With `poll` no event is asked for, and all is left to looking.
        """
        self._root = root.resolve()
        self._folders = tuple(dict.fromkeys([*(self._root / name for name in FOLDERS), *(p.resolve() for p in also)]))
        self._changes, self._say = changes, say
        self._observer: BaseObserver | None = None if poll else Observer()
        self._lookout = Lookout(self._seen, changes.note)
        self._watched: dict[Path, ObservedWatch] = {}
        self._lost: set[Path] = set()

    def start(self) -> None:
        """Begin to watch."""
        self._lookout.start()
        if self._observer is not None:
            self._heeding(self._begin, self._observer)

    def refresh(self) -> None:
        """Watch folders that have appeared since, and anew those that were replaced.

        What stands there now counts as told, so this comes before what is built of it.
        """
        self._lookout.take_in()
        if self._observer is not None:
            self._heeding(self._follow, self._observer)

    def stop(self) -> None:
        """End watching; its threads are joined."""
        self._lookout.stop()
        self._end_events()

    def _heeding(self, step: Callable[[BaseObserver], None], observer: BaseObserver) -> None:
        """Take `step`; where the system refuses, looking goes on alone."""
        try:
            step(observer)
        except OSError as error:
            self._end_events()
            reason = (error.strerror or "it gave no reason").lower()
            self._say(f"the system does not report changes ({reason}), so the files are looked at every second instead")

    def _end_events(self) -> None:
        observer, self._observer = self._observer, None
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join()

    def _begin(self, observer: BaseObserver) -> None:
        observer.start()
        observer.schedule(_Listener(self._in_root), str(self._root))
        self._follow(observer)

    def _follow(self, observer: BaseObserver) -> None:
        while self._lost:
            watched = self._watched.pop(self._lost.pop(), None)
            if watched is not None:
                observer.unschedule(watched)
        for folder in self._folders:
            if folder not in self._watched and folder.is_dir():
                real = folder.resolve()
                listener = _Listener(partial(self._in_folder, real))
                self._watched[folder] = observer.schedule(listener, str(real), recursive=True)

    def _seen(self) -> Seen:
        """Every source as it stands there."""
        found = seen_in(self._root, lambda name: name == SETTINGS or Path(name).suffix.lower() in PICTURES)
        for folder in self._folders:
            found |= seen_below(folder, _passes)
        return found

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
