"""One table defines who comes first: Python gives the levels, the browser the order."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from acquaint.search import Document, Level, Passage, search_files
from browsers import NEEDED, chromium, modules
from naive import answer_of
from search_samples import question

pytestmark = NEEDED
CASES = json.loads((Path(__file__).parent / "search" / "ranking.json").read_text("utf-8"))
LEVELS = {
    "skills": Level.TAG,
    "interests": Level.INTEREST,
    "headline": Level.HEADLINE,
    "offers": Level.OFFER,
    "asks": Level.TOLD,
    "bio": Level.PROSE,
}


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    with chromium() as browser, modules(browser) as page:
        yield page


def passages(said: dict[str, Any], also: dict[str, list[str]]) -> Iterator[Passage]:
    for field, value in said.items():
        for text in value if isinstance(value, list) else [value]:
            is_value = field in ("skills", "interests")
            yield Passage(field, text, None, LEVELS[field], is_value, tuple(also.get(text, ())))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["law"])
def test_who_comes_first_is_what_the_table_says(page: Any, case: dict[str, Any]) -> None:
    newest_first = list(case["members"].items())
    documents = [
        Document(name, name, "", tuple(passages(said, case.get("also", {})))) for name, said in newest_first[::-1]
    ]
    files = {file.path.removeprefix("search/"): file.content.decode() for file in search_files(documents, [], "en")}
    answer = answer_of(page, files, question(case["query"]))
    assert [documents[number].handle for number in answer["members"]] == case["order"]
