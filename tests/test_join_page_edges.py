"""The form to join where things are unusual: an interview, a stranger's address, no network, an app's own browser."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest

from browsers import NEEDED, chromium, serving, settle, unfold, until
from communities import built, write

pytestmark = NEEDED
SETTINGS = json.dumps({
    "title": "Aquilo",
    "languages": ["en", "de"],
    "reach": {"email": "salve@aquilo.example"},
    "join": {"doors": ["copy", "download", "message"]},
})  # fmt: skip
ADA = json.dumps({"nickname": "Ada", "headline": "I draw rivers", "name": "Ada Okonkwo"})
APP = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile Safari/537.36 MicroMessenger/8.0.50"
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    base = tmp_path_factory.mktemp("edges")
    files = {"community.yml": SETTINGS, "members/ada.yml": ADA}
    built(write(base / "community", files), base / "site")
    with serving(base / "site" / "public") as served:
        yield f"{served}join/"


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens the form, by default on a wide screen; nothing may be thrown while it is open."""
    contexts, wrong = [], []

    def come(query: str = "", lost: str = "", **settings: Any) -> Any:
        contexts.append(browser.new_context(**settings))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        if lost:
            page.route(lost, lambda route: route.abort())
        page.goto(address + query)
        page.locator("[data-module=join]:not([hidden])").wait_for(state="attached")
        return page

    yield come
    assert wrong == []
    for context in contexts:
        context.close()


def test_who_leaves_an_interview_without_consent_lists_nobody(visit: Callable[..., Any]) -> None:
    page = visit()
    summary = page.locator("[data-part=interview] > summary")
    summary.click()
    until(page, "document.querySelector('#join-listing').value === 'nobody'")
    summary.click()
    settle(page)
    assert page.input_value("#join-listing") == "nobody"
    page.locator("[data-part=agreed]").check()
    assert page.input_value("#join-listing") == "everyone"


def test_what_somebody_chose_outlasts_the_interview(visit: Callable[..., Any]) -> None:
    page = visit()
    page.select_option("#join-listing", "members")
    summary = page.locator("[data-part=interview] > summary")
    summary.click()
    until(page, "document.querySelector('#join-listing').value === 'nobody'")
    page.locator("[data-part=agreed]").check()
    assert page.input_value("#join-listing") == "members"
    page.select_option("#join-listing", "nobody")
    summary.click()
    settle(page)
    assert page.input_value("#join-listing") == "nobody"


def test_the_next_person_has_not_agreed_yet(visit: Callable[..., Any]) -> None:
    page = visit()
    unfold(page, "interview")
    page.locator("[data-part=agreed]").check()
    page.locator("[data-part=erase]").click()
    assert not page.locator("[data-part=agreed]").is_checked()
    assert page.input_value("#join-listing") == "nobody"


def test_an_interview_goes_through_the_form_from_top_to_consent(visit: Callable[..., Any]) -> None:
    page = visit()
    unfold(page, "interview")
    page.focus("#join-nickname")
    tops = []
    for _ in range(40):
        page.keyboard.press("Alt+ArrowDown")
        tops.append(page.evaluate("document.activeElement.getBoundingClientRect().top + scrollY"))
    assert tops == sorted(tops)
    assert page.evaluate("document.activeElement.dataset.part") == "agreed"
    assert len(set(tops)) > 20, "the fields for members are asked as well"


@pytest.mark.parametrize(
    "handle", ["../x", "__proto__", "constructor", "nobody-here", "ad/../ada", "a" * 5000, "<b>\u202e"]
)
def test_an_address_that_asks_for_nobody_gets_a_friendly_sentence(visit: Callable[..., Any], handle: str) -> None:
    page = visit(f"?edit={quote(handle, safe='')}")
    told = page.locator("[data-part=editing]").inner_text()
    assert "You can begin anew." in told
    assert len(told) < 120
    assert page.input_value("#join-handle") == ""
    assert not page.locator("[data-part=again]").first.is_visible()


