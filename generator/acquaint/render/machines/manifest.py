"""site.webmanifest: what a phone needs to put the site on its home screen, in each language."""

import json
import re
import unicodedata
from typing import Any

from acquaint.render.naming import writing_direction
from acquaint.render.site import Site
from acquaint.rendered import Rendered

NAME = "site.webmanifest"
MOST_OF_A_NAME = 12
"""How wide a name below an icon may be; a Chinese character is twice as wide as a Latin letter."""

_DISPLAY = "minimal-ui"
"""A directory is read from link to link, and its pages are sent to others: who opens it from the home screen still
needs a way back and the address. A browser that has no such frame opens an ordinary window."""

_TAIL = re.compile(r"\W+$")


def manifest(site: Site) -> Rendered:
    """The manifest of one language, below its folder. Nothing in it depends on anybody's introduction."""
    community, language = site.community, site.interface.words.language
    name = site.interface.picked(community.title).text
    said: dict[str, Any] = {"name": name, "short_name": short_name(name)}
    if community.description:
        said["description"] = site.interface.picked(community.description).text
    said |= {
        "lang": language,
        "dir": writing_direction(language),
        "start_url": "./",
        "scope": site.interface.up
        or "./",  # The other languages are the same site: to change between them leaves nothing.
        "display": _DISPLAY,
        "background_color": site.papers[0],
        "theme_color": site.papers[0],
        "icons": [
            _icon("icon-192.png", 192, site),
            _icon("icon-512.png", 512, site),
            _icon("icon-maskable.png", 512, site) | {"purpose": "maskable"},
        ],
    }
    return Rendered(NAME, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())


def short_name(name: str) -> str:
    """`name` as it fits below an icon: as many whole words as there is room for, else as many letters."""
    if _width(name) <= MOST_OF_A_NAME:
        return name
    kept = ""
    for word in name.split():
        if _width(f"{kept} {word}".strip()) > MOST_OF_A_NAME:
            break
        kept = f"{kept} {word}".strip()
    if kept:
        return _TAIL.sub("", kept)
    letters = ""
    for letter in name:
        if _width(letters + letter) >= MOST_OF_A_NAME:
            break
        letters += letter
    return f"{letters}…"


def _icon(name: str, side: int, site: Site) -> dict[str, str]:
    return {"src": f"{site.interface.up}assets/{name}", "sizes": f"{side}x{side}", "type": "image/png"}


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
