"""What a member's private company is called: the phrases a text may call it by."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from acquaint.withhold.fold import NAMES
from acquaint.withhold.ordinary import ORDINARY
from acquaint.withhold.stream import is_unspaced
from acquaint.withhold.stream import words as words_of
from acquaint.withhold.wordlists import (
    COMMON_CAPITALS,
    CONNECTIVES,
    EVERY_PARTICLE,
    EVERYDAY_UNSPACED,
    LEGAL_FORMS,
    NEVER_ALONE,
    PLACES,
    SMALL,
    UNSPACED_FORMS,
)

_BRACKETED = re.compile(r"[(（\[]([^)）\]]*)[)）\]]?")
_PARTS = re.compile(r"[;/|\n]|\s(?:at|@|bei|chez)\s|\s@")
_TAILS = re.compile(r"[,，]|\s[-–—]\s|\.\s(?=[A-Z]\w{2})")
_JOINED = re.compile(r"\s(?:and|und|et|&)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"(?i)^(?:(?:the|a|an|der|die|das|le|la|les|el|il)\s+)(?=\w)")
_MARKED = re.compile(r"[a-zà-ÿ][A-Z]|[A-Z]{4}|\w[.-]\w|[A-Z]\d")
"""How a word is spelled that can only be a name: MetaDocencia, CERN, de.NBI."""

_TYPED = re.compile(r"[^\W\d_][\w'’]*")
_MARKS = "!?+*™®©#"
_SHORT, _LONGEST = 4, 8
"""Letters of a word or initials that may be written in capitals."""
_NEVER_CAPITALS = COMMON_CAPITALS | SMALL | NEVER_ALONE | EVERY_PARTICLE


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way a company is called.

    `needle` is its folded words without gaps, `probe` the most telling of them, `words` how many were typed. A `cased`
    phrase is made of everyday words, or very short: its capitals decide. `exact` is a phrase of one word as typed.
    An `unspaced` phrase is searched within words, a `capital` one only where all its letters are capitals. `mark` is
    the sign it ends with, as in Yahoo!; a `dotted` one ends with the dot of an abbreviation.
    """

    needle: str
    probe: str
    words: int
    exact: str = ""
    cased: bool = False
    unspaced: bool = False
    mark: str = ""
    dotted: bool = False
    capital: bool = False


def read_companies(values: Collection[str]) -> tuple[Phrase, ...]:
    """Every phrase of every company, the longest first."""
    found: dict[str, Phrase] = {}
    capitals: list[str] = []
    for value in values:
        for phrase in _phrases(value, is_whole=True):
            found.setdefault(phrase.needle, phrase)
        for part, is_telling in _parts(value):
            for phrase in _phrases(part, is_whole=False) if is_telling else ():
                found.setdefault(phrase.needle, phrase)
            capitals += _capitals(part)
    for needle in capitals:
        found.setdefault(needle, Phrase(needle, probe=needle, words=1, cased=True, capital=True))
    return tuple(sorted(found.values(), key=lambda phrase: (-len(phrase.needle), phrase.needle)))


