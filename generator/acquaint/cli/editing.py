"""An introduction written in somebody's own editor, offered again until it is sound, and never lost."""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from acquaint.arrivals.judging import Judged, draft_of, only_for_members
from acquaint.check import redact
from acquaint.cli.agreeing import agreed
from acquaint.cli.arriving import Hall
from acquaint.cli.terminal import is_at_terminal
from acquaint.drafting.draft import Draft
from acquaint.drafting.file import to_file
from acquaint.load.source import read_source
from acquaint.messages import say
from acquaint.problems import Problems

_NAME = "introduction.md"
_UNNAMED = "introduction"


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder that only its owner can look into, with one text in it. `template` is "" where the text is their own."""

    hall: Hall
    folder: Path
    template: str

    @classmethod
    def set_up(cls, hall: Hall, text: str, *, is_own: bool) -> "Desk":
        """Lay `text` on the desk, a template or somebody's own words."""
        folder = Path(tempfile.mkdtemp(prefix="acquaint-"))
        descriptor = os.open(folder / _NAME, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        return cls(hall, folder, "" if is_own else text)

    @property
    def path(self) -> Path:
        """The text's file."""
        return self.folder / _NAME

    @property
    def is_untouched(self) -> bool:
        """True if a template was closed as it was opened."""
        return bool(self.template) and self.path.is_file() and self.path.read_bytes() == self.template.encode()

    def edited(self, handle: str, ask_handle: Callable[[str], str]) -> Judged | None:
        """Open the text in $VISUAL or $EDITOR until it can be written; None if somebody gives up.

        Without a `handle`, one is asked for with the nickname that the text gives.
        """
        while True:
            click.edit(filename=str(self.path))
            if self.is_untouched:
                return None
            problems = Problems()
            source = read_source(self.path, f"members/{handle or _UNNAMED}.md", problems)
            draft = draft_of(source, self.hall.loaded.community) if source else None
            if draft and not handle:
                nickname = draft.answers.get("nickname")
                handle = ask_handle(nickname if isinstance(nickname, str) else "")
            judged = self.hall.judge(source.text, f"members/{handle or _UNNAMED}.md") if source else None
            if judged and draft and judged.is_sound and not self._tells_too_much(draft):
                # Without the template's comments, and without what somebody left in one.
                return self.hall.judge(to_file(draft, self.hall.loaded.community), judged.source.path)
            if judged is None or not judged.is_sound:
                self.hall.show_problems(judged.problems if judged else redact(problems))
            if not self._goes_on():
                return None

    def _goes_on(self) -> bool:
        return is_at_terminal() and agreed(say("Open it again?"), self.hall.catalogue, usual=True)

    def _tells_too_much(self, draft: Draft) -> bool:
        """True, and told, if everybody could read in the repository what only members should."""
        hidden = only_for_members(draft, self.hall.loaded.community) if self.hall.is_public else ()
        if hidden:
            message = say(
                "This repository is public, so what only members should read can't stand here: {fields}.",
                fields=self.hall.labels(hidden),
            )
            self.hall.tell(message, fg="red")
        return bool(hidden)

    def clear(self) -> None:
        """Take the text away: it stands in members/, or nothing was written."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def keep(self) -> None:
        """Leave the text where it is and say where; a text that nobody touched is cleared away."""
        if self.is_untouched:
            self.hall.tell(say("Nothing was changed, so nothing is written."))
            self.clear()
            return
        self.hall.tell(say("Nothing was written to members/. Your text is kept in {file}.", file=str(self.path)))
