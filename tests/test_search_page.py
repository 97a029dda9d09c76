"""The search as somebody uses it: by keyboard, on a phone, with slow or missing data, back and forward."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from browsers import NEEDED, REQUIRED, chromium, pause, serving, settle, until
from render_samples import EDITIONS, PEOPLE, crowd, in_order, profile, tags

load: Any = import_module if REQUIRED else pytest.importorskip
sync_api = load("playwright.sync_api")
axe = load("axe_playwright_python.sync_playwright")
pytestmark = NEEDED
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
WIDE = {"viewport": {"width": 1280, "height": 800}}
MANY = profile("many", "Many", interests=tags(*(f"Interest {number}" for number in range(20))))
SHOWN = "[data-part=list] .card__link"
PATIENCE = 900
"""Milliseconds: past those after which the page says that it is still searching."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root: Path = tmp_path_factory.mktemp("site")
    for edition, files in EDITIONS.items():
        for path, content in files(in_order((*PEOPLE, MANY, *crowd(130)))).items():
            file = root / "sub" / edition / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    with serving(root) as address:
        yield f"{address}sub/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture
def phone(browser: Any) -> Iterator[Any]:
    with browser.new_context(**PHONE) as context:
        yield context.new_page()


@pytest.fixture
def wide(browser: Any) -> Iterator[Any]:
    with browser.new_context(**WIDE) as context:
        yield context.new_page()


def expect_found(page: Any, *names: str) -> None:
    until(
        page,
        f"JSON.stringify([...document.querySelectorAll('{SHOWN}')].map((one) => one.textContent)) === JSON.stringify(given)",
        names,
    )


def expect_a_screenful(page: Any) -> list[str]:
    """The names in the list, once it is as long as it gets without anybody asking for more: the first few come alone."""
    page.get_by_role("button", name="Show 24 more").wait_for()
    return list(page.locator(SHOWN).all_text_contents())


def expect_kept(page: Any) -> None:
    """The history knows how far somebody has read."""
    until(page, "history.state?.y === scrollY && history.state.y > 0")


def count(page: Any) -> str:
    return str(page.locator("[data-part=count]").text_content())


def test_five_letters_find_somebody_and_mark_why(phone: Any, site: str) -> None:
    phone.goto(f"{site}public/")
    phone.fill("#finder-text", "airfl")
    expect_found(phone, "Ada")
    assert count(phone) == "1 person found"
    assert phone.locator(".card__reason mark").text_content() == "Airflow"
    assert phone.locator(".card__reason").text_content() == "Skills: Airflow"


def test_three_taps_find_somebody_on_a_phone(phone: Any, site: str) -> None:
    phone.goto(f"{site}public/")
    phone.tap("[data-open=city]")
    phone.locator("[data-field=city] label", has_text="Berlin").tap()
    phone.locator("[data-part=done]", has_text="Show 1 person").tap()
    expect_found(phone, "Ada")
    assert not phone.locator("dialog").is_visible()
    assert phone.url.endswith("public/?city=berlin")
    assert phone.locator(".chip--chosen").text_content() == "Berlin"


def test_chinese_is_found_by_a_part_of_a_word(phone: Any, site: str) -> None:
    phone.goto(f"{site}public/")
    phone.fill("#finder-text", "据讲成")
    expect_found(phone, "李静")
    assert phone.locator(".card mark").text_content() == "据讲成"


def test_counts_are_those_of_the_list_as_it_stands(wide: Any, site: str) -> None:
    wide.goto(f"{site}public/?q=python")
    value = wide.locator("[data-field=languages] li", has_text="German")
    value.wait_for()
    assert value.locator(".facet__count").text_content() == "1"
    assert wide.locator("[data-field=languages] .quiet").text_content() == "131 don’t say"


