"""A message cut into its answers, line by line, as far as chats left them to be told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from acquaint.drafting.draft import without_hidden
from acquaint.drafting.grammar import CLOSE, OPEN, straight
from acquaint.messages import Message, say
from acquaint.problems import Problems
from acquaint.tree import Span

PATH = "message"
"""What problems of a message are told under."""
MOST = 65_536
"""Characters; as much as a file may have."""

_QUOTING = re.compile(r"(?:[\s\u200b-\u200f\u2060]*[>＞])*[\s\u200b-\u200f\u2060]*")
_EMPHASIS = re.compile(r"([*_~`]{1,3})(.*)\1")
_TEXT = re.compile(r"\\?[|｜│¦]\s?(.*)")
_ENTRY = re.compile(r"(?:[-*+•·◦▪‣–—]\s*)?([0-9０-９]{1,3})\s*\\?[)）.．、]\s*(.*)")
_BULLET = re.compile(r"(?:[•·◦▪‣●]\s*|[-*+–—]\s+)(\S.*)")
_KEY_TEXT = r"\s{0,3}([A-Za-zＡ-Ｚａ-ｚ][\w–—-]{0,60}?(?:[.．][\w–—-]{1,40})?)(\s{1,3}raw)?\s{0,3}"
_KEY = re.compile(rf"([^\[\]［］【】〔〕]{{0,200}}?){OPEN}{_KEY_TEXT}{CLOSE}([*_~`]*)\s*[:：﹕︰]([*_~`]*)\s*(.*)")
_TITLE = re.compile(rf"{OPEN}\s*handle\s*{CLOSE}[*_~`\s]*[:：﹕︰][*_~`\s]*(.*)", re.IGNORECASE)
_LABEL_ALONE = re.compile(rf"[^\[\]［］【】〔〕]*{OPEN}[^\[\]［］【】〔〕]*{CLOSE}(?:[*_~`]+\s*[:：]|\s*[:：][*_~`])")
_END = re.compile(
    rf"[^\[\]［］【】〔〕|]*{OPEN}\s{{0,3}}end\b\s{{0,3}}([0-9０-９]{{0,3}})\s{{0,3}}{CLOSE}[*_~`.。\s]*", re.IGNORECASE
)
_SIGNS_FIRST = re.compile(r"[*_~`][*_~`>＞\s\u200b-\u200f\u2060]*")
_NO_WRAP = re.compile(r"[:：\[\]［］【】〔〕|｜]")
_MOST_EMPHASIS = 4
_LONG = 60
"""Characters after which a mail program may have broken a line."""


@dataclass(slots=True)
class Section:
    """One answer: its key as written, what stands behind it, the entries and the lines of text below it."""

    key: str
    line: int
    is_raw: bool = False
    value: str = ""
    entries: list[tuple[int, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    has_bullets: bool = False

    @property
    def span(self) -> Span:
        """Where its key stands."""
        return Span(self.line, 1)


def cut(text: str, problems: Problems) -> tuple[str, list[Section], int] | None:
    """The handle and the sections of the message in `text`, and how often it closes something to strangers.

    None, with a problem, if none begins in it.
    """
    if len(text) > MOST:
        message = say("This file is larger than {n} KiB; no introduction needs as much.", n=MOST // 1024)
        problems.add(
            "file-too-large", message, PATH, fix=say("Keep pictures in files of their own, and shorten the text.")
        )
        return None
    lines = list(_lines(text))
    for at, (_, line) in enumerate(lines):
        if title := _TITLE.search(line):
            cutter = _Cutter(problems)
            cutter.read(lines[at + 1 :])
            return straight(title.group(1)).strip("*_~`@ ").lower(), cutter.sections, cutter.closings
    message = say("No line with {key} is in this text, so no introduction begins in it.", key="[handle]:")
    problems.add("no-front-matter", message, PATH, Span(1, 1), fix=say("Paste the whole message, from its first line."))
    return None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line that says something, with its number, free of quoting and of emphasis around it."""
    text = without_hidden(re.sub("[\x0b\x0c\x85\u2028\u2029]", "\n", text))
    if re.search(rf"\u00a0{OPEN}\s*handle|{CLOSE}:\u00a0", text, re.IGNORECASE):
        # Blanks of the message itself were made unbreakable, so those of the texts were, too.
        text = text.replace("\u00a0", " ")
    for number, line in enumerate(text.split("\n"), start=1):
        line = _QUOTING.sub("", line, count=1).rstrip()
        for _ in range(_MOST_EMPHASIS):
            emphasis = _EMPHASIS.fullmatch(line)
            if emphasis is None or _LABEL_ALONE.match(line):
                break
            line = _QUOTING.sub("", emphasis.group(2), count=1).rstrip()
        if line:
            yield number, line


