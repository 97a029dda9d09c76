"""The answers that are lists, each entry as one line of a message."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from acquaint.drafting.draft import Answer
from acquaint.drafting.grammar import DAY, LISTS, ends_like_a_mark, escaped, is_stable
from acquaint.messages import Message, say

Told: TypeAlias = Callable[[Message], str]
_CODE = re.compile(r"[\w.-]+", re.ASCII)
_AUDIENCES = {"members": say("members only"), "everyone": say("everyone")}


def entries_of(kind: str, answer: Answer, told: Told) -> list[str] | None:
    """Each entry of `answer` in one line, or None if it has another shape than its type knows."""
    if kind == "links":
        found = [_link(label, url) for label, url in answer.items()] if isinstance(answer, Mapping) else [None]
    elif kind == "dated" and isinstance(answer, Mapping):
        found = [_marked(answer, told)]
    elif isinstance(answer, str | Mapping) or kind not in (*LISTS, "languages"):
        return None
    elif kind == "languages":
        found = [item if isinstance(item, str) and _CODE.fullmatch(item) else None for item in answer]
    else:
        found = [_entry(kind, item, told) for item in answer]
    kept = [line for line in found if line is not None]
    return kept if len(kept) == len(found) else None


def unmarked(text: str) -> str:
    """`text`, with a mark behind it that says so if its end could be taken for one."""
    return f"{text} [as is]" if ends_like_a_mark(text) else text


def _is_line(text: Answer) -> bool:
    return isinstance(text, str) and "\n" not in text and text == text.strip() != ""


def _link(label: str, url: Answer) -> str | None:
    if not isinstance(url, str) or not _is_line(label) or not is_stable(url.removeprefix("mailto:")):
        return None
    return f"{escaped(label)} = {url}"


def _entry(kind: str, item: Answer, told: Told) -> str | None:
    if isinstance(item, str):
        return unmarked(item) if _is_line(item) else None
    if not isinstance(item, Mapping):
        return None
    return _until(item, told) if kind == "availability" and "text" not in item else _marked(item, told)


def _until(item: Mapping[str, Answer], told: Told) -> str | None:
    if len(item) != 1:
        return None
    (word, day), *_ = item.items()
    if not _is_line(word) or not isinstance(day, str) or not DAY.fullmatch(day):
        return None
    return f"{unmarked(word)} [{_coded('until', told(say('until {day}', day=day)))}]"


def _marked(item: Mapping[str, Answer], told: Told) -> str | None:
    text, since, audience = (item.get(key, "") for key in ("text", "since", "for"))
    if set(item) - {"text", "since", "for"} or not isinstance(text, str) or not _is_line(text):
        return None
    marks = []
    if since:
        if not isinstance(since, str) or not DAY.fullmatch(since):
            return None
        marks.append(_coded("since", told(say("since {day}", day=since))))
    if audience:
        if not isinstance(audience, str) or audience not in _AUDIENCES:
            return None
        marks.append(_coded(audience, told(_AUDIENCES[audience])))
    # An entry without marks is the same as its text alone.
    return " ".join([unmarked(text), *(f"[{mark}]" for mark in marks)])


def _coded(code: str, phrase: str) -> str:
    """`phrase`, with the word in front that it is read by in every language."""
    return phrase if phrase.startswith(code) else f"{code}: {phrase}"
