"""The tables of what was measured, in Markdown: each number beside the bound that it has to hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builds import Measured
from editing import Served
from edits import KINDS
from measuring import percentile

Number = Callable[[Measured], float]
Bounds = Mapping[int, float]
"""What a number may be at most, by the number of members."""

OF_HUGO: Bounds = {1_000: 8, 10_000: 8}
A_HUNDRED: Bounds = {100: 1.27}
"""Seconds; a third of what it took before builds remembered anything."""
MEMORY: Bounds = {10_000: 250}
NOTHING_CHANGED: Bounds = {10_000: 0.15}
ONE_EDIT: Bounds = {10_000: 0.3}
"""Of Hugo's run, as the one before."""
_WORDS = {None: "", True: "holds", False: "**not yet**"}
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, its numbers, the bound in words, and whether it holds (None: there is none)."""

    label: str
    cells: Sequence[str]
    bound: str = ""
    holds: bool | None = None


@dataclass(frozen=True, slots=True)
class Short:
    """Something short or small, measured once: its name, number and bound, and how a number is shown."""

    label: str
    number: float
    bound: float | None = None
    shown: str = "{:,.0f}"


def table(head: Sequence[str], rows: Sequence[Row]) -> str:
    """A table with the columns of `head`, which end with the bound and whether it holds."""
    lines = [list(head), ["---", *["---:"] * (len(head) - 2), "---"]]
    lines += [[row.label, *row.cells, row.bound, _WORDS[row.holds]] for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *middle, last = zip(cells, widths, strict=True)
    padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in middle), last[0].ljust(last[1])]
    return f"| {' | '.join(padded)} |"


def of_builds(measured: Sequence[Measured]) -> str:
    """Builds of each size: times as ratios first, then what they are made of."""
    names = list(measured[0].beside)
    rows = [*_ratios(measured, names), *_times(measured, names), *_sizes(measured, names)]
    return table(["", *(f"{one.members:,}" for one in measured), "bound", ""], rows)


def lines(measured: Sequence[Measured]) -> dict[str, dict[int, float]]:
    """Seconds of a cold build by the number of members, ours first: what is drawn."""
    ours = {"Acquaint": {one.members: _cold(one) for one in measured}}
    names = measured[0].beside
    return ours | {name: {one.members: one.beside[name].run.seconds for one in measured} for name in names}


def _ratios(measured: Sequence[Measured], names: Sequence[str]) -> Iterator[Row]:
    for name in names:
        of_hugo = name == "Hugo"
        yield _row(measured, f"**cold, both editions, of {name}'s time**", _cold_of(name), OF_HUGO if of_hugo else {})
        yield _row(measured, f"– in seconds of the processor, of {name}'s", _processor_of(name))
    for label, number, bounds in (
        ("nothing changed, of Hugo's time", _again, NOTHING_CHANGED),
        ("after one edit, of Hugo's time", _edited, ONE_EDIT),
    ):
        if "Hugo" in names:
            yield _row(measured, label, _of(number, "Hugo"), bounds)
    yield _row(measured, "nothing changed, of a cold build", lambda one: _again(one) / _cold(one))
    yield _row(measured, "after one edit, of a cold build", lambda one: _edited(one) / _cold(one))
    yield _row(measured, "cold, of `cp -r` of the site", lambda one: _cold(one) / one.copy, shown="{:,.0f}")


def _times(measured: Sequence[Measured], names: Sequence[str]) -> Iterator[Row]:
    yield _row(measured, "**cold, s**", _cold, A_HUNDRED)
    for stage in measured[-1].cold.stages:
        yield _row(measured, f"– {stage}", _stage(stage))
    yield _row(measured, "– of which the processor worked", lambda one: one.cold.run.cpu)
    for name in names:
        yield _row(measured, f"{name}, s", _seconds(name))
        yield _row(measured, "– of which the processor worked", _processor(name))


def _sizes(measured: Sequence[Measured], names: Sequence[str]) -> Iterator[Row]:
    yield _row(measured, "**peak memory, MB**", lambda one: one.cold.run.peak / 1e6, MEMORY, "{:,.0f}")
    small, large = measured[0], measured[-1]
    if small is not large:
        slope = (large.cold.run.peak - small.cold.run.peak) / (large.members - small.members)
        cells = [*[_NONE] * (len(measured) - 1), f"{slope / 1e3:,.1f}"]
        yield Row(f"– what a member adds from {small.members:,} on, kB", cells)
    for name in names:
        yield _row(measured, f"– {name}", _peak(name), shown="{:,.0f}")
    yield _row(measured, "introductions, kB", lambda one: one.source / 1e3, shown="{:,.0f}")
    yield _row(measured, "files of the site", lambda one: one.site.files, shown="{:,.0f}")
    for name in names:
        yield _row(measured, f"– {name}", _files(name), shown="{:,.0f}")
    yield _row(measured, "size of the site, MB", lambda one: one.site.size / 1e6, shown="{:,.1f}")
    for name in names:
        yield _row(measured, f"– {name}", _size(name), shown="{:,.1f}")
    yield _row(measured, "files written after one edit", lambda one: one.edited.written, shown="{:,.0f}")


def _row(
    measured: Sequence[Measured], label: str, number: Number, bounds: Bounds | None = None, shown: str = "{:,.2f}"
) -> Row:
    cells = [shown.format(number(one)) for one in measured]
    held = [number(one) <= bounds[one.members] for one in measured if one.members in (bounds or {})] if bounds else []
    return Row(label, cells, _in_words(bounds or {}), all(held) if held else None)


def _in_words(bounds: Bounds) -> str:
    """The bound, and where it holds: every row has one value for all its sizes."""
    if not bounds:
        return ""
    return f"{next(iter(bounds.values())):g} at {' and '.join(f'{members:,}' for members in bounds)}"


def _cold(one: Measured) -> float:
    return one.cold.run.seconds


def _again(one: Measured) -> float:
    return one.again.run.seconds


def _edited(one: Measured) -> float:
    return one.edited.run.seconds


def _stage(stage: str) -> Number:
    return lambda one: one.cold.stages.get(stage, 0.0)


def _of(number: Number, name: str) -> Number:
    return lambda one: number(one) / one.beside[name].run.seconds


def _cold_of(name: str) -> Number:
    return _of(_cold, name)


def _processor_of(name: str) -> Number:
    return lambda one: one.cold.run.cpu / one.beside[name].run.cpu


def _seconds(name: str) -> Number:
    return lambda one: one.beside[name].run.seconds


def _processor(name: str) -> Number:
    return lambda one: one.beside[name].run.cpu


def _peak(name: str) -> Number:
    return lambda one: one.beside[name].run.peak / 1e6


def _files(name: str) -> Number:
    return lambda one: one.beside[name].site.files


def _size(name: str) -> Number:
    return lambda one: one.beside[name].site.size / 1e6


def of_edits(served: Served, counts: Mapping[str, Mapping[str, int]]) -> str:
    """Each kind of edit: how often it was made, how long until its page was served, and what a build did for it."""
    rows = []
    for kind in KINDS:
        seconds, counted = served.edits[kind.name], counts[kind.name]
        slowest = percentile(seconds, 0.95)
        times = [f"{len(seconds)}", f"{percentile(seconds, 0.5):.2f}", f"{slowest:.2f}"]
        did = [f"{counted[what]:,}" for what in ("steps", "written")]
        rows.append(Row(kind.name, [*times, *did], f"{kind.bound:g}", slowest <= kind.bound))
    return table(["edit", "times", "p50, s", "p95, s", "steps run", "files written", "bound of p95", ""], rows)


def of_shorts(shorts: Sequence[Short]) -> str:
    """What was measured once."""
    rows = []
    for one in shorts:
        bound, holds = ("", None) if one.bound is None else (f"{one.bound:g}", one.number <= one.bound)
        rows.append(Row(one.label, [one.shown.format(one.number)], bound, holds))
    return table(["", "now", "bound", ""], rows)
