"""Files of a few members each: what is shown of those who are found, fetched with a page of results."""

from collections.abc import Iterator, Sequence

from acquaint.rendered import Rendered

BLOCK = 8
"""Members whose cards, or whose texts, come in one file: a page of results needs few of them, and little of each."""


def text_blocks(texts: Sequence[str]) -> Iterator[Rendered]:
    """The files of `texts`, each as JSON, in the order of the members' numbers."""
    for number, some in _blocks(texts):
        yield Rendered(f"search/texts/{number}.json", f"[{','.join(some)}]\n".encode())


def card_blocks(cards: Sequence[str]) -> Iterator[Rendered]:
    """The files of `cards`, in the order of the members' numbers: markup, but no page that anybody should open."""
    for number, some in _blocks(cards):
        yield Rendered(f"search/cards/{number}.txt", f"<ul>{''.join(some)}</ul>\n".encode())


def _blocks(each: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    return ((first // BLOCK, each[first : first + BLOCK]) for first in range(0, len(each), BLOCK))
