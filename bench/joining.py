"""Measures what the form to join weighs on top of the home page; docs/benchmarks.md says how to read what it prints.

Usage: .venv/bin/python bench/joining.py [--root DIRECTORY] [--language TAG]
"""

import argparse
import gzip
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LEVEL = 9
"""How hard a server compresses; most take 6, which adds about two in a hundred."""
OPENED = "assets/js/join/join.js"
BEGUN = "assets/js/join/answering.js"


def main() -> None:
    """Build the community at --root, and print what its form adds, kind by kind, before and after somebody types."""
    here = Path(__file__).parent.parent
    parser = argparse.ArgumentParser(description="Weigh the form to join.")
    parser.add_argument("--root", type=Path, default=here, help="the community's folder [this project]")
    parser.add_argument("--language", default="", metavar="TAG", help="another than the first, as in de")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="acquaint-bench-") as folder:
        command = ["--root", options.root, "--out", folder, "--base-url", "https://people.example/"]
        subprocess.run([sys.executable, "-m", "acquaint", "build", *command], stdout=subprocess.DEVNULL, check=True)
        _print(_weights(Path(folder) / "public", options.language))


def _weights(site: Path, language: str) -> dict[str, int]:
    """Bytes by what they are, compressed."""
    home, form = (site / language / name for name in ("index.html", "join/index.html"))
    sheets = _sheets(form) - _sheets(home)
    words = site / "assets/words/join" / f"{language}.json"
    return {
        "page, beyond the home page's frame": _size(form) - _frame(home),
        "style sheets": sum(_size(site / "assets" / name) for name in sheets),
        "JavaScript": _size(site / OPENED),
        "words": _size(words) if language and words.exists() else 0,
        "JavaScript once somebody has begun": _size(site / BEGUN),
    }


def _sheets(page: Path) -> set[str]:
    """The names of the style sheets that `page` asks for."""
    return set(re.findall(r'rel="stylesheet" href="[./]*assets/([^"]+)"', page.read_text("utf-8")))


def _frame(home: Path) -> int:
    """What head, header and footer weigh: the home page's, without what it says itself."""
    outside = re.sub(r"<main.*?</main>", "", home.read_text("utf-8"), flags=re.DOTALL)
    return len(gzip.compress(outside.encode(), LEVEL))


def _size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), LEVEL))


def _print(weights: dict[str, int]) -> None:
    *opening, begun = weights.items()
    for name, size in (*opening, ("**on opening**", sum(size for _, size in opening)), begun):
        print(f"| {name:<36} | {size / 1e3:6.1f} |")
    print(f"| {'**after somebody began**':<36} | {sum(weights.values()) / 1e3:6.1f} |")


main()
