"""A place in a script that is being read: the token that comes next, and the scope it stands in."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from acquaint.render.scripts.scopes import Scope
from acquaint.render.scripts.tokens import Token, Unknown

_NO_NAMES = frozenset(
    "var switch with case default debugger enum let const static import export eval arguments if else for while do try"
    " catch finally return throw break continue function class extends in instanceof typeof void delete new await yield"
    " this super null true false".split()
)


@dataclass(eq=False, slots=True)
class Cursor:
    """Stands at token `at` of `tokens`; `value` and `body` read what is built of everything else.

    `paired` are the names that are keys as well, as in `{name}`, where a new name needs the key beside it. `merged` are
    the semicolons between declarations that could be one; `ended` is where the last one ended, and its first word.
    """

    tokens: Sequence[Token]
    value: Callable[["Cursor"], None]
    body: Callable[["Cursor"], None]
    scope: Scope
    at: int = 0
    paired: set[int] = field(default_factory=set)
    merged: set[int] = field(default_factory=set)
    ended: tuple[int, str] | None = None
    _closing: dict[int, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The token that comes next; the last has no text."""
        return self.tokens[self.at].text

    def ahead(self, distance: int = 1) -> Token:
        """The token `distance` further on."""
        return self.tokens[min(self.at + distance, len(self.tokens) - 1)]

    def skip(self, text: str) -> bool:
        """True if `text` came next; it is behind us then."""
        if self.tokens[self.at].text == text:
            self.at += 1
            return True
        return False

    def take(self, text: str) -> None:
        """Go on behind `text`; raises Unknown if something else stands there."""
        if not self.skip(text):
            raise Unknown

    def identifier(self) -> str:
        """Go on behind a name that may be given to something; raises Unknown if none stands there."""
        token = self.ahead(0)
        if token.kind != "word" or token.text in _NO_NAMES:
            raise Unknown
        self.at += 1
        return token.text

    def declare(self) -> None:
        """Go on behind a name that is given to something here."""
        place = self.at
        self.scope.declare(self.identifier(), place)

    def use(self) -> None:
        """Go on behind a name that means something."""
        place = self.at
        self.scope.used.append((self.identifier(), place))

    @contextmanager
    def inside(self) -> Iterator[None]:
        """In a scope of its own, within the one that we are in."""
        outer, self.scope = self.scope, self.scope.within()
        yield
        self.scope = outer

    def behind(self) -> Token:
        """What stands behind the round bracket that closes the one that comes next."""
        if not self._closing:
            self._match()
        return self.tokens[self._closing[self.at] + 1]

    def _match(self) -> None:
        opened = []
        for at in range(self.at, len(self.tokens)):
            kind, text, _ = self.tokens[at]
            if kind == "end":
                return
            if text == "(":
                opened.append(at)
            elif text == ")" and opened:
                self._closing[opened.pop()] = at
