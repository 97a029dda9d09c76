"""Runs a program as a process of its own, and gives what it cost."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KIB = 1 if sys.platform == "darwin" else 1024
"""Bytes in what the system counts memory in: Linux gives kilobytes."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds, seconds of the processor, peak memory in bytes, and what was printed.

    What it started itself and waited for is in all of them; of the memory it is the largest, not the sum.
    """

    seconds: float
    cpu: float
    peak: int
    printed: str


@dataclass(frozen=True, slots=True)
class Weight:
    """What a run left: files, and their size in bytes."""

    files: int
    size: int


def run(command: Sequence[str], variables: Mapping[str, str] | None = None) -> Run:
    """Run `command`, with `variables` on top of the environment. One that fails ends the whole measurement."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=printed, stderr=subprocess.STDOUT, env=environment(variables))
        cpu, peak = cost(process)
        seconds = time.perf_counter() - started
        printed.seek(0)
        text = printed.read()
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{text}")
    return Run(seconds, cpu, peak, text)


def cost(process: subprocess.Popen[bytes]) -> tuple[float, int]:
    """Wait for the end of `process`; gives its seconds of the processor and its peak memory in bytes."""
    # Linux hands a child its parent's peak, so whoever calls this stays small.
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss * KIB


def environment(variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment as a user has it, and `variables`."""
    # With this one set, every start would compile the whole package again.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **(variables or {})}


def quickest(times: int, action: Callable[[], Run]) -> Run:
    """The quickest of several runs: the one that was disturbed least."""
    return min((action() for _ in range(times)), key=lambda one: one.seconds)


def middle(times: int, action: Callable[[], Run]) -> float:
    """The median of several runs, in seconds."""
    return statistics.median(action().seconds for _ in range(times))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -int(-len(ordered) * share // 1) - 1)]


def weigh(*folders: Path) -> Weight:
    """All files below `folders`."""
    sizes = [path.stat().st_size for folder in folders for path in folder.rglob("*") if path.is_file()]
    return Weight(len(sizes), sum(sizes))


def say(sentence: str) -> None:
    """Tell whoever waits how far it is; the table alone goes to the standard output."""
    print(sentence, file=sys.stderr, flush=True)
