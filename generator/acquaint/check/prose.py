"""Free text: what in it repeats a private name or company, or is somebody's contact."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import unquote

from acquaint.load import Loaded
from acquaint.load.lint import is_placeholder
from acquaint.load.source import Source
from acquaint.messages import Message, Quoted, say
from acquaint.privacy import holds_email, is_listed_publicly, open_contacts, person_of, public_texts, secrets_of
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.secrets import Shape, is_wordlike
from acquaint.tree import Span
from acquaint.values import Audience, Links, Said
from acquaint.withhold import Finding, Kind, Withholder, altered_sentence, canonical_contact, contacts_in

_NATIONAL_DIGITS = 9
"""Digits that make two spellings of a phone number one: with the country's code and without."""

KINDS = {
    Kind.NAME: ("name-in-prose", say("your name, which only members see")),
    Kind.COMPANY: ("company-in-prose", say("where you work, which only members see")),
    Kind.CONTACT: ("contact-in-prose", say("something that looks like a contact")),
}
"""The law about each kind of what is withheld, and what the text repeats, to follow 'repeats' in a sentence."""


def place_in(source: Source, said: Said, start: int, end: int) -> Span:
    """Where the part of a text from `start` to `end` stands in its file.

    YAML folds, quotes and indents, so offsets don't carry over; the same words are looked for where the value begins.
    """
    words = re.split(r"\s+", said.text[start:end].strip())[0]
    earlier = said.text.count(words, 0, start)
    number, column = said.span.line, said.span.column - 1
    while number <= len(source.lines):
        line = source.line(number)
        while (at := line.find(words, column)) >= 0:
            if not earlier:
                return Span(number, at + 1, max(1, min(end - start, len(line) - at)))
            earlier, column = earlier - 1, at + len(words)
        number, column = number + 1, 0
    return said.span


@dataclass(slots=True)
class PrivateContacts:
    """Everyone's private contacts in canonical form, with the handles they belong to."""

    owners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, loaded: Loaded, opened: frozenset[str]) -> "PrivateContacts":
        """Those of all members, whatever their listing, less what is `opened`."""
        found = cls()
        for record in loaded.records:
            for secret in secrets_of(record, opened):
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
            national = canonical[-_NATIONAL_DIGITS:] if canonical.isdigit() else canonical
            if canonical in self.owners or f"{handle}:{canonical}" in self.owners or national in self.owners:
                found.append((start, end))
        return found


@dataclass(frozen=True, slots=True)
class _Text:
    """One text that everyone would see: whose, in which field, and in which language."""

    record: MemberRecord
    source: Source
    field: str
    kind: str
    said: Said
    lang: str

    def report(self, slug: str, message: Message, at: tuple[int, int], problems: Problems) -> None:
        """Note a problem with the part of the text that begins and ends `at`."""
        span = place_in(self.source, self.said, *at)
        fix = say("Accept it, or reword it yourself.")
        if slug == "private-contact":
            fix = say("Take it out, or open it under public.")
        problems.add(slug, message, self.record.path, span, fix=fix)


def check_free_texts(loaded: Loaded, problems: Problems) -> None:
    """What the public edition withholds is told to its author with the sentence as strangers will read it."""
    opened = open_contacts(loaded.records, loaded.community)
    contacts = PrivateContacts.of(loaded, opened)
    for record in loaded.records:
        if not is_listed_publicly(record):
            continue
        withholder = Withholder(person_of(record, opened), opened)
        for name, said, lang in public_texts(record):
            if is_placeholder(said.text):
                continue  # That is an error of its own, and the template's “your answer” is nobody's name.
            kind = loaded.community.fields[name].kind
            text = _Text(record, loaded.sources[record.path], name, kind, said, lang)
            hits = contacts.hits(said.text, record.handle)
            if hits:
                message = say("{field} repeats a contact that only members see.", field=name)
                text.report("private-contact", message, hits[0], problems)
            findings = withholder.findings(said.text, lang)
            _report_withheld(text, findings, hits, problems)
        _check_addresses(record, contacts, problems)


def _report_withheld(
    text: _Text, findings: tuple[Finding, ...], hits: list[tuple[int, int]], problems: Problems
) -> None:
    told = False
    for kind, (slug, what) in KINDS.items():
        of_kind = [f for f in findings if f.kind is kind and not any(s < f.end and f.start < e for s, e in hits)]
        if of_kind:
            # Once is enough: the sentence shows all that is withheld in it.
            message = say("{field} repeats {what}.", field=text.field, what=what)
            if not told:
                message = _with_consequence(text, findings, what)
            text.report(slug, message, (of_kind[0].start, of_kind[0].end), problems)
            told = True


def _with_consequence(text: _Text, findings: tuple[Finding, ...], what: Message) -> Message:
    if text.kind in ("tags", "availability"):
        return say("{field} repeats {what}, so strangers won't see this entry.", field=text.field, what=what)
    if text.kind == "links":
        return say(
            "{field} repeats {what}, so strangers will see the address's host instead of this label.",
            field=text.field,
            what=what,
        )
    sentence = Quoted(altered_sentence(text.said.text, findings))
    return say(
        "{field} repeats {what}. Strangers will read: {sentence}", field=text.field, what=what, sentence=sentence
    )


def _check_addresses(record: MemberRecord, contacts: PrivateContacts, problems: Problems) -> None:
    """A link may carry a contact in its address; links are shown as they are."""
    links = record.values.get("links")
    if not isinstance(links, Links) or record.audience("links") is not Audience.EVERYONE:
        return
    for link in links.links:
        address = unquote(link.url)
        if contacts.hits(address, record.handle):
            message = say("The address of this link holds a contact that only members see.")
            fix = say("Take the link out, or open the contact under public.")
            problems.add("private-contact", message, record.path, link.label.span, fix=fix)
        elif holds_email(link.url):
            message = say("The address of this link holds an e-mail address, and everyone sees it.")
            fix = say("Take it out of the address.")
            problems.add("contact-in-prose", message, record.path, link.label.span, fix=fix)
