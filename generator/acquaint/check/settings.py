"""What the community itself has written: an invitation that has ended, a member's private contact on an own page."""

from datetime import date
from itertools import islice

from acquaint.everybody import claimed_places
from acquaint.load import Loaded
from acquaint.load.community import NAME
from acquaint.load.documents import read_settings
from acquaint.load.page_files import FOLDER
from acquaint.load.source import Source
from acquaint.messages import say
from acquaint.problems import Problems
from acquaint.tree import Mapping, Span


def check_invitation(loaded: Loaded, day: date, problems: Problems) -> None:
    """An invitation whose last day is over by the build day isn't shown, so somebody should hear of it."""
    join = loaded.community.join
    if not join.invite or join.until is None or join.until >= day:
        return
    message = say("The invitation has ended, so it isn’t shown any more.")
    fix = say("Write a later day, or take the invitation out.")
    problems.add("invitation-ended", message, NAME, _place_of_end(loaded.sources.get(NAME)), fix=fix)


def check_own_pages(loaded: Loaded, claims: frozenset[str], problems: Problems) -> None:
    """An own page is for everybody, so no member's private contact may stand on it."""
    pages = [source for path, source in loaded.sources.items() if path.startswith(f"{FOLDER}/")]
    for source in pages:
        for start, end in islice(claimed_places(source.text, claims), 1):
            line = source.text.count("\n", 0, start) + 1
            column = start - (source.text.rfind("\n", 0, start) + 1) + 1
            message = say("This page holds a contact that only members see.")
            fix = say("Take it out, or let its owner open it under public.")
            problems.add("private-contact", message, source.path, Span(line, column, max(1, end - start)), fix=fix)


def _place_of_end(source: Source | None) -> Span | None:
    """Where `join.until` stands."""
    tree = read_settings(source, Problems()) if source else None
    join = tree.get("join") if tree else None
    until = join.get("until") if isinstance(join, Mapping) else None
    return until.span if until else None
