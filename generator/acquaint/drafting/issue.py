"""The text of an issue, which anyone may have written, read as the answers to the form it was made with."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from acquaint.config import Community, FieldSpec
from acquaint.drafting.draft import Answer, Draft, tidy, without_hidden
from acquaint.drafting.form import CONSENT, HANDLE, LINES, WORDS, asked_in_public
from acquaint.fields.handles import MOST, is_handle
from acquaint.messages import say
from acquaint.problems import Problems
from acquaint.tree import Span

PATH = "issue"
"""What problems of an issue are told under."""
MOST_CHARACTERS = 65_536
"""As much as a forge takes in one issue."""

_HEADING = re.compile(r"###[ \t].{0,300}?\[([a-z][a-z0-9_]{0,60})\][ \t]*")
_NOTHING = "_No response_"
_TICKED = re.compile(r"[-*] \[[xX]\] \S.*")
_COMMA = re.compile("[,，、;；\n]")
_BULLET = re.compile(r"^[-*+•][ \t]+")
_LINK = re.compile(r"((?:https?://|mailto:)\S+)")


def from_issue(body: str, community: Community, problems: Problems) -> Draft | None:
    """The draft in an issue made with the community's form; only what everyone may see is ever taken from it.

    None, with problems that quote nothing of it, if it isn't whole or asks for anything else.
    """
    before = len(problems)
    if len(body) > MOST_CHARACTERS:
        message = say("This file is larger than {n} KiB; no introduction needs as much.", n=MOST_CHARACTERS // 1024)
        problems.add("file-too-large", message, PATH, fix=say("Shorten the text."))
        return None
    reader = _Reader(community, problems)
    draft = reader.read(_without_comments(without_hidden(body)))
    return draft if len(problems) == before else None


def _without_comments(text: str) -> str:
    """`text` without what a page wouldn't show; a comment that is never closed hides all that follows it."""
    kept = []
    while text:
        shown, begun, rest = text.partition("<!--")
        hidden, _, text = rest.partition("-->")
        # The lines keep their numbers.
        kept.append(shown + "\n" * hidden.count("\n"))
        if not begun:
            break
    return "".join(kept)


class _Reader:
    def __init__(self, community: Community, problems: Problems) -> None:
        self._fields = asked_in_public(community)
        self._known, self._problems = community.fields, problems

    def read(self, text: str) -> Draft:
        sections = dict(self._sections(text))
        line, handle = sections.pop(HANDLE, (1, ""))
        handle = handle.strip().removeprefix("@").lower()
        if not is_handle(handle):
            message = say(
                "A handle takes lower-case letters of a to z, digits and single hyphens, at most {n}.", n=MOST
            )
            self._problems.add("bad-handle", message, PATH, Span(line, 1), fix="quill")
        line, consent = sections.pop(CONSENT, (1, ""))
        if not _TICKED.fullmatch(consent.strip()):
            message = say("The box below the form isn't ticked, so nobody agreed that this is public.")
            self._problems.add(
                "wrong-type", message, PATH, Span(line, 1), fix=say("Tick the box, or take the issue back.")
            )
        answers = {name: self._answer(self._fields[name], at, said) for name, (at, said) in sections.items()}
        return tidy(Draft(handle, answers))

    def _sections(self, text: str) -> Iterator[tuple[str, tuple[int, str]]]:
        """Each question's key with the line it stands in and its answer.

        Questions come in the order of the form; what looks like one anywhere else is part of somebody's text.
        """
        order = [HANDLE, *self._fields, CONSENT]
        last, at = -1, 0
        said: list[str] | None = None
        for number, line in enumerate(text.split("\n"), start=1):
            heading = _HEADING.fullmatch(line)
            name = heading.group(1) if heading else ""
            is_refused = name in self._known and name not in self._fields
            if is_refused or (name in order and order.index(name) > last):
                if said is not None:
                    yield order[last], (at, _answered(said))
                at, said = number, None if is_refused else []
                last = last if is_refused else order.index(name)
            elif said is not None:
                said.append(line)
            if is_refused:
                self._refuse(name, number)
        if said is not None:
            yield order[last], (at, _answered(said))

    def _refuse(self, name: str, number: int) -> None:
        message = say("An issue is public, so {field} can't be taken from one.", field=name)
        fix = say("Send it to the organisers by message.")
        self._problems.add("cannot-open", message, PATH, Span(number, 1), fix=fix)

    def _answer(self, spec: FieldSpec, at: int, said: str) -> Answer:
        lines = [_BULLET.sub("", line.strip(), count=1) for line in said.split("\n") if line.strip()]
        if spec.kind == "prose":
            return said
        if spec.kind in WORDS:
            return [part.strip() for part in _COMMA.split("\n".join(lines))]
        if spec.kind == "links":
            return dict(self._link(at, line) for line in lines)
        return lines if spec.kind in LINES else " ".join(lines)

    def _link(self, at: int, line: str) -> tuple[str, str]:
        found = _LINK.search(line)
        if found is None:
            message = say("A link takes a label and its address.")
            self._problems.add("malformed-link", message, PATH, Span(at, 1), fix="Blog: https://quill.example")
            return line, line
        url = found.group().rstrip(">)")
        label = line[: found.start()].strip(" \t:：=-<([]")
        return label or _host(url), url


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def _answered(lines: list[str]) -> str:
    text = "\n".join(lines).strip()
    return "" if text == _NOTHING else text
