"""What is private in a record: the one place that says it, for the laws of check and for reveal."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from acquaint.config import Community
from acquaint.fields.contacts import shape_of
from acquaint.records import Listing, MemberRecord
from acquaint.secrets import Secret, Shape
from acquaint.spellings import address_parts, spellings
from acquaint.values import Audience, Contact, Contacts, Items, Links, Said, Sealed, Wording
from acquaint.withhold import Kind, Person, Withholder, canonical_contact, contacts_in

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")

INCIDENT = "docs/incident.md"
"""What to do about something published, in a community that init made as in Acquaint's own repository."""


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


HARMLESS = frozenset({"updated", "confirmed", "introduced_by", "owner"})
"""Internal fields that a public repository tells anyway: who changed a file, when, and in whose pull request."""


def plain_values_of(record: MemberRecord) -> tuple[str, ...]:
    """Names of the fields that hold in plain text what only members may see, kinds of contact as `contact.email`.

    Where the file itself is public, as in a public repository, strangers read these all the same. Of somebody who isn't
    listed for everyone that is every field.
    """
    return tuple(dict.fromkeys(part for name in record.values for part in _plain_parts(record, name)))


def _plain_parts(record: MemberRecord, name: str) -> Iterator[str]:
    value = record.values[name]
    if name in HARMLESS or isinstance(value, Sealed):
        return
    closed = not is_listed_publicly(record) or record.audience(name) is not Audience.EVERYONE
    match value:
        case Contacts(contacts=contacts):
            for contact in contacts:
                if not is_listed_publicly(record) or record.audience(name, contact.kind) is not Audience.EVERYONE:
                    yield f"{name}.{contact.kind}" if name == "contact" else name
        case Items(items=items) if not closed:
            if any(item.audience is Audience.MEMBERS for item in items):
                yield name
        case _:
            if closed:
                yield name


def public_texts(record: MemberRecord) -> Iterator[tuple[str, Said, str]]:
    """Every free text of a member that everyone would see, as (field, text, language)."""
    for name, value in record.values.items():
        if record.audience(name) is not Audience.EVERYONE:
            continue
        match value:
            case Wording(versions=versions):
                yield from ((name, said, tag or record.lang) for tag, said in versions)
            case Items(items=items):
                yield from ((name, i.said, record.lang) for i in items if i.audience is Audience.EVERYONE)
            case Links(links=links):
                yield from ((name, link.label, record.lang) for link in links)


def holds_email(url: str) -> bool:
    """True if an address tells an e-mail address in its path; one that begins with mailto: does so by choice."""
    address = unquote(url)
    return not address.startswith("mailto:") and _EMAIL.search(urlsplit(address).path) is not None


def told_contacts(record: MemberRecord, opened: frozenset[str]) -> Iterator[tuple[str, Said, int, int]]:
    """(field, text, start, end) of each contact in a text for everyone, which pages withhold and the file tells.

    Of a link whose address tells one it is the whole label. `opened` is what open_contacts gives.
    """
    if not is_listed_publicly(record):
        return
    withholder = withholder_of(record, opened)
    for name, said, lang in public_texts(record):
        found = withholder.findings(said.text, lang)
        yield from ((name, said, one.start, one.end) for one in found if one.kind is Kind.CONTACT)
    for name, value in record.values.items():
        links = value.links if isinstance(value, Links) and _is_public(record, name) else ()
        yield from ((name, link.label, 0, len(link.label.text)) for link in links if holds_email(link.url))


def secrets_of(record: MemberRecord, opened: frozenset[str] = frozenset()) -> tuple[Secret, ...]:
    """The member's private contact values in all their spellings, less what somebody shows to everyone.

    `opened` is what open_contacts gives: a value that anybody made public can be no secret of somebody else's.
    """
    shown = opened | _shown_accounts(record)
    return tuple(
        Secret(record.handle, field, value, shape)
        for field, contact, is_open in contacts_of(record)
        if not is_open and _canonical(contact) not in opened
        for shape, value in spellings(shape_of(contact), contact.value)
        if not (shape is Shape.ACCOUNT and _shown_as(value) in shown)
    )


