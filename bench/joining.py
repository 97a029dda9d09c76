"""Measures what the form to join weighs on top of the home page; docs/benchmarks.md says how to read what it prints.

Usage: .venv/bin/python bench/joining.py [--root DIRECTORY] [--language TAG …]
"""

import argparse
import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

LEVEL = 9
"""How hard a server compresses; most take 6, which adds about two in a hundred."""
MOST = 40_000
"""The bound, in bytes."""
OPENED = ("assets/js/join/join.js", "assets/js/clipboard.js")
ORDINARY = ("assets/js/join/answering.js",)
"""What comes once somebody begins to type."""


def main() -> None:
    """Build the community at --root, and print what its form adds in each language, way by way."""
    here = Path(__file__).parent.parent
    parser = argparse.ArgumentParser(description="Weigh the form to join.")
    parser.add_argument("--root", type=Path, default=here, help="the community's folder [this project]")
    parser.add_argument("--language", nargs="*", default=[""], metavar="TAG", help="others than the first, as in de zh")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="acquaint-bench-") as folder:
        command = ["--root", options.root, "--out", folder, "--base-url", "https://people.example/"]
        subprocess.run([sys.executable, "-m", "acquaint", "build", *command], stdout=subprocess.DEVNULL, check=True)
        for language in options.language:
            _print(language, list(parts(Path(folder) / "public", language)))


def parts(site: Path, language: str = "") -> Iterator[tuple[str, str, int]]:
    """(way, kind, bytes compressed) of all that /join/ fetches in `language` and the home page doesn't.

    Ways follow one another: `opening`, `ordinary` for who fills in what is asked first and sends it as a message, and
    `everything` for who uses all there is.
    """
    home, form = (site / language / name for name in ("index.html", "join/index.html"))
    yield "opening", "page, beyond the home page's frame", weight(form) - _frame(home)
    yield "opening", "style sheets", sum(weight(site / "assets" / name) for name in _sheets(form) - _sheets(home))
    yield "opening", "JavaScript", sum(weight(site / name) for name in OPENED)
    yield "opening", "words", _words(site / f"assets/words/join/{language}.json")
    yield "ordinary", "JavaScript", sum(weight(site / name) for name in ORDINARY)
    # What the other modules need beside, words.js and dom.js, every page has.
    rest = {path.relative_to(site).as_posix() for path in (site / "assets/js/join").iterdir()} - {*OPENED, *ORDINARY}
    yield "everything", "fields on demand", weight(site / language / "join/more.txt")
    yield "everything", "JavaScript", sum(weight(site / name) for name in sorted(rest))
    yield "everything", "words", _words(site / f"assets/words/join/more/{language}.json")


def weight(file: Path) -> int:
    """The bytes of `file`, compressed."""
    return len(gzip.compress(file.read_bytes(), LEVEL))


def sums(found: list[tuple[str, str, int]]) -> dict[str, int]:
    """What has been fetched at the end of each way."""
    total, ways = 0, dict.fromkeys((way for way, _, _ in found), 0)
    for way in ways:
        total += sum(size for one, _, size in found if one == way)
        ways[way] = total
    return ways


def _words(file: Path) -> int:
    return weight(file) if file.exists() else 0


def _sheets(page: Path) -> set[str]:
    """The names of the style sheets that `page` asks for."""
    return set(re.findall(r'rel="stylesheet" href="[./]*assets/([^"]+)"', page.read_text("utf-8")))


def _frame(home: Path) -> int:
    """What head, header and footer weigh: the home page's, without what it says itself."""
    outside = re.sub(r"<main.*?</main>", "", home.read_text("utf-8"), flags=re.DOTALL)
    return len(gzip.compress(outside.encode(), LEVEL))


def _print(language: str, found: list[tuple[str, str, int]]) -> None:
    print(f"\n| {language or 'the first language':<50} |     kB |")
    for way, total in sums(found).items():
        for _, kind, size in (one for one in found if one[0] == way):
            print(f"| {kind:<50} | {size / 1e3:6.1f} |")
        print(f"| {f'**{way}**':<50} | {total / 1e3:6.1f} |")


if __name__ == "__main__":
    main()
