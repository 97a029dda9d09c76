"""The order of names: the alphabet without accents, Chinese characters by how they are pronounced."""

import re
import unicodedata

from acquaint.folding import fold

_HAN = re.compile("[\u4e00-\u9fff]")
_FIRST, _LAST = "\0", "\U0010ffff"
"""What stands before a Chinese character to have it before, or behind, every letter."""


SortKey = tuple[int, str, str]
"""Compared from left to right."""


def sort_key(name: str, language: str) -> SortKey:
    """What a name is sorted by on a page in `language`.

    Names that begin with a sign come last. Chinese characters stand before the alphabet on a Chinese page and after it
    elsewhere, as CLDR has it, in the order of GB 18030: by pinyin for the 3,755 most common ones, then by radical.
    """
    place = _FIRST if language.partition("-")[0] == "zh" else _LAST
    folded = fold(name)
    return (
        0 if folded and unicodedata.category(folded[0])[0] in "LN" else 1,
        _HAN.sub(lambda letter: place + _pronounced(letter[0]), folded),
        name,
    )


def _pronounced(letter: str) -> str:
    code = letter.encode("gb18030")
    # What GB 2312 has comes first: its common characters are in the order of pinyin, later additions aren't.
    is_common = len(code) == 2 and code[0] >= 0xB0 and code[1] >= 0xA1
    return ("a" if is_common else "b") + code.decode("latin-1")
