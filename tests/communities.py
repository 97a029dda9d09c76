"""Small communities for tests: files in, problems or a site out."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from acquaint.build import Order, Report, build
from acquaint.check import check
from acquaint.load import Loaded, load, with_history
from acquaint.problems import Problem, Problems

DAY = date(2026, 11, 21)


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """`files` below `root`, with a members folder in any case."""
    (root / "members").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def loaded(root: Path) -> tuple[Loaded, tuple[Problem, ...]]:
    """What is read from `root`, and every problem of it."""
    problems = Problems()
    read = with_history(root, load(root, problems), problems)
    return read, check(read, problems, DAY)


def found(root: Path, files: Mapping[str, str | bytes] | None = None) -> tuple[Problem, ...]:
    """Every problem of the community in `root`, after writing `files` there."""
    return loaded(write(root, files or {}))[1]


def slugs(problems: tuple[Problem, ...]) -> set[str]:
    """The names of the laws that are broken."""
    return {problem.law.slug for problem in problems}


def built(root: Path, out: Path, *, skip_invalid: bool = False, strict: bool = False, day: date = DAY) -> Report:
    """The community in `root` built into `out`."""
    return build(Order(root=root, out=out, day=day, skip_invalid=skip_invalid, strict=strict), lambda step: None)


@dataclass(frozen=True, slots=True)
class Site:
    """A community that was built, without members that have problems; `folder` holds both editions."""

    folder: Path
    left_out: tuple[str, ...]
    members: Mapping[str, int]


def site_of(root: Path, factory: pytest.TempPathFactory) -> Site:
    """The community in `root`, to be looked at: the first of all processes of a run that asks for it builds it."""
    folder = of_all_processes(factory) / f"built-{root.parent.name}-{root.name}"
    with FileLock(f"{folder}.lock"):
        told = folder / "told.json"
        if not told.is_file():
            report = built(root, folder / "site", skip_invalid=True)
            told.write_text(json.dumps([report.left_out, report.members]), "utf-8")
    left_out, members = json.loads(told.read_text("utf-8"))
    return Site(folder / "site", tuple(left_out), members)


def of_all_processes(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder that all processes of a run share; who makes something there holds a lock."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
