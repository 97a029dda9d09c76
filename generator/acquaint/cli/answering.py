"""The six questions of acquaint init, in the language of the first answer."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquaint.catalogues import ENGLISH
from acquaint.cli.telling import catalogue_of
from acquaint.errors import UsageError
from acquaint.messages import Message, say
from acquaint.starter import begun
from acquaint.starter.answers import HOSTS, PUBLICITY, REPOSITORIES, Answers, answers_from, languages_from

if TYPE_CHECKING:
    from acquaint.catalogues import Catalogue

_LANGUAGES = say("Which languages does the site speak? The first is the default (en, zh, de … with a comma between).")


def asked(root: Path, said: dict[str, Any], *, yes: bool) -> Answers:
    """The answers in `said`, and for the rest what was typed, or the usual answers if nothing shall be asked."""
    answers = {"title": _title_of(root), **said}
    if yes:
        return answers_from(answers)
    if "languages" not in said:
        answers["languages"] = click.prompt(
            _LANGUAGES.told(ENGLISH), default="en", value_proc=lambda typed: _languages(root, typed)
        )
    catalogue = catalogue_of(root, languages_from(answers["languages"])[0])
    if "title" not in said:
        answers["title"] = _ask(say("What is the community called?"), catalogue, default=_title_of(root))
    for name, question, choices in _choices():
        if name not in said:
            answers[name] = _ask(question, catalogue, default=choices[0], choices=choices)
    if "reach" not in said:
        question = say("Whom do strangers write to? An e-mail address or a sentence, which will be public; or nothing.")
        answers["reach"] = _ask(question, catalogue, default="")
    return answers_from(answers)


def _languages(root: Path, typed: str) -> tuple[str, ...]:
    """The languages that were typed. Raises click's own error for others, so that the question is asked again."""
    try:
        tags = languages_from([typed])
        begun(Answers("Ours", languages=tags))
        catalogue_of(root, tags[0])
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    return tags


def _choices() -> tuple[tuple[str, Message, tuple[str, ...]], ...]:
    """Of each question that offers some: the answer's name, the question and the choices, the usual one first."""
    files = say("Who may read the files of members? private: only those you let in. public: everybody.")
    place = say("Where will the public edition be published?")
    seen = say("What do strangers see? default: no name, no contact. names: the name, too. little: nickname, skills.")
    return ("repository", files, REPOSITORIES), ("host", place, HOSTS), ("public", seen, PUBLICITY)


def _ask(question: Message, catalogue: "Catalogue", *, default: str, choices: tuple[str, ...] = ()) -> str:
    kind = click.Choice(choices) if choices else None
    return str(click.prompt(question.told(catalogue), default=default, show_default=bool(default), type=kind))


def _title_of(root: Path) -> str:
    """The folder's name as a title: `tuesday-people` is “Tuesday people”."""
    words = re.sub(r"[-_\s]+", " ", root.resolve().name).strip()
    return words[:1].upper() + words[1:]
