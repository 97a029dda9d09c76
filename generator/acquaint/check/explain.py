"""One member's file, field by field: what strangers see, what only members see, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.check.report import cells
from acquaint.config import INTERNAL_BY_DESIGN, Community
from acquaint.fields.reading import MASK
from acquaint.markup import to_html, to_text
from acquaint.messages import Message, say, told
from acquaint.privacy import withholder_of
from acquaint.records import Listing, MemberRecord
from acquaint.values import (
    Audience,
    Code,
    Codes,
    Contacts,
    Day,
    Items,
    Links,
    MonthDay,
    Picture,
    Sealed,
    Value,
    Wording,
)

_Row = tuple[Message | str, Message | str, Message | str, Message | str]


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Who asks: on which day, knowing which contacts are open (see open_contacts), and whether at a private screen."""

    day: date
    opened: frozenset[str]
    show_private: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a file that has an audience of its own: the field, or as `part` one kind of its contacts.

    `audience` is who may see it; `public` is true if strangers do see it, and `why` says why they do or don't.
    """

    field: str
    part: str
    text: str
    audience: Audience
    public: bool
    why: Message | str


def explain(record: MemberRecord, community: Community, onlooker: Onlooker, catalogue: Catalogue = ENGLISH) -> str:
    """A table as text. What only members see is masked unless `show_private`."""
    rows: list[_Row] = [(say("Field"), say("Strangers"), say("Why"), say("Value"))]
    rows += (_row(piece, record, community, onlooker) for piece in pieces(record, community, onlooker))
    table = [[told(cell, catalogue) for cell in row] for row in rows]
    widths = [max(cells(row[column]) for row in table) for column in range(3)]
    lines = [
        "  ".join([*(cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=False)), row[3]])
        for row in table
    ]
    return "\n".join([listed(record).told(catalogue), "", *lines])


def listed(record: MemberRecord) -> Message:
    """In which editions the member stands."""
    member = f"@{record.handle}"
    match record.listing:
        case Listing.EVERYONE:
            return say("{member} is listed in both editions.", member=member)
        case Listing.MEMBERS:
            return say("{member} is listed for members only: strangers see nothing at all.", member=member)
        case Listing.NOBODY:
            return say("{member} is listed nowhere yet.", member=member)


def pieces(record: MemberRecord, community: Community, onlooker: Onlooker) -> Iterator[Piece]:
    """Everything the file says, in the schema's order, each piece with what becomes of it."""
    withholder = withholder_of(record, onlooker.opened)
    for name in community.fields:
        for part, text, audience, day in _parts(record, name, record.values[name]) if name in record.values else ():
            public = audience is Audience.EVERYONE and record.listing is Listing.EVERYONE
            gone = _gone(community, name, day, onlooker.day) if public else None
            if public and not gone and community.fields[name].kind in ("tags", "availability"):
                gone = say("repeats a private value") if withholder.holds(text) else None
            why = gone or _why(record, part, audience, community)
            yield Piece(name, part, text, audience, public and not gone, why)


def _gone(community: Community, name: str, day: date | None, today: date) -> Message | None:
    """Why something dated `day` is no longer shown; None if it is."""
    if day and community.fields[name].kind == "availability" and day < today:
        return say("it has ended")
    return say("older than asks are shown") if day and community.has_lapsed(name, day, today) else None


def _row(piece: Piece, record: MemberRecord, community: Community, onlooker: Onlooker) -> _Row:
    shown = piece.text if onlooker.show_private else MASK
    if piece.public:
        # What strangers read, not what the file says.
        withholder = withholder_of(record, onlooker.opened)
        plain = to_text(to_html(piece.text)) if community.fields[piece.field].kind == "prose" else piece.text
        shown = plain if piece.field in ("links", "contact") else withholder.text(plain, record.lang)
    sight = say("see it") if piece.public else say("don't")
    return piece.part, sight, piece.why, shown.replace("\n", " ")[:200]


def _parts(record: MemberRecord, name: str, value: Value) -> Iterator[tuple[str, str, Audience, date | None]]:
    """(field or part of it, text, audience, day) for each piece that has an audience of its own."""
    whole = record.audience(name)
    match value:
        case Contacts(contacts=contacts):
            for contact in contacts:
                part = f"{name}.{contact.kind}" if name == "contact" else name
                yield part, contact.value, record.audience(name, contact.kind), None
        case Items(items=items):
            for item in items:
                narrowed = whole is Audience.EVERYONE and item.audience is Audience.MEMBERS
                yield name, item.said.text, Audience.MEMBERS if narrowed else whole, item.day
        case Sealed():
            yield name, "sealed", Audience.MEMBERS, None
        case _:
            yield name, _text(value), whole, None


def _text(value: Value) -> str:
    match value:
        case Wording(versions=versions):
            return " / ".join(said.text for _, said in versions)
        case Code(code=code):
            return code
        case Codes(codes=codes):
            return ", ".join(codes)
        case Links(links=links):
            return ", ".join(f"{link.label.text}: {link.url}" for link in links)
        case Day(day=day):
            return day.isoformat()
        case MonthDay(month=month, day=of_month):
            return f"{month:02}-{of_month:02}"
        case Picture(name=file):
            return file
        case _:
            return ""


def _why(record: MemberRecord, part: str, audience: Audience, community: Community) -> Message | str:
    field = part.partition(".")[0]
    spec = community.fields[field]
    if record.listing is not Listing.EVERYONE:
        return f"listing: {record.listing}"
    if isinstance(record.values[field], Sealed):
        return say("sealed values are for members")
    if audience is Audience.EVERYONE:
        if spec.visibility is Audience.MEMBERS:
            return say("opened under {directive}", directive="public:")
        return say("opened by the community") if field in INTERNAL_BY_DESIGN else say("public by the schema")
    if spec.visibility is Audience.MEMBERS:
        return say("for members by the schema")
    narrowed = record.audience(field, part.partition(".")[2] or None) is Audience.MEMBERS
    return say("narrowed under {directive}", directive="private:") if narrowed else "for: members"
