"""The search of an edition, as files that the browser fetches bit by bit: see docs/search.md for the whole."""

import json
from collections.abc import Iterator, Sequence

from acquaint.rendered import Rendered
from acquaint.search.collation import SortKey, sort_key
from acquaint.search.columns import MEMBERS_A_FILE, columns
from acquaint.search.documents import Column, Document, Level, Passage, Value
from acquaint.search.numbers import letters
from acquaint.search.stopwords import STOPWORDS
from acquaint.search.terms import TermIndex

__all__ = ["BLOCK", "Column", "Document", "Level", "Passage", "SortKey", "Value", "search_files", "sort_key"]

BLOCK = 8
"""Members whose cards, or whose texts, come in one file: a page of results needs few of them, and little of each."""


def search_files(documents: Sequence[Document], filters: Sequence[Column], language: str) -> Iterator[Rendered]:
    """Everything but the cards, below search/. `documents` are numbered from 0, the newest member last.

    A new member comes last, so nobody else's number moves, and what is written of others stays as it is.
    """
    index = TermIndex(documents)
    shards = index.shards()
    head = {
        "version": 1,
        "members": len(documents),
        "block": BLOCK,
        "column": MEMBERS_A_FILE,
        "fields": [[column.name, column.label, column.lang] for column in filters],
        "shards": sorted(shards),
        "stopwords": " ".join(sorted(word for word in STOPWORDS if not index.whole(word))),
    }
    yield _file("search/index.json", head)
    for begins, text in shards.items():
        yield Rendered(f"search/terms/{shard_name(begins)}.json", text.encode())
    yield _file("search/words.json", index.words())
    for number, file in enumerate(columns(filters, documents)):
        yield _file(f"search/columns/{number}.json", file)
    by_name = sorted(
        range(len(documents)), key=lambda at: (sort_key(documents[at].sort_as, language), documents[at].handle)
    )
    yield _file("search/names.json", "".join(map(letters, by_name)))
    for first in range(0, len(documents), BLOCK):
        block = [_texts(document) for document in documents[first : first + BLOCK]]
        yield _file(f"search/texts/{first // BLOCK}.json", block)


def shard_name(begins: str) -> str:
    """The file of the shard of terms that begin so: code points in hex, or `all` for those of no other shard."""
    return "-".join(f"{ord(letter):x}" for letter in begins) or "all"


def _texts(document: Document) -> list[list[str | None]]:
    """What is shown as the reason why somebody was found: (label, text, lang or null) of each passage."""
    return [[passage.label, _with_others(passage), passage.lang] for passage in document.passages]


def _with_others(passage: Passage) -> str:
    return f"{passage.text} ({', '.join(passage.also)})" if passage.also else passage.text


def _file(path: str, data: object) -> Rendered:
    return Rendered(path, (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode())
