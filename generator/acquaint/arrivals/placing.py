"""The file itself: written whole or not at all, and never over another by mistake."""

import os
import stat
import tempfile
from pathlib import Path

from acquaint.errors import MachineError, UsageError

_USUAL = 0o644


def place(root: Path, path: str, text: str, *, over: bool = False) -> None:
    """Write `text` as the file `path` (relative to the community's folder `root`, with slashes).

    A file that stands there is replaced only if `over`, and never if it is a link. Raises UsageError, or MachineError.
    """
    target = root / path
    if target.is_symlink() or target.parent.is_symlink():
        raise UsageError(f"{path} is a link, or lies behind one; nothing was written.")
    try:
        descriptor, name = tempfile.mkstemp(prefix=".acquaint-", dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(stat.S_IMODE(target.stat().st_mode) if over and target.exists() else _USUAL)
            _move(Path(name), target, over=over)
        finally:
            Path(name).unlink(missing_ok=True)
    except FileExistsError as error:
        raise UsageError(f"{path} exists already, and stays as it is.") from error
    except OSError as error:
        reason = (error.strerror or "the system gave no reason").lower()
        raise MachineError(f"could not write {path}: {reason}") from error


def _move(made: Path, target: Path, *, over: bool) -> None:
    if over:
        made.replace(target)
        return
    try:
        # Unlike a move, this fails if somebody wrote the same file a moment ago.
        os.link(made, target)
    except FileExistsError:
        raise
    except (OSError, AttributeError, NotImplementedError):
        # A file system without links, as on some sticks.
        _copy(made.read_bytes(), target)


def _copy(content: bytes, target: Path) -> None:
    """Write `target`, which must not be there; what can't be written whole is taken away again."""
    begun = target.open("xb")
    try:
        with begun as file:
            file.write(content)
    except OSError:
        target.unlink(missing_ok=True)
        raise
