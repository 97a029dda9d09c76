"""What a text is about: its telling words, the tags it names, and where each of them stands."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from acquaint.matching.tags import Tagged, Tags, is_tag, tag_term
from acquaint.matching.words import Span, Word, Written, language_of, words


class Reading(NamedTuple):
    """An offer, an ask or a skill, read. A skill has no language.

    `alone` are those of its `terms` of which one is enough to tell something: tags, topics. `stand` says where terms
    stand: the term's number, its first character and the one behind its last, again and again. `weak` are words that
    say nothing.
    """

    terms: tuple[str, ...]
    alone: tuple[str, ...]
    language: str = ""
    stand: tuple[int, ...] = ()
    weak: tuple[str, ...] = ()

    def spans(self, terms: Container[str]) -> list[Span]:
        """Where those of `terms` stand that it holds."""
        triples = zip(*[iter(self.stand)] * 3, strict=True)
        return [(start, end) for number, start, end in triples if self.terms[number] in terms]


class Reader:
    """Reads texts with the tags of everybody; what words and skills are is worked out once for all that it reads."""

    def __init__(self, tags: Tags) -> None:
        """For as long as nobody else changes `tags`."""
        self._tags = tags
        self._written: Written = {}
        self._skills: dict[Tagged, Reading] = {}

    def learn(self, gone: Iterable[Tagged], come: Iterable[Tagged]) -> set[str]:
        """Members have other tags now; a text must hold one of the words that are returned to be read otherwise."""
        return self._tags.change(gone, come, self._written)

    def sentence(self, text: str) -> Reading:
        """An offer or an ask."""
        cut = words(text, self._written)
        spans = _spans(cut, text, self._tags)
        alone = tuple(term for term in _telling(spans) if is_tag(term) or self._tags.is_topic(term))
        return Reading(
            terms=tuple(spans),
            alone=alone,
            language=language_of(text),
            stand=_stand(spans),
            weak=tuple({word.term for word in cut} - spans.keys()),
        )

    def skill(self, tag: Tagged) -> Reading:
        """A tag among one's skills.

        Of the words that make it only the last tells alone: `Public speaking` is about speaking, `Radio plays` not of
        radio.
        """
        if (reading := self._skills.get(tag)) is None:
            reading = self._skills[tag] = self._skill(tag)
        return reading

    def words_of(self, tag: Tagged) -> tuple[str, ...]:
        """The telling words of `tag`, as this member spells it."""
        return tuple(word.term for word in words(tag.text, self._written) if not word.weak)

    def _skill(self, tag: Tagged) -> Reading:
        cut, own = words(tag.text, self._written), tag_term(tag.slug)
        telling = [word.term for word in cut if not word.weak]
        terms = tuple(dict.fromkeys((own, *telling)))
        spans = _spans(cut, tag.text, self._tags)
        alone = (own, *(word.term for word in cut[-1:] if not word.weak))
        return Reading(terms, tuple(dict.fromkeys(alone)), stand=_stand({term: spans.get(term, []) for term in terms}))


def _spans(cut: list[Word], text: str, tags: Tags) -> dict[str, list[Span]]:
    """The terms of `text` that tell something and the tags it names, with where they stand."""
    spans: dict[str, list[Span]] = {}
    for word in cut:
        if not word.weak:
            spans.setdefault(word.term, []).append((word.start, word.end))
    behind = 0
    for at, word in enumerate(cut):
        if at < behind or not tags.may_begin(word.term):
            continue
        length, named = tags.named(at, cut, text)
        behind = at + length
        for tag in named:
            spans.setdefault(tag, []).append((word.start, cut[behind - 1].end))
    return spans


def _telling(spans: dict[str, list[Span]]) -> Iterable[str]:
    """The terms of what was read that aren't just the beginning of a longer tag."""
    tags = [span for term, each in spans.items() if is_tag(term) for span in each]
    for term, each in spans.items():
        if any(not any(first <= start and end < last for first, last in tags) for start, end in each):
            yield term


def _stand(spans: dict[str, list[Span]]) -> tuple[int, ...]:
    return tuple(n for number, each in enumerate(spans.values()) for span in each for n in (number, *span))
