"""Keys that nobody knows, stand twice, or stand where they can't: renamed, moved to where they belong, or taken out."""

import re
from collections.abc import Iterator

from acquaint.check.mending.case import Case, Change, as_scalar, bare, gone, merged, one
from acquaint.check.mending.slips import SLIPS
from acquaint.fields.contacts import KINDS
from acquaint.fields.names import name_key
from acquaint.load.keys import is_slip, meant_key, usual_key
from acquaint.messages import Message, say
from acquaint.problems import Edit
from acquaint.tree import Span

ALSO_CALLED = {
    "邮箱": "email", "电子邮件": "email", "电话": "phone", "手机": "mobile", "微信": "wechat", "telefon": "phone",
    "tel": "phone", "mail": "email", "handy": "mobile", "mobil": "mobile", "emailaddress": "email", "twitter": "other",
    "phonenumber": "phone", "telephone": "phone",
}  # fmt: skip
"""Kinds of contact by what people call them, folded as names are."""


def renamed(case: Case) -> Iterator[Change]:
    """The key as it is called here, with what belongs to it."""
    key, span = _key(case)
    names = _names(case)
    meant = (
        case.problem.meant or (ALSO_CALLED.get(name_key(key)) if "email" in names else None) or meant_key(key, names)
    )
    if meant and span:
        if span.column == 1:
            yield from _all_renamed(case)
        line = case.source.line(span.line)
        new = line[: span.column - 1] + meant + line[span.column - 1 + span.length :]
        is_sure = usual_key(key, (meant,)) == meant or is_slip(key, meant)
        yield Change(one(span.line, new), is_sure=is_sure)


def _all_renamed(case: Case) -> Iterator[Change]:
    """Whoever wrote one key in capitals or in another language did so with the next."""
    renamed = []
    for number in case.matter:
        match = re.match(r"([^\s:#-][^:#]*?)(\s*:(?:\s.*|$))", case.source.line(number))
        if match and match[1] not in case.known:
            meant = usual_key(match[1], case.known) or meant_key(match[1], case.known)
            if meant in case.known and (usual_key(match[1], (meant,)) == meant or is_slip(match[1], meant)):
                renamed.append((number, f"{meant}{match[2]}"))
    if len(renamed) > 1:
        yield Change(merged(renamed))


def moved(case: Case) -> Iterator[Change]:
    """A way to reach somebody, or an address, that stands at the left edge: into `contact` or `links`."""
    key, span = _key(case)
    line = case.source.line(case.line)
    match = re.fullmatch(r"[^:]*:\s+(\S.*?)\s*", line)
    if match is None or span is None or span.column > 1:
        return
    folded = name_key(key)
    kind = folded if folded in KINDS else ALSO_CALLED.get(folded, "")
    value = as_scalar(bare(match[1]), in_flow=True)
    is_address = re.match(r"(https?://|www\.)", bare(match[1])) is not None
    for field, entry in (("links", f"{as_scalar(key, in_flow=True)}: {value}"), ("contact", f"{kind}: {value}")):
        if (field == "links") != is_address or not (kind or is_address):
            continue
        yield Change(one(case.line, f"{field}: {{{entry}}}"))
        yield from _into(case, field, entry)


def _into(case: Case, field: str, entry: str) -> Iterator[Change]:
    """The line taken out, and `entry` put into what stands under `field` already."""
    for number in case.matter:
        line = case.source.line(number)
        if not re.match(rf"{field}\s*:", line):
            continue
        if "{" in line:
            at = Edit(number, number, (line.replace("{", f"{{{entry}, ", 1),))
        else:
            below = case.source.line(number + 1)
            at = Edit(number + 1, number, (f"{' ' * max(2, len(below) - len(below.lstrip()))}{entry}",))
        yield Change(tuple(sorted((at, *gone(case.entry(case.line))), key=lambda edit: edit.first)))


def one_more(case: Case) -> Iterator[Change]:
    """Slips that make a key unknown: a blank, a sign or a width in it."""
    line = case.source.line(case.line)
    for slip in SLIPS:
        mended = slip.change(line, case.known)
        if mended and mended != line and not mended.startswith("#"):
            yield Change(one(case.line, mended), slip.message)


