"""A draft as a message to the organiser: text that people read, and that stays what it says on its way through a chat.

The same text as templates/assets/js/join/message.js writes; one table tests both.
"""

import json
import re
from collections.abc import Mapping

from acquaint.catalogues import Catalogue
from acquaint.config import Community
from acquaint.drafting.audience import closings_of
from acquaint.drafting.draft import STEERING, Answer, Draft, tidy
from acquaint.drafting.entries import entries_of, unmarked
from acquaint.drafting.file import ordered
from acquaint.drafting.grammar import LANGUAGE, LISTS, WORDED, is_stable
from acquaint.drafting.naming import kind_label, label_of
from acquaint.messages import Message, say

DIRECTIVES = {
    "private": say("For members only"),
    "public": say("For everyone"),
    "listing": say("Listed for"),
    "lang": say("Language of the texts"),
}
_KIND = re.compile("[a-z]{2,20}")
_SIGNS = re.compile(r"[\[\]［］【】〔〕|｜*_~`\\:：\s]+")


def to_message(draft: Draft, community: Community, language: str, catalogue: Catalogue) -> str:
    """`draft` as text, labels in `language`, sentences by `catalogue`; from_message gives the tidied draft back."""
    return _Writer(community, language, catalogue).message(tidy(draft))


def text_line(text: str) -> str:
    """One line of a longer text; a sign at its end keeps blanks that would be lost."""
    line = f"| {text}" if text else "|"
    return f"{line}|" if text and (text[-1].isspace() or text[-1] in "|｜") else line


class _Writer:
    def __init__(self, community: Community, language: str, catalogue: Catalogue) -> None:
        self._community, self._language, self._catalogue = community, language, catalogue

    def message(self, draft: Draft) -> str:
        title = self._community.title.pick(self._language)[1]
        lines = [_line(self._told(say("An introduction for {community}", community=title)), "handle", draft.handle)]
        above, below = ordered(draft, self._community)
        for name in (*above, *below, *(name for name in STEERING if name in draft.answers)):
            answer = draft.answers[name]
            lines += self._answer(name, answer) or self._as_it_is(name, answer)
        # Told at the end, too, so that nothing is opened to everyone when a line is lost on the way.
        closings = closings_of(draft.answers)
        lines.append(f"{self._told(say('End of the introduction'))} [end{f' {closings}' if closings else ''}]")
        return "\n".join(lines) + "\n"

    def _told(self, message: Message) -> str:
        return message.told(self._catalogue)

    def _label(self, name: str) -> str:
        spec = self._community.fields.get(name)
        if spec is None:
            return self._told(DIRECTIVES[name]) if name in DIRECTIVES else name
        return label_of(spec, self._language, self._catalogue)

    def _answer(self, name: str, answer: Answer) -> list[str]:
        """The lines of one answer; none if it has another shape than its type knows."""
        label, spec = self._label(name), self._community.fields.get(name)
        kind = spec.kind if spec else "languages" if name in ("private", "public") else ""
        if isinstance(answer, Mapping) and kind in (*WORDED, "contact"):
            return self._parts(name, label, kind, answer)
        if isinstance(answer, str):
            return _text(label, name, kind, answer)
        entries = entries_of(kind, answer, self._told)
        if entries is None:
            return []
        if kind in ("languages", "dated"):
            return [_line(label, name, ", ".join(entries))]
        return [_line(label, name), *(f"{number}) {entry}" for number, entry in enumerate(entries, start=1))]

    def _parts(self, name: str, label: str, kind: str, parts: Mapping[str, Answer]) -> list[str]:
        lines: list[str] = []
        for key, value in parts.items():
            pattern = _KIND if kind == "contact" else LANGUAGE
            called = kind_label(key, self._catalogue) if kind == "contact" else f"{label} ({key})"
            usual = isinstance(value, str) and pattern.fullmatch(key)
            written = _text(called, f"{name}.{key}", kind, value) if usual and isinstance(value, str) else []
            if not written:
                return []
            lines += written
        return lines

    def _as_it_is(self, name: str, answer: Answer) -> list[str]:
        """An answer of an unusual shape, exactly: check will tell what is wrong with it."""
        written = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        return [_line(self._label(name), f"{name} raw"), text_line(written)]


def _text(label: str, key: str, kind: str, text: str) -> list[str]:
    """A line, or lines of text; none where a chat could change what is no free text."""
    if kind == "prose":
        return [_line(label, key), *map(text_line, text.split("\n"))]
    is_free = kind in (*WORDED, *LISTS, "dated")
    if "\n" in text or kind in ("links", "languages") or not (is_free or is_stable(text)):
        return []
    return [_line(label, key, unmarked(text) if is_free and kind not in WORDED else text)]


def _line(label: str, key: str, value: str = "") -> str:
    plain = _SIGNS.sub(" ", label).strip()
    return f"{plain} [{key}]: {value}".rstrip()
