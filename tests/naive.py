"""The search once more, without an index: every rule of docs/search.md spelt out over each member's texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from acquaint.search import Document, Level
from acquaint.search.stopwords import STOPWORDS


@dataclass(frozen=True)
class Word:
    """One word of a question; a run of Chinese is one too."""

    text: str
    run: bool


def words(text: str) -> list[Word]:
    """The words of `text`, which holds small letters, digits, Chinese and blanks only."""
    return [
        Word("".join(letters), run)
        for chunk in text.split()
        for run, letters in groupby(chunk, key=lambda letter: letter >= "\u4e00")
    ]


def slips(word: str, term: str) -> int:
    """The fewest letters more, less, other or swapped between `word` and any beginning of `term`."""
    rows = [list(range(len(term) + 1))]
    for i in range(1, len(word) + 1):
        rows.append([i])
        for j in range(1, len(term) + 1):
            options = [rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (word[i - 1] != term[j - 1])]
            if i > 1 and j > 1 and word[i - 2 : i] == term[j - 2 : j][::-1]:
                options.append(rows[i - 2][j - 2] + 1)
            rows[i].append(min(options))
    return min(rows[-1])


class Naive:
    """A community to be asked; `values` has for each member and field the slugs of their values."""

    def __init__(self, documents: Sequence[Document], values: Sequence[dict[str, list[str]]]) -> None:
        self.documents = documents
        self.values = values
        self.said = [set(self._said(document)) for document in documents]
        self.tags = {
            passage.text
            for document in documents
            for passage in document.passages
            if passage.is_value and " " not in passage.text
        }
        plain = [{word.text for passage in document.passages for word in words(passage.text)} for document in documents]
        loud = {w.text for d in documents for p in d.passages if p.level > Level.PROSE for w in words(p.text)}
        self.known = {
            word
            for texts in plain
            for word in texts
            if len(word) > 3
            and word.isascii()
            and word.isalpha()
            and (word in loud or sum(word in some for some in plain) > 1)
        } & set().union(*self.said)

    def _said(self, document: Document) -> Iterator[str]:
        for passage in document.passages:
            told = words(passage.text)
            yield from (word.text for word in told if passage.is_value or word.text not in STOPWORDS)
            if passage.is_value and len(told) in (2, 3) and not any(word.run for word in told):
                yield "".join(word.text for word in told)

    def ask(
        self, text: str, filters: dict[str, list[str]]
    ) -> tuple[list[int], dict[str, dict[str, int]], dict[str, int]]:
        """The numbers of those found, the newest first; the members of each value; and how many don't say."""
        asked = words(text)
        asked = [word for word in asked if word.text not in STOPWORDS or word.text in self.tags]
        holds = [set.intersection(*[set(range(len(self.documents))), *self._conditions(asked)])]
        for field, slugs in filters.items():
            holds.append({n for n, values in enumerate(self.values) if set(values.get(field, [])) & set(slugs)})
        found = sorted(set.intersection(*holds), reverse=True)
        counts: dict[str, dict[str, int]] = {}
        silent: dict[str, int] = {}
        for field in {field for values in self.values for field in values}:
            others = [hold for hold, name in zip(holds, ["", *filters], strict=True) if name != field]
            left = set.intersection(*others)
            all_slugs = {slug for values in self.values for slug in values.get(field, [])}
            counts[field] = {slug: sum(slug in self.values[n].get(field, []) for n in left) for slug in all_slugs}
            silent[field] = sum(not self.values[n].get(field) for n in left)
        return found, counts, silent

    def _conditions(self, asked: list[Word]) -> list[set[int]]:
        each = [self._members(word) for word in asked]
        for at, (first, second) in enumerate(pairwise(asked)):
            together = first.text + second.text
            if not first.run and not second.run and any(together in said for said in self.said):
                members = self._members(Word(together, False))
                each[at] = each[at] | members
                each[at + 1] = each[at + 1] | members
        return each

    def _saying(self, run: str) -> set[int]:
        pairs = {a + b for a, b in pairwise(run)} or {run}
        texts = [[t.text for p in d.passages for t in words(p.text) if t.run] for d in self.documents]
        return {n for n, runs in enumerate(texts) if all(any(pair in run for run in runs) for pair in pairs)}

    def _members(self, word: Word) -> set[int]:
        if word.run:
            parts = [word.text] + [
                word.text[at : at + length]
                for length in range(len(word.text) - 1, 1, -1)
                for at in range(len(word.text) - length + 1)
            ]
            return next(filter(None, map(self._saying, parts)), set())
        is_short_tag = len(word.text) <= 3 and word.text in self.tags
        begins = len(word.text) > 1 and not is_short_tag
        found = {
            n
            for n, said in enumerate(self.said)
            if word.text in said or (begins and any(one.startswith(word.text) and one[:1] < "\u0e00" for one in said))
        }
        most = 2 if len(word.text) >= 9 else 1 if len(word.text) >= 5 else 0
        if found or not most or any(one.startswith(word.text) for said in self.said for one in said):
            return found
        near: dict[int, set[str]] = {}
        for one in self.known:
            near.setdefault(slips(word.text, one), set()).add(one)
        least = min((distance for distance in near if distance <= most), default=None)
        return {n for n, said in enumerate(self.said) if least is not None and said & near[least]}


def answer_of(page: Any, files: dict[str, Any], question: dict[str, Any]) -> dict[str, Any]:
    """What the browser's engine answers; `files` are those below search/, by name."""
    told: dict[str, Any] = page.evaluate(
        """async ({ files, question }) => {
            const { Engine } = await import("./js/engine.js");
            const engine = await Engine.open(async (name) => JSON.parse(files[name]), new Date(0));
            await engine.prepare(question);
            await engine.complete();
            const answer = engine.answer(question);
            const counts = {}, silent = {};
            engine.columns.fields.forEach(({ name, values }, at) => {
                counts[name] = Object.fromEntries(values.map(({ slug }, value) => [slug, answer.counts[at].found[value]]));
                silent[name] = answer.counts[at].silent;
            });
            return { members: answer.members, counts, silent, words: answer.words };
        }""",
        {"files": files, "question": question},
    )
    return told
