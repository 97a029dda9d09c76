"""What strangers see of a member, as a card for a terminal, with a note of what was kept back."""

import re
from collections import Counter
from collections.abc import Iterator

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.check.report import cells, printable
from acquaint.messages import Message, Quoted, count, say, told
from acquaint.preview.rows import Row
from acquaint.preview.seen import Kept, Seen

LABELS = 22
"""Columns that labels take at most; a longer one has a line to itself."""
PROSE = 300
"""Characters of a longer text that a card shows."""
_ELSEWHERE = ("nickname", "headline", "bio", "sort_as")
"""Fields with a place of their own on the card, or with none."""
# A run of blanks, a word, or one letter of a script without blanks; brackets and stops stay with their neighbour.
_PIECE = re.compile(
    r"\s+|[(（\[「『《“‘]*(?:[^\s\u1100-\u11ff\u2e80-\uffdc]+|[^\s])[)）\]」』》”’，。、；：！？,.;:!?]*"
)


def as_text(seen: Seen, catalogue: Catalogue = ENGLISH, width: int = 80) -> str:
    """The card and the notes below it, in lines of at most `width` columns, without anything that steers a terminal."""
    if not seen.is_public:
        return "\n".join(wrapped(printable(seen.listed.told(catalogue)), width))
    card = ["╭─", *(f"│ {line}".rstrip() for line in _card(seen, catalogue, width - 2)), "╰─"]
    notes = [line for note in _notes(seen, catalogue) for line in wrapped(printable(note.told(catalogue)), width)]
    return "\n".join([*card, *notes])


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken at blanks and between the letters of Chinese and the like."""
    lines, line = [], ""
    for piece in _PIECE.findall(text):
        if line and not piece.isspace() and cells(line + piece) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or not piece.isspace() else ""
        while cells(line) > max(width, 2) + 2:
            cut = next(at for at in range(len(line), 0, -1) if cells(line[:at]) <= max(width, 2))
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _card(seen: Seen, catalogue: Catalogue, width: int) -> Iterator[str]:
    rows = {row.field: row for row in seen.rows}
    handle = f"@{seen.handle}"
    yield from wrapped(printable(handle if seen.name == handle else f"{seen.name}  {handle}"), width)
    if "headline" in rows:
        yield from wrapped(printable(rows["headline"].text), width)
    listed = [row for row in seen.rows if row.field not in _ELSEWHERE]
    wide = min(LABELS, max((cells(printable(row.label)) for row in listed), default=0))
    for row in listed:
        yield from ("", *_lines(row, wide, width)) if row is listed[0] else _lines(row, wide, width)
    if "bio" in rows:
        yield ""
        yield from (part for line in _beginning(rows["bio"].text) for part in wrapped(printable(line), width))
    if not seen.rows:
        yield from wrapped(say("So far strangers see the handle and nothing else.").told(catalogue), width)


def _lines(row: Row, wide: int, width: int) -> Iterator[str]:
    """The label, and beside it the entries, each wrapped below itself."""
    label = printable(row.label)
    if cells(label) > wide:
        yield from wrapped(label, width)
        label = ""
    indent = " " * wide + "  "
    entries = row.text.split("\n")
    mark = "· " if len(entries) > 1 else ""
    for entry in entries:
        lines = wrapped(printable(entry), max(20, width - wide - 2 - len(mark)))
        for line in (f"{mark}{lines[0]}", *(f"{' ' * len(mark)}{line}" for line in lines[1:])):
            yield f"{label}{' ' * (wide - cells(label))}  {line}" if label else f"{indent}{line}"
            label = ""


def _beginning(text: str) -> list[str]:
    """The first paragraphs of `text`, with an ellipsis where more follows."""
    lines = [line.strip() for line in text.strip()[:PROSE].split("\n")]
    if len(text.strip()) > PROSE:
        lines[-1] = f"{lines[-1].rpartition(' ')[0] or lines[-1]} …"
    return lines


def _notes(seen: Seen, catalogue: Catalogue) -> Iterator[Message]:
    private = tuple(told(phrase, catalogue) for phrase in _private(seen))
    if private:
        yield say("Only members see: {fields}.", fields=private)
    for one in seen.withheld:
        match one.kept:
            case Kept.GONE:
                yield say("Strangers don't see an entry of {field}: {why}.", field=one.label, why=one.why)
            case Kept.ALTERED:
                sentence = Quoted(one.text)
                why = one.why
                yield say(
                    "{field} repeats {what}. Strangers will read: {sentence}",
                    field=one.label,
                    what=why,
                    sentence=sentence,
                )


def _private(seen: Seen) -> Iterator[Message | str]:
    """What only members see, by the names of the fields, each once."""
    shown = {row.field for row in seen.rows}
    held = [one for one in seen.withheld if one.kept is Kept.PRIVATE]
    numbers = Counter((one.field, one.label) for one in held)
    for (field, label), number in numbers.items():
        if field in shown:
            yield count("{n} entry of {field}", "{n} entries of {field}", number, field=label)
        elif number > 1:
            yield say("{field} ({n})", field=label, n=number)
        else:
            yield label
