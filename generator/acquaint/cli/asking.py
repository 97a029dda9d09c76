"""An introduction asked for at the terminal: field by field, each answer judged before the next question."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import click

from acquaint.arrivals.answers import problems_of
from acquaint.arrivals.naming import NEUTRAL
from acquaint.check.mending.keys import ALSO_CALLED
from acquaint.cli.arriving import Hall
from acquaint.cli.suggesting import suggesting
from acquaint.config import FieldSpec
from acquaint.drafting.draft import Answer, Draft
from acquaint.drafting.file import to_file
from acquaint.drafting.hints import hint_of
from acquaint.fields.contacts import KINDS, is_email
from acquaint.fields.names import name_key
from acquaint.introduction import ASKED_FIRST, NEVER_ASKED, SELDOM_ASKED
from acquaint.messages import say
from acquaint.problems import Problem
from acquaint.values import Audience

_NOT_ASKED = frozenset({*NEVER_ASKED, *SELDOM_ASKED})
"""What the file's history or the organiser says."""
_WORDS = ("tags", "availability", "languages")
_COMMAS = re.compile(r"\s*[,，、;；]\s*")
_PAIR = re.compile(r"([^:：]{1,60}?)\s*[:：]\s*(.+)")
_UNTIL = re.compile(r"(.+?)\s*[:：]\s*([0-9]{4}-[0-9]{2}-[0-9]{2})")
_DOTS = (".", "。", "．")
"""What ends all questions; a Chinese keyboard has a full stop of its own."""


