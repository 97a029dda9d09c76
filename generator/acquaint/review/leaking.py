"""Names of fields that a file shows to strangers in plain text, although they are for members, readable or not."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from acquaint.check.prose import place_in
from acquaint.config import DIRECTIVES, Community
from acquaint.fields.registry import TYPES
from acquaint.load.discover import INTRODUCTIONS
from acquaint.load.documents import FENCE
from acquaint.load.formats import encoding_of
from acquaint.load.lint import is_placeholder
from acquaint.load.source import Source
from acquaint.privacy import HARMLESS, person_of, plain_values_of, secrets_of, told_contacts
from acquaint.records import MemberRecord
from acquaint.review.case import handle_of, read_with
from acquaint.review.scanning import BIO, Line, Passage, commented_lines_of, comments_of, lines_of, passages_of
from acquaint.tree import Span
from acquaint.values import Audience
from acquaint.withhold import Kind, Person, Withholder, contacts_in

ENDINGS = (*INTRODUCTIONS, ".markdown", ".txt", ".text", ".json", "")
"""Of files that may be an introduction under another name."""
_NOBODYS = frozenset({"tests", "node_modules", "site", "templates"})
"""Folders at the top whose introductions are examples, or copies."""
_LISTED = frozenset({"", "everyone", "~", "null"})
_NO_TEXTS = frozenset({"contact", "phone", "email", "image"})
"""Kinds of fields that hold a contact by choice, or no words."""
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\"',}\]]*")
_NOBODYS_MAIL = re.compile(r"@example\.(?:com|net|org)\W*$")
"""Addresses that are nobody's, as templates have them."""
_BLANK = re.compile(r"<[^<>@]*>")
_BESIDE = re.compile(r"-?|[\w.-]+:|[0-9]{4}-[0-9]{2}-[0-9]{2}|members")
"""What a template writes around what is to be filled in."""


def is_somebodys(path: str, content: bytes, community: Community) -> bool:
    """True if the file is an introduction, or was meant as one: one elsewhere begins with fields, a nickname's too."""
    if handle_of(path):
        return True
    if path.removeprefix("../").partition("/")[0] in _NOBODYS:
        return False
    return begins_as_one(text_of(content), community)


def begins_as_one(text: str, community: Community) -> bool:
    """True for a text that begins with fields, the nickname of somebody among them."""
    text = text.lstrip()
    first = text.partition("\n")[0].partition(":")[0].rstrip()
    if not text.startswith((FENCE, "{")) and first not in community.fields:
        return False
    fields = {line.field: line.value for line in lines_of(text, community, 0) if not line.is_below}
    return "nickname" in fields and len(fields) > 1 and not is_placeholder(fields["nickname"].strip("\"'"))


def shown_in(path: str, content: bytes, community: Community) -> Mapping[str, int]:
    """Names of the fields, each with its line; kinds of contact as `contact.email`."""
    text = text_of(content)
    record = read_with(community, _as_introduction(path, text), content)
    return {**shown_by_lines(text, record, community), **(held_by(record) if record else {})}


def held_by(record: MemberRecord) -> Mapping[str, int]:
    """What a record holds, and what its file says under a private field in a way that can't be read."""
    closed = (name for name in sorted(record.unread) if record.audience(name) is Audience.MEMBERS)
    names = (*plain_values_of(record), *(name for name in closed if name not in HARMLESS))
    spans = ((name, record.spans.get(name.partition(".")[0])) for name in names)
    return {name: span.line if span else 1 for name, span in spans}


def contacts_in_texts(path: str, content: bytes, community: Community, opened: frozenset[str]) -> Mapping[str, Span]:
    """The fields everybody may read whose text tells a contact that isn't one of `opened`, each with its place."""
    text = text_of(content)
    record = read_with(community, _as_introduction(path, text), content)
    return contacts_told(Source.of(path, text), record, community, opened)


def contacts_told(
    source: Source, record: MemberRecord | None, community: Community, opened: frozenset[str]
) -> Mapping[str, Span]:
    """The same of `source`, which was read as `record`: its texts, what was not read of it, and its comments."""
    found: dict[str, Span] = {}
    for name, said, start, end in told_contacts(record, opened) if record else ():
        found.setdefault(name, place_in(source, said, start, end))
    person = person_of(record, secrets_of(record, opened)) if record else Person(display="", handle="")
    unread = tuple(_unread(source.text, record, community))
    own = {name for one in unread if one.field == "contact" for _, _, name in contacts_in(one.text)}
    texts = [one for one in unread if one.field != "contact"]
    for passages, shown in ((texts, opened | own), (tuple(comments_of(source.text, community)), opened)):
        for name, span in _places(passages, Withholder(person, shown)):
            found.setdefault(name, span)
    return found


