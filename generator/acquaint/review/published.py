"""Plain private values in files that strangers can read, now or in an earlier commit of the same change."""

from collections import defaultdict
from collections.abc import Iterator

from acquaint.changes import Change, earlier_versions
from acquaint.changes.comparing import FILES
from acquaint.fields.pictures import ENDINGS, MOST_BYTES, tells_a_place
from acquaint.load.source import MOST_BYTES as MOST_OF_A_TEXT
from acquaint.load.source import read_regular
from acquaint.messages import Message, say
from acquaint.privacy import plain_values_of
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.review.case import Case, handle_of, read_with

_INCIDENT = "docs/incident.md"


def check_private_values(case: Case, problems: Problems) -> None:
    """In a public repository no introduction holds, in plain text, what only members may see.

    What the settings said before counts as well: who opens a field can't fill it in the same change.
    """
    if not case.is_public:
        return
    holding = {change.path: held for change, record in case.renewed if (held := _held(case, change, record))}
    for change, record in case.renewed:
        for name in holding.get(change.path, ()):
            span = record.spans.get(name.partition(".")[0])
            problems.add("plain-private-value", _said(case, change, name), change.path, span, fix=_fix(name))
    _check_pictures(case, problems)
    for path, names in _earlier(case).items():
        left = tuple(sorted(names - set(holding.get(path, ()))))
        if left:
            message = say("An earlier commit of this change holds {fields}, and strangers can read it.", fields=left)
            fix = say(
                "Begin again in a new branch with one commit that never held it, close this proposal, "
                "and follow {page}.",
                page=_INCIDENT,
            )
            problems.add("plain-private-value", message, path, fix=fix)


def _check_pictures(case: Case, problems: Problems) -> None:
    """A phone writes into each picture where it was taken; strangers who clone the repository can read it."""
    for change in case.changes:
        if change.mode not in FILES or not change.path.lower().endswith(ENDINGS):
            continue
        content = read_regular(case.comparison.root / change.path, MOST_BYTES + 1)
        if content and tells_a_place(content):
            message = say("This picture's notes tell where it was taken, and strangers can read this repository.")
            fix = say(
                "Save it without its notes, as a screenshot of it is; for what was pushed follow {page}.",
                page=_INCIDENT,
            )
            problems.add("plain-private-value", message, change.path, fix=fix)


def _held(case: Case, change: Change, record: MemberRecord) -> tuple[str, ...]:
    records = [record]
    source = case.now.sources.get(change.path)
    if case.settings is not None and source is not None:
        as_before = read_with(case.before, change.path, source)
        records += [as_before] if as_before else []
    return tuple(dict.fromkeys(name for one in records for name in plain_values_of(one)))


def _said(case: Case, change: Change, name: str) -> Message:
    old = case.old.get(change.before)
    if old and name in plain_values_of(old):
        return say("{field} is for members, but it has stood in this public repository before, too.", field=name)
    return say("{field} is for members, but strangers can read this repository, and so this file.", field=name)


def _fix(name: str) -> Message:
    field = name.partition(".")[0]
    return say(
        "Take {field} out and give it to the organiser another way. Once pushed, it is published: follow {page}.",
        field=field if field != "contact" else name,
        page=_INCIDENT,
    )


def _earlier(case: Case) -> dict[str, set[str]]:
    """The names of private values in what single commits wrote, by path."""
    found: dict[str, set[str]] = defaultdict(set)
    for version in earlier_versions(case.comparison, "members", MOST_OF_A_TEXT):
        if handle_of(version.path):
            for record in _readings(case, version.path, version.content):
                found[version.path].update(plain_values_of(record))
    return found


def _readings(case: Case, path: str, content: bytes) -> Iterator[MemberRecord]:
    for community in (case.before, case.now.community)[: 2 if case.settings else 1]:
        record = read_with(community, path, content)
        if record:
            yield record
