"""Small communities for tests: files in, problems or a site out."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

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


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
