"""The parts of a text that are worth a second look."""

import re
from collections.abc import Iterable, Iterator

_CUT = "x\nx"  # the letters keep a cut from looking like the end of a word


def near(text: str, spots: Iterable[re.Match[str]], reach: int) -> str:
    """What stands in `text` within `reach` characters of one of the `spots`, which are in order."""
    return _CUT.join(_pieces(text, spots, reach))


def _pieces(text: str, spots: Iterable[re.Match[str]], reach: int) -> Iterator[str]:
    start, end = 0, -1
    for spot in spots:
        left, right = spot.span()
        if left - reach > end:
            if end >= 0:
                yield text[start:end]
            start = max(0, left - reach)
        end = max(end, right + reach)
    if end >= 0:
        yield text[start:end]
