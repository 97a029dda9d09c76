"""The section `theme` of community.yml: accent, logo, typefaces, corners and density."""

import re
from collections.abc import Mapping as MappingType
from dataclasses import dataclass

from acquaint.colours import DARK, ENOUGH, LIGHT, Colour, Scheme, colour, least_contrast, readable
from acquaint.config import CORNERS, DENSITIES, Logo, Look
from acquaint.fields.pictures import MOST_BYTES, PictureError, logo_png
from acquaint.fields.reading import Reading
from acquaint.messages import say
from acquaint.patterns import lazy
from acquaint.tree import Mapping, Node, Sequence

LOOK = ("accent", "logo", "typeface", "corners", "density")
"""The settings of a theme."""
EXAMPLE = Colour(0x86, 0x26, 0x4F)
"""A colour for messages: our own accent, which can be read."""
_FAMILY = lazy(r"""(["']?)([^\W\d_][\w .+&-]*|-[a-z][\w-]*)\1""")
_PLAIN = lazy(r"-?[a-z][a-z-]*", re.IGNORECASE)
_FILE = lazy(r"[\w-][\w .-]*\.(?:png|jpe?g|webp)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LookReader:
    """Reads the settings in `nodes`; `reading` is that of the section."""

    nodes: MappingType[str, Node]
    reading: Reading

    def read(self) -> Look:
        """The look; what can't be read is reported and left as the theme has it."""
        light, dark = self._accents(self.nodes.get("accent"))
        headings, text = self._typefaces(self.nodes.get("typeface"))
        return Look(
            accent=light,
            accent_dark=dark,
            logo=self._logo(self.nodes.get("logo")),
            headings=headings,
            text=text,
            corners=self._choice("corners", CORNERS, "soft"),
            density=self._choice("density", DENSITIES, "roomy"),
        )

    def _accents(self, node: Node | None) -> tuple[Colour | None, Colour | None]:
        """The accent on light and on dark pages; the second follows from the first unless it is given."""
        if node is None:
            return None, None
        if not isinstance(node, Mapping):
            light = self._colour(node, "accent", LIGHT)
            return light, readable(light, DARK) if light else None
        self.reading.part("accent").unknown_keys(node, ("light", "dark"))
        given = {key: node.get(key) for key in ("light", "dark")}
        light = self._colour(given["light"], "accent.light", LIGHT)
        dark = self._colour(given["dark"], "accent.dark", DARK)
        return light, dark or (readable(light, DARK) if light else None)

    def _colour(self, node: Node | None, name: str, scheme: Scheme) -> Colour | None:
        """A colour that text can be written in; a problem with the nearest one that does if it can't be."""
        if node is None:
            return None
        said = self.reading.part(name).said(node, say("a colour, as in {example}", example=f'"{EXAMPLE}"'))
        found = colour(said.text) if said else None
        if said and found is None:
            message = say("theme.{name} takes a colour in six digits.", name=name)
            meant = colour(f"#{said.text}") or EXAMPLE
            self.reading.report("bad-setting", node, message, fix=f'{name.rpartition(".")[2]}: "{meant}"')
        elif found and (told := least_contrast(found, scheme)) < ENOUGH:
            pages = say("light pages") if scheme is LIGHT else say("dark pages")
            message = say(
                "On {pages} this accent has a contrast of {found} to 1; text needs {wanted}.",
                pages=pages,
                found=f"{told:.1f}",
                wanted=str(ENOUGH),
            )
            fix = f'{name.rpartition(".")[2]}: "{readable(found, scheme)}"'
            self.reading.report("low-contrast", node, message, fix=fix)
            return None
        return found

    def _typefaces(self, node: Node | None) -> tuple[str, str]:
        """The lists of typefaces for headings and for text."""
        if node is None:
            return "", ""
        if not isinstance(node, Mapping):
            families = self._families(node, "typeface")
            return families, families
        self.reading.part("typeface").unknown_keys(node, ("headings", "text"))
        parts = {key: node.get(key) for key in ("headings", "text")}
        headings, text = (self._families(part, f"typeface.{key}") if part else "" for key, part in parts.items())
        return headings, text

    def _families(self, node: Node, name: str) -> str:
        """Names of typefaces, each in quotation marks unless it is one plain word."""
        reading = self.reading.part(name)
        parts = reading.listed(node) if isinstance(node, Sequence) else (node,)
        found = [reading.said(part, say("a list of typefaces, as style sheets have it")) for part in parts]
        if None in found:
            return ""
        texts = [text.strip() for said in found if said for text in said.text.split(",")]
        matches = [_FAMILY.fullmatch(text) for text in texts]
        if None not in matches:
            names = (match[2].strip() for match in matches if match)
            return ", ".join(name if _PLAIN.fullmatch(name) else f'"{name}"' for name in names)
        message = say("theme.{name} takes names of typefaces with commas between them.", name=name)
        fix = f"{name.rpartition('.')[2]}: 'Georgia, \"Songti SC\", serif'"
        self.reading.report("bad-setting", node, message, fix=fix)
        return ""

    def _choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        node = self.nodes.get(name)
        said = self.reading.part(name).said(node, say("one word")) if node else None
        if said is None or said.text in choices:
            return said.text if said else default
        message = say("theme.{name} takes one of these: {choices}.", name=name, choices=choices)
        self.reading.report("bad-setting", said, message, fix=f"{name}: {choices[0]}")
        return default

    def _logo(self, node: Node | None) -> Logo | None:
        said = self.reading.part("logo").said(node, say("the name of a picture")) if node else None
        if said is None or node is None:
            return None
        if not _FILE.fullmatch(said.text):
            message = say("The logo is a PNG, JPEG or WebP beside community.yml, called by its name alone.")
            self.reading.report("bad-image", node, message, fix="logo: logo.png")
            return None
        fix = say("Put a picture of that name beside community.yml, or take the line out.")
        content = self.reading.beside(said.text, MOST_BYTES + 1)
        if content is None:
            self.reading.report("bad-image", node, say("There is no such picture beside community.yml."), fix=fix)
            return None
        try:
            return Logo(*logo_png(content))
        except PictureError as error:
            fix = say("Save it as a still PNG of at most 2,000 × 2,000 pixels, no wider than six times its height.")
            self.reading.report(error.slug, node, error.message, fix=fix)
            return None
