"""Numbers as letters: shorter than digits, and no row of them can look like somebody's telephone number."""

from collections.abc import Iterable
from itertools import pairwise

_LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MORE = _LAST.lower()


def letters(number: int) -> str:
    """`number`, 0 or more, in base 26: small letters, the last one a capital. So no separator is needed."""
    rest, last = divmod(number, 26)
    head = ""
    while rest:
        rest, digit = divmod(rest, 26)
        head = _MORE[digit] + head
    return head + _LAST[last]


def gaps(numbers: Iterable[int]) -> str:
    """Rising `numbers` as the gaps between them: how many are skipped before each."""
    skipped = [number - before - 1 for before, number in pairwise((-1, *numbers))]
    small = max(skipped, default=0) < _KEPT
    return "".join([_SMALL[each] for each in skipped] if small else map(letters, skipped))


_KEPT = 4096
_SMALL = [letters(number) for number in range(_KEPT)]
