"""Free text: what in it repeats a private name or company, or is somebody's contact."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from acquaint.config import Schema
from acquaint.everybody import claimed_places
from acquaint.load.lint import is_placeholder
from acquaint.load.source import Source
from acquaint.messages import Message, Quoted, say
from acquaint.privacy import holds_email, is_listed_publicly, public_texts
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.tree import Span
from acquaint.values import Audience, Links, Said
from acquaint.withhold import Finding, Kind, Withholder, altered_sentence

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


@dataclass(frozen=True, slots=True)
class Around:
    """What of everybody concerns one record. `claimed` are private contacts that it may say, `members` those whom it
    names and who are some, `usual` has the usual spellings of its tags: ((field, tag), (spelling, how many)).
    """

    withholder: Withholder
    claimed: frozenset[str]
    members: frozenset[str]
    usual: tuple[tuple[tuple[str, str], tuple[str, int]], ...]


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


def check_free_texts(record: MemberRecord, source: Source, around: Around, schema: Schema, problems: Problems) -> None:
    """What the public edition withholds is told to its author with the sentence as strangers will read it."""
    if not is_listed_publicly(record):
        return
    for name, said, lang in public_texts(record):
        if is_placeholder(said.text):
            continue  # That is an error of its own, and the template's “your answer” is nobody's name.
        text = _Text(record, source, name, schema.fields[name].kind, said, lang)
        hits = list(claimed_places(said.text, around.claimed))
        if hits:
            message = say("{field} repeats a contact that only members see.", field=name)
            text.report("private-contact", message, hits[0], problems)
        _report_withheld(text, around.withholder.findings(said.text, lang), hits, problems)
    _check_addresses(record, around.claimed, problems)


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


def _check_addresses(record: MemberRecord, claimed: frozenset[str], problems: Problems) -> None:
    """A link may carry a contact in its address; links are shown as they are."""
    links = record.values.get("links")
    if not isinstance(links, Links) or record.audience("links") is not Audience.EVERYONE:
        return
    for link in links.links:
        address = unquote(link.url)
        if any(claimed_places(address, claimed)):
            message = say("The address of this link holds a contact that only members see.")
            fix = say("Take the link out, or open the contact under public.")
            problems.add("private-contact", message, record.path, link.label.span, fix=fix)
        elif holds_email(link.url):
            message = say("The address of this link holds an e-mail address, and everyone sees it.")
            fix = say("Take it out of the address.")
            problems.add("contact-in-prose", message, record.path, link.label.span, fix=fix)
