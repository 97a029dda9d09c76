"""What matching knows of a member: their words, and nothing of who may see them."""

from dataclasses import dataclass

from acquaint.matching.readings import Phrases, Tagged, is_tag, read, tag_term, telling, words_of
from acquaint.matching.words import language_of, words


@dataclass(frozen=True, slots=True)
class Member:
    """One member's tags and sentences, each in their own order."""

    handle: str
    skills: tuple[Tagged, ...] = ()
    interests: tuple[Tagged, ...] = ()
    offers: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One of a member's offers, asks or skills (`field` names which), and what it is about.

    A skill has no language. `alone` are those of its `terms` of which one is enough to tell something: tags, topics.
    Of the words that make a tag only the last does: `Public speaking` is about speaking, `Radio plays` not of radio.
    """

    field: str
    index: int
    text: str
    language: str
    terms: frozenset[str]
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """A member, read: `items` may answer an ask, `tags` are those of skills and interests.

    `answers` are the terms of all items, `asked` those of all asks, `words` the slug of each tag with what it is about.
    """

    handle: str
    items: tuple[Item, ...]
    asks: tuple[Item, ...]
    tags: frozenset[str]
    answers: frozenset[str]
    asked: frozenset[str]
    words: tuple[tuple[str, frozenset[str]], ...]


def know(member: Member, phrases: Phrases, topics: frozenset[str]) -> Known:
    """`member`, read with the tags and the topics of everybody."""

    skills = tuple(_skill(index, tag) for index, tag in enumerate(member.skills))
    items = tuple(_sentence("offers", at, text, phrases, topics) for at, text in enumerate(member.offers)) + skills
    asks = tuple(_sentence("asks", at, text, phrases, topics) for at, text in enumerate(member.asks))
    return Known(
        handle=member.handle,
        items=items,
        asks=asks,
        tags=frozenset(tag_term(tag.slug) for tag in (*member.skills, *member.interests)),
        answers=frozenset().union(*(item.terms for item in items)),
        asked=frozenset().union(*(ask.terms for ask in asks)),
        words=tuple((tag.slug, frozenset(words_of(tag))) for tag in (*member.skills, *member.interests)),
    )


def _sentence(field: str, index: int, text: str, phrases: Phrases, topics: frozenset[str]) -> Item:
    spans = read(text, phrases)
    alone = frozenset(term for term in telling(spans) if is_tag(term) or term in topics)
    return Item(field, index, text, language_of(text), frozenset(spans), alone)


def _skill(index: int, tag: Tagged) -> Item:
    cut = words(tag.text)
    alone = frozenset({tag_term(tag.slug), *(word.term for word in cut[-1:] if not word.weak)})
    return Item("skills", index, tag.text, "", alone.union(words_of(tag)), alone)
