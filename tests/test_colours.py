"""Contrast as WCAG counts it, and shades of an accent that text can be written in."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.colours import (
    BLACK,
    DARK,
    ENOUGH,
    LIGHT,
    WHITE,
    Colour,
    Scheme,
    colour,
    contrast,
    ink_on,
    least_contrast,
    readable,
    soft,
)

CHANNELS = st.integers(0, 255)
COLOURS = st.builds(Colour, CHANNELS, CHANNELS, CHANNELS)
SCHEMES = st.sampled_from([LIGHT, DARK])


# What the tools that are commonly used for WCAG 2 give, rounded to two digits as they do.
@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("#000000", "#ffffff", 21.00), ("#ffffff", "#ffffff", 1.00), ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54), ("#0000ff", "#ffffff", 8.59), ("#ff0000", "#ffffff", 4.00),
        ("#00ff00", "#000000", 15.30), ("#595959", "#ffffff", 7.00), ("#808080", "#000000", 5.32),
    ],
)  # fmt: skip
def test_contrast_is_what_wcag_says(one: str, other: str, known: float) -> None:
    first, second = colour(one), colour(other)
    assert first and second
    assert contrast(first, second) == pytest.approx(known, abs=0.006)
    assert contrast(second, first) == contrast(first, second)


@pytest.mark.parametrize(
    ("text", "known"), [("#000", 0.0), ("#fff", 1.0), ("#f00", 0.2126), ("#0f0", 0.7152), ("#00f", 0.0722)]
)
def test_luminance_has_the_weights_of_the_standard(text: str, known: float) -> None:
    found = colour(text)
    assert found and found.luminance == pytest.approx(known)


@pytest.mark.parametrize("text", ["#0b6b57", "#0B6B57", " #0b6b57 "])
def test_six_digits_are_a_colour(text: str) -> None:
    assert colour(text) == Colour(0x0B, 0x6B, 0x57)


def test_three_digits_stand_for_six() -> None:
    assert colour("#0b7") == colour("#00bb77")


@pytest.mark.parametrize(
    "text", ["", "#", "0b6b57", "#0b6b5", "#0b6b577", "#0b6b57ff", "#gggggg", "teal", "rgb(0,0,0)", "#12 456"]
)
def test_anything_else_is_none(text: str) -> None:
    assert colour(text) is None


@given(found=COLOURS)
def test_a_colour_reads_what_it_writes(found: Colour) -> None:
    assert colour(str(found)) == found


@given(accent=COLOURS, scheme=SCHEMES)
def test_every_accent_has_a_shade_that_can_be_read(accent: Colour, scheme: Scheme) -> None:
    shade = readable(accent, scheme)
    for behind in (scheme.paper, scheme.surface, soft(shade, scheme)):
        assert contrast(shade, behind) >= 4.5


@given(accent=COLOURS, scheme=SCHEMES)
def test_an_accent_that_can_be_read_stays_as_it_is(accent: Colour, scheme: Scheme) -> None:
    if least_contrast(accent, scheme) >= ENOUGH:
        assert readable(accent, scheme) == accent


@given(accent=COLOURS, scheme=SCHEMES)
def test_a_shade_is_only_as_far_away_as_it_has_to_be(accent: Colour, scheme: Scheme) -> None:
    """A step less would not do, and the hue stays: a green doesn't become a blue."""
    shade = readable(accent, scheme)
    if shade in (accent, BLACK, WHITE):
        return
    was = colorsys.rgb_to_hls(accent.red / 255, accent.green / 255, accent.blue / 255)
    step = 0.011 if scheme is LIGHT else -0.011
    light = colorsys.rgb_to_hls(shade.red / 255, shade.green / 255, shade.blue / 255)[1] + step
    before = Colour(*(round(channel * 255) for channel in colorsys.hls_to_rgb(was[0], light, was[2])))
    assert least_contrast(before, scheme) < ENOUGH + 0.15


@given(accent=COLOURS)
def test_what_stands_on_an_accent_can_be_read(accent: Colour) -> None:
    assert ink_on(accent) in (WHITE, BLACK)
    assert contrast(accent, ink_on(accent)) >= 4.5


@given(one=COLOURS, other=COLOURS)
def test_a_mixture_lies_between(one: Colour, other: Colour) -> None:
    assert one.mixed(other, 0) == one and one.mixed(other, 1) == other
    half = one.mixed(other, 0.5)
    assert min(one.red, other.red) <= half.red <= max(one.red, other.red)