def _shown_as(account: str) -> str:
    """An account, or an address without what addresses of one page may differ in, as it is compared."""
    is_address = account.startswith(("https://", "http://"))
    return canonical_contact(Shape.ACCOUNT, address_parts(account)[-1] if is_address else account)


def _canonical(contact: Contact) -> str:
    return canonical_contact(shape_of(contact), contact.value)


def _shown_accounts(record: MemberRecord) -> frozenset[str]:
    """Names of accounts that a member who is listed publicly shows anyway: the handle, and what links lead to.

    An e-mail address or a number in a link is no account's name: nobody gives those away by a link without noticing.
    """
    if not is_listed_publicly(record):
        return frozenset()
    links = record.values.get("links")
    urls = [link.url for link in links.links] if isinstance(links, Links) and _is_public(record, "links") else []
    return frozenset({record.handle}.union(*(_accounts_in(url) for url in urls)))


def _accounts_in(url: str) -> set[str]:
    """What a public address shows: itself, all it begins with, the names in its path, the name before its host."""
    parts = address_parts(url)
    names = {url, *parts, *parts[-1].split("/"), parts[0].partition(".")[0]}
    return {canonical_contact(Shape.ACCOUNT, name) for name in names if name}


@dataclass(frozen=True, slots=True)
class ContactForms:
    """A member's contacts in canonical form: those `opened` to everybody, and whatever any of them is `known_as`."""

    opened: frozenset[str]
    known_as: frozenset[str]


def contact_forms(record: MemberRecord) -> ContactForms:
    """Every canonical form under which somebody may have made public what `record` has as a contact."""
    found = [(shape_of(contact), contact.value) for _, contact, _ in contacts_of(record)]
    spelt = (
        _shown_as(value) for shape, value in found for form, value in spellings(shape, value) if form is Shape.ACCOUNT
    )
    known_as = frozenset(canonical_contact(shape, value) for shape, value in found).union(spelt)
    return ContactForms(opened_by(record), known_as)


def opened_by(record: MemberRecord) -> frozenset[str]:
    """The contacts that a member made public, in canonical form."""
    return frozenset(_canonical(contact) for _, contact, is_open in contacts_of(record) if is_open)


def opened_by_community(community: Community) -> frozenset[str]:
    """The contacts that the community itself made public, in canonical form."""
    opened = set[str]()
    for url in (community.join.invite, community.base_url, community.repository.url):
        opened |= _accounts_in(url) if url else set()
    texts = (community.reach.text, community.description, community.join.how)
    said = [community.reach.email, *(text for words in texts if words for _, text in words.versions)]
    found = {canonical for text in said for _, _, canonical in contacts_in(text)}
    # A word of the community's own texts opens nobody's account.
    return frozenset(opened | {canonical for canonical in found if not canonical.isalpha()})


def open_contacts(records: Iterable[MemberRecord], community: Community) -> frozenset[str]:
    """Every contact that its member, or the community itself, made public, in canonical form."""
    return opened_by_community(community).union(*map(opened_by, records))


def withholder_of(record: MemberRecord, opened: frozenset[str] = frozenset()) -> Withholder:
    """What withholds from the texts of `record`, where `opened` are contacts that somebody made public."""
    return Withholder(person_of(record, secrets_of(record, opened)), opened)


def person_of(record: MemberRecord, secrets: Iterable[Secret] | None = None) -> Person:
    """What withholding needs to know of a member, with these `secrets` of theirs.

    A name or company that everyone may see is none of its business.
    """
    person = Person(
        display=f"@{record.handle}",
        handle=record.handle,
        names=() if _is_public(record, "name") else texts_of(record, "name"),
        companies=() if _is_public(record, "company") else texts_of(record, "company"),
        private_contacts=frozenset(
            canonical_contact(secret.shape, secret.value)
            for secret in (secrets_of(record) if secrets is None else secrets)
        ),
    )
    nicknames = texts_of(record, "nickname") if _is_public(record, "nickname") else ()
    if not nicknames:
        return person
    named = replace(person, display=nicknames[0], nickname=" ".join(nicknames))
    # A nickname may spell the name, by choice; it may not carry a company or a contact outside.
    return person if any(Withholder(named).holds(nickname) for nickname in nicknames) else named


def _is_public(record: MemberRecord, field: str) -> bool:
    return record.audience(field) is Audience.EVERYONE
