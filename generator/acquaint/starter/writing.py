"""Files of a new community on the disk: written where there are none, and remembered so that they can be renewed."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from acquaint.errors import MachineError, UsageError
from acquaint.starter.answers import Answers, answers_from

MANIFEST = ".acquaint/starter.json"
MEMBERS = "members"
EXAMPLES = "members/example-"
DRAFTS = "pages/_"
_INTRODUCTIONS = (".md", ".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Written:
    """Paths that were written, and those that stood there before and were left alone."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was written last: the answers, and for each path the digest of the text that was written or offered."""

    answers: Answers
    digests: Mapping[str, str]


def write_missing(root: Path, files: Mapping[str, str]) -> Written:
    """Write each of `files` below `root` that isn't there. Raises MachineError."""
    written = tuple(path for path, text in files.items() if write_new(root, path, text))
    return Written(written, tuple(path for path in files if path not in written))


def write_new(root: Path, path: str, text: str) -> bool:
    """Write one file; False if something stands in its place, or a link on the way there."""
    target = root / path
    if not is_inside(root, path):
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except (FileExistsError, NotADirectoryError):
        return False
    except OSError as error:
        raise MachineError.from_os(error, "write") from error
    return True


def is_inside(root: Path, path: str) -> bool:
    """True if no link leads from `root` to `path`, the file itself included."""
    steps = [root.joinpath(*path.split("/")[: number + 1]) for number in range(len(path.split("/")))]
    return not any(step.is_symlink() for step in steps)


def has_introductions(root: Path) -> bool:
    """True if somebody stands in members/ already, so that no examples belong there."""
    folder = root / MEMBERS
    return folder.is_dir() and any(
        path.suffix in _INTRODUCTIONS and not path.name.startswith(("_", ".")) for path in folder.rglob("*")
    )


def fitting(root: Path, files: Mapping[str, str], known: Collection[str] = ()) -> dict[str, str]:
    """`files` without what has no place in `root` and isn't `known`: examples where real people stand in members/
    already, and a draft of a page that is there without the `_` before its name.
    """
    peopled = has_introductions(root)

    def fits(path: str) -> bool:
        if path.startswith(EXAMPLES):
            return not peopled
        return not path.startswith(DRAFTS) or not (root / path.replace(DRAFTS, "pages/", 1)).exists()

    return {path: text for path, text in files.items() if path in known or fits(path)}


def digest(text: str) -> str:
    """What tells whether somebody changed a text; line ends of another system are no change."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def read_manifest(root: Path) -> Manifest | None:
    """What was written last; None if nothing was. Raises UsageError if the note about it can't be read."""
    path = root / MANIFEST
    if not path.is_file():
        return None
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        answers, digests = known["answers"], known["files"]
        return Manifest(
            answers_from(_mapping(answers)), {str(key): str(text) for key, text in _mapping(digests).items()}
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{MANIFEST} can't be read. Delete it and run acquaint init again; no file is lost."
        ) from error


def write_manifest(root: Path, manifest: Manifest) -> None:
    """Note what was written. Raises MachineError, or UsageError if a link stands in the way."""
    if not is_inside(root, MANIFEST):
        raise UsageError(f"{MANIFEST} is behind a link; put a folder there.")
    told = {"answers": manifest.answers.as_json(), "files": dict(sorted(manifest.digests.items()))}
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    try:
        (root / MANIFEST).parent.mkdir(parents=True, exist_ok=True)
        (root / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise MachineError.from_os(error, "write") from error


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("not a mapping")
    return value
