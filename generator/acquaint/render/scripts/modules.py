"""Modules, read for what they take from one another, and for the names they declare and use."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from acquaint.render.scripts.cursor import Cursor
from acquaint.render.scripts.patterns import listed
from acquaint.render.scripts.scopes import Binding, Scope
from acquaint.render.scripts.statements import body, end, statement
from acquaint.render.scripts.tokens import Token, Unknown
from acquaint.render.scripts.values import row

_DECLARING = frozenset(["const", "let", "function", "class", "async"])


@dataclass(eq=False, slots=True)
class Module:
    """A module: what it has `taken` from others, by address, as (its name there or "*" for all, what it is here).

    `given` are what others may take, by name. `kept` are the (first, behind the last) of the tokens that are neither
    import nor export, `paired` the names among them that are keys as well, `merged` the semicolons that may be commas.
    """

    scope: Scope = field(default_factory=Scope)
    taken: dict[str, list[tuple[str, Binding]]] = field(default_factory=dict)
    given: dict[str, Binding] = field(default_factory=dict)
    kept: list[tuple[int, int]] = field(default_factory=list)
    paired: set[int] = field(default_factory=set)
    merged: set[int] = field(default_factory=set)


def read(tokens: Sequence[Token], start: int = 0) -> Module:
    """The module that begins at `start` and ends with a token without text; raises Unknown."""
    module = Module()
    here = Cursor(tokens, _value, body, module.scope, start, module.paired, module.merged)
    named: dict[str, str] = {}
    while here.text:
        if here.text == "import" and here.ahead().text not in ("(", "."):
            _import(here, module)
        elif here.text == "export" and here.ahead().text == "{":
            _export(here, named)
        else:
            exports, known = here.skip("export"), set(module.scope.names)
            begins = here.at
            if exports and here.text not in _DECLARING:
                raise Unknown
            statement(here)
            module.kept.append((begins, here.at))
            if exports:
                named |= {name: name for name in module.scope.names.keys() - known}
    if not module.scope.names.keys() >= set(named.values()):
        raise Unknown
    module.scope.resolve()
    module.given.update((outer, module.scope.names[inner]) for outer, inner in sorted(named.items()))
    return module


def _value(here: Cursor) -> None:
    row(here, commas=False)


def _import(here: Cursor, module: Module) -> None:
    here.take("import")
    found: list[tuple[str, int]] = []

    def one(inside: Cursor) -> None:
        outer = inside.text
        if inside.ahead().text == "as":
            inside.at += 2
        found.append((outer, inside.at))
        inside.declare()

    if here.text == "*" and here.ahead().text == "as":
        one(here)
        here.take("from")
    elif here.skip("{"):
        listed(here, "}", one)
        here.take("from")
    token = here.ahead(0)
    if token.kind != "string" or "\\" in token.text:
        raise Unknown
    here.at += 1
    end(here)
    names = module.taken.setdefault(token.text[1:-1], [])
    names += [(outer, module.scope.names[here.tokens[at].text]) for outer, at in found]


def _export(here: Cursor, named: dict[str, str]) -> None:
    here.at += 2

    def one(inside: Cursor) -> None:
        inner = outer = inside.identifier()
        if inside.skip("as"):
            outer = inside.identifier()
        named[outer] = inner

    listed(here, "}", one)
    end(here)
