"""Functions, methods and classes, read for the names they declare and use."""

from acquaint.render.scripts.cursor import Cursor
from acquaint.render.scripts.patterns import key, parameters
from acquaint.render.scripts.tokens import Unknown

_MODIFIERS = frozenset(["static", "async", "get", "set"])
_NO_KEY = frozenset(["(", ",", "}", ":", "=", ";"])


def definition(here: Cursor, *, declares: bool = False) -> None:
    """A function or a class; its name holds around it if that `declares` it, else inside."""
    if here.text == "class":
        _class(here)
        return
    here.skip("async")
    here.take("function")
    here.skip("*")
    if here.text != "(" or declares:
        here.declare()
    with here.inside():
        parameters(here)
        here.body(here)


def method(here: Cursor) -> None:
    """What follows the name of a method."""
    with here.inside():
        parameters(here)
        here.body(here)


def _class(here: Cursor) -> None:
    here.take("class")
    if here.text not in ("extends", "{"):
        here.declare()
    if here.skip("extends"):
        here.value(here)
    here.take("{")
    while not here.skip("}"):
        if not here.skip(";"):
            _member_of_class(here)


def _member_of_class(here: Cursor) -> None:
    modifiers(here)
    key(here)
    if here.text == "(":
        method(here)
        return
    if here.skip("="):
        here.value(here)
    if here.text not in (";", "}"):
        raise Unknown


def modifiers(here: Cursor) -> None:
    """The words that say what kind of a method follows."""
    while here.text in _MODIFIERS and here.ahead().text not in _NO_KEY:
        here.at += 1
    here.skip("*")
