"""What community.yml says of the look, as the custom properties that the style sheets read."""

from collections.abc import Iterator

from acquaint.colours import DARK, LIGHT, Colour, Scheme, ink_on, soft
from acquaint.config import Look

_CORNERS = {
    "round": {"radius": "1rem", "arch": "50%"},
    "soft": {},
    "square": {"radius": "0", "arch": "0"},
}
"""The custom properties of each choice of `corners`; `soft` is the theme as it is."""

_DENSITY = {"roomy": {}, "compact": {"density": "0.72"}}
"""The same for `density`."""


def look_css(look: Look) -> str:
    """The rules for `look`, "" where it changes nothing. They stand in the last layer, so they win over the theme's."""
    root = dict(_properties(look)) | (_accent(look.accent, LIGHT) if look.accent else {})
    rules = [_rule(root)] if root else []
    if look.accent_dark:
        rules.append(f"@media (prefers-color-scheme: dark) {{\n{_rule(_accent(look.accent_dark, DARK))}\n}}")
    return "@layer settings {\n" + "\n".join(rules) + "\n}" if rules else ""


def missing_css(look: Look, papers: tuple[str, str]) -> str:
    """The same for the page of lost addresses, which stands alone: its sheet has no layers, and less to choose.

    `papers` are the colours behind light and dark pages.
    """
    rules = []
    for media, paper, scheme, accent in (
        ("{}", papers[0], LIGHT, look.accent),
        ("@media (prefers-color-scheme:dark){{{}}}", papers[1], DARK, look.accent_dark),
    ):
        given = {"paper": paper if paper != str(scheme.paper) else "", "accent": str(accent or "")}
        said = ";".join(f"--{name}:{value}" for name, value in given.items() if value)
        rules += [media.format(f":root{{{said}}}")] if said else []
    for element, families in (("h1", look.headings), ("body", look.text)):
        rules += [f"{element}{{font-family:{families}}}"] if families else []
    return "".join(f"{rule}\n" for rule in rules)


def _properties(look: Look) -> Iterator[tuple[str, str]]:
    if look.headings:
        yield "serif", look.headings
    if look.text:
        yield "sans", look.text
    yield from _CORNERS[look.corners].items()
    yield from _DENSITY[look.density].items()


def _accent(accent: Colour, scheme: Scheme) -> dict[str, str]:
    return {"accent": str(accent), "accent-ink": str(ink_on(accent)), "accent-soft": str(soft(accent, scheme))}


def _rule(properties: dict[str, str]) -> str:
    lines = "".join(f"  --{name}: {value};\n" for name, value in properties.items())
    return f":root {{\n{lines}}}"
