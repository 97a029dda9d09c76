"""One table of cases defines how text is folded and cut into terms; Python and the browser both obey it."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.folding import fold, terms
from browsers import NEEDED, chromium, modules
from chance import examples

CASES = json.loads((Path(__file__).parent / "search" / "folding.json").read_text("utf-8"))
# Letters and signs of many scripts that both sides must know: none that Unicode added of late.
TEXT = st.text(
    st.characters(max_codepoint=0x2FA1F, exclude_categories=("Cs", "Cn", "Co")).filter(
        lambda letter: unicodedata.ucd_3_2_0.category(letter) != "Cn"
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    with chromium() as browser, modules(browser) as page:
        yield page


def in_browser(page: Any, texts: list[str]) -> list[list[Any]]:
    folded: list[list[Any]] = page.evaluate(
        """async (texts) => {
            const { fold, termsOf } = await import("./js/folding.js");
            return texts.map((text) => [fold(text), termsOf(text)]);
        }""",
        texts,
    )
    return folded


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["text"]))
def test_python_folds_and_cuts_as_the_table_says(case: dict[str, Any]) -> None:
    assert fold(case["text"]) == case["fold"]
    assert terms(case["text"]) == case["terms"]


@pytest.mark.browser
@NEEDED[1]
def test_the_browser_folds_and_cuts_as_the_table_says(page: Any) -> None:
    assert in_browser(page, [case["text"] for case in CASES]) == [[case["fold"], case["terms"]] for case in CASES]


@pytest.mark.browser
@NEEDED[1]
@examples(60)
@given(texts=st.lists(TEXT, min_size=1, max_size=40))
def test_python_and_the_browser_agree_on_any_text(page: Any, texts: list[str]) -> None:
    assert in_browser(page, texts) == [[fold(text), terms(text)] for text in texts]


@given(text=TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert terms(fold(text)) == terms(text)
