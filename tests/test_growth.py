"""One edit costs the same in a large community: how many steps are run and how many files written, by kind of edit."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from acquaint.build import Order, build
from acquaint.store import Store
from communities import DAY, write

SIZES = (30, 300)
HANDLE = "m-012"
TEXT = """---
nickname: {nickname}
headline: I keep the gate number {number}
skills: [Trade {trade}, Craft {craft}]
offers: [A walk along the {walk} wall]
city: Berlin
country: Germany
joined: 2026-01-{day:02}
name: Person{number} Lindqvist{number}
company: Northwind{number} Data
contact: {{email: p{number}@post.example, phone: "+49 30 2000{number:04}"}}
---
I bake bread on Thursdays, and I walk home.
"""

EDITS: dict[str, tuple[Callable[[str], str], int, int]] = {
    "bio": (lambda text: text.replace("walk home.", "walk home late."), 50, 21),
    "headline": (lambda text: text.replace("I keep the gate", "I keep the bridge"), 90, 36),
    "offer": (lambda text: text.replace("A walk along", "A long walk along"), 65, 28),
    "private name": (lambda text: text.replace("name: Person", "name: Other"), 30, 17),
    "private contact": (lambda text: text.replace("email: p", "email: q"), 30, 16),
    "skill": (lambda text: text.replace("skills: [", "skills: [Weaving, "), 110, 44),
}
"""Each kind of edit, and how many steps it runs and files it writes at most, in both editions together."""


def _member(number: int) -> str:
    return TEXT.format(
        nickname=f"Nick{number}", number=number, trade=number, craft=number, walk=number, day=1 + number % 28
    )


def _counted(root: Path, size: int) -> dict[str, tuple[int, int]]:
    write(root, {f"members/m-{number:03}.md": _member(number) for number in range(size)})
    path, store = root / "members" / f"{HANDLE}.md", Store()
    before, counted = path.read_text("utf-8"), {}

    def built() -> tuple[int, int]:
        store.begin()
        report = build(Order(root=root, out=None, day=DAY), lambda step: None, store)
        store.good()
        return sum(store.ran.values()), sum(report.written.values())

    built()
    for name, (edit, _, _) in EDITS.items():
        path.write_text(edit(before), "utf-8")
        counted[name] = built()
        path.write_text(before, "utf-8")
        built()
    return counted


@pytest.mark.slow
def test_an_edit_runs_no_more_steps_and_writes_no_more_files_at_300_than_at_30_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In how many files the words of one member stand depends on how finely the index is cut: here it isn't.
    monkeypatch.setattr(import_module("acquaint.search.terms"), "MOST_IN_A_SHARD", 10**9)
    small, large = (_counted(tmp_path / str(size), size) for size in SIZES)
    for name, (_, steps, files) in EDITS.items():
        for counted in (small[name], large[name]):
            assert counted[0] <= steps and counted[1] <= files, (name, counted)
        # Whom others call similar may differ by a page or two, as words weigh otherwise among few.
        assert large[name][0] - small[name][0] <= 6 and large[name][1] - small[name][1] <= 2, name
