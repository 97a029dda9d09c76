"""The form to join in a browser: from the first word to a message, and nothing that leaks on the way."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote
from urllib.request import urlopen

import pytest
from PIL import Image

from browsers import NEEDED, chromium, serving, settle, unfold
from communities import built, write

pytestmark = NEEDED
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
WIDE = {"viewport": {"width": 1280, "height": 900}}
PRIVATE = ("Okonkwo", "mara@post.example", "Nordwerk", "Nova domus")
SETTINGS: dict[str, Any] = {
    "title": "Aquilo",
    "languages": ["en", "de"],
    "reach": {"email": "salve@aquilo.example"},
    "repository": {"url": "https://github.com/aquilo/people", "visibility": "private"},
    "join": {"doors": ["message", "pull-request", "download", "copy"]},
    "vocabulary": {"skills": {"Kubernetes": {"also": ["k8s"]}}},
    "fields": {"walk": {"type": "text", "label": "Favourite walk", "help": "Where to?", "visibility": "public"}},
}
ADA = {
    "nickname": "Ada", "headline": {"en": "I draw rivers", "de": "Ich zeichne Flüsse"}, "skills": ["Kubernetes", "Maps"],
    "offers": ["A look at your map", {"text": "Nova domus", "for": "members"}], "country": "DE", "languages": ["en"],
    "links": {"Blog": "https://ada.example"}, "availability": [{"mentoring": "2027-01-31"}], "bio": "I **draw**.\n\n- one\n- two",
    "name": "Ada Okonkwo", "company": "Nordwerk", "contact": {"email": "mara@post.example"},
}  # fmt: skip
TRAP = """window.tried = [];
for (const [object, name] of [[window, "open"], [HTMLAnchorElement.prototype, "click"]]) {
    const real = object[name];
    object[name] = function (...given) { window.tried.push(String(given[0] ?? this.href)); return real.apply(this, given); };
}"""
WITHOUT_CLIPBOARD = """Object.defineProperty(navigator, "clipboard", { value: undefined });
document.execCommand = () => false; navigator.share = undefined;"""
ADDRESSES = """() => [location.href, ...window.tried ?? [], ...[...document.querySelectorAll("[href], [src]")]
    .map((one) => one.getAttribute("href") ?? one.getAttribute("src"))]"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Gives the address of the public edition whose repository is `private` or `public`."""
    base = tmp_path_factory.mktemp("join")
    for visibility in ("private", "public"):
        repository = {**SETTINGS["repository"], "visibility": visibility}
        settings = json.dumps({**SETTINGS, "repository": repository})
        member = ADA if visibility == "private" else {"nickname": "Ada"}
        files = {"community.yml": settings, "members/ada.yml": json.dumps(member)}
        built(write(base / visibility / "community", files), base / visibility / "site")
    with serving(base) as address:
        yield lambda visibility: f"{address}{visibility}/site/public/"


