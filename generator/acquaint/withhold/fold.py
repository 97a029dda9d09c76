"""How text is folded for comparison, and how a place in the folded copy is found again in the original."""

import unicodedata
from collections.abc import Callable

_PLAIN = {
    **dict.fromkeys("’‘ʼ＇`´′", "'"),
    **{"ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe"},
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_SPELLED_OUT |= str.maketrans({"Ø": "Oe", "Å": "Aa"})
_NO_GAPS = str.maketrans("", "", "-_·・･ ")


def _is_dropped(letter: str) -> bool:
    """True for what is not seen or only decorates: accents, vowel points, format characters, variation selectors."""
    code = ord(letter)
    return (
        0x300 <= code <= 0x36F
        or 0x591 <= code <= 0x5C7
        or 0x64B <= code <= 0x65F
        or 0x483 <= code <= 0x489
        or 0x1AB0 <= code <= 0x1AFF
        or 0x1DC0 <= code <= 0x1DFF
        or 0x20D0 <= code <= 0x20FF
        or code in (0x670, 0x640, 0x115F, 0x1160, 0x3164)
        or 0xFE00 <= code <= 0xFE0F
        or unicodedata.category(letter) == "Cf"
    )


def _without_accents(letter: str) -> str:
    """`letter` as it is compared in names and companies."""
    parts = unicodedata.normalize("NFKD", _PLAIN.get(letter, letter))
    kept = "".join(part for part in parts if not _is_dropped(part)).casefold()
    plain = "".join(_PLAIN.get(part, part) for part in unicodedata.normalize("NFKD", kept) if not _is_dropped(part))
    return unicodedata.normalize("NFC", plain)


def _with_accents(letter: str) -> str:
    """`letter` as it is compared in contacts: width, case and kind of digit folded."""
    if unicodedata.category(letter) == "Cf":
        return ""
    if (digit := unicodedata.digit(letter, None)) is not None:
        return str(digit)
    return _PLAIN.get(letter, unicodedata.normalize("NFKC", letter).casefold()) if letter not in "øđłıæœþð" else letter


class Folding:
    """One way to fold, letter by letter; what a letter becomes is worked out once."""

    __slots__ = ("_known", "_rule")

    def __init__(self, rule: Callable[[str], str]) -> None:
        self._rule = rule
        self._known: dict[str, str] = {}

    def fold(self, text: str) -> str:
        """The folded copy of `text`."""
        if text.isascii():
            return text.lower()
        known = self._known
        try:
            return "".join([known[letter] for letter in text])
        except KeyError:
            for letter in set(text).difference(known):
                known[letter] = self._rule(letter)
            return "".join([known[letter] for letter in text])

    def mapped(self, text: str) -> tuple[str, tuple[int, ...] | range]:
        """The folded copy, and for each of its characters the index of the original one."""
        folded = self.fold(text)
        if text.isascii():
            return folded, range(len(text))
        known = self._known
        return folded, tuple(index for index, letter in enumerate(text) for _ in known[letter])


NAMES = Folding(_without_accents)
CONTACTS = Folding(_with_accents)


def squeezed(folded: str) -> str:
    """`folded` without white space, hyphens, underscores and middle dots."""
    run = "".join(folded.split())
    return run.replace("-", "").replace("_", "") if run.isascii() else run.translate(_NO_GAPS)


def spellings(word: str) -> tuple[str, ...]:
    """The folded ways to write `word`: Müller is muller and mueller, Mueller is mueller and muller."""
    plain = NAMES.fold(word)
    found = [plain]
    if not word.isascii():
        found.append(NAMES.fold(unicodedata.normalize("NFC", word).translate(_SPELLED_OUT)))
    short = plain.replace("ue", "u").replace("oe", "o").replace("ae", "a")
    if len(short) >= 4:
        found.append(short)
    return tuple(dict.fromkeys(found))
