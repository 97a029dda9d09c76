"""Files whose keys can't be read: slips near the fault, a merge left half-way, a text below a second line of ---."""

import re
from collections.abc import Iterator

from acquaint.check.mending.case import Case, Change, as_scalar, bare, gone, merged, one
from acquaint.check.mending.slips import COMMENT, SLIPS, Slip
from acquaint.load.documents import FENCE
from acquaint.messages import say
from acquaint.problems import Edit

_SENTENCES = ("bio", "headline", "ask_me_about", "working_on")
"""Fields so long that people go on in the next line."""
_REACH = (0, -1, -2, -3, 1)
"""Lines around the one of which the parser complains, in the order in which they are tried."""


def slips(case: Case) -> Iterator[Change]:
    """Each slip, in each of the lines around the fault, and then wherever else the same hand may have made it."""
    inside = case.matter
    for slip in SLIPS:
        near = [case.line + step for step in _REACH if case.line + step in inside]
        hits = [number for number in near if _change(slip, case, number) is not None]
        for number in hits:
            yield Change(one(number, _change(slip, case, number) or ""), slip.message)
        if hits and slip.often:
            everywhere = [(n, mended) for n in inside if (mended := _change(slip, case, n)) is not None]
            if len(everywhere) > 1:
                yield Change(merged(everywhere), slip.message)


def items_with_keys(case: Case) -> Iterator[Change]:
    """An entry with a day or an audience below it, whose text needs a key of its own."""
    for number in (case.line - 1, case.line, case.line - 2):
        match = re.fullmatch(r"(\s*-\s+)([^\s:\[{].*?)\s*", case.source.line(number))
        if match and re.match(r"\s+(?:for|since)\s*:", case.source.line(number + 1)):
            message = say("An entry with something below it names its text as well.")
            yield Change(one(number, f"{match[1]}text: {as_scalar(bare(match[2]))}"), message)


def continued(case: Case) -> Iterator[Change]:
    """A line that goes on with the text above it; nothing of it is repeated, it may have been meant as a field."""
    for number in (case.line, case.line - 1):
        above = re.match(r"([\w-]+):\s+[^\s\[{|>\"']", case.source.line(number - 1))
        if above and above[1] in _SENTENCES and number in case.matter:
            line = case.source.line(number)
            if line[:1].strip() and not re.match(r"[^:：]*[:：](?:\s|$)|-|#", line):
                message = say("This line goes on with the text above, so it begins with two spaces.")
                yield Change(one(number, f"  {line}"), message, is_sure=False)


def below_a_pipe(case: Case) -> Iterator[Change]:
    """A text that begins below its key, and at the left edge; as above, nothing of it is repeated."""
    for number in range(case.line - 1, max(0, case.line - 4), -1):
        if not re.fullmatch(r"[\w-]+\s*:\s*[|>][-+]?\s*", case.source.line(number)):
            continue
        end = number + 1
        while end in case.matter and not _is_known_key(case.source.line(end), case):
            end += 1
        while end > number + 1 and not case.source.line(end - 1).strip():
            end -= 1
        text = tuple(f"  {line}" if line.strip() else line for line in map(case.source.line, range(number + 1, end)))
        message = say("A text below its key begins with two spaces in every line.")
        yield Change((Edit(number + 1, end - 1, text),), message, is_sure=False)
        return


def commented(case: Case) -> Iterator[Change]:
    """A line that can't be read, left as a note."""
    for number in (case.line + step for step in _REACH if case.line + step in case.matter):
        if mended := _change(COMMENT, case, number):
            yield Change(one(number, mended), COMMENT.message)


def _change(slip: Slip, case: Case, number: int) -> str | None:
    line = case.source.line(number)
    if not line.strip() or line.lstrip().startswith("# "):
        return None
    mended = slip.change(line, case.known)
    return mended if mended != line else None


def alignment(case: Case) -> Iterator[Change]:
    """The line moved to where the ones around it begin."""
    line = case.source.line(case.line)
    here = len(line) - len(line.lstrip())
    widths = []
    for number in range(case.line - 1, max(0, case.line - 6), -1):
        above = case.source.line(number)
        if above.strip():
            widths += [len(above) - len(above.lstrip()), len(above) - len(above.lstrip()) + 2]
    block = case.entry(case.line)
    for width in dict.fromkeys(widths):
        # Anything else would become a part of the text above, whoever may see that.
        if width == here or not re.match(r"\s*(?:-\s|[\w-]+\s*:(?:\s|$))", line):
            continue
        lines = [case.source.line(n) for n in block]
        moved = [" " * width + text[here:] if text.strip() else text for text in lines]
        yield Change(
            (Edit(block.start, block.stop - 1, tuple(moved)),), say("This line doesn't begin where it should.")
        )


def merge_conflict(case: Case) -> Iterator[Change]:
    """One of the two versions that a merge left, the upper first."""
    lines = case.source.lines
    for start, line in enumerate(lines, start=1):
        if not line.startswith("<<<<<<<"):
            continue
        middle = next((n for n in range(start, len(lines) + 1) if lines[n - 1].startswith("=======")), None)
        end = next((n for n in range(start, len(lines) + 1) if lines[n - 1].startswith(">>>>>>>")), None)
        if middle and end and middle < end:
            yield Change((*gone(range(start, start + 1)), *gone(range(middle, end + 1))))
            yield Change((*gone(range(start, middle + 1)), *gone(range(end, end + 1))))


def second_document(case: Case) -> Iterator[Change]:
    """In a YAML file: the ending of a file with a text below its keys, the line of --- taken out, or all below it."""
    if case.source.path.endswith((".yml", ".yaml")):
        fix = say("Only in a file that ends in .md may a text stand below the keys.")
        yield Change((), fix=fix, ending=".md")
    fences = [n for n in case.matter if re.match(r"---(\s|$)", case.source.line(n)) and n > 1]
    for number in fences[:2]:
        yield Change(gone(range(number, number + 1)))
    for number in fences[:1]:
        yield Change(gone(range(number, len(case.source.lines) + 1)))


def fields_below(case: Case) -> Iterator[Change]:
    """Keys below the front matter: a second introduction taken out, or the --- that stands too early."""
    lines = case.source.lines
    closing = case.matter.stop
    between = [n for n in range(closing + 1, case.line) if lines[n - 1].rstrip() == FENCE]
    if between:
        message = say("A second introduction begins here, and a file holds one.")
        fix = say("Give the second one a file of its own.")
        yield Change(gone(range(between[0], len(lines) + 1)), message, fix)
    later = [n for n in range(case.line, len(lines) + 1) if lines[n - 1].rstrip() == FENCE]
    if later:
        yield Change(gone(range(closing, closing + 1)))
    end = next((n for n in range(case.line, len(lines) + 1) if not _belongs(lines[n - 1], case)), len(lines) + 1)
    yield Change((*gone(range(closing, closing + 1)), Edit(end, end - 1, (FENCE,))))


def _is_known_key(line: str, case: Case) -> bool:
    return line.partition(":")[0] in case.known and ":" in line


def _belongs(line: str, case: Case) -> bool:
    key = line.partition(":")[0]
    return key in case.known or line.startswith((" ", "- ", "#"))
