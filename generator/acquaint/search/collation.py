"""The order of names: the alphabet without accents, Chinese characters by how they are pronounced."""

import unicodedata

from acquaint.folding import fold

_HAN = ("\u4e00", "\u9fff")


SortKey = tuple[int, list[tuple[int, bytes]], str]
"""Compared from left to right."""


def sort_key(name: str, language: str) -> SortKey:
    """What a name is sorted by on a page in `language`.

    Names that begin with a sign come last. Chinese characters stand before the alphabet on a Chinese page and after it
    elsewhere, as CLDR has it, in the order of GB 18030: by pinyin for the 3,755 most common ones, then by radical.
    """
    han_first = language.partition("-")[0] == "zh"
    folded = fold(name)
    return (
        0 if folded and unicodedata.category(folded[0])[0] in "LN" else 1,
        [_letter(letter, han_first) for letter in folded],
        name,
    )


def _letter(letter: str, han_first: bool) -> tuple[int, bytes]:
    if _HAN[0] <= letter <= _HAN[1]:
        code = letter.encode("gb18030")
        # What GB 2312 has comes first: its common characters are in the order of pinyin, later additions aren't.
        is_common = len(code) == 2 and code[0] >= 0xB0 and code[1] >= 0xA1
        return (0 if han_first else 2), bytes([not is_common]) + code
    return 1, letter.encode("utf-32-be")
