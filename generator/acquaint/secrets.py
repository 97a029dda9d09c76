"""A value that must not appear in the public edition, as the gate receives it."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How a secret is compared: an e-mail address, a phone number, or an account's name."""

    EMAIL = "email"
    PHONE = "phone"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Secret:
    """One private contact value. It must never be put into a message: say `handle` and `field` instead."""

    handle: str
    field: str
    value: str
    shape: Shape

    def __repr__(self) -> str:
        return f"Secret({self.handle!r}, {self.field!r}, masked)"


WORD_BELOW = 12
"""Letters; a longer run of nothing but letters is no word that anybody else would write by chance."""
NUMBER_BELOW = 6
"""Digits; fewer may be anything, a year or a price."""


def is_wordlike(account: str) -> bool:
    """True for an account that might be anybody's word or number (`sunshine`, `2026`).

    Such a value is looked for in its owner's own texts and pages only; anywhere else it says nothing.
    """
    words = account.split()
    are_words = bool(words) and all(word.isalpha() and len(word) < WORD_BELOW for word in words)
    return are_words or (account.isdecimal() and len(account) < NUMBER_BELOW)
