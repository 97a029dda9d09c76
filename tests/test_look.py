"""The section `theme` of community.yml: what is wrong with it is told, and what is right reaches the pages."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from acquaint.colours import DARK, LIGHT, Colour, readable, soft
from acquaint.config import CORNERS, DENSITIES, Look
from acquaint.fields.pictures import LOGO_HEIGHT
from acquaint.load import load
from acquaint.problems import Problem, Problems
from acquaint.render.look import look_css
from acquaint.theme import Theme
from communities import built, found, slugs, tree, write

MEMBER = {"members/ada.yml": "nickname: Ada\njoined: 2026-03-01\n"}


def picture(width: int = 300, height: int = 100, kind: str = "PNG") -> bytes:
    """A logo with something to say about who made it."""
    image = Image.new("RGB", (width, height), (11, 107, 87))
    exif = Image.Exif()
    exif[0x013B] = "Ada Lindqvist"
    out = io.BytesIO()
    image.save(out, kind, exif=exif)
    return out.getvalue()


def settings(theme: str) -> dict[str, str | bytes]:
    """A community whose theme is these lines."""
    lines = "".join(f"  {line}\n" for line in theme.split("\n"))
    return {**MEMBER, "community.yml": f"title: Ours\ntheme:\n{lines}"}


def look(root: Path, theme: str, **more: bytes) -> Look:
    write(root, {**settings(theme), **{name.replace("_", "."): content for name, content in more.items()}})
    problems = Problems()
    read = load(root, problems).community.look
    assert not list(problems)
    return read


WRONG = [
    ("accent: teal", "bad-setting"),
    ('accent: "0b6b57"', "bad-setting"),
    ('accent: "#0b6b5"', "bad-setting"),
    ('accent: "#ffcc00"', "low-contrast"),
    ('accent: "#fff"', "low-contrast"),
    ("corners: pointed", "bad-setting"),
    ("density: tight", "bad-setting"),
    ("typeface: Georgia; color red", "bad-setting"),
    ("typeface: 'url(x)'", "bad-setting"),
    ("typeface: Georgia,, serif", "bad-setting"),
    ("typeface: 12 Pt", "bad-setting"),
]


@pytest.mark.parametrize(("line", "slug"), WRONG)
def test_a_bad_setting_is_told_with_its_line_and_the_fix_mends_it(line: str, slug: str, tmp_path: Path) -> None:
    problems = found(tmp_path, settings(f"# a comment\n{line}"))
    assert [(problem.law.slug, problem.path) for problem in problems] == [(slug, "community.yml")]
    assert problems[0].span and problems[0].span.line == 4
    assert not found(tmp_path, settings(str(problems[0].fix)))


@pytest.mark.parametrize(
    ("theme", "slug", "line"),
    [
        ('accent:\n  light: "#0b6b57"\n  dark: "#0b6b57"', "low-contrast", 5),
        ('accent:\n  light: "#ffcc00"', "low-contrast", 4),
        ('accent:\n  day: "#0b6b57"', "unknown-field", 4),
        ("accent: [red, green]", "wrong-type", 3),
        ("typeface:\n  titles: Georgia", "unknown-field", 4),
        ("typeface:\n  text: '{'", "bad-setting", 4),
        ("typeface: {headings: [Georgia, [serif]]}", "wrong-type", 3),
        ("acent: '#0b6b57'", "unknown-field", 3),
        ("corners: [round]", "wrong-type", 3),
    ],
)
def test_what_stands_deeper_is_told_as_well(theme: str, slug: str, line: int, tmp_path: Path) -> None:
    problems = found(tmp_path, settings(theme))
    assert [(problem.law.slug, problem.span and problem.span.line) for problem in problems] == [(slug, line)]
    assert problems[0].is_error


def test_the_fix_for_a_dark_accent_is_a_dark_accent(tmp_path: Path) -> None:
    problems = found(tmp_path, settings('accent:\n  light: "#0b6b57"\n  dark: "#0b6b57"'))
    assert "dark pages" in str(problems[0].message)
    assert not found(tmp_path, settings(f'accent:\n  light: "#0b6b57"\n  {problems[0].fix}'))


def test_a_theme_that_is_no_section_is_told(tmp_path: Path) -> None:
    assert slugs(found(tmp_path, {**MEMBER, "community.yml": "title: Ours\ntheme: green\n"})) == {"wrong-type"}


def test_an_accent_cut_off_by_a_comment_is_told(tmp_path: Path) -> None:
    assert "comment-cut" in slugs(found(tmp_path, settings("accent: #0b6b57")))


def test_a_long_list_of_typefaces_that_is_wrong_is_judged_at_once(tmp_path: Path) -> None:
    """A pattern that tries every way to share out blanks would be at it until the sun goes out."""
    assert slugs(found(tmp_path, settings(f"typeface: 'a{' ,   b' * 150}!'"))) == {"bad-setting"}


@pytest.mark.parametrize(
    ("line", "css"),
    [
        ("typeface: Georgia", "Georgia"),
        ("typeface: 'Georgia, \"Songti SC\", serif'", 'Georgia, "Songti SC", serif'),
        ("typeface: Segoe UI, system-ui, -apple-system", '"Segoe UI", system-ui, -apple-system'),
        ("typeface: [Avenir Next, 'M+ 1p', 宋体, sans-serif]", '"Avenir Next", "M+ 1p", "宋体", sans-serif'),
        ("typeface: \"'Noto Sans'\"", '"Noto Sans"'),
    ],
)
def test_names_of_typefaces_are_quoted_where_style_sheets_need_it(line: str, css: str, tmp_path: Path) -> None:
    read = look(tmp_path, line)
    assert (read.headings, read.text) == (css, css)


def test_one_accent_serves_light_pages_and_a_shade_of_it_dark_ones(tmp_path: Path) -> None:
    read = look(tmp_path, 'accent: "#0b6b57"')
    assert read.accent == Colour(0x0B, 0x6B, 0x57)
    assert read.accent_dark not in (None, read.accent)
    assert look(tmp_path, 'accent: {light: "#0b6b57", dark: "#7fd1bd"}').accent_dark == Colour(0x7F, 0xD1, 0xBD)


def test_nothing_said_changes_nothing(tmp_path: Path) -> None:
    assert look_css(Look()) == ""
    assert look(tmp_path, "corners: soft\ndensity: roomy") == Look()


def test_the_settings_come_in_a_layer_after_all_others_and_own_rules_after_them(tmp_path: Path) -> None:
    root = write(tmp_path, settings('accent: "#0b6b57"\ntypeface: {text: Georgia}\ncorners: round\ndensity: compact'))
    write(root, {"templates/assets/css/own.css": "h1 { color: red; }\n"})
    built(root, root / "site")
    for edition in ("public", "internal"):
        sheet = (root / "site" / edition / "assets/style.css").read_text("utf-8")
        begins = sheet.index("@layer settings{")
        assert "@layer" not in sheet[begins + 1 :]
        assert sheet.index("@layer components{") < begins < sheet.index("h1{color:red}")
        light, _, dark = sheet[begins:].partition("@media (prefers-color-scheme:dark)")
        assert "--accent:#0b6b57;" in light and "--accent:" in dark and "#0b6b57" not in dark
        accent = Colour(0x0B, 0x6B, 0x57)
        assert f"--accent-soft:{soft(accent, LIGHT)}" in light
        assert f"--accent-soft:{soft(readable(accent, DARK), DARK)}" in dark
        for said in (
            "--sans:Georgia",
            "--radius:1rem",
            "--arch:50%",
            "--density:0.72",
            "--accent-ink:#ffffff",
        ):
            assert said in light
        assert "--serif" not in sheet[begins:]


def test_the_page_of_lost_addresses_takes_the_look_along(tmp_path: Path) -> None:
    root = write(tmp_path, settings('accent: "#0b6b57"\ntypeface: {headings: Georgia, text: [Segoe UI]}'))
    write(root, {"templates/assets/css/own.css": ":root { --paper: #f4f8f6; }\n"})
    built(root, root / "site")
    style = re.findall("<style>(.*?)</style>", (root / "site/public/404.html").read_text("utf-8"), re.DOTALL)[0]
    assert ":root{--paper:#f4f8f6;--accent:#0b6b57}" in style
    assert "h1{font-family:Georgia}" in style and 'body{font-family:"Segoe UI"}' in style
    assert style.count("prefers-color-scheme:dark") == 2
    write(root, {"templates/assets/css/404.css": "h1{color:teal}"})
    built(root, root / "site")
    assert "<style>h1{color:teal}</style>" in (root / "site/public/404.html").read_text("utf-8")


def test_every_property_that_a_setting_gives_is_one_of_the_themes() -> None:
    tokens = Theme.load().asset("css/tokens.css").decode()
    for corners in CORNERS:
        for density in DENSITIES:
            sheet = look_css(
                Look(Colour(0, 0, 0), Colour(255, 255, 255), None, "serif", "sans-serif", corners, density)
            )
            assert [name for name in re.findall(r"(--[a-z-]+):", sheet) if f"{name}:" not in tokens] == []


def test_accents_are_checked_against_the_themes_own_paper() -> None:
    """The colours stand in two places; this holds them together."""
    light, _, dark = Theme.load().asset("css/tokens.css").decode().partition("@media (prefers-color-scheme: dark)")
    for part, scheme in ((light, LIGHT), (dark, DARK)):
        given = dict(re.findall(r"--(paper|surface): (#[0-9a-f]{6});", part))
        assert given == {"paper": str(scheme.paper), "surface": str(scheme.surface)}


def test_a_logo_is_made_small_and_tells_nothing_of_who_made_it(tmp_path: Path) -> None:
    for kind, name in (("PNG", "logo_png"), ("JPEG", "logo_jpg"), ("WEBP", "logo_webp")):
        before = picture(900, 600, kind)
        assert b"Lindqvist" in before
        logo = look(tmp_path, f"logo: {name.replace('_', '.')}", **{name: before}).logo
        assert logo and (logo.width, logo.height) == (LOGO_HEIGHT * 3 // 2, LOGO_HEIGHT)
        assert logo.content.startswith(b"\x89PNG") and b"Lindqvist" not in logo.content
        with Image.open(io.BytesIO(logo.content)) as drawn:
            assert drawn.size == (logo.width, logo.height) and not drawn.info


def test_a_logo_is_published_once_and_shown_with_its_measures(tmp_path: Path) -> None:
    root = write(tmp_path, {**settings("logo: logo.png"), "logo.png": picture()})
    built(root, root / "site")
    site = tree(root / "site" / "public")
    assert [path for path in site if "logo" in path] == ["assets/logo.png"]
    assert b'<img class="masthead__logo" src="assets/logo.png" alt="" width="120" height="40">' in site["index.html"]


BAD_LOGOS: list[tuple[str, dict[str, bytes], str]] = [
    ("../x.png", {}, "called by its name alone"),
    ("pictures/x.png", {}, "called by its name alone"),
    ("/etc/x.png", {}, "called by its name alone"),
    ("x.svg", {"x.svg": b"<svg/>"}, "PNG, JPEG or WebP"),
    ("x.png", {}, "no such picture"),
    ("x.png", {"x.png": b"not a picture"}, "can be decoded"),
    ("x.png", {"x.png": picture(700, 100)}, "6 times as wide"),
    ("x.png", {"x.png": picture()[:60]}, "can be decoded"),
]


@pytest.mark.parametrize(("name", "files", "said"), BAD_LOGOS)
def test_a_logo_that_cannot_be_taken_is_told(name: str, files: dict[str, bytes], said: str, tmp_path: Path) -> None:
    problems = found(tmp_path / "ours", {**settings(f"logo: {name}"), **files})
    assert [problem.law.slug for problem in problems] == ["bad-image"]
    assert said in str(problems[0].message)
    assert problems[0].span and problems[0].span.line == 3 and problems[0].fix


def test_a_logo_is_never_read_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(picture())
    root = write(tmp_path / "ours", settings("logo: x.png"))
    (root / "x.png").symlink_to(tmp_path / "secret.png")
    problems: tuple[Problem, ...] = found(root)
    assert slugs(problems) == {"bad-image"}
