"""A Chromium for the tests that need one, and a way to run the browser's modules in it."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from acquaint.render.scripts.shorten import shortened
from acquaint.theme import Theme

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
REQUIRED = os.environ.get("ACQUAINT_REQUIRE_BROWSER") == "1"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No page is looked at for long enough that machine code would pay.
    "--js-flags=--no-opt",
    # The address bar of every new page would load two pages of its own, which takes longer than the one that is looked
    # at. The last switch of this name holds, so it repeats what Playwright would have switched off.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,HttpsUpgrades,MediaRouter,"
    "HttpsFirstBalancedModeAutoEnable,LensOverlay,OptimizationHints,PaintHolding,ThirdPartyStoragePartitioning,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,NetworkTimeServiceQuerying,PreconnectToSearch",
]
NEEDED = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="no Chromium found to run this in"),
]
NOWHERE = "http://modules.test/"
PATIENCE = 30
"""Seconds that a page may take to come to rest, on a machine that has other things to do."""


SEEN = """() => [performance.getEntriesByType("resource").length, document.body.outerHTML,
    ...[...document.querySelectorAll("input, select, textarea")].map((one) => one.value)].join()"""
"""Whatever a visitor could see, and how much has come."""
TYPING = 260
"""Milliseconds: past the pause that the form makes for the next letter."""
QUIET = 8
"""So many looks at a page must be alike for it to be at rest."""
DEAD = 120
"""So many if an answer is still awaited: nobody tells of one that the document before this one had asked for."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the output belongs to the tests."""

    def end_headers(self) -> None:
        """No site changes while it is looked at, and each has forty files that all its pages ask for."""
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The address at which `root` is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def chromium() -> Iterator[Any]:
    """The Chromium of this process; whatever was opened in it meanwhile is closed again."""
    browser = _running()
    before = browser.contexts
    try:
        yield browser
    finally:
        for context in browser.contexts:
            if context not in before:
                context.close()


_OPENED = ExitStack()
"""What ends with the last test."""
_BROWSERS: list[Any] = []


def close() -> None:
    """End the Chromium of this process, if there is one."""
    _BROWSERS.clear()
    _OPENED.close()


def _running() -> Any:
    """Starting it takes longer than most tests, so the first that needs it does."""
    assert CHROMIUM is not None, "ACQUAINT_REQUIRE_BROWSER is set, but no Chromium is found"
    if not _BROWSERS or not _BROWSERS[0].is_connected():
        close()
        load: Any = import_module if REQUIRED else pytest.importorskip
        playwright = _OPENED.enter_context(load("playwright.sync_api").sync_playwright())
        _BROWSERS.append(playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES))
        _OPENED.callback(_BROWSERS[0].close)
    return _BROWSERS[0]


@cache
def _sent() -> dict[str, bytes]:
    """Every module, as short as a site has it."""
    return {name: shortened(content) for name, content in Theme.load().scripts()}


@contextmanager
def modules(browser: Any) -> Iterator[Any]:
    """A page without anything on it that can import the theme's modules, as they are sent, from ./js/."""
    scripts = {f"{NOWHERE}{name}": content for name, content in _sent().items()}

    def answer(route: Any) -> None:
        body = scripts.get(route.request.url, b"<!doctype html><title>Modules</title>")
        kind = "text/javascript" if route.request.url in scripts else "text/html"
        route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

    page = browser.new_page()
    page.route(f"{NOWHERE}**", answer)
    page.goto(NOWHERE)
    yield page
    page.close()


def until(page: Any, true: str, given: object = None) -> None:
    """Wait until `true`, an expression that may speak of what is `given`, holds in the page.

    A bare expression would be read anew at each look, which the pages' policy forbids; a function is read once.
    """
    page.wait_for_function(f"(given) => {true}", arg=given)


def pause(page: Any, milliseconds: int) -> None:
    """Let some of the page's own time pass, for what would happen in it and must not."""
    page.evaluate("(time) => new Promise((done) => setTimeout(done, time))", milliseconds)


def settle(page: Any) -> None:
    """Wait until the page has answered to what was done: nothing is under way, and nothing comes or changes any more."""
    pause(page, TYPING)
    before, alike, awaited = None, 0, False
    end = monotonic() + PATIENCE
    while alike < (DEAD if awaited else QUIET):
        assert monotonic() < end, "the page never came to rest"
        pause(page, 25)
        requests = page.requests()
        awaited = any(one.failure is None and one.existing_response is None for one in requests)
        now = (len(requests), awaited, page.evaluate(SEEN))
        before, alike = now, alike + 1 if now == before else 0


def unfold(page: Any, *names: str) -> None:
    """Open what is folded away in the parts of these names; it may have to come first."""
    for name in names:
        page.locator(f"details[data-part={name}] > summary").click()
    settle(page)
