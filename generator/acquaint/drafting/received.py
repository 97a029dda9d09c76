"""A message from a chat read back into the draft it was written from."""

import json
from collections.abc import Callable
from typing import Any, TypeGuard

from acquaint.config import Community
from acquaint.drafting.audience import LISTINGS, closings_of, is_open
from acquaint.drafting.draft import STEERING, Answer, Draft, tidy
from acquaint.drafting.grammar import LISTS, WORDED, label_and_address, marks_of, mended
from acquaint.drafting.sections import PATH, Section, begun_with, cut
from acquaint.fields.contacts import KINDS
from acquaint.fields.handles import is_handle
from acquaint.fields.names import name_key, nearest
from acquaint.messages import Message, say
from acquaint.problems import Problems
from acquaint.tree import Span
from acquaint.values import Audience

_SEPARATORS = str.maketrans(dict.fromkeys(",，、;；", " "))


def from_message(text: str, community: Community, problems: Problems) -> Draft | None:
    """The draft in the message `text`, whatever stands around it.

    None, with problems that quote nothing of it, if any of it can't be understood.
    """
    before = len(problems)
    found = cut(text, problems)
    if found is None:
        return None
    handle, sections, closings = found
    if not is_handle(handle):
        message = say("A handle takes lower-case letters of a to z, digits and single hyphens, at most {n}.", n=39)
        problems.add("bad-handle", message, PATH, fix="[handle]: quill")
    draft = tidy(Draft(handle, _Reader(community, problems).answers(sections)))
    _mistrust_bullets(sections, draft, community, problems)
    if closings_of(draft.answers) < closings:
        message = say("Something that members alone may see was marked so, and the mark was lost on the way.")
        problems.add("wrong-type", message, PATH, fix=say("Ask for the message again, or write {mark}.", mark="[end]"))
    return draft if len(problems) == before else None


def _mistrust_bullets(sections: list[Section], draft: Draft, community: Community, problems: Problems) -> None:
    """Without numbers nobody sees that a label was lost, and entries for members may stand under one for everyone.

    Answers that everyone may see are written first, each half in the schema's order; that tells what may be lost where.
    """
    keys = {name_key(name): name for name in community.fields}
    names = [keys.get(name_key(section.key.partition(".")[0]), "") for section in sections]
    order = [*community.fields]
    narrowed = draft.answers.get("private", ())
    lost = [
        (True, order.index(name))
        for name, spec in community.fields.items()
        if name not in draft.answers and spec.kind in (*LISTS, "links")
        if spec.visibility is Audience.MEMBERS or name in narrowed
    ]
    last = (True, len(order))
    ranks = [(not is_open(name, draft, community), order.index(name)) if name else last for name in names]
    for section, rank, following in zip(sections, ranks, [*ranks, last][1:], strict=True):
        if section.has_bullets and not rank[0] and any(rank < other < following for other in lost):
            message = say("This line belongs to no answer.")
            problems.add("wrong-type", message, PATH, Span(section.entries[0][0], 1), fix=begun_with(1))


