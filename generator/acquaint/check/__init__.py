"""Laws over what was read, and telling about those that are broken."""

from collections.abc import Callable
from datetime import date

from acquaint.check.handles import check_handles, check_introducers, check_spelling_of_names
from acquaint.check.prose import check_free_texts
from acquaint.check.settings import check_invitation, check_own_pages
from acquaint.check.tags import check_tags
from acquaint.load import Loaded
from acquaint.problems import Problem, Problems

LAWS: tuple[Callable[[Loaded, Problems], None], ...] = (
    check_handles,
    check_introducers,
    check_spelling_of_names,
    check_free_texts,
    check_tags,
    check_own_pages,
)
"""What a single file can't show. What it can, its reader reports (load/, fields/)."""


def check(loaded: Loaded, problems: Problems, day: date) -> tuple[Problem, ...]:
    """Hold `loaded` to every law on the build day; all problems in order, with their lines, private values masked."""
    for law in LAWS:
        law(loaded, problems)
    check_invitation(loaded, day, problems)
    if loaded.community.prose_is_error:
        problems.harden(frozenset({"name-in-prose", "company-in-prose", "contact-in-prose"}))
    if not problems:
        return ()
    from acquaint.check.telling import masked  # Slow to import: it knows a mend for everything.

    return masked(problems, loaded)
