"""How what is to be pasted is told: each change with where it belongs, its lines at the left edge."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

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


def once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """`problems` with each change told once: what an earlier one mends as well only says so.

    Deletions that touch are one. Changes to the same lines can't both be made, so the later one waits.
    """
    made: dict[str, list[Edit]] = defaultdict(list)
    commands: set[str] = set()
    told: list[Problem] = []
    for at, problem in enumerate(problems):
        edits = problem.mend.edits if problem.mend else ()
        command = problem.mend.command if problem.mend else ""
        before = made[problem.path]
        if not edits and command not in commands:
            told.append(problem)
            commands |= {command} - {""}
        elif all(any(_covers(earlier, edit) for earlier in before) for edit in edits):
            told.append(replace(problem, fix=say("What is told above mends this, too."), mend=None))
        elif any(_touch(earlier, edit) for earlier in before for edit in edits):
            told.append(replace(problem, fix=say("Mend what is told above first, then check again."), mend=None))
        else:
            edits = _with_neighbours(edits, problems[at + 1 :], problem)
            before += edits
            told.append(replace(problem, mend=replace(problem.mend, edits=edits) if problem.mend else None))
    return tuple(told)


def order_of(problems: Sequence[Problem]) -> Message | None:
    """In which order to go where a change moves the lines of a later one; None where any order will do."""
    moves: dict[str, int] = {}
    for problem in problems:
        for edit in problem.mend.edits if problem.mend else ():
            if moves.get(problem.path, 0):
                return say("Line numbers are those of the files as they are now: begin with the last change and go up.")
            moves[problem.path] = len(edit.lines) - (edit.last - edit.first + 1)
    return None


def _covers(earlier: Edit, edit: Edit) -> bool:
    is_within = earlier.first <= edit.first <= edit.last <= earlier.last
    return earlier == edit or (is_within and not edit.lines and not earlier.lines)


def _touch(one: Edit, other: Edit) -> bool:
    """True if two changes speak of the same line, or of the same place between two."""
    if one.last < one.first or other.last < other.first:
        return one.first <= other.last + 1 and other.first <= one.last + 1
    return one.first <= other.last and other.first <= one.last


def _with_neighbours(edits: tuple[Edit, ...], later: Sequence[Problem], problem: Problem) -> tuple[Edit, ...]:
    """A deletion with those of the same law right below it."""
    if len(edits) != 1 or edits[0].lines:
        return edits
    whole = edits[0]
    for other in later:
        found = other.mend.edits if other.mend and (other.path, other.law) == (problem.path, problem.law) else ()
        if len(found) == 1 and not found[0].lines and whole.first <= found[0].first <= whole.last + 1:
            whole = Edit(whole.first, max(whole.last, found[0].last))
    return (whole,)


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
