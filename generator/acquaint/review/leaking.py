"""Names of fields that a file shows to strangers in plain text, although they are for members, readable or not."""

from collections.abc import Iterator, Mapping

from acquaint.config import Community
from acquaint.load.discover import INTRODUCTIONS
from acquaint.load.documents import FENCE
from acquaint.load.formats import encoding_of
from acquaint.load.lint import is_placeholder
from acquaint.load.misplaced import is_introduction
from acquaint.privacy import HARMLESS, plain_values_of
from acquaint.records import MemberRecord
from acquaint.review.case import handle_of, read_with
from acquaint.review.scanning import Line, lines_of
from acquaint.values import Audience

ENDINGS = (*INTRODUCTIONS, ".markdown", ".txt", ".text", ".json", "")
"""Of files that may be an introduction under another name."""
_NOBODYS = frozenset({"tests", "node_modules", "site", "templates"})
"""Folders at the top whose introductions are examples, or copies."""
_LISTED = frozenset({"", "everyone", "~", "null"})


def is_somebodys(path: str, content: bytes, community: Community) -> bool:
    """True if the file is an introduction, or was meant as one and stands elsewhere."""
    if handle_of(path):
        return True
    if path.removeprefix("../").partition("/")[0] in _NOBODYS:
        return False
    text = _text(content)
    first = next((line for line in text.split("\n") if line.strip()), "")
    begins = text.lstrip().startswith((FENCE, "{")) or first.partition(":")[0].strip() in community.fields
    if not begins or not is_introduction(text.lstrip(), community.fields):
        return False
    nicknames = [line.value for line in lines_of(text, community) if line.field == "nickname"]
    return not nicknames or not is_placeholder(nicknames[0].strip("\"'"))


def shown_in(path: str, content: bytes, community: Community) -> Mapping[str, int]:
    """Names of the fields, each with its line; kinds of contact as `contact.email`."""
    text = _text(content)
    record = read_with(community, _as_introduction(path, text), content)
    found = shown_by_lines(text, record, community)
    if record is None:
        return found
    held = {name: record.spans[name.partition(".")[0]].line for name in held_by(record)}
    return {**found, **held}


def held_by(record: MemberRecord) -> tuple[str, ...]:
    """What a record holds, and what its file says under a private field in a way that can't be read."""
    closed = (name for name in sorted(record.unread) if record.audience(name) is Audience.MEMBERS)
    return (*plain_values_of(record), *(name for name in closed if name not in HARMLESS))


def shown_by_lines(text: str, record: MemberRecord | None, community: Community) -> Mapping[str, int]:
    """The same from the lines of `text`; of a file that was read as `record`, what the reader left out."""
    lines = tuple(lines_of(text, community))
    if record is not None:
        lines = tuple(line for line in lines if not line.is_exact or line.is_below)
    found: dict[str, int] = {}
    for line in lines:
        for name in _closed(line, lines, community):
            found.setdefault(name, line.number)
    return found


def _closed(line: Line, lines: tuple[Line, ...], community: Community) -> Iterator[str]:
    spec = community.fields.get(line.field)
    if spec is None or line.field in HARMLESS or line.is_blank or line.is_sealed:
        return
    said = {key: " ".join(other.value for other in lines if other.field == key) for key in ("private", "public")}
    words = {key: set(_words(text)) for key, text in said.items()}
    unlisted = any(other.field == "listing" and other.value.strip("\"'") not in _LISTED for other in lines)
    if unlisted or spec.visibility is Audience.EVERYONE:
        if unlisted or line.field in words["private"]:
            yield line.field
    elif not spec.widen or line.field not in words["public"]:
        kinds = line.kinds if line.field == "contact" else ()
        closed = [kind for kind in kinds if f"contact.{kind}" not in words["public"]]
        if not kinds or closed:
            yield line.field


def _words(text: str) -> Iterator[str]:
    cleaned = "".join(c if c.isalnum() or c in "_.-" else " " for c in text)
    return (word.strip("-.") for word in cleaned.split())


def _as_introduction(path: str, text: str) -> str:
    if path.endswith(INTRODUCTIONS):
        return path
    return f"{path}.md" if text.startswith(FENCE) else f"{path}.yml"


def _text(content: bytes) -> str:
    """`content` as text in whatever encoding it seems to be: names of fields are ASCII in most."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode(encoding_of(content), "replace")
    if "\0" in text:
        text = content.decode(encoding_of(content), "replace")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
