"""Colours as theme and checks need them: contrast as WCAG 2.2 defines it, and the nearest shade that has enough."""

import colorsys
import re
from dataclasses import dataclass

ENOUGH = 4.5
"""The contrast that text needs against what is behind it (WCAG 2.2, 1.4.3)."""
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEP = 0.01
_SOFT = 0.1
"""How much accent is in the tint behind a tag."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in sRGB, each channel from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """Relative luminance from 0 to 1 (WCAG 2.2, glossary)."""
        red, green, blue = (_linear(channel / 255) for channel in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def mixed(self, other: "Colour", share: float) -> "Colour":
        """This colour with a `share` of `other` from 0 to 1."""
        pairs = ((self.red, other.red), (self.green, other.green), (self.blue, other.blue))
        return Colour(*(round(mine + (theirs - mine) * share) for mine, theirs in pairs))


WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Scheme:
    """What lies behind an accent on light or on dark pages; the same values stand in the theme's tokens.css."""

    paper: Colour
    surface: Colour


LIGHT = Scheme(paper=Colour(0xF9, 0xF7, 0xF4), surface=Colour(0xFF, 0xFD, 0xFA))
DARK = Scheme(paper=Colour(0x1A, 0x17, 0x18), surface=Colour(0x24, 0x20, 0x21))


def colour(text: str) -> Colour | None:
    """`#rgb` or `#rrggbb` as a colour; None for anything else."""
    match = _HEX.fullmatch(text.strip())
    if match is None:
        return None
    digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
    return Colour(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))


def contrast(one: Colour, other: Colour) -> float:
    """From 1 (none) to 21 (black on white)."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def soft(accent: Colour, scheme: Scheme) -> Colour:
    """The tint of an accent that lies behind tags."""
    return scheme.paper.mixed(accent, _SOFT)


def least_contrast(accent: Colour, scheme: Scheme) -> float:
    """The contrast of `accent` against whatever of a page in `scheme` may lie behind it."""
    return min(contrast(accent, behind) for behind in (scheme.paper, scheme.surface, soft(accent, scheme)))


def readable(accent: Colour, scheme: Scheme) -> Colour:
    """The shade of `accent` nearest to it that text can be written in; itself if it can be."""
    hue, lightness, saturation = colorsys.rgb_to_hls(accent.red / 255, accent.green / 255, accent.blue / 255)
    is_light = scheme.paper.luminance > 0.5
    shade = accent
    while least_contrast(shade, scheme) < ENOUGH:
        lightness += -_STEP if is_light else _STEP
        if not 0 <= lightness <= 1:
            return BLACK if is_light else WHITE
        shade = Colour(*(round(channel * 255) for channel in colorsys.hls_to_rgb(hue, lightness, saturation)))
    return shade


def ink_on(accent: Colour) -> Colour:
    """White or black, whichever is read better on `accent`; one of them always has enough contrast."""
    return max((WHITE, BLACK), key=lambda ink: contrast(accent, ink))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
