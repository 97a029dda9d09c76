"""docs/problems.md: every law is explained, and each of its examples does what it says."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from acquaint.laws import LAWS, Severity
from acquaint.problems import Problem
from acquaint.review import Proposal, review
from communities import DAY, loaded
from repositories import committed

PAGE = Path(__file__).parents[1] / "docs" / "problems.md"
_HEADING = re.compile(r"^### (A\d{3}) ([a-z0-9-]+)\n\n(Error|Warning)\b", re.MULTILINE)
_FENCE = re.compile(r"^```(\w+) (before|wrong|right)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One fenced block: a file to write, or commands that make one."""

    language: str
    role: str
    target: str
    text: str


def _sections() -> dict[str, tuple[str, str, list[Example]]]:
    text = PAGE.read_text(encoding="utf-8")
    marks = list(_HEADING.finditer(text))
    sections = {}
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        body = text[mark.end() : following.start() if following else len(text)]
        examples = [Example(m[1], m[2], m[3] or "", m[4]) for m in _FENCE.finditer(body)]
        sections[mark[2]] = (mark[1], mark[3].lower(), examples)
    return sections


SECTIONS = _sections()


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


def _shown(root: Path, slug: str, role: str) -> tuple[Problem, ...]:
    """The problems of the example with that role; one that has a "before" is a change of it."""
    examples = SECTIONS[slug][2]
    before = [example for example in examples if example.role == "before"]
    (root / "members").mkdir()
    if before:
        _lay_out(root, before)
        committed(root)
    _lay_out(root, [example for example in examples if example.role == role])
    return review(root, Proposal("before"), DAY).all if before else loaded(root)[1]


def _lay_out(root: Path, examples: list[Example]) -> None:
    for example in examples:
        if example.language == "sh":
            if "unprivileged" in example.target and os.geteuid() == 0:
                pytest.skip("nothing is unreadable for root")
            subprocess.run(["sh", "-ec", example.text], cwd=root, check=True, env={**os.environ, "HOME": str(root)})
        else:
            (root / example.target).parent.mkdir(exist_ok=True)
            (root / example.target).write_text(example.text, encoding="utf-8")


def test_every_law_is_explained_with_its_code_and_severity() -> None:
    told = {slug: (code, severity) for slug, (code, severity, _) in SECTIONS.items()}
    assert told == {law.slug: (law.code, law.severity.value) for law in LAWS.values()}


def test_codes_are_given_once() -> None:
    assert len({law.code for law in LAWS.values()}) == len(LAWS)


@pytest.mark.skipif(os.name == "nt", reason="some examples are commands of a POSIX shell")
@pytest.mark.parametrize("slug", sorted(LAWS))
def test_the_wrong_example_has_the_problem(slug: str, tmp_path: Path) -> None:
    problems = _shown(tmp_path, slug, "wrong")
    assert slug in {problem.law.slug for problem in problems}
    others = {p.law.slug for p in problems if p.law.severity is Severity.ERROR} - {slug}
    assert not others, "an example shows one error only"


@pytest.mark.parametrize("slug", sorted(LAWS))
def test_the_right_example_has_no_problem(slug: str, tmp_path: Path) -> None:
    assert not _shown(tmp_path, slug, "right")


@pytest.mark.skipif(os.name == "nt", reason="some examples are commands of a POSIX shell")
@pytest.mark.parametrize("slug", sorted(LAWS))
def test_every_problem_offers_a_way_out(slug: str, tmp_path: Path) -> None:
    problem = next(problem for problem in _shown(tmp_path, slug, "wrong") if problem.law.slug == slug)
    assert problem.fix or problem.meant or problem.mend
    assert str(problem.message).endswith((".", "”"))
