"""What is private in a record: the one place that says it, for the laws of check and for reveal."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from acquaint.config import Community
from acquaint.fields.contacts import shape_of
from acquaint.records import Listing, MemberRecord
from acquaint.secrets import Secret, Shape
from acquaint.values import Audience, Contact, Contacts, Links, Wording
from acquaint.withhold import Person, Withholder, canonical_contact


def is_listed_publicly(record: MemberRecord) -> bool:
    """True if the member stands in the public edition."""
    return record.listing is Listing.EVERYONE


def texts_of(record: MemberRecord, field: str) -> tuple[str, ...]:
    """Every language's version of a text, whoever may see it."""
    value = record.values.get(field)
    return tuple(said.text for _, said in value.versions) if isinstance(value, Wording) else ()


def contacts_of(record: MemberRecord) -> Iterator[tuple[str, Contact, bool]]:
    """Each contact of a member in any field, as (field with kind, contact, whether everyone may see it)."""
    for name, value in record.values.items():
        for contact in value.contacts if isinstance(value, Contacts) else ():
            opened = record.audience(name, contact.kind) is Audience.EVERYONE and is_listed_publicly(record)
            yield (f"{name}.{contact.kind}" if name == "contact" else name), contact, opened


def secrets_of(record: MemberRecord) -> tuple[Secret, ...]:
    """The member's private contact values, less those that equal something the member shows to everyone."""
    accounts, contacts = _shown_accounts(record), _shown_contacts(record)
    return tuple(
        Secret(record.handle, field, contact.value, shape_of(contact))
        for field, contact, opened in contacts_of(record)
        if not opened
        and _canonical(contact) not in contacts
        and not (shape_of(contact) is Shape.ACCOUNT and _canonical(contact) in accounts)
    )


def _canonical(contact: Contact) -> str:
    return canonical_contact(shape_of(contact), contact.value)


def _shown_contacts(record: MemberRecord) -> frozenset[str]:
    """The contacts a member opened, in canonical form."""
    return frozenset(_canonical(contact) for _, contact, opened in contacts_of(record) if opened)


def _shown_accounts(record: MemberRecord) -> frozenset[str]:
    """Names of accounts that a member who is listed publicly shows anyway: the handle, and what links lead to.

    An e-mail address or a number in a link is no account's name: nobody gives those away by a link without noticing.
    """
    if not is_listed_publicly(record):
        return frozenset()
    shown = {record.handle}
    links = record.values.get("links")
    if isinstance(links, Links) and record.audience("links") is Audience.EVERYONE:
        for link in links.links:
            segments = unquote(urlsplit(link.url).path).strip("/").split("/")
            shown |= {canonical_contact(Shape.ACCOUNT, part) for part in (link.url, *segments) if part}
    return frozenset(shown)


def open_contacts(records: Iterable[MemberRecord], community: Community) -> frozenset[str]:
    """Every contact that its member, or the community as its `reach`, made public, in canonical form."""
    opened = {_canonical(contact) for record in records for _, contact, is_open in contacts_of(record) if is_open}
    reach = community.reach.email
    return frozenset(opened | {canonical_contact(Shape.EMAIL, reach)} if reach else opened)


def person_of(record: MemberRecord) -> Person:
    """What withholding needs to know of a member. A name or company that everyone may see is none of its business."""
    person = Person(
        display=f"@{record.handle}",
        handle=record.handle,
        names=() if _is_public(record, "name") else texts_of(record, "name"),
        companies=() if _is_public(record, "company") else texts_of(record, "company"),
        private_contacts=frozenset(canonical_contact(s.shape, s.value) for s in secrets_of(record)),
    )
    nicknames = texts_of(record, "nickname") if _is_public(record, "nickname") else ()
    if not nicknames:
        return person
    named = replace(person, display=nicknames[0], nickname=" ".join(nicknames))
    # A nickname may spell the name, by choice; it may not carry a company or a contact outside.
    return person if any(Withholder(named).holds(nickname) for nickname in nicknames) else named


def _is_public(record: MemberRecord, field: str) -> bool:
    return record.audience(field) is Audience.EVERYONE
