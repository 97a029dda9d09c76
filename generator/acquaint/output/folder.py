"""Which folders are ours: the marker, what is refused, and what stands in a published tree."""

import os
import shutil
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from acquaint.errors import MachineError, UsageError

Edition = Literal["public", "internal"]

MARKER = ".acquaint-edition"
"""The file that makes a folder ours; its one line names the audience."""

STAGING = ".staging-"
REPOSITORY = ".git"

_JUNCTION = 0xA0000003  # Windows: a folder that is really a link; only the reparse tag tells


def failure(error: OSError, doing: str) -> MachineError:
    """`error` as 'could not `doing`: …', without the name of a staged file, which tells nobody anything."""
    return MachineError.from_os(OSError(error.errno, error.strerror), doing)


def refuse_protected(out: Path, protected: Iterable[Path]) -> None:
    """Raise UsageError if `out` is, or lies in, a folder that holds what people wrote."""
    real = out.resolve()
    for folder in protected:
        if real.is_relative_to(folder.resolve()):
            raise UsageError(f"{out} lies in {folder}, which a build must not change; choose another folder with --out")


def claim(out: Path, edition: Edition) -> Path:
    """The folder of `edition`, if it is ours, empty or missing. Raises UsageError, and changes nothing."""
    root = out / edition
    try:
        info = os.lstat(root)
    except FileNotFoundError:
        return root
    if is_link(info):
        raise UsageError(f"{root} is a link; remove it, or build into another folder with --out")
    if not stat.S_ISDIR(info.st_mode):
        raise UsageError(f"{root} is a file; remove it, or build into another folder with --out")
    if info.st_dev != os.stat(out).st_dev:
        raise UsageError(f"{root} is on another disk than {out}; let both be on one")
    names = os.listdir(root)
    if REPOSITORY in names:
        raise UsageError(f"{root} holds a git repository, which a build would damage; move it, or choose another --out")
    if names and (found := _audience(root)) != edition:
        what = f"holds the {found} edition" if found else "was not made by Acquaint"
        raise UsageError(f"{root} {what}; empty or remove it, or build into another folder with --out")
    return root


def _audience(root: Path) -> Edition | None:
    """The audience that the marker of `root` names."""
    marker = root / MARKER
    try:
        if not stat.S_ISREG(os.lstat(marker).st_mode):
            return None
        with marker.open("rb") as file:
            said = file.read(64).strip()
    except FileNotFoundError:
        return None
    return "public" if said == b"public" else "internal" if said == b"internal" else None


def sweep(out: Path, edition: str = "") -> None:
    """Remove the staging folders (of one edition) that killed builds left in `out`; only the lock's holder may."""
    with os.scandir(out) as entries:
        left = [entry for entry in entries if entry.name.startswith(STAGING + edition)]
    for entry in left:
        if stat.S_ISDIR((info := entry.stat(follow_symlinks=False)).st_mode) and not is_link(info):
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)


def is_link(info: os.stat_result) -> bool:
    """True for what `lstat` says is a link of any kind."""
    return stat.S_ISLNK(info.st_mode) or getattr(info, "st_reparse_tag", 0) == _JUNCTION


@dataclass(slots=True)
class Standing:
    """What stands in a tree, by path with slashes: files and sizes, real folders, the rest (links, pipes)."""

    files: dict[str, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget `paths`."""
        for path in paths:
            self.files.pop(path, None)
            self.folders.discard(path)
            self.others.discard(path)


def survey(root: Path) -> Standing:
    """What stands in `root`, which may be missing. No link is followed."""
    found, waiting = Standing(), [""]
    while waiting:
        folder = waiting.pop()
        try:
            entries = os.scandir(root / folder)
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                info = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(info.st_mode):
                    found.files[path] = info.st_size
                elif stat.S_ISDIR(info.st_mode) and not is_link(info):
                    found.folders.add(path)
                    waiting.append(path)
                else:
                    found.others.add(path)
    return found
