"""The poster: a page for each language with a code that says the address of the form, on A4 when it is printed."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import segno
from PIL import Image

from acquaint.render.joining.poster import QUIET, qr_code
from browsers import NEEDED, chromium
from communities import built, write
from render_samples import community, internal_files, public_files, rich

ADDRESS = "https://people.example/join/"
SVG = "{http://www.w3.org/2000/svg}"


def drawn(picture: bytes) -> set[tuple[int, int]]:
    """The (row, column) of each dark module in an SVG picture, the quiet zone counted."""
    root = ET.fromstring(picture)
    path = next(element for element in root.iter(f"{SVG}path") if element.get("stroke"))
    column, row, dark = 0.0, 0.0, set()
    for kind, numbers in re.findall(r"([Mmh])([-0-9. ]+)", path.get("d") or ""):
        values = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", numbers)]
        if kind == "h":
            dark |= {(int(row), int(column) + step) for step in range(int(values[0]))}
            column += values[0]
        else:
            column, row = (values[0], values[1]) if kind == "M" else (column + values[0], row + values[1])
    return dark


@pytest.mark.parametrize(
    "address", [ADDRESS, "https://example.org/a/longer/path/to/our/people/zh/join/", "https://bücher.example/join/"]
)
def test_the_modules_that_are_drawn_are_those_of_the_address(address: str) -> None:
    picture, size = qr_code(address)
    matrix = segno.make(address, error="q", boost_error=False, micro=False).matrix
    assert drawn(picture) == {
        (row + QUIET, column + QUIET) for row, line in enumerate(matrix) for column, dark in enumerate(line) if dark
    }
    assert size == (len(matrix) + 2 * QUIET) * 10


def test_the_code_is_dark_on_white_whatever_the_page_is() -> None:
    picture, size = qr_code(ADDRESS)
    root = ET.fromstring(picture)
    ground, modules = root.iter(f"{SVG}path")
    assert (ground.get("fill"), modules.get("stroke")) == ("#fff", "#000")
    assert root.get("width") == str(size)
    assert not picture.startswith(b"<?xml")
    assert b"style" not in picture


def test_each_language_has_a_poster_with_its_own_address() -> None:
    settings = community(base_url="https://people.example/", languages=("en", "zh", "de"))
    files = public_files((), settings)
    for folder in ("", "zh/", "de/"):
        page = files[f"{folder}join/poster/index.html"].decode()
        assert f">people.example/{folder}join/</bdi>" in page
        assert 'src="../qr.svg"' in page
        assert drawn(files[f"{folder}join/qr.svg"]) == drawn(qr_code(f"https://people.example/{folder}join/")[0])
    assert f'href="{"../" * 3}assets/poster.css"' in files["zh/join/poster/index.html"].decode()
    assert "assets/poster.css" in files


def test_without_an_address_there_is_an_empty_frame_that_says_what_to_do() -> None:
    files = public_files((), community())
    page = files["join/poster/index.html"].decode()
    assert "join/qr.svg" not in files
    assert "<img" not in page.partition("<main")[2].partition("</main>")[0]
    assert ">base_url</code>" in page


def test_members_have_no_poster_of_their_own() -> None:
    assert not [path for path in internal_files((), rich()) if path.startswith("join/") or "poster" in path]


@pytest.fixture(scope="module")
def posters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("poster")
    settings = "title: {en: Northlight, zh: 北光, de: Nordlicht}\nlanguages: [en, zh, de]\nbase_url: https://people.northlight.example\n"
    built(write(root / "ours", {"community.yml": settings}), root / "site")
    yield root / "site" / "public"


@NEEDED[0]
@NEEDED[1]
@pytest.mark.parametrize("folder", ["", "zh/", "de/"])
def test_printed_it_is_one_sheet_of_a4(folder: str, posters: Path) -> None:
    with chromium() as browser:
        page = browser.new_page()
        page.goto((posters / folder / "join/poster/index.html").as_uri())
        pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert [(round(float(wide)), round(float(high))) for wide, high in boxes] == [(595, 842)]


@NEEDED[0]
@NEEDED[1]
def test_on_a_dark_page_the_code_stands_on_white(posters: Path) -> None:
    with chromium() as browser:
        page = browser.new_page(color_scheme="dark", viewport={"width": 360, "height": 800})
        page.goto((posters / "join/poster/index.html").as_uri())
        picture = Image.open(BytesIO(page.locator(".poster__code").screenshot())).convert("L")
    colours = picture.getcolors(1_000)
    assert picture.getpixel((8, 8)) == 255
    assert colours is not None
    assert {0, 255} <= {colour for _, colour in colours}


@NEEDED[0]
@NEEDED[1]
@pytest.mark.parametrize("base_url", ["", "base_url: https://people.northlight.example\n"])
def test_with_and_without_a_code_it_fits_a_phone(base_url: str, tmp_path: Path) -> None:
    built(write(tmp_path / "ours", {"community.yml": f"title: Ours\n{base_url}"}), tmp_path / "site")
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 320, "height": 740})
        page.goto((tmp_path / "site/public/join/poster/index.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 320
