"""Pages that show what the theme is made of, its colours, its sizes of type and its faces, and all pictures of it."""

import re
from html import escape

LETTERS = ("M", "NT", "Z", "阿", "أ", "Å", "Щ", "კ", "K9", "S")
HUES, PATTERNS = 10, 8
SHOWN = ("paper", "surface", "wash", "ink", "ink-soft", "line", "line-strong", "accent", "accent-soft", "sun", "signal")
SIZES = ("4xl", "3xl", "2xl", "xl", "l", "m", "s", "xs")
HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Samples</title>
<link rel="stylesheet" href="public/assets/style.css"><style>
.half { padding: 24px; color-scheme: light; background: var(--paper); color: var(--ink) }
.row { display: flex; flex-wrap: wrap; gap: 12px; align-items: baseline }
.swatch { inline-size: 124px; font-size: 12px }
.swatch i { display: block; block-size: 56px; border: 1px solid #8886; border-radius: 10px 10px 0 0 }
.size { display: flex; gap: 24px; align-items: baseline; font-family: var(--serif); line-height: 1.25 }
.size small { inline-size: 7em; font-family: var(--sans) }
"""


def palette(tokens: str) -> str:
    """The colours by day and by night and the sizes of type, as `tokens`, the theme's sheet of them, has them."""
    day, night = _colours(tokens[: tokens.index("@media")]), _colours(tokens[tokens.index("@media") :])
    halves = "".join(_half(colours, scheme) for colours, scheme in ((day, "light"), (day | night, "dark")))
    sizes = "".join(
        f'<div class="size"><small>--text-{size}</small>'
        f'<span style="font-size: var(--text-{size})">People first</span></div>'
        for size in SIZES
    )
    return f"{HEAD}</style>{halves}<div class='half'>{sizes}</div>"


def faces() -> str:
    """Every pattern in every hue, by day and by night."""
    rows = "".join(
        _face(hue, pattern, LETTERS[(hue + pattern) % len(LETTERS)])
        for pattern in range(PATTERNS)
        for hue in range(HUES)
    )
    grid = (
        ".row { display: grid; grid-template-columns: repeat(10, 84px); padding: 24px; justify-content: space-between }"
    )
    return f'{HEAD}{grid}</style><div class="row">{rows}</div>'


def contact_sheet(drawn: dict[str, list[str]]) -> str:
    """A page with all pictures of each kind in a row."""
    rows = []
    for kind, names in sorted(drawn.items()):
        images = "".join(
            f'<a href="{name}"><img src="{name}" title="{name}" height="420" loading="lazy"></a> '
            for name in map(escape, sorted(names))
        )
        rows.append(f"<h2>{escape(kind)}</h2><p>{images}</p>")
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Every kind of page</title>{"".join(rows)}'


def _face(hue: int, pattern: int, letters: str) -> str:
    text = f'<text x="32" y="36" text-anchor="middle" dominant-baseline="central">{letters}</text>'
    return f'<svg class="avatar avatar--drawn hue-{hue} pattern-{pattern}" viewBox="0 0 64 64">{text}</svg>'


def _colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


def _half(colours: dict[str, str], scheme: str) -> str:
    swatches = "".join(
        f'<div class="swatch"><i style="background: {colours[name]}"></i>--{escape(name)}<br>{colours[name]}</div>'
        for name in SHOWN
    )
    style = f"background: {colours['paper']}; color: {colours['ink']}"
    return f'<div class="half" style="{style}" data-scheme="{scheme}"><div class="row">{swatches}</div></div>'
