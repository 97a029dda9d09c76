"""A text as its words, run together without the gaps: where names and companies are searched."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from acquaint.withhold.fold import NAMES
from acquaint.withhold.person import Place

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_MARKED = "\u0900-\u0963\u0970-\u0dff"
"""Blocks whose vowel signs belong to the word, though they are no letters."""
_WORD = re.compile(rf"[{UNSPACED}]+|(?:[{_MARKED}]|[^\W\d_{UNSPACED}])+|\d+")
_UNSPACED_ONLY = re.compile(rf"[{UNSPACED}]+")
_STOPS = '.!?。！？:：\n•*|·–—-(（"“'


def is_unspaced(word: str) -> bool:
    """True for a word of a script that puts no spaces between words."""
    return _UNSPACED_ONLY.fullmatch(word) is not None


def words(text: str) -> tuple[str, ...]:
    """The words of `text`: runs of letters, runs of digits, runs of an unspaced script."""
    return tuple(_WORD.findall(text))


def _with_marks(text: str, end: int) -> int:
    """`end` behind the accents and enclosing marks that stand on the letter before it."""
    while text[end : end + 1] > "\x7f" and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return end


@dataclass(frozen=True, slots=True)
class Stream:
    """`words` are folded; `starts` and `ends` are their places in `text`, `offsets` their places in `run`."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    offsets: tuple[int, ...]
    run: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Stream":
        """The words of `text`."""
        folded, index = NAMES.mapped(text)
        matches = list(_WORD.finditer(folded))
        offsets, length = [], 0
        for match in matches:
            offsets.append(length)
            length += match.end() - match.start()
        return cls(
            text=text,
            words=tuple(match.group() for match in matches),
            starts=tuple(index[match.start()] for match in matches),
            ends=tuple(_with_marks(text, index[match.end() - 1] + 1) for match in matches),
            offsets=tuple(offsets),
            run="".join(match.group() for match in matches),
            places=tuple(index[at] for match in matches for at in range(match.start(), match.end())),
        )

    def within(self, places: Iterable[Place]) -> frozenset[int]:
        """The words that begin in one of `places`."""
        return frozenset(
            word for start, end in places for word, begin in enumerate(self.starts) if start <= begin < end
        )

    def gap(self, word: int) -> str:
        """What stands between `word` and the next one."""
        return self.text[self.ends[word] : self.starts[word + 1]]

    def is_capital(self, word: int) -> bool:
        """True if `word` begins with a capital, or is of a script that has none."""
        letter = self.text[self.starts[word]]
        return not letter.islower()

    def begins_sentence(self, word: int) -> bool:
        """True if nothing of its sentence stands before `word`."""
        before = self.text[: self.starts[word]].rstrip(" \t\u3000") if word else ""
        return not before or before[-1] in _STOPS

    def occurrences(self, needle: str) -> Iterator[Place]:
        """First and last word of every stretch of whole words that reads `needle`."""
        at = self.run.find(needle)
        firsts = {offset: word for word, offset in enumerate(self.offsets)} if at >= 0 else {}
        while at >= 0:
            first, last = firsts.get(at), firsts.get(at + len(needle))
            if first is not None and (last is not None or at + len(needle) == len(self.run)):
                yield first, (len(self.words) if last is None else last) - 1
            at = self.run.find(needle, at + 1)

    def inside(self, needle: str) -> Iterator[Place]:
        """Every place of `needle` in the text, within words too, when at most spaces or middle dots part it."""
        at = self.run.find(needle)
        while at >= 0:
            start, end = self.places[at], self.places[at + len(needle) - 1] + 1
            if end - start <= len(needle) * 3:
                yield start, end
            at = self.run.find(needle, at + 1)
