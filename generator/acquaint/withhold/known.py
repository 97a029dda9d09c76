"""Where a text holds a contact that is known to be private, in any spelling people use for it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from acquaint.withhold.known_numbers import holds_number, national, number_places, rows
from acquaint.withhold.person import Place

_DOTS = "dot|punkt|point|punto|ponto|точка|点|點"
_DOT = rf"(?:[\W_]{{0,3}}(?:{_DOTS})[\W_]{{0,3}}|[\W_]{{1,4}})"
_A_DOT = r"[\W_]*\.[\W_]*"
_QUOTES = "\"'“”‘’«»`"
_FEWEST = 5
_LONGEST = 500
"""A longer value is none that any kind of contact accepts, and is looked for as it stands."""
_PIECE = re.compile(r"[^\W_]+")
_OF_MAIL = re.compile(
    rf"(?P<letters>[^\W_]+)|(?P<dots>{_A_DOT}(?:(?:{_DOTS})+{_A_DOT})*(?:(?:{_DOTS})+(?![^\W_]))?)|(?P<signs>[\W_]+)"
)
_OF_ACCOUNT = re.compile(r"(?P<letters>[^\W_]+)|(?P<gap>[\W_]*\s[\W_]*)|(?P<signs>[\W_]+)")
_SIGNS = re.compile(r"[\W_]+")
_DOT_WORD = re.compile(_DOTS)
_SIGN = re.compile(r"(\\*)([^\\]?)")


def probes(private: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Letters without gaps of which each private contact has one, and digits likewise."""
    known = sorted(private)
    letters = {max(_PIECE.findall(secret), key=len, default="") for secret in known if not _is_number(secret)}
    digits = {national(secret) for secret in known if _is_number(secret)}
    return tuple(sorted(letters - {""})), tuple(sorted(digits))


def known_places(folded: str, private: Iterable[str]) -> list[Place]:
    """Places of `private` contacts in a text folded for contacts."""
    known = sorted(private)
    numbers = [secret for secret in known if _is_number(secret)]
    held = rows(folded) if holds_number(folded, tuple(map(national, numbers))) else []
    found = [place for row in held for number in numbers for place in number_places(row, number)]
    words = (secret for secret in known if not _is_number(secret))
    return found + [match.span() for secret in words for match in _spelled(secret).finditer(folded) if match.group()]


def _is_number(secret: str) -> bool:
    """True for the digits of a telephone number, or an account that is one."""
    return secret.isascii() and secret.isdigit() and len(secret) >= _FEWEST


@lru_cache(maxsize=4096)
def _spelled(secret: str) -> re.Pattern[str]:
    """The spellings of one canonical contact.

    Letters and signs take turns in them, so that a text is read as a contact in one way at most: where there are
    several for each part, they are tried one after the other in all combinations.
    """
    name = secret.strip(_QUOTES).strip()
    if not name or len(name) > _LONGEST:
        return re.compile(re.escape(name) or r"(?!)")
    local, at, host = secret.rpartition("@")
    return re.compile(_mail(local, host) if at and local and host else _account(name))


def _mail(local: str, host: str) -> str:
    """An address: whatever stands between its two parts, unless it goes on with one of them."""
    begin, end = ("".join(map(_in_mail, _OF_MAIL.finditer(part))) for part in (local, host))
    between = r"(?:(?:at|@)|(?![a-z0-9])[\s\S]{1,12}?(?<![a-z0-9]))"
    return rf"{_edge(local[0], -1)}{begin}{between}{end}{_edge(host[-1], 1)}"


def _in_mail(part: re.Match[str]) -> str:
    """Letters; or signs; or dots, which may be words, with the names between them that might be such a word."""
    text = part.group()
    if part["letters"] or part["signs"] or text == ".":
        return text if part["letters"] else _signs(text) if part["signs"] else _DOT
    words, most = len(_DOT_WORD.findall(text)), 3 + 4 * max(map(len, _SIGNS.findall(text)))
    told = rf"(?:[\W_]{{0,{most}}}(?:{_DOTS})){{{words},{words + text.count('.')}}}"
    return told if text[-1].isalnum() else rf"{told}[\W_]{{0,{most}}}"


def _account(name: str) -> str:
    """An account's name: its words may be parted by line breaks and emphasis, or run together."""
    words = "".join(map(_in_account, _OF_ACCOUNT.finditer(name)))
    return rf"@?{_edge(name[0], -1)}{words}{_edge(name[-1], 1)}"


def _in_account(part: re.Match[str]) -> str:
    text = part.group()
    if not part["gap"]:
        return text if part["letters"] else _signs(text)
    signs = "".join(text.split())
    most = 2 * len(signs) + 6 * len(re.findall(r"\s+", text))
    return rf"[\s>*_|\"'“”‘’{re.escape(signs)}{re.escape(chr(92) if signs else '')}]{{{len(signs)},{most}}}"


def _signs(signs: str) -> str:
    """`signs` as they are, with or without the backslashes of Markdown."""
    return "".join(
        rf"\\{{{len(slashes)},{2 * len(slashes) + len(sign)}}}{re.escape(sign)}"
        for slashes, sign in _SIGN.findall(signs)
        if slashes or sign
    )


def _edge(letter: str, side: int) -> str:
    """Where a name ends beside its first or last `letter`."""
    if not letter.isalnum():
        return ""
    return r"(?<![a-z0-9_])" if side < 0 else r"(?![a-z0-9_])"
