"""Free text: what in it repeats a private name or company, or is somebody's contact."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from acquaint.load import Loaded
from acquaint.privacy import is_listed_publicly, open_contacts, person_of, secrets_of
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.secrets import Shape, is_wordlike
from acquaint.tree import Span
from acquaint.values import Audience, Items, Links, Said, Wording
from acquaint.withhold import Finding, Kind, Withholder, altered_sentence, canonical_contact, contacts_in

_NATIONAL_DIGITS = 9
"""Digits that make two spellings of a phone number one: with the country's code and without."""

_SLUGS = {
    Kind.NAME: ("name-in-prose", "your name, which only members see"),
    Kind.COMPANY: ("company-in-prose", "where you work, which only members see"),
    Kind.CONTACT: ("contact-in-prose", "something that looks like a contact"),
}


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


def place_in(said: Said, offset: int, length: int) -> Span:
    """Where the character `offset` of a text stands in the file (exactly in prose and in values of one line)."""
    before = said.text[:offset]
    lines = before.count("\n")
    if lines:
        return Span(said.span.line + lines, offset - before.rfind("\n"), length)
    return Span(said.span.line, said.span.column + offset, length)


@dataclass(slots=True)
class PrivateContacts:
    """Everyone's private contacts in canonical form, with the handles they belong to."""

    owners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, loaded: Loaded) -> "PrivateContacts":
        """Those of all members, whatever their listing."""
        found = cls()
        for record in loaded.records:
            for secret in secrets_of(record):
                canonical = canonical_contact(secret.shape, secret.value)
                # A plain word is a secret in its owner's own text only; anybody may like sunshine.
                scope = f"{record.handle}:" if secret.shape is Shape.ACCOUNT and is_wordlike(canonical) else ""
                found.owners[scope + canonical].add(record.handle)
                if secret.shape is Shape.PHONE:
                    found.owners[canonical[-_NATIONAL_DIGITS:]].add(record.handle)
        return found

    def hits(self, text: str, handle: str) -> list[tuple[int, int]]:
        """Where in a text of member `handle` anybody's private contact stands."""
        found = []
        for start, end, canonical in contacts_in(text):
            keys = {canonical, f"{handle}:{canonical}"}
            if canonical.isdigit():
                keys.add(canonical[-_NATIONAL_DIGITS:])
            if any(key in self.owners for key in keys):
                found.append((start, end))
        return found


def check_free_texts(loaded: Loaded, problems: Problems) -> None:
    """What the public edition withholds is told to its author with the sentence as strangers will read it."""
    contacts = PrivateContacts.of(loaded)
    opened = open_contacts(loaded.records, loaded.community)
    for record in loaded.records:
        if not is_listed_publicly(record):
            continue
        withholder = Withholder(person_of(record), opened)
        for name, said, lang in public_texts(record):
            is_tag = loaded.community.fields[name].kind in ("tags", "availability")
            hits = contacts.hits(said.text, record.handle)
            _report_private_contacts(record, name, said, hits, problems)
            findings = withholder.findings(said.text, lang)
            rest = [f for f in findings if not any(s < f.end and f.start < e for s, e in hits)]
            _report_withheld(record, name, said, _Told(tuple(findings), tuple(rest), is_tag), problems)


@dataclass(frozen=True, slots=True)
class _Told:
    """All findings of a text, those that are not errors already, and whether the text is a tag."""

    findings: tuple[Finding, ...]
    rest: tuple[Finding, ...]
    is_tag: bool


def _report_private_contacts(
    record: MemberRecord, name: str, said: Said, hits: list[tuple[int, int]], problems: Problems
) -> None:
    for start, end in hits[:1]:
        message = f"{name} repeats a contact that only members see."
        fix = "Take it out here, or open it for everyone under public."
        problems.add("private-contact", message, record.path, place_in(said, start, end - start), fix=fix)


def _report_withheld(record: MemberRecord, name: str, said: Said, told: _Told, problems: Problems) -> None:
    for kind, (slug, what) in _SLUGS.items():
        first = next((finding for finding in told.rest if finding.kind is kind), None)
        if first is None:
            continue
        if told.is_tag:
            message = f"{name} repeats {what}, so strangers won't see this entry."
        else:
            message = f"{name} repeats {what}. Strangers will read: “{altered_sentence(said.text, told.findings)}”"
        fix = "Accept it, or reword it yourself."
        problems.add(slug, message, record.path, place_in(said, first.start, first.end - first.start), fix=fix)
