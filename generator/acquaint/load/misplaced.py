"""Introductions and pictures that stand where nobody looks for them."""

import re
from collections.abc import Iterator
from os import scandir
from pathlib import Path, PurePosixPath

from acquaint.config import Community
from acquaint.fields.handles import is_handle
from acquaint.load.discover import Found
from acquaint.load.documents import FENCE
from acquaint.load.formats import handle_from, safe_handle
from acquaint.load.lint import is_placeholder
from acquaint.load.source import read_regular
from acquaint.messages import Message, say
from acquaint.problems import Problems, move

TEMPLATE = "members/_template.md"
_OTHER_FOLDERS = frozenset({"members", "pages", "templates", "site", "node_modules", "tests"})
_MOST_LOOKED_AT = 200
"""Files outside members/ whose beginnings are read."""
_TELLING = ("nickname", "headline", "skills", "interests", "offers", "asks", "ask_me_about", "working_on")
"""Fields that hardly any other file has; two of them make an introduction."""


def report_misplaced(root: Path, found: Found, community: Community, problems: Problems) -> None:
    """Report introductions outside members/, a template that somebody wrote theirs into, pictures of nobody."""
    _report_pictures(found, problems)
    _report_template(root, problems)
    for name in _outside(root):
        text = _beginning(root / name)
        # Members/, member/: nobody means anything else by that.
        is_near = name.casefold().startswith("member") and "/" in name
        if (text.startswith(FENCE) or not name.endswith(".md")) and _is_introduction(text, 1 if is_near else 2):
            message = say("This looks like an introduction, but only files in {folder} are read.", folder="members/")
            _report(name, _free(root, name), message, problems)


def _report(name: str, target: str, message: Message, problems: Problems) -> None:
    fix = say("Move it to {file}.", file=target)
    problems.add("misplaced-file", message, name, fix=fix, mend=move(name, target))


def _free(root: Path, name: str, stem: str = "") -> str:
    """A path in members/ for the file `name`, or for one called `stem`, where no file is yet."""
    path = PurePosixPath(name)
    stem = stem or path.stem
    handle = stem if is_handle(stem) else safe_handle(stem)
    target = f"members/{handle}{path.suffix}"
    return f"members/{handle}-2{path.suffix}" if (root / target).exists() else target


def _outside(root: Path) -> Iterator[str]:
    """Texts at the top and in the folders right below it."""
    names = []
    with scandir(root) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_file(follow_symlinks=False):
            names.append(entry.name)
        elif entry.is_dir(follow_symlinks=False) and entry.name not in _OTHER_FOLDERS and entry.name[0] not in "._":
            with scandir(entry.path) as scan:
                inner = sorted(item.name for item in scan if item.is_file(follow_symlinks=False))
            names += [f"{entry.name}/{name}" for name in inner]
    yield from [name for name in names if name.endswith((".md", ".yml", ".yaml"))][:_MOST_LOOKED_AT]


def _beginning(path: Path) -> str:
    return (read_regular(path, 4_000) or b"").decode("utf-8-sig", "replace")


def _is_introduction(text: str, least: int) -> bool:
    matter = text.partition(f"\n{FENCE}")[0] if text.startswith(FENCE) else text
    keys = {match[1] for match in re.finditer(r"^([a-z_]+):(?:\s|$)", matter, re.MULTILINE)}
    return keys.issuperset(("nickname",)) and len(keys.intersection(_TELLING)) >= least and "fields" not in keys


def _report_template(root: Path, problems: Problems) -> None:
    """A nickname of one's own in the template is somebody's, and nobody reads it there."""
    text = _beginning(root / TEMPLATE)
    match = re.search(r"^nickname:[ \t]+(\S.*?)[ \t]*$", text, re.MULTILINE)
    if match is None or is_placeholder(match[1].strip("\"'")):
        return
    target = _free(root, TEMPLATE, handle_from(match[1]) or "quill")
    message = say("Somebody’s introduction stands in the template, which isn’t read.")
    fix = say("Give it a file of its own; {command} brings the template back.", command=f"git checkout {TEMPLATE}")
    problems.add("misplaced-file", message, TEMPLATE, fix=fix, mend=move(TEMPLATE, target))


def _report_pictures(found: Found, problems: Problems) -> None:
    """A picture belongs to the file that is called like it."""
    stems = {str(PurePosixPath(name).with_suffix("")) for name in found.introductions}
    pictures = {str(PurePosixPath(name).with_suffix("")) for name in found.pictures}
    without = sorted(stems - pictures)
    for name in found.pictures:
        stem = str(PurePosixPath(name).with_suffix(""))
        if stem in stems:
            continue
        alike = [other for other in without if handle_from(stem) == handle_from(other)] or without
        target = f"{alike[0]}{PurePosixPath(name).suffix.lower()}" if len(alike) == 1 else ""
        message = say("This picture is called like no introduction, so nobody sees it.")
        fix = say("Call it like the file that it belongs to, as in {example}.", example="quill.jpg")
        mend = move(name, target or f"../{PurePosixPath(name).name}")
        problems.add("misplaced-file", message, name, fix=fix, mend=mend)
