"""Values, read for the names they declare and use.

A value is read as a row of operands with operators between them, for no more has to be known of it.
"""

from acquaint.render.scripts.cursor import Cursor
from acquaint.render.scripts.definitions import definition, method, modifiers
from acquaint.render.scripts.patterns import key, listed, parameters
from acquaint.render.scripts.tokens import Unknown

_KNOWN_VALUES = frozenset(["this", "super", "null", "true", "false"])
_AHEAD = frozenset(["+", "-", "!", "~", "++", "--", "typeof", "void", "delete", "new", "await", "yield"])
_BETWEEN = frozenset(
    "+ - * / % ** == != === !== < > <= >= && || ?? & | ^ << >> >>> in instanceof"
    " = += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??=".split()
)
_CLOSING = frozenset([")", "]", "}", ",", ";", ":", ""])
_SIMPLE = frozenset(["number", "string", "regex", "private", "whole"])


def row(here: Cursor, *, commas: bool = True) -> None:
    """A value; without `commas` it ends before the first of them."""
    while True:
        _operand(here)
        text = here.text
        if text in _BETWEEN or (commas and text == ","):
            here.at += 1
        elif text == "?":
            here.at += 1
            row(here, commas=False)
            here.take(":")
        else:
            return


def _operand(here: Cursor) -> None:
    while here.text in _AHEAD:
        here.at += 1
        if here.ahead(-1).text == "yield":
            here.skip("*")
            if here.text in _CLOSING:
                return
        elif here.ahead(-1).text == "new" and here.skip("."):
            break
    if not _arrow(here):
        _first(here)
        _rest(here)


def _first(here: Cursor) -> None:
    """What stands at the beginning of an operand."""
    kind, text, _ = here.ahead(0)
    if kind in _SIMPLE or text in _KNOWN_VALUES:
        here.at += 1
    elif kind == "head":
        _template(here)
    elif text == "(":
        here.at += 1
        row(here)
        here.take(")")
    elif text == "[":
        here.at += 1
        listed(here, "]", _spread)
    elif text == "{":
        here.at += 1
        listed(here, "}", _member_of_object)
    elif text == "import" and here.ahead().text in ("(", "."):
        here.at += 1
    elif text in ("function", "class") or (text == "async" and here.ahead().text == "function"):
        with here.inside():
            definition(here)
    elif kind == "word" and here.ahead(-1).text == "." and here.ahead(-2).text == "new":
        here.at += 1
    else:
        here.use()


def _rest(here: Cursor) -> None:
    """What is taken from an operand or called."""
    while True:
        kind, text, breaks = here.ahead(0)
        if text in (".", "?."):
            here.at += 1
            if here.ahead(0).kind in ("word", "private"):
                here.at += 1
            elif text == "." or here.text not in ("(", "["):
                raise Unknown
        elif text == "(":
            here.at += 1
            listed(here, ")", _spread)
        elif text == "[":
            here.at += 1
            row(here)
            here.take("]")
        elif kind == "head":
            _template(here)
        elif kind == "whole" or (text in ("++", "--") and not breaks):
            here.at += 1
        else:
            return


def _template(here: Cursor) -> None:
    while here.ahead(0).kind in ("head", "middle"):
        here.at += 1
        row(here)
    if here.ahead(0).kind != "tail":
        raise Unknown
    here.at += 1


def _spread(here: Cursor) -> None:
    here.skip("...")
    row(here, commas=False)


def _arrow(here: Cursor) -> bool:
    """True for a function with an arrow, which is behind us then."""
    start = here.at
    if here.text == "async" and here.ahead().kind in ("word", "sign") and not here.ahead().breaks:
        here.at += 1
    is_one = here.text == "(" and here.behind().text == "=>"
    if not is_one and (here.ahead(0).kind != "word" or here.ahead().text != "=>"):
        here.at = start
        return False
    with here.inside():
        if is_one:
            parameters(here)
        else:
            here.declare()
        if here.ahead(0).breaks:
            raise Unknown
        here.take("=>")
        if here.text == "{":
            here.body(here)
        else:
            row(here, commas=False)
    return True


def _member_of_object(here: Cursor) -> None:
    if here.text == "...":
        _spread(here)
        return
    modifiers(here)
    if here.ahead(0).kind == "word" and here.ahead().text in (",", "}", "="):
        here.paired.add(here.at)
        here.use()
        if here.skip("="):
            row(here, commas=False)
        return
    key(here)
    if here.text == "(":
        method(here)
    else:
        here.take(":")
        row(here, commas=False)
