"""Statements, read for the names they declare and use.

Whatever isn't certain raises Unknown: a line end in the place of a semicolon, a label, `var`, `with`.
"""

from collections.abc import Callable, Mapping

from acquaint.render.scripts.cursor import Cursor
from acquaint.render.scripts.definitions import definition
from acquaint.render.scripts.patterns import pattern
from acquaint.render.scripts.tokens import Unknown
from acquaint.render.scripts.values import row


def statement(here: Cursor) -> None:
    """One statement with the sign that ends it."""
    word = here.text
    if word in _STATEMENTS:
        if word != "{":
            here.at += 1
        _STATEMENTS[word](here)
    elif word in ("function", "class") or (word == "async" and here.ahead().text == "function"):
        definition(here, declares=True)
    else:
        row(here)
        end(here)


def end(here: Cursor) -> None:
    """The end of a statement, which has to be written."""
    if not here.skip(";") and here.text not in ("}", ""):
        raise Unknown


def _declarations(here: Cursor) -> None:
    """What follows `const` or `let`."""
    while True:
        pattern(here)
        if here.skip("="):
            row(here, commas=False)
        if not here.skip(","):
            return


def _declaration(here: Cursor) -> None:
    """One that follows another of its kind goes on where that one ended, with a comma."""
    word = here.ahead(-1).text
    if here.ended == (here.at - 1, word):
        here.merged.add(here.at - 2)
    _declarations(here)
    end(here)
    here.ended = (here.at, word) if here.ahead(-1).text == ";" else None


def body(here: Cursor) -> None:
    """The statements of a function in their braces, where no name of a parameter may be declared anew."""
    _block(here, is_body=True)


def _block(here: Cursor, *, is_body: bool = False) -> None:
    here.take("{")
    with here.inside():
        here.scope.is_body = is_body
        while here.text != "}":
            statement(here)
    here.take("}")


def _condition(here: Cursor) -> None:
    here.take("(")
    row(here)
    here.take(")")


def _branch(here: Cursor) -> None:
    """What a condition decides about; it could be nothing, and its semicolon would have to stay."""
    if here.text == ";":
        raise Unknown
    statement(here)


def _if(here: Cursor) -> None:
    _condition(here)
    _branch(here)
    if here.skip("else"):
        _branch(here)


def _while(here: Cursor) -> None:
    _condition(here)
    _branch(here)


def _do(here: Cursor) -> None:
    _branch(here)
    here.take("while")
    _condition(here)
    here.take(";")


def _for(here: Cursor) -> None:
    here.skip("await")
    with here.inside():
        here.take("(")
        if here.text in ("const", "let"):
            here.at += 1
            _declarations(here)
        elif here.text != ";":
            row(here)
        if here.skip("of") or here.skip("in"):
            row(here)
        elif here.text != ")":
            _steps(here)
        here.take(")")
        _branch(here)


def _steps(here: Cursor) -> None:
    """The condition of a loop, and what is done after each round."""
    here.take(";")
    if here.text != ";":
        row(here)
    here.take(";")
    if here.text != ")":
        row(here)


def _switch(here: Cursor) -> None:
    _condition(here)
    here.take("{")
    with here.inside():
        while not here.skip("}"):
            if here.skip("case"):
                row(here)
                here.take(":")
            elif here.skip("default"):
                here.take(":")
            else:
                statement(here)


def _try(here: Cursor) -> None:
    _block(here)
    if here.skip("catch"):
        with here.inside():
            if here.skip("("):
                pattern(here)
                here.take(")")
            body(here)
    if here.skip("finally"):
        _block(here)


def _leave(here: Cursor) -> None:
    if here.text not in (";", "}"):
        if here.ahead(0).breaks:
            raise Unknown
        row(here)
    end(here)


_STATEMENTS: Mapping[str, Callable[[Cursor], None]] = {
    "const": _declaration,
    "let": _declaration,
    "{": _block,
    "if": _if,
    "for": _for,
    "while": _while,
    "do": _do,
    "switch": _switch,
    "try": _try,
    "return": _leave,
    "throw": _leave,
    "break": end,
    "continue": end,
    ";": lambda here: None,
}
