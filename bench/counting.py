"""Makes one edit of each kind and builds after it, all in one process, and says as JSON what each build did.

Usage: python bench/counting.py ROOT OUT

The times under `serve` depend on the machine; these counts don't.
"""

import json
import sys
from pathlib import Path

from edits import KINDS, Community
from generate import DAY

from acquaint.build import Order, build
from acquaint.store import Store


def main() -> None:
    """Build `ROOT` into `OUT` once, then after each edit."""
    root, out = map(Path, sys.argv[1:])
    order, store = Order(root=root, out=out, day=DAY), Store()
    _build(order, store)
    community = Community(root)
    counts = {}
    for kind in KINDS:
        kind.make(community, 1).carry_out()
        counts[kind.name] = _build(order, store)
    print(json.dumps(counts))


def _build(order: Order, store: Store) -> dict[str, int]:
    """Build as `serve` does; gives the steps run and the files written."""
    store.begin()
    report = build(order, lambda step: None, store)
    store.good()
    return {"steps": store.ran.total(), "written": sum(report.written.values())}


main()
