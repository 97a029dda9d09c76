"""Measures builds, edits and what is over soon; docs/benchmarks.md says how to read what it prints.

Usage: make bench, or: .venv/bin/python bench/run.py [--quick] [--only builds edits starts] [--plot FILE]
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime, time
from pathlib import Path

import builds
import peers
import plot
import tables
from editing import serve_and_edit
from generate import DAY
from measuring import middle, run, say
from tables import Short

HERE = Path(__file__).parent
MEMORY_DISK = Path("/dev/shm")
ROOM = 350_000
"""Bytes that a member takes at most: the introduction, two editions and their copy, a peer's sources and site."""
SIZES, LARGE = (100, 1_000), 10_000
PARTS = ("builds", "edits", "starts")
TIMES = 9
"""Runs of what is over too soon to be measured once; the median counts."""


def main() -> None:
    """Measure each part that is wanted, and print its table at once."""
    options = _options()
    sizes = options.members or [*SIZES, *([] if options.quick else [LARGE])]
    os.environ["SOURCE_DATE_EPOCH"] = f"{int(datetime.combine(DAY, time(12), UTC).timestamp())}"
    with ExitStack() as stack:
        folder = options.root or Path(stack.enter_context(_temporary(max([*sizes, options.served]))))
        folder.mkdir(parents=True, exist_ok=True)
        for peer in peers.missing():
            say(f"{peer.name} is not installed, so nothing is compared with it; `make .venv/.bench` installs it.")
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, in {folder}", flush=True)
        if "builds" in options.only:
            _print(_builds(folder, sizes, options))
        if "edits" in options.only:
            _print(*_edits(folder, options))
        if "starts" in options.only:
            _print(_starts(folder, options.served))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure builds, edits and start.")
    parser.add_argument("--quick", action="store_true", help=f"leave out the builds of {LARGE:,} members")
    parser.add_argument("--members", type=int, nargs="+", metavar="N", help="other sizes [100 1000 10000]")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="only these parts")
    parser.add_argument("--served", type=int, default=1_000, metavar="N", help="members that are served [1000]")
    parser.add_argument("--edits", type=int, default=20, metavar="N", help="edits of each kind at most [20]")
    parser.add_argument("--patience", type=float, default=40, metavar="S", help="seconds for each kind of edit [40]")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the cold builds as an SVG")
    parser.add_argument("--root", type=Path, metavar="DIR", help="keep the communities and their sites in this folder")
    return parser.parse_args()


def _temporary(members: int) -> tempfile.TemporaryDirectory[str]:
    """A folder that goes when it is left: in memory if that has room, for a disk would be measured instead."""
    has_room = MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > ROOM * members
    return tempfile.TemporaryDirectory(prefix="acquaint-bench-", dir=MEMORY_DISK if has_room else None)


def _print(*shown: str) -> None:
    for table in shown:
        print(f"\n{table}", flush=True)


def _builds(folder: Path, sizes: list[int], options: argparse.Namespace) -> str:
    """The table of builds; draws them as well if that is wanted."""
    beside = peers.installed()
    measured = [
        builds.measure(folder / f"{size}", size, beside, times=1 if size >= LARGE else 3) for size in sorted(sizes)
    ]
    if options.plot:
        options.plot.write_text(plot.draw(tables.lines(measured)), "utf-8")
    return tables.of_builds(measured)


def _edits(folder: Path, options: argparse.Namespace) -> tuple[str, str]:
    """The table of edits, and what serving cost besides."""
    served_root, counted_root = folder / "served", folder / "counted"
    builds.make(served_root, options.served)
    served = serve_and_edit(served_root, options.edits, options.patience)
    say("counting what each edit makes a build do")
    builds.make(counted_root, options.served)
    counted = run([sys.executable, f"{HERE / 'counting.py'}", f"{counted_root}", f"{folder / 'counted-site'}"])
    besides = [
        Short("`serve` until its first page, s", served.first_page, shown="{:.1f}"),
        Short("peak memory of `serve` after all edits, MB", served.peak / 1e6),
    ]
    return tables.of_edits(served, json.loads(counted.printed)), tables.of_shorts(besides)


def _starts(folder: Path, members: int) -> str:
    """The table of what is over soon, and of the example, a community with three languages."""
    say("starting")
    root = folder / "started"
    builds.make(root, members)
    file = sorted((root / "members").iterdir())[7]
    command = [f"{Path(sys.executable).with_name('acquaint')}"]
    builds.make_example(folder / "example")
    example = builds.from_nothing(folder / "example", folder / "example-site", 3)
    return tables.of_shorts(
        [
            Short("the example (24 members, three languages), cold, s", example.run.seconds, 1.5, "{:.2f}"),
            Short("`check` of one file, ms", _ms(*command, "check", "--root", f"{root}", f"{file}"), 150),
            Short("`--version`, ms", _ms(*command, "--version"), 80),
            Short("bare interpreter, ms", _ms(sys.executable, "-c", "pass")),
        ]
    )


def _ms(*command: str) -> float:
    return middle(TIMES, lambda: run(command)) * 1e3


main()