def _unread(text: str, record: MemberRecord | None, community: Community) -> Iterator[Passage]:
    """What of `text` isn't in `record` and everybody may read; contacts as well, for they may be open."""
    steering = _Steering.of(lines_of(text, community))
    for one in passages_of(text, community):
        spec = community.fields.get(one.field)
        span = record.spans.get(one.field) if record and one.field in record.values else None
        is_read = span is not None and one.number <= span.line <= one.number + one.text.count("\n")
        line = Line(one.field, one.text, one.number, is_exact=True, is_below=False)
        # What stands below broken front matter is no line that shown_by_lines could tell.
        is_closed = any(steering.closed(line, community)) and (record is not None or one.field != BIO)
        if one.field == "contact":
            yield one
        elif is_read or is_closed or line.is_sealed or one.field in {*HARMLESS, *DIRECTIVES}:
            continue
        elif spec and spec.kind == "links":
            yield replace(one, text=_ADDRESS.sub("", one.text))
        elif spec is None or spec.kind not in _NO_TEXTS:
            yield one


def _places(passages: Sequence[Passage], withholder: Withholder) -> Iterator[tuple[str, Span]]:
    """The field and the line of each contact in `passages`; they are searched at once, since there may be many."""
    text = "\n".join(one.text for one in passages)
    starts = list(accumulate((len(one.text) + 1 for one in passages), initial=0))
    told: set[str] = set()
    for finding in withholder.findings(text, ""):
        at = bisect_right(starts, finding.start) - 1
        is_somebodys_own = not _NOBODYS_MAIL.search(text, finding.start, finding.end)
        if finding.kind is Kind.CONTACT and is_somebodys_own and passages[at].field not in told:
            told.add(passages[at].field)
            yield passages[at].field, Span(passages[at].number + text.count("\n", starts[at], finding.start), 1)


def shown_by_lines(text: str, record: MemberRecord | None, community: Community) -> Mapping[str, int]:
    """The same from the lines of `text`; of a file that was read as `record`, only what its reader left out."""
    lines = tuple(lines_of(text, community))
    steering = _Steering.of(lines)
    found: dict[str, int] = {}
    for line in lines:
        if record is None or not line.is_exact or line.is_below:
            for name in steering.closed(line, community):
                found.setdefault(name, line.number)
    for line in commented_lines_of(text, community):
        if not _is_left_over(line, community):
            for name in steering.closed(line, community):
                found.setdefault(name, line.number)
    return found


def _is_left_over(line: Line, community: Community) -> bool:
    """True for a field behind a # as a template holds it, with nothing of one's own."""
    value = line.value.strip("\"' ")
    rest, blanks = _BLANK.subn("", value)
    if blanks:
        return all(_BESIDE.fullmatch(word) for word in re.split(r"[\s{}\[\],\"']+", rest))
    return is_placeholder(value) or value == TYPES[community.fields[line.field].kind].example


@dataclass(frozen=True, slots=True)
class _Steering:
    """Which fields the lines of a file open and close, as far as one can tell."""

    private: frozenset[str]
    public: frozenset[str]
    is_listed: bool

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "_Steering":
        """What `lines` say."""
        said: dict[str, list[str]] = {"private": [], "public": [], "listing": []}
        for line in lines:
            if line.field in said:
                said[line.field].append(line.value)
        is_listed = all(value.strip("\"' ") in _LISTED for value in said["listing"])
        return cls(frozenset(_words(said["private"])), frozenset(_words(said["public"])), is_listed)

    def closed(self, line: Line, community: Community) -> Iterator[str]:
        """The name of the field that `line` holds, if only members may see it; of contacts each closed kind's."""
        spec = community.fields.get(line.field)
        if spec is None or line.field in HARMLESS or line.is_blank or line.is_sealed:
            return
        if spec.visibility is Audience.EVERYONE:
            is_closed = not self.is_listed or line.field in self.private
        else:
            is_closed = not self.is_listed or not spec.widen or line.field not in self.public
        kinds = [f"contact.{kind}" for kind in line.kinds] if line.field == "contact" else []
        closed = [kind for kind in kinds if not self.is_listed or kind not in self.public]
        if is_closed:
            yield from closed if kinds else (line.field,)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        cleaned = "".join(c if c.isalnum() or c in "_.-" else " " for c in text)
        yield from (word.strip("-.") for word in cleaned.split())


def _as_introduction(path: str, text: str) -> str:
    if path.endswith(INTRODUCTIONS):
        return path
    return f"{path}.md" if text.startswith(FENCE) else f"{path}.yml"


def text_of(content: bytes) -> str:
    """`content` as text in whatever encoding it seems to be in."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode(encoding_of(content), "replace")
    if "\0" in text:
        text = content.decode(encoding_of(content), "replace")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
