"""Finds secrets that are searched as characters: words, and the base64 that looks like one."""

import re
from collections.abc import Iterable, Iterator

from ahocorasick import Automaton

from acquaint.gate.folding import fold_accented, stands_alone
from acquaint.gate.needles import How, Needle
from acquaint.gate.pieces import near
from acquaint.secrets import Secret

_AT = re.compile(r"@(?<=[^\s<>]@)(?=[^\s<>])")


class Words:
    """Needles that are searched as characters.

    Those with an @ inside are searched near one only, those that count on one member's pages only there: what is left
    makes a small automaton, and that is the fast one.
    """

    def __init__(self, needles: Iterable[Needle]) -> None:
        own: dict[str, list[Needle]] = {}
        addresses: list[Needle] = []
        others: list[Needle] = []
        self.longest = 0
        for needle in needles:
            self.longest = max(self.longest, len(needle.text))
            if needle.own:
                own.setdefault(needle.secret.handle, []).append(needle)
            else:
                (addresses if _AT.search(needle.text) else others).append(needle)
        self._addresses, self._others = _automaton(addresses), _automaton(others)
        self._own: dict[str | None, Automaton] = {handle: _automaton(theirs) for handle, theirs in own.items()}

    def find(self, folded: str, *, raw: str, owner: str | None, inside: int) -> Iterator[Secret]:
        """The secrets in `folded` text that count on a page of `owner`. Tokens are compared with the `raw` one.

        Words count where they stand alone; or, where neighbours mean nothing, from `inside` (above 0) letters on.
        """
        yield from _hits(self._others, folded, raw, inside)
        if self._addresses is not None and "@" in folded:
            addresses = near(folded, _AT.finditer(folded), self.longest + 1)
            yield from _hits(self._addresses, addresses, raw, inside)
        if owner in self._own:
            yield from _hits(self._own[owner], fold_accented(raw), raw, inside)


def _automaton(needles: list[Needle]) -> Automaton | None:
    by_key: dict[str, list[Needle]] = {}
    for needle in needles:
        key = needle.text if needle.how is How.WORD else needle.text.lower()
        by_key.setdefault(key, []).append(needle)
    if not by_key:
        return None
    automaton = Automaton()
    for key, same in by_key.items():
        automaton.add_word(key, same)
    automaton.make_automaton()
    return automaton


def _hits(automaton: Automaton | None, folded: str, raw: str, inside: int) -> Iterator[Secret]:
    if automaton is None:
        return
    for last, needles in automaton.iter(folded):
        for needle in needles:
            end = last + 1
            start = end - len(needle.text)
            if needle.how is How.WORD:
                counts = end - start >= inside if inside else stands_alone(folded, start, end)
            else:
                alone = needle.how is How.INSIDE or stands_alone(folded, start, end)
                counts = alone and not inside and needle.text in raw
            if counts:
                yield needle.secret
