"""How text is compared: without case, width, accents or what doesn't show, and where a word ends."""

import re
import unicodedata
from collections.abc import Callable

_UNSEEN = frozenset({"Mn", "Mc", "Me", "Cf", "Cs"})  # marks on other letters, format characters, surrogates
_FILLERS = "\u115f\u1160\u3164\uffa0"  # letters to Unicode, and nothing to the eye
_STROKE = "\u0338"  # would make another sign of the > that ends a tag; makes no letter of any
# What is common and stays as it is need not be looked up: quotation marks, dashes, Chinese; letters of Europe are seen.
_SIGNS = "\ufffd\u00a7\u00ab\u00b0\u00b7\u00bb\u2013\u2014\u2018-\u201e\u2022\u20ac\u2192\u3001\u3002\u300a-\u300d"
_CHINESE = "\u4e00-\u9fff"
_TO_FOLD = re.compile(rf"[^\x00-\x7f{_SIGNS}{_CHINESE}]+")
_MAY_BE_UNSEEN = re.compile(rf"[^\x00-\x7f{_SIGNS}{_CHINESE}\u00c0-\u017f\uff01-\uff5e]")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_LATIN = 0x250  # the first code point after the Latin letters
_UNSPACED = 0x2E80  # from here on, scripts that write words without spaces between them


class _Letters(dict[int, str]):
    """What each letter becomes, for str.translate; worked out when it is first met."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = self._rule(chr(code))
        return self[code]


def _seen(letters: str) -> str:
    """Those of `letters` that show by themselves."""
    return "".join(each for each in letters if unicodedata.category(each) not in _UNSEEN and each not in _FILLERS)


def _bare(letter: str) -> str:
    cased = _seen(unicodedata.normalize("NFKD", letter)).casefold()
    plain = _seen(unicodedata.normalize("NFKD", cased))
    return unicodedata.normalize("NFC", _digits(plain))


def _digits(text: str) -> str:
    return _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


_SEEN, _BARE = _Letters(_seen), _Letters(_bare)


def visible(text: str) -> str:
    """`text` in NFC without what doesn't show; a mark stays where it makes one letter with the letter before it."""
    return _by_line(text, str, _visible)


def is_visible(text: str) -> bool:
    """True if `text` is as `visible` gives it."""
    return not _MAY_BE_UNSEEN.search(text) or visible(text) == text


def _visible(line: str) -> str:
    if not _MAY_BE_UNSEEN.search(line):
        return line
    composed = unicodedata.normalize("NFC", line.replace(_STROKE, ""))
    return unicodedata.normalize("NFC", composed.translate(_SEEN))


def fold(text: str) -> str:
    """`text` case folded, without width, marks and what doesn't show; digits of any script as 0 to 9."""
    return _by_line(text, str.lower, _fold)


def _fold(line: str) -> str:
    return _TO_FOLD.sub(lambda run: unicodedata.normalize("NFC", run[0].translate(_BARE)), line.lower())


def fold_accented(text: str) -> str:
    """The same, but é is another letter than e: for what may be anybody's word, since José isn't jose."""
    return _by_line(text, str.lower, _fold_accented)


def _fold_accented(line: str) -> str:
    cased = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", _visible(line)).casefold())
    return _digits(cased.translate(_SEEN))


def _by_line(text: str, plain: Callable[[str], str], foreign: Callable[[str], str]) -> str:
    """`text` with `plain` done to its lines, or to all of it, where they are ASCII, and `foreign` to the others."""
    if text.isascii():
        return plain(text)
    # Most lines of a page are ASCII, and lowering those is ten times as fast as folding.
    return "\n".join(plain(line) if line.isascii() else foreign(line) for line in text.split("\n"))


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