class _Reader:
    def __init__(self, community: Community, problems: Problems) -> None:
        self._community, self._problems = community, problems
        self._names = {name_key(name): name for name in (*STEERING, *community.fields)}

    def answers(self, sections: list[Section]) -> dict[str, Answer]:
        answers: dict[str, Any] = {}
        for section in sections:
            name, part = self._key(section)
            if name is None:
                continue
            answer = self._answer(name, section)
            if not answer:
                continue
            if part and isinstance(answers.setdefault(name, {}), dict) and part not in answers[name]:
                answers[name][part] = answer
            elif not part and name not in answers:
                answers[name] = answer
            else:
                message = say("{field} stands here a second time; one of the two would be lost.", field=name)
                self._report("duplicate-key", section.line, message, say("Keep one of them."))
        return answers

    def _report(self, slug: str, line: int, message: Message, fix: Message | str | None = None) -> None:
        self._problems.add(slug, message, PATH, Span(line, 1), fix=fix)

    def _key(self, section: Section) -> tuple[str | None, str]:
        """The field that a key names, and the part of it; (None, "") and a problem if there is none."""
        written, _, part = section.key.partition(".")
        known = {*STEERING, *self._community.fields}
        name = written.lower() if written.lower() in known else self._names.get(name_key(written))
        if name is None:
            self._problems.add(
                "unknown-field",
                say("There is no such field."),
                PATH,
                section.span,
                meant=nearest(written, known),
                fix=say("Write the key of a field in the brackets, as in {example}.", example="[nickname]"),
            )
            return None, ""
        return name, mended(part).lower() if self._kind(name) == "contact" else mended(part)

    def _kind(self, name: str) -> str:
        spec = self._community.fields.get(name)
        return spec.kind if spec else "languages" if name in ("private", "public") else ""

    def _answer(self, name: str, section: Section) -> Answer | None:
        kind = self._kind(name)
        if section.is_raw:
            return self._exact(section)
        if section.texts:
            return "\n".join(section.texts)
        if section.entries:
            return self._list(kind, section)
        if kind in ("dated", *LISTS):
            return self._marked(kind, section.line, section.value) if section.value else None
        if kind in WORDED:
            return section.value
        if kind == "languages":
            codes = mended(section.value.translate(_SEPARATORS)).split()
            return [self._code(name, code) for code in codes]
        return self._code(name, mended(section.value, is_contact=kind in ("contact", "phone", "email")))

    def _code(self, name: str, text: str) -> str:
        """A field, a kind or an edition as it is called here, if a chat took a sign or made a capital letter of one."""
        if name == "listing":
            return text.lower() if text.lower() in LISTINGS else text
        if name not in ("private", "public"):
            return text
        field, dot, part = text.partition(".")
        return f"{self._names.get(name_key(field), field)}{dot}{part.lower() if part.lower() in KINDS else part}"

    def _exact(self, section: Section) -> Answer | None:
        try:
            answer: Any = json.loads("\n".join(section.texts) or section.value)
        except (ValueError, RecursionError):
            answer = None
        if _is_answer(answer):
            return answer
        message = say("This answer was changed on its way and can't be read any more.")
        self._report("wrong-type", section.line, message, say("Ask for it again."))
        return None

    def _list(self, kind: str, section: Section) -> Answer | None:
        reads: dict[str, Callable[[], Answer | None]] = {
            "links": lambda: self._links(section),
            **{name: lambda: [self._marked(kind, line, text) for line, text in section.entries] for name in LISTS},
        }
        if kind in reads:
            return reads[kind]()
        message = say("This field takes one answer, but here is a list.")
        self._report("wrong-type", section.line, message, say("Put the answer behind the colon."))
        return None

    def _links(self, section: Section) -> dict[str, Answer]:
        links: dict[str, Answer] = {}
        for line, text in section.entries:
            sides = label_and_address(text)
            if sides is None or sides[0] in links:
                message = say("A link takes a label of its own, a = and its address.")
                self._report("wrong-type", line, message, "1) Blog = https://ada.example")
            else:
                links[sides[0]] = mended(sides[1])
        return links

    def _marked(self, kind: str, line: int, text: str) -> Answer:
        marks = marks_of(text)
        if marks.is_unclear or (marks.until and (marks.since or marks.audience or kind != "availability")):
            message = say("What stands in brackets behind this entry can't be read.")
            self._report("no-such-date", line, message, "[since 2026-11-01]")
        if marks.until:
            return {marks.text: marks.until}
        entry = {key: said for key, said in (("since", marks.since), ("for", marks.audience)) if said}
        return {"text": marks.text, **entry} if entry else marks.text


def _is_answer(value: object) -> TypeGuard[Answer]:
    if isinstance(value, dict):
        return all(map(_is_answer, value.values()))
    return isinstance(value, str) or (isinstance(value, list) and all(map(_is_answer, value)))
