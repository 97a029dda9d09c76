"""What `new` and `add` have in common: a community that was read, a card, a file, and what to do next."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquaint.catalogues import Catalogue
from acquaint.cli.options import build_day, shown_path
from acquaint.cli.telling import catalogue_of
from acquaint.cli.terminal import shown
from acquaint.errors import IntroductionsError
from acquaint.messages import Message, Quoted, say, told

if TYPE_CHECKING:
    from acquaint.arrivals.judging import Judged
    from acquaint.arrivals.opening import Change
    from acquaint.load import Loaded
    from acquaint.problems import Problem
    from acquaint.records import MemberRecord

_ON_THE_CARD = frozenset({"name-in-prose", "company-in-prose", "contact-in-prose"})
"""Warnings that a card tells, too: it shows the sentence as strangers will read it."""

WIDEST = 100
"""Columns of a card, however wide the terminal is."""


@dataclass(frozen=True)
class Hall:
    """The community in the folder `root`, read on `day`, and the language it speaks in."""

    root: Path
    loaded: "Loaded"
    day: date

    @classmethod
    def open(cls, root: Path) -> "Hall":
        """Read the community in `root`; raises IntroductionsError if its settings have errors."""
        from acquaint.load import load
        from acquaint.load.community import NAME
        from acquaint.problems import Problems

        problems = Problems()
        loaded = load(root, problems)
        if problems.errors_in(NAME):
            raise IntroductionsError(f"{NAME} has problems; acquaint check tells them.")
        return cls(root, loaded, build_day())

    @cached_property
    def catalogue(self) -> Catalogue:
        """The sentences of the command."""
        return catalogue_of(self.root, self.loaded.community.language)

    @cached_property
    def words(self) -> Catalogue:
        """The sentences of the pages, which name the fields."""
        return catalogue_of(self.root, self.loaded.community.language, "pages")

    @property
    def is_public(self) -> bool:
        """True if everybody may read the repository, so that no plain private value may stand in a file."""
        return self.loaded.community.repository.visibility == "public"

    @cached_property
    def taken(self) -> dict[str, str]:
        """The introductions there are, by their handles in lower case."""
        from acquaint.arrivals.naming import handles_in

        return handles_in(self.loaded.paths)

    def tell(self, sentence: Message | str, *, err: bool = False, **style: str | bool) -> None:
        """Say `sentence` in the community's language, followed by nothing else in its line."""
        from acquaint.check.report import printable

        text = printable(told(sentence, self.catalogue))
        click.echo(shown(text, **style) if style else text, err=err)

    def labels(self, fields: Iterable[str]) -> tuple[str, ...]:
        """What pages call `fields`, and messages what says who sees them."""
        from acquaint.drafting.message import DIRECTIVES
        from acquaint.preview.wording import Speech

        speech = Speech(self.loaded.community, self.words)
        steering = {name: label.told(self.catalogue) for name, label in DIRECTIVES.items()}
        known = self.loaded.community.fields
        return tuple(speech.label(name) if name in known else steering.get(name, name) for name in fields)

    def judge(self, text: str, path: str) -> "Judged":
        """`text` as the file `path`."""
        from acquaint.arrivals.judging import judge
        from acquaint.load import beside

        return judge(text, path, self.loaded, self.day, beside(self.root / path))

    def without(self, path: str) -> "Hall":
        """The same community without the introduction at `path`, which is to be replaced."""
        loaded = self.loaded
        paths = tuple(other for other in loaded.paths if other != path)
        records = tuple(record for record in loaded.records if record.path != path)
        return replace(self, loaded=replace(loaded, paths=paths, records=records))

    def show_problems(self, problems: "Iterable[Problem]", *, err: bool = False, quietly: bool = False) -> None:
        """Tell each problem with its fix, if there are any; `quietly` where a stranger's words could be a command."""
        from acquaint.check.report import as_text

        found = tuple(replace(one, snippet=None, mend=None) if quietly else one for one in problems)
        text = as_text(found, self.catalogue) if found else ""
        if quietly:
            # A runner that reads the log takes these for commands.
            text = text.replace("::", ": :").replace("##[", "# #[")
        if text:
            click.echo(text, err=err)

    def show_rest(self, problems: "Iterable[Problem]", *, quietly: bool = False) -> None:
        """Tell the problems of a file whose card was shown."""
        on_card = () if quietly else _ON_THE_CARD
        self.show_problems((one for one in problems if one.is_error or one.law.slug not in on_card), quietly=quietly)

    def show_card(self, record: "MemberRecord") -> None:
        """What strangers will see."""
        from acquaint.preview import as_text, seen_by_strangers

        seen = seen_by_strangers(record, self.loaded, self.day, self.words)
        self.tell(say("This is what strangers will see:"))
        click.echo(as_text(seen, self.catalogue, min(WIDEST, shutil.get_terminal_size().columns)))

    def tell_left_out(self, fields: Iterable[str]) -> None:
        """Why private fields aren't in a public repository's file, and how they reach the organiser all the same."""
        names = self.labels(fields)
        if not names:
            return
        self.tell(
            say(
                "This repository is public, so what only members should read is left out of the file: {fields}.",
                fields=names,
            )
        )
        reach = self.loaded.community.reach
        if reach.email:
            self.tell(say("What is left out reaches the organisers by a message to {email}.", email=reach.email))
        else:
            self.tell(say("What is left out reaches the organisers by a message."))

    def tell_changes(self, changes: "Iterable[Change]", *, quietly: bool = False) -> None:
        """Which sentences of a file for everybody aren't as they were sent; `quietly` names their fields alone."""
        from acquaint.check.prose import KINDS

        found = tuple(changes)
        if not found:
            return
        if quietly:
            names = self.labels(dict.fromkeys(change.field for change in found))
            self.tell(
                say("Everybody can read the file, so it says this as strangers will read it: {fields}.", fields=names)
            )
            return
        self.tell(say("This repository is public, so the file says it as strangers will read it:"))
        for change in found:
            (label,), (_, what) = self.labels([change.field]), KINDS[change.kind]
            sentence = Quoted(change.sentence)
            told = say(
                "{field} repeats {what}. Strangers will read: {sentence}", field=label, what=what, sentence=sentence
            )
            gone = say("{field} repeats {what}, so strangers won't see this entry.", field=label, what=what)
            self.tell(told if change.sentence else gone, fg="yellow")

    def tell_next(self, path: str, *, is_new: bool = True) -> None:
        """How the file gets to the others."""
        from acquaint.problems import shell_word

        self.tell(say("Next, send it to the others:"))
        handle = Path(path).stem
        message = f"Introduce @{handle}" if is_new else f"Change the introduction of @{handle}"
        # A folder may be called by a stranger; what a terminal would obey is written as bytes.
        place = shell_word(shown_path(self.root / path))
        click.echo(f"  git add {place} && git commit -m {shell_word(message)}")
