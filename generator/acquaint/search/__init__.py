"""The search of an edition, as files that the browser fetches bit by bit: see docs/search.md for the whole."""

import json
from collections.abc import Iterable, Iterator, Sequence

from acquaint.rendered import Rendered
from acquaint.search.blocks import BLOCK, blocks, written
from acquaint.search.collation import SortKey, sort_key
from acquaint.search.columns import MEMBERS_A_FILE, columns
from acquaint.search.documents import Column, Document, Level, Passage, Value
from acquaint.search.numbers import letters
from acquaint.search.stopwords import STOPWORDS
from acquaint.search.terms import TermIndex
from acquaint.search.told import Entry, Parts, Told, entry

__all__ = [
    "BLOCK",
    "Column",
    "Document",
    "Entry",
    "Level",
    "Parts",
    "Passage",
    "Search",
    "SortKey",
    "Told",
    "Value",
    "blocks",
    "entry",
    "search_files",
    "sort_key",
    "written",
]


def search_files(documents: Iterable[Document], filters: Sequence[Column], language: str) -> Iterator[Rendered]:
    """Everything but the cards, below search/. `documents` are numbered from 0, the newest member last.

    A new member comes last, so nobody else's number moves, and what is written of others stays as it is.
    """
    known: Parts = {}
    entries = [entry(document, known) for document in documents]
    yield from Search(language).update([each.told for each in entries], filters)
    yield from (written(number, "texts", texts) for number, texts in blocks([each.texts for each in entries]))


class Search:
    """What is searched in one edition and language, of all its members, kept from one build to the next.

    After any number of changes its files are those of a new one; a file that no change has touched is the same object.
    """

    def __init__(self, language: str) -> None:
        """Nobody yet."""
        self._language = language
        self._index = TermIndex()
        self._files: dict[str, Rendered] = {}
        self._numbered: object = None
        self._filtered: object = None
        self._columns = self._names = tuple[Rendered, ...]()

    def update(self, members: Sequence[Told], filters: Sequence[Column]) -> tuple[Rendered, ...]:
        """The files for `members`, who are numbered from 0, the newest last."""
        self._index.update(members)
        numbered = [(each.handle, each.sort_as, each.zone) for each in members]
        filtered = numbered, tuple(filters)
        if numbered != self._numbered:
            self._names = (self._file("search/names.json", self._by_name(members)),)
        if filtered != self._filtered:
            written = enumerate(columns(filters, members))
            self._columns = tuple(self._file(f"search/columns/{number}.json", file) for number, file in written)
        self._numbered, self._filtered = numbered, filtered
        files = (
            self._file("search/index.json", self._head(len(members), filters)),
            *self._terms(),
            self._file("search/words.json", self._index.words()),
            *self._columns,
            *self._names,
        )
        self._files = {file.path: file for file in files}
        return files

    def _head(self, members: int, filters: Sequence[Column]) -> dict[str, object]:
        return {
            "version": 1,
            "members": members,
            "block": BLOCK,
            "column": MEMBERS_A_FILE,
            "fields": [[column.name, column.label, column.lang] for column in filters],
            "shards": self._index.beginnings(),
            "stopwords": " ".join(sorted(word for word in STOPWORDS if not self._index.whole(word))),
        }

    def _terms(self) -> Iterator[Rendered]:
        stale, self._index.stale = self._index.stale, set()
        for begins in self._index.beginnings():
            path = f"search/terms/{shard_name(begins)}.json"
            yield self._text(path, self._index.shard(begins)) if begins in stale else self._files[path]

    def _by_name(self, members: Sequence[Told]) -> str:
        """The numbers of `members` in the order of their names."""
        keys = [(sort_key(each.sort_as, self._language), each.handle) for each in members]
        return "".join(map(letters, sorted(range(len(members)), key=keys.__getitem__)))

    def _file(self, path: str, data: object) -> Rendered:
        return self._text(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n")

    def _text(self, path: str, text: str) -> Rendered:
        content, before = text.encode(), self._files.get(path)
        return before if before is not None and before.content == content else Rendered(path, content)


def shard_name(begins: str) -> str:
    """The file of the shard of terms that begin so: code points in hex, or `all` for those of no other shard."""
    return "-".join(f"{ord(letter):x}" for letter in begins) or "all"
