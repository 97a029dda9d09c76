"""Draws the pictures of README and docs from the example, or every kind of page at every width, to be looked at.

Usage: make screenshots, or: .venv/bin/python docs/screenshots.py [--root FOLDER] [--all FOLDER]
It needs Chromium. With --all it writes into that folder, with an index.html that shows everything side by side.
"""

import argparse
import io
import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from samples import contact_sheet, faces, palette

from acquaint.build import Order, build

PROJECT = Path(__file__).resolve().parent.parent
IMAGES = PROJECT / "docs/images"
DAY = date(2026, 11, 21)
"""The day the example's dates are written around; another day would draw other faces."""
NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDTHS, SCHEMES = (360, 768, 1280), ("light", "dark")
PHONE, SCREEN = (360, 740), (1280, 860)
LEAF, COVER, MARGIN = (469, 680), 630, 45
"""What a page of the booklet holds, how high its cover is, and the paper around them."""
LONGEST = 2600
"""Where a picture of a long page is cut off."""
UNFOLDED = ".cards > .card { content-visibility: visible }"
GAP, TABLE = 16, "#8d8580"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: there is enough to read."""


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The address at which `root` is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def opened(browser: Browser, size: tuple[int, int], scheme: str = "light") -> Iterator[Page]:
    """A page of that size, on the morning of the day; up to 480 px wide it is a phone."""
    width, height = size
    is_phone = width <= 480
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        is_mobile=is_phone,
        has_touch=is_phone,
        bypass_csp=True,
        timezone_id="Europe/Berlin",
    )
    context.clock.set_fixed_time(datetime.combine(DAY, time(10), UTC))
    yield context.new_page()
    context.close()


def shot(page: Page, address: str, *, whole: bool = False) -> Image.Image:
    """What `page` shows of `address`: what is seen first, or as much as is worth it."""
    page.goto(address, wait_until="networkidle")
    if whole:
        page.add_style_tag(content=UNFOLDED)
    image = Image.open(io.BytesIO(page.screenshot(full_page=whole))).convert("RGB")
    return image.crop((0, 0, image.width, min(image.height, LONGEST)))


def beside(images: list[Image.Image]) -> Image.Image:
    """The images in a row on a table."""
    width = sum(image.width + GAP for image in images) + GAP
    row = Image.new("RGB", (width, max(image.height for image in images) + 2 * GAP), TABLE)
    left = GAP
    for image in images:
        row.paste(image, (left, GAP))
        left += image.width + GAP
    return row


def leaf(image: Image.Image, top: int, height: int = LEAF[1]) -> Image.Image:
    """What a page of the booklet shows of `image` from `top` on."""
    width = LEAF[0]
    paper = Image.new("RGB", (width + 2 * MARGIN, LEAF[1] + 2 * MARGIN), "white")
    paper.paste(image.crop((0, top, width, top + height)), (MARGIN, MARGIN))
    return paper


def save(image: Image.Image, name: str) -> None:
    """Write a picture of the docs, in few colours, as a page has few."""
    image.quantize(256, kmeans=1, dither=Image.Dither.NONE).save(IMAGES / f"{name}.png", optimize=True)


def draw_docs(browser: Browser, site: Path, address: str) -> None:
    """Write every picture that README and docs show."""
    public = f"{address}public/"
    css = (PROJECT / "templates/assets/css/tokens.css").read_text("utf-8")
    for name, html in (("palette", palette(css)), ("faces", faces())):
        (site / f"{name}.html").write_text(html, "utf-8")
        with opened(browser, (1000, 600)) as page:
            save(shot(page, f"{address}{name}.html", whole=True), name)
    with opened(browser, SCREEN) as page:
        save(shot(page, public), "directory")
        save(shot(page, f"{public}members/third-pot/"), "member")
    phones = []
    for path, scheme in (("", "light"), ("members/fusebox/", "dark"), ("zh/members/abacus/", "light")):
        with opened(browser, PHONE, scheme) as page:
            phones.append(shot(page, public + path))
    save(beside(phones), "phones")
    with opened(browser, LEAF) as page:
        page.emulate_media(media="print")
        home, member = (shot(page, public + path, whole=True) for path in ("", "members/third-pot/"))
        save(beside([leaf(home, 0, COVER), leaf(home, COVER), leaf(member, 0)]), "print")


def kinds(edition: Path) -> Iterator[tuple[str, str]]:
    """A name and a path for one page of each kind below `edition`, as far as there is one."""
    yield from (("home", ""), ("asks", "asks/"), ("offers", "offers/"), ("community", "community/"))
    yield from (("home-2", "page/1/"), ("facets", "skills/"), ("missing", "404.html"))
    pages = {path.parent.name: path.read_text("utf-8") for path in edition.glob("members/*/index.html")}
    wanted = {"chinese": "[一-鿿]", "arabic": "[؀-ۿ]", "german": 'lang="de"'}
    for kind, pattern in wanted.items():
        told = [handle for handle, html in pages.items() if re.search(f"<h1.*{pattern}|p-note.*{pattern}", html)]
        yield from ((f"member-{kind}", f"members/{handle}/") for handle in told[:1])
    by_size = sorted(pages, key=lambda handle: len(pages[handle]))
    yield from (
        (("member-slight", f"members/{by_size[0]}/"), ("member-long", f"members/{by_size[-1]}/")) if pages else ()
    )
    values = sorted(edition.glob("skills/*/index.html"), key=lambda path: path.stat().st_size)
    yield from (("facet", f"skills/{path.parent.name}/") for path in values[-1:])
    own = (path for path in sorted(edition.glob("*/index.html")) if 'class="own"' in path.read_text("utf-8"))
    yield from (("own", f"{path.parent.name}/") for path in list(own)[:1])


def draw_all(browser: Browser, site: Path, address: str, folder: Path) -> None:
    """Write a picture of every kind of page, at every width, light and dark, in each language of both editions."""
    folder.mkdir(parents=True, exist_ok=True)
    tongues = ["", *(f"{path.parent.parent.name}/" for path in sorted(site.glob("public/*/asks/index.html")))]
    drawn: dict[str, list[str]] = {}
    for width in WIDTHS:
        for scheme in SCHEMES:
            with opened(browser, (width, 800), scheme) as page:
                for edition in ("public", "internal"):
                    for kind, path in kinds(site / edition):
                        for tongue in tongues:
                            if not (site / edition / tongue / path).exists():
                                continue
                            name = f"{kind}-{edition}-{tongue.strip('/') or 'first'}-{width}-{scheme}.png"
                            shot(page, f"{address}{edition}/{tongue}{path}", whole=True).save(folder / name)
                            drawn.setdefault(kind, []).append(name)
    (folder / "index.html").write_text(contact_sheet(drawn), "utf-8")


def main() -> None:
    """Build a community into a folder that is thrown away, and draw it."""
    parser = argparse.ArgumentParser(description="Draw pictures of the pages.")
    parser.add_argument("--root", type=Path, default=PROJECT, help="the community to draw; else the example")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="draw every kind of page into FOLDER")
    chosen = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        sys.exit("There is no Chromium here to draw with.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(
            Order(root=chosen.root.resolve(), out=site, day=DAY, base_url="https://people.example/"), lambda said: None
        )
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with serving(site) as address:
            if chosen.all:
                draw_all(browser, site, address, chosen.all)
            else:
                draw_docs(browser, site, address)
        browser.close()


if __name__ == "__main__":
    main()
