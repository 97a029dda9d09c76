"""Modules joined into one do what they did: names stay their own, others' stay imports, and what isn't understood stays."""

import gzip
from collections.abc import Iterator
from typing import Any

import pytest

from acquaint.render.scripts.bundle import bundled
from acquaint.theme import Theme
from browsers import NEEDED, NOWHERE, chromium

MODULES = {
    "js/join/join.js": b"""import { double as twice } from "./sums.js";
import { say } from "../words.js";
const count = 2;
export function start() { return say(twice(count)); }
export async function more() { const { last } = await import("./late.js"); return last(); }
""",
    "js/join/sums.js": b"const count = 10;\nexport function double(n) { return n * 2 + count; }\nexport const ZERO = 0;\n",
    "js/join/late.js": b"""import { double } from "./sums.js";
import { Pair } from "./pair.js";
const count = 5;
export function last() { return new Pair(double(count), count).text(); }
""",
    "js/join/pair.js": b"""export class Pair {
constructor(a, b) { Object.assign(this, { a, b }); }
text() { return `${this.a} ${this.b}`; }
}
""",
}
WORDS = b"export function say(n) { return `says ${n}`; }"
ENTRY = "js/join/join.js"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


def said(browser: Any, files: dict[str, bytes]) -> list[str]:
    """What the entry of `files` says at once, and what it says later."""
    sent = {f"{NOWHERE}{name}": content for name, content in {**files, "js/words.js": WORDS}.items()}
    page = browser.new_page()

    def answer(route: Any) -> None:
        known = route.request.url in sent
        body = sent.get(
            route.request.url, b"<!doctype html><title>Modules</title>" if route.request.url == NOWHERE else b"no"
        )
        kind = "text/javascript" if known else "text/html"
        route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

    page.route(f"{NOWHERE}**", answer)
    page.goto(NOWHERE)
    answers: list[str] = page.evaluate(
        "async (at) => { const { start, more } = await import(at); return [start(), await more()]; }", f"./{ENTRY}"
    )
    page.close()
    return answers


@pytest.mark.browser
@NEEDED[1]
def test_joined_modules_say_what_they_said_one_by_one(browser: Any) -> None:
    joined = bundled(MODULES, ENTRY)
    assert set(joined) == {ENTRY, "js/join/late.js"}
    assert said(browser, joined) == said(browser, MODULES) == ["says 14", "20 5"]


def test_what_both_files_need_is_sent_once() -> None:
    joined = bundled(MODULES, ENTRY)
    assert sum(b"*2+" in content for content in joined.values()) == 1


@pytest.mark.parametrize(
    "line",
    [
        b'import Thing from "./sums.js";',
        b'import * as sums from "./sums.js";',
        b'export { double } from "./sums.js";',
        b"export default 3;",
        b'import { start } from "./join.js";',
    ],
)
def test_a_form_that_is_not_known_leaves_the_modules_as_they_are(line: bytes) -> None:
    modules = {**MODULES, "js/join/sums.js": line + b"\n" + MODULES["js/join/sums.js"]}
    assert bundled(modules, ENTRY) == modules


def test_our_own_modules_can_be_joined_and_weigh_less_that_way() -> None:
    modules = {name: content for name, content in Theme.load().scripts() if name.startswith("js/join/")}
    joined = bundled(modules, ENTRY)
    later = ("answering", "chips", "editing", "finders", "interview", "portrait")
    assert set(joined) == {ENTRY, *(f"js/join/{name}.js" for name in later)}
    assert sum(len(gzip.compress(c)) for c in joined.values()) < sum(len(gzip.compress(c)) for c in modules.values())
