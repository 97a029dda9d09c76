"""An answer in parts: entries of a list, links by label, ways by kind, texts by language; and when two are alike."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from acquaint.config import Vocabulary
from acquaint.drafting.draft import Answer
from acquaint.slugs import slug

LISTS = ("tags", "items", "availability", "languages")
WORDED = ("text", "place", "prose")
BY_NAME = ("links", "contact", *WORDED)
ALONE = "="
"""The key of a text that stands alone, whatever its language."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer; `key` is its label, its kind or its language, "" for the entries of a list."""

    key: str
    value: Answer

    @property
    def text(self) -> str:
        """What it says, without its day and for whom it is."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, Mapping):
            return str(self.value.get("text") or next(iter(self.value), ""))
        return ""


def parts_of(kind: str, answer: Answer | None, own: str = ALONE) -> list[Part] | None:
    """The parts of `answer`; None if it is of one piece. A text that stands alone has the key `own`."""
    if answer is None:
        return []
    if kind in LISTS:
        return [Part("", value) for value in _entries(answer)]
    if kind in BY_NAME and isinstance(answer, Mapping) and (kind == "links" or "sealed" not in answer):
        return [Part(key, value) for key, value in answer.items()]
    if kind in WORDED and isinstance(answer, str):
        return [Part(own, answer)]
    return None


def joined(kind: str, parts: list[Part], own: str) -> Answer | None:
    """`parts` as one answer, None if there are none; a single text in the language `own` stands alone."""
    if not parts:
        return None
    if kind in LISTS:
        return [part.value for part in parts]
    if kind in WORDED and len(parts) == 1 and parts[0].key in (ALONE, own):
        return parts[0].value
    return {own if part.key == ALONE else part.key: part.value for part in parts}


def alike(one: Answer | None, other: Answer | None) -> bool:
    """True if two answers say the same, however they are written."""
    return _plain(one) == _plain(other)


def identity(part: Part, vocabulary: Vocabulary | None) -> str:
    """What makes `part` the same as another: its key, else what it says, as the community spells it."""
    if part.key:
        return part.key.casefold()
    term = vocabulary.spellings.get(slug(part.text)) if vocabulary else None
    return _line(term.name if term else part.text)


def _entries(answer: Answer) -> list[Answer]:
    if isinstance(answer, str) or (isinstance(answer, Mapping) and ("text" in answer or "sealed" in answer)):
        return [answer]
    if isinstance(answer, Mapping):
        return [{word: until} for word, until in answer.items()]
    return [entry for item in answer for entry in _entries(item)]


def _plain(answer: Answer | None) -> str:
    """`answer` without what a form or a chat changes in passing."""
    return json.dumps(_bare(answer), ensure_ascii=False)


def _bare(answer: Answer | None) -> object:
    if isinstance(answer, str):
        return "\n".join(_line(line) for line in re.split(r"\n", answer.strip()))
    if isinstance(answer, Mapping):
        kept = {key: _bare(value) for key, value in answer.items() if (key, value) != ("for", "everyone")}
        return kept["text"] if kept.keys() == {"text"} else kept
    return [_bare(item) for item in answer or ()]


def _line(text: str) -> str:
    return " ".join(text.split())