def indented_below(case: Case) -> Iterator[Change]:
    """Keys that belong under the one above, moved there."""
    above = case.source.line(case.line - 1)
    if not re.match(r"[\w-]+\s*:\s*$|\s+\S", above):
        return
    last = case.line
    while last + 1 in case.matter and re.match(r"[\w-]+:\s", case.source.line(last + 1)):
        if case.source.line(last + 1).partition(":")[0] in case.known:
            break
        last += 1
    lines = tuple(f"  {case.source.line(n)}" for n in range(case.line, last + 1))
    yield Change(
        (Edit(case.line, last, lines),), say("This line belongs to the one above, so it begins with two spaces.")
    )


def template_line(case: Case) -> Iterator[Change]:
    """A line, or a list in brackets, that holds nothing but the template's own words."""
    line = case.source.line(case.line)
    left = re.sub(r"<[^<>]*>", "", re.sub(r"^\s*(?:-\s+)?(?:[\w-]+\s*:)?", "", line).partition(" #")[0])
    if case.line in case.matter and not re.search(r"\w", left):
        yield Change(gone(case.entry(case.line)))


def taken_out(case: Case) -> Iterator[Change]:
    """What can't stay: one line and what hangs on it, else all that stands under the field."""
    line = case.source.line(case.line)
    span = case.problem.span
    # Whoever deletes what was to be hidden shows it.
    is_hiding = case.field()[0] == "private" and case.problem.law.slug in ("wrong-type", "unknown-field")
    if case.line not in case.matter or not line.strip() or is_hiding:
        return
    depth = case.flow_depth(span.column) if span else 0
    if depth and span:
        yield from _out_of_brackets(case, span)
    if re.match(r"\s*(?:-\s|[^\s:]+\s*:(?:\s|$))", line):
        yield Change(gone(case.entry(case.line)))
    name, number = case.field()
    if name:
        yield Change(gone(case.entry(number)))


def set_aside(case: Case) -> Iterator[Change]:
    """What nobody knows a place for, kept as a note: none of the member's words is lost."""
    span = case.problem.span
    line = case.source.line(case.line)
    if case.line not in case.matter or not line.strip() or case.field()[0] == "private":
        return
    if span and case.flow_depth(span.column):
        yield from _out_of_brackets(case, span)
    if re.match(r"\s*(?:-\s|[^\s:]+\s*:(?:\s|$))", line):
        block = case.entry(case.line)
        kept = tuple(re.sub(r"^(\s*)(?=\S)", r"\1# ", case.source.line(number)) for number in block)
        # The names of all fields, where those are told, are of more help.
        fix = None if isinstance(case.problem.fix, Message) else AS_NOTE
        yield Change((Edit(block.start, block.stop - 1, kept),), fix=fix, is_sure=False)


AS_NOTE = say("With # in front it is a note to yourself, which no page shows; put it where it belongs when you can.")


def _out_of_brackets(case: Case, span: Span) -> Iterator[Change]:
    """One entry of a list or of a mapping in brackets, with the comma beside it."""
    line = case.source.line(span.line)
    start, end = span.column - 1, span.column - 1 + span.length
    head, tail = line[:start], line[end:]
    head = re.sub(r"(,\s*|(?<=[\[{]))(?:\"[^\"]*\"|[\w .@+-]+):\s+$", r"\1", head)
    tail = re.sub(r"^:\s+(?:\"[^\"]*\"|'[^']*'|[^,\[\]{}]+)", "", tail)
    if head.rstrip().endswith(","):
        yield Change(one(span.line, re.sub(r",\s*$", "", head) + tail))
    elif tail.lstrip().startswith(","):
        yield Change(one(span.line, head + re.sub(r"^\s*,\s*", "", tail)))


def _names(case: Case) -> list[str]:
    """Keys that the line may hold: fields at the left edge, kinds of contact below it."""
    name, number = case.field()
    if number != case.line and case.kind(name) == "contact":
        return [*KINDS]
    return sorted(case.known)


def _key(case: Case) -> tuple[str, Span | None]:
    span = case.problem.span
    if span is None:
        return "", None
    return bare(case.source.line(span.line)[span.column - 1 : span.column - 1 + span.length]), span
