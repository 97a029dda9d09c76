"""What a theme's pages are laid on: browsers and home screens colour what they put around them alike."""

import re
from functools import lru_cache

from acquaint.colours import DARK, LIGHT

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"([^{};]*)\{|\}|--paper:\s*(#(?:[0-9a-f]{6}|[0-9a-f]{3}))\b", re.IGNORECASE)
_SCHEME = re.compile(r"prefers-color-scheme\s*:\s*dark")


@lru_cache(maxsize=8)
def papers(sheet: str) -> tuple[str, str]:
    """The last --paper of a style sheet for light and for dark pages, each as `#rrggbb`; else that of our theme.

    Only what is said of the whole page on a screen counts, so neither print nor a part of the page does.
    """
    found = [str(LIGHT.paper), str(DARK.paper)]
    within: list[str] = []
    for token in _TOKEN.finditer(_COMMENT.sub("", sheet)):
        if token[1] is not None:
            within.append(_kind(token[1].strip()))
        elif token[2] is None:
            del within[-1:]
        elif "part" not in within:
            found["dark" in within] = token[2].lower()
    return found[0], found[1]


def _kind(prelude: str) -> str:
    if prelude.startswith("@layer") or prelude in (":root", "html"):
        return "page"
    return "dark" if _SCHEME.search(prelude) and prelude.count("(") == 1 else "part"
