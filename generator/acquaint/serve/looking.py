"""What stands on disk by times and sizes: what tells of changes where the file system reports none.

WSL, bind mounts of Docker, NFS and SMB take a watch and never say a word.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic

LOOK = 1.0
"""Seconds between two looks: a change is noticed within two. A thousand files take 2 ms, ten thousand 35."""
_SHARE = 3
"""How many times as long as a look took it rests at least: a slow disk isn't kept busy."""

Seen = dict[str, tuple[int, int]]
"""Each file with when it was written, in nanoseconds, and its size."""


class Lookout:
    """Looks for itself, on a thread of its own, and tells each difference once."""

    def __init__(self, look: Callable[[], Seen], note: Callable[[], None]) -> None:
        """`look` gives what stands there; `note` is called where that has changed."""
        self._look, self._note = look, note
        self._seen: Seen = {}
        self._turn, self._end = Lock(), Event()
        self._thread = Thread(target=self._run, name="looking at files")

    def start(self) -> None:
        """Begin with what stands there now."""
        self.take_in()
        self._thread.start()

    def take_in(self) -> None:
        """What stands there now is known already: it is about to be built."""
        with self._turn:
            self._seen = self._look()

    def stop(self) -> None:
        """End looking; the thread is joined."""
        self._end.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        rest = LOOK
        while not self._end.wait(rest):
            begun = monotonic()
            with self._turn:
                now = self._look()
                has_changed, self._seen = now != self._seen, now
            if has_changed:
                self._note()
            rest = max(LOOK, _SHARE * (monotonic() - begun))


def seen_below(folder: Path, passes: Callable[[str], bool]) -> Seen:
    """Every file below `folder`, but what passes by its name; a linked folder in it isn't entered."""
    found: Seen = {}
    folders = [str(folder)]
    for place in folders:
        for entry in _entries(place):
            if passes(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                found.update(_stated(entry))
    return found


def seen_in(folder: Path, is_meant: Callable[[str], bool]) -> Seen:
    """The files in `folder` itself whose names are meant."""
    found: Seen = {}
    for entry in _entries(str(folder)):
        if is_meant(entry.name):
            found.update(_stated(entry))
    return found


def _entries(folder: str) -> Iterator["os.DirEntry[str]"]:
    """What stands in a folder; one that is gone, or can't be read, holds nothing."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return


def _stated(entry: "os.DirEntry[str]") -> Seen:
    # No inode: some network file systems give a file another one each time.
    try:
        stat = entry.stat()
    except OSError:
        return {}
    return {entry.path: (stat.st_mtime_ns, stat.st_size)}
