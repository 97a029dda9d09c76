"""What a member is found by: made of their document alone, in plain tuples, so that it can be remembered by content."""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from acquaint.folding import fold, is_run, terms
from acquaint.search.documents import Document, Level, Passage
from acquaint.search.stopwords import STOPWORDS

SAID, WHOLE = 1, 2
"""Bits of a mark: the term is written so, and it is all that a name, tag or place says."""
_BITS = SAID | WHOLE
LEVEL = 2
"""How far left in a mark its level stands: of two marks the greater one has the higher level."""

_HYPHENATED = re.compile(r"(?<![^\W_])([^\W_]++)[-‐‑]([^\W_]+)")


class Part(NamedTuple):
    """What one passage is found by: its terms, each once, and a mark for each of them.

    `seams` are for terms that nobody would find written so: where such a term may be cut.
    """

    terms: tuple[str, ...]
    marks: bytes
    seams: tuple[tuple[str, int], ...] = ()


class Told(NamedTuple):
    """One member in the index, the longest of their parts first; `sort_as` and `zone` as in Document."""

    handle: str
    sort_as: str
    zone: str
    parts: tuple[Part, ...]


class Entry(NamedTuple):
    """A member in the index, and their texts as JSON: the reasons why they were found."""

    told: Told
    texts: str


Parts = dict[tuple[str, int, bool, tuple[str, ...]], Part]
"""What passages are found by. Both editions, and all languages, share those that say the same."""

_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def entry(document: Document, known: Parts) -> Entry:
    """`document` as the index takes it; `known` is added to, and makes no difference to what is returned."""
    parts = [_part(passage, known) for passage in document.passages]
    parts.sort(key=_length, reverse=True)
    texts = [[passage.label, _with_others(passage), passage.lang] for passage in document.passages]
    return Entry(Told(document.handle, document.sort_as, document.zone, tuple(parts)), _as_json(texts))


def marks(told: Told) -> dict[str, int]:
    """Every term of a member with one mark for all their passages: the highest level, and the bits of any."""
    found: dict[str, int] = {}
    for part in told.parts:
        _mark(found, zip(part.terms, part.marks, strict=True))
    return found


def seams(told: Told) -> dict[str, int]:
    """Where terms of a member may be cut, the first place of each."""
    return _first(seam for part in told.parts for seam in part.seams)


def _length(part: Part) -> int:
    return len(part.terms)


def _part(passage: Passage, known: Parts) -> Part:
    key = (passage.text, int(passage.level), passage.is_value, passage.also)
    if (part := known.get(key)) is None:
        part = known[key] = _worked_out(passage)
    return part


def _worked_out(passage: Passage) -> Part:
    found: dict[str, int] = {}
    cuts: list[tuple[str, int]] = []
    for text in (passage.text, *passage.also):
        said = terms(text)
        together, unshown = _together(passage, text, said), _unshown(text, said)
        _mark(found, _marks_of_words(passage, said, unshown).items())
        _mark(found, [(term, _full(passage) << LEVEL) for term, _ in together])
        if passage.is_value and len(said) == 1 and text == passage.text:
            found[said[0]] |= WHOLE
        cuts += together
        cuts += [(term, 1) for term in unshown]
    if cuts:
        cuts = sorted(_first((term, seam) for term, seam in cuts if not found.get(term, SAID) & SAID).items())
    return Part(tuple(found), bytes(found.values()), tuple(cuts))


def _unshown(text: str, said: list[str]) -> set[str]:
    """Terms that nobody sees written so in `text`: Zoë is found as zoe."""
    if text.isascii():
        return set()
    shown = unicodedata.normalize("NFKC", text).casefold()
    return {term for term in said if term not in shown}


def _marks_of_words(passage: Passage, said: list[str], unshown: set[str]) -> dict[str, int]:
    """The terms of one spelling, each with where it counts; in a sentence not those that are too common."""
    kept = said if passage.is_value else [term for term in said if term not in STOPWORDS]
    found = dict.fromkeys(kept, passage.level << LEVEL | SAID)
    if passage.is_value and _is_one(said):
        found[said[0]] = _full(passage) << LEVEL | SAID
    for term in unshown.intersection(found):
        found[term] ^= SAID
    return found


def _mark(found: dict[str, int], more: Iterable[tuple[str, int]]) -> None:
    """Add the marks of `more` to those of `found`."""
    if not found:
        found.update(more)
        return
    for term, mark in more:
        before = found.setdefault(term, mark)
        if before != mark:
            found[term] = max(before, mark) | (before | mark) & _BITS


def _first(cuts: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for term, seam in cuts:
        found[term] = min(seam, found.get(term, seam))
    return found


def _full(passage: Passage) -> Level:
    """The level of a word that is all of its passage, or stands for all of it."""
    if not passage.is_value:
        return passage.level
    return Level.WHOLE if passage.level >= Level.TAG else Level.TAG


def _together(passage: Passage, text: str, said: list[str]) -> list[tuple[str, int]]:
    """Words that may as well be written together, and where in them the seam is."""
    if not passage.is_value:
        may_hold = "-" in text or not text.isascii()
        return [(one + two, len(one)) for one, two in _HYPHENATED.findall(fold(text))] if may_hold else []
    if len(said) in (2, 3) and not _is_one(said) and not is_run(said[0]):
        return [("".join(said), len(said[0]))]
    return []


def _is_one(said: list[str]) -> bool:
    """True for the terms of one word: two if a dot is part of it."""
    return len(said) == 1 or (len(said) == 2 and said[0] == f".{said[1]}")


def _with_others(passage: Passage) -> str:
    return f"{passage.text} ({', '.join(passage.also)})" if passage.also else passage.text
