"""What a member's private name is made of: its words, their order, its glued and unspaced forms."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from acquaint.withhold.fold import NAMES, spellings, squeezed
from acquaint.withhold.ordinary import ORDINARY
from acquaint.withhold.stream import is_unspaced
from acquaint.withhold.stream import words as words_of
from acquaint.withhold.wordlists import (
    ENDINGS,
    EVERY_PARTICLE,
    EVERYDAY_UNSPACED,
    LONG_SURNAMES,
    MODAL,
    NEVER_ALONE,
    SHORT_SURNAMES,
    TITLES,
)

_BRACKETED = re.compile(r"[(（\[{\"“«]([^)）\]}\"”»]*)[)）\]}\"”»]?")
_FORMS = re.compile(r"\|+|[/;\n]|(?i:\ba\.?k\.?a\b\.?|\balias\b)")
_SHORT = 5
"""Letters of a name without gaps that other words hold by chance."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]{4,}")


@dataclass(frozen=True, slots=True)
class NameWords:
    """The folded words of a name.

    `strong` words are withheld alone, `capital` ones when they begin with a capital, `modal` ones where grammar shows
    a name, `foreign` ones likewise where the text's language lacks them; `soft` ones (particles, initials, public
    words) only in a run with another. `pairs` are neighbours as written, `twice` words that a form repeats. `glued`
    forms are whole names without gaps, `joined` short ones of these that only whole words may be, `unspaced` ones are
    searched within words, `stems` begin the cases of Cyrillic and Finnish names. `public` are the nickname's words,
    `initials` first letters, `last` the last words of the forms.
    """

    strong: frozenset[str]
    capital: frozenset[str]
    modal: frozenset[str]
    soft: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    twice: frozenset[str]
    glued: tuple[str, ...]
    joined: frozenset[str]
    unspaced: tuple[str, ...]
    stems: frozenset[str]
    foreign: frozenset[str]
    public: frozenset[str]
    initials: frozenset[str]
    last: frozenset[str]

    @property
    def alone(self) -> frozenset[str]:
        """Every word that may be withheld alone."""
        return self.strong | self.capital | self.modal | self.foreign

    @property
    def needles(self) -> tuple[str, ...]:
        """A text that has none of these, white space aside, has nothing of the name."""
        return (*self.alone, *self.glued, *self.joined, *self.unspaced, *self.stems) or tuple(self.soft)


def read_names(values: Iterable[str], nickname: str) -> NameWords | None:
    """The words of all `values`, or None where nothing of them is private."""
    public = frozenset(words_of(NAMES.fold(nickname)))
    forms = [form for value in values for form in _forms(value)]
    spaced = [tuple(word for word in form if not is_unspaced(NAMES.fold(word))) for form in forms]
    unspaced = tuple(
        needle for form in forms for needle in _unspaced(form) if needle not in squeezed(NAMES.fold(nickname))
    )
    every = {spelling: word for form in spaced for word in form for spelling in spellings(word)}
    if not unspaced and public.issuperset(every):
        return None
    private = frozenset(every) - public
    lone = frozenset(spelling for form in spaced if len(form) == 1 for spelling in spellings(form[0])) - public
    hard = frozenset(word for word in private if len(word) > 1 and not word.isdigit() and word not in EVERY_PARTICLE)
    modal = (hard & MODAL) | frozenset(word for word in lone - hard if not word.isdigit())
    capital = (hard & ORDINARY) - modal
    strong = hard - modal - capital
    glued = [glue for form in spaced for glue in _glued(form) if glue not in public]
    return NameWords(
        strong=strong | frozenset(needle for needle in unspaced if len(needle) > 1),
        capital=capital,
        modal=modal,
        soft=frozenset(every) | public,
        pairs=frozenset(pair for form in spaced for pair in _pairs(form)),
        twice=frozenset(word for form in spaced for word in map(NAMES.fold, form) if _count(form, word) > 1),
        glued=tuple(dict.fromkeys(glue for glue in glued if len(glue) > _SHORT)),
        joined=frozenset(glue for glue in glued if len(glue) <= _SHORT) - ORDINARY - EVERY_PARTICLE - frozenset(every),
        unspaced=tuple(sorted(dict.fromkeys(unspaced), key=lambda needle: (-len(needle), needle))),
        foreign=frozenset(word for word in private & EVERY_PARTICLE - NEVER_ALONE if len(word) > 1),
        public=public,
        initials=frozenset(word[0] for form in spaced for word in map(NAMES.fold, form) if word),
        last=frozenset(spelling for form in spaced if form for spelling in spellings(form[-1])),
        stems=frozenset(word.rstrip("аяоеьйыи") for word in strong if _CYRILLIC.fullmatch(word))
        | frozenset(f"{word[:-3]}se" for word in strong if word.endswith("nen") and len(word) > 6),
    )


