"""A tag's address: readable in any script, stable, and never a counter."""

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

_GAPS = re.compile(r"[\s_\-‐-―]+")
# Names that Windows keeps for devices: a folder called so could not be checked out there.
WINDOWS_NAMES = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
MOST = 60
"""Characters kept of a long tag; 60 of any script stay below the 255 bytes that file systems allow."""


def canonical(text: str) -> str:
    """`text` with width, case and gaps folded: two tags that differ by no more are the same tag."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return _GAPS.sub("-", folded.strip()).strip("-")


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """The address of the tag `text`: letters and digits of any script, lower case, gaps as hyphens.

    Where anything else was lost (`C++`), the first four hex digits of its hash follow, so that `C#` and `C++` differ.
    """
    whole = canonical(text)
    kept = "".join(letter for letter in whole if letter == "-" or unicodedata.category(letter)[0] in "LMN")
    kept = re.sub(r"-{2,}", "-", kept).strip("-")[:MOST].strip("-")
    if kept and kept == whole and kept not in WINDOWS_NAMES:
        return kept
    mark = sha256((whole or text).encode()).hexdigest()[:4]
    return f"{kept}-{mark}" if kept else mark
