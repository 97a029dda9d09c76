"""Draws how long builds take against how many members they have, both axes logarithmic, as an SVG of its own.

It is readable in light and dark: the colours follow the reader's setting, on a ground of the picture's own.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 64, 600, 48, 364
"""The frame; right of it each line is named."""

Line = Mapping[int, float]
"""Seconds by the number of members."""

_STYLE = """\
svg { --ground: #fff; --ink: #1f2328; --soft: #59636e; --rule: #d1d9e0; --a: #a4400a; --b: #0b62b8; --c: #2a7038 }
@media (prefers-color-scheme: dark) {
  svg { --ground: #14171b; --ink: #e8eaed; --soft: #a5adb8; --rule: #363d46; --a: #ff9d5c; --b: #74b6ff; --c: #7ccf8d }
}
text { font: 13px system-ui, sans-serif; fill: var(--soft) }
.title { font-size: 15px; font-weight: 600; fill: var(--ink) }
.name { font-weight: 600 }
.rule { stroke: var(--rule) }
.line { fill: none; stroke-width: 2.5 }
"""
_COLOURS = ("a", "b", "c")
_DASHES = ("", "8 4", "2 4")
"""Lines differ in more than their colour."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """A logarithmic axis from `low` to `high`, drawn between two coordinates."""

    low: float
    high: float
    begin: float
    end: float

    def at(self, value: float) -> float:
        """Where `value` stands."""
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return self.begin + share * (self.end - self.begin)

    def powers(self) -> Iterator[float]:
        """The powers of ten on it."""
        for power in range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1):
            if self.low <= 10.0**power <= self.high:
                yield 10.0**power


def draw(lines: Mapping[str, Line]) -> str:
    """The picture of `lines` by their names, at most three; each has at least one point."""
    members = [count for line in lines.values() for count in line]
    seconds = [one for line in lines.values() for one in line.values()]
    across = _Axis(min(members) / 1.4, max(members) * 1.4, LEFT, RIGHT)
    up = _Axis(10 ** math.floor(math.log10(min(seconds))), 10 ** math.ceil(math.log10(max(seconds))), BOTTOM, TOP)
    heights = _apart({name: up.at(line[max(line)]) for name, line in lines.items()})
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title">',
        '<title id="title">Seconds of a cold build of both editions, by the number of members</title>',
        f"<style>\n{_STYLE}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="var(--ground)"/>',
        f'<text class="title" x="{LEFT}" y="26">Cold build of both editions, seconds</text>',
        *_rules(across, up),
    ]
    for number, (name, line) in enumerate(lines.items()):
        parts += _line(line, number, (across, up))
        parts.append(
            f'<text class="name" x="{RIGHT + 10}" y="{heights[name] + 4:.1f}" style="fill: var(--{_COLOURS[number]})">'
            f"{name}</text>"
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _rules(across: _Axis, up: _Axis) -> Iterator[str]:
    """A line for each power of ten, and what it stands for."""
    for value in up.powers():
        y = up.at(value)
        yield f'<path class="rule" d="M{LEFT} {y:.1f}H{RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:,g}</text>'
    for value in across.powers():
        x = across.at(value)
        yield f'<path class="rule" d="M{x:.1f} {TOP}V{BOTTOM}"/>'
        yield f'<text x="{x:.1f}" y="{BOTTOM + 20}" text-anchor="middle">{value:,.0f}</text>'
    yield f'<text x="{(LEFT + RIGHT) / 2}" y="{BOTTOM + 42}" text-anchor="middle">members</text>'


def _line(line: Line, number: int, axes: tuple[_Axis, _Axis]) -> Iterator[str]:
    across, up = axes
    points = [(across.at(members), up.at(seconds)) for members, seconds in sorted(line.items())]
    colour, dashes = _COLOURS[number], _DASHES[number]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline class="line" points="{path}" stroke="var(--{colour})" stroke-dasharray="{dashes}"/>'
    for x, y in points:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="var(--{colour})"/>'


def _apart(heights: Mapping[str, float]) -> dict[str, float]:
    """Heights of the names, moved down where two would cover each other."""
    placed: dict[str, float] = {}
    lowest = -math.inf
    for name, height in sorted(heights.items(), key=lambda item: item[1]):
        lowest = max(height, lowest + 18)
        placed[name] = lowest
    return placed
