"""How words are compared when people are looked for: folded text, cut into terms.

The same is written in JavaScript (templates/assets/js/folding.js); one table of cases tests both.
"""

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u0652]")
"""Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs: left out by many who write, and who search."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")

_LETTERS = {"ß": "ss", "ς": "σ", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
_OTHERS = str.maketrans(_LETTERS)
"""Letters that no decomposition brings to what a foreign keyboard offers."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
    "\uac00-\ud7af"  # Korean, which has spaces but glues its endings on
)
"""Scripts in which a word's end isn't written, as the inside of a character class."""

_MARKS = "".join(mark for mark in map(chr, range(0x300, 0x11FFF)) if unicodedata.category(mark)[0] == "M")
_MARK = rf"(?![{UNSPACED}])[{_MARKS}]"
_LETTER = rf"(?![{UNSPACED}])[^\W_]"
# A dot belongs to the word behind it where that begins a text or follows a blank: .NET, but not node.js.
_TERM = re.compile(rf"([{UNSPACED}]+)|((?<![^\s(\[{{\"'“‘«])\.)?((?:{_LETTER})(?:{_LETTER}|{_MARK})*[+#]*)")
_ASCII_TERM = re.compile(r"(?!)()|((?<![^\s(\[{\"'])\.)?([0-9a-z]+[+#]*)")
_ASCII_DOT = re.compile(r"(?<![^\s(\[{\"'])\.[0-9a-z]")
_ASCII_WORD = re.compile(r"[0-9a-z]+[+#]*")
"""The same for text that is ASCII, as most is; and for text in which no word begins with a dot, twice as fast again."""


def fold(text: str) -> str:
    """`text` without case, width, accents and what doesn't show, so that Ｃａｆé and cafe are one."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    whole = unicodedata.normalize("NFC", _ACCENTS.sub("", apart))
    return _INVISIBLE.sub("", whole.translate(_OTHERS))


def terms(text: str) -> list[str]:
    """What `text` is found by, in order: its words, and of an unspaced run each pair of characters and the last one.

    `C++`, `C#` and `.NET` are words; the last is found as `net`, too. Pairs find a substring of any length: every pair
    of what is looked for must be there, and a single character is what some pair begins with.
    """
    folded = fold(text)
    if folded.isascii() and not _ASCII_DOT.search(folded):
        return _ASCII_WORD.findall(folded)
    found: list[str] = []
    for match in (_ASCII_TERM if folded.isascii() else _TERM).finditer(folded):
        if run := match[1]:
            found.extend(run[at : at + 2] for at in range(len(run)))
            continue
        if match[2]:
            found.append(f".{match[3]}")
        found.append(match[3])
    return found


def is_run(term: str) -> bool:
    """True if `term` is cut from a script that doesn't write where a word ends."""
    return _RUN.match(term) is not None


_RUN = re.compile(rf"[{UNSPACED}]")
