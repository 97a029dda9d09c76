"""acquaint check --changed-since: what is asked, and where the answer goes."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from acquaint.catalogues import Catalogue
from acquaint.cli.options import build_day
from acquaint.cli.telling import catalogue_of
from acquaint.errors import MachineError, UsageError

if TYPE_CHECKING:
    from acquaint.problems import Problem

MOST_OF_AN_EVENT = 30_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """The options that belong together; `since` is None for a check of everything."""

    since: str | None
    by: str
    summary: Path | None
    public_repository: bool

    def check(self, *, others: bool) -> None:
        """UsageError if the options make no sense together; `others` is true if files or --explain were given."""
        if self.since is None and (self.by or self.summary is not None or self.public_repository):
            raise UsageError("--by, --summary and --public-repository belong to --changed-since.")
        if self.since is not None and others:
            raise UsageError("--changed-since takes no files and no --explain: it finds what changed by itself.")


def reviewed(root: Path, asked: Asked) -> "tuple[tuple[Problem, ...], Catalogue]":
    """What is to be told of the change; the summary is appended to its file."""
    from acquaint.review import Proposal, review
    from acquaint.review.summary import Speech, as_markdown

    by = asked.by.strip().removeprefix("@")
    is_public = asked.public_repository or any(_says_public())
    day = build_day()
    found = review(root, Proposal(asked.since or "", by, is_public), day)
    # The language of before: who changes it can't choose in which one the reviewer is told.
    language = found.case.before.language
    catalogue = catalogue_of(root, language)
    if asked.summary is not None:
        text = as_markdown(found, day, Speech(catalogue, catalogue_of(root, language, "pages")))
        try:
            with asked.summary.open("a", encoding="utf-8", errors="replace") as file:
                file.write(text)
        except OSError as error:
            raise MachineError.from_os(error, "write the summary") from error
    return found.all, catalogue


def _says_public() -> Iterator[bool]:
    """What the environment of a CI says about who may read the repository."""
    yield os.environ.get("ACQUAINT_REPOSITORY_VISIBILITY", "").strip().lower() == "public"
    yield os.environ.get("CI_PROJECT_VISIBILITY", "").strip().lower() == "public"
    event = os.environ.get("GITHUB_EVENT_PATH", "") if os.environ.get("GITHUB_ACTIONS") == "true" else ""
    if event and Path(event).is_file() and Path(event).stat().st_size <= MOST_OF_AN_EVENT:
        try:
            repository = json.loads(Path(event).read_text(encoding="utf-8")).get("repository")
        except (ValueError, AttributeError):
            return
        yield isinstance(repository, dict) and repository.get("private") is False
