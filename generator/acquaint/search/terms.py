"""Which members each term leads to, in shards by how it begins: a query needs the shards of its own words only."""

import json
import re
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


class TermIndex:
    """Every term of an edition. A member has a term once, at the highest level where it stands."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """`documents` in the order of the members' numbers."""
        self._postings: dict[str, Postings] = defaultdict(dict)
        self._said: set[str] = set()
        for number, document in enumerate(documents):
            for term, level in levels(document).items():
                self._postings[term].setdefault(level, array("I")).append(number)
            self._said.update(term for passage in document.passages for term in terms(passage.text))

    def shards(self) -> dict[str, str]:
        """Each shard's JSON by the beginning that all its terms share; a term is in the shard of the longest one.

        `{term: [level, members, level, members, …]}`, the highest level first, members as `gaps` writes them.
        """
        shards = self._split("", sorted(self._postings))
        return {begins: _json({term: self._row(term) for term in found}) for begins, found in shards}

    def words(self) -> str:
        """The words a mistyped one may mean, in alphabetical order, with a blank between two."""
        known = [term for term, found in self._postings.items() if term in self._said and _is_known(term, found)]
        known.sort(key=lambda term: (-_members(self._postings[term]), term))
        return " ".join(sorted(known[:WORDS]))

    def whole(self, word: str) -> bool:
        """True if `word` is all that somebody's tag, name or place says."""
        return Level.WHOLE in self._postings.get(word, {})

    def _row(self, term: str) -> list[int | str]:
        found = self._postings[term]
        return [part for level in sorted(found, reverse=True) for part in (int(level), gaps(found[level]))]

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
    found: dict[str, Level] = {}
    for passage in document.passages:
        for text in (passage.text, *passage.also):
            for term, level in _levels_of(text, passage):
                if found.get(term, 0) < level:
                    found[term] = level
    return found


def _levels_of(text: str, passage: Passage) -> Iterator[tuple[str, Level]]:
    said = terms(text)
    if not passage.is_value:
        yield from ((term, passage.level) for term in said if term not in STOPWORDS)
        yield from ((first + second, passage.level) for first, second in _HYPHENATED.findall(fold(text)))
        return
    whole = said[0] if len(said) == 1 or (said and said[0] == f".{said[-1]}") else ""
    yield from ((term, Level.WHOLE if term == whole else passage.level) for term in said)
    if len(said) in (2, 3) and not whole and not is_run(said[0]):
        yield "".join(said), Level.WHOLE


def _is_known(term: str, found: Postings) -> bool:
    """True of a word that somebody would be offered: not one that stands in one introduction only."""
    is_word = len(term) >= SHORTEST_WORD and term.isalpha() and not is_run(term)
    return is_word and (max(found) > Level.PROSE or _members(found) > 1)


def _members(found: Postings) -> int:
    return sum(map(len, found.values()))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
