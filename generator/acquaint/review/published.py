"""Plain private values in files that strangers can read, now or in an earlier commit of the same change."""

from collections import defaultdict

from acquaint.changes import Change, Earlier
from acquaint.changes.comparing import FILES
from acquaint.changes.contents import ending_of
from acquaint.fields.pictures import ENDINGS as PICTURES
from acquaint.fields.pictures import MOST_BYTES, tells_a_place
from acquaint.load.source import read_regular
from acquaint.messages import Message, say
from acquaint.privacy import INCIDENT, plain_values_of
from acquaint.problems import Problems
from acquaint.review.binaries import MOST as MOST_OF_A_FILE
from acquaint.review.case import Case
from acquaint.review.elsewhere import cause
from acquaint.review.leaking import ENDINGS, held_by, is_somebodys, shown_by_lines, shown_in
from acquaint.tree import Span


def check_private_values(case: Case, problems: Problems) -> None:
    """In a public repository no introduction holds, in plain text, what only members may see.

    What the settings said before counts as well: who opens a field can't fill it in the same change.
    """
    if not case.is_public:
        return
    present = _present(case)
    for change in case.changes:
        for name, line in present.get(change.path, {}).items():
            span = Span(line, 1, len(name.partition(".")[0]))
            problems.add("plain-private-value", _said(case, change, name), change.path, span, fix=take_out(name))
    earlier, is_whole = _earlier(case)
    if not _check_pictures(case, problems) or not is_whole:
        message = say("This change is too large to look for private values in all that its commits ever held.")
        fix = say("Split it into smaller changes, each in a new branch.")
        problems.add("plain-private-value", message, cause(case), fix=fix)
    for path, names in earlier.items():
        left = tuple(sorted(names.keys() - present.get(path, {}).keys()))
        if left:
            message = say("An earlier commit of this change holds {fields}, and strangers can read it.", fields=left)
            problems.add("plain-private-value", message, path, fix=anew())


def _check_pictures(case: Case, problems: Problems) -> bool:
    """A phone writes into each picture where it was taken; strangers who clone the repository can read it.

    False if there are more earlier pictures than are looked at.
    """
    fix = say("Save it without its notes, as a screenshot of it is; for what was pushed follow {page}.", page=INCIDENT)
    told = set()
    for change in case.changes:
        if change.mode not in FILES or ending_of(change.path) not in PICTURES:
            continue
        content = read_regular(case.comparison.root / change.path, MOST_BYTES + 1)
        if content and tells_a_place(content):
            message = say("This picture's notes tell where it was taken, and strangers can read this repository.")
            problems.add("plain-private-value", message, change.path, fix=fix)
            told.add(change.path)
    earlier = Earlier(case.comparison, PICTURES, MOST_BYTES)
    for version in earlier:
        if version.path not in told and tells_a_place(version.content):
            message = say("An earlier commit of this change held this picture with notes on where it was taken.")
            problems.add("plain-private-value", message, version.path, fix=anew())
            told.add(version.path)
    return earlier.is_whole


def anew() -> Message:
    """What to do where only an earlier commit holds it."""
    return say(
        "Begin again in a new branch with one commit that never held it, close this proposal, and follow {page}.",
        page=INCIDENT,
    )


def _said(case: Case, change: Change, name: str) -> Message:
    old = case.old.get(change.before)
    if old and name in plain_values_of(old):
        return say("{field} is for members, but it has stood in this public repository before, too.", field=name)
    return open_to_strangers(name)


def open_to_strangers(name: str) -> Message:
    """What is wrong with the field `name`, or with a kind of contact."""
    return say("{field} is for members, but strangers can read this repository, and so this file.", field=name)


def take_out(name: str) -> Message:
    """What to do about the field `name`, or a kind of contact."""
    field = name.partition(".")[0]
    return say(
        "Take {field} out and give it to the organiser another way. Once pushed, it is published: follow {page}.",
        field=field if field != "contact" else name,
        page=INCIDENT,
    )


def _present(case: Case) -> dict[str, dict[str, int]]:
    """The names of private values, with their lines, in each file that is new or changed, by its path."""
    renewed = {change.path: record for change, record in case.renewed}
    found: dict[str, dict[str, int]] = {}
    for change in case.changes:
        record, source = renewed.get(change.path), case.now.sources.get(change.path)
        if record and source and not case.settings:
            shown = {**shown_by_lines(source.text, record, case.now.community), **held_by(record)}
        elif change.mode in FILES and ending_of(change.path) in ENDINGS:
            shown = _shown(case, change.path, read_regular(case.comparison.root / change.path, MOST_OF_A_FILE) or b"")
        else:
            shown = {}
        if shown:
            found[change.path] = shown
    return found


def _earlier(case: Case) -> tuple[dict[str, dict[str, int]], bool]:
    """The same of what single commits wrote, and whether all of it could be looked at."""
    earlier = Earlier(case.comparison, ENDINGS, MOST_OF_A_FILE)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for version in earlier:
        if version.content != read_regular(case.comparison.root / version.path, MOST_OF_A_FILE):
            found[version.path] |= _shown(case, version.path, version.content)
    return found, earlier.is_whole


def _shown(case: Case, path: str, content: bytes) -> dict[str, int]:
    communities = (case.now.community, case.before)[: 2 if case.settings else 1]
    shown = (shown_in(path, content, one) for one in communities if is_somebodys(path, content, one))
    return {name: line for one in shown for name, line in one.items()}
