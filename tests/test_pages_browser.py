"""The pages as a browser has them; without Chromium these tests are skipped, or fail where one is required."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from browsers import NEEDED, REQUIRED, chromium, serving
from render_samples import EDITIONS, PEOPLE, crowd, in_order, profile, words

load: Any = import_module if REQUIRED else pytest.importorskip
sync_api = load("playwright.sync_api")
PAGES = (
    "",
    "page/1/",
    "members/ada/",
    "members/bo/",
    "members/lijing/",
    "members/salma/",
    "members/friedrich/",
    "skills/",
    "skills/python/",
    "skills/python/page/1/",
    "asks/",
    "offers/",
    "404.html",
)

pytestmark = NEEDED


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address below which public/ and internal/ stand."""
    root: Path = tmp_path_factory.mktemp("site")
    for edition, files in EDITIONS.items():
        for path, content in files(in_order(PEOPLE + crowd(130))).items():
            file = root / "sub" / edition / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    with serving(root) as address:
        yield f"{address}sub/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


def test_nothing_is_asked_of_anybody_else_and_the_policy_is_kept(browser: Any, site: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for edition in EDITIONS:
        for path in PAGES:
            page.goto(f"{site}{edition}/{path}")
    page.close()
    assert [url for url in asked if not url.startswith(site) and not url.endswith("/favicon.ico")] == []
    assert [text for text in said if "favicon" not in text and "404 (File not found)" not in text] == []
    assert f"{site}public/assets/style.css" in asked


def test_the_policy_stops_an_inline_script(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}public/")
    with pytest.raises(sync_api.Error, match=r"(?i)trusted|content security"):
        page.evaluate("document.body.innerHTML = '<b>x</b>'")
    page.close()


def test_a_letter_takes_up_another_offer_when_one_chooses_it(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}public/members/ada/")
    page.locator("summary").first.click()
    text = page.locator(".letter__text").first
    first = text.input_value()
    options = page.locator(".letter__select option")
    assert options.count() > 1
    openings = options.evaluate_all("all => all.map((one) => one.value)")
    page.locator(".letter__select").select_option(index=1)
    assert text.input_value() == first.replace(openings[0], openings[1])
    page.locator(".letter__select").select_option(index=0)
    assert text.input_value() == first
    page.close()


def test_the_keyboard_skips_to_the_content_and_reaches_every_card_in_order(browser: Any, site: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site}public/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        kind, href = page.evaluate("[document.activeElement.className, document.activeElement.getAttribute('href')]")
        if kind == "card__link":
            reached.append(href)
        elif not reached:
            assert kind in ("hero__jump", "hero__join", "faces__link")
    page.close()
    assert reached[:3] == ["members/ada/", "members/lijing/", "members/m00000/"]


def test_without_javascript_nothing_is_offered_that_needs_it(browser: Any, site: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}public/")
        assert not page.locator("#finder-text").is_visible()
        assert not page.locator("[data-part=sort]").is_visible()
        assert page.locator(".card").first.is_visible()
        assert page.locator(".browse a").first.is_visible()


def test_a_community_without_values_can_be_searched(browser: Any, tmp_path: Path) -> None:
    for path, content in EDITIONS["public"]((profile("bo", "Bo", headline=words("I mend radios")),)).items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    with serving(tmp_path) as address, browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}?q=radio")
        page.wait_for_selector("[data-part=list] .card__link")
        assert page.locator("[data-part=list] .card__link").all_text_contents() == ["Bo"]


def test_on_a_phone_who_was_found_is_in_view_and_a_cleared_search_brings_everything_back(
    browser: Any, site: str
) -> None:
    tops = """() => ["[data-part=count]", "[data-part=list] .card"].map((one) => document.querySelector(one).getBoundingClientRect().top)"""
    with browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        for asked in ("?q=airflow", "?city=berlin"):
            page.goto(f"{site}public/{asked}")
            page.locator("[data-part=list] .card__link").first.wait_for()
            assert max(page.evaluate(tops)) < 560
            assert not page.locator(".hero__words, .faces").first.is_visible()
        page.get_by_role("button", name="Clear all").click()
        page.locator("[data-part=all] .card").first.wait_for()
        assert page.locator(".hero__words, .faces").first.is_visible()
        page.goto(f"{site}public/?sort-by=name")
        page.locator("[data-part=list] .card__link").first.wait_for()
        assert page.locator(".hero__words, .faces").first.is_visible()


@pytest.mark.parametrize("width", [1000, 1280, 1440])
def test_the_title_of_the_first_page_breaks_between_words_only(browser: Any, site: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{site}public/")
        title = page.locator(".hero__title span")
        title.evaluate("(one) => (one.textContent = 'Die Dienstagsleute')")
        assert title.evaluate("(one) => one.getClientRects().length") <= 2
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_directory_prints_as_a_booklet_and_a_member_on_the_reader_s_paper(browser: Any, site: str) -> None:
    page = browser.new_page()
    widths = {}
    for path in ("", "members/ada/"):
        page.goto(f"{site}public/{path}", wait_until="networkidle")
        sheets = page.pdf(format="A4", prefer_css_page_size=True)
        widths[path] = {int(width) for width in re.findall(rb"/MediaBox *\[0 0 (\d+)", sheets)}
    page.close()
    assert widths == {"": {420}, "members/ada/": {595}}


def test_what_runs_from_right_to_left_stands_at_the_edge_of_the_page(browser: Any, site: str) -> None:
    edges = """() => ["h1 > span", ...[".profile__headline", ".entry > p"]].flatMap((one) => [...document.querySelectorAll(one)])
        .map((one) => { const range = document.createRange(); range.selectNodeContents(one); return range.getBoundingClientRect().left - one.closest("li, header > div").getBoundingClientRect().left; })"""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{site}public/members/salma/")
        assert page.locator("h1 > span").evaluate("(one) => getComputedStyle(one).direction") == "rtl"
        found = page.evaluate(edges)
        assert len(found) > 2
        assert max(found) < 4