def test_a_value_keeps_the_focus_and_its_place_when_it_is_chosen(wide: Any, site: str) -> None:
    wide.goto(f"{site}public/?q=python")
    box = wide.locator("[data-field=languages] input").first
    box.wait_for()
    before = wide.locator("[data-field=languages] li").all_text_contents()
    box.focus()
    wide.keyboard.press("Space")
    wide.wait_for_url("**&languages=*")
    wide.locator(".chip--chosen").wait_for()
    settle(wide)
    assert wide.evaluate("document.activeElement.type") == "checkbox"
    assert [one.rstrip("0123456789") for one in wide.locator("[data-field=languages] li").all_text_contents()] == [
        one.rstrip("0123456789") for one in before
    ]


def test_a_long_list_of_values_can_be_searched(wide: Any, site: str) -> None:
    wide.goto(f"{site}public/?q=many")
    finder = wide.get_by_role("searchbox", name="Find in Interests")
    finder.wait_for()
    assert wide.locator("[data-field=interests] li").count() == 6
    finder.fill("１９")
    assert wide.locator("[data-field=interests] li").all_text_contents() == ["Interest 191"]
    finder.fill("")
    wide.get_by_role("button", name="14 more").click()
    assert wide.locator("[data-field=interests] li").count() == 20


def test_chips_take_back_one_by_one_and_all_at_once(wide: Any, site: str) -> None:
    wide.goto(f"{site}public/?q=python&languages=en&city=berlin")
    expect_found(wide, "Ada")
    wide.get_by_role("button", name="Remove the filter Berlin").click()
    wide.wait_for_url("**/?q=python&languages=en")
    assert wide.evaluate("document.activeElement.textContent") == "English"
    wide.get_by_role("button", name="Clear all").click()
    wide.wait_for_url("**/public/")
    assert wide.evaluate("document.activeElement.id") == "finder-text"
    assert wide.locator("[data-part=all]").is_visible()


def test_the_keyboard_alone_will_do(wide: Any, site: str) -> None:
    wide.goto(f"{site}public/")
    wide.locator("#finder-text").wait_for()
    wide.keyboard.press("/")
    wide.keyboard.type("dat gesch")
    expect_found(wide, "李静")
    for _ in range(3):
        wide.keyboard.press("Tab")
        if wide.evaluate("document.activeElement.classList.contains('card__link')"):
            break
    wide.keyboard.press("Enter")
    wide.wait_for_url("**/members/lijing/?q=dat+gesch&list-at=0")
    wide.go_back()
    expect_found(wide, "李静")
    wide.focus("#finder-text")
    wide.keyboard.press("Escape")
    wide.wait_for_url("**/public/")
    assert wide.input_value("#finder-text") == ""


def test_back_and_forward_lead_through_what_was_looked_for(wide: Any, site: str) -> None:
    wide.goto(f"{site}public/")
    wide.fill("#finder-text", "airflow")
    expect_found(wide, "Ada")
    wide.goto(f"{site}public/?city=上海")
    expect_found(wide, "李静")
    wide.go_back()
    expect_found(wide, "Ada")
    assert wide.input_value("#finder-text") == "airflow"
    wide.go_back()
    wide.wait_for_selector("[data-part=all]:not([hidden])")
    wide.go_forward()
    expect_found(wide, "Ada")


def test_going_back_to_a_long_list_leads_to_where_one_was(phone: Any, site: str) -> None:
    phone.goto(f"{site}public/?q=python")
    phone.locator(SHOWN).nth(23).wait_for()
    phone.get_by_role("button", name="Show 24 more").click()
    phone.locator(SHOWN).nth(47).wait_for()
    assert phone.evaluate("document.activeElement.classList.contains('card__link')")
    phone.locator(SHOWN).nth(40).scroll_into_view_if_needed()
    expect_kept(phone)
    height = "() => document.querySelectorAll('[data-part=list] .card')[40].getBoundingClientRect().top"
    before = phone.evaluate(height)
    phone.locator(SHOWN).nth(40).click()
    phone.wait_for_url("**/members/**")
    phone.go_back()
    phone.locator(SHOWN).nth(47).wait_for()
    until(phone, f"Math.abs(({height})() - given) < 20", before)


