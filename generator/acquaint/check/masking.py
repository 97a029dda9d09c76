"""Private values masked in everything that is told: lines are shown by what is known to be public, not the reverse."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from acquaint.config import Community
from acquaint.fields.reading import MASK
from acquaint.load import Loaded
from acquaint.load.member import STEERING
from acquaint.load.source import Source
from acquaint.privacy import contacts_of, person_of
from acquaint.problems import Problem, Problems
from acquaint.records import MemberRecord
from acquaint.tree import Span
from acquaint.values import Audience, Items
from acquaint.withhold import Withholder

_KEY = re.compile(r"([\w-]+)(\s*:)(?=\s|$)")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_QUOTED = re.compile("“([^”]*)”")
_STRUCTURE = frozenset("[]{},:'\"#")
_NO_VALUES = frozenset({"listing", "private", "public", "lang"})
"""Keys whose values are choices and names of fields."""


def masked(problems: Problems, loaded: Loaded) -> tuple[Problem, ...]:
    """All problems in order, each with its line, private values masked in line, message and fix."""
    records = {record.path: record for record in loaded.records}
    masks = {path: _Mask(source, records.get(path), loaded.community) for path, source in loaded.sources.items()}
    return tuple(masks[p.path].over(p) if p.path in masks else p for p in problems)


class _Mask:
    """What of one file may be repeated."""

    def __init__(self, source: Source, record: MemberRecord | None, community: Community) -> None:
        self._source, self._record = source, record
        self._is_settings = source.path == "community.yml"
        self._known = {*community.fields, *STEERING}
        self._withholder = Withholder(person_of(record)) if record else None
        self._own = [contact.value for _, contact, is_open in contacts_of(record) if not is_open] if record else []

    def over(self, problem: Problem) -> Problem:
        """`problem` with its line, masked."""
        snippet = self._line(problem.span.line) if problem.span and problem.span.line > 0 else None
        if self._is_settings:
            return replace(problem, snippet=snippet)
        return replace(
            problem,
            message=_QUOTED.sub(lambda match: f"“{self._text(match.group(1))}”", problem.message),
            fix=self._text(problem.fix) if problem.fix else None,
            meant=self._text(problem.meant) if problem.meant else None,
            snippet=snippet,
        )

    def _text(self, text: str) -> str:
        """`text` without the member's own private name, company and contacts."""
        for value in self._own:
            text = text.replace(value, MASK)
        spans = (
            [(f.start, f.end) for f in self._withholder.findings(text, "en") if f.kind != "contact"]
            if self._withholder
            else []
        )
        return _blot(text, spans, MASK)

    def _line(self, number: int) -> str:
        """A line of the file: a known key, and what is known to be for everyone; all else is dots."""
        line = self._source.line(number)
        if self._is_settings:
            return line
        field, begins = self._field_at(number)
        key = _KEY.match(line) if begins else None
        start = key.end() if key else 0
        if field in _NO_VALUES and self._record:
            return line[:start] + self._steering(line[start:])
        if field is None or not self._is_public(field):
            return line[:start] + _dots(line[start:])
        return line[:start] + self._public(line[start:], is_prose=field == "bio")

    def _field_at(self, number: int) -> tuple[str | None, bool]:
        """The top-level key that line `number` belongs to, and whether the line begins it."""
        if self._in_body(number):
            return "bio", False
        for above in range(number, 0, -1):
            line = self._source.line(above)
            key = _KEY.match(line)
            if key is None and line[:1].strip() and not line.startswith(("-", "#", "]", "}")):
                return None, False
            name = key.group(1) if key else None
            if name and (
                self._record is None or name not in self._record.spans or self._record.spans[name].line == above
            ):
                return (name, above == number) if name in self._known else (None, False)
        return None, False

    def _in_body(self, number: int) -> bool:
        body = self._record.spans.get("bio") if self._record and self._source.path.endswith(".md") else None
        return body is not None and number >= body.line and not _KEY.match(self._source.line(body.line))

    def _is_public(self, field: str) -> bool:
        """A broken file says nothing about who may see what, so nothing of it is public."""
        if self._record is None or self._record.audience(field) is not Audience.EVERYONE:
            return False
        value = self._record.values.get(field)
        items: Iterable[Audience] = (item.audience for item in value.items) if isinstance(value, Items) else ()
        # Nothing was read, so nobody knows what it is: it may be what another field was meant to hold.
        return value is not None and all(audience is Audience.EVERYONE for audience in items)

    def _steering(self, text: str) -> str:
        """Names of fields and choices as they are, anything else as dots."""
        words = self._known | {"everyone", "members", "nobody", "contact"}
        return re.sub(
            r"[\w.@+-]+", lambda m: m.group() if m.group().partition(".")[0] in words else _dots(m.group()), text
        )

    def _public(self, text: str, *, is_prose: bool) -> str:
        if not is_prose and (comment := _COMMENT.search(text)):
            text = text[: comment.start() + 2] + _dots(text[comment.start() + 2 :])
        spans = [(f.start, f.end) for f in self._withholder.findings(text, "en")] if self._withholder else []
        for value in self._own:
            spans += [(m.start(), m.end()) for m in re.finditer(re.escape(value), text, re.IGNORECASE)]
        return _blot(text, spans, None)


def _dots(text: str) -> str:
    """`text` with everything but its blanks and YAML's own signs as dots: as long as before, so that a caret fits."""
    return "".join(c if c.isspace() or c in _STRUCTURE else "•" for c in text)


def _blot(text: str, spans: Iterable[tuple[int, int]], mask: str | None) -> str:
    """`text` with each span as `mask`, or as dots of the same length."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + (mask if mask is not None else "•" * (end - start)) + text[end:]
    return text


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
