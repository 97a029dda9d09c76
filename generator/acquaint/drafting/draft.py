"""An introduction before it is a file: plain data, every scalar a text, free of what no file may hold."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Answer: TypeAlias = str | Sequence["Answer"] | Mapping[str, "Answer"]
"""What somebody answered: a text, a list of answers, or answers by name."""

STEERING = ("private", "public", "listing", "lang")
"""Keys that are no fields, in the order they are written: who sees what, and the language of the file."""

# What a file is refused for: controls but tab and line feed, turned directions, separators, halves of a character.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_INDEX = re.compile("0|[1-9][0-9]{0,9}")
_MOST_INDEX = 2**32 - 2


@dataclass(frozen=True, slots=True)
class Draft:
    """One introduction: `answers` by the names of fields and of STEERING. What has no answer isn't in it."""

    handle: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Begun:
    """What an edit of one introduction begins with: `public` is what strangers see of it, as answers; {} if nobody is.

    `inside` is the same as members see it, none of its texts withheld. `lang` is the language of the introduction.
    """

    public: Mapping[str, Answer]
    inside: Mapping[str, Answer]
    lang: str


def without_hidden(text: str) -> str:
    """`text` as a file may hold it: line ends as line feeds, no character that nobody sees, NFC."""
    return unicodedata.normalize("NFC", _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def tidy(draft: Draft) -> Draft:
    """The same draft as a file gives it back: texts NFC and trimmed, nothing hidden, nothing blank."""
    answers = {name: _tidied(answer) for name, answer in draft.answers.items()}
    return Draft(draft.handle.strip(), {name: answer for name, answer in answers.items() if answer})


def _tidied(answer: Answer) -> Answer:
    if isinstance(answer, str):
        return without_hidden(answer).strip()
    if isinstance(answer, Mapping):
        entries = {without_hidden(key): _tidied(value) for key, value in answer.items()}
        if "text" in entries and entries.get("for") == "":
            # A file that doesn't say for whom it is said so, and is read as the narrower of the two.
            entries["for"] = "members"
        return {key: entries[key] for key in _in_order(entries) if entries[key]}
    return [item for item in map(_tidied, answer) if item]


def _in_order(entries: Mapping[str, Answer]) -> list[str]:
    """The keys as typed, but whole numbers first: scripts can't hold them in another order."""
    numbers = sorted((key for key in entries if _INDEX.fullmatch(key) and int(key) <= _MOST_INDEX), key=int)
    return [*numbers, *(key for key in entries if key not in numbers)]
