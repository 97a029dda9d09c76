"""Handles on the join page: one rule to propose them, and no way out that opens before there is one."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.arrivals.naming import NEUTRAL, proposal, refusal
from acquaint.introduction import MOST_OF_A_HANDLE, RESERVED
from browsers import NEEDED, chromium, modules, serving, settle, unfold
from chance import examples
from communities import built, found, write

TABLE = json.loads((Path(__file__).parent / "joining" / "handles.json").read_text("utf-8"))
RULES = {"handle": {"most": MOST_OF_A_HANDLE, "reserved": sorted(RESERVED)}}
PROPOSE = """async ([asked, rules]) => {
    const { proposal } = await import("./js/join/handles.js");
    return Promise.all(asked.map(([nickname, taken]) => proposal(nickname, rules, (handle) => taken.includes(handle))));
}"""
JUDGE = """async ([words, rules]) => {
    const { isHandle } = await import("./js/join/handles.js");
    return words.map((word) => isHandle(word, rules));
}"""
LETTERS = st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=("Cs", "Cn", "Co")), max_size=60)
SETTINGS = json.dumps({
    "title": "Aquilo",
    "reach": {"email": "salve@aquilo.example"},
    "repository": {"url": "https://github.com/aquilo/people", "visibility": "private"},
    "join": {"doors": ["message", "pull-request", "download", "copy"]},
})  # fmt: skip
BIO = "I **draw**.\n\nname: is what I never give\n\n- one\n- two"
MEMBERS = {
    "members/ada.yml": json.dumps({"nickname": "Ada", "headline": "I draw: rivers", "bio": BIO}),
    "members/ben.yaml": json.dumps({"nickname": "Ben", "bio": "I sing."}),
    "members/north/cleo.md": "---\nnickname: Cleo\n---\n",
    "members/dora.md": "---\nnickname: Dora\n---\n\nI bake.\n",
    "members/lantern.md": "---\nnickname: Lantern\n---\n",
}
DOORS = ("message", "pull-request", "download", "copy")
HELD = """() => [...document.querySelectorAll("[data-part=doors] textarea")].map((one) => one.value)
    .concat([...document.querySelectorAll("[data-part=doors] :is([data-part=how], [data-part=done])")].map((one) => one.textContent))"""
LED = """() => [...document.querySelectorAll("[data-part=doors] a")].map((one) => one.getAttribute("href"))"""
AT_FIRST = ["#join-handle", "mailto:salve@aquilo.example", "https://github.com/aquilo/people"]


@pytest.mark.parametrize("case", TABLE["proposals"], ids=lambda case: case["nickname"])
def test_python_proposes_what_the_table_says(case: dict[str, Any]) -> None:
    assert proposal(case["nickname"], case["taken"]) == case["handle"]


def test_python_takes_the_handles_of_the_table() -> None:
    assert [word for word in TABLE["handles"] if refusal(word, ())] == []
    assert [word for word in TABLE["none"] if not refusal(word, ())] == []


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def bare(browser: Any) -> Iterator[Any]:
    with modules(browser) as page:
        yield page


@pytest.mark.browser
@NEEDED[1]
def test_the_browser_proposes_what_the_table_says(bare: Any) -> None:
    asked = [[case["nickname"], case["taken"]] for case in TABLE["proposals"]]
    assert bare.evaluate(PROPOSE, [asked, RULES]) == [case["handle"] for case in TABLE["proposals"]]
    assert bare.evaluate('async () => (await import("./js/join/handles.js")).NEUTRAL') == list(NEUTRAL)


@pytest.mark.browser
@NEEDED[1]
def test_the_browser_takes_the_handles_of_the_table(bare: Any) -> None:
    words = [*TABLE["handles"], *TABLE["none"]]
    told = dict(zip(words, bare.evaluate(JUDGE, [words, RULES]), strict=True))
    assert told == dict.fromkeys(TABLE["handles"], True) | dict.fromkeys(TABLE["none"], False)


@pytest.mark.browser
@NEEDED[1]
@examples(40)
@given(nicknames=st.lists(LETTERS, min_size=1, max_size=30))
def test_python_and_the_browser_propose_the_same_for_any_nickname(bare: Any, nicknames: list[str]) -> None:
    taken = ["lantern", "aa"]
    proposed = bare.evaluate(PROPOSE, [[[nickname, taken] for nickname in nicknames], RULES])
    assert proposed == [proposal(nickname, taken) for nickname in nicknames]
    assert bare.evaluate(JUDGE, [proposed, RULES]) == [True] * len(nicknames)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    base = tmp_path_factory.mktemp("handles")
    built(write(base / "community", {"community.yml": SETTINGS, **MEMBERS}), base / "site")
    with serving(base / "site" / "public") as served:
        yield f"{served}join/"


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens the form; nothing may be thrown while it is open."""
    contexts, wrong = [], []

    def come(query: str = "") -> Any:
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 900}))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address + query)
        page.locator("[data-module=join]:not([hidden])").wait_for(state="attached")
        return page

    yield come
    assert wrong == []
    for context in contexts:
        context.close()


def handle(page: Any) -> Any:
    """What stands as the handle once the page has looked up who has which."""
    settle(page)
    return page.input_value("#join-handle")


def open_doors(page: Any) -> list[str]:
    settle(page)
    return [name for name in DOORS if page.locator(f"[data-door={name}]").is_visible()]


