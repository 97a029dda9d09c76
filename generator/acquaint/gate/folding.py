"""How text is compared: without case, width or invisible characters, and where a word ends."""

import re
import unicodedata

_INVISIBLE = re.compile(r"[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_LATIN = 0x250  # the first code point after the Latin letters
_UNSPACED = 0x2E80  # from here on, scripts that write words without spaces between them


def fold(text: str) -> str:
    """`text` in NFKC, case folded, digits of any script as 0 to 9, without characters that don't show."""
    if text.isascii():
        return text.lower()
    # Most lines of a page are ASCII, and lowering those is ten times as fast as folding.
    return "\n".join(line.lower() if line.isascii() else _fold_foreign(line) for line in text.split("\n"))


def _fold_foreign(text: str) -> str:
    visible = _INVISIBLE.sub("", text)
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", visible).casefold())
    return _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), folded)


def stands_alone(text: str, start: int, end: int) -> bool:
    """True if no letter or digit goes on from `text[start:end]` on either side."""
    before = start > 0 and _goes_on(text[start], text[start - 1])
    return not before and not (end < len(text) and _goes_on(text[end - 1], text[end]))


def _goes_on(edge: str, neighbour: str) -> bool:
    """True if `neighbour` belongs to the word that has `edge` at its end.

    A Chinese or Arabic letter right beside an e-mail address does not: those scripts set no space there.
    """
    world = _world(edge)
    return world < 2 and neighbour.isalnum() and _world(neighbour) == world


def _world(letter: str) -> int:
    return (ord(letter) >= _LATIN) + (ord(letter) >= _UNSPACED)
