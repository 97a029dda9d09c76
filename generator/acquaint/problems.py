"""A problem as a value, and the list that every reader and law adds to."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypedDict, Unpack

from acquaint.laws import LAWS, Law, Severity
from acquaint.messages import Message
from acquaint.tree import Span


class Advice(TypedDict, total=False):
    """What may be told beside a message: `fix`, a sentence or a text to paste, and `meant`, a name."""

    fix: Message | str | None
    meant: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    `message` is one plain sentence, `fix` what to do: a sentence, or as `str` what to paste, which is the same in every
    language; `meant` is the name that was probably meant. `snippet` is the line it stands in, private values masked; it
    is added last (see check/masking.py).
    """

    law: Law
    message: Message
    path: str
    span: Span | None = None
    fix: Message | str | None = None
    meant: str | None = None
    snippet: str | None = None

    @property
    def is_error(self) -> bool:
        """True if it stops a build."""
        return self.law.severity is Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Problems are told file by file, from top to bottom."""
        span = self.span or Span(0, 0)
        return (self.path, span.line, span.column, self.law.code, str(self.message))


@dataclass(slots=True)
class Problems:
    """Collects problems; readers and laws go on after each, so that all are told at once."""

    found: list[Problem] = field(default_factory=list)

    def add(self, slug: str, message: Message, path: str, span: Span | None = None, **more: Unpack[Advice]) -> None:
        """Note a problem under the law called `slug`; `more` may hold `fix` and `meant`."""
        self.found.append(Problem(LAWS[slug], message, path, span, more.get("fix"), more.get("meant")))

    def __iter__(self) -> Iterator[Problem]:
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