def test_a_member_s_page_leads_to_the_next_of_its_list(wide: Any, site: str) -> None:
    wide.goto(f"{site}public/?q=python&sort-by=newest")
    names = expect_a_screenful(wide)
    wide.locator(SHOWN).nth(1).click()
    nav = wide.get_by_role("navigation", name="The list you came from")
    assert nav.locator("[rel=prev]").text_content() == f"Previous: {names[0]}"
    nav.locator("[rel=next]").click()
    wide.wait_for_url("**list-at=2")
    wide.wait_for_selector(".neighbours [rel=next]")
    assert wide.locator("h1").text_content() == names[2]
    wide.get_by_role("link", name="Back to the list").click()
    wide.wait_for_url("**/public/?q=python&sort-by=newest")


def test_a_facet_page_is_such_a_list_too(wide: Any, site: str) -> None:
    wide.goto(f"{site}public/skills/python/page/1/")
    wide.locator(".card__link[href*=list-at]").first.click()
    wide.wait_for_selector(".neighbours [rel=prev]")
    assert "73 of 133" in str(wide.locator(".neighbours").text_content())


def test_without_such_a_list_a_page_names_no_neighbours(wide: Any, site: str) -> None:
    for asked in ("", "?q=nobody-at-all&list-at=3", "?list-at=999999", "?list-at=x"):
        wide.goto(f"{site}public/members/ada/{asked}", wait_until="networkidle")
        assert not wide.locator(".neighbours").is_visible()


def test_what_others_hang_on_an_address_is_ignored(wide: Any, site: str) -> None:
    wide.goto(f"{site}public/?utm_source=letter&fbclid=x")
    wide.locator("#finder-text").wait_for()
    assert count(wide) == "136 people"
    wide.goto(f"{site}public/?utm_source=letter&q=airflow")
    expect_found(wide, "Ada")


def test_nobody_found_says_what_to_loosen_and_how_to_ask(phone: Any, site: str) -> None:
    phone.goto(f"{site}public/?q=airflow&city=上海")
    phone.get_by_role("heading", name="Nobody fits all of that").wait_for()
    ways = phone.locator(".nobody li").all_text_contents()
    assert ways == ["Without “airflow”: 1 person", "Without “上海”: 1 person", "Clear all and see everybody"]
    assert phone.input_value(".ask__text") == "I am looking for somebody: airflow, 上海"
    phone.locator(".nobody li button").first.click()
    expect_found(phone, "李静")


def test_a_word_that_nobody_says_is_named_with_the_nearest(phone: Any, site: str) -> None:
    phone.goto(f"{site}public/?q=celo")
    phone.get_by_text("Nobody here says “celo”.").wait_for()
    phone.goto(f"{site}public/?q=airflaw")
    phone.get_by_text("Nobody says “airflaw”, so these are people who say “airflow”.").wait_for()
    expect_found(phone, "Ada")


def test_what_is_found_is_announced_once_it_has_settled(wide: Any, site: str) -> None:
    wide.clock.install(time="2026-11-21T12:00:00Z")
    wide.goto(f"{site}public/")
    wide.fill("#finder-text", "airflow")
    expect_found(wide, "Ada")
    wide.fill("#finder-text", "")
    wide.locator("[data-part=all]").wait_for()
    wide.clock.pause_at("2026-11-21T13:00:00Z")
    wide.evaluate(
        """() => {
            window.said = [];
            const region = document.querySelector("[role=status]");
            new MutationObserver(() => window.said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
        }"""
    )
    wide.locator("#finder-text").press_sequentially("airflow")
    expect_found(wide, "Ada")
    wide.clock.run_for(PATIENCE - 100)
    assert wide.evaluate("window.said") == []
    wide.clock.run_for(10 * PATIENCE)
    assert wide.evaluate("window.said") == ["1 person found"]


