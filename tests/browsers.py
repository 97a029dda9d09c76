"""A Chromium for the tests that need one, and a way to run the browser's modules in it."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

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
]
NEEDED = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="no Chromium found to run this in"),
]
NOWHERE = "http://modules.test/"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the output belongs to the tests."""


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
    """A running Chromium."""
    assert CHROMIUM is not None, "ACQUAINT_REQUIRE_BROWSER is set, but no Chromium is found"
    load: Any = import_module if REQUIRED else pytest.importorskip
    with load("playwright.sync_api").sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


@contextmanager
def modules(browser: Any) -> Iterator[Any]:
    """A page without anything on it that can import the theme's modules, as they are sent, from ./js/."""
    scripts = {f"{NOWHERE}{name.removeprefix('assets/')}": content for name, content in Theme.load().scripts()}

    def answer(route: Any) -> None:
        body = scripts.get(route.request.url, b"<!doctype html><title>Modules</title>")
        kind = "text/javascript" if route.request.url in scripts else "text/html"
        route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

    page = browser.new_page()
    page.route(f"{NOWHERE}**", answer)
    page.goto(NOWHERE)
    yield page
    page.close()