class Enough(Exception):
    """Somebody has said all they want to say; `answer` is what they gave to the last question."""

    def __init__(self, answer: Answer = "") -> None:
        super().__init__()
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Interview:
    """Asks in the language of the community in `hall`."""

    hall: Hall

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """What is asked, in order. In a public repository nobody is asked for what only members should read."""
        specs = self.hall.loaded.community.fields
        first = [specs[name] for name in ASKED_FIRST if name in specs]
        rest = [
            spec for spec in specs.values() if spec.kind != "image" and spec.name not in (*ASKED_FIRST, *_NOT_ASKED)
        ]
        asked = [spec for spec in (*first, *rest) if self._is_open(spec) or not self.hall.is_public]
        return tuple(asked)

    @property
    def not_asked(self) -> tuple[str, ...]:
        """The fields that a public repository has no place for."""
        hidden = [spec for spec in self.hall.loaded.community.fields.values() if not self._is_open(spec)]
        return tuple(spec.name for spec in hidden if spec.name not in _NOT_ASKED) if self.hall.is_public else ()

    def ask_all(self, specs: Iterable[FieldSpec], answers: dict[str, Answer]) -> None:
        """Ask for each of `specs` and put what is said into `answers`; raises Enough when told so."""
        for spec in specs:
            try:
                answer = self.ask(spec)
            except Enough as enough:
                if enough.answer:
                    answers[spec.name] = enough.answer
                raise
            if answer:
                answers[spec.name] = answer
            else:
                answers.pop(spec.name, None)

    def ask(self, spec: FieldSpec) -> Answer:
        """One answer that the field's type accepts; blank if the question is skipped."""
        self._introduce(spec)
        if spec.kind in ("links", "contact"):
            return self._pairs(spec)
        if spec.kind in (*_WORDS, "items"):
            known = self._known(spec)
            with suggesting(known) as can_suggest:
                if can_suggest and known:
                    self.hall.tell(say("The Tab key offers the words that were agreed on here."))
                return self._list(spec)
        return self._prose(spec) if spec.kind == "prose" else self._line(spec)

    def _is_open(self, spec: FieldSpec) -> bool:
        return spec.visibility is Audience.EVERYONE

    def _introduce(self, spec: FieldSpec) -> None:
        (label,) = self.hall.labels([spec.name])
        click.echo()
        heading = say("{field} (only members will read it)", field=label)
        self.hall.tell(label if self._is_open(spec) else heading, bold=True)
        hint = hint_of(spec, self.hall.loaded.community.language)
        if hint:
            self.hall.tell(hint.question)
        if hint and hint.vague and hint.concrete:
            self.hall.tell(say("Vague: {text}", text=hint.vague))
            self.hall.tell(say("Better: {text}", text=hint.concrete))

    def _known(self, spec: FieldSpec) -> tuple[str, ...]:
        """The tags the community agreed on, as it spells them."""
        community = self.hall.loaded.community
        vocabulary = community.vocabulary.get(spec.name)
        terms = {term.slug: term for term in vocabulary.spellings.values()} if vocabulary else {}
        return tuple(term.translations.get(community.language, term.name) for term in terms.values())

    def _line(self, spec: FieldSpec) -> Answer:
        while True:
            text = self._read("")
            if not text or self._suits(spec, text):
                return text

    def _list(self, spec: FieldSpec) -> Answer:
        entries: list[Answer] = []
        self.hall.tell(say("One in each line; an empty line ends the list."))
        while text := self._read(entries):
            parts: list[Answer] = [text]
            if spec.kind in _WORDS:
                parts = [_entry(spec.kind, part) for part in _COMMAS.split(text) if part]
            if self._suits(spec, [*entries, *parts]) and self._is_usual(spec, parts):
                entries += parts
        return entries

    def _pairs(self, spec: FieldSpec) -> Answer:
        pairs: dict[str, Answer] = {}
        kinds = self._kinds()
        example = "Blog: https://quill.example" if spec.kind == "links" else "email: quill@example.org"
        self.hall.tell(say("One in each line, as in {example}; an empty line ends the list.", example=example))
        while text := self._read(pairs):
            pair = _pair(spec.kind, text, kinds)
            if pair is None:
                self.hall.tell(
                    say("Write what it is, a colon and the rest, as in {example}.", example=example), fg="red"
                )
            elif self._suits(spec, {**pairs, **pair}):
                pairs |= pair
        return pairs

    def _prose(self, spec: FieldSpec) -> Answer:
        self.hall.tell(say("As many lines as you like; two empty lines end it."))
        while True:
            lines: list[str] = []
            while lines[-2:] != ["", ""] and lines != [""]:
                lines.append(self._read("\n".join(lines).strip()))
            text = "\n".join(lines).strip()
            if not text or self._suits(spec, text):
                return text

    def _read(self, so_far: Answer) -> str:
        text: str = click.prompt("", default="", show_default=False, prompt_suffix="> ")
        if text.strip() in _DOTS:
            raise Enough(so_far)
        return text.strip()

    def _suits(self, spec: FieldSpec, answer: Answer) -> bool:
        """True if the field takes `answer`; else what is wrong has been told."""
        problems = problems_of(spec, answer)
        self._tell(spec, problems)
        return not problems

    def _is_usual(self, spec: FieldSpec, tags: Answer) -> bool:
        """False for a tag that a closed vocabulary doesn't know; one that an open one doesn't know is only told."""
        if spec.name not in self.hall.loaded.community.vocabulary:
            return True
        text = to_file(Draft(NEUTRAL[0], {spec.name: tags}), self.hall.loaded.community)
        problems = self.hall.judge(text, f"members/{NEUTRAL[0]}.md").problems
        self._tell(spec, problems)
        return not any(problem.is_error for problem in problems)

    def _kinds(self) -> Mapping[str, str]:
        """The kinds of contact by their names: as files, pages and people call them."""
        said = self.hall.words.translations.pgettext
        names = (
            (name, kind) for kind, entry in KINDS.items() for name in (kind, entry.label, said("contact", entry.label))
        )
        return {**ALSO_CALLED, **{name_key(name): kind for name, kind in names}}

    def _tell(self, spec: FieldSpec, problems: Iterable[Problem]) -> None:
        """What is wrong, in the words of the question: nobody is writing a file here."""
        (label,) = self.hall.labels([spec.name])
        said = self.hall.words.translations.pgettext
        labels = {f"contact.{kind}": said("contact", entry.label) for kind, entry in KINDS.items()} | {spec.name: label}
        for problem in problems:
            values = {gap: labels.get(str(value), value) for gap, value in problem.message.values.items()}
            self.hall.tell(replace(problem.message, values=values), fg="red" if problem.is_error else "yellow")
            if problem.meant:
                self.hall.tell(say("Did you mean {name}?", name=problem.meant))
            elif isinstance(problem.fix, str):
                self.hall.tell(
                    say("For example: {text}", text=problem.fix.removeprefix(f"{spec.name}: ").replace('"', ""))
                )
            elif problem.fix:
                self.hall.tell(say("fix: {fix}", fix=problem.fix))


def _entry(kind: str, text: str) -> Answer:
    """A word, or a word with the day it ends."""
    match = _UNTIL.fullmatch(text) if kind == "availability" else None
    return {match[1]: match[2]} if match else text


def _pair(kind: str, text: str, kinds: Mapping[str, str]) -> dict[str, Answer] | None:
    """What a line says of a link or a contact: its label or kind, and the rest."""
    if kind == "links" and re.match(r"(?i)https?://", text):
        return {urlsplit(text).hostname or text: text}
    match = _PAIR.fullmatch(text)
    if match is None:
        return {"email": text} if kind == "contact" and is_email(text) else None
    return {kinds.get(name_key(match[1]), match[1]) if kind == "contact" else match[1]: match[2]}