def test_sorting_by_name_and_by_the_day_s_shuffle(wide: Any, site: str) -> None:
    wide.clock.set_fixed_time("2026-11-21T12:00:00Z")
    wide.goto(f"{site}public/?sort-by=name")
    assert expect_a_screenful(wide)[:4] == [
        "Ada",
        "Bo",
        "Friedrich-Wilhelm von Donaudampfschifffahrtsgesellschaft",
        "Many",
    ]
    wide.select_option("[data-part=sort]", "shuffle")
    wide.wait_for_url("**sort-by=shuffle")
    until(wide, f"document.querySelector('{SHOWN}').textContent !== 'Ada'")
    shuffled = expect_a_screenful(wide)
    assert shuffled != sorted(shuffled)
    wide.clock.set_fixed_time("2026-11-21T23:00:00Z")
    wide.reload()
    assert expect_a_screenful(wide) == shuffled
    wide.clock.set_fixed_time("2026-11-22T12:00:00Z")
    wide.reload()
    assert expect_a_screenful(wide) != shuffled


def test_shared_working_hours_depend_on_the_visitor_s_zone(browser: Any, site: str) -> None:
    for zone, found in (("Europe/Paris", True), ("America/Los_Angeles", False)):
        with browser.new_context(**WIDE, timezone_id=zone) as context:
            page = context.new_page()
            page.goto(f"{site}public/?shared-hours=4")
            page.wait_for_selector("[data-part=list] .card" if found else ".nobody")
            assert (page.locator(SHOWN).all_text_contents() == ["Ada"]) is found


@pytest.mark.parametrize("broken", ["**/search/index.json", "**/search/terms/*", "**/assets/js/search.js"])
def test_data_that_does_not_come_leaves_a_page_that_works_and_says_so(phone: Any, site: str, broken: str) -> None:
    phone.route(broken, lambda route: route.abort())
    phone.goto(f"{site}public/")
    phone.fill("#finder-text", "airflow")
    phone.get_by_text("The search did not load, so").wait_for()
    assert phone.locator("[data-part=all] .card").count() == 73
    phone.unroute(broken)
    if "assets" not in broken:  # a browser remembers that a module failed until the page is loaded again
        phone.get_by_role("button", name="Try again").click()
        expect_found(phone, "Ada")


def test_counts_that_do_not_come_leave_the_list(wide: Any, site: str) -> None:
    wide.route("**/search/columns/*", lambda route: route.abort())
    with wide.expect_event("requestfailed", lambda request: "/columns/" in request.url):
        wide.goto(f"{site}public/?q=airflow")
    settle(wide)
    expect_found(wide, "Ada")
    assert count(wide) == "1 person found"
    assert wide.locator(".browse").is_visible()


def test_slow_counts_leave_the_number_that_was_found(wide: Any, site: str) -> None:
    held: list[Any] = []
    wide.route("**/search/columns/*", lambda route: held.append(route))
    with wide.expect_request("**/search/columns/*"):
        wide.goto(f"{site}public/?q=airflow")
    expect_found(wide, "Ada")
    pause(wide, PATIENCE)
    assert count(wide) == "1 person found"
    for route in held:
        route.continue_()
    wide.locator("[data-field=city] li").first.wait_for()


def test_a_letter_that_begins_everything_and_common_words_leave_everybody(phone: Any, site: str) -> None:
    phone.goto(f"{site}public/?q=x", wait_until="networkidle")
    assert phone.locator("[data-part=all]").is_visible()
    phone.goto(f"{site}public/?q=someone+who+can")
    phone.locator(SHOWN).nth(23).wait_for()


