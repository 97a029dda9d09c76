"""Sixty questions, written before the engine was, with those who must come first; the corpora's people as hashes."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from browsers import NEEDED, chromium, modules
from search_samples import Searchable, ask, question, searchable

pytestmark = NEEDED
ROOT = Path(__file__).parents[1]
QUERIES = json.loads((ROOT / "tests" / "search" / "queries.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    with chromium() as browser, modules(browser) as page:
        yield page


def missed(page: Any, name: str, community: Searchable) -> list[str]:
    """The queries of one community whose expected members aren't among the first."""
    cases = [case for case in QUERIES if case["in"] == name]
    assert cases
    answers = ask(page, community, [question(case["query"]) for case in cases])
    wrong = []
    for case, handles in zip(cases, answers, strict=True):
        named = handles if name == "example" else [sha256(handle.encode()).hexdigest()[:10] for handle in handles]
        is_right = set(case["first"]) <= set(named[: case["top"]]) if case["first"] else not named
        wrong += [] if is_right else [f"{case['query']}: {case['why']}"]
    return wrong


def test_the_example_s_members_are_found_by_what_people_type(
    page: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert missed(page, "example", searchable(ROOT, tmp_path_factory)) == []


@pytest.mark.corpora
@pytest.mark.parametrize("name", ["ols", "biodrop"])
def test_the_corpora_s_members_are_found_by_what_people_type(
    page: Any, name: str, corpora: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert missed(page, name, searchable(corpora / name, tmp_path_factory)) == []
