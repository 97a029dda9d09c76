"""Names that one may have misspelt: the nearest known one."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_NO_LETTER = re.compile(r"[\W_]+")


def name_key(text: str) -> str:
    """`text` folded for look-ups: no case, accents, width, punctuation or spaces."""
    decomposed = unicodedata.normalize("NFKD", text.replace("&", " and ").casefold())
    return _NO_LETTER.sub("", "".join(c for c in decomposed if not unicodedata.combining(c)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `word` was probably meant to be, if any is close (at most about one letter in four)."""
    by_key = {name_key(name): name for name in known}
    found = get_close_matches(name_key(word), by_key, n=1, cutoff=0.75)
    return by_key[found[0]] if found else None