def test_a_question_in_chinese_finds_its_longest_part(phone: Any, site: str) -> None:
    phone.goto(f"{site}public/?q=谁会把数据讲成歌")
    expect_found(phone, "李静")
    assert (
        phone.locator(".notice").text_content()
        == "Nobody says “谁会把数据讲成歌”, so these are people who say “把数据讲成”."
    )
    assert phone.locator(".card mark").text_content() == "把数据讲成"


def test_back_to_the_top_leads_to_the_top(phone: Any, site: str) -> None:
    phone.goto(f"{site}public/")
    phone.fill("#finder-text", "python")
    phone.locator(SHOWN).nth(20).scroll_into_view_if_needed()
    expect_kept(phone)
    phone.go_back()
    phone.locator("[data-part=all]").wait_for()
    until(phone, "scrollY === 0")


def test_cards_that_do_not_come_leave_the_others(wide: Any, site: str) -> None:
    wide.route("**/search/cards/16.txt", lambda route: route.abort())
    wide.goto(f"{site}public/?q=python&sort-by=newest")
    wide.locator(".card--missing").first.wait_for()
    wide.locator("[data-part=list] .card").nth(23).wait_for()
    assert wide.locator("[data-part=list] .card:not(.card--missing)").count() > 10


def test_a_slow_shard_never_overtakes_a_later_question(phone: Any, site: str) -> None:
    with phone.expect_request("**/search/cards/*") as asked:
        phone.goto(f"{site}public/?q=airflow")
    expect_found(phone, "Ada")
    hers, held = asked.value.url, []
    free = [hers]

    def answer(route: Any) -> None:
        """Not yet, unless it is free."""
        if route.request.url.startswith(tuple(free)):
            route.continue_()
        else:
            held.append(route)

    phone.route("**/search/cards/*", answer)
    phone.goto(f"{site}public/")
    with phone.expect_request(lambda request: "/search/cards/" in request.url and request.url != hers):
        phone.fill("#finder-text", "python")
    phone.fill("#finder-text", "airflow")
    expect_found(phone, "Ada")
    free.append(site)
    for route in held:
        route.continue_()
    settle(phone)
    expect_found(phone, "Ada")
    assert count(phone) == "1 person found"


def test_the_internal_edition_finds_names_employers_and_contacts(phone: Any, site: str) -> None:
    for text in ("lindqvist", "northwind", "ada@private.example"):
        phone.goto(f"{site}internal/?q={text}")
        expect_found(phone, "Ada Lindqvist")
        phone.goto(f"{site}public/?q={text}")
        phone.locator(".nobody").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [PHONE, WIDE], ids=["phone", "wide"])
def test_axe_finds_nothing_in_a_search(browser: Any, site: str, scheme: str, device: dict[str, Any]) -> None:
    with browser.new_context(**device, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        for asked in ("?q=python&languages=en", "?q=airflow&city=上海", "?q=airflaw"):
            page.goto(f"{site}internal/{asked}")
            page.wait_for_selector("[data-part=list] .card, .nobody")
            if device is PHONE and "languages" in asked:
                page.tap("[data-open=skills]")
                page.locator("[data-field=skills] input").first.wait_for()
            settle(page)
            violations = axe.Axe().run(page).response["violations"]
            assert {one["id"]: [node["html"] for node in one["nodes"]] for one in violations} == {}


def test_targets_of_the_search_are_large_enough_for_a_thumb(phone: Any, site: str) -> None:
    phone.goto(f"{site}public/?q=python&languages=en")
    phone.locator(".chip--chosen").wait_for()
    phone.tap("[data-open=skills]")
    phone.locator("[data-field=skills] input").first.wait_for()
    heights = phone.evaluate(
        """[...document.querySelectorAll('main button, main select, main label, main input:not([type=checkbox], [type=radio])')]
        .filter((one) => one.checkVisibility() && !one.matches('.visually-hidden, .listing__sort label'))
        .map((one) => [one.textContent || one.id, one.getBoundingClientRect().height])"""
    )
    assert [(name, height) for name, height in heights if height < 43.9] == []
