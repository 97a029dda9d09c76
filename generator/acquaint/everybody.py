"""What the records say of each other, so that each can then be judged and shown alone.

record                         -> the contacts it opens, and its own in all their forms
these of each record           -> opened contacts, secrets, claims: of all, small
record, what of these it names -> what is withheld from its texts; check and reveal read it
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from acquaint.config import Community
from acquaint.privacy import contact_forms, opened_by_community, person_of, public_texts, secrets_of
from acquaint.records import MemberRecord
from acquaint.secrets import Secret, Shape, is_wordlike
from acquaint.store import FORGETFUL, Store
from acquaint.values import Links, Wording
from acquaint.withhold import Withholder, canonical_contact, contacts_in, names_in, reached_in

NATIONAL_DIGITS = 9
"""Digits that make two spellings of a phone number one: with the country's code and without."""

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """What one record names, in canonical form.

    `reaches` is whatever somebody may have opened, `says` everything it shows that may be somebody's private contact.
    """

    reaches: frozenset[str]
    says: frozenset[str]


@dataclass(frozen=True, slots=True)
class Claims:
    """The private contacts of one member that nobody else may show (`anywhere`), and those that are words of everybody:
    they count in this member's `own` texts only."""

    anywhere: frozenset[str]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """One record, and all that the others mean for it.

    `html` maps its Markdown texts to what they show. `claimed` are the private contacts, anybody's, that it may say.
    """

    record: MemberRecord
    html: Mapping[str, str]
    secrets: tuple[Secret, ...]
    withholder: Withholder
    claimed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Everybody:
    """All records in their order; `opened` are the contacts that somebody made public, `claims` the private ones."""

    known: tuple[Known, ...]
    opened: frozenset[str]
    claims: frozenset[str]

    @classmethod
    def of(
        cls, records: Sequence[MemberRecord], community: Community, store: Store = FORGETFUL, *, drawn: bool = True
    ) -> "Everybody":
        """The members with these `records`; without `drawn`, Markdown is taken as it is written."""
        prose = tuple(sorted(name for name, spec in community.fields.items() if spec.kind == "prose")) if drawn else ()
        own = [store.of(contact_forms, record) for record in records]
        opened = store.of(opened_by_community, community).union(*(forms.opened for forms in own))
        secrets = [
            store.of(secrets_of, record, (opened & forms.known_as) or _NONE)
            for record, forms in zip(records, own, strict=True)
        ]
        claims = [store.of(claims_of, each) for each in secrets]
        everywhere = _NONE.union(*(each.anywhere for each in claims))
        known = []
        for record, kept, claim in zip(records, secrets, claims, strict=True):
            html = store.of(html_of, record, prose)
            named = store.of(named_in, record, html)
            withholder = store.of(withholder_for, record, kept, (opened & named.reaches) or _NONE)
            claimed = (named.says & everywhere) | (named.says & claim.own) or _NONE
            known.append(Known(record, html, kept, withholder, claimed))
        return cls(tuple(known), opened, everywhere)


def html_of(record: MemberRecord, prose: tuple[str, ...]) -> Mapping[str, str]:
    """Each text of the fields `prose`, with the HTML that it stands for."""
    if not prose:
        return {}
    from acquaint.markup import to_html  # Brings Markdown along: slow to import, and a check draws nothing.

    values = (record.values.get(name) for name in prose)
    texts = (said.text for value in values if isinstance(value, Wording) for _, said in value.versions)
    return {text: to_html(text) for text in texts if text}


def named_in(record: MemberRecord, html: Mapping[str, str]) -> Named:
    """What `record` names; of its prose, as it was typed and as it is shown."""
    texts = [said.text for _, said, _ in public_texts(record)]
    links = record.values.get("links")
    if isinstance(links, Links):
        texts += [unquote(link.url) for link in links.links]
    says = frozenset[str]().union(*map(names_in, texts))
    reaches = contact_forms(record).known_as.union(says, *map(reached_in, (*texts, *html.values())))
    return Named(
        reaches=reaches.union(name.removeprefix("00") for name in reaches),
        says=frozenset(says.union(name[-NATIONAL_DIGITS:] for name in says if name.isdigit())),
    )


def claims_of(secrets: tuple[Secret, ...]) -> Claims:
    """How others may repeat `secrets`. A plain word counts in its owner's texts only: anybody may like sunshine."""
    anywhere, own = set[str](), set[str]()
    for secret in secrets:
        name = canonical_contact(secret.shape, secret.value)
        (own if secret.shape is Shape.ACCOUNT and is_wordlike(name) else anywhere).add(name)
        if secret.shape is Shape.PHONE:
            anywhere.add(name[-NATIONAL_DIGITS:])
    return Claims(frozenset(anywhere), frozenset(own))


def withholder_for(record: MemberRecord, secrets: tuple[Secret, ...], opened: frozenset[str]) -> Withholder:
    """What withholds from the texts of `record`, where `opened` are the contacts it names that somebody made public."""
    return Withholder(person_of(record, secrets), opened)


def claimed_places(text: str, claimed: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where one of the private contacts `claimed` stands in a text."""
    for start, end, name in contacts_in(text) if claimed else ():
        if name in claimed or (name.isdigit() and name[-NATIONAL_DIGITS:] in claimed):
            yield start, end
