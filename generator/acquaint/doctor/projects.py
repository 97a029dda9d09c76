"""What Python's own project files install under Acquaint's name, and where from: pyproject.toml, Pipfile and locks."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from acquaint.doctor.finding import Finding, doubtful, wrong
from acquaint.load.source import read_regular
from acquaint.messages import say

MOST_BYTES = 5_000_000
"""Of a lock, which names every file of every package."""
_REQUIREMENT = re.compile(r"\s*acquaint\s*(?:\[[^]]*\])?\s*(?P<from>@)?", re.IGNORECASE)
_OTHER = re.compile(r"\s*acquaint[\w.-]", re.IGNORECASE)
_PLACES = ("git", "url", "path", "file", "editable", "directory", "vcs", "archive", "hg")
"""Keys that say where a package comes from, in the words of one tool or another."""
_UNKNOWN = (
    "environment.yml", "environment.yaml", "pixi.toml", "pixi.lock", "pdm.lock", "setup.cfg", "setup.py", "hatch.toml",
    "flake.nix", "shell.nix",
)  # fmt: skip
"""Files that can install something, too, and that nobody here reads."""
_WORD = re.compile(r"(?<![\w/.-])acquaint(?![\w/-])", re.IGNORECASE)
_DIRECT = "acquaint @ git+https://HOST/OWNER/acquaint@COMMIT"
_POETRY = 'acquaint = {git = "https://HOST/OWNER/acquaint", rev = "COMMIT"}'
_PIPENV = 'acquaint = {git = "https://HOST/OWNER/acquaint", ref = "COMMIT"}'


def project_findings(root: Path) -> Iterator[Finding]:
    """Each project file that takes whatever has the name, one that can't be read, and those that nobody here reads."""
    for name, judge in _KNOWN.items():
        content = read_regular(root / name, MOST_BYTES)
        if content is None:
            continue
        text = content.decode("utf-8", "replace")
        try:
            fix = judge(json.loads(text) if name == "Pipfile.lock" else tomllib.loads(text))
        except (ValueError, RecursionError):
            message = say("{file} can't be read, so nobody knows where it takes Acquaint from.", file=name)
            yield doubtful(message, say("Mend it, then look again."))
            continue
        if fix:
            place = f"{name}:{_line_in(text)}"
            message = say("{place} installs Acquaint by its bare name, which belongs to somebody else.", place=place)
            lock = say("Say in {file} where Acquaint comes from, then make the lock anew.", file=fix)
            yield wrong(message, lock if fix in _KNOWN else fix)
    yield from _unknown(root)


def _unknown(root: Path) -> Iterator[Finding]:
    for name in _UNKNOWN:
        text = (read_regular(root / name, MOST_BYTES) or b"").decode("utf-8", "replace")
        if _WORD.search(text):
            message = say("{file} speaks of Acquaint, and the doctor doesn't read files of this kind.", file=name)
            yield doubtful(message, say("See to it yourself that it names a source and not the bare name."))


def _pyproject(read: Any) -> str:
    """The line to write instead, "" if all is well."""
    project, tools = _table(read, "project"), _table(read, "tool")
    sources = _names(_table(tools, "uv", "sources"))
    lists = [
        project.get("dependencies"),
        *_table(project, "optional-dependencies").values(),
        *_table(read, "dependency-groups").values(),
        _table(tools, "uv").get("dev-dependencies"),
        *_table(tools, "pdm", "dev-dependencies").values(),
    ]
    named = [text for some in lists if isinstance(some, list) for text in some if isinstance(text, str)]
    if "acquaint" not in sources and any(map(_is_bare, named)):
        return _DIRECT
    poetry = _table(tools, "poetry")
    groups = [group for group in _table(poetry, "group").values() if isinstance(group, dict)]
    tables = [
        _table(poetry, "dependencies"),
        _table(poetry, "dev-dependencies"),
        *(_table(group, "dependencies") for group in groups),
    ]
    return _POETRY if any(map(_has_bare, tables)) else ""


def _pipfile(read: Any) -> str:
    tables = (value for key, value in read.items() if key not in ("source", "requires", "scripts", "pipenv"))
    return _PIPENV if any(_has_bare(table) for table in tables if isinstance(table, dict)) else ""


def _pipfile_lock(read: Any) -> str:
    tables = (table for table in read.values() if isinstance(table, dict)) if isinstance(read, dict) else ()
    return "Pipfile" if any(map(_has_bare, tables)) else ""


def _lock(read: Any) -> str:
    """poetry.lock, uv.lock and pylock.toml: a list of packages, each with a name and perhaps a source."""
    packages = read.get("package", read.get("packages", []))
    for package in packages if isinstance(packages, list) else []:
        if isinstance(package, dict) and str(package.get("name", "")).lower() == "acquaint":
            source = package.get("source", {})
            told = source if isinstance(source, dict) else {}
            places = {*package, *told, str(told.get("type", ""))}
            if places.isdisjoint((*_PLACES, "virtual")):
                return "pyproject.toml"
    return ""


_KNOWN: Mapping[str, Callable[[Any], str]] = {
    "pyproject.toml": _pyproject,
    "Pipfile": _pipfile,
    "Pipfile.lock": _pipfile_lock,
    "poetry.lock": _lock,
    "uv.lock": _lock,
    "pylock.toml": _lock,
}


def _is_bare(requirement: str) -> bool:
    match = _REQUIREMENT.match(requirement)
    return match is not None and not match["from"] and not _OTHER.match(requirement)


def _has_bare(table: Mapping[str, Any]) -> bool:
    """True if a table of packages by their names has Acquaint without a place."""
    entry = next((value for name, value in table.items() if name.lower() == "acquaint"), None)
    entries = entry if isinstance(entry, list) else [entry]
    return entry is not None and any(not isinstance(one, dict) or one.keys().isdisjoint(_PLACES) for one in entries)


def _table(read: Any, *names: str) -> Mapping[str, Any]:
    for name in names:
        read = read.get(name) if isinstance(read, dict) else None
    return read if isinstance(read, dict) else {}


def _names(table: Mapping[str, Any]) -> set[str]:
    return {name.lower() for name in table}


def _line_in(text: str) -> int:
    found = (number for number, line in enumerate(text.splitlines(), start=1) if _WORD.search(line.partition("#")[0]))
    return next(found, 1)
