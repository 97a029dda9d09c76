"""Builds one community once, in a process of its own, and says as JSON what each stage took.

Usage: python bench/stages.py ROOT OUT
"""

import json
import resource
import sys
import time
from itertools import pairwise
from pathlib import Path

from generate import DAY

from acquaint.build import Order, build

KIB = 1 if sys.platform == "darwin" else 1024
"""Bytes in what getrusage counts in: Linux gives kilobytes."""


def main() -> None:
    """Build `ROOT` into `OUT`."""
    root, out = map(Path, sys.argv[1:])
    told: list[tuple[str, float]] = []
    report = build(Order(root=root, out=out, day=DAY), lambda step: told.append((step, time.perf_counter())))
    told.append(("", time.perf_counter()))
    cpu = time.process_time()
    # Linux hands a child its parent's peak, so bench/run.py stays small itself.
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * KIB
    stages = {step: after - before for (step, before), (_, after) in pairwise(told)}
    print(json.dumps({"stages": stages, "cpu": cpu, "peak": peak, "written": sum(report.written.values())}))


main()
