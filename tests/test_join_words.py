"""The form in the words of its page: labels in its remarks, handles that can be taken, tags and days as one writes them."""

import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from acquaint.drafting import annotated_template
from acquaint.load.community import without_settings
from acquaint.theme import Theme
from browsers import NEEDED, chromium, serving, settle, unfold, until
from communities import built, write

pytestmark = NEEDED
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SETTINGS = json.dumps({
    "title": {"en": "Aquilo", "de": "Aquilo", "zh": "北风"},
    "languages": ["en", "de", "zh"],
    "reach": {"email": "salve@aquilo.example"},
    "vocabulary": {"skills": {"First aid": {"de": "Erste Hilfe", "zh": "急救"}, "Maps": {"de": "Karten"}}},
    "fields": {"birthday": {"widen": True}},
})  # fmt: skip
ADA = {"nickname": "Ada", "skills": ["First aid", "Rowing"], "name": "Ada Okonkwo", "lang": "en"}
LANTERN = {"nickname": "Lantern"}
WRONG = {
    "headline": "Mara Okonkwo " * 20, "ask_me_about": "Mara Okonkwo", "bio": "I am Mara Okonkwo.", "timezone": "Berlinn",
    "name": "Mara Okonkwo", "introduced_by": "Ada Okonkwo",
}  # fmt: skip
BEHIND_A_COLON = re.compile(r"\b(?:[a-z]+_[a-z_]+|bio|headline|timezone|contact|links)\b")
"""Keys of fields; a word of a sentence is none of them."""
RHYTHM = """() => [...document.querySelectorAll(".field:has(.field__who)")].map((field) =>
    Math.round(field.querySelector(".field__help").getBoundingClientRect().top - field.querySelector(".field__label").getBoundingClientRect().top))"""
FACES = """() => [...document.querySelectorAll("[data-part=panel] img")].map((one) => [new URL(one.src).pathname, one.naturalWidth > 0])"""


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (500, 500), (30, 90, 200)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("words")
    files: dict[str, str | bytes] = {
        "community.yml": SETTINGS,
        "members/ada.yml": json.dumps(ADA),
        "members/ada.jpg": picture(),
        "members/lantern.yml": json.dumps(LANTERN),
    }
    built(write(base / "community", files), base / "site")
    return base / "site" / "public"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture
def visit(browser: Any, site: Path) -> Iterator[Callable[..., Any]]:
    """Opens the form; nothing may be thrown or missing while it is open."""
    contexts, wrong = [], []
    with serving(site) as address:

        def come(path: str = "join/", **settings: Any) -> Any:
            contexts.append(browser.new_context(**settings))
            page = contexts[-1].new_page()
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
            page.goto(address + path)
            page.locator("[data-module=join]:not([hidden])").wait_for(state="attached")
            return page

        yield come
        assert wrong == []
        for context in contexts:
            context.close()


def said(page: Any, field: str) -> Any:
    return page.locator(f"#join-{field}-said")


def file(page: Any) -> str:
    return str(page.locator("[data-door=copy] [data-part=text]").input_value())


@pytest.mark.parametrize(
    ("language", "quoted"),
    [("", "“Introduction”"), ("de/", "„Vorstellung“"), ("zh/", "“自我介绍”")],
)
def test_a_remark_calls_a_field_as_its_label_does(visit: Callable[..., Any], language: str, quoted: str) -> None:
    page = visit(f"{language}join/")
    unfold(page, "more", "inside")
    page.fill("#join-handle", "quill")
    for name, text in WRONG.items():
        page.fill(f"#join-{name}", text)
    page.locator("[data-field=contact] [data-part=text]").fill("mara at post")
    page.focus("#join-nickname")
    for name in (*WRONG, "contact"):
        if name != "name":
            said(page, name).locator("p").first.wait_for(state="attached")
    remarks = page.locator("[data-part=said], [data-part=faults]").all_inner_texts()
    assert len("".join(remarks)) > 200
    assert [BEHIND_A_COLON.findall(text) for text in remarks if BEHIND_A_COLON.search(text)] == []
    labels = {name: page.locator(f"[data-field={name}] .field__label").inner_text() for name in (*WRONG, "contact")}
    for name in ("headline", "ask_me_about", "timezone", "introduced_by", "bio", "contact"):
        assert labels[name] in said(page, name).inner_text(), name
    assert quoted in said(page, "bio").inner_text()
    assert (language == "zh/") == ("“联系方式（电子邮件）”" in said(page, "contact").inner_text())
    assert re.search(r"[一-鿿] “|” [一-鿿]", "".join(remarks)) is None