def begun_with(number: int) -> Message:
    """What to do about a line that may be entry `number` of a list."""
    return say("Begin it with {number} if it is an entry of the list above, or take it out.", number=f"{number})")


class _Cutter:
    """Puts each line where it belongs; what belongs nowhere is a problem, never a guess."""

    def __init__(self, problems: Problems) -> None:
        self.sections: list[Section] = []
        self.closings = 0
        self._problems, self._before = problems, ""

    def read(self, lines: list[tuple[int, str]]) -> None:
        for number, line in lines:
            is_entry = self._is_listing() and _ENTRY.fullmatch(line)
            end = None if is_entry else _END.fullmatch(line)
            if end:
                self.closings = int(end.group(1) or 0)
                return
            if not self._take(number, line):
                self._refuse(number)
            self._before = line
        message = say("The last line with {mark} is missing, so more of the message may be lost.", mark="[end]")
        last = lines[-1][0] if lines else 1
        self._problems.add("no-front-matter", message, PATH, Span(last, 1), fix="[end]")

    def _refuse(self, number: int) -> None:
        fix = say("Put it behind the answer above it, or take it out.")
        if self._is_listing():
            fix = begun_with(len(self.sections[-1].entries) + 1)
        self._problems.add("wrong-type", say("This line belongs to no answer."), PATH, Span(number, 1), fix=fix)

    def _take(self, number: int, line: str) -> bool:
        section = self.sections[-1] if self.sections else None
        if text := _TEXT.fullmatch(line):
            if section is None or section.entries or section.value:
                return False
            content = text.group(1)
            section.texts.append(content[:-1] if content.endswith(("|", "｜")) else content)
            return True
        if section and self._is_listing() and (entry := _ENTRY.fullmatch(line)):
            return self._number(section, number, int(entry.group(1)), entry.group(2))
        if key := _KEY.fullmatch(line):
            self._begin(number, line, key)
            return True
        # Beside numbered entries, a sign at the beginning may as well be a dash in the middle of one.
        is_bulleted = section is not None and (section.has_bullets or not section.entries)
        if section and is_bulleted and self._is_listing() and (bullet := _BULLET.fullmatch(line)):
            section.has_bullets = True
            section.entries.append((number, bullet.group(1)))
            return True
        return section is not None and self._goes_on(section, line)

    def _is_listing(self) -> bool:
        return bool(self.sections) and not self.sections[-1].value and not self.sections[-1].texts

    def _begin(self, number: int, line: str, key: re.Match[str]) -> None:
        _, name, raw, inner, outer, value = key.groups()
        begun = _SIGNS_FIRST.match(line)
        # Emphasis that began before the label ends around the colon or with the line; other signs are the member's.
        if begun:
            open_ones = (sign for sign in begun.group()[::-1] if sign in "*_~`" and sign not in inner + outer)
            value = value.removesuffix("".join(open_ones))
        else:
            value = outer + value
        self.sections.append(Section(name, number, is_raw=raw is not None, value=value.strip()))

    def _number(self, section: Section, number: int, counted: int, text: str) -> bool:
        if counted != len(section.entries) + 1:
            message = say(
                "Here stands entry {n}, but {expected} comes next.", n=counted, expected=len(section.entries) + 1
            )
            fix = say("Paste the whole message, or number the entries from 1 on.")
            self._problems.add("wrong-type", message, PATH, Span(number, 1), fix=fix)
        section.entries.append((number, text))
        return True

    def _goes_on(self, section: Section, line: str) -> bool:
        """True if `line` plainly is the rest of a long one that a mail program broke."""
        if len(self._before) < _LONG or _NO_WRAP.search(line):
            return False
        if section.texts:
            section.texts[-1] += f" {line}"
        elif section.entries:
            section.entries[-1] = (section.entries[-1][0], f"{section.entries[-1][1]} {line}")
        else:
            section.value += f" {line}"
        return True
