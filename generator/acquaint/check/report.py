"""Problems as text for people, as JSON for programs, as annotations for a forge."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from acquaint.problems import Problem
from acquaint.tree import Span


def as_text(problems: Sequence[Problem]) -> str:
    """One paragraph a problem, and a line that counts them."""
    paragraphs = [_paragraph(problem) for problem in problems]
    return "\n\n".join([*paragraphs, count(problems)])


def count(problems: Sequence[Problem]) -> str:
    """How many there are of each severity, in words."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "No problems."
    parts = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((errors, "error"), (warnings, "warning")) if n]
    files = len({problem.path for problem in problems})
    return f"{' and '.join(parts)} in {files} file{'' if files == 1 else 's'}."


def place(problem: Problem) -> str:
    """file:line:column, as editors and terminals understand it."""
    path = printable(problem.path)
    return f"{path}:{problem.span.line}:{problem.span.column}" if problem.span else path


def printable(text: str) -> str:
    """`text` without anything that could steer a terminal: file names come from strangers."""
    return "".join(c if c.isprintable() and unicodedata.category(c) != "Cf" else "�" for c in text)


def _paragraph(problem: Problem) -> str:
    law = problem.law
    lines = [f"{place(problem)}: {law.severity} {law.code} {law.slug}", f"  {printable(problem.message)}"]
    if problem.snippet is not None and problem.span:
        excerpt = Excerpt.of(problem.snippet, problem.span)
        gutter = f"{problem.span.line:>5} | "
        lines += [f"{gutter}{printable(excerpt.line)}", f"{' ' * 6}| {_under(excerpt)}"]
    if problem.meant:
        lines.append(f"  did you mean: {printable(problem.meant)}")
    if problem.fix:
        lines += [
            f"  {'fix:' if n == 0 else '    '} {printable(line)}" for n, line in enumerate(problem.fix.split("\n"))
        ]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line and the caret below it, cut to a width."""

    line: str
    caret: str

    @classmethod
    def of(cls, snippet: str, span: Span, width: int = 100) -> "Excerpt":
        """The part of `snippet` around `span`, at most `width` characters."""
        visible = "".join(c if c.isprintable() else " " for c in snippet)
        begin = max(0, span.column - 1 - width // 2) if len(visible) > width else 0
        line = visible[begin : begin + width]
        at = span.column - 1 - begin
        length = max(1, min(span.length, len(line) - at))
        return cls(line, " " * at + "^" * length)


def _under(excerpt: Excerpt) -> str:
    """The caret under the right letter where letters before it are two cells wide."""
    before = excerpt.line[: len(excerpt.caret) - excerpt.caret.count("^")]
    marked = excerpt.line[len(before) : len(before) + excerpt.caret.count("^")]
    return " " * _cells(before) + "^" * max(1, _cells(marked))


def _cells(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def as_json(problems: Sequence[Problem]) -> str:
    """`{version, problems: […]}`; lines and columns count from 1, absent keys for absent values."""
    rows = []
    for problem in problems:
        row = {
            "code": problem.law.code,
            "name": problem.law.slug,
            "severity": problem.law.severity.value,
            "message": problem.message,
            "file": printable(problem.path),
            "line": problem.span.line if problem.span else None,
            "column": problem.span.column if problem.span else None,
            "length": problem.span.length if problem.span else None,
            "excerpt": problem.snippet,
            "meant": problem.meant,
            "fix": problem.fix,
        }
        rows.append({key: value for key, value in row.items() if value is not None})
    return json.dumps({"version": 1, "problems": rows}, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    return "\n".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    span = problem.span
    where = f",line={span.line},col={span.column},endColumn={span.column + span.length}" if span else ""
    text = "\n".join(part for part in (problem.message, _meant(problem), problem.fix) if part)
    title = f"{problem.law.code} {problem.law.slug}"
    file = _property(printable(problem.path))
    return f"::{problem.law.severity} file={file}{where},title={_property(title)}::{_data(text)}"


def _meant(problem: Problem) -> str | None:
    return f"Did you mean {problem.meant}?" if problem.meant else None


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
