"""What a text may be read as: as it stands, its escapes undone, without tags, and what its base64 stands for."""

import binascii
import re
import string
from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property, lru_cache
from html import unescape
from urllib.parse import unquote

from acquaint.gate.folding import fold, fold_accented
from acquaint.gate.fragments import ONE_TEXT, WALL
from acquaint.gate.needles import LONG_ENOUGH

_BACKSLASHED = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\"'\\/bfnrt]))"
)
# A comment ends before the next one begins, whatever is in it: a page of nothing but beginnings is read once.
_TAG = re.compile(r"<(?:!--(?:[^<\-]|<(?!!--)|-(?!->))*--|[/!?a-zA-Z][^<>]*)>")
_ZEROS = re.compile(r"&#0+")
_ENDLESS = re.compile(r"&#[0-9]{9,}")  # no character's number, and too long a one is refused
_ROUNDS = 3  # escaped JSON in an attribute in escaped HTML is as deep as it gets
_SMALL = (string.ascii_lowercase + string.digits).encode()
_CAPITAL = string.ascii_uppercase.encode()
# Tables for bytes.translate, ten times as fast as a pattern: CAMEL shows as aA, what isn't base64 as a space.
_CASES = bytes(65 if byte in _CAPITAL else 97 if byte in _SMALL else 32 for byte in range(256))
_ALPHABET = bytes(98 if byte in _SMALL + _CAPITAL + b"+/-_" else 32 for byte in range(256))
_SHORT = 40
_STANDARD = bytes.maketrans(b"-_", b"+/")


class Haystack:
    """One reading of a text.

    Where `inside` isn't 0, neighbours mean nothing, and what has as many letters counts wherever it stands. `answers`
    keeps what was asked about all of it.
    """

    def __init__(self, text: str, inside: int = 0) -> None:
        self.text, self.inside = text, inside
        self.answers: dict[Hashable, bool] = {}

    def anew(self) -> "Haystack":
        """The same reading, of which nothing has been asked."""
        other = Haystack(self.text, self.inside)
        vars(other)["folded"] = self.folded
        return other

    @cached_property
    def folded(self) -> str:
        """As it is compared."""
        return fold(self.text)

    @cached_property
    def accented(self) -> str:
        """As it is compared with what may be anybody's word."""
        return self.folded if self.text.isascii() else fold_accented(self.text)


def haystacks(parts: Sequence[str]) -> Iterator[Haystack]:
    """Every reading of `parts`, fragments of a text as it is seen, that differs from the ones before."""
    text = WALL.join(parts)
    if not text:
        return
    yield Haystack(text)
    encoded = [unencoded(text)]
    escaped = WALL.join([part for part in parts if "&" in part or "%" in part or "\\" in part])
    if (undone := _undone(escaped)) != escaped:
        yield Haystack(undone)
        encoded.append(unencoded(undone))
    tagged = WALL.join([part for part in parts if "<" in part and not ONE_TEXT.fullmatch(part)])
    if tagged:
        shown = Haystack(_undone(_TAG.sub("", tagged)))
        yield shown
        encoded.append(unencoded(shown.text))
    yield from (Haystack(each, LONG_ENOUGH) for each in dict.fromkeys(encoded) if each)


def _undone(text: str) -> str:
    """`text` with its escapes undone."""
    for _ in range(_ROUNDS):
        before = text
        if "\\" in text:
            text = _BACKSLASHED.sub(_unbackslashed, text)
        if "&" in text:
            text = unescape(_ENDLESS.sub("", _ZEROS.sub("&#", text)))
        if "%" in text:
            text = unquote(text, errors="replace")
        if text == before:
            break
    return text


def _unbackslashed(match: re.Match[str]) -> str:
    high, low, wide, narrow, single = match.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))
    if wide or narrow:
        return chr(int(wide or narrow, 16))
    return "\n" if single in "bfnrt" else str(single)


def unencoded(text: str) -> str:
    """What the base64 in `text` may stand for, wherever in it a value begins."""
    raw = text.encode("utf-8", "replace")
    cases, alphabet = raw.translate(_CASES), raw.translate(_ALPHABET)
    found: dict[str, None] = {}
    end = 0
    while (spot := cases.find(b"aA", end)) >= 0:
        start = alphabet.rfind(b" ", 0, spot) + 1
        end = alphabet.find(b" ", spot)
        end = len(raw) if end < 0 else end
        run = raw[start:end]
        found[_often_decoded(run) if len(run) < _SHORT else _decoded(run)] = None
    found.pop("", None)
    return WALL.join(found)


def _decoded(run: bytes) -> str:
    """`run` decoded from each of its first four letters on, if it is long enough to hold a value."""
    standard = run.translate(_STANDARD)
    return WALL.join(_bytes_of(standard[first:]) for first in range(4) if len(run) - first >= LONG_ENOUGH * 8 // 6)


# The same names stand on every page.
_often_decoded = lru_cache(maxsize=4096)(_decoded)


def _bytes_of(run: bytes) -> str:
    kept = run[:-1] if len(run) % 4 == 1 else run
    return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4)).decode("utf-8", "replace")
