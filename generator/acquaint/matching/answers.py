"""Which offer or skill answers which ask, and by which words; what weighs more is told apart here and never shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from acquaint.matching.members import Item
from acquaint.matching.rarity import Rarity
from acquaint.matching.readings import Phrases, Tagged, is_tag, read, topics_of
from acquaint.matching.stems import stem
from acquaint.matching.stopwords import KINDS_OF_HELP
from acquaint.matching.words import Span, joined

FLOOR = 2
"""What an answer weighs at least: one shared word that no more than a quarter to a half of all members use.

Set by reading: with 3 the most sensible answers of large communities, a review for who asks for a review, were lost;
what was nonsense had weighed 4 and 5 and was told by other signs: one word by chance (see PLAIN), the first word of a
tag that is about its last, and a word of another language.
"""

PLAIN = 2
"""How many shared words tell enough if none of them is a topic: one alone is mostly chance."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The offer or skill of one member that answers the ask of another; each index counts in its member's own list.

    `asked` and `answered` are the shared words, where they stand in the one text and in the other.
    """

    asker: str
    ask: int
    helper: str
    field: str
    index: int
    asked: tuple[Span, ...]
    answered: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares asks with what others offer and know."""

    rarity: Rarity
    phrases: Phrases

    def best(self, ask: Item, items: tuple[Item, ...]) -> tuple[int, Item]:
        """The item that answers `ask` best and how much it weighs; among equals the first. 0 is no answer."""
        weights = [self._weight(ask, item) for item in items]
        most = max(weights)
        return most, items[weights.index(most)]

    def answer(self, asker: str, ask: Item, helper: str, item: Item) -> Answer:
        """`item` of `helper` as the answer to `ask` of `asker`, with the words that say so."""
        asked, answered = read(ask.text, self.phrases), read(item.text, self.phrases)
        shared = [term for term in self._shared(ask, item) if self.rarity.of(term)]
        return Answer(
            asker=asker,
            ask=ask.index,
            helper=helper,
            field=item.field,
            index=item.index,
            asked=joined(span for term in shared for span in asked[term]),
            answered=joined(span for term in shared for span in answered.get(term, ())),
        )

    def _shared(self, ask: Item, item: Item) -> frozenset[str]:
        """The terms of both. Between two languages only tags count: `plant` means one thing in each."""
        common = ask.terms & item.terms
        if common and ask.language and item.language and ask.language != item.language:
            return frozenset(filter(is_tag, common))
        return common

    def _weight(self, ask: Item, item: Item) -> int:
        shared = self._shared(ask, item)
        if not shared:
            return 0
        weight = self.rarity.together(shared)
        tells = len(shared) >= PLAIN or not shared.isdisjoint(ask.alone & item.alone)
        return weight if tells and weight >= FLOOR else 0


def topics(tags: Iterable[Tagged]) -> frozenset[str]:
    """Words that tell something on their own: those that tags are made of, and the kinds of help."""
    return frozenset(map(stem, KINDS_OF_HELP)).union(*map(topics_of, tags))
