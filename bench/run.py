"""Measures builds of made-up communities; docs/benchmarks.md says how to read what it prints.

Usage: make bench, or: .venv/bin/python bench/run.py [--members N] [--root DIR]
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generate import one_file, write_community

HERE = Path(__file__).parent
MEMORY_DISK = Path("/dev/shm")
ROOM = 250_000
"""Bytes that a member takes at most: the introduction, two editions, and the copy that is timed."""
TIMES = 7
"""Runs of what is over too soon to be measured once; the median counts."""
EDIT = ("headline: ", "headline: Edited. ")


@dataclass(frozen=True, slots=True)
class Built:
    """One build: seconds in all, of each stage and of the processor, peak memory in bytes, files written."""

    seconds: float
    stages: dict[str, float]
    cpu: float
    peak: int
    written: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One community: its size, three builds of it, and in seconds what they are compared with."""

    members: int
    source: int
    files: int
    site: int
    first: Built
    again: Built
    edited: Built
    copy: float
    check: float
    bare: float


def main() -> None:
    """Measure a tenth of the members, then all of them, and print both side by side."""
    parser = argparse.ArgumentParser(description="Measure builds of made-up communities.")
    parser.add_argument("--members", type=int, default=10_000, metavar="N", help="the larger community [10000]")
    parser.add_argument("--root", type=Path, metavar="DIR", help="keep the communities and their sites in this folder")
    options = parser.parse_args()
    sizes = (max(10, options.members // 10), max(100, options.members))
    with ExitStack() as stack:
        folder = options.root or Path(stack.enter_context(_temporary(sizes)))
        folder.mkdir(parents=True, exist_ok=True)
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, in {folder}\n")
        small, large = [_measure(folder / str(size), size) for size in sizes]
    _print(small, large)


def _temporary(sizes: tuple[int, ...]) -> tempfile.TemporaryDirectory[str]:
    """A folder that goes when it is left: in memory if that has room, for a disk would be measured instead."""
    has_room = MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > ROOM * sum(sizes)
    return tempfile.TemporaryDirectory(prefix="acquaint-bench-", dir=MEMORY_DISK if has_room else None)


def _measure(root: Path, members: int) -> Measured:
    if root.exists():
        sys.exit(f"{root} is there already; give another folder.")
    print(f"measuring {members:,} members", file=sys.stderr)
    source = write_community(root, members)
    site, file = root / "site", one_file(root)
    first = _build(root, site)
    copy = _copying(site, root / "copy")
    again = _build(root, site)
    file.write_text(file.read_text("utf-8").replace(*EDIT, 1), "utf-8")
    edited = _build(root, site)
    files = [path for path in site.rglob("*") if path.is_file()]
    return Measured(
        members=members,
        source=source,
        files=len(files),
        site=sum(path.stat().st_size for path in files),
        first=first,
        again=again,
        edited=edited,
        copy=copy,
        check=_median(lambda: _python("-m", "acquaint", "check", "--root", str(root), str(file))),
        bare=_median(lambda: _python("-c", "pass")),
    )


def _python(*arguments: str) -> str:
    """Run this interpreter; gives what it printed. A run that fails ends the whole measurement."""
    # As installed: with this variable set, every run would compile the whole package again.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, env=environment, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} failed:\n{done.stdout}")
    return done.stdout


def _build(root: Path, site: Path) -> Built:
    started = time.perf_counter()
    told = json.loads(_python(str(HERE / "stages.py"), str(root), str(site)))
    return Built(seconds=time.perf_counter() - started, **told)


def _copying(site: Path, copy: Path) -> float:
    """Seconds that a plain copy of the site takes: what writing it costs, and nothing else."""
    seconds = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run(["cp", "-r", site, copy], check=True)
        seconds.append(time.perf_counter() - started)
        shutil.rmtree(copy)
    return statistics.median(seconds)


def _median(action: Callable[[], object]) -> float:
    seconds = []
    for _ in range(TIMES):
        started = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)


def _print(small: Measured, large: Measured) -> None:
    _row("", f"{small.members:,}", f"{large.members:,}", "growth per member")
    _both("introductions, kB", small, large, lambda one: f"{one.source / 1e3:,.0f}")
    _both("files of the site", small, large, lambda one: f"{one.files:,}")
    _both("size of the site, MB", small, large, lambda one: f"{one.site / 1e6:,.1f}")
    print()
    _seconds("first build, s", small, large, lambda one: one.first.seconds)
    for stage in ["", *large.first.stages]:
        _seconds(f"  {stage or 'start and end'}", small, large, partial(_stage, stage))
    _seconds("  of which the processor worked", small, large, lambda one: one.first.cpu)
    _both("first build / copy", small, large, lambda one: f"{one.first.seconds / one.copy:.1f}")
    _both("peak memory, MB", small, large, lambda one: f"{one.first.peak / 1e6:,.0f}")
    print()
    _seconds("cp -r of the site, s", small, large, lambda one: one.copy)
    _seconds("build, nothing changed, s", small, large, lambda one: one.again.seconds)
    _both("  / first build", small, large, lambda one: f"{one.again.seconds / one.first.seconds:.2f}")
    _seconds("build after one edit, s", small, large, lambda one: one.edited.seconds)
    _both("  / first build", small, large, lambda one: f"{one.edited.seconds / one.first.seconds:.2f}")
    _both("  files written", small, large, lambda one: f"{one.edited.written:,}")
    print()
    _both("check of one file, ms", small, large, lambda one: f"{one.check * 1e3:.0f}")
    _both("  bare interpreter, ms", small, large, lambda one: f"{one.bare * 1e3:.0f}")


def _stage(stage: str, one: Measured) -> float:
    """Seconds of a stage of the first build, or with "" of the process around the stages."""
    stages = one.first.stages
    return stages.get(stage, 0.0) if stage else one.first.seconds - sum(stages.values())


def _both(label: str, small: Measured, large: Measured, shown: Callable[[Measured], str]) -> None:
    _row(label, shown(small), shown(large), "")


def _seconds(label: str, small: Measured, large: Measured, of: Callable[[Measured], float]) -> None:
    """A row of times, with how much more a member costs in the larger community: 1.0 is linear."""
    growth = (of(large) / large.members) / (of(small) / small.members)
    _row(label, f"{of(small):.2f}", f"{of(large):.2f}", f"{growth:.2f}")


def _row(label: str, *cells: str) -> None:
    print(f"{label:<50}{cells[0]:>10}{cells[1]:>10}{cells[2]:>20}".rstrip())


main()
