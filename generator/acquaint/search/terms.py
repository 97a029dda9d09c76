"""Which members each term leads to, in shards by how it begins: a query needs the shards of its own words only."""

import json
import re
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

from acquaint.folding import fold, is_run, terms
from acquaint.search.documents import Document, Level, Passage
from acquaint.search.numbers import gaps
from acquaint.search.stopwords import STOPWORDS

Postings = dict[Level, "array[int]"]
"""The numbers of members, rising, by the level at which a term stands with them."""

MOST_IN_A_SHARD = 4_000
"""Terms and postings of a shard: about 8 kB once compressed. What begins alike leaves a shard that has more."""
WORDS = 20_000
"""Words that are offered for mistyped ones, those of most members first."""
SHORTEST_WORD = 4

_HYPHENATED = re.compile(r"([^\W_]+)[-‐‑]([^\W_]+)")


SEAM = "|"
"""Stands in a term that nobody says as it is written: words put together, accents taken away.

Without it such a word could be somebody's private account by chance, which the leak gate would have to take for a leak.
"""

_Told = list[tuple[Passage, str, list[str]]]


class TermIndex:
    """Every term of an edition. A member has a term once, at the highest level where it stands."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """`documents` in the order of the members' numbers."""
        self._postings: dict[str, Postings] = defaultdict(dict)
        self._said: set[str] = set()
        self._own: set[str] = set()
        self._seams: dict[str, int] = {}
        for number, document in enumerate(documents):
            told = _told(document)
            for term, level in _levels(told).items():
                self._postings[term].setdefault(level, array("I")).append(number)
            for passage, text, said in told:
                self._note(passage, text, said)

    def _note(self, passage: Passage, text: str, said: list[str]) -> None:
        """How what is found by `text` may be written, and whether it is all that `text` says."""
        shown = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
        for term in said:
            if term in shown:
                self._said.add(term)
            else:
                self._seams.setdefault(term, 1)
        for term, seam in _joined(passage, text, said):
            self._seams.setdefault(term, seam)
        if passage.is_value and len(said) == 1 and text == passage.text:
            self._own.add(said[0])

    def shards(self) -> dict[str, str]:
        """Each shard's JSON by the beginning that all its terms share; a term is in the shard of the longest one.

        `{term: [level, members, level, members, …]}`, the highest level first, members as `gaps` writes them. A term
        may have a SEAM, which is no part of it.
        """
        shards = self._split("", sorted(self._postings))
        return {begins: _json(dict(map(self._entry, found))) for begins, found in shards}

    def words(self) -> str:
        """The words a mistyped one may mean, in alphabetical order, with a blank between two."""
        known = [term for term, found in self._postings.items() if term in self._said and _is_known(term, found)]
        known.sort(key=lambda term: (-_members(self._postings[term]), term))
        return " ".join(sorted(known[:WORDS]))

    def whole(self, word: str) -> bool:
        """True if `word` is all that somebody's tag, name or place says; `in` isn't, though it means India, too."""
        return word in self._own

    def _entry(self, term: str) -> tuple[str, list[int | str]]:
        """`term` as it is written, and its row."""
        seam = 0 if term in self._said else self._seams.get(term, 0)
        found = self._postings[term]
        row = [part for level in sorted(found, reverse=True) for part in (int(level), gaps(found[level]))]
        return (f"{term[:seam]}{SEAM}{term[seam:]}" if seam else term), row

    def _split(self, begins: str, found: list[str]) -> Iterator[tuple[str, list[str]]]:
        """`found`, which all begin with `begins`, without those beginnings that are large enough for themselves."""
        if self._size(found) > MOST_IN_A_SHARD:
            longer: dict[str, list[str]] = defaultdict(list)
            for term in found:
                longer[term[: len(begins) + 1]].append(term)
            for beginning, its in longer.items():
                if beginning != begins and self._size(its) > MOST_IN_A_SHARD / 5:
                    yield from self._split(beginning, its)
                    found = [term for term in found if not term.startswith(beginning)]
        if found or not begins:
            yield begins, found

    def _size(self, found: list[str]) -> int:
        return sum(3 + _members(self._postings[term]) for term in found)


def levels(document: Document) -> dict[str, Level]:
    """Every term by which `document` is found, and the highest level at which it stands there."""
    return _levels(_told(document))


def _told(document: Document) -> _Told:
    """Every text of `document` and every other spelling, with its terms."""
    texts = ((passage, text) for passage in document.passages for text in (passage.text, *passage.also))
    return [(passage, text, terms(text)) for passage, text in texts]


def _levels(told: _Told) -> dict[str, Level]:
    found: dict[str, Level] = {}
    for passage, text, said in told:
        for term, level in _levels_of(passage, text, said):
            if found.get(term, 0) < level:
                found[term] = level
    return found


def _levels_of(passage: Passage, text: str, said: list[str]) -> Iterator[tuple[str, Level]]:
    if not passage.is_value:
        yield from ((term, passage.level) for term in said if term not in STOPWORDS)
        yield from ((term, passage.level) for term, _ in _joined(passage, text, said))
        return
    whole = said[0] if _is_one(said) else ""
    full = Level.WHOLE if passage.level >= Level.TAG else Level.TAG
    yield from ((term, full if term == whole else passage.level) for term in said)
    yield from ((term, full) for term, _ in _joined(passage, text, said))


def _joined(passage: Passage, text: str, said: list[str]) -> Iterator[tuple[str, int]]:
    """Words that may as well be written together, and where in them the seam is."""
    if not passage.is_value:
        yield from ((first + second, len(first)) for first, second in _HYPHENATED.findall(fold(text)))
    elif len(said) in (2, 3) and not _is_one(said) and not is_run(said[0]):
        yield "".join(said), len(said[0])


def _is_one(said: list[str]) -> bool:
    """True for the terms of one word: two if a dot is part of it."""
    return len(said) == 1 or (len(said) == 2 and said[0] == f".{said[1]}")


def _is_known(term: str, found: Postings) -> bool:
    """True of a word that somebody would be offered: not one that stands in one introduction only."""
    is_word = len(term) >= SHORTEST_WORD and term.isalpha() and not is_run(term)
    return is_word and (max(found) > Level.PROSE or _members(found) > 1)


def _members(found: Postings) -> int:
    return sum(map(len, found.values()))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
