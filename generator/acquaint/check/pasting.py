"""How what is to be pasted is told: each change with where it belongs, its lines at the left edge."""

from acquaint.catalogues import Catalogue
from acquaint.messages import Message, say
from acquaint.problems import Edit, Mend, Problem

DOT = "•"
"""Stands for one letter of a value that no message repeats."""


def to_paste(problem: Problem, catalogue: Catalogue, indent: str) -> list[str]:
    """Lines to print: sentences after `indent`, what is to be pasted at the left edge; none if there is nothing."""
    if problem.mend is None:
        return []
    lines: list[str] = []
    for edit in problem.mend.edits:
        lines += [f"{indent}{_where(edit).told(catalogue)}", *edit.lines]
    if any(DOT in line for edit in problem.mend.edits for line in edit.lines):
        kept = say("(Each {dot} stands for a letter of what you wrote there; keep yours.)", dot=DOT)
        lines.append(f"{indent}{kept.told(catalogue)}")
    if problem.mend.command:
        run = say("paste this command into a terminal in the community's folder:")
        lines += [f"{indent}{run.told(catalogue)}", problem.mend.command]
    return lines


def _where(edit: Edit) -> Message:
    first, last = str(edit.first), str(edit.last)
    if not edit.lines:
        if edit.first == edit.last:
            return say("delete line {line}.", line=first)
        return say("delete lines {first} to {last}.", first=first, last=last)
    if edit.last < edit.first:
        if edit.first == 1:
            return say("write this above line {line}:", line=first)
        return say("write this below line {line}:", line=last)
    if edit.first == edit.last:
        return say("write this in place of line {line}:", line=first)
    return say("write this in place of lines {first} to {last}:", first=first, last=last)


def as_row(mend: Mend) -> dict[str, object]:
    """`mend` for JSON: `{edits: [{first, last, lines}], command}`, absent keys for what is empty."""
    edits = [{"first": edit.first, "last": edit.last, "lines": list(edit.lines)} for edit in mend.edits]
    row: dict[str, object] = {"edits": edits} if edits else {}
    return {**row, "command": mend.command} if mend.command else row
