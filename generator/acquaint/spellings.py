"""In which other spellings a contact is the same: an address without its scheme, an account at the end of one."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from acquaint.secrets import Shape

_AROUND = " \t\n\"'“”„‘’«»()<>"
_FEDIVERSE = re.compile(r"@([\w.-]+)@([\w.-]+\.\w+)")
SHORTEST = 4
"""Characters of an account's name that is looked for by itself, without the address it stood in."""


def spellings(shape: Shape, value: str) -> Iterator[tuple[Shape, str]]:
    """`value` and what else says the same, each with how it is compared; the first is `value` itself, trimmed."""
    plain = value.strip(_AROUND)
    yield shape, plain
    if shape is not Shape.ACCOUNT:
        return
    if plain.startswith(("https://", "http://")):
        *_, whole = address_parts(plain)
        yield Shape.ACCOUNT, whole
        account = whole.rpartition("/")[2].removeprefix("@")
        if "/" in whole and len(account) >= SHORTEST:
            yield Shape.ACCOUNT, account
    elif match := _FEDIVERSE.fullmatch(plain):
        yield Shape.ACCOUNT, f"{match[2]}/@{match[1]}"
    elif " " in plain:
        telling = (word.strip(_AROUND) for word in plain.split() if re.search(r"[\d_]", word))
        yield from ((Shape.ACCOUNT, word) for word in telling if len(word) >= SHORTEST)


def address_parts(url: str) -> tuple[str, ...]:
    """Host, host with the first folder of its path, and so on to the whole, without scheme, www and last slash."""
    parts = urlsplit(url)
    host = (parts.hostname or parts.path).removeprefix("www.")
    segments = [segment for segment in unquote(parts.path if parts.hostname else "").split("/") if segment]
    return tuple("/".join([host, *segments[:count]]) for count in range(len(segments) + 1))
