"""Where names are declared: parameters, and names in braces and brackets; and what is listed with commas."""

from collections.abc import Callable

from acquaint.render.scripts.cursor import Cursor
from acquaint.render.scripts.tokens import Unknown

_KEYS = frozenset(["word", "string", "number", "private"])


def listed(here: Cursor, until: str, read: Callable[[Cursor], None]) -> None:
    """Entries with commas between them, up to `until`; some may be left out."""
    while not here.skip(until):
        if here.text != ",":
            read(here)
        if here.text != until:
            here.take(",")


def parameters(here: Cursor) -> None:
    """What a function is given, in brackets."""
    here.take("(")
    listed(here, ")", _pattern_in_a_list)


def pattern(here: Cursor) -> None:
    """A name, or names in braces or brackets, where something is declared."""
    if here.skip("["):
        listed(here, "]", _pattern_in_a_list)
    elif here.skip("{"):
        listed(here, "}", _pattern_of_a_key)
    else:
        here.declare()


def _pattern_in_a_list(here: Cursor) -> None:
    here.skip("...")
    pattern(here)
    if here.skip("="):
        here.value(here)


def _pattern_of_a_key(here: Cursor) -> None:
    if here.skip("..."):
        here.declare()
        return
    if here.ahead(0).kind == "word" and here.ahead().text in (",", "}", "="):
        here.paired.add(here.at)
        here.declare()
    else:
        key(here)
        here.take(":")
        pattern(here)
    if here.skip("="):
        here.value(here)


def key(here: Cursor) -> None:
    """What something in braces is called, or a value in brackets that says it."""
    if here.skip("["):
        here.value(here)
        here.take("]")
    elif here.ahead(0).kind in _KEYS:
        here.at += 1
    else:
        raise Unknown
