"""Finds secrets that are searched as characters: words, and the base64 that looks like one."""

import re
from collections.abc import Iterable, Iterator

from ahocorasick import Automaton

from acquaint.gate.folding import stands_alone
from acquaint.gate.haystacks import Haystack
from acquaint.gate.needles import How, Needle

_AT = re.compile(r"@(?<=[^\s<>]@)(?=[^\s<>])")


class Words:
    """Needles that are searched as characters.

    Those with an @ inside are searched in lines that have one: what is left makes a small automaton, and that is the
    fast one. Those that may be anybody's word are searched with their accents.
    """

    def __init__(self, needles: Iterable[Needle]) -> None:
        addresses, others, own = list[Needle](), list[Needle](), list[Needle]()
        for needle in needles:
            if needle.own and needle.how in (How.WORD, How.HINT):
                own.append(needle)
            else:
                (addresses if _AT.search(needle.text) else others).append(needle)
        self._addresses, self._others, self._own = map(_automaton, (addresses, others, own))

    def find(self, hay: Haystack) -> Iterator[Needle]:
        """The needles in `hay`: words that stand alone there, or are long enough where neighbours mean nothing."""
        yield from _found(self._others, hay.folded, hay)
        if self._addresses and "@" in hay.folded:
            lines = [line for line in hay.folded.split("\n") if "@" in line]
            yield from _found(self._addresses, "\n".join(lines), hay)
        if self._own:
            yield from _found(self._own, hay.accented, hay)


def _automaton(needles: list[Needle]) -> Automaton | None:
    by_key: dict[str, list[Needle]] = {}
    for needle in needles:
        key = needle.text.lower() if needle.how in (How.TOKEN, How.INSIDE) else needle.text
        by_key.setdefault(key, []).append(needle)
    if not by_key:
        return None
    automaton = Automaton()
    for key, same in by_key.items():
        automaton.add_word(key, same)
    automaton.make_automaton()
    return automaton


def _found(automaton: Automaton | None, folded: str, hay: Haystack) -> Iterator[Needle]:
    if automaton is None:
        return
    for last, needles in automaton.iter(folded):
        for needle in needles:
            if _counts(needle, folded, last + 1, hay):
                yield needle


def _counts(needle: Needle, folded: str, end: int, hay: Haystack) -> bool:
    start = end - len(needle.text)
    if needle.how is How.HINT:
        return True
    if needle.how is How.WORD:
        return end - start >= hay.inside if hay.inside else stands_alone(folded, start, end)
    alone = needle.how is How.INSIDE or stands_alone(folded, start, end)
    return alone and not hay.inside and needle.text in hay.text


def holds_phrase(needle: Needle, hay: Haystack) -> bool:
    """True if `hay` holds the phrase of a HINT, whatever white space parts its words."""
    text = " ".join((hay.accented if needle.own else hay.folded).split())
    at = text.find(needle.phrase)
    while at >= 0:
        end = at + len(needle.phrase)
        if end - at >= hay.inside if hay.inside else stands_alone(text, at, end):
            return True
        at = text.find(needle.phrase, at + 1)
    return False