def test_a_word_that_is_no_handle_is_answered_with_one_that_can_be_taken(visit: Callable[..., Any]) -> None:
    page = visit()
    offer = said(page, "handle").get_by_role("button")
    for typed, proposed in (
        ("Straße 1", "strasse-1"), ("Æsa", "aesa"), ("Mara Okonkwo", "pebble"), ("index", "pebble"), ("Ada", "pebble"),
    ):  # fmt: skip
        page.fill("#join-handle", typed)
        page.focus("#join-headline")
        said(page, "handle").get_by_text(f"Take @{proposed}").wait_for()
        assert offer.count() == 1
        assert "file" not in said(page, "handle").inner_text()
    page.fill("#join-handle", "mara-okonkwo")
    unfold(page, "more", "inside")
    page.fill("#join-name", "Mara Okonkwo")
    said(page, "handle").get_by_text("That is fine").click()
    assert said(page, "handle").inner_text() == "", "a warning may be passed over"
    page.fill("#join-handle", "Straße 1")
    page.focus("#join-headline")
    said(page, "handle").get_by_text("Take @strasse-1").click()
    assert page.input_value("#join-handle") == "strasse-1"
    until(page, "document.querySelector('#join-handle-said').textContent === ''")
    page.locator("[data-door=message]").wait_for()


