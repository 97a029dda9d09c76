"""Handles: the stem of a member's file, and the member's address."""

import re
import unicodedata

from acquaint import introduction
from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.fields.types import FieldType
from acquaint.messages import say
from acquaint.shown import Plain
from acquaint.tree import Node
from acquaint.values import Code

MOST = introduction.MOST_OF_A_HANDLE
"""Characters of a handle."""
_HANDLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = introduction.RESERVED
"""Names that devices, pages or settings already have."""
_LETTERS = str.maketrans(
    {
        **{"ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d", "ħ": "h", "ŧ": "t"},
        **{"æ": "ae", "œ": "oe", "ß": "ss"},
    }
)
"""Letters that no decomposition brings to those of a handle."""


def is_handle(text: str) -> bool:
    """True for lower-case ASCII letters, digits and single inner hyphens, at most 39 of them."""
    return len(text) <= MOST and _HANDLE.fullmatch(text) is not None


def decomposed(text: str) -> str:
    """`text` in small letters, the Latin ones as a handle may have them; accents follow them as signs of their own."""
    return unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)


def read_handle(node: Node, reading: Reading) -> Code | None:
    """Another member's handle, with or without `@`."""
    scalar = reading.scalar(node, say("a member's handle"))
    if scalar is None:
        return None
    handle = scalar.text.strip().removeprefix("@")
    if is_handle(handle):
        return Code(handle)
    message = say(
        "{field} takes a member's handle, which is the name of their file without its ending.", field=reading.field
    )
    reading.report("bad-handle", scalar, message, fix=f"{reading.field}: grace")
    return None


def show_handle(value: Code, showing: Showing) -> Plain | None:
    """The handle, if who bears it may be named here."""
    return Plain(value.code) if showing.admits_handle(value.code) else None


HANDLE = FieldType(
    name="handle",
    about="The handle of a member.",
    example="grace",
    wrong="Grace H.",
    read=read_handle,
    show=show_handle,
    schema={"type": "string", "pattern": r"^@?[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": MOST + 1},
    beyond=(f"a handle has at most {MOST} characters",),
)
