"""The manifest and its icons put the site on a home screen, whatever its language, accent and theme."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from PIL import Image

from acquaint.colours import Colour
from acquaint.config import Community, Look
from acquaint.profiles import PublicDirectory
from acquaint.render import render_public
from acquaint.render.machines.icons import ACCENT, SECOND, icons
from acquaint.render.machines.manifest import MOST_OF_A_NAME, short_name
from acquaint.render.machines.papers import papers
from acquaint.theme import Theme
from render_samples import DAY, EDITIONS, THEME, community, internal_files, public_files, rich, words

SITE = "https://people.example/"
SETTINGS = replace(rich(), languages=("en", "zh", "ar"))
DISPLAYS = ("fullscreen", "standalone", "minimal-ui", "browser")
GREEN = Colour(0x1F, 0x6B, 0x3A)


def manifest(files: dict[str, bytes], folder: str = "") -> dict[str, Any]:
    said: dict[str, Any] = json.loads(files[f"{folder}site.webmanifest"])
    return said


def with_theme(own: Path, settings: Community) -> dict[str, bytes]:
    theme = Theme.load(own)
    return {file.path: file.content for file in render_public(PublicDirectory((), DAY), settings, theme)}


def picture(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    assert image.format == "PNG"
    return image


@pytest.mark.parametrize("edition", sorted(EDITIONS))
@pytest.mark.parametrize("folder", ["", "zh/", "ar/"])
def test_every_language_has_a_manifest_whose_files_exist(edition: str, folder: str) -> None:
    files = EDITIONS[edition](settings=SETTINGS)
    said = manifest(files, folder)
    assert said["name"] == "Northlight"
    assert said["description"] == "People who help each other."
    assert said["display"] in DISPLAYS
    here = f"{SITE}{folder}site.webmanifest"
    assert urljoin(here, said["start_url"]) == f"{SITE}{folder}"
    assert urljoin(here, said["scope"]) == SITE
    for icon in said["icons"]:
        image = picture(files[urljoin(here, icon["src"]).removeprefix(SITE)])
        assert icon["type"] == "image/png"
        assert icon["sizes"] == f"{image.width}x{image.height}"
    assert {(icon["sizes"], icon.get("purpose", "any")) for icon in said["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_every_page_leads_to_its_manifest_and_icons(edition: str) -> None:
    files = EDITIONS[edition](settings=SETTINGS)
    for page, root in (("index.html", ""), ("zh/members/ada/index.html", "../../")):
        html = files[page].decode()
        assert f'<link rel="manifest" href="{root}site.webmanifest"' in html
        assert 'assets/icon-180.png">' in html
        assert '<meta name="theme-color" content="#f9f7f4" media="(prefers-color-scheme: light)">' in html
        assert '<meta name="theme-color" content="#1a1718" media="(prefers-color-scheme: dark)">' in html


def test_where_members_log_in_the_manifest_is_fetched_as_them() -> None:
    assert b'site.webmanifest" crossorigin="use-credentials">' in internal_files()["index.html"]
    assert b"crossorigin" not in public_files()["index.html"]


def test_both_editions_have_the_same_manifest() -> None:
    assert public_files()["site.webmanifest"] == internal_files()["site.webmanifest"]


def test_nothing_in_it_depends_on_who_is_there() -> None:
    assert public_files(())["site.webmanifest"] == public_files()["site.webmanifest"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Northlight", "Northlight"),
        ("北光", "北光"),
        ("The Tuesday people", "The Tuesday"),
        ("R-Ladies, Berlin and friends", "R-Ladies"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfs…"),
        ("数据与人工智能爱好者社区", "数据与人工…"),
        ("Ten letters and more – always", "Ten letters"),
    ],
)
def test_a_long_title_is_cut_where_it_still_reads(name: str, short: str) -> None:
    assert short_name(name) == short
    assert len(short) <= MOST_OF_A_NAME


def test_a_community_without_a_description_has_none() -> None:
    assert "description" not in manifest(public_files(settings=community()))


def test_the_icons_have_their_sizes_and_are_opaque_where_they_must_be() -> None:
    drawn = {name: picture(content) for name, content in icons()}
    assert {name: image.size for name, image in drawn.items()} == {
        "icon-180.png": (180, 180),
        "icon-192.png": (192, 192),
        "icon-512.png": (512, 512),
        "icon-maskable.png": (512, 512),
    }
    # iOS paints black behind what is transparent.
    assert {drawn[name].mode for name in ("icon-180.png", "icon-maskable.png")} == {"RGB"}
    assert drawn["icon-512.png"].getchannel("A").getpixel((0, 0)) == 0


def test_a_maskable_icon_keeps_its_drawing_in_the_safe_zone() -> None:
    image = picture(dict(icons())["icon-maskable.png"]).convert("RGB")
    paper = image.getpixel((0, 0))
    radius = 0.4 * image.width
    far = [
        (x, y)
        for x in range(0, image.width, 3)
        for y in range(0, image.height, 3)
        if (x - image.width / 2) ** 2 + (y - image.height / 2) ** 2 > radius**2
    ]
    assert {image.getpixel(place) for place in far} == {paper}


@pytest.mark.parametrize("accent", [ACCENT, GREEN])
def test_the_icons_are_in_the_accent_and_the_same_bytes_each_time(accent: Colour) -> None:
    assert list(icons(accent)) == list(icons(accent))
    for _, content in icons(accent):
        colours = {colour for _, colour in picture(content).convert("RGB").getcolors(1 << 24) or ()}
        for wanted in (accent, SECOND):
            assert (wanted.red, wanted.green, wanted.blue) in colours


def test_a_community_s_accent_is_in_its_icons() -> None:
    ours, theirs = public_files(()), public_files((), replace(rich(), look=Look(accent=GREEN)))
    for name in ("icon-180.png", "icon-192.png", "icon-512.png", "icon-maskable.png", "icon.svg"):
        assert ours[f"assets/{name}"] != theirs[f"assets/{name}"], name
    assert b"#1f6b3a" in theirs["assets/icon.svg"]
    assert ours["assets/icon.svg"] == THEME.asset("icon.svg")


def test_a_theme_s_own_icon_wins(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/icon-512.png").write_bytes(b"mine")
    (tmp_path / "assets/icon.svg").write_bytes(b'<svg fill="#86264f"/>')
    files = with_theme(tmp_path, replace(rich(), look=Look(accent=GREEN)))
    assert files["assets/icon-512.png"] == b"mine"
    assert files["assets/icon.svg"] == b'<svg fill="#86264f"/>'
    assert files["assets/icon-192.png"].startswith(b"\x89PNG")


def test_a_theme_s_own_paper_is_what_browsers_colour_their_frame_in(tmp_path: Path) -> None:
    (tmp_path / "assets/css").mkdir(parents=True)
    own = ":root { --paper: #ABCDEF; }\n@media (prefers-color-scheme: dark) { :root { --paper: #123; } }\n"
    (tmp_path / "assets/css/own.css").write_text(own, encoding="utf-8")
    files = with_theme(tmp_path, rich())
    assert manifest(files)["theme_color"] == manifest(files)["background_color"] == "#abcdef"
    html = files["index.html"].decode()
    assert 'content="#abcdef" media="(prefers-color-scheme: light)"' in html
    assert 'content="#123" media="(prefers-color-scheme: dark)"' in html


@pytest.mark.parametrize(
    "sheet",
    [
        "",
        "@media print { :root { --paper: #fff; } }",
        ".card { --paper: #fff }",
        "/* :root { --paper: #fff } */",
        ":root { --paper: var(--other) }",
        "@media (prefers-color-scheme: dark) and (pointer: coarse) { :root { --paper: #fff } }",
    ],
)
def test_what_isn_t_the_page_s_paper_is_left_alone(sheet: str) -> None:
    ours = THEME.stylesheet().decode()
    assert papers(ours) == papers(ours + sheet) == papers(sheet) == ("#f9f7f4", "#1a1718")


def test_a_name_in_several_languages_is_that_of_the_page() -> None:
    title = replace(words("Northlight"), versions=(("en", "Northlight"), ("zh", "北光")))
    files = public_files((), replace(SETTINGS, title=title))
    assert [manifest(files, folder)["short_name"] for folder in ("", "zh/")] == ["Northlight", "北光"]
