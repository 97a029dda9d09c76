"""Every kind of page in a browser, in each language and in one read from right to left: what axe, eyes and thumbs find."""

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from browsers import NEEDED, REQUIRED, chromium, serving, until
from communities import of_all_processes
from page_kinds import SITES, latin, own_words, paths, site

load: Any = import_module if REQUIRED else pytest.importorskip
load("playwright.sync_api")
AXE = Path(load("axe_playwright_python").__file__).parent / "axe.min.js"

pytestmark = NEEDED
each_edition = pytest.mark.parametrize("edition", ["public", "internal"])
LANGUAGES = [(name, language) for name in ("three", "rtl") for language in SITES[name]]
LONGEST = [pair for pair in LANGUAGES if pair[1] != "zh"]
"""Chinese is shorter than any of the others, and breaks everywhere."""
EMPTY = [("empty", "en"), ("empty-rtl", "ar")]
"""What is said where nobody is yet is text in the same boxes: two directions are enough."""

SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shifted += one.value; })
    .observe({ type: "layout-shift", buffered: true });"""
FOUND = """async (rules) => {
    for (const alike of document.querySelectorAll("[data-card]:nth-child(n + 9)")) alike.remove();
    const options = { resultTypes: ["violations"], selectors: false, ...(rules ? { runOnly: { type: "rule", values: rules } } : {}) };
    const { violations } = await axe.run(document, options);
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3)}`);
}"""
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on light or dark."""
SETTLED = """async () => {
    let quiet = 0;
    for (let before = -1; quiet < 4; await new Promise(requestAnimationFrame)) {
        const now = performance.getEntriesByType("resource").length;
        quiet = now === before && !document.querySelector("[data-part=finder][hidden]") ? quiet + 1 : 0;
        before = now;
    }
    return window.shifted;
}"""
# Links in a running text are as high as their line; a card is one large target round its link.
SMALL = """() => [...document.querySelectorAll("a:not(.card__link, .skip-link, .prose a), button, select, input, summary")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.9)
    .map((one) => `${one.outerHTML.slice(0, 90)}: ${one.getBoundingClientRect().height}`)"""
TOO_WIDE = """() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = (one) => { const box = one.getBoundingClientRect(); return box.right > clientWidth + 1 || box.left < -1; };
    const wide = [...document.body.querySelectorAll("*")].filter(out).map((one) => one.outerHTML.slice(0, 90));
    return [`${scrollWidth} instead of ${clientWidth}`, ...wide.slice(0, 4)];
}"""
UNSEEN = """() => {
    const many = [...document.querySelectorAll("a[href], button, input, select, summary, textarea")].filter((one) => one.checkVisibility());
    const seen = new Set();
    return many.filter((one) => !seen.has(one.className) && seen.add(one.className)).filter((one) => {
        one.focus();
        const around = [one, one.closest("li"), one.parentElement].filter(Boolean).map((each) => getComputedStyle(each));
        const after = getComputedStyle(one, "::after");
        return ![...around, after].some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    }).map((one) => one.outerHTML.slice(0, 90));
}"""
SAID = """() => [...document.querySelectorAll("body, body *")].flatMap((one) => one.closest("script, textarea") ? [] : [
    ...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data),
    ...["aria-label", "placeholder", "title"].map((name) => one.getAttribute(name) ?? ""),
])"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Gives the address of an edition of one of the sites, which is several folders deep."""
    with serving(of_all_processes(tmp_path_factory)) as address:
        yield lambda name, edition: f"{address}{site(name, tmp_path_factory).parent.name}/site/{edition}/"


class Watched:
    """A page that remembers what its console said and whom it asked."""

    def __init__(self, context: Any, own: str) -> None:
        context.add_init_script(SHIFTS)
        self.page = context.new_page()
        self.wrong: list[str] = []
        self._own = own
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)

    def _said(self, message: Any) -> None:
        if "favicon" not in str(message.location):
            self.wrong.append(message.text)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(self._own) and not request.url.endswith("/favicon.ico"):
            self.wrong.append(f"asks {request.url}")

    def _failed(self, request: Any) -> None:
        if "ERR_ABORTED" not in str(request.failure):  # Which is one that was under way when the next page was opened.
            self.wrong.append(f"{request.failure}: {request.url}")

    def open(self, path: str) -> dict[str, Any]:
        """What was wrong on the way there, once the scripts have done their work."""
        self.wrong.clear()
        self.page.goto(f"{self._own}{path}")
        shifted = self.page.evaluate(SETTLED)
        return {"on its way": list(self.wrong)} | ({"moves": shifted} if shifted > 0.01 else {})


def told(found: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Only what there is to tell."""
    left = {path: {law: what for law, what in each.items() if what} for path, each in found.items()}
    return {path: each for path, each in left.items() if each}


@each_edition
@pytest.mark.parametrize(("name", "language"), [*LANGUAGES, *EMPTY])
def test_axe_finds_nothing_on_any_kind_of_page(browser: Any, at: Any, name: str, language: str, edition: str) -> None:
    """In light and dark; on the way nothing moves, nothing is asked of others, and the console is silent."""
    found: dict[str, dict[str, Any]] = {}
    with browser.new_context(
        viewport={"width": 1280, "height": 800}, bypass_csp=True, reduced_motion="reduce"
    ) as context:
        context.add_init_script(path=AXE)
        watched = Watched(context, at(name, edition))
        for _, path in paths(name, language, edition):
            watched.page.emulate_media(color_scheme="light")
            found[path] = watched.open(path)
            found[path]["wide"] = watched.page.evaluate(TOO_WIDE)
            found[path]["light"] = watched.page.evaluate(FOUND, None)
            watched.page.emulate_media(color_scheme="dark")
            found[path]["dark"] = watched.page.evaluate(FOUND, COLOURS)
    assert told(found) == {}


def test_a_page_that_is_spoilt_would_be_found(browser: Any, at: Any) -> None:
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    with browser.new_context(bypass_csp=True, **phone) as context:
        context.add_init_script(path=AXE)
        watched = Watched(context, at("three", "public"))
        page = watched.page
        watched.open("asks/")
        page.evaluate("document.querySelector('h1').style.color = '#eee'; document.documentElement.lang = ''")
        assert {text.partition(":")[0] for text in page.evaluate(FOUND, None)} >= {"color-contrast", "html-has-lang"}
        page.evaluate("document.querySelector('h1').style.inlineSize = '400px'")
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('button'), { textContent: '.', style: 'min-height: 0; height: 9px' }))"
        )
        assert page.evaluate(TOO_WIDE)
        assert page.evaluate(SMALL)
        page.evaluate("for (const one of document.querySelectorAll('a')) one.style.outline = 'none'")
        page.keyboard.press("Tab")
        assert page.evaluate(UNSEEN)
        page.evaluate("document.querySelector('main').style.paddingBlockStart = '300px'; console.warn('a word')")
        page.evaluate("fetch('https://other.example/').catch(() => {})")
        assert page.evaluate(SETTLED) > 0.01
        assert [text.split(":")[0] for text in watched.wrong if "other.example" in text or text == "a word"][:1] == [
            "a word"
        ]
        assert any(text.startswith("asks https://other.example") for text in watched.wrong)


@each_edition
@pytest.mark.parametrize(("name", "language"), [*LONGEST, *EMPTY])
def test_every_kind_of_page_fits_a_phone(browser: Any, at: Any, name: str, language: str, edition: str) -> None:
    """At 360 pixels and at 320, where every target is large enough for a thumb; and with letters twice as large."""
    found: dict[str, dict[str, Any]] = {}
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    with browser.new_context(**phone) as context:
        watched = Watched(context, at(name, edition))
        for _, path in paths(name, language, edition):
            watched.page.set_viewport_size({"width": 360, "height": 740})
            found[path] = watched.open(path)
            found[path]["small"] = watched.page.evaluate(SMALL)
            found[path]["wide"] = watched.page.evaluate(TOO_WIDE)
            watched.page.set_viewport_size({"width": 320, "height": 740})
            found[path]["wider than 320"] = watched.page.evaluate(TOO_WIDE)
            watched.page.set_viewport_size({"width": 768, "height": 740})
            found[path]["wider than 768"] = watched.page.evaluate(TOO_WIDE)
            watched.page.set_viewport_size({"width": 640, "height": 740})
            watched.page.evaluate("document.documentElement.style.fontSize = '200%'")
            found[path]["wide at 200 %"] = watched.page.evaluate(TOO_WIDE)
    assert told(found) == {}


@each_edition
def test_what_has_the_focus_is_seen(browser: Any, at: Any, edition: str) -> None:
    found = {}
    with browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce") as context:
        watched = Watched(context, at("three", edition))
        for _, path in paths("three", "en", edition):
            watched.open(path)
            watched.page.keyboard.press("Tab")
            found[path] = watched.page.evaluate(UNSEEN)
    assert {path: unseen for path, unseen in found.items() if unseen} == {}


def test_the_search_works_from_right_to_left_and_speaks_no_english(browser: Any, at: Any) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        watched = Watched(context, at("rtl", "public"))
        page = watched.page
        watched.open("")
        page.locator("#finder-text").fill("fluvi")
        page.locator("[data-part=list] .card__link").first.wait_for()
        names = page.locator("[data-part=list] .card__link").all_text_contents()
        assert set(names) >= {"Ada"}
        assert len(names) < 5
        everybody, count = (
            page.locator("[data-part=count]").get_attribute("data-everybody"),
            page.locator("[data-part=count]"),
        )
        assert count.text_content() != everybody
        box = page.locator("#finder-text").bounding_box()
        rail = page.locator(".rail").bounding_box()
        people = page.locator("section[aria-labelledby=people]").bounding_box()
        assert rail["x"] < people["x"] < box["x"] + box["width"], "the rail stands at the end of a line"
        page.locator("[data-part=beside] input").first.wait_for()
        known = own_words("rtl") | {"utc", "fd"}
        assert {word for text in page.evaluate(SAID) for word in latin(text)} <= known
        page.locator("#finder-text").fill("zzzzzzzz")
        page.locator("[data-part=notices] *").first.wait_for()
        assert {word for text in page.evaluate(SAID) for word in latin(text)} <= known | {"zzzzzzzz"}
        assert watched.wrong == []


# Looked at on a copy: to read the canvas itself again and again is what a browser warns of.
_DRAWN = """(() => {
  const copy = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  copy.drawImage(document.querySelector("canvas"), 4, 4, 1, 1, 0, 0, 1, 1);
  return copy.getImageData(0, 0, 1, 1).data[3];
})()"""


def test_a_member_s_page_draws_the_picture_to_share(browser: Any, at: Any) -> None:
    """The card of a real page, with its photo, as a file that an independent program reads."""
    with browser.new_context(reduced_motion="reduce") as context:
        watched = Watched(context, at("three", "public"))
        for path in ("members/ada/", "zh/members/lijing/"):
            watched.open(path)
            page = watched.page
            page.locator("[data-module=share] summary").click()
            page.locator("[data-part=save]").wait_for()
            until(page, _DRAWN)
            with page.expect_download() as download:
                page.locator("[data-part=save]").click()
            with Image.open(BytesIO(Path(download.value.path()).read_bytes())) as image:
                assert (image.format, image.size) == ("PNG", (1200, 630))
                assert len(image.convert("RGB").getcolors(1200 * 630) or ()) > 20
        assert watched.wrong == []
