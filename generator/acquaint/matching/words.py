"""The words of a text and where they stand: stems, the pairs of an unspaced script, and what says nothing."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from acquaint.folding import UNSPACED, fold, is_run
from acquaint.matching.stems import stem
from acquaint.matching.stopwords import BY_LANGUAGE, FUNCTION_CHARACTERS, KANA, STOP

Span = tuple[int, int]
"""Where something stands in a text: its first character, and the one behind its last."""

SMALL_WORDS = 2
"""How many small words tell a language."""

_AROUND = ".,;:!?()\"'“”„‘’«»"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0d7f"
_WORD = re.compile(
    rf"[{UNSPACED}]+|(?:(?<![^\s(\[])\.)?(?![{UNSPACED}])[^\W_](?:(?![{UNSPACED}])(?:[^\W_]|[{_MARKS}]))*[+#]*"
)


class Word(NamedTuple):
    """One word of a text, or two characters of a script without spaces. A `weak` one says nothing by itself."""

    term: str
    start: int
    end: int
    weak: bool


Written = dict[str, tuple[str, bool]]
"""The term of each word as it is written, and whether it is weak: worked out once for all texts that are read."""


def words(text: str, known: Written | None = None) -> list[Word]:
    """The words of `text` in their order, weak ones as well; `known` is added to."""
    found: list[Word] = []
    known = {} if known is None else known
    for match in _WORD.finditer(text):
        start, written = match.start(), match[0]
        if is_run(written):
            for at in range(start, start + max(1, len(written) - 1)):
                pair = text[at : min(at + 2, match.end())]
                found.append(Word(fold(pair), at, at + len(pair), _says_nothing(pair)))
            continue
        if (read := known.get(written)) is None:
            read = known[written] = _read(written)
        found.append(Word(read[0], start, match.end(), read[1]))
    return found


def language_of(text: str) -> str:
    """What `text` is written in by its small words, a key of BY_LANGUAGE; "" where they don't tell."""
    small = [bare for word in fold(text).split() if (bare := word.strip(_AROUND)) in STOP]
    counts = sorted(((sum(word in of for word in small), name) for name, of in BY_LANGUAGE.items()), reverse=True)
    (most, name), (next_most, _) = counts[:2]
    return name if most >= SMALL_WORDS and most > next_most else ""


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` in their order; those that touch or overlap, as pairs of characters do, are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def _read(written: str) -> tuple[str, bool]:
    folded = fold(written)
    return stem(folded), folded in STOP or len(folded) == 1 or folded.isdecimal()


def _says_nothing(pair: str) -> bool:
    if len(pair) == 1:
        return True
    return any(letter in FUNCTION_CHARACTERS or KANA[0] <= letter <= KANA[1] for letter in pair)