def _parts(value: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a company value, and whether each may stand for it alone; if not, it may do so in capitals."""
    for piece in (*_PARTS.split(_BRACKETED.sub(" ", value)), *_BRACKETED.findall(value)):
        head, *tails = _TAILS.split(piece)
        yield head, True
        # Behind a comma or dash stands a place as often as a company.
        told = ((tail, _tells_enough(tail)) for tail in tails)
        yield from ((tail, is_telling) for tail, is_telling in told if is_telling or len(tail.strip()) <= _SHORT)
        sides = _JOINED.split(head)
        if len(sides) == 2 and _tells_enough(sides[1]) and len(sides[0]) > 4:
            yield from ((side, True) for side in sides)
        elif len(sides) > 1:
            yield from ((side, _tells_enough(side)) for side in sides)


def _capitals(part: str) -> Iterator[str]:
    """What a part is called in capitals: its short first word (Sib is SIB), the initials of three words or more."""
    typed = _TYPED.findall(part)
    first = typed[0] if typed and len(typed[0]) <= (_LONGEST if len(typed) == 1 else _SHORT) else ""
    if len(first) > 2 and first[0].isupper():
        word = NAMES.fold(first)
        if word not in ORDINARY and word not in _NEVER_CAPITALS:
            yield word
    if len(typed) > 2 and _tells_enough(part):
        folded = map(NAMES.fold, typed)
        initials = "".join(
            word[0]
            for word, plain in zip(typed, folded, strict=True)
            if plain not in SMALL and plain not in LEGAL_FORMS
        )
        # Embl European Bioinformatics Institute is EBI too.
        for form in (initials, initials[1:] if first else ""):
            plain = NAMES.fold(form)
            if 3 <= len(form) <= _LONGEST and form.isupper() and plain not in _NEVER_CAPITALS:
                yield plain


def _tells_enough(part: str) -> bool:
    """True for a part that says which company it is: spelled like a name, or several words, not all everyday ones."""
    found = words_of(NAMES.fold(part))
    several = len(part.split()) > 1 and (len(found) > 3 or not _is_everyday(found))
    return several or bool(_MARKED.search(part)) or any(map(is_unspaced, found))


def _is_everyday(words: Iterable[str]) -> bool:
    """True if all words are ones that any text may use."""
    return all(word in ORDINARY or word in SMALL or word.isdigit() or len(word) == 1 for word in words)


def _phrases(text: str, is_whole: bool) -> Iterator[Phrase]:
    """`text` without article and legal form, if that says which company it is."""
    bare = _ARTICLE.sub("", text.strip(" .,;-–\t\n"))
    words = _without_legal_form(list(words_of(NAMES.fold(bare))))
    needle = "".join(words)
    if not needle or needle in EVERYDAY_UNSPACED or " ".join(words) in PLACES:
        return
    if any(map(is_unspaced, words)):
        for part in _without_unspaced_form(needle):
            yield Phrase(part, probe=part, words=1, unspaced=True)
        words = [word for word in words if not is_unspaced(word)]
        if len("".join(words)) >= 4:
            yield from _phrases(" ".join(words), is_whole=False)
        return
    count = min(len(bare.split()), len(words))
    if count == 1 and not is_whole and (needle in ORDINARY or len(needle) < 3):
        return
    telling = [word for word in words if word not in SMALL]
    # So many everyday words in a row are no coincidence.
    cased = (_is_everyday(words) and len(telling) < 4) or len(needle) < 4
    exact = bare.split()[0].strip(",;") if count == 1 else ""
    if article := _ARTICLE.match(text.strip(" .,;-–\t\n")):
        # With its own article, the phrase is found where no space sets the article off.
        words = [*words_of(NAMES.fold(article.group())), *words]
    for variant in dict.fromkeys((*_variants(bare, words), needle)):
        yield Phrase(
            variant,
            _probe(words),
            count,
            exact,
            cased,
            mark=bare[len(bare.rstrip(_MARKS)) :],
            dotted=text.rstrip().endswith("."),
        )


def _variants(bare: str, words: list[str]) -> Iterator[str]:
    """The needle as typed, without its `and`, and with it where `&` was typed."""
    yield "".join(words)
    yield "".join(word for word in words if word not in CONNECTIVES)
    if "&" in bare:
        yield "".join(words_of(NAMES.fold(bare.replace("&", " and "))))


def _probe(words: list[str]) -> str:
    """The longest word that isn't an everyday one, else the longest."""
    telling = [word for word in words if word not in ORDINARY and word not in SMALL]
    return max(telling or words, key=len)


def _without_legal_form(words: list[str]) -> list[str]:
    """`words` without a legal form at their end, spelled in letters (S.r.l.) too."""
    for length in (4, 3, 2, 1):
        tail = words[-length:]
        if len(words) > length and "".join(tail) in LEGAL_FORMS and all(len(word) == 1 for word in tail[: length - 1]):
            return _without_legal_form(words[:-length])
    return words


def _without_unspaced_form(needle: str) -> Iterator[str]:
    """`needle` as it stands, and without the legal form at its end or beginning."""
    if len(needle) > 1:
        yield needle
    for form in UNSPACED_FORMS:
        core = needle.removesuffix(form).removeprefix(form)
        if core != needle and core not in EVERYDAY_UNSPACED and len(core) > 1:
            yield core
