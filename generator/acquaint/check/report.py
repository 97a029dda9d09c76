"""Problems as text for people, as JSON for programs, as annotations for a forge."""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.check.pasting import as_row, once, order_of, to_paste
from acquaint.laws import Severity
from acquaint.messages import count, say, told
from acquaint.problems import Problem, RawProblem
from acquaint.tree import Span

_HALVES = re.compile("[\ud800-\udfff]")

SEVERITIES = {Severity.ERROR: say("error"), Severity.WARNING: say("warning")}


def as_text(problems: Sequence[Problem], catalogue: Catalogue = ENGLISH) -> str:
    """One paragraph a problem, and a line that counts them; what is to be pasted stands there once."""
    tally_of = tally(problems, catalogue)
    problems = once(problems)
    paragraphs = [_paragraph(problem, catalogue) for problem in problems]
    if order := order_of(problems):
        paragraphs.insert(0, printable(order.told(catalogue)))
    return "\n\n".join([*paragraphs, _harmless(tally_of)])


def tally(problems: Sequence[Problem | RawProblem], catalogue: Catalogue = ENGLISH) -> str:
    """How many there are of each severity, in words."""
    errors = sum(problem.is_error for problem in problems)
    files = len({problem.path for problem in problems})
    if not problems:
        return printable(say("No problems.").told(catalogue))
    wrong = count("{n} error", "{n} errors", errors)
    doubtful = count("{n} warning", "{n} warnings", len(problems) - errors)
    found = say("{errors} and {warnings}", errors=wrong, warnings=doubtful)
    if errors in (0, len(problems)):
        found = wrong if errors else doubtful
    places = count("{n} file", "{n} files", files)
    return printable(say("{found} in {files}.", found=found, files=places).told(catalogue))


def place(problem: Problem) -> str:
    """file:line:column, as editors and terminals understand it."""
    path = printable(problem.path)
    return f"{path}:{problem.span.line}:{problem.span.column}" if problem.span else path


def printable(text: str) -> str:
    """`text` without anything that could steer a terminal: file names come from strangers."""
    # The joiners are parts of emoji and of letters, and turn nothing round.
    seen = (c in "\u200c\u200d" or (c.isprintable() and unicodedata.category(c) != "Cf") for c in text)
    return "".join(c if is_seen else "�" for c, is_seen in zip(text, seen, strict=True))


def encodable(text: str) -> str:
    """`text` without the bytes of a file's name that are no UTF-8: nothing else could write them."""
    return _HALVES.sub("�", text)


def _heading(problem: Problem, catalogue: Catalogue) -> str:
    """Where it is, how grave, and its law's code and name."""
    law = problem.law
    return f"{place(problem)}: {SEVERITIES[law.severity].told(catalogue)} {law.code} {law.slug}"


def _paragraph(problem: Problem, catalogue: Catalogue) -> str:
    lines = [_heading(problem, catalogue), f"  {problem.message.told(catalogue)}"]
    if problem.snippet is not None and problem.span:
        excerpt = Excerpt.of(problem.snippet, problem.span)
        gutter = f"{problem.span.line:>5} | "
        lines += [f"{gutter}{excerpt.line}", f"{' ' * 6}| {_under(excerpt)}"]
    if problem.meant:
        lines.append(f"  {say('did you mean: {name}', name=problem.meant).told(catalogue)}")
    lines += _fix(problem, catalogue)
    # What stands in a catalogue comes from strangers, too.
    return "\n".join(_harmless(printable(line)) for line in lines)


def _harmless(line: str) -> str:
    """`line` as no log of a CI takes it for a command to itself."""
    line = line.replace("##[", "# #[")
    return line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line


def _fix(problem: Problem, catalogue: Catalogue) -> list[str]:
    """What to do, behind one label; what is to be pasted stands at the left edge."""
    label = say("fix: {fix}", fix="").told(catalogue)
    indent = " " * cells(label)
    # Where a line can be pasted, an example of one isn't needed.
    said = "" if problem.mend and isinstance(problem.fix, str) else told(problem.fix or "", catalogue)
    lines = [f"  {indent}{line}" for line in said.split("\n")] if said else []
    lines += to_paste(problem, catalogue, f"  {indent}")
    return [f"  {label}{lines[0].removeprefix(f'  {indent}')}", *lines[1:]] if lines else []


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
    return " " * cells(before) + "^" * max(1, cells(marked))


def cells(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def as_json(problems: Sequence[Problem], catalogue: Catalogue = ENGLISH) -> str:
    """`{version, problems: […]}`; lines and columns count from 1, absent keys for absent values.

    Sentences are in the catalogue's language; whatever a program compares is the same in all.
    """
    rows = []
    for problem in problems:
        row = {
            "code": problem.law.code,
            "name": problem.law.slug,
            "severity": problem.law.severity.value,
            "message": problem.message.told(catalogue),
            "file": printable(problem.path),
            "line": problem.span.line if problem.span else None,
            "column": problem.span.column if problem.span else None,
            "length": problem.span.length if problem.span else None,
            "excerpt": problem.snippet,
            "meant": problem.meant,
            "fix": told(problem.fix, catalogue) if problem.fix else None,
            "mend": as_row(problem.mend) if problem.mend else None,
        }
        rows.append({key: value for key, value in row.items() if value is not None})
    return encodable(json.dumps({"version": 1, "problems": rows}, ensure_ascii=False, indent=2))


def as_github(problems: Sequence[Problem], catalogue: Catalogue = ENGLISH) -> str:
    """Workflow commands that annotate the lines of a pull request; what is to be pasted stands in one of them."""
    return encodable("\n".join(_annotation(problem, catalogue) for problem in once(problems)))


def _annotation(problem: Problem, catalogue: Catalogue) -> str:
    span = problem.span
    where = f",line={span.line},col={span.column},endColumn={span.column + span.length}" if span else ""
    meant = say("Did you mean {name}?", name=problem.meant).told(catalogue) if problem.meant else None
    fix = None if problem.mend and isinstance(problem.fix, str) else problem.fix
    parts = (problem.message, meant, fix, *map(printable, to_paste(problem, catalogue, indent="")))
    text = "\n".join(told(part, catalogue) for part in parts if part)
    title = f"{problem.law.code} {problem.law.slug}"
    file = _property(printable(problem.path))
    return f"::{problem.law.severity} file={file}{where},title={_property(title)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
