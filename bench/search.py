"""Measures the search in Chromium over made-up communities; docs/benchmarks.md says how to read what it prints.

Usage: make bench-search, or: .venv/bin/python bench/search.py [--members N ...] [--slowest]
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from browsing import (
    PHONE,
    SCREEN,
    Fetched,
    Painted,
    Typed,
    Visit,
    chromium,
    fetched,
    keystrokes,
    middle,
    paints,
    percentile,
    visit,
)
from serving import serving

HERE = Path(__file__).parent
MEMORY_DISK = Path("/dev/shm")
ROOM = 30_000
"""Bytes that a member takes at most: the introduction, and ever so small files."""
SIZES = (1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Measured:
    """One community; times in milliseconds, sizes in bytes."""

    members: int
    made: dict[str, float]
    visit: Visit
    fetched: list[Fetched]
    typed: Typed
    narrow: Painted
    wide: Painted


Row = Callable[[Measured], str]


def main() -> None:
    """Measure one community after the other, and print them side by side."""
    parser = argparse.ArgumentParser(description="Measure the search of made-up communities.")
    parser.add_argument("--members", type=int, nargs="+", default=SIZES, metavar="N", help="sizes [1000 10000 100000]")
    parser.add_argument("--slowest", action="store_true", help="say as well what was slowest, and what fetched most")
    options = parser.parse_args()
    all_measured = [_measure(size) for size in options.members]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores\n")
    _print(all_measured)
    for one in all_measured if options.slowest else []:
        _print_slowest(one)


def _measure(members: int) -> Measured:
    print(f"making {members:,} members", file=sys.stderr)
    has_room = MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > ROOM * members
    with tempfile.TemporaryDirectory(prefix="acquaint-bench-", dir=MEMORY_DISK if has_room else None) as folder:
        root = Path(folder) / "site"
        root.mkdir()
        command = [sys.executable, str(HERE / "searchable.py"), str(members), str(root)]
        made = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        print(f"searching {members:,} members", file=sys.stderr)
        with serving(root) as (address, sent), chromium() as browser:
            return Measured(
                members=members,
                made=made,
                visit=visit(browser, address, sent),
                fetched=fetched(browser, address, sent),
                typed=keystrokes(browser, address, sent),
                narrow=paints(browser, address, sent, PHONE),
                wide=paints(browser, address, sent, SCREEN),
            )


def _print(measured: list[Measured]) -> None:
    _line("", "bound", [f"{one.members:,}" for one in measured])
    _line("---", "---", ["---:"] * len(measured))

    def row(label: str, bound: str, shown: Row) -> None:
        _line(label, bound, [shown(one) for one in measured])

    _print_visits(row)
    row("a question's first answer, kB, median", "", lambda one: _kb(middle(_data(one))))
    row("– **largest**", "45 / 150 / 350", lambda one: _kb(max(_data(one))))
    row("– with its first 24 cards, median", "", lambda one: _kb(middle(_whole(one))))
    row("– with its first 24 cards, largest", "", lambda one: _kb(max(_whole(one))))
    row("– requests, median and most", "", _requests)
    row("answer with all counts, ms, p50", "", lambda one: _ms([key.answer for key in one.typed.keys], 50))
    row("– **p95**", "– / 4 / 16", lambda one: _ms([key.answer for key in one.typed.keys], 95))
    row(
        "– p95, of each letter the quickest of three",
        "",
        lambda one: _ms([key.answer for key in one.typed.quickest], 95),
    )
    row("– slowest of these", "", lambda one: _ms([key.answer for key in one.typed.quickest], 100))
    row("– with what goes before it, p95 of these", "", lambda one: _ms([key.both for key in one.typed.quickest], 95))
    row("until the list is painted, a phone, ms, p50", "", lambda one: _ms(one.narrow.every, 50))
    row("– **p95**", "– / 16 / –", lambda one: _ms(one.narrow.every, 95))
    row("– p95, of each letter the quickest of three", "", lambda one: _ms(_quickest(one.narrow), 95))
    row("the same on a wide page with its filters, p50", "", lambda one: _ms(one.wide.every, 50))
    row("– **p95**", "– / 16 / –", lambda one: _ms(one.wide.every, 95))
    row("– p95, of each letter the quickest of three", "", lambda one: _ms(_quickest(one.wide), 95))
    row("heap with everything loaded, MB", "", lambda one: f"{one.typed.heap / 1e6:.1f}")
    row("search data: made in, s", "", lambda one: f"{one.made['seconds']:.1f}")
    row("– files", "", lambda one: f"{one.made['files']:,}")
    row("– size, MB", "", lambda one: f"{one.made['size'] / 1e6:.1f}")
    row("– peak memory of the making, MB", "", lambda one: f"{one.made['peak'] / 1e6:,.0f}")


def _print_visits(row: Callable[[str, str, Row], None]) -> None:
    row("**first visit, kB**", "100 / – / –", lambda one: _kb(sum(one.visit.first.values())))
    for kind in ("html", "css", "icon", "data"):
        row(f"– {kind}", "", partial(_first, kind))
    row("– **JavaScript**", "15", partial(_first, "js"))
    row("JavaScript once the search is open, kB", "", lambda one: _kb(_both(one, "js")))
    row("search data once it is open, kB", "", lambda one: _kb(_both(one, "data")))


def _first(kind: str, one: Measured) -> str:
    return _kb(one.visit.first.get(kind, 0))


def _both(one: Measured, kind: str) -> int:
    return one.visit.first.get(kind, 0) + one.visit.opened.get(kind, 0)


def _data(one: Measured) -> list[float]:
    return [each.data for each in one.fetched]


def _whole(one: Measured) -> list[float]:
    return [each.data + each.cards for each in one.fetched]


def _requests(one: Measured) -> str:
    requests: list[float] = [each.requests for each in one.fetched]
    return f"{middle(requests):.0f}, {max(requests)}"


def _quickest(painted: Painted) -> list[float]:
    return list(painted.quickest.values())


def _kb(size: float) -> str:
    return f"{size / 1e3:.1f}"


def _ms(times: list[float], percent: int) -> str:
    return f"{percentile(times, percent):.2f}"


def _line(label: str, bound: str, cells: list[str]) -> None:
    print(f"| {label:<50} | {bound:<14} | " + " | ".join(f"{cell:>9}" for cell in cells) + " |")


def _print_slowest(one: Measured) -> None:
    print(f"\n{one.members:,} members")
    for asked in sorted(one.fetched, key=lambda asked: -asked.data)[:8]:
        print(
            f"{asked.data / 1e3:9.1f} kB of data, {asked.cards / 1e3:.1f} of cards, {asked.found} found: {asked.text}"
        )
    for key in sorted(one.typed.quickest, key=lambda key: -key.answer)[:12]:
        print(f"{key.answer:9.2f} ms to answer: {key.text}")
    for text, time in sorted(one.wide.quickest.items(), key=lambda item: -item[1])[:8]:
        print(f"{time:9.2f} ms to paint: {text}")


main()
