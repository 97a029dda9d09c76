"""Drives a Chromium through the search of a served folder, as visitors would, and gives what it measured."""

import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from questions import TEXTS, questions, typed
from serving import Sent

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-precise-memory-info",
    "--js-flags=--expose-gc",
    # A frame as soon as there is something to show: else the wait for the screen's next would be measured.
    "--disable-frame-rate-limit",
    "--disable-gpu-vsync",
]
PHONE, SCREEN = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=800)
KINDS = {"html": "html", "css": "css", "js": "js", "svg": "icon"}
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """Bytes, compressed: of the first visit and of what follows once the search is opened, by kind."""

    first: dict[str, int]
    opened: dict[str, int]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one question costs from an empty cache: bytes and requests, without the cards and with them."""

    text: str
    data: int
    cards: int
    requests: int
    found: int


@dataclass(frozen=True, slots=True)
class Key:
    """One letter: milliseconds to answer, and with what the engine does before that."""

    text: str
    answer: float
    both: float


@dataclass(frozen=True, slots=True)
class Typed:
    """Every letter of every round; of the same letter the quickest round alone; bytes of the heap."""

    keys: list[Key]
    quickest: list[Key]
    heap: int


@dataclass(frozen=True, slots=True)
class Painted:
    """Milliseconds until the list was painted: of every letter in every round, and by text of the quickest round."""

    every: list[float]
    quickest: dict[str, float]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


def visit(browser: Browser, address: str, sent: Sent) -> Visit:
    """Open the directory on a phone, do nothing; then tap the search field."""
    with _page(browser, f"{address}index.html", PHONE, sent) as page:
        page.wait_for_load_state("networkidle")
        first = _by_kind(sent)
        sent.clear()
        page.locator("[data-part=text]").focus()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        return Visit(first, _by_kind(sent))


def fetched(browser: Browser, address: str, sent: Sent) -> list[Fetched]:
    """What each question fetches until its first cards can be shown."""
    return [_fetched(browser, f"{address}blank/", sent, question) for question in questions()]


def _fetched(browser: Browser, address: str, sent: Sent, question: dict[str, Any]) -> Fetched:
    sizes: dict[str, tuple[int, int]] = {}
    with _page(browser, address, SCREEN, sent) as page:
        page.expose_function("told", lambda step: sizes.update({step: _search(sent)}))
        found = _call(page, "firstResults", question)
    (data, _), (everything, requests) = sizes["data"], sizes["cards"]
    return Fetched(question["text"] or " ".join(question["filters"]), data, everything - data, requests, found)


def keystrokes(browser: Browser, address: str, sent: Sent) -> Typed:
    """How long the engine takes for each letter once everything is loaded."""
    with _page(browser, f"{address}blank/", SCREEN, sent) as page:
        told = _call(page, "keystrokes", typed(), ROUNDS)
    rounds = [[Key(key["text"], key["answer"], key["both"]) for key in found] for found in told["times"]]
    quickest = [min(same, key=lambda key: key.answer) for same in zip(*rounds, strict=True)]
    return Typed([key for found in rounds for key in found], quickest, told["heap"])


def paints(browser: Browser, address: str, sent: Sent, size: ViewportSize) -> Painted:
    """How long each letter takes that is typed into the directory's page; on a wide one beside its filters."""
    with _page(browser, f"{address}index.html", size, sent) as page:
        page.keyboard.press("/")
        page.wait_for_load_state("networkidle")
        rounds: list[list[dict[str, Any]]] = _call(page, "paints", [texts[0] for texts in TEXTS.values()], ROUNDS)
    quickest = [min(same, key=lambda key: float(key["time"])) for same in zip(*rounds, strict=True)]
    every = [key["time"] for found in rounds for key in found]
    return Painted(every, {key["text"]: key["time"] for key in quickest})


def percentile(values: list[float], percent: int) -> float:
    """The value that `percent` of `values` don't exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def middle(values: list[float]) -> float:
    """The median."""
    return statistics.median(values)


@contextmanager
def _page(browser: Browser, address: str, size: ViewportSize, sent: Sent) -> Iterator[Page]:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    sent.clear()
    page.goto(address)
    yield page
    context.close()


def _call(page: Page, name: str, *arguments: Any) -> Any:
    """Call a function of measure.js in `page`."""
    return page.evaluate(f"async (given) => (await import('/blank/measure.js')).{name}(...given)", list(arguments))


def _by_kind(sent: Sent) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for path, size in sent:
        kind = "data" if path.startswith("search/") else KINDS.get(path.rpartition(".")[2], "html")
        sizes[kind] = sizes.get(kind, 0) + size
    return sizes


def _search(sent: Sent) -> tuple[int, int]:
    """Bytes and requests below search/."""
    sizes = [size for path, size in sent if path.startswith("search/")]
    return sum(sizes), len(sizes)
