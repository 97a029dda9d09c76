"""What stands for a picture: a member's initials and a quiet hue, both drawn from public values."""

import unicodedata
from dataclasses import dataclass
from hashlib import sha256

HUES = 10
"""How many hues the theme offers, as the classes hue-0 to hue-9."""

PATTERNS = 8
"""How many drawings the theme offers behind the letters, as the classes pattern-0 to pattern-7."""


@dataclass(frozen=True, slots=True)
class Initials:
    """One or two letters, and which of the theme's drawings, in which of its hues, stands behind them."""

    letters: str
    hue: int
    pattern: int


def initials(name: str, handle: str) -> Initials:
    """The initials of `name`; those of `handle` where a name holds no letter. The drawing depends on `handle` alone."""
    letters = _letters(name) or _letters(handle) or "·"
    drawn = sha256(handle.encode()).digest()
    return Initials(letters, drawn[0] % HUES, drawn[1] % PATTERNS)


def _letters(name: str) -> str:
    firsts = [first for word in name.split() if (first := _first_letter(word))]
    if not firsts:
        return ""
    if len(firsts) == 1 or not _has_case(firsts[0]):
        return firsts[0]
    return firsts[0] + firsts[-1]


def _first_letter(word: str) -> str:
    """The first letter or digit with the marks that belong to it, as a capital."""
    for index, letter in enumerate(word):
        if unicodedata.category(letter)[0] in "LN":
            marks = word[index + 1 : index + 3]
            kept = marks[: next((at for at, mark in enumerate(marks) if not unicodedata.combining(mark)), len(marks))]
            capital = letter.upper()
            return (capital if len(capital) == 1 else letter) + kept
    return ""


def _has_case(letter: str) -> bool:
    """Scripts without capitals (Chinese, Arabic, Hindi) are known by one letter: two would read as a word."""
    return letter[0].lower() != letter[0] or letter[0].isdigit()
