"""Builds one community once, in a process of its own, and says as JSON what each stage took.

Usage: python bench/stages.py ROOT OUT
"""

import json
import sys
import time
from itertools import pairwise
from pathlib import Path

from generate import DAY

from acquaint.build import Order, build


def main() -> None:
    """Build `ROOT` into `OUT`."""
    root, out = map(Path, sys.argv[1:])
    told: list[tuple[str, float]] = []
    report = build(Order(root=root, out=out, day=DAY), lambda step: told.append((step, time.perf_counter())))
    told.append(("", time.perf_counter()))
    stages = {step: after - before for (step, before), (_, after) in pairwise(told)}
    print(json.dumps({"stages": stages, "written": sum(report.written.values())}))


main()
