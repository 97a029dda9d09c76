"""What strangers see of one member, taken from the public profile alone, and what they don't, with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.check.explain import Onlooker, listed, pieces
from acquaint.check.prose import KINDS
from acquaint.everybody import Everybody
from acquaint.fields.reading import MASK
from acquaint.load import Loaded
from acquaint.messages import Message
from acquaint.preview.rows import Row, shown_of
from acquaint.preview.wording import Speech
from acquaint.privacy import public_texts, withholder_of
from acquaint.records import Listing, MemberRecord
from acquaint.reveal import Setting, reveal
from acquaint.values import Audience, Contacts
from acquaint.withhold import altered_sentence


class Kept(StrEnum):
    """Why strangers don't read something: it is for members, its time is over, or it was altered."""

    PRIVATE = "private"
    GONE = "gone"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something strangers don't read as it stands in the file. `text` is what they read instead, or the mask."""

    field: str
    label: str
    why: Message | str
    text: str
    kept: Kept


@dataclass(frozen=True, slots=True)
class Seen:
    """A member as strangers see them. `rows`, in the schema's order, are empty if strangers see nothing.

    `listed` is the sentence that says in which editions the member stands at all; `name` is what pages call them.
    """

    handle: str
    name: str
    listed: Message
    is_public: bool
    rows: tuple[Row, ...]
    withheld: tuple[Withheld, ...]


def seen_by_strangers(record: MemberRecord, loaded: Loaded, day: date, words: Catalogue = ENGLISH) -> Seen:
    """`record`, in or not yet in `loaded`, as the public edition of `day` shows it.

    `words` are the sentences of the pages (domain "pages"), which name the fields; names of countries, months and
    languages follow the community's first language.
    """
    others = [bare(other) for other in loaded.records if other.path != record.path]
    everybody = Everybody.of([record, *others], loaded.community)
    public = reveal(everybody, (), Setting(loaded.community, day)).public
    speech = Speech(loaded.community, words)
    shown = shown_of(record.handle, public, speech)
    return Seen(
        handle=record.handle,
        name=shown.name if shown else f"@{record.handle}",
        listed=listed(record),
        is_public=shown is not None,
        rows=shown.rows if shown else (),
        withheld=tuple(_withheld(record, speech, Onlooker(day, everybody.opened, show_private=False))) if shown else (),
    )


def bare(record: MemberRecord) -> MemberRecord:
    """What others decide about: whether they may be named, and which contacts they made public."""
    contacts = {name: value for name, value in record.values.items() if isinstance(value, Contacts)}
    listing = Listing.EVERYONE if record.listing is Listing.EVERYONE else Listing.NOBODY
    return replace(record, values=contacts, listing=listing)


def _withheld(record: MemberRecord, speech: Speech, onlooker: Onlooker) -> Iterator[Withheld]:
    for piece in pieces(record, speech.community, onlooker):
        if not piece.public:
            kept = Kept.GONE if piece.audience is Audience.EVERYONE else Kept.PRIVATE
            yield Withheld(piece.field, speech.label(piece.field), piece.why, MASK, kept)
    withholder = withholder_of(record, onlooker.opened)
    for name, said, lang in public_texts(record):
        findings = withholder.findings(said.text, lang)
        if findings and speech.community.fields[name].kind not in ("tags", "availability", "links"):
            _, why = KINDS[findings[0].kind]
            yield Withheld(name, speech.label(name), why, altered_sentence(said.text, findings), Kept.ALTERED)
