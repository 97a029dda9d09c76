"""One table of texts and what strangers read of them: the join page shows what the build will, or less, never more."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from acquaint.privacy import open_contacts, withholder_of
from acquaint.withhold import wordlists
from acquaint.withhold.ordinary import ORDINARY
from browsers import NEEDED, chromium, modules
from joining_rules import join_rules, read, table

CASES = table("withheld")
SCRIPTS = Path(__file__).parents[1] / "templates" / "assets" / "js" / "join"
each = pytest.mark.parametrize("case", CASES, ids=[ascii(case["name"]) for case in CASES])


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    with chromium() as browser, modules(browser) as page:
        yield page


def in_browser(page: Any, cases: list[dict[str, Any]], rules: Any) -> list[Any]:
    found: list[Any] = page.evaluate(
        """async ([cases, rules]) => {
            const { personOf } = await import("./js/join/person.js");
            const { learnToFind, withheld } = await import("./js/join/withhold.js");
            await learnToFind();
            return cases.map(({ person, text, lang }) => withheld(text, personOf(person, rules), lang));
        }""",
        [cases, rules],
    )
    return found


@each
def test_the_build_withholds_what_the_table_says(case: dict[str, Any], tmp_path: Path) -> None:
    loaded, _, _ = read(tmp_path, case["person"])
    [record] = loaded.records
    opened = open_contacts(loaded.records, loaded.community)
    assert withholder_of(record, opened).text(case["text"], case["lang"]) == case["public"]


@pytest.mark.browser
@NEEDED[1]
def test_the_browser_withholds_the_same_or_more(page: Any, tmp_path: Path) -> None:
    loaded, _, _ = read(tmp_path, {"handle": "quill", "answers": {}})
    found = in_browser(page, CASES, join_rules(loaded.community))
    for case, one in zip(CASES, found, strict=True):
        assert one["text"] == case.get("here", case["public"]), case["name"]
        kept = [one["text"][: len(one["text"])], *(finding["instead"] for finding in one["findings"])]
        assert bool(one["findings"]) == (kept[0] != case["text"])
        assert all(finding["kind"] in ("name", "company", "contact") for finding in one["findings"])


@pytest.mark.browser
@NEEDED[1]
def test_findings_are_in_order_and_make_the_text(page: Any, tmp_path: Path) -> None:
    loaded, _, _ = read(tmp_path, {"handle": "quill", "answers": {}})
    for case, one in zip(CASES, in_browser(page, CASES, join_rules(loaded.community)), strict=True):
        text, reached = "", 0
        for finding in one["findings"]:
            assert reached <= finding["start"] < finding["end"] <= len(case["text"])
            text += case["text"][reached : finding["start"]] + finding["instead"]
            reached = finding["end"]
        assert text + case["text"][reached:] == one["text"]


def test_where_the_browser_differs_it_shows_less() -> None:
    differing = [case for case in CASES if "here" in case]
    assert 0 < len(differing) <= 5
    for case in differing:
        words = re.findall(r"\w+", case["here"])
        assert all(word in f"{case['text']} {case['public']} Nick" for word in words)
        assert len([word for word in words if word in case["text"]]) < len(re.findall(r"\w+", case["public"]))
    assert len(CASES) > 100


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("CASED", ORDINARY | wordlists.MODAL),
        ("EVERYDAY", wordlists.EVERYDAY_UNSPACED),
        ("NEVER_ALONE", wordlists.NEVER_ALONE),
    ],
)
def test_a_word_that_the_browser_spares_is_one_that_the_build_spares(name: str, whole: frozenset[str]) -> None:
    script = (SCRIPTS / "names.js").read_text("utf-8")
    found = re.search(rf'{name} = list\(\s*"([^"]*)"', script)
    assert found
    assert set(found[1].split()) <= whole
