"""A draft that was kept by an older form, or made up to break this one: the form opens all the same."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from browsers import NEEDED, chromium, serving, settle, until
from communities import built, write

pytestmark = NEEDED
SETTINGS = json.dumps({
    "title": "Aquilo",
    "languages": ["en"],
    "repository": {"url": "https://github.com/aquilo/people", "visibility": "public"},
})  # fmt: skip
HOSTILE = '"><img src=x onerror=alert(1)>'
ANEW = "begins anew"
NONE = [
    "null", "7", "[]", "{", '"x"', '{"draft": null}', '{"draft": []}', '{"draft": {"handle": "x"}, "whole": true}',
    '{"draft": {"handle": "x", "answers": null}, "whole": 1}', '{"draft": {"handle": 7, "answers": {}}}',
    '{"draft": {"handle": "x", "answers": ["nickname"]}}', '{"draft": {"handle": "x", "answers": {"nickname": "X", "private": {"a": 1}}}}',
    '{"draft": {"handle": "x", "answers": {"nickname": "X", "listing": "membres"}}}',
]  # fmt: skip
"""What may stand in a browser's store and is no draft."""
MISSHAPEN: list[dict[str, Any]] = [
    {"birthday": 7}, {"birthday": ["03-14"]}, {"nickname": 5}, {"headline": ["x"]}, {"headline": {"en": [1]}}, {"bio": [[]]},
    {"skills": {"a": "b"}}, {"skills": [{"a": []}]}, {"skills": [["x"]]}, {"skills": [None]}, {"offers": {"a": 1}},
    {"offers": [{"text": "x", '"]': "y"}]}, {"offers": [{"since": "2026-11-01"}]}, {"working_on": ["x"]}, {"working_on": {"text": 7}},
    {"availability": [{"mentoring": 7}]}, {"availability": 7}, {"links": [1]}, {"links": {"a": {"b": "c"}}}, {"links": "https://a.example"},
    {"contact": "x"}, {"contact": {"email": ["x"]}}, {"country": ["DE"]}, {"languages": [{"text": "en"}]}, {"languages": 7},
    {"public": 5}, {"lang": ["en"]}, {"timezone": {}}, {"gone": "a field that was taken out"},
    {"skills": json.loads("[" * 300 + "]" * 300)},
]  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    base = tmp_path_factory.mktemp("kept")
    files = {"community.yml": SETTINGS, "members/ada.yml": json.dumps({"nickname": "Ada", "headline": "I draw"})}
    built(write(base / "community", files), base / "site")
    with serving(base / "site" / "public") as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A page of the site, not yet the form; nothing may be thrown while it is open."""
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(address)
    yield page
    assert wrong == []
    context.close()


@pytest.fixture
def come(page: Any, address: str) -> Callable[..., None]:
    def open_form(kept: str = "", query: str = "") -> None:
        """The form with `kept` in the browser's store."""
        put = "text => { localStorage.clear(); if (text) localStorage.setItem('acquaint-draft /', text); }"
        page.evaluate(put, kept)
        page.goto(f"{address}join/{query}")
        page.locator("[data-module=join]:not([hidden])").wait_for(state="attached")

    return open_form


def expect_work(page: Any) -> None:
    """What is typed arrives at the doors and in the store: what is not kept yet would be on the way out."""
    page.fill("#join-handle", "quill")
    page.fill("#join-nickname", "Quill")
    until(page, "document.querySelector('[data-door=copy] [data-part=text]').value.includes('Quill')")
    until(page, "localStorage.getItem('acquaint-draft /')?.includes('Quill')")


def test_what_is_no_draft_is_forgotten_and_the_form_begins_empty(page: Any, come: Callable[..., None]) -> None:
    for text in NONE:
        come(text)
        assert ANEW in page.inner_text("[data-part=editing]"), text
        assert page.evaluate("localStorage.length") == 0, text
        assert page.input_value("#join-nickname") == "", text
        expect_work(page)


def test_an_answer_of_another_shape_is_left_out_and_the_rest_is_there(page: Any, come: Callable[..., None]) -> None:
    for answers in MISSHAPEN:
        draft = {"handle": "quill", "answers": {"city": "Saltmarsh", **answers}}
        come(json.dumps({"draft": draft, "whole": True}))
        assert "some of your draft had to be left out" in page.inner_text("[data-part=editing]"), answers
        assert page.input_value("#join-city") == "Saltmarsh", answers
        assert page.input_value("#join-handle") == "quill"
    expect_work(page)


def test_a_draft_that_fits_is_told_of_by_nobody(page: Any, come: Callable[..., None]) -> None:
    answers = {
        "nickname": {"en": "Quill", "zh": "小北"}, "skills": ["Radios", {"text": "Payroll", "for": "members"}],
        "offers": [{"text": "An evening", "since": "2026-11-01"}], "availability": ["visitors", {"mentoring": "2027-01-31"}],
        "links": {"Blog": "https://a.example"}, "languages": ["en"], "birthday": "03-14", "private": ["city"], "lang": "en",
    }  # fmt: skip
    come(json.dumps({"draft": {"handle": "quill", "answers": answers}, "whole": True}))
    assert not page.is_visible("[data-part=editing]")
    assert page.input_value("#join-nickname") == "Quill"


def test_words_that_would_be_markup_stay_words(page: Any, come: Callable[..., None]) -> None:
    answers = {
        "nickname": HOSTILE,
        "skills": [HOSTILE],
        "links": {HOSTILE: HOSTILE},
        "lang": HOSTILE,
        "public": [HOSTILE],
    }
    come(json.dumps({"draft": {"handle": HOSTILE, "answers": answers}, "whole": True}))
    assert page.input_value("#join-nickname") == HOSTILE
    assert page.locator("img[onerror]").count() == 0


@pytest.mark.parametrize(
    "known",
    [
        None, 7, [], {}, {"answers": None}, {"answers": []}, {"answers": {"private": 7}}, {"answers": {"listing": "x"}},
    ],
)  # fmt: skip
def test_a_file_of_drafts_that_holds_none_is_told_as_one_that_did_not_load(
    known: Any, page: Any, come: Callable[..., None]
) -> None:
    body = json.dumps({"ada": known})
    page.route("**/join/drafts/*.json", lambda route: route.fulfill(body=body, content_type="application/json"))
    come(query="?edit=ada")
    told = page.inner_text("[data-part=editing]")
    assert "did not load" in told or "You can begin anew" in told
    expect_work(page)


def test_a_file_of_drafts_names_no_other_file_and_fills_in_what_fits(page: Any, come: Callable[..., None]) -> None:
    answers = {
        "headline": "I draw",
        "birthday": 7,
        "skills": [5],
        "links": {HOSTILE: "javascript:alert(1)"},
        "private": ["avatar"],
    }
    body = json.dumps({"ada": {"file": "../../.github/workflows/x.yml?x#", "answers": answers}})
    page.route("**/join/drafts/*.json", lambda route: route.fulfill(body=body, content_type="application/json"))
    come(query="?edit=ada")
    assert page.input_value("#join-headline") == "I draw"
    page.fill("#join-headline", "I draw rivers")
    settle(page)
    addresses = page.evaluate("[...document.querySelectorAll('main [href]')].map((one) => one.href).join(' ')")
    assert "workflows" not in addresses
    assert "javascript" not in addresses