def test_an_address_that_asks_for_nobody_leaves_a_draft_alone(visit: Callable[..., Any], address: str) -> None:
    page = visit()
    page.fill("#join-headline", "I write")
    settle(page)
    page.goto(f"{address}?edit=../x")
    page.locator("[data-module=join]:not([hidden])").wait_for(state="attached")
    assert page.input_value("#join-headline") == "I write"


def test_an_edit_without_a_network_says_so(visit: Callable[..., Any]) -> None:
    page = visit("?edit=ada", lost="**/join/drafts/*")
    assert "did not load" in page.locator("[data-part=editing]").inner_text()
    assert page.input_value("#join-headline") == ""


def test_an_edit_says_what_becomes_of_private_values_where_they_would_stand(visit: Callable[..., Any]) -> None:
    page = visit("?edit=ada")
    inside = page.locator("details:has([data-field=name])")
    assert "isn’t here and stays in your file" in inside.locator("[data-part=again]").inner_text()
    assert page.locator("#join-name").is_visible()
    assert page.locator("[data-part=doors] > [data-part=again]").is_visible()
    assert "still among members" in page.locator("[data-part=again]").first.inner_text()
    assert page.locator("[data-part=again]:visible").count() == 3


def test_in_an_app_s_browser_the_message_comes_first_and_nothing_is_saved(visit: Callable[..., Any]) -> None:
    page = visit(user_agent=APP)
    page.fill("#join-nickname", "Quill")
    settle(page)
    assert page.locator("[data-door]").first.get_attribute("data-door") == "message"
    assert page.locator("[data-part=by-hand]").is_visible()
    assert not page.locator("[data-part=save]").first.is_visible()
    assert "open this page in your own browser" in page.locator("[data-door=download]").inner_text()
    usual = visit()
    usual.fill("#join-nickname", "Quill")
    settle(usual)
    assert usual.locator("[data-door]").first.get_attribute("data-door") == "copy"
    assert not usual.locator("[data-part=by-hand]").is_visible()
    assert usual.locator("[data-door=download] [data-part=save]").is_visible()


def test_the_sum_names_fields_as_the_form_does_and_says_what_is_left_to_the_review(visit: Callable[..., Any]) -> None:
    page = visit()
    page.fill("#join-handle", "quill")
    page.fill("#join-headline", "x " * 150)
    settle(page)
    faults = page.locator("[data-part=faults]")
    assert faults.get_by_role("button").all_inner_texts() == ["Headline"]
    faults.get_by_role("button").click()
    assert page.evaluate("document.activeElement.id") == "join-headline"
    page.locator("[data-part=review] > summary").click()
    assert "Whether the picture can be read." in page.locator("[data-part=untold]").inner_text()


def test_languages_and_countries_are_asked_by_name(visit: Callable[..., Any]) -> None:
    page = visit()
    unfold(page, "more")
    assert "Dutch, English, Chinese" in page.locator("[data-field=languages]").text_content()
    assert "short names" not in page.locator("[data-field=languages]").text_content()
    assert "NL" not in page.locator("[data-field=country] .field__hints").all_text_contents()


def test_on_a_phone_nothing_that_has_the_focus_lies_under_the_bar(visit: Callable[..., Any]) -> None:
    page = visit(**PHONE, reduced_motion="reduce")
    unfold(page, "more")
    page.focus("#join-nickname")
    for _ in range(45):
        page.keyboard.press("Tab")
        covered = page.evaluate("""() => {
            const [on, bar] = [document.activeElement, document.querySelector("[data-part=bar]")];
            return !bar.contains(on) && on.closest("form") && on.getBoundingClientRect().height < 300
                && on.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1 && [on.outerHTML, on.getBoundingClientRect().bottom, bar.getBoundingClientRect().top].join();
        }""")  # fmt: skip
        assert not covered


def test_the_picture_s_button_speaks_the_page_s_language_and_shows_the_focus(visit: Callable[..., Any]) -> None:
    page = visit()
    unfold(page, "more")
    page.focus("#join-pronouns")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "join-avatar":
            break
    label = page.get_by_text("Choose a picture")
    assert label.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid"
