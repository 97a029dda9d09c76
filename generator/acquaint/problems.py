"""A problem as a value, and the list that every reader and law adds to."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypedDict, Unpack

from acquaint.laws import LAWS, Law, Severity
from acquaint.messages import Message
from acquaint.tree import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Whole lines in the place of lines `first` to `last` of a file; above line `first` where `last` is below it."""

    first: int
    last: int
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mend:
    """What mends a file as pasted: `edits` from top to bottom, then a `command` for a shell in the community's folder.

    The numbers of lines are those of the file as it is now. A • stands for a letter that isn't told.
    """

    edits: tuple[Edit, ...] = ()
    command: str = ""


def shell_word(text: str) -> str:
    """`text` as one word of a shell; what a terminal can't show is written as bytes, as bash and zsh read them."""
    if text.isprintable():
        return shlex.quote(text)
    escaped = (c if c.isprintable() and c not in "\\'" else "".join(f"\\x{b:02x}" for b in _bytes(c)) for c in text)
    return f"$'{''.join(escaped)}'"


def _bytes(character: str) -> bytes:
    """What a file's name has in the place of `character`; Python keeps a byte that is no UTF-8 as half a surrogate."""
    try:
        return character.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return character.encode("utf-8", "surrogatepass")


def move(old: str, new: str) -> Mend:
    """The file `old` called `new` instead, unless there is one; paths from the community's folder on."""
    return Mend(command=f"mv -n {shell_word(old)} {shell_word(new)}")


class Advice(TypedDict, total=False):
    """What may be told beside a message: `fix`, a sentence or an example, `meant`, a name, `mend`, what to paste."""

    fix: Message | str | None
    meant: str | None
    mend: Mend | None


@dataclass(frozen=True, slots=True, repr=False)
class RawProblem:
    """One thing to mend, as reader or law found it: message and fix may still hold what only members may see.

    `message` is one plain sentence, `fix` what to do: a sentence, or as `str` what to paste, which is the same in every
    language; `meant` is the name that was probably meant, `mend` what to paste where the law knows it. Nobody is told
    this one: `redact` (check/telling.py) makes a Problem of it, and printed it says where it is and nothing else.
    """

    law: Law
    message: Message
    path: str
    span: Span | None = None
    fix: Message | str | None = None
    meant: str | None = None
    mend: Mend | None = None

    def __repr__(self) -> str:
        return f"RawProblem({self.law.code} {self.law.slug}, {self.path!r}, {self.span}, masked)"

    @property
    def is_error(self) -> bool:
        """True if it stops a build."""
        return self.law.severity is Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Problems are told file by file, from top to bottom."""
        return _order(self)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, as it may be told: private values are masked in all of it. Only `redact` makes it.

    What the parts are is told at RawProblem; `snippet` is the line it stands in, and `mend` is there wherever the lines
    of the file are what to change.
    """

    law: Law
    message: Message
    path: str
    span: Span | None = None
    fix: Message | str | None = None
    meant: str | None = None
    snippet: str | None = None
    mend: Mend | None = None

    @property
    def is_error(self) -> bool:
        """True if it stops a build."""
        return self.law.severity is Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Problems are told file by file, from top to bottom."""
        return _order(self)


def _order(problem: RawProblem | Problem) -> tuple[str, int, int, str, str]:
    span = problem.span or Span(0, 0)
    return (problem.path, span.line, span.column, problem.law.code, str(problem.message))


@dataclass(slots=True)
class Problems:
    """Collects problems; readers and laws go on after each, so that all are told at once."""

    found: list[RawProblem] = field(default_factory=list)

    def add(self, slug: str, message: Message, path: str, span: Span | None = None, **more: Unpack[Advice]) -> None:
        """Note a problem under the law called `slug`; `more` is an Advice."""
        advice = RawProblem(LAWS[slug], message, path, span, more.get("fix"), more.get("meant"), more.get("mend"))
        self.found.append(advice)

    def __iter__(self) -> Iterator[RawProblem]:
        return iter(sorted(self.found, key=lambda problem: problem.order))

    def __len__(self) -> int:
        return len(self.found)

    def errors_in(self, path: str) -> bool:
        """True if `path` holds an error."""
        return any(problem.is_error for problem in self.found if problem.path == path)

    def harden(self, slugs: frozenset[str]) -> None:
        """Make the warnings called `slugs` errors, as the community asked."""
        for index, problem in enumerate(self.found):
            if problem.law.slug in slugs:
                self.found[index] = replace(problem, law=replace(problem.law, severity=Severity.ERROR))
