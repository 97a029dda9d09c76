"""What in a text could be somebody's contact in an odd spelling: candidates to compare, never withheld for that."""

import re
from collections.abc import Iterator

from acquaint.withhold.person import Place

_AT = re.compile(
    r"[\W_]{0,4}(?:@|(?<![^\W_])(?:at|ät|a|arobase|arroba|chiocciola|собака|bei|chez)(?![^\W_])|艾特)[\W_]{0,4}"
)
_LOCAL = re.compile(r"[^\W_](?:[\w.+%'-]{0,62}[^\W_])?$")
_DOT = r"(?:[\W_]{0,3}(?:dot|punkt|point|punto|ponto|точка|点|點)[\W_]{1,3}|\\?[.。．｡·]\s?)"
_DOTS = re.compile(_DOT)
_HOST = re.compile(rf"[a-z0-9-]{{1,63}}(?:{_DOT}[a-z0-9-]{{1,63}}){{1,4}}")
_ROW = re.compile(r"\d(?:[\W_]{0,3}\d){6,}")
_GROUP = re.compile(r"\d+")
_FEWEST, _MOST = 7, 15


def loose_mails(folded: str) -> Iterator[tuple[Place, str]]:
    """Place and canonical form of all that reads as an address, with every end its host could have."""
    for mark in _AT.finditer(folded):
        host = _HOST.match(folded, mark.end())
        local = _LOCAL.search(folded[max(0, mark.start() - 64) : mark.start()])
        if host is None or local is None:
            continue
        start = mark.start() - len(local.group())
        labels = _DOTS.split(host.group())
        stops = [dot.start() for dot in _DOTS.finditer(folded, host.start(), host.end())]
        for count in range(2, len(labels) + 1):
            end = stops[count - 1] if count <= len(stops) else host.end()
            if end > host.start():
                yield (start, end), f"{local.group()}@{'.'.join(labels[:count])}"


def loose_numbers(folded: str) -> Iterator[tuple[Place, str]]:
    """Place and digits of every row of whole groups that has as many as a telephone number, whatever parts them."""
    for row in _ROW.finditer(folded):
        groups = list(_GROUP.finditer(folded, row.start(), row.end()))
        for at, first in enumerate(groups):
            digits = ""
            for last in groups[at : at + _MOST]:
                digits += last.group()
                if len(digits) > _MOST:
                    break
                if len(digits) >= _FEWEST:
                    yield (first.start(), last.end()), digits
