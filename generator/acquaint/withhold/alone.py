"""Which words of a text give a name away by themselves."""

from collections.abc import Container
from dataclasses import dataclass

from acquaint.patterns import lazy
from acquaint.withhold.fold import NAMES
from acquaint.withhold.names import NameWords
from acquaint.withhold.ordinary import ORDINARY
from acquaint.withhold.stream import Stream
from acquaint.withhold.wordlists import PARTICLES, THIRD_PERSON

_PREFIXED = frozenset("وفبلكלבוהמשכ")
"""Arabic and Hebrew words of one letter, written together with the next word."""
_HONORIFIC = NAMES.fold("जी")
_ENDINGS = frozenset("a u y em iem owi ovi ie ego emu ssa sta lla lle lta ova".split())
"""Case endings of Polish, Czech and Finnish surnames."""
_NOTHING_SAID = lazy(r"[^\w\n]*(?:here[^\w\n]*)?(?:\n|$)|[ ]?[:：]")
"""What follows a name that is all its line says, or that the line goes on to speak of."""
GERMANIC = ("de", "nl", "sv", "da", "no", "nb", "nn")


@dataclass(frozen=True, slots=True)
class Alone:
    """The question put to one text in `lang` (a primary subtag). `taken` words belong to something else."""

    names: NameWords
    stream: Stream
    lang: str
    taken: Container[int]

    def words(self) -> frozenset[int]:
        """Every such word, and the words that make one name together (Xiao Ming for Xiaoming)."""
        stream, names = self.stream, self.names
        found = {at for at in range(len(stream.words)) if self._is_alone(at)}
        for needle in names.glued:
            for first, last in stream.occurrences(needle):
                if self._is_whole(first, last) or self._is_spelled(first, last):
                    found.update(range(first, last + 1))
        for needle in names.strong:
            if len(needle) >= 5:
                for first, last in stream.occurrences(needle):
                    if self._is_spelled(first, last):
                        found.update(range(first, last + 1))
        found.update(at + 1 for at in sorted(found) if is_owner(stream, names, at + 1))
        return frozenset(at for at in found if at not in self.taken)

    def _is_whole(self, first: int, last: int) -> bool:
        """True if the words are the name's own; where everyday words are among them, written all alike."""
        words = self.stream.words[first : last + 1]
        alike = len({self.stream.is_capital(at) for at in range(first, last + 1)}) == 1
        return self.names.soft.issuperset(words) and (alike or self.names.capital.isdisjoint(words))

    def _is_spelled(self, first: int, last: int) -> bool:
        """True if the words are written as one name: capitals throughout, or nothing but hyphens and digits between."""
        gaps = {self.stream.gap(at) for at in range(first, last)}
        capital = all(map(self.stream.is_capital, range(first, last + 1)))
        if gaps <= {"", "-", "_", ".", "‐", "‑"} or (capital and gaps <= {" ", "\xa0", "-", "'", "’", "", "·"}):
            return True
        wrapped = not any(map(self.stream.is_capital, range(first + 1, last + 1)))
        return wrapped and gaps <= {"\n", "\xa0"} and self.stream.is_capital(first)

    def _is_alone(self, at: int) -> bool:
        """True if word `at` gives the name away by itself."""
        names, stream, word = self.names, self.stream, self.stream.words[at]
        if word in names.strong:
            return len(word) >= 4 or not self._is_code(at)
        if word in names.capital:
            return stream.is_capital(at)
        if word in names.joined and self._is_joined(at):
            return True
        foreign = word in names.foreign and self.lang in PARTICLES and word not in PARTICLES[self.lang]
        if word in names.modal or foreign:
            return stream.is_capital(at) and self._is_subject(at)
        if len(word) < 4:
            return False
        return self._is_inflected(at) or any(glue in word for glue in names.glued) or self._is_piece(at)

    def _is_joined(self, at: int) -> bool:
        """True for a short name run together, as ZoQx: by its capitals, as a handle, or where no sentence begins."""
        stream = self.stream
        typed = stream.text[stream.starts[at] : stream.ends[at]]
        inner = any(letter.isupper() for letter in typed[1:])
        tagged = stream.text[: stream.starts[at]].endswith(("@", "＠", "#"))
        return inner or tagged or (stream.is_capital(at) and not stream.begins_sentence(at))

    def _is_code(self, at: int) -> bool:
        """True for a short word before digits and letters, as in sam2p."""
        stream = self.stream
        if at + 2 >= len(stream.words) or stream.gap(at) or stream.gap(at + 1):
            return False
        return stream.words[at + 1].isdigit() and stream.words[at].isascii() and stream.words[at + 2].isascii()

    def _is_subject(self, at: int) -> bool:
        """True if grammar shows a name: a verb or a possessive follows, or a capital stands within the sentence."""
        stream = self.stream
        following = stream.words[at + 1] if at + 1 < len(stream.words) else ""
        if following in THIRD_PERSON:
            return True
        if stream.begins_sentence(at):
            return _NOTHING_SAID.match(stream.text, stream.ends[at]) is not None
        titled = bool(following) and stream.gap(at) == " " and stream.is_capital(at + 1)
        return not titled or following in self.names.soft

    def _is_inflected(self, at: int) -> bool:
        """True for a genitive (Adas Projekt), another case of a name, a name with a word or a title joined to it."""
        word = self.stream.words[at]
        if word[0] in _PREFIXED and word[1:] in self.names.strong:
            return True
        if word.endswith(_HONORIFIC) and word.removesuffix(_HONORIFIC) in self.names.strong:
            return True
        if not self.stream.is_capital(at):
            return False
        if is_genitive(word, self.names):
            return len(word) > 5 or self.lang in GERMANIC
        if is_declined(word, self.names):
            return True
        return any(word.startswith(stem) and len(word) - len(stem) <= 3 for stem in self.names.stems if len(stem) > 2)

    def _is_piece(self, at: int) -> bool:
        """True for a word that holds a name between capitals, as LindqvistLab does."""
        word, text = self.stream.words[at], self.stream.text
        begin, end = self.stream.starts[at], self.stream.ends[at]
        if len(word) != end - begin or text[begin + 1 : end].islower():
            return False
        held = (name for name in self.names.strong if 5 <= len(name) < len(word))
        spots = ((word.find(name), len(name)) for name in held)
        return any(
            spot >= 0
            and (not spot or text[begin + spot].isupper())
            and (spot + length == len(word) or text[begin + spot + length].isupper())
            for spot, length in spots
        )


def is_declined(word: str, names: NameWords) -> bool:
    """True for a strong word with a case ending that is no word of its own: Nowaka, Nowakiem."""
    if word in names.soft or word in ORDINARY:
        return False
    held = (word[:-length] for length in (1, 2, 3) if word[-length:] in _ENDINGS)
    return any(len(name) > 4 and name in names.strong for name in held)


def is_owner(stream: Stream, names: NameWords, at: int) -> bool:
    """True for a capital word of the name with an s, right behind another of its words: Eva Kochs, Grace Hills."""
    if not 0 < at < len(stream.words) or stream.gap(at - 1) not in (" ", "\xa0"):
        return False
    word = stream.words[at]
    owns = word[-1] == "s" and word not in names.soft and len(word) > 3 and word[:-1] in names.strong | names.capital
    return owns and stream.is_capital(at) and stream.words[at - 1] in names.soft and stream.is_capital(at - 1)


def is_genitive(word: str, names: NameWords) -> bool:
    """True for a strong word with an s that is no word of its own."""
    return word[-1] == "s" and word not in names.soft and word[:-1] in names.strong and word not in ORDINARY
