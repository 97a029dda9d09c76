"""Front matter that doesn't begin or end: where its two lines of --- belong."""

import re
from collections.abc import Iterator

from acquaint.check.mending.case import Case, Change, merged
from acquaint.check.mending.habits import as_key
from acquaint.load.documents import FENCE
from acquaint.messages import say
from acquaint.problems import Edit

_ALMOST = re.compile(r"\s*(?:[-—–―‐‑−﹣－_*]{2,}|[—–―]|={3,}|[`~]{3,}\s*\w*|-{3,}[^-].*|\+{3,}|\.{3}|…|'{3}|\"{3})\s*")
_KEYISH = re.compile(r"\s*[\"'“]?([\w-]+)[\"'”]?\s*[:：=]|\s*-\s|\s+\S|#|[\]}]|[{]\s*$")


def fences(case: Case) -> Iterator[Change]:
    """Both lines put right: those that are almost a --- replaced, those that are missing added."""
    lines = case.source.lines
    first = next((n for n, line in enumerate(lines, start=1) if _is_key(line, case) or line.strip() == "{"), None)
    if first is None:
        yield from _around_text(case)
        return
    text = [n for n in range(1, first) if lines[n - 1].strip() and not _ALMOST.fullmatch(lines[n - 1])]
    # A heading above the keys belongs to the introduction below them.
    opening, below = Edit(1, first - 1, (FENCE,)), tuple(lines[n - 1] for n in text)
    if lines[: first - 1] == [FENCE]:
        opening = Edit(1, 0)
    # --- nickname: Ada
    behind = re.match(r"-{3}\s*([\w-]+:\s.*)", lines[0])
    if behind and _is_key(behind[1], case):
        opening = Edit(1, first - 1, (FENCE, behind[1]))
    for closing in _closings(case, first, below):
        edits = tuple(edit for edit in (opening, *closing) if edit.lines or edit.last >= edit.first)
        if edits:
            last = min((edit.first for edit in closing), default=len(lines) + 1)
            keys = [(n, as_key(lines[n - 1], case.known)) for n in range(first, last)]
            changed = [(n, line) for n, line in keys if line != lines[n - 1]]
            # Where nothing follows, the end may be missing, and with it what says who sees what.
            is_whole = any(line.strip() for line in lines[max((edit.last for edit in closing), default=0) :])
            both = tuple(sorted((*edits, *merged(changed)), key=lambda edit: (edit.first, edit.last)))
            yield Change(both, is_sure=is_whole)
            yield Change(edits)


def _closings(case: Case, first: int, below: tuple[str, ...]) -> Iterator[tuple[Edit, ...]]:
    """Changes that close the front matter: at a line that is almost a ---, else where the keys end."""
    lines = case.source.lines
    tail = _last_code_fence(lines, first)
    almost = next((n for n in range(first + 1, len(lines) + 1) if _ALMOST.fullmatch(lines[n - 1])), None)
    if almost:
        last = almost
        while last < len(lines) and _ALMOST.fullmatch(lines[last]) and lines[last].strip() != FENCE:
            last += 1
        same = lines[almost - 1 : last] == [FENCE] and not below
        yield (() if same else (Edit(almost, last, (FENCE, *below)),)) + (tail if tail and tail[0].first > last else ())
    end = first
    while end <= len(lines) and (_KEYISH.match(as_key(lines[end - 1], case.known)) or not lines[end - 1].strip()):
        end += 1
    while end > first + 1 and not lines[end - 2].strip():
        end -= 1
    yield (Edit(end, end - 1, (FENCE, *below)),)
    bottom = len(lines) if not lines[-1] else len(lines) + 1
    yield (Edit(bottom, bottom - 1, (FENCE, *below)),)


def _last_code_fence(lines: list[str], first: int) -> tuple[Edit, ...]:
    """The end of a block of code that was begun above the keys, taken out."""
    opened = any(line.lstrip().startswith(("```", "~~~")) for line in lines[: first - 1])
    for number in range(len(lines), first, -1):
        if lines[number - 1].strip():
            is_end = opened and lines[number - 1].strip() in ("```", "~~~")
            return (Edit(number, number),) if is_end else ()
    return ()


def _around_text(case: Case) -> Iterator[Change]:
    """Front matter above a text that has none."""
    lines = case.source.lines
    start = next((n for n, line in enumerate(lines, start=1) if line.strip() and not _ALMOST.fullmatch(line)), 1)
    matter = (FENCE, f"nickname: {case.handle}", FENCE)
    yield Change((Edit(1, start - 1, matter),), fix=say("Your text stays below it, where everybody may read it."))


def beginning(case: Case) -> Iterator[Change]:
    """What an empty file may begin with."""
    is_markdown = case.source.path.endswith(".md")
    matter = (FENCE, f"nickname: {case.handle}", FENCE) if is_markdown else (f"nickname: {case.handle}",)
    yield Change((Edit(1, max(1, len(case.source.lines) - 1), matter),))


def _is_key(line: str, case: Case) -> bool:
    match = re.match(r"\s*[\"'“]?([\w-]+)[\"'”]?\s*:", as_key(line, case.known))
    return match is not None and match[1] in case.known


def text_as_bio(case: Case) -> Iterator[Change]:
    """In a YAML file that holds nothing but a text: the text under its key."""
    lines = list(case.source.lines)
    while lines and not lines[-1].strip():
        lines.pop()
    if not case.source.path.endswith(".md") and not any(_is_key(line, case) for line in lines):
        indented = (f"  {line}" if line.strip() else "" for line in lines)
        yield Change((Edit(1, len(lines), (f"nickname: {case.handle}", "bio: |", *indented)),))


def paragraph(case: Case) -> Iterator[Change]:
    """A paragraph of the introduction, taken out."""
    lines = case.source.lines
    end = case.line
    while end < len(lines) and lines[end].strip():
        end += 1
    if case.line not in case.matter:
        yield Change((Edit(case.line, end),))
