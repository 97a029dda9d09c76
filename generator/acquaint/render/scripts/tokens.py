"""The words and signs that a script of the browser's side is made of."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Unknown(Exception):
    """A form that isn't read here: whatever holds it is published as it was written."""


class Token(NamedTuple):
    """One piece of a script; `breaks` says that a line ended before it.

    `kind` is word, private (#word), number, string, regex, sign, or a part of a template: whole, head, middle, tail.
    """

    kind: str
    text: str
    breaks: bool


END = Token("end", "", True)
"""What stands behind the last token of a script."""

_PIECE = re.compile(
    r"""
    (?P<gap>(?:[ \t\r\n\f\v\ufeff]+|//[^\n]*|/\*(?!!).*?\*/)+)
    |(?P<word>[A-Za-z_$\u00aa-\uffff][\w$]*)
    |(?P<private>\#[A-Za-z_$][\w$]*)
    |(?P<number>0[xXbBoO][\da-fA-F_]+n?|(?:\d[\d_]*n?(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?)
    |(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<tick>`)
    |(?P<slash>/(?![*/]))
    |(?P<sign>>>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--
        |[-+*%&|^]=|\*\*|<<|>>|[{}()\[\];,<>+\-*%&|^!~?:=.@])
    """,
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_TEXT = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?P<end>`|\$\{)", re.DOTALL)
_DIVIDED = frozenset(["number", "string", "whole", "tail", "private", "regex"])
_BEFORE_A_REGEX = frozenset("return typeof instanceof in of new delete void throw case do else await yield".split())
_HEADS = frozenset(["if", "while", "for", "with"])


def tokens(script: str) -> list[Token]:
    """All of `script` but comments and the space between; raises Unknown."""
    return list(_Tokens(script))


class _Tokens:
    """Reads one script from its beginning to its end."""

    def __init__(self, script: str) -> None:
        self.script = script
        self.at = 0
        self.open: list[str] = []
        self.last = Token("", "", False)
        self.before = ""
        self.closed_a_head = False

    def __iter__(self) -> Iterator[Token]:
        script, end, piece = self.script, len(self.script), _PIECE.match
        breaks = False
        while self.at < end:
            found = piece(script, self.at)
            if found is None or found.lastgroup is None:
                raise Unknown
            kind, text = found.lastgroup, found.group()
            if kind == "gap":
                breaks = breaks or "\n" in text
                self.at = found.end()
                continue
            if kind == "tick":
                kind, text = self._text("whole", "head")
            elif kind == "slash":
                kind, text = self._slash()
            elif kind == "sign":
                kind, text = self._sign(text)
            self.at += len(text)
            self.before, self.last = self.last.text, Token(kind, text, breaks)
            breaks = False
            yield self.last
        if self.open:
            raise Unknown

    def _sign(self, sign: str) -> tuple[str, str]:
        if sign in "([{":
            heads = sign == "(" and self.last.text in _HEADS and self.before not in (".", "?.")
            self.open.append("head" if heads else sign)
        elif sign in ")]}":
            opened = self.open.pop() if self.open else ""
            if opened == "${":
                return self._text("tail", "middle")
            if opened != {")": "(", "]": "[", "}": "{"}[sign] and not (opened == "head" and sign == ")"):
                raise Unknown
            self.closed_a_head = opened == "head"
        return "sign", sign

    def _text(self, ends: str, goes_on: str) -> tuple[str, str]:
        """A template from a backtick or a closing brace to the next opening one, or to its end."""
        found = _TEXT.match(self.script, self.at + 1)
        if found is None:
            raise Unknown
        text = self.script[self.at : found.end()]
        if found["end"] == "`":
            return ends, text
        self.open.append("${")
        return goes_on, text

    def _slash(self) -> tuple[str, str]:
        """A regular expression where a value may stand, else a division."""
        if self._divides():
            return "sign", "/=" if self.script.startswith("/=", self.at) else "/"
        found = _REGEX.match(self.script, self.at)
        if found is None:
            raise Unknown
        return "regex", found.group()

    def _divides(self) -> bool:
        kind, text, _ = self.last
        if text in ("}", "++", "--"):
            raise Unknown
        if kind == "word":
            return text not in _BEFORE_A_REGEX or self.before in (".", "?.")
        return kind in _DIVIDED or text == "]" or (text == ")" and not self.closed_a_head)
