"""What YAML or a habit loses silently: told where it happened, because the value looks right to the machine."""

import re
from collections.abc import Container, Iterator

from acquaint.load.source import Source
from acquaint.messages import say
from acquaint.problems import Problems
from acquaint.tree import Mapping, Node, Scalar, Sequence, Span

# A comment has a space after its sign; `C #1 fan` and `#python` have none and were meant.
_STILL_TEMPLATE = say("This is still the template's text; nobody would learn anything from it.")
_OWN_TEXT = say("Write your own, or delete the line.")
_CUT = re.compile(r"\s+#[^\s#]")
_ENTRY = re.compile(r"\s+(?:[-*•]|[0-9]{1,2}[.)])\s")
_COMMA = re.compile("[，；、]")
_STRAY_COMMA = re.compile(r"\w[\"'”]?[,，、;；]$")
_HTML = re.compile(
    r"</?(?:table|t[rdh]|tbody|div|p|br|span|font|h[1-6]|ul|ol|li|html|body|head|img|center)\b[^>]*>", re.I
)
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)
_SMART_QUOTED = re.compile("[“„«「][^“”„«»「」]*[”“»」]")
_CLOSED_ONLY = re.compile(r"[^\"“„”‟«»]*[^\W\d][.!?]?[\"”]")
_PLACEHOLDER = re.compile(
    r"<(?![a-z]+://|mailto:)[^<>@]*[^\W\d_][^<>@]*>|lorem ipsum.*|your (?:full )?name(?: here)?", re.IGNORECASE
)


def scalars(node: Node) -> Iterator[Scalar]:
    """Every key and value of a tree, from top to bottom."""
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            for item in items:
                yield from scalars(item)
        case Mapping(entries=entries):
            for key, value in entries:
                yield key
                yield from scalars(value)


def lint(tree: Mapping, source: Source, problems: Problems, tag_fields: Container[str] = ()) -> None:
    """Report the silent losses and the leftovers of the template in `tree`."""
    for scalar in scalars(tree):
        if scalar.plain:
            _lint_plain(scalar, source, problems)
        if is_placeholder(scalar.text):
            problems.add("template-text", _STILL_TEMPLATE, source.path, scalar.span, fix=_OWN_TEXT)
    for scalar in _lists_run_together(tree, source, tag_fields):
        message = say("These lines were read as one text, because they aren't a list yet.")
        fix = say("Begin each entry with - in a line of its own.")
        problems.add("list-in-one-tag", message, source.path, scalar.span, fix=fix)
    for scalar in _ending_in_a_comma(tree, tag_fields):
        message = say("A comma stands at the end of this value and becomes part of it.")
        problems.add("stray-comma", message, source.path, scalar.span, fix=say("Delete the comma."))
    for key in _doubled_keys(tree):
        message = say("This key stands here a second time; one of the two values would be lost.")
        problems.add("duplicate-key", message, source.path, key.span, fix=say("Keep one of them."))
    for item in _lists_in_disguise(tree, tag_fields):
        message = say("Full-width punctuation separates nothing here, so this is one entry.")
        fix = say("Write {example} with the ordinary brackets and commas.", example="[one, two]")
        problems.add("fullwidth-punctuation", message, source.path, item.span, fix=fix)


def _lists_run_together(tree: Mapping, source: Source, tag_fields: Container[str]) -> Iterator[Scalar]:
    """Plain texts over several lines that look like entries: of tags any, elsewhere those with a sign in front."""
    for key, value in tree:
        if isinstance(value, Scalar) and value.plain and value.span.line < len(source.lines):
            here = source.line(value.span.line)[value.span.column - 1 :].strip()
            below = source.line(value.span.line + 1)
            goes_on = value.text.startswith(here) and len(value.text) > len(here) and below[:1].isspace()
            if goes_on and (key.text in tag_fields or _ENTRY.match(below)):
                yield value


def _ending_in_a_comma(tree: Mapping, tag_fields: Container[str]) -> Iterator[Scalar]:
    """Values that end in a comma; for tags another law tells."""
    for key, value in tree:
        if key.text not in tag_fields:
            yield from (scalar for scalar in scalars(value) if scalar.plain and _STRAY_COMMA.search(scalar.text))


def _doubled_keys(tree: Mapping) -> Iterator[Scalar]:
    """Keys that stand twice in a mapping below the top, whose own keys are told apart elsewhere."""
    for _, node in tree:
        for mapping in _mappings(node):
            seen: set[str] = set()
            for key, _ in mapping:
                folded = key.text.strip().casefold()
                if folded in seen:
                    yield key
                seen.add(folded)


def _mappings(node: Node) -> Iterator[Mapping]:
    match node:
        case Mapping(entries=entries):
            yield node
            for _, value in entries:
                yield from _mappings(value)
        case Sequence(items=items):
            for item in items:
                yield from _mappings(item)
        case _:
            return


def lint_prose(bio: Scalar | None, source: Source, problems: Problems) -> None:
    """Report each paragraph of an introduction that is the template's own."""
    for paragraph in re.finditer(r"(?:.+(?:\n|$))+", bio.text) if bio else ():
        if is_placeholder(" ".join(paragraph.group().split())):
            line = bio.span.line + bio.text.count("\n", 0, paragraph.start()) if bio else 1
            span = Span(line, 1, len(source.line(line)))
            problems.add("template-text", _STILL_TEMPLATE, source.path, span, fix=_OWN_TEXT)


def lint_markup(bio: Scalar | None, source: Source, problems: Problems) -> None:
    """Report HTML in an introduction, whose tags readers would see as the letters they are."""
    text = _CODE.sub(lambda code: " " * len(code[0]), bio.text) if bio else ""
    match = _HTML.search(text)
    if bio and match:
        line = bio.span.line + text.count("\n", 0, match.start())
        message = say("This is HTML, which isn’t shown as it was meant; an introduction is plain text or Markdown.")
        fix = say("Say it in words and Markdown.")
        problems.add("plain-markdown-only", message, source.path, Span(line, 1), fix=fix)


def is_placeholder(text: str) -> bool:
    """True for a text that a template holds in the place of one's own."""
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


def _lint_plain(scalar: Scalar, source: Source, problems: Problems) -> None:
    line = source.line(scalar.span.line)
    if _CUT.match(line, scalar.span.column - 1 + (scalar.span.length if scalar.text else 0)):
        message = say("What follows # counts as a comment and is lost.")
        fix = say("Put quotes around the value if # belongs to it: {example}", example='"… #…"')
        problems.add("comment-cut", message, source.path, scalar.span, fix=fix)
    if _CLOSED_ONLY.fullmatch(scalar.text):
        message = say("A quotation mark stands at the end of this text and none at its beginning.")
        problems.add("smart-quotes", message, source.path, scalar.span, fix=say("Delete the quotation mark."))
    if _SMART_QUOTED.fullmatch(scalar.text.strip()):
        message = say("These curly quotes become part of the text.")
        fix = say("Use straight quotes: {example}", example='"…"')
        problems.add("smart-quotes", message, source.path, scalar.span, fix=fix)


def _lists_in_disguise(tree: Mapping, tag_fields: Container[str]) -> Iterator[Scalar]:
    """Values in full-width brackets, and tags that are several words between full-width commas."""
    for key, value in tree:
        for scalar in scalars(value):
            several = key.text in tag_fields and len([part for part in _COMMA.split(scalar.text) if part.strip()]) > 1
            if scalar.plain and (several or scalar.text.startswith(("［", "｛"))):
                yield scalar
