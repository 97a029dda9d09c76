"""Whether a public repository tells anybody what only members may see: its introductions in members/ and elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

from acquaint.changes.contents import ending_of
from acquaint.config import Community
from acquaint.doctor.finding import Finding, doubtful, fine, named, wrong
from acquaint.git import git
from acquaint.load import Loaded
from acquaint.load.discover import INTRODUCTIONS
from acquaint.load.lint import is_placeholder
from acquaint.load.source import Source, read_regular
from acquaint.messages import count, say
from acquaint.privacy import INCIDENT, open_contacts
from acquaint.records import MemberRecord
from acquaint.review.binaries import MOST as MOST_OF_A_FILE
from acquaint.review.case import read_with
from acquaint.review.leaking import (
    ENDINGS,
    begins_as_one,
    contacts_in_texts,
    contacts_told,
    held_by,
    shown_by_lines,
    shown_in,
    text_of,
)

MOST_FILES = 5_000
"""Files outside of members/ that are looked into."""
_FOLDER = "members"
_NICKNAME = re.compile(r"^nickname[ \t]*[:\uff1a][ \t]*(.*)", re.MULTILINE)


def plain_values(root: Path, loaded: Loaded) -> Iterator[Finding]:
    """In a public repository, what only members may see is readable for everybody as its files stand now."""
    if loaded.community.repository.visibility != "public":
        yield fine(say("The repository is said to be private; look at its address signed out to be sure."))
        return
    opened = open_contacts(loaded.records, loaded.community)
    read = {record.path for record in loaded.records}
    findings = [
        *_in_members([record.path for record in loaded.records if _tells(record, loaded, opened)]),
        *_unread([path for path in loaded.paths if path not in read]),
        *_elsewhere(root, loaded, opened),
    ]
    everywhere = say(
        "The repository is public, and no introduction among its files holds a private value in plain text."
    )
    here = say("No introduction in {folder} holds a private value in plain text.", folder=f"{_FOLDER}/")
    yield from findings or [fine(here if git(root, "rev-parse", "--git-dir") is None else everywhere)]


def _tells(record: MemberRecord, loaded: Loaded, opened: frozenset[str]) -> bool:
    source: Source = loaded.sources[record.path]
    shown = held_by(record) or shown_by_lines(source.text, record, loaded.community)
    return bool(shown or contacts_told(source, record, loaded.community, opened))


def _in_members(paths: list[str]) -> Iterator[Finding]:
    if paths:
        message = count(
            "The repository is public, and {n} introduction holds private values in plain text: {files}.",
            "The repository is public, and {n} introductions hold private values in plain text: {files}.",
            len(paths),
            files=named(paths),
        )
        yield wrong(message, say("Make the repository private at once, and follow {file}.", file=INCIDENT))


def _unread(paths: list[str]) -> Iterator[Finding]:
    if paths:
        message = count(
            "{n} introduction can't be read, so nobody knows whether it holds private values: {files}.",
            "{n} introductions can't be read, so nobody knows whether they hold private values: {files}.",
            len(paths),
            files=named(paths),
        )
        yield doubtful(message, "acquaint check")


def _elsewhere(root: Path, loaded: Loaded, opened: frozenset[str]) -> Iterator[Finding]:
    """Files that git has outside of members/, and that look like introductions: copies, examples, leftovers."""
    listed = git(root, "ls-files", "-z", "--", ":/") or ""
    known = {*loaded.sources, *loaded.paths}
    paths = [path for path in listed.split("\0") if ending_of(path) in ENDINGS and path not in known]
    paths.sort(key=lambda path: not path.endswith(INTRODUCTIONS))
    found = [path for path in paths[:MOST_FILES] if _holds(root, path, loaded.community, opened)]
    if found:
        message = count(
            "The repository is public, and {n} file outside of {folder} looks like an introduction with private "
            "values in plain text: {files}.",
            "The repository is public, and {n} files outside of {folder} look like introductions with private "
            "values in plain text: {files}.",
            len(found),
            folder=f"{_FOLDER}/",
            files=named(found),
        )
        yield doubtful(message, say("If one is about a real person, it is published: follow {file}.", file=INCIDENT))
    if len(paths) > MOST_FILES:
        message = say("Only the first {n} files outside of {folder} were looked into.", n=MOST_FILES, folder=_FOLDER)
        yield doubtful(message, say("Keep introductions in {folder}.", folder=f"{_FOLDER}/"))


def _holds(root: Path, path: str, community: Community, opened: frozenset[str]) -> bool:
    content = read_regular(root / path, MOST_OF_A_FILE) or b""
    if not _looks_like_one(path, content, community):
        return False
    return bool(shown_in(path, content, community) or contacts_in_texts(path, content, community, opened))


def _looks_like_one(path: str, content: bytes, community: Community) -> bool:
    text = text_of(content)
    if begins_as_one(text, community):
        return True
    # One that begins with a comment is seen by its nickname, if it can be read at all.
    nickname = _NICKNAME.search(text) if path.endswith(INTRODUCTIONS) else None
    if nickname is None or is_placeholder(nickname[1].strip(" \"'")):
        return False
    return read_with(community, path, content) is not None
