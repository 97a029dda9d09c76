"""`private` and `public`: which fields were meant, or whether all of them."""

import re
from collections.abc import Iterator

from acquaint.check.mending.case import Case, Change, bare, one
from acquaint.load.keys import meant_key

_SPLIT = re.compile(r"\s*[,;，；、|]\s*")
_WORDS = re.compile(r"[\s,;，；、|&+]+(?:(?:and|und|和)\s+)?")
_YES, _NO = ("true", "yes", "on", "y", "all", "ja", "是"), ("false", "no", "off", "n", "none", "nein", "否")


def fields(case: Case) -> Iterator[Change]:
    """Under `private` and `public`: a list of fields, or what was meant by yes and no."""
    name, number = case.field()
    match = re.match(r"(private|public)\s*:\s*(\S.*)", case.source.line(number))
    for lines in _directive(name, match[2].strip()) if match else ():
        yield Change(one(number, *lines))
    parts = [bare(part) for part in _SPLIT.split(match[2].strip("[]{} ")) if bare(part)] if match else []
    likely = [part if part in case.known else meant_key(part, sorted(case.known)) for part in parts]
    # A kind of contact is never taken for all of them.
    if likely and all(likely) and "contact" not in set(likely) - {*parts}:
        yield Change(one(number, f"{name}: [{', '.join(str(one) for one in likely)}]"))


def fields_without_commas(case: Case) -> Iterator[Change]:
    """Names of fields with nothing but blanks or an "and" between them."""
    match = re.match(r"(private|public)\s*:\s*(\S.*)", case.source.line(case.line))
    words = _WORDS.split(match[2].strip("[]{} ")) if match else []
    if match and len(words) > 1 and all(word.partition(".")[0] in case.known for word in words):
        yield Change(one(case.line, f"{match[1]}: [{', '.join(words)}]"))


def _directive(name: str, value: str) -> Iterator[list[str]]:
    said = bare(value).strip("[]{} ").casefold()
    if said in _YES:
        yield ["listing: members" if name == "private" else "listing: everyone"]
    if said in _NO:
        yield ["listing: everyone" if name == "private" else "listing: members"]
    parts = [bare(part) for part in _SPLIT.split(value.strip("[]{} ")) if bare(part)]
    if parts:
        yield [f"{name}: [{', '.join(parts)}]"]