def _forms(value: str) -> Iterator[tuple[str, ...]]:
    """The words of each form in a value: what stands outside brackets, what stands in each, what bars part."""
    seen = "".join(letter for letter in unicodedata.normalize("NFC", value) if unicodedata.category(letter) != "Cf")
    parts = [*_FORMS.split(_BRACKETED.sub(" ", seen)), *_BRACKETED.findall(seen)]
    for part in parts:
        found = words_of(part)
        untitled = tuple(word for word in found if not _is_title(word, part))
        if untitled or found:
            yield untitled or found


def _count(form: tuple[str, ...], word: str) -> int:
    """How often the folded `word` stands in a form."""
    return sum(NAMES.fold(other) == word for other in form)


def _is_title(word: str, form: str) -> bool:
    """True for Dr, Prof; and for PhD or Jr where a comma, a dot or their capitals show what they are."""
    plain = NAMES.fold(word)
    if plain in TITLES:
        return True
    at = form.rfind(word)
    return plain in ENDINGS and (
        "," in form[:at] or form[at + len(word) :].startswith(".") or word != word.capitalize()
    )


def _pairs(form: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Neighbours, in every spelling; the last and the first too, for the order of registers."""
    chain = [*pairwise(form), (form[-1], form[0])] if len(form) > 1 else []
    return ((one, other) for left, right in chain for one in spellings(left) for other in spellings(right))


def _glued(form: tuple[str, ...]) -> Iterator[str]:
    """The whole form without gaps, in either order, with and without what is in the middle; and neighbours."""
    if len(form) < 2:
        if re.search(r"\d", form[0] if form else ""):
            yield NAMES.fold(form[0])
        return
    first, last = form[0], form[-1]
    chains = [form, form[::-1], (last, *form[:-1]), (first, last), (last, first), *pairwise(form)]
    for chain in chains:
        for spelled in (NAMES.fold("".join(chain)), "".join(spellings(word)[-1] for word in chain)):
            if len(spelled) > 3:
                yield spelled


def _unspaced(form: tuple[str, ...]) -> Iterator[str]:
    """Full and given name of a Chinese, Japanese or Korean form; a given name of one character is none."""
    parts = [NAMES.fold(word) for word in form]
    parts = [part for part in parts if is_unspaced(part)]
    whole = "".join(parts)
    if len(whole) < 2:
        return
    yield whole
    if len(parts) > 1:
        yield "".join(reversed(parts))
    for piece in parts if len(parts) > 1 else _halves(whole):
        if len(piece) >= (3 if re.fullmatch("[\u3041-\u309f]+", piece) else 2) and piece not in EVERYDAY_UNSPACED:
            yield piece


def _halves(whole: str) -> tuple[str, ...]:
    """The parts of an undivided name that stand alone in a text."""
    if whole[:2] in LONG_SURNAMES or (len(whole) == 4 and "\uac00" > whole[0] >= "\u3400"):
        return (whole[2:], whole[:2]) if len(whole) == 4 and whole[:2] not in LONG_SURNAMES else (whole[2:],)
    if re.fullmatch("[\u3041-\u30ff]+", whole) or len(whole) > 5:
        return ()
    if len(whole) == 5:
        return (whole[:2], whole[:3], whole[2:], whole[3:])
    if len(whole) == 3 and whole[0] not in SHORT_SURNAMES and whole[0] < "\uac00":
        return (whole[1:], whole[:2])
    return (whole[1:],)
