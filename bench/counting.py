"""Makes one edit of each kind and builds after it, all in one process, and says as JSON what each build did.

Usage: python bench/counting.py ROOT OUT

The times under `serve` depend on the machine; these counts don't.
"""

import json
import sys
from pathlib import Path

from edits import KINDS, Community
from generate import DAY

from acquaint.build import Order, Report, build


def main() -> None:
    """Build `ROOT` into `OUT` once, then after each edit."""
    root, out = map(Path, sys.argv[1:])
    order = Order(root=root, out=out, day=DAY)
    _build(order)
    community = Community(root)
    counts = {}
    for kind in KINDS:
        kind.make(community, 1).carry_out()
        counts[kind.name] = _counted(_build(order))
    print(json.dumps(counts))


def _build(order: Order) -> Report:
    return build(order, lambda step: None)


def _counted(report: Report) -> dict[str, int | None]:
    """Files written, and steps run; None until a build tells how many of its steps it ran."""
    return {"written": sum(report.written.values()), "steps": None}


main()
