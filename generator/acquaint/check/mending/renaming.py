"""A key called otherwise whose value is written otherwise, too: renamed and repaired in one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from acquaint.check.mending import directives, shapes, values
from acquaint.check.mending.case import Case, Change, bare
from acquaint.load.keys import is_slip, meant_key, usual_key
from acquaint.load.source import Source
from acquaint.problems import Edit
from acquaint.tree import Span

_REPAIRS = (
    shapes.split_tag, values.languages, values.days, values.zone, values.country, values.address, directives.fields,
    shapes.shapes, shapes.no_comma, shapes.in_quotes,
)  # fmt: skip
_LISTS = ("tags", "items", "availability", "languages")


def renamed_and_repaired(case: Case) -> Iterator[Change]:
    """The key as it is called here, with all that was written behind it in the shape that it takes here."""
    match = re.fullmatch(r"([^\s:#-][^:#]*?)(\s*:\s+)(\S.*?)\s*", case.source.line(case.line))
    if match is None or case.problem.span is None or case.problem.span.column > 1:
        return
    key = bare(match[1])
    meant = case.problem.meant or meant_key(key, case.known)
    if meant is None or meant not in case.known:
        return
    line = f"{meant}: {match[3]}"
    inside = replace(
        case,
        source=Source.of(case.source.path, _with_line(case, line)),
        problem=replace(case.problem, span=Span(case.line, len(meant) + 3, len(match[3])), meant=None, fix=None),
    )
    is_sure = usual_key(key, (meant,)) == meant or is_slip(key, meant)
    repairs = _REPAIRS if case.kind(meant) in _LISTS or meant in ("private", "public") else _REPAIRS[1:]
    for change in chain.from_iterable(repair(inside) for repair in repairs):
        # What leaves out a word loses it.
        if _words(match[3]) <= _words(" ".join(text for edit in change.edits for text in edit.lines)) or _is_code(
            case.kind(meant)
        ):
            yield Change(_whole(change.edits, case.line, line), fix=change.fix, is_sure=is_sure and change.is_sure)


def _with_line(case: Case, line: str) -> str:
    lines = [*case.source.lines]
    lines[case.line - 1] = line
    return "\n".join(lines)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _is_code(kind: str) -> bool:
    """True for what is told by a code instead of the member's words."""
    return kind in ("languages", "language", "date", "month-day", "timezone", "country")


def _whole(edits: tuple[Edit, ...], number: int, line: str) -> tuple[Edit, ...]:
    """`edits`, and the renamed line where none of them holds it."""
    if any(edit.first <= number <= edit.last for edit in edits):
        return edits
    return tuple(sorted((*edits, Edit(number, number, (line,))), key=lambda edit: edit.first))
