"""The picture of a member that is made in the browser: its lines in any script, and what one gets to save."""

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from acquaint.render.initials import PATTERNS
from acquaint.theme import Theme
from browsers import NEEDED, REQUIRED, chromium, modules, serving
from chance import examples

load: Any = import_module if REQUIRED else pytest.importorskip
sync_api = load("playwright.sync_api")
pytestmark = NEEDED
CARD = {
    "name": "Ada",
    "headline": "I untangle slow data pipelines",
    "letters": "A",
    "picture": "",
}
ARABIC = {**CARD, "name": "سلمى", "headline": "أحب الخط العربي", "letters": "س"}
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Share</title><meta property="og:site_name" content="Northlight"><link rel="stylesheet" href="assets/style.css">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'">
<script type="module" src="assets/js/site.js"></script>
<p data-head="headline">%(headline)s</p><section data-told="skills tags" data-open="all"><h3>Skills</h3><ul><li>Python</li></ul></section>
<div data-part="passed" data-handle="ada" data-name="%(name)s" data-place="" data-address="https://people.example/members/ada/" data-letters="%(letters)s" data-hue="4" data-pattern="4" data-picture="%(picture)s">
<details><summary>Picture</summary><div data-module="share">
<div data-part="share" hidden><canvas data-part="canvas"></canvas>
<button data-part="save">Save the picture</button><button data-part="send">Share</button></div></div></details></div></html>"""
# Each letter is 10 wide: a line of 100 takes ten of them.
WRAP = """async ({ texts, width, most }) => {
    const { wrapped } = await import("./js/wrapping.js");
    return texts.map((text) => wrapped(text, (part) => Array.from(part).length * 10, width, most));
}"""
FACES = """async ({ css, pattern }) => {
    const { drawing } = await import("./js/drawings.js");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css + ".avatar { border: 0 !important; border-radius: 0 !important; inline-size: 300px; block-size: 360px; } body { margin: 0 !important; } canvas { display: block; }");
    document.adoptedStyleSheets = [sheet];
    const canvas = Object.assign(document.createElement("canvas"), { width: 300, height: 360 });
    const face = document.createElement("div");
    face.className = `avatar avatar--drawn hue-3 pattern-${pattern}`;
    document.body.replaceChildren(canvas, face);
    const colours = {};
    for (const name of ["back", "draw", "also", "letter"]) {
        face.style.color = `var(--${name})`;
        colours[name] = getComputedStyle(face).color;
    }
    const context = canvas.getContext("2d");
    context.fillStyle = colours.back;
    context.fillRect(0, 0, 300, 360);
    context.rect(0, 0, 300, 360);
    context.clip();
    drawing(pattern, context, { left: 0, top: 0, width: 300, height: 360 }, colours);
}"""
PAPER = (0xF9, 0xF7, 0xF4)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    with modules(browser) as page:
        yield page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root: Path = tmp_path_factory.mktemp("site")
    (root / "assets" / "js").mkdir(parents=True)
    for name, content in Theme.load().scripts():
        (root / "assets" / name).parent.mkdir(exist_ok=True)
        (root / "assets" / name).write_bytes(content)
    (root / "assets" / "style.css").write_bytes(Theme.load().stylesheet())
    Image.new("RGB", (40, 80), (0, 0, 255)).save(root / "ada.png")
    cards = {
        "plain": CARD,
        "arabic": ARABIC,
        "photo": {**CARD, "picture": "ada.png"},
        "lost": {**CARD, "picture": "no.png"},
    }
    for name, card in cards.items():
        (root / f"{name}.html").write_text(PAGE % card, "utf-8")
    with serving(root) as address:
        yield address


def saved(page: Any, address: str) -> tuple[str, Image.Image]:
    """The name and the picture that somebody gets who opens the page at `address` and saves."""
    page.goto(address)
    page.locator("[data-part=share]").wait_for(state="attached")
    page.locator("summary").click()
    page.locator("canvas[width='1200']").wait_for()
    with page.expect_download() as download:
        page.locator("[data-part=save]").click()
    with Image.open(BytesIO(Path(download.value.path()).read_bytes())) as image:
        assert image.format == "PNG"
        return download.value.suggested_filename, image.convert("RGB")


@pytest.fixture(scope="module")
def plain(browser: Any, site: str) -> Image.Image:
    with browser.new_context() as context:
        name, image = saved(context.new_page(), f"{site}plain.html")
    assert name == "ada.png"
    return image


def wrap(page: Any, *texts: str, width: int = 100, most: int = 9) -> list[Any]:
    found: list[Any] = page.evaluate(WRAP, {"texts": texts, "width": width, "most": most})
    return found


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I fix slow trains", ["I fix slow", "trains"]),
        ("on‐call and well-read", ["on‐call", "and well-", "read"]),
        ("Verwaltungsrecht", ["Verwaltun-", "gsrecht"]),
        ("我把数据讲成每个人都听得懂的故事", ["我把数据讲成每个人都", "听得懂的故事"]),
        ("一二三四五六七八九十。甲", ["一二三四五六七八", "九十。甲"]),
        ("أحب الخط العربي والقهوة", ["أحب الخط", "العربي", "والقهوة"]),
        ("  a \n b  ", ["a b"]),
        ("", []),
    ],
)
def test_text_is_torn_where_its_script_is(page: Any, text: str, lines: list[str]) -> None:
    assert wrap(page, text)[0]["lines"] == lines


def test_what_does_not_fit_ends_in_an_ellipsis_after_a_word(page: Any) -> None:
    assert wrap(page, "one two three four five", most=2) == [
        {"lines": ["one two", "three…"], "cut": True, "broken": False}
    ]
    assert wrap(page, "我把数据讲成每个人都听得懂的故事", most=1)[0]["lines"] == ["我把数据讲成每个人…"]
    assert wrap(page, "Verwaltungsrechtsfragen", most=1)[0]["lines"] == ["Verwaltun…"]


@examples(40)
@given(texts=st.lists(st.text("ab é-(“”)，。中文數ไทยبتא👩‍🔬", max_size=60), min_size=1, max_size=20))
def test_no_line_is_too_wide_and_no_letter_is_lost(page: Any, texts: list[str]) -> None:
    for text, found in zip(texts, wrap(page, *texts, most=99), strict=True):
        assert all(0 < len(line) <= 12 for line in found["lines"]), found
        kept = "".join(found["lines"]).replace("-", "").replace(" ", "")
        assert kept == "".join(text.split()).replace("-", "")
        assert not any(line.startswith(("，", "。", "）", "”")) for line in found["lines"][1:] if not found["broken"])


def test_the_first_letter_says_in_which_direction_a_text_is_read(page: Any) -> None:
    texts = ["Ada", "سلمى", "42 שלום", "“أحب” Kaffee", "李静", "123", ""]
    found = page.evaluate("async (texts) => texts.map((await import('./js/wrapping.js')).directionOf)", texts)
    assert found == ["ltr", "rtl", "rtl", "rtl", "ltr", "ltr", "ltr"]


def test_the_picture_has_the_size_that_chats_show_and_its_face_where_one_begins_to_read(
    browser: Any, site: str, plain: Image.Image
) -> None:
    with browser.new_context() as context:
        _, arabic = saved(context.new_page(), f"{site}arabic.html")
    assert plain.size == arabic.size == (1200, 630)
    assert plain.getpixel((4, 4)) == PAPER
    face = plain.getpixel((200, 480))
    assert face not in (PAPER, plain.getpixel((1000, 480)))
    assert arabic.getpixel((999, 480)) == face
    assert arabic.getpixel((200, 480)) == PAPER


@pytest.mark.parametrize("pattern", range(PATTERNS))
def test_initials_stand_before_the_drawing_that_they_have_on_the_page(page: Any, pattern: int) -> None:
    page.evaluate(FACES, {"css": Theme.load().stylesheet().decode(), "pattern": pattern})
    drawn, styled = (
        Image.open(BytesIO(page.locator(name).screenshot())).convert("RGB") for name in ("canvas", ".avatar")
    )
    assert drawn.size == styled.size
    apart = ImageChops.difference(drawn, styled).convert("L").point(lambda level: 255 if level > 12 else 0)
    assert sum(apart.histogram()[255:]) < 0.03 * drawn.width * drawn.height
    assert len(styled.getcolors(styled.width * styled.height) or ()) > 1


def test_the_picture_is_the_same_on_a_dark_screen(browser: Any, site: str, plain: Image.Image) -> None:
    with browser.new_context(color_scheme="dark", forced_colors="active") as context:
        _, dark = saved(context.new_page(), f"{site}plain.html")
    assert dark.tobytes() == plain.tobytes()


def test_a_photo_stands_in_the_arch_and_one_that_does_not_come_leaves_the_initials(
    browser: Any, site: str, plain: Image.Image
) -> None:
    with browser.new_context() as context:
        _, photo = saved(context.new_page(), f"{site}photo.html")
        _, lost = saved(context.new_page(), f"{site}lost.html")
    assert photo.getpixel((180, 480)) == (0, 0, 255)
    assert lost.tobytes() == plain.tobytes()


def test_the_picture_has_a_name_and_is_only_sent_where_that_works(browser: Any, site: str) -> None:
    for can in ("true", "false"):
        with browser.new_context() as context:
            context.add_init_script(
                f"navigator.canShare = () => {can}; navigator.share = async (what) => {{ document.title = `${{what.files[0].name}} ${{what.files[0].size > 5000}}`; }};"
            )
            page = context.new_page()
            page.goto(f"{site}plain.html")
            page.locator("[data-part=share]:not([hidden])").wait_for(state="attached")
            page.locator("summary").click()
            assert page.get_by_role("img", name="Ada: I untangle slow data pipelines").count() == 1
            send = page.locator("[data-part=send]")
            assert send.is_visible() == (can == "true")
            if can == "true":
                send.click()
                sync_api.expect(page).to_have_title("ada.png true", timeout=30_000)


def test_nothing_is_drawn_before_somebody_asks(browser: Any, site: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site}plain.html", wait_until="networkidle")
        assert page.evaluate("document.querySelector('canvas').width") == 300
