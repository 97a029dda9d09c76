"""What matching knows of a member: their words, and nothing of who may see them."""

from itertools import chain
from typing import NamedTuple

from acquaint.matching.readings import Reader, Reading
from acquaint.matching.tags import Tagged, is_tag, tag_slug, tag_term


class Member(NamedTuple):
    """One member's tags and sentences, each in their own order."""

    handle: str
    skills: tuple[Tagged, ...] = ()
    interests: tuple[Tagged, ...] = ()
    offers: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()

    @property
    def tags(self) -> tuple[Tagged, ...]:
        """Skills, then interests."""
        return self.skills + self.interests


class Known(NamedTuple):
    """A member, read: offers and skills may answer an ask, `tags` are those of skills and interests.

    `answers` are the terms of all offers and skills, `asked` those of all asks; `themes` are the slugs of the tags that
    each offer may stand under.
    """

    offers: tuple[Reading, ...]
    skills: tuple[Reading, ...]
    asks: tuple[Reading, ...]
    tags: frozenset[str]
    answers: frozenset[str]
    asked: frozenset[str]
    themes: tuple[tuple[str, ...], ...]

    @property
    def items(self) -> tuple[Reading, ...]:
        """All that may answer an ask."""
        return self.offers + self.skills

    @property
    def used(self) -> frozenset[str]:
        """Every term this member uses anywhere."""
        return self.tags | self.answers | self.asked

    def says_any(self, words: set[str]) -> bool:
        """True if one of `words`, weak ones as well, stands in an offer or an ask."""
        sentences = chain(self.offers, self.asks)
        return any(not (words.isdisjoint(each.terms) and words.isdisjoint(each.weak)) for each in sentences)


NOBODY = Known((), (), (), frozenset(), frozenset(), frozenset(), ())


def know(member: Member, reader: Reader) -> Known:
    """`member`, read."""
    offers, asks = tuple(map(reader.sentence, member.offers)), tuple(map(reader.sentence, member.asks))
    skills = tuple(map(reader.skill, member.skills))
    about = [(tag.slug, reader.words_of(tag)) for tag in member.tags]
    return Known(
        offers=offers,
        skills=skills,
        asks=asks,
        tags=frozenset(tag_term(tag.slug) for tag in member.tags),
        answers=frozenset(chain.from_iterable(each.terms for each in offers + skills)),
        asked=frozenset(chain.from_iterable(each.terms for each in asks)),
        themes=tuple(tuple(sorted(_themes(offer, about))) for offer in offers),
    )


def _themes(offer: Reading, about: list[tuple[str, tuple[str, ...]]]) -> set[str]:
    """Tags of their own that the offer names, else those it has a word of, else tags of others that it names."""
    named = {tag_slug(term) for term in offer.terms if is_tag(term)}
    own = named.intersection(slug for slug, _ in about)
    touched = {slug for slug, words in about if not set(offer.terms).isdisjoint(words)}
    return own or touched or named
