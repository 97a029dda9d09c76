"""Why YAML can't be read: what the parser says, put as what its author most likely did. No value is ever repeated."""

import re
from dataclasses import dataclass

import yaml

from acquaint.load.source import Source
from acquaint.messages import Message, say
from acquaint.tree import Span

_KEY = re.compile(r"\s+[\w-]+(?=:)")
_FULL_WIDTH_KEY = re.compile(r"\s*(?:-\s+)?[^\s:：]+：")
_DASH_WITHOUT_SPACE = re.compile(r"\s*-[^\s-]")

# What libyaml says, and what it mostly means. The first that matches is told.
_HINTS: tuple[tuple[str, Message, Message | str], ...] = (
    (
        "found character that cannot start any token",
        say("A value can't begin with this character."),
        say("Put quotes around the value: {example}", example='"@ada"'),
    ),
    ("tab", say("A tab stands where spaces are needed."), say("Indent with spaces.")),
    (
        "mapping values are not allowed",
        say("A colon inside a value is taken for a key."),
        say("Put quotes around the value: {example}", example='"…: …"'),
    ),
    ("could not find expected ':'", say("A key lacks its colon, or a value goes on too far left."), "key: value"),
    ("did not find expected ',' or ']'", say("A list begun with [ isn't closed, or lacks a comma."), "[one, two]"),
    (
        "did not find expected ',' or '}'",
        say("Braces begun with {brace} aren't closed, or a comma is missing.", brace="{"),
        "{one: …, two: …}",
    ),
    (
        "unexpected end of stream",
        say("A quotation mark isn't closed."),
        say("Close the quotation: {example}", example='"…"'),
    ),
    (
        "unknown escape character",
        say("In double quotes a backslash begins an escape."),
        say("Use single quotes: {example}", example="'…'"),
    ),
    (
        "did not find expected key",
        say("The indentation doesn't fit, or text follows a closed quotation."),
        say("Align the keys."),
    ),
    (
        "did not find expected '-' indicator",
        say("An entry of this list isn't indented like the others."),
        say("Align the - signs."),
    ),
)
_COMPARE = say("Compare it with {file}.", file="members/_template.md")
_OPENED = ("or ']'", "or '}'", "unexpected end of stream")
"""Said far below the sign that was never closed; the parser's context is where it stands."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What to tell: a sentence, where, and what to write instead."""

    message: Message
    span: Span | None
    fix: Message | str


def diagnose(error: yaml.MarkedYAMLError, source: Source) -> Diagnosis:
    """The most likely slip behind `error`."""
    said = f"{error.context} {error.problem}"
    mark = error.problem_mark or error.context_mark
    if any(part in said for part in _OPENED) and error.context_mark:
        mark = error.context_mark
    if mark is None:
        return Diagnosis(say("YAML can't be read here."), None, _COMPARE)
    span = Span(mark.line + 1, mark.column + 1)
    found = _seen_in_the_lines(source, span)
    if found:
        return found
    hint = next((hint for hint in _HINTS if hint[0] in said), None)
    message, fix = hint[1:] if hint else (say("YAML can't be read from here on."), _COMPARE)
    return Diagnosis(message, span, fix)


def _seen_in_the_lines(source: Source, span: Span) -> Diagnosis | None:
    """Slips that show in the text itself, in the line of the error or just above it, where the parser misses them."""
    line = source.line(span.line)
    if "\t" in line[: span.column]:
        return Diagnosis(say("A tab stands here, where YAML takes spaces only."), span, say("Indent with spaces."))
    for number in range(max(1, span.line - 3), span.line + 1):
        if full_width := _FULL_WIDTH_KEY.match(source.line(number)):
            at = Span(number, full_width.end())
            fix = say("Write an ordinary colon and a space: {example}", example="city: …")
            return Diagnosis(say("This colon is full-width, so it ends no key."), at, fix)
        if dash := _DASH_WITHOUT_SPACE.match(source.line(number)):
            at = Span(number, dash.end() - 1)
            return Diagnosis(say("The - of a list needs a space behind it."), at, "- Python")
    if (key := _KEY.match(line)) and key.end() in (span.column - 1, span.column):
        message = say("This line is indented, so it is taken for a part of the one above.")
        return Diagnosis(message, Span(span.line, 1), say("Begin it at the left edge."))
    if (comma := re.search(r"[\]}\"'],\s*$", source.line(span.line - 1) + "\n")) or re.search(r"[\]}\"'],\s*$", line):
        number = span.line - 1 if comma else span.line
        column = source.line(number).rstrip().rfind(",") + 1
        message = say("A comma stands behind a value that is complete.")
        return Diagnosis(message, Span(number, column), say("Delete the comma."))
    return None
