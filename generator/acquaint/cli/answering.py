"""The six questions of acquaint init: the first in the terminal's language, the rest in the one that it chooses."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquaint.cli.telling import catalogue_of, terminal_language
from acquaint.errors import UsageError
from acquaint.messages import Message, say
from acquaint.starter import begun
from acquaint.starter.answers import HOSTS, PUBLICITY, REPOSITORIES, Answers, answers_from, languages_from
from acquaint.starter.files import TEXTS

if TYPE_CHECKING:
    from acquaint.catalogues import Catalogue


def asked(root: Path, said: dict[str, Any], *, yes: bool) -> Answers:
    """The answers in `said`, and for the rest what was typed, or the usual answers if nothing shall be asked."""
    answers = {"title": _title_of(root), **said}
    if yes:
        return answers_from(answers)
    if "languages" not in said:
        answers["languages"] = _ask_languages(root)
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


def _ask_languages(root: Path) -> tuple[str, ...]:
    from acquaint.render.naming import own_name

    usual = terminal_language(TEXTS)
    question = say(
        "Which languages does the site speak? The first is the default; put commas between. "
        "There are texts in {offered}.",
        offered=tuple(f"{own_name(tag)} ({tag})" for tag in TEXTS),
    )
    catalogue = catalogue_of(root, usual)
    asked = question.told(catalogue)
    while True:
        typed: str = click.prompt(asked, default=usual)
        try:
            tags = languages_from([typed])
            begun(Answers("Ours", languages=tags))
            catalogue_of(root, tags[0])
        except UsageError:
            again = say(
                "That is no language known here. Write the codes of languages, as in {example}.", example="de, en"
            )
            click.echo(again.told(catalogue))
        else:
            return tags


def _choices() -> tuple[tuple[str, Message, tuple[str, ...]], ...]:
    """Of each question that offers some: the answer's name, the question and the choices, the usual one first."""
    files = say("Who may read the files of members? private: only those you let in. public: everybody.")
    place = say("Where will the public edition be published?")
    seen = say("What do strangers see? default: no name, no contact. names: the name, too. little: nickname, skills.")
    return ("repository", files, REPOSITORIES), ("host", place, HOSTS), ("public", seen, PUBLICITY)


def _ask(question: Message, catalogue: "Catalogue", *, default: str, choices: tuple[str, ...] = ()) -> str:
    text = question.told(catalogue)
    shown = f"{text} ({', '.join(choices)})" if choices else text
    # A sentence that ends with its own sign needs no colon, unless the usual answer stands between.
    suffix = ": " if default else " "
    while True:
        typed: str = click.prompt(shown, default=default, show_default=bool(default), prompt_suffix=suffix)
        answer = typed.strip().lower() if choices else typed
        if not choices or answer in choices:
            return answer
        click.echo(say("Please choose one of these: {choices}.", choices=choices).told(catalogue))


def _title_of(root: Path) -> str:
    """The folder's name as a title: `tuesday-people` is “Tuesday people”."""
    words = re.sub(r"[-_\s]+", " ", root.resolve().name).strip()
    return words[:1].upper() + words[1:]
