"""Files of a few members each: what is shown of those who are found, fetched with a page of results."""

from collections.abc import Iterator, Sequence

from acquaint.rendered import Rendered

BLOCK = 8
"""Members whose cards, or whose texts, come in one file: a page of results needs few of them, and little of each."""


def blocks(each: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(number of the file, what goes into it): `each` is one member's, in the order of the members' numbers."""
    return ((first // BLOCK, tuple(each[first : first + BLOCK])) for first in range(0, len(each), BLOCK))


def written(number: int, kind: str, each: Sequence[str]) -> Rendered:
    """One file of `cards`, which are markup but no page that anybody should open, or of `texts`, each as JSON."""
    if kind == "cards":
        return Rendered(f"search/cards/{number}.txt", f"<ul>{''.join(each)}</ul>\n".encode())
    return Rendered(f"search/texts/{number}.json", f"[{','.join(each)}]\n".encode())