class Visitor:
    """Somebody at the form; whom the page asked is remembered."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.context = browser.new_context(**{**WIDE, "permissions": ["clipboard-read", "clipboard-write"], **context})
        self.context.add_init_script(TRAP)
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url + str(request.post_data or "")))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.open(address)

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.page.locator("[data-module=join]:not([hidden])").wait_for(state="attached")

    def part(self, name: str, inside: str = "") -> Any:
        return self.page.locator(f"{inside} [data-part={name}]")

    def unfold(self, *names: str) -> None:
        unfold(self.page, *names)

    def settle(self) -> None:
        settle(self.page)

    def introduce(self) -> None:
        """Fill in some of everything, private values too."""
        self.page.fill("#join-nickname", "Quill")
        self.page.fill("#join-headline", "I turn long letters into short ones")
        self.part("text", "[data-field=offers]").fill("Reading two pages")
        self.part("add", "[data-field=offers]").click()
        self.part("text", "[data-field=offers]").nth(1).fill("Nova domus")
        self.part("for", "[data-field=offers]").nth(1).check()
        self.unfold("more", "inside")
        self.page.fill("#join-skills", "k8s，Writing、")
        self.page.select_option("#join-country", "DE")
        self.page.fill("#join-walk", "To the lighthouse")
        self.page.fill("#join-bio", "I am Mara Okonkwo, and I **write**.\n\n- one")
        self.page.fill("#join-name", "Mara Okonkwo")
        self.page.fill("#join-company", "Nordwerk")
        self.part("text", "[data-field=contact]").fill("mara@post.example")
        self.settle()

    def message(self) -> str:
        return str(self.part("text", "[data-door=message]").input_value())


@pytest.fixture
def visit(browser: Any, site: Callable[[str], str]) -> Iterator[Callable[..., Visitor]]:
    there: list[Visitor] = []

    def come(path: str = "join/", visibility: str = "private", **context: Any) -> Visitor:
        there.append(Visitor(browser, site(visibility) + path, **context))
        return there[-1]

    yield come
    for one in there:
        assert one.wrong == []
        one.context.close()


def test_on_a_phone_one_gets_from_the_form_to_a_copied_message(visit: Callable[..., Visitor]) -> None:
    one = visit(**PHONE)
    one.introduce()
    assert one.page.input_value("#join-handle") == "quill"
    one.part("look").click()
    assert "I turn long letters into short ones" in one.part("panel").inner_text()
    one.part("done", "dialog").click()
    first = one.page.locator("[data-door]").first
    assert first.get_attribute("data-door") == "message"
    one.part("copy", "[data-door=message]").click()
    one.page.get_by_text("Copied").first.wait_for()
    copied = one.page.evaluate("navigator.clipboard.readText()")
    assert copied == one.message()
    for said in (
        "quill",
        "Reading two pages",
        "Kubernetes" if "Kubernetes" in copied else "k8s",
        "To the lighthouse",
        *PRIVATE,
    ):
        assert said in copied


def test_in_an_app_s_browser_the_message_is_selected_to_be_copied_by_hand(
    visit: Callable[..., Visitor], browser: Any
) -> None:
    one = visit(**PHONE)
    one.page.evaluate(WITHOUT_CLIPBOARD)
    one.introduce()
    one.part("copy", "[data-door=message]").click()
    one.settle()
    assert one.page.evaluate("document.activeElement.dataset.part") == "text"
    chosen = "(field => field.value.slice(field.selectionStart, field.selectionEnd))(document.activeElement)"
    assert one.page.evaluate(chosen) == one.message()


@pytest.mark.parametrize("visibility", ["private", "public"])
def test_no_private_value_is_in_any_address_or_request(visit: Callable[..., Visitor], visibility: str) -> None:
    one = visit(visibility=visibility)
    one.introduce()
    one.page.fill("#join-skills", "Nordwerk，Maps，")
    one.part("text", "[data-field=working_on]").fill("A book on Nordwerk")
    links = ("Mara Okonkwo", "https://m.example"), ("Blog", "https://b.example/%4Fkonkwo"), ("Work", "nordwerk.example")
    for at, (label, url) in enumerate((*links, ("River", "https://river.example"))):
        if at:
            one.part("add", "[data-field=links]").click()
        one.part("key", "[data-field=links]").nth(at).fill(label)
        one.part("text", "[data-field=links]").nth(at).fill(url)
    one.settle()
    one.page.locator("#join-tab-members").click()
    for name in ("message", "copy"):
        one.part("copy", f"[data-door={name}]").click()
    with one.page.expect_download():
        one.part("save", "[data-door=download]").click()
    one.settle()
    told = "\n".join(unquote(text) for text in (*one.page.evaluate(ADDRESSES), *one.asked))
    assert [value for value in PRIVATE if value.casefold() in told.casefold()] == []
    assert ("https://river.example" in told) == (visibility == "public")
    assert "subject=" in told
    assert "body=" not in told
    assert ("Reading two pages" in told) == (visibility == "public"), (
        "the address holds the public part where all may read"
    )


def test_the_page_asks_nobody_but_its_own_site(visit: Callable[..., Visitor], site: Callable[[str], str]) -> None:
    one = visit()
    one.introduce()
    asked = [url for url in one.asked if not url.startswith(site("private")) and not url.startswith("blob:")]
    assert asked == []
    assert len(one.asked) < 60


def test_a_public_repository_gets_no_private_value(visit: Callable[..., Visitor]) -> None:
    one = visit(visibility="public")
    one.introduce()
    with one.page.expect_download() as download:
        one.part("save", "[data-door=download]").click()
    assert download.value.suggested_filename == "quill.md"
    file = Path(download.value.path()).read_text("utf-8")
    assert "To the lighthouse" in file
    assert "I am Quill, and I **write**" in file
    assert [value for value in PRIVATE if value in file] == []
    rest = str(one.part("text", "[data-part=rest]").input_value())
    assert [value for value in PRIVATE if value not in rest] == []
    assert "Reading two pages" not in rest
    one.part("open", "[data-field=name]")


def test_what_is_too_long_for_an_address_is_pasted(visit: Callable[..., Visitor]) -> None:
    one = visit(visibility="public")
    one.introduce()
    link = one.part("go", "[data-door=pull-request]")
    assert 300 < len(str(link.get_attribute("href"))) <= 6000
    assert not one.part("text", "[data-door=pull-request]").is_visible()
    one.page.fill("#join-bio", "Ich zeichne Flüsse. " * 190)
    one.settle()
    assert len(str(link.get_attribute("href"))) < 100
    assert "Ich zeichne Flüsse" in one.part("text", "[data-door=pull-request]").input_value()


def test_a_private_repository_gets_the_whole_file_by_the_clipboard(visit: Callable[..., Visitor]) -> None:
    one = visit()
    one.introduce()
    link = one.part("go", "[data-door=pull-request]")
    assert link.get_attribute("href") == "https://github.com/aquilo/people/new/main?filename=members/quill.md"
    text = str(one.part("text", "[data-door=pull-request]").input_value())
    assert [value for value in PRIVATE if value not in text] == []


def test_what_gives_the_name_away_is_shown_as_strangers_will_read_it(visit: Callable[..., Visitor]) -> None:
    one = visit()
    one.introduce()
    said = one.part("said", "[data-field=bio]")
    one.page.focus("#join-bio")
    one.page.keyboard.press("Tab")
    one.settle()
    assert "I am Quill" in said.inner_text()
    shown = one.part("panel")
    assert "Okonkwo" not in shown.inner_text()
    one.page.locator("#join-tab-members").click()
    assert "Mara Okonkwo" in shown.inner_text()
    said.get_by_role("button").first.click()
    assert said.inner_text() == ""


def test_a_problem_stands_beside_its_field_and_before_the_doors(visit: Callable[..., Visitor]) -> None:
    one = visit()
    one.page.fill("#join-handle", "Not A Handle")
    one.page.keyboard.press("Tab")
    one.settle()
    assert one.page.get_attribute("#join-handle", "aria-invalid") == "true"
    assert "join-handle-said" in str(one.page.get_attribute("#join-handle", "aria-describedby"))
    assert "lower-case" in one.page.inner_text("#join-handle-said")
    one.part("faults").get_by_role("button").click()
    assert one.page.evaluate("document.activeElement.id") == "join-handle"
    one.page.fill("#join-handle", "fine")
    one.settle()
    assert one.part("faults").inner_text() == ""


def test_a_handle_that_somebody_has_is_told(visit: Callable[..., Visitor]) -> None:
    one = visit()
    one.page.fill("#join-handle", "ada")
    one.page.keyboard.press("Tab")
    told = one.page.get_by_text("@ada already")
    told.first.wait_for(state="attached")
    assert told.count() >= 1


def test_the_draft_is_kept_without_private_values_and_can_be_erased(visit: Callable[..., Visitor]) -> None:
    one = visit()
    kept = "JSON.stringify({...localStorage})"
    assert one.page.evaluate(kept) == "{}", "nothing is kept before anything is typed"
    one.introduce()
    one.part("switch", "[data-field=walk]").check()
    one.settle()
    stored = one.page.evaluate(kept).replace("I am Mara Okonkwo", "")
    assert [value for value in (*PRIVATE, "lighthouse") if value in stored] == []
    one.open(one.page.url)
    assert one.page.input_value("#join-headline") == "I turn long letters into short ones"
    assert one.part("switch", "[data-field=walk]").is_checked(), "typed again, it would be public otherwise"
    assert one.page.input_value("#join-name") == ""
    one.part("keep-private").check()
    one.page.fill("#join-name", "Mara Okonkwo") if one.page.is_visible("#join-name") else one.unfold("inside")
    one.page.fill("#join-name", "Mara Okonkwo")
    one.settle()
    assert "Mara Okonkwo" in one.page.evaluate(kept).replace("I am Mara Okonkwo", "")
    one.part("erase").click()
    one.settle()
    assert (one.page.evaluate(kept), one.page.input_value("#join-headline")) == ("{}", "")


def test_an_edit_begins_with_what_is_public(visit: Callable[..., Visitor]) -> None:
    one = visit("join/?edit=ada")
    assert one.page.input_value("#join-headline") == "I draw rivers"
    assert one.page.input_value("#join-handle") == "ada"
    assert "stays as it is, unless you give it anew" in one.part("editing").inner_text()
    assert "Ich zeichne Flüsse" in one.message()
    assert one.message().startswith("A change of my introduction")
    href = one.part("go", "[data-door=pull-request]").get_attribute("href")
    assert href == "https://github.com/aquilo/people/edit/main/members/ada.yml"
    assert one.page.evaluate("localStorage.length") == 0, "it is no draft of one's own"
    assert visit("join/?edit=nobody-here").part("editing").is_visible()


def test_an_edit_keeps_the_language_of_the_introduction_whatever_the_page_s(visit: Callable[..., Visitor]) -> None:
    one = visit("de/join/?edit=ada")
    assert one.page.input_value("#join-headline") == "I draw rivers"
    assert "[lang]" not in one.message()


def test_the_form_is_filled_in_by_keyboard_alone(visit: Callable[..., Visitor]) -> None:
    one = visit()
    keyboard = one.page.keyboard
    one.page.focus("#join-nickname")
    keyboard.type("Quill")
    reached = []
    for _ in range(60):
        keyboard.press("Tab")
        reached.append(one.page.evaluate("document.activeElement.id || document.activeElement.dataset.part"))
        if reached[-1] == "join-headline":
            keyboard.type("I write")
        if reached[-1] == "text" and one.page.evaluate("Boolean(document.activeElement.closest('[data-field=asks]'))"):
            keyboard.type("A room")
            keyboard.press("Enter")
            keyboard.type("A desk")
        if reached[-1] == "copy":
            keyboard.press("Enter")
            break
    one.page.get_by_text("Copied").first.wait_for()
    copied = one.page.evaluate("navigator.clipboard.readText()")
    assert all(text in copied for text in ("Quill", "I write", "A room", "A desk"))


def test_an_interview_lists_nobody_until_they_agree(visit: Callable[..., Visitor]) -> None:
    one = visit()
    one.unfold("interview")
    assert one.part("question", "[data-field=headline]").is_visible()
    one.page.focus("#join-nickname")
    one.page.keyboard.type("Quill")
    one.page.keyboard.press("Alt+ArrowDown")
    assert one.page.evaluate("document.activeElement.id") == "join-handle"
    one.page.keyboard.press("Alt+ArrowUp")
    assert one.page.evaluate("document.activeElement.id") == "join-nickname"
    one.settle()
    assert "nobody" in one.message()
    one.part("agreed").check()
    one.settle()
    assert "nobody" not in one.message()


def test_a_picture_is_written_anew_without_metadata(visit: Callable[..., Visitor]) -> None:
    one = visit()
    out = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    Image.new("RGB", (900, 600), (200, 30, 30)).save(out, "JPEG", exif=exif, comment=b"SecretComment")
    one.page.fill("#join-handle", "quill")
    one.unfold("more")
    one.page.set_input_files("#join-avatar", {"name": "me.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()})
    one.part("crop").wait_for()
    one.page.focus("[data-part=canvas]")
    one.page.keyboard.press("+")
    one.page.keyboard.press("ArrowLeft")
    with one.page.expect_download() as download:
        one.part("save", "[data-field=avatar]").click()
    assert download.value.suggested_filename == "quill.jpg"
    content = Path(download.value.path()).read_bytes()
    assert b"Secret" not in content
    assert b"Exif" not in content
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.size) == ("JPEG", (416, 416))
    one.settle()
    assert one.part("panel").locator("img").count() == 2


def test_without_scripts_the_template_says_what_to_do(browser: Any, site: Callable[[str], str]) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site('private')}join/")
        assert not page.is_visible("[data-module=join]")
        assert "JavaScript" in page.inner_text("noscript")
        page.locator("summary").last.click()
        with context.expect_page() as opened:
            page.locator(".by-hand a[href='template.txt']").click()
        template = opened.value.inner_text("body")
        assert template.startswith("---")
        assert "walk:" in template
        assert page.locator(".by-hand").get_by_text("salve@aquilo.example").is_visible()


def test_the_internal_edition_has_no_form(site: Callable[[str], str]) -> None:
    inside = site("private").replace("/public/", "/internal/")
    with urlopen(inside) as answer:
        assert "join/" not in answer.read().decode()
    with pytest.raises(HTTPError):
        urlopen(f"{inside}join/")
