"""What a secret is searched as: words, base64 tokens that look like words, and telephone numbers."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from acquaint.gate.folding import fold, fold_accented
from acquaint.secrets import Secret, Shape, is_wordlike

SHORTEST = 3
"""Secrets shorter than that stand in every text, so they are not searched."""

LONG_ENOUGH = 6
"""Bytes from which on a value found inside base64 is no accident."""

LONG_AMONG_BYTES = 8
"""The same among the bytes of pictures, of which there are a thousand times more."""

NUMBER = 6
"""Digits a telephone number has at least; a shorter one counts on its owner's own page only."""

NATIONAL = 9
"""Digits from which on a number without its country code is unlikely to be anything else."""

CAMEL = re.compile(r"[A-Z](?<=[a-z0-9][A-Z])")
"""What nearly all base64 has, and hardly any text: the page's base64 is looked for there."""

SEPARATORS = r"\s().\-/+‐-―−·"
"""What people put between the digits of a number, for a set in a pattern (NFKC has made full-width ones narrow)."""

_BEYOND_DIGITS = re.compile(rf"[^\d{SEPARATORS}]")
_TWO_DIGIT_COUNTRIES = re.compile(r"2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")


class How(StrEnum):
    """How a needle is recognised: as a word, by its digits, or as exactly these characters, alone or inside others.

    A HINT is the longest word of a phrase, which may be broken into lines: where it stands, the phrase is looked for.
    """

    WORD = "word"
    TOKEN = "token"
    INSIDE = "inside"
    HINT = "hint"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True)
class Needle:
    """`text` is what to search for, folded for a word; `own` if it counts on the owner's own page only.

    A word of an account keeps its accents: see folding.fold_accented.
    """

    text: str
    secret: Secret
    own: bool = False
    how: How = How.WORD
    phrase: str = ""

    @property
    def keeps_accents(self) -> bool:
        """True of an account's words: Zoë99 isn't zoe99, as José isn't jose."""
        return self.secret.shape is Shape.ACCOUNT and self.how in (How.WORD, How.HINT)


def needles(secret: Secret) -> Iterator[Needle]:
    """Everything that `secret` is searched as; to be found, one of it has to stand in the text."""
    yield from _words(secret)
    yield from _tokens(secret)
    yield from _numbers(secret)


def _words(secret: Secret) -> Iterator[Needle]:
    """`secret` as it is searched in folded text."""
    value = fold_accented(secret.value).strip()
    if secret.shape is Shape.PHONE and not _BEYOND_DIGITS.search(value):
        return
    if secret.shape is Shape.ACCOUNT and len(value) > SHORTEST:
        value = value.removeprefix("@")
    own = secret.shape is Shape.ACCOUNT and is_wordlike(value)
    value = value if secret.shape is Shape.ACCOUNT else fold(value)
    if len(value) < SHORTEST:
        return
    parts = value.split()
    if len(parts) == 1:
        yield Needle(value, secret, own)
    else:
        yield Needle(max(parts, key=len), secret, own, How.HINT, " ".join(parts))
        yield Needle(value.replace(" ", "+"), secret, own)


def _tokens(secret: Secret) -> Iterator[Needle]:
    """The base64 of `secret` where it is too short, or looks too much like a word, to be found by decoding."""
    if len(secret.value) < SHORTEST:
        return
    folded = fold(secret.value)
    for value in dict.fromkeys((secret.value, fold_accented(secret.value), folded, folded.upper())):
        raw = value.encode("utf-8", "replace")
        own = len(raw) < LONG_ENOUGH and secret.shape is Shape.ACCOUNT and is_wordlike(value)
        if len(raw) < LONG_ENOUGH:
            cores, how = {_core(raw, 0, b"+/"), _core(raw, 0, b"-_"), b64encode(raw).decode().rstrip("=")}, How.TOKEN
        else:
            cores, how = {_core(raw, shift, extra) for shift in range(3) for extra in (b"+/", b"-_")}, How.INSIDE
            cores = {core for core in cores if not CAMEL.search(core)}
        for core in sorted(cores):
            yield Needle(core, secret, own, how)


def _core(raw: bytes, shift: int, extra: bytes) -> str:
    """The characters of base64 that `raw` alone decides, where `shift` bytes stand before it."""
    encoded = b64encode(bytes(shift) + raw, altchars=extra).decode()
    return encoded[-(-shift * 8 // 6) : (shift + len(raw)) * 8 // 6]


def _numbers(secret: Secret) -> Iterator[Needle]:
    """The digits `secret` is searched as, where it is a telephone number: whole, and as dialled inside its country."""
    if secret.shape is not Shape.PHONE:
        return
    value = fold(secret.value).strip()
    digits = "".join(letter for letter in value if letter.isdecimal())
    whole = digits.removeprefix("00") if digits.startswith("00") else digits
    abroad = value.startswith("+") or whole != digits
    inside = whole[_country_digits(whole) :] if abroad else whole.removeprefix("0")
    if len(whole) >= SHORTEST:
        yield Needle(whole, secret, len(whole) < NUMBER, How.DIGITS)
    if inside != whole and len(inside) >= NUMBER:
        yield Needle(inside, secret, len(inside) < NATIONAL, How.DIGITS)


def _country_digits(number: str) -> int:
    """How many digits the country code of an international `number` has."""
    if number[:1] in ("1", "7"):
        return 1
    return 2 if _TWO_DIGIT_COUNTRIES.match(number) else 3
