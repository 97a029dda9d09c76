"""What somebody sent, as a draft and a file to be: a message from the join page, the page's file, or an issue."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from acquaint.arrivals.judging import Judged, draft_of
from acquaint.check import redact
from acquaint.config import Community
from acquaint.drafting.draft import Draft
from acquaint.drafting.file import to_file
from acquaint.drafting.issue import PATH as ISSUE
from acquaint.drafting.issue import from_issue
from acquaint.drafting.received import from_message
from acquaint.drafting.sections import PATH as MESSAGE
from acquaint.drafting.sections import Section, cut
from acquaint.load.source import MOST_BYTES, Source, decode
from acquaint.messages import say
from acquaint.problems import Problem, Problems
from acquaint.tree import Span

_FILES = (".md", ".yml", ".yaml")
_COPY = re.compile(r"\s*\(\d+\)$")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_KEY = re.compile(r"[^\[\]［］【】〔〕]*[\[［【〔][^\[\]［］【】〔〕]{1,80}[\]］】〕]")


@dataclass(frozen=True, slots=True)
class Arrived:
    """What was understood of something sent: `draft` is None if it can't be told what it says.

    `text` is the file as it was sent, "" if it wasn't one. `sent` is the message that problems are looked up in,
    `name` what it is called, and `ending` that of the file to be.
    """

    handle: str
    draft: Draft | None
    text: str
    problems: tuple[Problem, ...]
    sent: str = ""
    name: str = MESSAGE
    ending: str = ".md"

    @property
    def understood(self) -> tuple[str, ...]:
        """The keys of the answers that can be told apart in a message."""
        found = cut(self.sent, Problems()) if self.sent else None
        return tuple(dict.fromkeys(section.key.partition(".")[0].lower() for section in found[1])) if found else ()

    def as_file(self, community: Community) -> str:
        """The file of members/ that is to be: what was sent, if it was one."""
        return self.text or (to_file(self.draft, community, is_yaml=self.is_yaml) if self.draft else "")

    @property
    def is_yaml(self) -> bool:
        """True if the file to be is YAML alone."""
        return self.ending != ".md"


def receive(content: bytes, name: str, community: Community) -> Arrived:
    """A message or a file called `name` ("" if it came without a name)."""
    problems = Problems()
    text = content.decode("utf-16" if content[:2] in _UTF16 else "utf-8-sig", errors="replace")
    starts_as_file = text.lstrip("\ufeff \t\r\n").startswith("---")
    is_message = not starts_as_file and cut(text, Problems()) is not None
    if is_message or not (starts_as_file or name.endswith(_FILES)):
        draft = from_message(text, community, problems)
        return Arrived(draft.handle if draft else "", draft, "", redact(problems), text)
    source = None
    if len(content) <= MOST_BYTES:
        source = decode(content, name or MESSAGE, problems)
    else:
        too_large = say("This file is larger than {n} KiB; no introduction needs as much.", n=MOST_BYTES // 1024)
        problems.add("file-too-large", too_large, name or MESSAGE)
    if source is None:
        return Arrived("", None, "", redact(problems))
    ending = ".yml" if name.endswith((".yml", ".yaml")) else ".md"
    source = Source.of(f"{handle_in(name)}{ending}", f"{source.text.rstrip()}\n")
    draft = draft_of(source, community, problems)
    found = tuple(replace(problem, path=name or MESSAGE) for problem in redact(problems))
    return Arrived(handle_in(name), draft, source.text, found, name=name or MESSAGE, ending=ending)


def receive_issue(content: bytes, community: Community) -> Arrived:
    """The introduction in the event of an issue, as a forge's runner leaves it in a file."""
    problems = Problems()
    try:
        event = json.loads(content)
    except (ValueError, RecursionError):
        event = None
    issue = event.get("issue") if isinstance(event, dict) else None
    body = issue.get("body") if isinstance(issue, dict) else None
    if not isinstance(body, str):
        problems.add("wrong-type", say("This is no event of an issue with a text in it."), ISSUE)
        return Arrived("", None, "", redact(problems), name=ISSUE)
    draft = from_issue(body, community, problems)
    return Arrived(draft.handle if draft else "", draft, "", redact(problems), body, ISSUE)


def handle_in(name: str) -> str:
    """The handle that a file's name gives: `Quill (1).md.txt` was meant as quill. It may be none."""
    stem = PurePath(name).name
    while PurePath(stem).suffix.lower() in (*_FILES, ".txt"):
        stem = PurePath(stem).stem
    return _COPY.sub("", stem).strip().removeprefix("@").lower()


def looked_up(judged: Judged, arrived: Arrived) -> tuple[Problem, ...]:
    """The problems of the file to be, at their places in what was sent."""
    if arrived.text:
        return tuple(replace(problem, path=arrived.name) for problem in judged.problems)
    found = cut(arrived.sent, Problems()) if arrived.name == MESSAGE else None
    sections = found[1] if found else []
    lines = arrived.sent.split("\n")
    told = (_looked_up(replace(problem, path=arrived.name), judged, sections, lines) for problem in judged.problems)
    return tuple(sorted(told, key=lambda problem: problem.order))


def _looked_up(problem: Problem, judged: Judged, sections: list[Section], lines: list[str]) -> Problem:
    field = field_at(judged, problem.span.line) if problem.span else ""
    written = judged.source.line(problem.span.line) if problem.span else ""
    places = [place for section in sections if section.key.partition(".")[0] == field for place in _places(section)]
    asked = (number for number, line in enumerate(lines, start=1) if field and f"[{field}]" in line)
    usual = places[0][0] if places else next(asked, 0)
    line = next((number for number, text in places if text and text in written), usual)
    label = _KEY.match(lines[line - 1]) if line else None
    # The value isn't shown again: who may read the line isn't known here.
    snippet = f"{label.group()}: …" if label else None
    return replace(problem, span=Span(line, 1) if line else None, snippet=snippet, mend=None)


def _places(section: Section) -> Iterable[tuple[int, str]]:
    return [*section.entries, (section.line, section.value)]


def field_at(judged: Judged, line: int) -> str:
    """The field that a line of the file to be belongs to, "" if there is none."""
    spans = judged.record.spans if judged.record else {}
    above = [(span.line, name) for name, span in spans.items() if span.line <= line]
    return max(above)[1] if above else ""
