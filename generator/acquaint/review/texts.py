"""Contacts in texts for everyone: pages withhold them, but where strangers can read the file, they are published."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from acquaint.changes import Earlier
from acquaint.changes.comparing import FILES
from acquaint.changes.contents import ending_of
from acquaint.load.source import read_regular
from acquaint.messages import Message, say
from acquaint.privacy import INCIDENT, open_contacts
from acquaint.problems import Problem, Problems
from acquaint.review.binaries import MOST as MOST_OF_A_FILE
from acquaint.review.case import Case
from acquaint.review.leaking import ENDINGS, contacts_in_texts, is_somebodys
from acquaint.review.published import anew
from acquaint.tree import Span

_WARNING = "contact-in-prose"


def check_texts(case: Case, problems: Problems) -> None:
    """In a public repository no text of an introduction tells a contact that nobody opened."""
    if not case.is_public:
        return
    opened = open_contacts(case.now.records, case.now.community)
    present: dict[str, Mapping[str, Span]] = {}
    for change in case.changes:
        if change.mode in FILES and ending_of(change.path) in ENDINGS:
            content = read_regular(case.comparison.root / change.path, MOST_OF_A_FILE) or b""
            present[change.path] = _told(case, change.path, content, opened)
    # A contact behind a # is told as a field already, where it is one.
    known = {(one.path, one.span.line) for one in problems if one.law.slug == "plain-private-value" and one.span}
    for path, places in present.items():
        for name, span in places.items():
            if name == "contact" and (path, span.line) in known:
                continue
            message = say(
                "{field} tells something that looks like a contact, and strangers can read this file as it is.",
                field=name,
            )
            problems.add("plain-private-value", message, path, span, fix=_fix())
    # Who begins again for the one thing does so for the other.
    told = {one.path for one in problems if one.law.slug == "plain-private-value" and one.span is None}
    for path, names in _earlier(case, opened).items():
        left = tuple(sorted(names - present.get(path, {}).keys()))
        if left and path not in told:
            message = say(
                "An earlier commit of this change tells a contact in {fields}, and strangers can read it.", fields=left
            )
            problems.add("plain-private-value", message, path, fix=anew())


def without_warnings(case: Case, found: Sequence[Problem]) -> tuple[Problem, ...]:
    """`found` without what check_texts tells as an error."""
    renewed = {change.path for change, _ in case.renewed} if case.is_public else set()
    return tuple(one for one in found if one.law.slug != _WARNING or one.path not in renewed)


def _earlier(case: Case, opened: frozenset[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for version in Earlier(case.comparison, ENDINGS, MOST_OF_A_FILE):
        if version.content != read_regular(case.comparison.root / version.path, MOST_OF_A_FILE):
            found[version.path] |= _told(case, version.path, version.content, opened).keys()
    return found


def _told(case: Case, path: str, content: bytes, opened: frozenset[str]) -> Mapping[str, Span]:
    community = case.now.community
    return contacts_in_texts(path, content, community, opened) if is_somebodys(path, content, community) else {}


def _fix() -> Message:
    return say(
        "Take it out of the text and give it to the organiser another way, or open it under public if everybody may "
        "read it. Once pushed, it is published: follow {page}.",
        page=INCIDENT,
    )
