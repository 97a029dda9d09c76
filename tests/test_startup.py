"""A command doesn't wait for what only others need."""

import importlib
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import acquaint
from acquaint.patterns import lazy

GENERATOR = Path(acquaint.__file__).parents[1]
HEAVY = {
    "PIL",
    "ahocorasick",
    "babel",
    "html.parser",
    "http",
    "jinja2",
    "markdown",
    "nh3",
    "segno",
    "subprocess",
    "watchdog",
}
"""What takes long to import, and what draws, asks git or serves."""
MEMBER = """\
---
headline: I mend radios
skills: [Radio repair]
city: Lyon
country: FR
timezone: Europe/Paris
languages: [fr, pt-BR]
name: Elif Vance
company: Harbour Light
contact: {email: elif@mail.example, phone: "+33 1 23456789"}
---
A *long* story about radios.
"""


def imported_by(*arguments: str) -> set[str]:
    """The modules that are there once the command with `arguments` has ended well."""
    code = (
        "import sys; from acquaint.cli.main import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as end: print(end.code, *sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(GENERATOR)}
    command = [sys.executable, "-c", code, *arguments]
    ended, *names = (
        subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        .stdout.splitlines()[-1]
        .split()
    )
    assert ended == "0"
    return set(names)


def test_a_check_of_one_file_imports_nothing_that_draws_asks_git_or_serves(tmp_path: Path) -> None:
    (tmp_path / "members").mkdir()
    (tmp_path / "community.yml").write_text("title: Radios\nlanguages: [en]\n", encoding="utf-8")
    (tmp_path / "members" / "elif.md").write_text(MEMBER, encoding="utf-8")
    assert not imported_by("check", "--root", str(tmp_path), str(tmp_path / "members" / "elif.md")) & HEAVY


def test_the_version_imports_no_command() -> None:
    ours = {name for name in imported_by("--version") if name.startswith("acquaint.")}
    assert ours == {"acquaint.cli", "acquaint.cli.main", "acquaint.errors"}


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    pattern, compiled = lazy("(A)b+", re.IGNORECASE), re.compile("(A)b+", re.IGNORECASE)
    for _ in range(2):
        assert pattern.sub(r"<\1>", "abb Ab") == compiled.sub(r"<\1>", "abb Ab") == "<a> <A>"
        assert pattern.pattern == compiled.pattern
        assert [found.span() for found in pattern.finditer("xab")] == [(1, 3)]
    with pytest.raises(AttributeError):
        pattern.nothing_of_a_pattern  # type: ignore[attr-defined]  # noqa: B018


def test_every_lazy_pattern_is_one() -> None:
    found = 0
    for module in pkgutil.walk_packages(acquaint.__path__, "acquaint."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            for pattern in value.values() if isinstance(value, dict) else [value]:
                if type(pattern) is type(lazy("")):
                    assert re.compile(pattern.pattern, pattern.flags)
                    found += 1
    assert found > 50
