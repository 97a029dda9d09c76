"""Private values masked in everything that is told: lines are shown by what is known to be public, not the reverse."""

import re
from collections.abc import Iterable

from acquaint.config import Community
from acquaint.fields.contacts import KINDS
from acquaint.fields.languages import parse_tag
from acquaint.fields.reading import MASK
from acquaint.load.documents import FENCE
from acquaint.load.member import STEERING
from acquaint.load.source import Source
from acquaint.messages import Message
from acquaint.patterns import lazy
from acquaint.privacy import contacts_of, withholder_of
from acquaint.problems import Problem, RawProblem
from acquaint.records import MemberRecord
from acquaint.values import Audience, Items

_KEY = lazy(r"([\w-]+)(\s*:)(?=\s|$)")
_INNER = "|".join((*KINDS, "text", "since", "for"))
_INNER_KEY = lazy(rf"(?:^\s*|[{{,]\s*)((?:-\s+)?(?:(?:{_INNER})(?=:\s)|(?<=-\s)))")
"""Keys below the left edge that a schema names, not a person; and the sign of an entry."""
_COMMENT = lazy(r"(?:^|\s)#.*")
_QUOTED = lazy(r"(?<=[\s\[{,])(?:\"[^\"]*\"|'[^']*')(?=\s*(?:[,\]}]|$))")
_DISGUISE = lazy(r"\\|&#?\w+;|\w[*_`]+\w")
_STRUCTURE = frozenset("[]{},:'\"#")
_SIGNS = {"contact": frozenset("@.+"), "birthday": frozenset("-./")}
"""What shows how a value is written, and nothing of what it says."""
_NO_VALUES = frozenset({"listing", "private", "public", "lang"})
"""Keys whose values are choices and names of fields."""


def as_found(problem: RawProblem) -> Problem:
    """`problem` about something in which nothing is private: settings, a name of a file, what the asker sent."""
    return Problem(
        law=problem.law,
        message=problem.message,
        path=problem.path,
        span=problem.span,
        fix=problem.fix,
        meant=problem.meant,
        mend=problem.mend,
    )


