"""The texts a page is searched as besides its own: what its escapes and its base64 stand for."""

import binascii
import re
import string
from html import unescape
from urllib.parse import unquote

from acquaint.gate.needles import LONG_ENOUGH
from acquaint.gate.pieces import near

# Each begins with a letter that is looked for at memory speed; what stands before it is checked after.
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")
_RARE_ENTITY = re.compile(
    r"&(?!(?:quot|lt|gt|#34|#39|#x27);|amp;(?!#|[a-zA-Z0-9]+;))(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?"
)
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}(?:%[0-9a-fA-F]{2})*")
_BACKSLASHED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\"'\\/bfnrt]))")
# A comment ends before the next one begins, whatever is in it: a page of nothing but beginnings is read once.
_A_TAG = r"(?:/?[a-zA-Z][^<>]*|!--(?:[^<\-]|<(?!!--)|-(?!->))*--)>"
_TAG_IN_WORD = re.compile(rf"<(?<=[\w@.+\-;']<){_A_TAG}(?:<{_A_TAG})*(?=[\w@+\-&']|\.(?:<{_A_TAG})*\w)")
_TAG_IN_NUMBER = re.compile(
    rf"<(?:(?<=[0-9;][^\w<>]<)|(?<=[0-9;][^\w<>][^\w<>]<)|(?<=[0-9][^\w<>]{{3}}<)|(?<=[0-9;]<)){_A_TAG}"
    rf"(?:[^\w<>]{{0,3}}<{_A_TAG}){{0,8}}[^\w<>]{{0,3}}(?=[0-9&])"
)
_TAG = re.compile(rf"<{_A_TAG}")
_ZEROS = re.compile(r"&#0+")
_ENDLESS = re.compile(r"&#[0-9]{9,}")  # no character's number, and too long a one is refused
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ROUNDS = 3  # escaped JSON in an attribute in escaped HTML is as deep as it gets
_SMALL = (string.ascii_lowercase + string.digits).encode()
_CAPITAL = string.ascii_uppercase.encode()
# Tables for bytes.translate, ten times as fast as a pattern: CAMEL shows as aA, what isn't base64 as a space.
_CASES = bytes(65 if byte in _CAPITAL else 97 if byte in _SMALL else 32 for byte in range(256))
_ALPHABET = bytes(98 if byte in _SMALL + _CAPITAL + b"+/-_" else 32 for byte in range(256))
_STANDARD = bytes.maketrans(b"-_", b"+/")


def unescaped(text: str, reach: int, *, markup: bool) -> str:
    """What stands within `reach` characters of an escape, undone; and the same near tags in mid-word, without tags.

    The entities of `& " ' < >`, which every page is full of, only count if `markup` (a value may hold these).
    """
    spots: list[re.Match[str]] = []
    if "&" in text:
        spots.extend((_ENTITY if markup else _RARE_ENTITY).finditer(text))
    if "%" in text:
        spots.extend(_PERCENT.finditer(text))
    if "\\" in text:
        spots.extend(_BACKSLASHED.finditer(text))
    spots.sort(key=lambda spot: spot.start())
    tags = sorted((*_TAG_IN_WORD.finditer(text), *_TAG_IN_NUMBER.finditer(text)), key=lambda tag: tag.start())
    tagged = near(text, tags, reach)
    return f"{_plain(near(text, spots, reach))}\n{_plain(_TAG.sub('', tagged))}".strip()


def _plain(text: str) -> str:
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
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _unbackslashed(match: re.Match[str]) -> str:
    wide, narrow, single = match.groups()
    if wide or narrow:
        return chr(int(wide or narrow, 16))
    return "\n" if single in "bfnrt" else str(single)


def unencoded(text: str) -> str:
    """What the base64 in `text` may stand for, wherever in it a value begins."""
    raw = text.encode("utf-8", "replace")
    cases, alphabet = raw.translate(_CASES), raw.translate(_ALPHABET)
    found: list[str] = []
    end = 0
    while (spot := cases.find(b"aA", end)) >= 0:
        start = alphabet.rfind(b" ", 0, spot) + 1
        end = alphabet.find(b" ", spot)
        end = len(raw) if end < 0 else end
        if end - start > LONG_ENOUGH:
            run = raw[start:end].translate(_STANDARD)
            found.extend(_decoded(run[first:]) for first in range(4))
    return "\n".join(found)


def _decoded(run: bytes) -> str:
    kept = run[:-1] if len(run) % 4 == 1 else run
    return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4)).decode("utf-8", "replace")
