"""Where a text holds a contact that is known to be private, in any spelling people use for it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from acquaint.withhold.person import Place

_SEPARATED = r"[\W_]{0,3}"
_DOT = r"(?:[\W_]{0,3}(?:dot|punkt|point|punto|ponto|точка|点|點)[\W_]{0,3}|[\W_]{1,4})"
_BETWEEN_WORDS = r"[\s>*_|\"'“”‘’]{0,6}"
_QUOTES = "\"'“”‘’«»`"
_ZERO = rf"(?:\(?0\)?{_SEPARATED})?"
_NATIONAL = 9
"""So many digits at its end tell a number, however its country is written."""
_FEWEST = 5
_NO_DIGIT = re.compile(r"\D+")
_PIECE = re.compile(r"[^\W_]+")


def probes(private: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Letters without gaps of which each private contact has one, and digits likewise."""
    known = sorted(private)
    letters = {max(_PIECE.findall(secret), key=len, default="") for secret in known if not _is_number(secret)}
    digits = {_national(secret) for secret in known if _is_number(secret)}
    return tuple(sorted(letters - {""})), tuple(sorted(digits))


def holds_number(folded: str, numbers: tuple[str, ...]) -> bool:
    """True if the digits of a text, taken alone, hold one of `numbers`."""
    row = _NO_DIGIT.sub("", folded) if numbers else ""
    return any(number in row for number in numbers)


def known_places(folded: str, private: Iterable[str]) -> list[Place]:
    """Places of `private` contacts in a text folded for contacts."""
    return [match.span() for secret in sorted(private) for match in _spelled(secret).finditer(folded) if match.group()]


def _is_number(secret: str) -> bool:
    """True for the digits of a telephone number, or an account that is one."""
    return secret.isdigit() and len(secret) >= _FEWEST


def _national(secret: str) -> str:
    """The digits that stay the same, whether the country is told or not."""
    return (secret.lstrip("0") or secret)[-_NATIONAL:]


@lru_cache(maxsize=4096)
def _spelled(secret: str) -> re.Pattern[str]:
    """The spellings of one canonical contact."""
    if _is_number(secret):
        return re.compile(_number(secret))
    local, at, host = secret.rpartition("@")
    if at and local and host:
        return re.compile(_mail(local, host))
    return re.compile(_account(secret.strip(_QUOTES)) if secret.strip(_QUOTES) else r"(?!)")


def _number(secret: str) -> str:
    """A number with any marks between its digits; its country and the zeros before it may be written or left out."""
    bare = secret.lstrip("0") or secret
    head = ""
    for digit in bare[:-_NATIONAL]:
        head = rf"(?:{head}{digit}{_SEPARATED}{_ZERO})?"
    country = rf"(?:(?:\+|00){_SEPARATED}\d{{1,3}}{_SEPARATED}{_ZERO})?"
    tail = _SEPARATED.join(bare[-_NATIONAL:])
    before = rf"(?:[+(]{{0,2}}(?:0{_SEPARATED}){{0,2}}{head}|{country})(?:\(?0\)?{_SEPARATED}){{0,2}}"
    return rf"(?<!\d){before}{tail}(?!\d)[\ufe0f\u20e3]*"


def _mail(local: str, host: str) -> str:
    """An address: whatever stands between its two parts, unless it goes on with one of them."""
    begin = _DOT.join(_letters(part) for part in local.split("."))
    end = _DOT.join(_letters(part) for part in host.split("."))
    between = r"(?:(?:at|@)|(?![a-z0-9])[\s\S]{1,12}?(?<![a-z0-9]))"
    return rf"{_edge(local[0], -1)}{begin}{between}{end}{_edge(host[-1], 1)}"


def _account(name: str) -> str:
    """An account's name: its words may be parted by line breaks and emphasis, or run together."""
    words = _BETWEEN_WORDS.join(map(_letters, name.split()))
    return rf"@?{_edge(name[0], -1)}{words}{_edge(name[-1], 1)}"


def _letters(part: str) -> str:
    """`part` as it is, its marks with or without the backslash of Markdown."""
    return "".join(letter if letter.isalnum() else rf"\\?{re.escape(letter)}" for letter in part)


def _edge(letter: str, side: int) -> str:
    """Where a name ends beside its first or last `letter`."""
    if not letter.isalnum():
        return ""
    return r"(?<![a-z0-9_])" if side < 0 else r"(?![a-z0-9_])"
