"""Which files of members/ are introductions, which are pictures, and which are neither."""

from dataclasses import dataclass, field
from os import scandir
from pathlib import Path, PurePosixPath

from acquaint.errors import MachineError
from acquaint.fields.handles import is_handle
from acquaint.fields.pictures import ENDINGS as PICTURES
from acquaint.load.formats import begun_anew, foreign, foreign_by_name, safe_handle
from acquaint.load.source import read_regular
from acquaint.messages import say
from acquaint.problems import Problems, move

INTRODUCTIONS = (".md", ".yml", ".yaml")
DEEPEST = 8
"""Folders below members/."""


@dataclass(slots=True)
class Found:
    """Paths relative to the community's folder, with slashes, each list sorted."""

    introductions: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


def discover(root: Path, problems: Problems) -> Found:
    """Walk members/ without following links; names that begin with _ or . are not looked at."""
    found = Found()
    if (root / "members").is_symlink():
        message = say("The folder {folder} is a link, so it isn't read.", folder="members")
        problems.add("not-a-file", message, "members", fix=say("Put a folder here."))
    elif (root / "members").is_dir():
        _walk(root, "members", 1, found, problems)
    found.introductions.sort()
    found.pictures.sort()
    return found


def _walk(root: Path, folder: str, depth: int, found: Found, problems: Problems) -> None:
    try:
        with scandir(root / folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        raise MachineError.from_os(error, "read the folder") from error
    for entry in entries:
        name = f"{folder}/{entry.name}"
        if entry.name.startswith(("_", ".")):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth > DEEPEST:
                problems.add("too-deep", say("Folders nest deeper than {n} levels here.", n=DEEPEST), name)
            else:
                _walk(root, name, depth + 1, found, problems)
        elif not entry.is_file(follow_symlinks=False):
            message = say("This is a link or no regular file, so it isn't read.")
            problems.add("not-a-file", message, name, fix=say("Put a file here."))
        else:
            _sort_in(root, name, found, problems)


def _sort_in(root: Path, name: str, found: Found, problems: Problems) -> None:
    ending = f".{name.rpartition('.')[2]}"
    if ending in INTRODUCTIONS:
        found.introductions.append(name)
    elif ending.lower() in PICTURES:
        found.pictures.append(name)
    else:
        _report_stray(root, name, problems)


def _report_stray(root: Path, name: str, problems: Problems) -> None:
    start = read_regular(root / name, 512) or b""
    what = foreign(start) or foreign_by_name(name)
    if what:
        message = say("This file is {what}, so it isn't read; an introduction is plain text.", what=what)
        fix = say("Begin a text file, and copy your words into it. The old file then stands beside the folder.")
        is_picture = what.template == "a picture"
        path = PurePosixPath(name)
        text = str(path.with_name(f"{safe_handle(path.stem)}.md"))
        aside = is_picture or (root / text).exists()
        mend = move(name, f"../{path.name}") if aside else begun_anew(name, path.suffix, text)
        fix = say("Save it as .jpg and put it here; until then it stands beside the folder.") if is_picture else fix
        problems.add("stray-file", message, name, fix=fix, mend=mend)
        return
    message = say(
        "This is neither an introduction (.md, .yml, .yaml) nor a picture (.jpg, .png, .webp), so it isn't read."
    )
    meant = _meant(name, start)
    mend = move(name, f"../{PurePosixPath(name).name}" if b"\0" in start or (root / meant).exists() else meant)
    problems.add("stray-file", message, name, fix=say("Rename it to {file}.", file=meant), mend=mend)


def _meant(name: str, start: bytes) -> str:
    """`name` as an introduction's: `ada.md.txt` was meant as `ada.md`. JSON is YAML as well."""
    path = PurePosixPath(name)
    stem = path.with_suffix("")
    if stem.suffix not in INTRODUCTIONS:
        stem = path.with_suffix(".yml" if start.lstrip()[:1] == b"{" else ".md")
    return str(stem if is_handle(stem.stem) else stem.with_name(f"{safe_handle(stem.stem)}{stem.suffix}"))
