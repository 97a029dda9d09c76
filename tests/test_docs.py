"""The documentation speaks of what there is."""

import re
from pathlib import Path

import click
import pytest

from acquaint.cli.main import acquaint
from acquaint.starter.filling import lines_for

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


@pytest.mark.parametrize("guide", ["write-your-introduction", "ask-people-in"])
def test_a_guide_has_the_same_sections_in_every_language(guide: str) -> None:
    outlines = {}
    for ending in ("", ".de", ".zh"):
        text = (ROOT / "docs" / f"{guide}{ending}.md").read_text(encoding="utf-8")
        blocks = re.findall(r"^```(\w+)\n", text, re.MULTILINE)
        unfenced = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
        outlines[ending] = ([len(marks) for marks in re.findall(r"^(#+) ", unfenced, re.MULTILINE)], blocks)
        for other in {"", ".de", ".zh"} - {ending}:
            assert f"]({guide}{other}.md)" in text, f"{guide}{ending}.md doesn't lead to its translation"
    assert outlines[""] == outlines[".de"] == outlines[".zh"]


@pytest.mark.parametrize(("ending", "language"), [("", "en"), (".de", "de"), (".zh", "zh")])
@pytest.mark.parametrize("name", ["announcement.md", "personal.md"])
def test_the_guide_shows_the_texts_that_init_writes(ending: str, language: str, name: str) -> None:
    title = {"en": "Northlight", "de": "Nordlicht", "zh": "北光"}[language]
    gaps = {"title": title, "join": "https://people.northlight.example/join/", "us": "hello@northlight.example"}
    folder = ROOT / "generator" / "acquaint" / "starter" / "texts" / language / "asking-in"
    written = lines_for(("private", "default"), (folder / name).read_text(encoding="utf-8"))
    text = re.sub(r"@@(\w+)@@", lambda gap: gaps[gap.group(1)], written)
    guide = (ROOT / "docs" / f"ask-people-in{ending}.md").read_text(encoding="utf-8")
    shown = [" ".join(block.split()) for block in re.findall(r"^```text\n(.*?)^```", guide, re.DOTALL | re.MULTILINE)]
    assert " ".join(text.split()) in shown, f"docs/ask-people-in{ending}.md has another {name}"
