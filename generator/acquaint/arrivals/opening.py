"""What of an introduction goes into a file that everybody can read: its public part, in the words strangers read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from acquaint.drafting.audience import public_part
from acquaint.drafting.draft import Answer, Draft
from acquaint.everybody import Everybody, claimed_places, claims_of
from acquaint.load import Loaded
from acquaint.markup import to_html, to_text
from acquaint.privacy import holds_email, person_of
from acquaint.records import MemberRecord
from acquaint.render.joining.as_markdown import as_markdown
from acquaint.withhold import Kind, Person, Withholder, account_in, altered_sentence

MENDED = frozenset({"name-in-prose", "company-in-prose", "contact-in-prose", "private-contact"})
"""The laws about free text that a draft keeps once it is opened; what stays is found in the file to be."""
_AT_MOST = 3
"""Times that a text is gone through: what gives way may bring words together that say it once more."""
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Change:
    """Something of `field` that isn't written as it was sent, for it gives away what `kind` says.

    `sentence` is what strangers will read; "" for an entry that is left out.
    """

    field: str
    kind: Kind
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft that holds nothing but what everybody may read, and what was changed for it."""

    draft: Draft
    changes: tuple[Change, ...]


def opened(draft: Draft, record: MemberRecord, loaded: Loaded) -> Opened:
    """`draft` for everybody. `record` is the whole of it, private values too: they say what its texts must not say.

    A tag or a link that gives something away is left out: altered, it would be one that nobody gave.
    """
    records = (record, *(other for other in loaded.records if other.handle != record.handle))
    everybody = Everybody.of(records, loaded.community, drawn=False)
    known = everybody.known[0]
    claims = everybody.claims | claims_of(known.secrets).own
    pen = _Pen(record.lang, person_of(record, known.secrets), known.withholder, claims)
    public = public_part(draft, loaded.community)
    fields = loaded.community.fields
    answers = {
        name: pen.written(name, fields[name].kind, answer) if name in fields else answer
        for name, answer in public.answers.items()
    }
    kept = {name: answer for name, answer in answers.items() if answer}
    # Anew, for a directive must not speak of a field that is gone.
    return Opened(public_part(Draft(public.handle, kept), loaded.community), tuple(pen.changes))


@dataclass(slots=True)
class _Pen:
    """Writes one member's answers as strangers will read them, and notes each change."""

    lang: str
    person: Person
    withholder: Withholder
    claims: frozenset[str]
    changes: list[Change] = field(default_factory=list)

    def written(self, name: str, kind: str, answer: Answer) -> Answer:
        match kind:
            case "text" | "place" | "prose":
                return self._versions(name, answer, is_prose=kind == "prose")
            case "items" | "dated":
                return self._sentences(name, answer)
            case "tags" | "availability":
                return list(self._tags(name, answer))
            case "links" if isinstance(answer, Mapping):
                return {label: url for label, url in answer.items() if not self._is_left_out(name, label, str(url))}
            case _:
                return answer

    def _versions(self, name: str, answer: Answer, *, is_prose: bool) -> Answer:
        write = self._prose if is_prose else self._line
        if isinstance(answer, Mapping):
            texts = {lang: write(name, str(text), lang) for lang, text in answer.items()}
            return {lang: text for lang, text in texts.items() if text}
        return write(name, str(answer), self.lang)

    def _sentences(self, name: str, answer: Answer) -> Answer:
        if isinstance(answer, str):
            return self._line(name, answer, self.lang)
        if isinstance(answer, Mapping):
            return {**answer, "text": self._line(name, str(answer.get("text", "")), self.lang)}
        return [self._sentences(name, entry) for entry in answer]

    def _tags(self, name: str, answer: Answer) -> Iterator[Answer]:
        if isinstance(answer, str):
            if not self._repeats(name, answer):
                yield answer
        elif not isinstance(answer, Mapping):
            for entry in answer:
                yield from self._tags(name, entry)
        elif "text" in answer:
            if not self._repeats(name, str(answer["text"])):
                yield answer
        else:
            yield {word: day for word, day in answer.items() if not self._repeats(name, word)}

    def _is_left_out(self, name: str, label: str, url: str) -> bool:
        kind = self._kind_in(url)
        if kind is not None:
            self.changes.append(Change(name, kind))
        return kind is not None or self._repeats(name, label)

    def _kind_in(self, url: str) -> Kind | None:
        """What an address gives away. One that reaches somebody is there by choice, unless that is kept private."""
        address = unquote(url)
        if account_in(url) in self.person.private_contacts or any(claimed_places(address, self.claims)):
            return Kind.CONTACT
        if holds_email(url):
            return Kind.CONTACT
        if not self.withholder.address_spells(url):
            return None
        kinds = {one.kind for one in self.withholder.findings(address, "")}
        return Kind.COMPANY if kinds == {Kind.COMPANY} else Kind.NAME

    def _repeats(self, name: str, text: str) -> bool:
        found = self.withholder.findings(text, "")
        if found:
            self.changes.append(Change(name, found[0].kind))
        return bool(found)

    def _line(self, name: str, text: str, lang: str) -> str:
        found = self.withholder.findings(text, lang)
        if not found:
            return text
        self.changes.append(Change(name, found[0].kind, altered_sentence(text, found)))
        return self._altered(text, lang)

    def _prose(self, name: str, text: str, lang: str) -> str:
        """Markdown can say a name without having it in one piece, so it is written anew from what pages show."""
        html = to_html(text)
        shown = self.withholder.html(html, lang)
        raw = self.withholder.findings(text, lang)
        if shown == html and not raw:
            return text
        new = self._altered(as_markdown(shown), lang)
        plain = to_text(html)
        found = self.withholder.findings(plain, lang)
        sentence = altered_sentence(plain, found) or " ".join(to_text(to_html(new)).split())[:_LONGEST]
        self.changes.append(Change(name, (found or raw)[0].kind if found or raw else Kind.NAME, sentence))
        return new

    def _altered(self, text: str, lang: str) -> str:
        for _ in range(_AT_MOST):
            text = self.withholder.text(text, lang)
        return text
