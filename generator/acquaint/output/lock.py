"""One build at a time: the folder all editions stand in, and the lock on it."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from acquaint.errors import UsageError
from acquaint.output.folder import failure, refuse_protected, sweep

LOCK = ".acquaint.lock"
_IGNORED = "*\n!.gitignore\n"


@contextmanager
def locked(
    out: Path, notice: Callable[[str], None], wait: float = 600.0, *, protected: Iterable[Path] = ()
) -> Iterator[None]:
    """Hold `out` for one build, made with its own .gitignore where it is missing, swept of what killed builds left.

    Where another build holds it, says so once through `notice` and waits `wait` seconds at most. Raises UsageError if
    that is not enough, if `out` is no folder or lies in a protected one, and MachineError where the disk says no.
    """
    refuse_protected(out, protected)
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file; choose a folder with --out")
    lock = FileLock(out / LOCK)
    try:
        _make(out)
        _acquire(lock, notice=notice, out=out, wait=wait)
    except OSError as error:
        raise failure(error, f"write into {out}") from error
    try:
        _swept(out)
        yield
    finally:
        lock.release()


def _make(out: Path) -> None:
    """Make `out` ours. In a folder that holds anything, a .gitignore of ours would hide somebody's files from git."""
    out.mkdir(parents=True, exist_ok=True)
    with os.scandir(out) as entries:
        if any(entry.name != LOCK for entry in entries):
            return
    (out / ".gitignore").write_text(_IGNORED, encoding="utf-8", newline="\n")


def _acquire(lock: FileLock, notice: Callable[[str], None], out: Path, wait: float) -> None:
    try:
        lock.acquire(timeout=0)
        return
    except Timeout:
        notice(f"another build is writing to {out}; waiting")
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        raise UsageError(f"another build is still writing to {out}; try again when it has ended") from None


def _swept(out: Path) -> None:
    try:
        sweep(out)
    except OSError as error:
        raise failure(error, f"remove what an earlier build left in {out}") from error
