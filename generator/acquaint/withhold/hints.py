"""Whether a text may hold a contact at all: most texts hold none, and need no closer look."""

import re
from functools import lru_cache

from acquaint.withhold.addresses import hints_at_reach
from acquaint.withhold.emails import hints_at_email
from acquaint.withhold.messengers import hints_at_messenger

_DIGITS = re.compile(r"\d(?:[^\w\n]{0,3}\d){5}")


@lru_cache(maxsize=4096)
def hints_at_contact(folded: str) -> bool:
    """True if a text folded for contacts may hold any; many members give the same tags and places."""
    found = _DIGITS.search(folded) is not None
    return found or hints_at_email(folded) or hints_at_messenger(folded) or hints_at_reach(folded)
