"""Withholds what repeats a member's private name or company, or is a contact, in free text: text in, text out."""

from acquaint.withhold.addresses import account_in
from acquaint.withhold.contacts import canonical_contact, contacts_in, names_in, reached_in
from acquaint.withhold.engine import Withholder
from acquaint.withhold.person import Finding, Kind, Person
from acquaint.withhold.sentences import altered_sentence

__all__ = [
    "Finding",
    "Kind",
    "Person",
    "Withholder",
    "account_in",
    "altered_sentence",
    "canonical_contact",
    "contacts_in",
    "names_in",
    "reached_in",
]
