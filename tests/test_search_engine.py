"""The browser's engine against a naive one: for random members, filters and questions they agree."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from acquaint.search import Column, Document, Level, Passage, Value, search_files
from browsers import NEEDED, chromium, modules
from chance import examples
from naive import Naive, answer_of

pytestmark = NEEDED
TAGS = ["bread", "go", "golang", "r", "rust", "front end", "frontend", "database", "data", "数据库", "数据"]
PLACES = ["lagos", "oslo", "上海"]
TEXTS = [
    "broad data",
    "go on",
    "a trusty bread",
    "数据很多",
    "end of front",
    "frontends",
    "breads of oslo",
    "库存",
    "r in use",
]
WORDS = [
    *TAGS,
    *TAGS,
    "oslo",
    "上海",
    "bred",
    "tursty",
    "fron",
    "end",
    "b",
    "据",
    "据库",
    "库数",
    "fronteds",
    "datbaases",
    "xyz",
]
MEMBER = st.fixed_dictionaries(
    {
        "skills": st.lists(st.sampled_from(TAGS), max_size=3, unique=True),
        "city": st.lists(st.sampled_from(PLACES), max_size=1),
        "told": st.lists(st.sampled_from(TEXTS), max_size=2),
        "prose": st.lists(st.sampled_from(TEXTS), max_size=2),
    }
)
QUESTION = st.fixed_dictionaries(
    {
        "text": st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join),
        "filters": st.fixed_dictionaries(
            {},
            optional={
                "skills": st.lists(st.sampled_from(TAGS), min_size=1, max_size=2, unique=True),
                "city": st.lists(st.sampled_from(PLACES), min_size=1, max_size=2, unique=True),
            },
        ),
    }
)


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    with chromium() as browser, modules(browser) as page:
        yield page


def documents(members: list[dict[str, list[str]]]) -> list[Document]:
    return [
        Document(
            handle=f"m{number}",
            sort_as=f"m{number}",
            zone="",
            passages=(
                *(Passage("Skills", text, None, Level.TAG, is_value=True) for text in member["skills"]),
                *(Passage("City", text, None, Level.TAG, is_value=True) for text in member["city"]),
                *(Passage("Told", text, None, Level.TOLD) for text in member["told"]),
                *(Passage("Prose", text, None, Level.PROSE) for text in member["prose"]),
            ),
        )
        for number, member in enumerate(members)
    ]


def column(name: str, members: list[dict[str, list[str]]]) -> Column:
    texts = sorted({text for member in members for text in member[name]})
    having = {
        text: tuple(f"m{number}" for number, member in enumerate(members) if text in member[name]) for text in texts
    }
    return Column(name, name, None, tuple(Value(text, text, None, having[text]) for text in texts))


def files(members: list[dict[str, list[str]]]) -> dict[str, str]:
    filters = [column("skills", members), column("city", members)]
    found = search_files(documents(members), filters, "en")
    return {file.path.removeprefix("search/"): file.content.decode() for file in found}


@pytest.fixture(autouse=True, params=[(4_000, 4_096), (12, 4)], ids=["one file", "many files"])
def sizes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards and columns of everybody in one file each, and of few in many."""
    shard, column = request.param
    monkeypatch.setattr("acquaint.search.terms.MOST_IN_A_SHARD", shard)
    monkeypatch.setattr(import_module("acquaint.search.columns"), "MEMBERS_A_FILE", column)
    monkeypatch.setattr("acquaint.search.MEMBERS_A_FILE", column)


@examples(250, HealthCheck.function_scoped_fixture)
@given(members=st.lists(MEMBER, min_size=1, max_size=12), question=QUESTION)
def test_sets_and_counts_are_those_of_a_naive_engine(
    page: Any, members: list[dict[str, list[str]]], question: dict[str, Any]
) -> None:
    asked = {**question, "zone": "", "overlap": 0, "sort": "newest", "day": "2026-11-21"}
    answer = answer_of(page, files(members), asked)
    naive = Naive(documents(members), [{"skills": one["skills"], "city": one["city"]} for one in members])
    found, counts, silent = naive.ask(question["text"], question["filters"])
    assert answer["members"] == found
    assert answer["silent"] == {**{"skills": len(found), "city": len(found)}, **silent}
    assert {field: {slug: n for slug, n in values.items() if n} for field, values in answer["counts"].items()} == {
        "skills": {},
        "city": {},
        **{field: {slug: n for slug, n in values.items() if n} for field, values in counts.items()},
    }