class Mask:
    """What of one file may be repeated."""

    def __init__(self, source: Source, record: MemberRecord | None, community: Community, wrong: set[int]) -> None:
        self._source, self._record, self._wrong = source, record, wrong
        # What can't be read can't be looked for in the rest of the file either.
        self._is_blind = record is not None and bool(record.unread & {"name", "company", "contact"})
        self._is_settings = source.path == "community.yml"
        self._spans: list[tuple[int, int]] | None = None
        self._known = {*community.fields, *STEERING}
        self._withholder = withholder_of(record) if record else None
        self._own = [contact.value for _, contact, is_open in contacts_of(record) if not is_open] if record else []

    def over(self, problem: RawProblem) -> Problem:
        """`problem` with its line, masked."""
        snippet = self.line(problem.span.line) if problem.span and problem.span.line > 0 else None
        hides = not self._is_settings
        return Problem(
            law=problem.law,
            message=problem.message.quoting(self._text) if hides else problem.message,
            path=problem.path,
            span=problem.span,
            fix=problem.fix if not hides or self._may_tell(problem.fix) else None,
            meant=problem.meant if not hides or self._may_tell(problem.meant) else None,
            snippet=snippet,
            mend=problem.mend,
        )

    def _may_tell(self, advice: Message | str | None) -> bool:
        """True if nothing in `advice` would be masked: what had to be masked can't be followed."""
        texts = advice.filled if isinstance(advice, Message) else (advice or "",)
        return self._is_blind or all(self._text(text) == text for text in texts)

    def _text(self, text: str) -> str:
        """`text` without the member's own private name, company and contacts; the handle stays, it is public."""
        if self._is_blind and text:
            return MASK
        for value in self._own:
            text = re.sub(re.escape(value), MASK, text, flags=re.IGNORECASE)
        if self._withholder is None or self._record is None:
            return text
        handles = [match.span() for match in re.finditer(re.escape(self._record.handle), text)]
        found = [(f.start, f.end) for f in self._withholder.findings(text, "en") if f.kind != "contact"]
        return _blot(text, [span for span in found if not any(_meet(span, handle) for handle in handles)], MASK)

    def line(self, number: int) -> str:
        """A line of the file: a known key, and what is known to be for everyone; all else is dots."""
        line = self._source.line(number)
        if self._is_settings or line == FENCE:
            return line
        field, begins = self._field_at(number)
        key = _KEY.match(line) if begins else None
        start = key.end() if key else 0
        if field in _NO_VALUES:
            return line[:start] + self._steering(line[start:], is_lang=field == "lang")
        if field is None or not self._is_public(field):
            return line[:start] + _dotted(line[start:], _SIGNS.get(field or "", frozenset()))
        return line[:start] + self._public(number, start, is_prose=field == "bio")

    def _field_at(self, number: int) -> tuple[str | None, bool]:
        """The top-level key that line `number` belongs to, and whether the line begins it."""
        if self._in_body(number):
            return "bio", False
        for above in range(number, 0, -1):
            line = self._source.line(above)
            key = _KEY.match(line)
            if key is None and line[:1].strip() and not line.startswith(("-", "#", "]", "}")):
                return None, False
            if key is None:
                continue
            name = key.group(1)
            # A known key that isn't where the reader found it is a second one, or stands inside another's value.
            stands = self._record is None or name not in self._record.spans or self._record.spans[name].line == above
            return (name, above == number) if name in self._known and stands else (None, False)
        return None, False

    def _in_body(self, number: int) -> bool:
        body = self._record.spans.get("bio") if self._record and self._source.path.endswith(".md") else None
        return body is not None and number >= body.line and not _KEY.match(self._source.line(body.line))

    def _is_public(self, field: str) -> bool:
        """A broken file says nothing about who may see what, so nothing of it is public."""
        if self._record is None or self._is_blind or self._record.audience(field) is not Audience.EVERYONE:
            return False
        if any(self._field_at(line)[0] == field for line in self._wrong):
            return False
        value = self._record.values.get(field)
        items: Iterable[Audience] = (item.audience for item in value.items) if isinstance(value, Items) else ()
        # Nothing was read, so nobody knows what it is: it may be what another field was meant to hold.
        return value is not None and all(audience is Audience.EVERYONE for audience in items)

    def _steering(self, text: str, *, is_lang: bool) -> str:
        """Names of fields, choices and tags of languages as they are, anything else as dots."""
        words = self._known | {"everyone", "members", "nobody", *(f"contact.{kind}" for kind in KINDS)}

        def shown(match: re.Match[str]) -> str:
            word = match.group()
            return word if word in words or (is_lang and parse_tag(word)) else _dots(word)

        return re.sub(r"[\w.@+-]+", shown, text)

    def _public(self, number: int, start: int, *, is_prose: bool) -> str:
        """Line `number` from `start` on, with dots for a comment and for whatever would be withheld from strangers."""
        line = self._source.line(number)
        plain = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), line)
        comment = None if is_prose else _COMMENT.search(plain, start)
        end = comment.start() + 2 if comment else len(line)
        return _blot(line, self._withheld(number, start), None)[start:end] + _dots(line[end:])

    def _withheld(self, number: int, start: int) -> list[tuple[int, int]]:
        """What would be withheld, as columns of line `number`; a phrase may begin in one line and end in the next."""
        if self._spans is None:
            text = self._source.text
            found = [(f.start, f.end) for f in self._withholder.findings(text, "en")] if self._withholder else []
            for value in self._own:
                found += [match.span() for match in re.finditer(re.escape(value), text, re.IGNORECASE)]
            self._spans = found
        line = self._source.line(number)
        if _DISGUISE.search(line, start):
            # Escapes and emphasis may hide a value from the search, but not from a reader.
            return [word.span() for word in re.finditer(r"\S+", line)]
        begin = sum(len(above) + 1 for above in self._source.lines[: number - 1])
        here = (begin, begin + len(line))
        spans = [(max(s, here[0]) - begin, min(e, here[1]) - begin) for s, e in self._spans if _meet((s, e), here)]
        # A line by itself may tell what the text around it hid from the search.
        return spans + [(f.start, f.end) for f in self._withholder.findings(line, "en")] if self._withholder else spans


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """True if two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def _dots(text: str) -> str:
    """`text` with everything but its blanks and YAML's own signs as dots: as long as before, so that a caret fits."""
    return "".join(c if c.isspace() or c in _STRUCTURE else "•" for c in text)


def _dotted(text: str, signs: frozenset[str]) -> str:
    """`text` as dots but for its structure: `signs`, the - of an entry, keys whose names are the same for everybody."""
    kept = [match.span(1) for match in _INNER_KEY.finditer(text)]
    dots = [sign if sign in signs else dot for sign, dot in zip(text, _dots(text), strict=True)]
    for start, end in kept:
        dots[start:end] = text[start:end]
    return "".join(dots)


def _blot(text: str, spans: Iterable[tuple[int, int]], mask: str | None) -> str:
    """`text` with each span as `mask`, or as dots of the same length."""
    if mask is None:
        for start, end in spans:
            text = text[:start] + "•" * (end - start) + text[end:]
        return text
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + mask + text[end:]
    return text
