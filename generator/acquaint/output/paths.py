"""Which paths an edition may hold: those that stay in its tree and mean the same file on every system."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from acquaint.errors import AcquaintError
from acquaint.slugs import WINDOWS_NAMES

LONGEST = 255
"""Bytes of one part of a path: more than that, the usual file systems refuse."""

_UNWRITABLE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\ud800-\udfff]')
_ENDS = (".", " ")
_DEVICES = WINDOWS_NAMES | {"conin$", "conout$", *(f"{port}{digit}" for port in ("com", "lpt") for digit in "¹²³")}


class PathError(AcquaintError, ValueError):
    """A path that would leave the edition's folder, or that some system would take for another file."""


def fold(path: str) -> str:
    """What a file system that ignores case and normalises names makes of `path`."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path.casefold())


def refusal(path: str) -> str | None:
    """Why `path` may not stand in an edition, to follow its name in a sentence; None if it may."""
    if _UNWRITABLE.search(path):
        return "holds a character that not every system can write"
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return "doesn't stay in its folder"
        if part.endswith(_ENDS):
            return "has a part that ends in a dot or a space"
        if part.partition(".")[0].rstrip().lower() in _DEVICES:
            return "has a part that Windows keeps for a device"
        if len(part) * 4 > LONGEST and len(part.encode()) > LONGEST:
            return "has a part that is too long"
    return None


@dataclass(slots=True)
class Paths:
    """The files and folders of one edition, no two of which are one file where case is ignored."""

    reserved: frozenset[str]
    files: set[str] = field(default_factory=set)
    folders: dict[str, str] = field(default_factory=dict)

    def take(self, path: str) -> None:
        """Note `path`. Raises PathError if it may not stand in an edition, or not beside those taken before."""
        folded = fold(path)
        folders = self._new_folders(path)
        if (reason := refusal(path) or self._clash(folded, folders)) is not None:
            raise PathError(f"the path {_readable(path)} cannot be published: it {reason}")
        self.files.add(folded)
        self.folders |= folders

    def _new_folders(self, path: str) -> dict[str, str]:
        """The folders `path` lies in, by their folded name, up to the first that is known in this spelling."""
        found = {}
        folder = path.rpartition("/")[0]
        while folder and self.folders.get(name := fold(folder)) != folder:
            found[name] = folder
            folder = folder.rpartition("/")[0]
        return found

    def _clash(self, folded: str, folders: Mapping[str, str]) -> str | None:
        if folded.partition("/")[0] in self.reserved:
            return "is kept for Acquaint itself"
        if folded in self.files or folded in self.folders:
            return "stands in the edition already"
        if not self.files.isdisjoint(folders):
            return "lies in a folder that is a file of the edition"
        if not self.folders.keys().isdisjoint(folders):
            return "lies in a folder that is spelled in two ways"
        return None


def _readable(path: str) -> str:
    """`path` as it can be printed, whatever it holds."""
    return ascii(path if len(path) <= 80 else path[:79] + "…")