@pytest.mark.browser
@NEEDED[1]
def test_nothing_stands_in_any_door_while_the_draft_is_empty(visit: Callable[..., Any]) -> None:
    page = visit()
    for _ in range(2):
        assert open_doors(page) == []
        assert set(page.evaluate(HELD)) == {""}
        assert page.evaluate(LED) == AT_FIRST
        page.focus("#join-nickname")


@pytest.mark.browser
@NEEDED[1]
@pytest.mark.parametrize("typed", ["", "Mara Okonkwo", "quill-", "index", "小明"])
def test_doors_stay_closed_until_the_handle_can_be_one(visit: Callable[..., Any], typed: str) -> None:
    page = visit()
    page.fill("#join-nickname", "Quill")
    assert open_doors(page) == list(DOORS)
    page.fill("#join-handle", typed)
    assert open_doors(page) == []
    assert set(page.evaluate(HELD)) == {""}
    assert page.evaluate(LED) == AT_FIRST
    closed = page.locator("[data-part=closed]")
    assert "it takes a handle" in closed.inner_text()
    closed.get_by_role("link").click()
    assert page.evaluate("document.activeElement.id") == "join-handle"
    page.fill("#join-handle", "mara")
    assert open_doors(page) == list(DOORS)
    assert not closed.is_visible()
    led = "\n".join(unquote(one) for one in page.evaluate(LED))
    assert "subject=Introduction of @mara" in led and "filename=members/mara.md" in led


@pytest.mark.browser
@NEEDED[1]
def test_who_writes_chinese_has_a_handle_that_is_free(visit: Callable[..., Any]) -> None:
    page = visit()
    page.fill("#join-nickname", "小明")
    assert open_doors(page) == list(DOORS)
    assert page.input_value("#join-handle") == "pebble", "somebody is called lantern"
    assert "[handle]: pebble" in page.locator("[data-door=message] textarea").input_value()


@pytest.mark.browser
@NEEDED[1]
def test_a_proposal_is_never_taken_and_never_in_the_way_of_what_was_typed(visit: Callable[..., Any]) -> None:
    page = visit()
    page.fill("#join-nickname", "Ada")
    assert handle(page) == "pebble"
    page.fill("#join-nickname", "Adam")
    assert handle(page) == "adam"
    page.locator("#join-handle").focus()
    page.keyboard.type("mine")
    page.fill("#join-nickname", "Quill")
    assert handle(page) == "mine"


@pytest.mark.browser
@NEEDED[1]
def test_a_proposal_never_comes_from_the_name(visit: Callable[..., Any]) -> None:
    page = visit()
    unfold(page, "inside")
    page.fill("#join-name", "Mara Okonkwo")
    settle(page)
    assert page.input_value("#join-handle") == ""
    page.fill("#join-nickname", "小明")
    assert handle(page) == "pebble"


@pytest.mark.browser
@NEEDED[1]
def test_the_next_person_is_proposed_a_handle_again(visit: Callable[..., Any]) -> None:
    page = visit()
    page.fill("#join-nickname", "Quill")
    page.locator("[data-part=erase]").click()
    assert (open_doors(page), page.input_value("#join-handle")) == ([], "")
    page.fill("#join-nickname", "Finch")
    assert page.input_value("#join-handle") == "finch"


@pytest.mark.browser
@NEEDED[1]
def test_the_handle_of_who_is_changed_stays_as_it_is(visit: Callable[..., Any]) -> None:
    page = visit("?edit=ada")
    assert page.evaluate("document.querySelector('#join-handle').readOnly")
    page.fill("#join-nickname", "Quill")
    page.focus("#join-handle")
    page.keyboard.type("x")
    page.locator("[data-part=erase]").click()
    settle(page)
    assert page.input_value("#join-handle") == "ada"


@pytest.mark.browser
@NEEDED[1]
@pytest.mark.parametrize("file", ["ada.yml", "ben.yaml", "dora.md"])
def test_a_change_is_written_as_the_file_is_and_under_its_name(
    visit: Callable[..., Any], tmp_path: Path, file: str
) -> None:
    page = visit(f"?edit={file.partition('.')[0]}")
    assert open_doors(page) == list(DOORS)
    go = page.locator("[data-door=pull-request] [data-part=go]")
    assert go.get_attribute("href") == f"https://github.com/aquilo/people/edit/main/members/{file}"
    with page.expect_download() as download:
        page.locator("[data-door=download] [data-part=save]").click()
    assert download.value.suggested_filename == file
    text = Path(download.value.path()).read_text("utf-8")
    assert page.locator("[data-door=copy] textarea").input_value() == text
    pasted = page.locator("[data-door=pull-request] textarea")
    assert pasted.input_value() == "", "nothing is changed yet"
    assert text.startswith("---") == file.endswith(".md")
    errors = [
        one
        for one in found(tmp_path, {"community.yml": SETTINGS, f"members/{file}": text})
        if one.law.severity == "error"
    ]
    assert errors == []
    assert ("I **draw**." in text) == (file == "ada.yml")
    page.fill("#join-headline", "I row")
    settle(page)
    assert pasted.input_value() == "headline: I row"


@pytest.mark.browser
@NEEDED[1]
def test_whose_file_nobody_may_know_gets_a_message_and_a_text(visit: Callable[..., Any]) -> None:
    page = visit("?edit=cleo")
    assert open_doors(page) == ["message", "copy"]
    assert [one for one in page.evaluate(LED) if "members/" in unquote(one)] == []
    page.fill("#join-headline", "I row")
    assert open_doors(page) == ["message", "copy"]
    assert "I row" in page.locator("[data-door=copy] textarea").input_value()
