"""Which members each term leads to, in shards by how it begins: a query needs the shards of its own words only."""

import json
from bisect import insort
from collections.abc import Iterable, Mapping, Sequence

from acquaint.folding import is_run
from acquaint.search.documents import Document, Level
from acquaint.search.postings import Postings
from acquaint.search.shards import Shards
from acquaint.search.told import LEVEL, SAID, WHOLE, Parts, Told, entry, marks, seams

MOST_IN_A_SHARD = 4_000
"""Terms and postings of a shard: about 8 kB once compressed. What begins alike leaves a shard that has more."""
OF_A_TERM = 3
"""What a term takes besides its postings, in postings."""
WORDS = 20_000
"""Words that are offered for mistyped ones, those of most members first."""
SHORTEST_WORD = 4

SEAM = "|"
"""Stands in a term that nobody says as it is written: words put together, accents taken away.

Without it such a word could be somebody's private account by chance, which the leak gate would have to take for a leak.
"""


class TermIndex:
    """Every term of an edition. A member has a term once, at the highest level where it stands.

    Kept from one build to the next: whoever was in it before, for the same members it is the same.
    """

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        """`documents` in the order of the members' numbers."""
        known: Parts = {}
        self._told: tuple[Told, ...] = ()
        self._postings = Postings()
        self._seams: dict[str, list[int]] = {}
        self._shards = Shards(MOST_IN_A_SHARD)
        self._words: set[str] = set()
        self.stale = {""}
        self.update([entry(document, known).told for document in documents])

    def update(self, told: Sequence[Told]) -> None:
        """Make it the index of these members, in the order of their numbers; `stale` are then the shards to write."""
        before, self._told = self._told, tuple(told)
        old = {each.handle: number for number, each in enumerate(before)}
        new = {each.handle: number for number, each in enumerate(told)}
        pairs = [(before[old[each.handle]] if each.handle in old else None, each) for each in told]
        pairs = [(was, now) for was, now in pairs if was is not now and was != now]
        sizes: dict[str, int] = {}
        for was, now in (*pairs, *((each, None) for each in before if each.handle not in new)):
            if was:
                self._take(old[was.handle], was, now, sizes)
        moved = any(new.get(each.handle, number) != number for number, each in enumerate(before))
        if moved:
            self._postings.move([new.get(each.handle, 0) for each in before])
        for was, now in pairs:
            self._put(new[now.handle], now, was, sizes)
        self._postings.tidy(sizes)
        self._place(sizes)
        if moved:
            self.stale.update(self._shards.terms)

    def shards(self) -> dict[str, str]:
        """Each shard's JSON by the beginning that all its terms share; a term is in the shard of the longest one.

        `{term: [level, members, level, members, …]}`, the highest level first, members as `gaps` writes them. A term
        may have a SEAM, which is no part of it.
        """
        return {begins: self.shard(begins) for begins in self.beginnings()}

    def beginnings(self) -> list[str]:
        """What the terms of each shard begin with, in order."""
        return sorted(self._shards.terms)

    def shard(self, begins: str) -> str:
        """One shard's JSON."""
        rows = {self._as_written(term): self._postings.written(term) for term in self._shards.terms[begins]}
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))

    def words(self) -> str:
        """The words a mistyped one may mean, in alphabetical order, with a blank between two."""
        known = sorted(self._words)
        if len(known) > WORDS:
            known = sorted(sorted(known, key=lambda term: (-self._postings.members(term), term))[:WORDS])
        return " ".join(known)

    def whole(self, word: str) -> bool:
        """True if `word` is all that somebody's tag, name or place says; `in` isn't, though it means India, too."""
        return self._postings.has(word, WHOLE)

    def _take(self, number: int, was: Told, now: Told | None, sizes: dict[str, int]) -> None:
        """Take out what `was` has and `now` hasn't; `sizes` gets what the terms measured before."""
        gone, cuts = _beyond(marks(was), now and marks(now)), _beyond(seams(was), now and seams(now))
        self._measure(gone, sizes)
        self._measure(cuts, sizes)
        self._postings.take(number, gone)
        for term, seam in cuts.items():
            self._seams[term].remove(seam)
            if not self._seams[term]:
                del self._seams[term]

    def _put(self, number: int, now: Told, was: Told | None, sizes: dict[str, int]) -> None:
        """Put in what `now` has and `was` hadn't."""
        come, cuts = _beyond(marks(now), was and marks(was)), _beyond(seams(now), was and seams(was))
        self._measure(come, sizes)
        self._measure(cuts, sizes)
        self._postings.put(number, come)
        for term, seam in cuts.items():
            insort(self._seams.setdefault(term, []), seam)

    def _measure(self, terms: Iterable[str], sizes: dict[str, int]) -> None:
        sizes.update({term: self._size(term) for term in terms if term not in sizes})

    def _size(self, term: str) -> int:
        members = self._postings.members(term)
        return members and OF_A_TERM + members

    def _place(self, sizes: Mapping[str, int]) -> None:
        """Bring the terms that have changed where they belong now; `sizes` are what they measured before."""
        rows, before = self._postings.rows, self._shards.terms
        for term in sizes:
            (self._words.add if self._is_known(term) else self._words.discard)(term)
        # One by one is for an edit: a whole community is sorted at once.
        if is_much := 2 * len(sizes) > len(rows):
            self.stale.update(before)
        else:
            self.stale.update(self._shards.change(term, size, self._size(term)) for term, size in sizes.items())
        if is_much or not self._shards.still_holds():
            self._shards.cut({term: self._size(term) for term in rows})
            self.stale.update(begins for begins, its in self._shards.terms.items() if before.get(begins) != its)
        self.stale.intersection_update(self._shards.terms)

    def _as_written(self, term: str) -> str:
        """`term` as it is written: with a SEAM where nobody who is found by it says it so."""
        if term not in self._seams or self._postings.has(term, SAID):
            return term
        seam = self._seams[term][0]
        return f"{term[:seam]}{SEAM}{term[seam:]}"

    def _is_known(self, term: str) -> bool:
        """True of a word that somebody would be offered: not one that stands in one introduction only."""
        if len(term) < SHORTEST_WORD or not term.isalpha() or is_run(term) or not self._postings.has(term, SAID):
            return False
        return self._postings.members(term) > 1 or self._postings.highest(term) > Level.PROSE


def _beyond(found: dict[str, int], others: dict[str, int] | None) -> dict[str, int]:
    """What of `found` isn't the same in `others`."""
    return {term: mark for term, mark in found.items() if others.get(term) != mark} if others else found


def levels(document: Document) -> dict[str, Level]:
    """Every term by which `document` is found, and the highest level at which it stands there."""
    return {term: Level(mark >> LEVEL) for term, mark in marks(entry(document, {}).told).items()}
