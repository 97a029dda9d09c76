"""Finds secrets that are searched as characters: words, and the base64 that looks like one."""

import re
from collections.abc import Iterable, Iterator

from ahocorasick import Automaton

from acquaint.gate.folding import fold, stands_alone
from acquaint.gate.haystacks import Haystack
from acquaint.gate.needles import How, Needle

_AT = re.compile(r"@(?<=[\w.+'\-]@)(?=\w)")


FEW = 40
"""Needles that are quicker looked for one by one, as hardly any text has one, than all at once."""


class Words:
    """Needles that are searched as characters.

    Those with an @ among letters are searched in lines that have one: what is left makes a small automaton, and that is
    the fast one.
    """

    def __init__(self, needles: Iterable[Needle]) -> None:
        addresses: list[Needle] = []
        others: list[Needle] = []
        for needle in needles:
            (addresses if _AT.search(needle.text) else others).append(needle)
        self._addresses, self._others = _automaton(addresses), _automaton(others)
        keys = {fold(needle.text) for needle in (*addresses, *others)}
        self._few = tuple(sorted(keys)) if len(keys) <= FEW else ()

    def find(self, hay: Haystack) -> Iterator[Needle]:
        """The needles in `hay`: words that stand alone there, or are long enough where neighbours mean nothing."""
        if self._few and not any(map(hay.folded.__contains__, self._few)):
            return
        yield from _found(self._others, hay.folded, hay)
        if self._addresses and "@" in hay.folded:
            yield from _found(self._addresses, _lines_with_at(hay.folded), hay)


def _lines_with_at(text: str) -> str:
    lines: list[str] = []
    end = -1
    for at in _AT.finditer(text):
        if at.start() > end:
            start = text.rfind("\n", 0, at.start()) + 1
            end = text.find("\n", at.end())
            end = len(text) if end < 0 else end
            lines.append(text[start:end])
    return "\n".join(lines)


def _automaton(needles: list[Needle]) -> Automaton | None:
    by_key: dict[str, list[Needle]] = {}
    for needle in needles:
        by_key.setdefault(fold(needle.text), []).append(needle)
    if not by_key:
        return None
    automaton = Automaton()
    for key, same in by_key.items():
        automaton.add_word(key, (len(key), same))
    automaton.make_automaton()
    return automaton


def _found(automaton: Automaton | None, folded: str, hay: Haystack) -> Iterator[Needle]:
    if automaton is None:
        return
    for last, (length, needles) in automaton.iter(folded):
        for needle in needles:
            if _counts(needle, folded, (last + 1 - length, last + 1), hay):
                yield needle


def _counts(needle: Needle, folded: str, place: tuple[int, int], hay: Haystack) -> bool:
    """True if `needle`, which stands folded at `place`, is what is searched."""
    if needle.how is How.HINT:
        return True
    if needle.how is How.WORD and not needle.keeps_accents:
        return _is_word(folded, *place, hay)
    if needle.how is How.TOKEN and not stands_alone(folded, *place):
        return False
    # The letters have to be the same as well, accents or capitals, somewhere in the text: that is asked once.
    if needle not in hay.answers:
        same = _holds(hay.accented, needle.text, hay) if needle.keeps_accents else needle.text in hay.text
        hay.answers[needle] = same and (needle.how is How.WORD or not hay.inside)
    return hay.answers[needle]


def _is_word(text: str, start: int, end: int, hay: Haystack) -> bool:
    return end - start >= hay.inside if hay.inside else stands_alone(text, start, end)


def _holds(text: str, word: str, hay: Haystack) -> bool:
    at = text.find(word)
    while at >= 0:
        if _is_word(text, at, at + len(word), hay):
            return True
        at = text.find(word, at + 1)
    return False


def holds_phrase(needle: Needle, hay: Haystack) -> bool:
    """True if `hay` holds the phrase of a HINT, whatever white space parts its words."""
    return _holds(" ".join((hay.accented if needle.keeps_accents else hay.folded).split()), needle.phrase, hay)
