"""The documentation speaks of what there is."""

import re
from pathlib import Path

import click
import pytest

from acquaint.cli.main import acquaint

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)


@pytest.mark.parametrize("name", sorted(acquaint.commands))
def test_every_command_and_option_stands_in_the_readme(name: str) -> None:
    assert f"acquaint {name}" in README
    for parameter in acquaint.commands[name].params:
        if isinstance(parameter, click.Option) and parameter.name != "help":
            assert parameter.opts[-1] in README, parameter.opts


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text):
        assert (page.parent / target).exists(), target


def test_every_test_that_the_privacy_page_names_is_there() -> None:
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/\w+\.py)::(\w+)`", page)
    assert named
    for file, test in named:
        assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"), f"{file}::{test}"


def test_no_page_names_a_module_that_is_gone() -> None:
    for page in PAGES:
        for path in re.findall(r"`(?:generator/)?(acquaint/[\w/]+\.py)`", page.read_text(encoding="utf-8")):
            assert (ROOT / "generator" / path).exists(), (page.name, path)