def test_what_was_erased_is_in_no_store_and_can_be_brought_back(visit: Callable[..., Any]) -> None:
    page = visit()
    erase, undo = page.locator("[data-part=erase]"), page.locator("[data-part=undo]")
    erase.click()
    assert not undo.is_visible(), "there was nothing"
    unfold(page, "more", "inside")
    page.fill("#join-nickname", "Quill")
    page.fill("#join-name", "Mara Okonkwo")
    page.locator("[data-field=city] [data-part=switch]").check()
    page.fill("#join-skills", "Radios,")
    page.set_input_files("#join-avatar", {"name": "me.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    until(page, "document.querySelectorAll('[data-part=panel] img').length === 2")
    until(page, "localStorage.length === 1")
    before = file(page)
    erase.click()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert (page.input_value("#join-nickname"), page.input_value("#join-name")) == ("", "")
    assert page.locator("[data-part=panel] img").count() == 0
    assert page.locator("[data-part=erased]").inner_text() == "Erased."
    settle(page)
    assert page.evaluate("localStorage.length") == 0
    erase.click()
    undo.click()
    until(page, "localStorage.length === 1")
    until(page, "document.querySelectorAll('[data-part=panel] img').length === 2")
    assert file(page) == before
    assert "Mara Okonkwo" in before and page.locator("[data-field=city] [data-part=switch]").is_checked()
    assert not undo.is_visible() and page.evaluate("document.activeElement.dataset.part") == "erase"
    erase.click()
    page.fill("#join-nickname", "Finch")
    undo.click()
    assert page.input_value("#join-nickname") == "Quill"
    undo.click()
    assert page.input_value("#join-nickname") == "Finch", "what was typed in between isn't lost either"
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert not undo.is_visible()


def test_an_erased_interview_comes_back_with_its_consent(visit: Callable[..., Any]) -> None:
    page = visit()
    unfold(page, "interview")
    page.fill("#join-nickname", "Quill")
    for agreed, listing in ((True, "everyone"), (False, "nobody")):
        page.locator("[data-part=agreed]").set_checked(agreed)
        settle(page)
        page.locator("[data-part=erase]").click()
        assert not page.locator("[data-part=agreed]").is_checked()
        page.locator("[data-part=undo]").click()
        assert page.locator("[data-part=agreed]").is_checked() is agreed
        assert page.input_value("#join-listing") == listing
        page.select_option("#join-listing", "everyone")


def test_an_edit_begins_with_the_picture_and_with_tags_as_the_page_spells_them(visit: Callable[..., Any]) -> None:
    page = visit("de/join/?edit=ada")
    until(page, "[...document.querySelectorAll('[data-part=panel] img')].filter((one) => one.complete).length === 2")
    assert page.evaluate(FACES) == [["/members/ada/avatar.jpg", True]] * 2
    skills = page.locator("[data-field=skills]")
    assert skills.locator(".field__chip .field__turn").all_inner_texts() == ["Erste Hilfe", "Rowing"]
    assert skills.locator("[data-part=often]").inner_text() == "+ Karten"
    assert "Erste Hilfe" in page.locator("[data-part=panel] .card").inner_text()
    assert "Erste Hilfe" in page.locator("[data-part=panel] .tags").first.inner_text()
    page.fill("#join-headline", "Ich rudere")
    until(page, "document.querySelector('[data-door=copy] textarea').value.includes('Ich rudere')")
    assert "skills: [First aid, Rowing]" in file(page)
    page.set_input_files("#join-avatar", {"name": "me.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    until(page, "document.querySelector('[data-part=panel] img').src.startsWith('blob:')")
    page.locator("[data-part=discard]").click()
    until(page, "document.querySelector('[data-part=panel] img').src.endsWith('/members/ada/avatar.jpg')")
    without = visit("join/?edit=lantern")
    for tab in (0, 1):
        without.get_by_role("tab").nth(tab).click()
        settle(without)
        assert "Lantern" in without.locator("[data-part=panel]").inner_text()
        assert without.locator("[data-part=panel] img").count() == 0
    without.locator("[data-part=erase]").click()
    without.fill("#join-headline", "I draw")
    settle(without)
    assert "private: [avatar]" in file(without), "there may be a picture that members alone see"


@pytest.mark.parametrize(
    ("language", "order", "day", "month"),
    [("", ["day", "month"], "14", "March"), ("de/", ["day", "month"], "14", "März"), ("zh/", ["month", "day"], "14日", "三月|3月")],
)  # fmt: skip
def test_a_day_of_the_year_is_asked_for_in_the_order_of_the_language(
    visit: Callable[..., Any], language: str, order: list[str], day: str, month: str
) -> None:
    page = visit(f"{language}join/")
    unfold(page, "more", "inside")
    chosen = page.locator("[data-field=birthday] select")
    assert [one.get_attribute("data-part") for one in chosen.all()] == order
    assert page.locator("[data-part=day] option[value='14']").inner_text() == day
    assert re.fullmatch(month, page.locator("[data-part=month] option[value='03']").inner_text())
    page.select_option("[data-part=month]", "03")
    page.select_option("[data-part=day]", "14")
    page.fill("#join-handle", "quill")
    until(page, "document.querySelector('[data-door=copy] textarea').value.includes('birthday: 03-14')")


def test_every_field_has_the_same_rhythm_on_a_phone(visit: Callable[..., Any]) -> None:
    page = visit("zh/join/", **PHONE)
    unfold(page, "more", "inside")
    found = page.evaluate(RHYTHM)
    assert len(found) > 20
    assert len(set(found)) == 1, found


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_file_to_write_by_hand_is_called_in_the_page_s_words(site: Path, language: str) -> None:
    folder = site if language == "en" else site / language
    words = Theme.load().words(language, "pages")
    name = words.say("Handle").lower()
    text = (folder / "join" / "index.html").read_text("utf-8")
    assert f"<code>members/&lt;{name}&gt;.md</code>" in text
    told = Theme.load().words(language, "messages").say("members/<handle>.md")
    assert annotated_template(without_settings(), Theme.load().words(language, "messages")).count(told) == 1
