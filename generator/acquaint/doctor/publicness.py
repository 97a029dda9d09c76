"""Whether a public repository tells anybody what only members may see: its introductions in members/ and elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

from acquaint.config import Community
from acquaint.doctor.finding import Finding, doubtful, fine, named, wrong
from acquaint.fields.reading import nothing_beside
from acquaint.git import git
from acquaint.load import Loaded
from acquaint.load.discover import INTRODUCTIONS
from acquaint.load.lint import is_placeholder
from acquaint.load.member import MemberReader
from acquaint.load.source import MOST_BYTES, decode, read_regular
from acquaint.messages import count, say
from acquaint.privacy import INCIDENT, open_contacts, plain_values_of, told_contacts
from acquaint.problems import Problems
from acquaint.records import MemberRecord

MOST_FILES = 5_000
"""Files outside of members/ that are looked into."""
_FOLDER = "members"
_NICKNAME = re.compile(r"^nickname[ \t]*[:\uff1a][ \t]*(.*)", re.MULTILINE)


def plain_values(root: Path, loaded: Loaded) -> Iterator[Finding]:
    """In a public repository, what only members may see is readable for everybody, now and in its history."""
    if loaded.community.repository.visibility != "public":
        yield fine(say("The repository is said to be private; look at its address signed out to be sure."))
        return
    opened = open_contacts(loaded.records, loaded.community)
    read = {record.path for record in loaded.records}
    findings = [
        *_in_members([record.path for record in loaded.records if _tells(record, opened)]),
        *_unread([path for path in loaded.paths if path not in read]),
        *_elsewhere(root, loaded, opened),
    ]
    everywhere = say(
        "The repository is public, and no introduction among its files holds a private value in plain text."
    )
    here = say("No introduction in {folder} holds a private value in plain text.", folder=f"{_FOLDER}/")
    yield from findings or [fine(here if git(root, "rev-parse", "--git-dir") is None else everywhere)]


def _tells(record: MemberRecord, opened: frozenset[str]) -> bool:
    return bool(plain_values_of(record)) or any(told_contacts(record, opened))


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
    paths = [path for path in listed.split("\0") if path.endswith(INTRODUCTIONS) and path not in known]
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
    content = read_regular(root / path, MOST_BYTES + 1) or b""
    source = decode(content, path, Problems()) if len(content) <= MOST_BYTES else None
    nickname = _NICKNAME.search(source.text) if source else None
    if source is None or nickname is None or is_placeholder(nickname[1].strip(" \"'")):
        return False
    record = MemberReader(community, Problems()).read(source, None, nothing_beside)
    return record is not None and _tells(record, opened)
