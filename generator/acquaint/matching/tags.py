"""The tags of everybody: what their spellings look like in a text, and which words are topics."""

from collections import Counter
from collections.abc import Iterable, Sequence
from sys import intern
from typing import NamedTuple, TypeVar

from acquaint.matching.stems import stem
from acquaint.matching.stopwords import KINDS_OF_HELP
from acquaint.matching.words import Word, Written, words

Key = TypeVar("Key")
Counted = TypeVar("Counted")


class Tagged(NamedTuple):
    """A tag that somebody has: its identity, how they spell it, and every spelling that means the same."""

    slug: str
    text: str
    spellings: tuple[str, ...] = ()


class Tags:
    """Every tag that somebody has, counted, so that one goes with the last who has it."""

    def __init__(self) -> None:
        """The kinds of help are topics, whatever tags there are."""
        self._users = Counter[Tagged]()
        # The words of a spelling, and what they may spell: (the spelling if it must stand as it is written, the term).
        self._spelt: dict[tuple[str, ...], Counter[tuple[str, str]]] = {}
        self._lengths: dict[str, Counter[int]] = {}
        self._topics = Counter(map(stem, KINDS_OF_HELP))

    def change(self, gone: Iterable[Tagged], come: Iterable[Tagged], known: Written) -> set[str]:
        """Take out and put in; gives words that a text must hold one of to be read differently now."""
        users = Counter(come)
        users.subtract(gone)
        changed = set[str]()
        for tag, more in users.items():
            if more and _count(self._users, tag, more):
                changed |= self._change(tag, 1 if more > 0 else -1, known)
        return changed

    def is_topic(self, term: str) -> bool:
        """True of a word that a tag is made of, or that is a kind of help: it tells something on its own."""
        return term in self._topics

    def may_begin(self, term: str) -> bool:
        """True of a word that some spelling of a tag begins with."""
        return term in self._lengths

    def named(self, at: int, cut: Sequence[Word], text: str) -> tuple[int, list[str]]:
        """How many of the words `cut` of `text` spell a tag from word `at` on, as many as may be, and which tags."""
        for length in sorted(self._lengths.get(cut[at].term, ()), reverse=True):
            some = cut[at : at + length]
            if len(some) == length and (tags := self._spell(some, text)):
                return length, tags
        return 0, []

    def _spell(self, cut: Sequence[Word], text: str) -> list[str]:
        """The terms of the tags that these words of `text` spell."""
        if (spelt := self._spelt.get(tuple(word.term for word in cut))) is None:
            return []
        written = text[cut[0].start : cut[-1].end]
        tells = not all(word.weak for word in cut)
        named = cut[0].start > 0 and written != written.lower()
        return [term for exact, term in sorted(spelt) if tells or (named and written == exact)]

    def _change(self, tag: Tagged, by: int, known: Written) -> set[str]:
        """Count the spellings of `tag` in, or out; gives words that begin a tag now, or are a topic, or no longer."""
        changed = set[str]()
        for spelling in (tag.text, *tag.spellings):
            cut = words(spelling, known)
            for word in cut:
                if not word.weak and _count(self._topics, word.term, by):
                    changed.add(word.term)
            if cut:
                # A tag such as Go or R is a common word: it counts where it is written as the tag is.
                exact = spelling if all(word.weak for word in cut) else ""
                first, terms = cut[0].term, tuple(word.term for word in cut)
                _count_within(self._lengths, first, len(cut), by)
                if _count_within(self._spelt, terms, (exact, tag_term(tag.slug)), by):
                    changed.add(first)
        return changed


def tag_term(slug: str) -> str:
    """The term of a tag; it begins with a sign that no word begins with."""
    return intern(f"#{slug}")


def tag_slug(term: str) -> str:
    """The slug of the tag whose term that is."""
    return term[1:]


def is_tag(term: str) -> bool:
    """True if `term` is a tag's and not a word's."""
    return term.startswith("#")


def _count(counts: Counter[Counted], each: Counted, by: int) -> bool:
    """True if there is the first of `each` now, or no more of them."""
    before = counts[each]
    counts[each] = before + by
    if not counts[each]:
        del counts[each]
    return not before or not before + by


def _count_within(counts: dict[Key, Counter[Counted]], key: Key, each: Counted, by: int) -> bool:
    """As `_count`, among those of `key`."""
    changed = _count(counts.setdefault(key, Counter()), each, by)
    if not counts[key]:
        del counts[key]
    return changed
