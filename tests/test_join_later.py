"""What the form fetches only when it is needed: nothing is offered before it is there, and what fails is tried again."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from acquaint.theme import own_folder
from browsers import NEEDED, chromium, serving, until
from communities import built, write

pytestmark = NEEDED
SETTINGS = {
    "title": "Aquilo",
    "reach": {"email": "salve@aquilo.example"},
    "repository": {"url": "https://github.com/aquilo/people", "visibility": "public"},
}
DOOR = "[data-door=copy] [data-part=text]"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    base = tmp_path_factory.mktemp("later")
    built(write(base / "community", {"community.yml": json.dumps(SETTINGS)}), base / "site")
    with serving(base / "site/public") as address:
        yield address


@pytest.fixture
def page(browser: Any, site: str) -> Iterator[Any]:
    context = browser.new_context()
    found = context.new_page()
    found.asked = []
    found.on("request", lambda request: found.asked.append(request.url.rpartition("/")[2].partition("?")[0]))
    yield found
    context.close()


def open_form(page: Any, site: str) -> None:
    page.goto(f"{site}join/")
    page.locator("[data-module=join]:not([hidden])").wait_for(state="attached")


def door(page: Any) -> Any:
    return page.locator(DOOR)


def fill_in(page: Any) -> None:
    page.fill("#join-headline", "Ask Mara Okonkwo of Nordwerk")
    page.fill("#join-handle", "quill")
    page.locator("[data-door=copy]:not([hidden])").wait_for()


def test_what_only_some_need_comes_only_to_them(page: Any, site: str) -> None:
    open_form(page, site)
    assert "join.js" in page.asked
    assert "answering.js" not in page.asked
    fill_in(page)
    assert "answering.js" in page.asked
    assert not {"finders.js", "portrait.js"} & set(page.asked)
    assert "Mara Okonkwo of Nordwerk" in door(page).input_value()


def test_nothing_is_offered_before_what_must_be_withheld_can_be_found(page: Any, site: str) -> None:
    held: list[Any] = []
    page.route("**/finders.js*", lambda route: held.append(route))
    open_form(page, site)
    fill_in(page)
    page.locator("details[data-part=inside] > summary").click()
    page.fill("#join-name", "Mara Okonkwo")
    page.locator("[data-door=copy]").wait_for(state="hidden")
    assert door(page).input_value() == ""
    assert page.locator("[data-part=panel]").inner_text() == ""
    held[0].continue_()
    page.locator("[data-door=copy]:not([hidden])").wait_for()
    assert "Okonkwo" not in door(page).input_value()
    assert "@quill of Nordwerk" in door(page).input_value()


@pytest.mark.parametrize("name", ["answering.js", "finders.js"])
def test_what_does_not_come_is_told_and_asked_for_again(page: Any, site: str, name: str) -> None:
    page.route(f"**/{name}*", lambda route: route.abort())
    open_form(page, site)
    page.fill("#join-headline", "Ask Mara Okonkwo")
    page.locator("details[data-part=inside] > summary").click()
    page.fill("#join-name", "Mara Okonkwo")
    page.fill("#join-handle", "quill")
    failed = page.locator("[data-part=failed]")
    failed.wait_for(state="visible")
    assert page.locator("[data-door]:visible").count() == 0
    assert door(page).input_value() == ""
    page.unroute(f"**/{name}*")
    page.locator("#join-headline").press_sequentially(".")
    page.locator("[data-door=copy]:not([hidden])").wait_for()
    failed.wait_for(state="hidden")
    assert "Ask @quill." in door(page).input_value()


def test_the_fields_on_demand_come_when_their_part_is_opened(page: Any, site: str) -> None:
    open_form(page, site)
    fill_in(page)
    assert "more.txt" not in page.asked
    assert page.locator("[data-field=name], [data-field=skills]").count() == 0
    page.locator("details[data-part=more] > summary").click()
    page.fill("#join-skills", "Maps,")
    page.select_option("#join-country", "DE")
    page.locator("[data-field=skills] .field__chip").wait_for()
    until(page, f"document.querySelector({DOOR!r}).value.includes('country: DE')")
    assert "Maps" in door(page).input_value()
    assert page.asked.count("more.txt") == 1


def test_fields_that_do_not_come_are_told_and_asked_for_again(page: Any, site: str) -> None:
    page.route("**/more.txt", lambda route: route.abort())
    open_form(page, site)
    more = page.locator("details[data-part=more]")
    more.locator("summary").click()
    more.get_by_text("did not load").wait_for()
    page.unroute("**/more.txt")
    more.locator("summary").click()
    more.locator("summary").click()
    page.locator("#join-skills").wait_for()
    assert more.get_by_text("did not load").count() == 0


def test_a_kept_draft_is_not_lost_while_its_fields_do_not_come(page: Any, site: str) -> None:
    open_form(page, site)
    page.locator("details[data-part=more] > summary").click()
    page.fill("#join-city", "Aarhus")
    until(page, "Object.values(localStorage).join().includes('Aarhus')")
    page.route("**/more.txt", lambda route: route.abort())
    open_form(page, site)
    page.fill("#join-headline", "I draw maps")
    page.locator("[data-part=panel]").get_by_text("I draw maps").first.wait_for()
    page.unroute("**/more.txt")
    open_form(page, site)
    assert page.input_value("#join-city") == "Aarhus"


def test_an_interview_reads_the_questions_of_all_fields(page: Any, site: str) -> None:
    page.route("**/interview.js", lambda route: route.abort())
    open_form(page, site)
    mode = page.locator("details[data-part=interview]")
    mode.locator("summary").click()
    mode.get_by_text("did not load").wait_for()
    page.unroute("**/interview.js")
    mode.locator("summary").click()
    mode.locator("summary").click()
    page.locator("[data-field=skills] [data-part=question]").wait_for(state="visible")
    assert page.locator("[data-part=listing]").input_value() == "nobody"
    assert page.locator("[data-field=headline] [data-part=question]").is_visible()


def test_a_form_of_one_s_own_may_hold_all_fields_at_once(page: Any, tmp_path: Path) -> None:
    own = (own_folder() / "pages/join.html").read_text("utf-8")
    begin, end = own.index("{% macro later(page) %}"), own.index("{# What holds for the whole introduction")
    own = own[:begin] + own[end:]
    inline = own.replace('<div data-part="fields"></div>', "{% for one in questions %}{{ question(one) }}{% endfor %}")
    assert inline != own
    root = write(tmp_path, {"community.yml": json.dumps(SETTINGS), "templates/pages/join.html": inline})
    built(root, tmp_path / "site")
    assert not (tmp_path / "site/public/join/more.txt").exists()
    with serving(tmp_path / "site/public") as address:
        open_form(page, address)
        fill_in(page)
        page.locator("details[data-part=more] > summary").click()
        page.fill("#join-skills", "Maps,")
        page.select_option("#join-country", "DE")
        until(page, f"document.querySelector({DOOR!r}).value.includes('country: DE')")
        assert "more.txt" not in page.asked
