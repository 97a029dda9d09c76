"""Where a name stands in a text: runs of its words, each to give way as one."""

from collections.abc import Container, Iterator
from itertools import pairwise

from acquaint.patterns import lazy
from acquaint.withhold.alone import Alone
from acquaint.withhold.edges import whole
from acquaint.withhold.names import NameWords
from acquaint.withhold.person import Place
from acquaint.withhold.stream import Stream, is_unspaced
from acquaint.withhold.wordlists import EVERY_PARTICLE, PARTICLES

_JOINT = lazy(
    r"[ \t\xa0\u3000]{0,3}|[ \t]*\n[ \t]*|[ ]?[,，、][ \xa0\u3000]{0,2}|[ ]?[·・･•][ ]?"
    r"|[-‐‑–_.'’\u00ad\u200b-\u200f\u2060\ufeff]{1,3}"
    r"|[ ]?[(（\"“«|/]{1,2}[ ]?|[)）\"”»][ ]?|\s\|\|\s"
)
_OPENING, _CLOSING = "(（“«", ")）”»"
_AFTER_INITIAL = lazy(r"\.?[ \xa0]?|-|\.-")


class NameRuns:
    """The runs of one name in one text. `taken` are words of something else, `opening` the first of addresses."""

    __slots__ = ("_lang", "_names", "_opening", "_stream", "_strong", "_taken")

    def __init__(
        self, names: NameWords, stream: Stream, lang: str, taken: Container[int], opening: Container[int]
    ) -> None:
        self._names = names
        self._stream = stream
        self._lang = lang.partition("-")[0]
        self._taken = taken
        self._opening = opening
        self._strong = Alone(names, stream, self._lang, taken).words()

    def places(self) -> Iterator[Place]:
        """Every run, in order; then every place of an unspaced form, which may lie in one of them."""
        word, count = 0, len(self._stream.words)
        while word < count:
            last = self._reach(word) if self._is_named(word) else -1
            if last >= 0:
                yield from self._runs(word, last)
            word = max(word, last) + 1
        for needle in self._names.unspaced:
            yield from self._stream.inside(needle)

    def _is_named(self, at: int) -> bool:
        """True if word `at` may belong to a run."""
        return at not in self._taken and (at in self._strong or self._stream.words[at] in self._names.soft)

    def _reach(self, first: int) -> int:
        """The last word of the run that begins at `first`; where the name begins anew, so does a run."""
        words, last = self._stream.words, first
        seen: set[str] = set()
        while True:
            if seen or last in self._strong or self._stream.is_capital(last):
                seen.add(words[last])
            step = self._next(last) if last + 1 < len(words) else 0
            if not step or (words[last + step] in seen and words[last + step] not in self._names.twice):
                return last
            last += step

    def _next(self, at: int) -> int:
        """How many words further the run that has reached word `at` goes: 0 if it ends there."""
        stream, gap, after = self._stream, self._stream.gap(at), at + 1
        named = self._is_named(after)
        if len(stream.words[at]) == 1 and gap == ". " and named and stream.is_capital(after):
            return 1
        if after in self._opening or not _JOINT.fullmatch(gap):
            return 0
        if is_unspaced(stream.words[after]) and gap.strip()[:1] in tuple(",，、"):
            return 0
        if after in self._strong:
            return 1
        if self._is_initial(after):
            return 2
        return 1 if named and self._follows(at, after) else 0

    def _is_initial(self, at: int) -> bool:
        """True for a single capital before another word of the name."""
        stream = self._stream
        if len(stream.words[at]) > 1 or not stream.is_capital(at) or at + 1 == len(stream.words):
            return False
        goes_on = self._is_named(at + 1) and stream.is_capital(at + 1)
        return goes_on and _AFTER_INITIAL.fullmatch(stream.gap(at)) is not None

    def _follows(self, at: int, after: int) -> bool:
        """True if the soft word `after` goes on with the name: in the name's order, or written as a name."""
        stream = self._stream
        word = stream.words[after]
        if (stream.words[at], word) in self._names.pairs:
            return word in EVERY_PARTICLE or stream.is_capital(after) or not stream.is_capital(at)
        return word not in EVERY_PARTICLE and len(word) > 1 and stream.is_capital(after)

    def _runs(self, first: int, last: int) -> Iterator[Place]:
        """The run from `first` to `last`, cut where a bracket has no partner, trimmed, and with what belongs to it."""
        for cut in range(first, last):
            if self._is_unpaired(first, cut, last):
                yield from self._runs(first, cut)
                yield from self._runs(cut + 1, last)
                return
        if (trimmed := self._trimmed(first, last)) is not None:
            yield whole(self._stream, self._names, *trimmed)

    def _is_unpaired(self, first: int, cut: int, last: int) -> bool:
        """True if the gap after `cut` holds a bracket or quote whose partner lies outside the run."""
        stream, gap = self._stream, self._stream.gap(cut)
        before = stream.text[stream.starts[first] : stream.ends[cut]]
        after = stream.text[stream.starts[cut + 1] : stream.ends[last] + 1]
        opens = any(letter in _OPENING and _CLOSING[_OPENING.index(letter)] not in after for letter in gap)
        closes = any(letter in _CLOSING and _OPENING[_CLOSING.index(letter)] not in before for letter in gap)
        return opens or closes or ('"' in gap and '"' not in before and '"' not in after)

    def _trimmed(self, first: int, last: int) -> Place | None:
        """The run without soft words at its ends that don't belong to it; None if nothing is private in it."""
        strong = [at for at in range(first, last + 1) if at in self._strong]
        if not strong:
            return (first, last) if self._is_soft_name(first, last) else None
        begin, end = strong[0], strong[-1]
        while begin > first and self._leads(begin - 1):
            begin -= 1
        while end < last and self._trails(end + 1):
            end += 1
        return begin, end

    def _is_soft_name(self, first: int, last: int) -> bool:
        """True if words that are none by themselves make the name together: An Do, Will So."""
        words = self._stream.words[first : last + 1]
        if len(words) < 2 or not all(map(self._stream.is_capital, range(first, last + 1))):
            return False
        paired = all(pair in self._names.pairs for pair in pairwise(words))
        return paired and not self._names.public.issuperset(words) and any(len(word) > 1 for word in words)

    def _leads(self, at: int) -> bool:
        """True if the soft word `at`, before a word of the name, is part of it."""
        stream, names = self._stream, self._names
        word = stream.words[at]
        if len(word) == 1 and word not in names.public:
            return stream.is_capital(at) and not (word in "ai" and stream.gap(at) != ". ")
        if word in EVERY_PARTICLE:
            ordinary = word in PARTICLES.get(self._lang, ()) or self._lang not in PARTICLES
            return (word, stream.words[at + 1]) in names.pairs and (stream.is_capital(at) or not ordinary)
        return stream.is_capital(at) or not stream.is_capital(at + 1) or word not in names.capital

    def _trails(self, at: int) -> bool:
        """True if the soft word `at`, after a word of the name, is part of it."""
        stream = self._stream
        word = stream.words[at]
        if len(word) == 1 or word in EVERY_PARTICLE:
            return (stream.words[at - 1], word) in self._names.pairs and stream.is_capital(at)
        return not word.isdigit() or not stream.gap(at - 1)
