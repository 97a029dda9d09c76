"""How a community's files are renewed: what a person didn't change, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from acquaint.errors import MachineError
from acquaint.starter.writing import digest, is_inside, write_new

BESIDE = ".acquaint/new"
"""Where the new text of a file goes that somebody has changed, below the same path."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """What became of each path, and the digests to remember. `offered` were changed by a person and stay;
    their new text lies below BESIDE. `gone` are no longer written by this version, and stay, too.
    """

    renewed: tuple[str, ...]
    added: tuple[str, ...]
    offered: tuple[str, ...]
    gone: tuple[str, ...]
    digests: Mapping[str, str]


def renewed(root: Path, files: Mapping[str, str], digests: Mapping[str, str]) -> Renewal:
    """Bring the files below `root` to the texts in `files`; `digests` are those of the texts before. MachineError."""
    done: dict[str, list[str]] = {"renewed": [], "added": [], "offered": [], "": []}
    known = dict(digests)
    for path, text in files.items():
        fate = _fate(root, path, text, digests.get(path))
        done[fate].append(path)
        _carry_out(fate, root, path, text)
        known[path] = digest(text)
    gone = tuple(path for path in digests if path not in files and (root / path).is_file())
    kept = {path: known[path] for path in files}
    return Renewal(tuple(done["renewed"]), tuple(done["added"]), tuple(done["offered"]), gone, kept)


def _fate(root: Path, path: str, text: str, before: str | None) -> str:
    """One of Renewal's names, or "" if there is nothing to do."""
    target = root / path
    if not is_inside(root, path) or target.is_dir():
        return ""
    if not target.exists():
        return "added" if before is None else ""
    stands, new = _digest_of(target), digest(text)
    if stands == new or new == before:
        return ""
    return "renewed" if stands == before else "offered"


def _carry_out(fate: str, root: Path, path: str, text: str) -> None:
    if fate == "added":
        write_new(root, path, text)
    elif fate == "renewed":
        _write(root / path, text)
    elif fate == "offered" and is_inside(root, f"{BESIDE}/{path}"):
        _write(root / BESIDE / path, text)


def _digest_of(path: Path) -> str:
    try:
        return digest(path.read_bytes().decode("utf-8", errors="replace"))
    except OSError as error:
        raise MachineError.from_os(error, "read") from error


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise MachineError.from_os(error, "write") from error
