"""The mark as pictures for home screens, drawn at build time in the community's accent on its paper."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from acquaint.colours import BLACK, LIGHT, Colour

if TYPE_CHECKING:
    from PIL import Image

ACCENT = Colour(0x86, 0x26, 0x4F)
SECOND = Colour(0xE0, 0xA1, 0x3C)
"""The colours of the two arches, as in assets/icon.svg; the first gives way to a community's own accent."""

_OVERLAP = Colour(0x4A, 0x12, 0x30)
_SHADE = 0.45
"""How much black is in another accent where the arches overlap."""
_FINER = 4
"""How many times larger the mark is drawn than it is shown, so that its edges are smooth."""
_BOX = (2.0, 3.5, 30.0, 29.0)
"""What the arches fill of a box of 32: left, top, right, bottom."""
_RADIUS = 8.5
_ARCHES = ((2.0, 12.0), (13.0, 18.0))
"""Where each arch begins on the left, and the height at which its curve does."""
_CORNER = 0.22


@dataclass(frozen=True, slots=True)
class _Kind:
    """One picture: its side in pixels, how much of it the mark is wide, and whether its corners are rounded off."""

    name: str
    side: int
    share: float
    rounded: bool


# iOS and Android cut their own shape out of a whole square; Android's may leave only a circle of 80 % (the safe zone).
_KINDS = (
    _Kind("icon-180.png", 180, 0.62, rounded=False),
    _Kind("icon-192.png", 192, 0.66, rounded=True),
    _Kind("icon-512.png", 512, 0.66, rounded=True),
    _Kind("icon-maskable.png", 512, 0.52, rounded=False),
)


def icons(accent: Colour = ACCENT, paper: Colour = LIGHT.paper) -> Iterator[tuple[str, bytes]]:
    """Each icon's name below assets/, and the PNG; the same colours give the same bytes."""
    yield from _drawn(accent, paper)


def tinted(mark: bytes, accent: Colour) -> bytes:
    """Our assets/icon.svg in another accent."""
    shades = ((ACCENT, accent), (_OVERLAP, _shade(accent)))
    for ours, theirs in shades:
        mark = mark.replace(str(ours).encode(), str(theirs).encode())
    return mark


@cache
def _drawn(accent: Colour, paper: Colour) -> tuple[tuple[str, bytes], ...]:
    return tuple((kind.name, _png(kind, accent, paper)) for kind in _KINDS)


def _png(kind: _Kind, accent: Colour, paper: Colour) -> bytes:
    from PIL import Image, ImageChops, ImageDraw  # Pillow is slow to import, and most of what is built needs none.

    size = (kind.side, kind.side)
    canvas = Image.new("RGB", size, _rgb(paper))
    first, second = (_arch(kind, left, shoulder) for left, shoulder in _ARCHES)
    both = ImageChops.darker(first, second)
    for mask, colour in ((first, accent), (second, SECOND), (both, _shade(accent))):
        canvas.paste(_rgb(colour), mask=mask.reduce(_FINER))
    if kind.rounded:
        finer = kind.side * _FINER
        whole = Image.new("L", (finer, finer))
        ImageDraw.Draw(whole).rounded_rectangle((0, 0, finer - 1, finer - 1), finer * _CORNER, fill=255)
        canvas.putalpha(whole.reduce(_FINER))
    file = io.BytesIO()
    canvas.save(file, "PNG", optimize=True)
    return file.getvalue()


def _arch(kind: _Kind, left: float, shoulder: float) -> "Image.Image":
    """One arch as a mask, larger than it is shown."""
    from PIL import Image, ImageDraw

    side = kind.side * _FINER
    scale = kind.share * side / (_BOX[2] - _BOX[0])
    middle = ((_BOX[0] + _BOX[2]) / 2, (_BOX[1] + _BOX[3]) / 2)

    def at(x: float, y: float) -> tuple[float, float]:
        return side / 2 + (x - middle[0]) * scale, side / 2 + (y - middle[1]) * scale

    mask = Image.new("L", (side, side))
    draw = ImageDraw.Draw(mask)
    right = left + 2 * _RADIUS
    draw.ellipse((*at(left, shoulder - _RADIUS), *at(right, shoulder + _RADIUS)), fill=255)
    draw.rectangle((*at(left, shoulder), *at(right, _BOX[3])), fill=255)
    return mask


def _shade(accent: Colour) -> Colour:
    return _OVERLAP if accent == ACCENT else accent.mixed(BLACK, _SHADE)


def _rgb(colour: Colour) -> tuple[int, int, int]:
    return colour.red, colour.green, colour.blue
