"""Tags, items and availability: lists whose entries may be for members only."""

from acquaint.fields.days import day_of
from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.fields.texts import AUDIENCE_SCHEMA, DAY, ITEM_SCHEMA, show_entries
from acquaint.fields.types import BLANK, FieldType, Json
from acquaint.messages import say
from acquaint.shown import Tag, Tags
from acquaint.tree import Mapping, Node, is_blank
from acquaint.values import Audience, Item, Items


def read_tags(node: Node, reading: Reading) -> Items | None:
    """A list of words; one that is `{text: …, for: members}` is for members only."""
    items = [_read_tag(entry, reading) for entry in reading.listed(node)]
    return _items([item for item in items if item])


def _read_tag(node: Node, reading: Reading) -> Item | None:
    audience = Audience.EVERYONE
    if isinstance(node, Mapping) and node.get("text") is not None:
        reading.unknown_keys(node, ("text", "for"))
        audience = reading.audience(node.get("for"))
        node = node.get("text") or node
    said = reading.said(node, say("words in one flat list, as in {example}", example="[Choir, Bread]"))
    return Item(said, None, audience) if said and said.text else None


def read_items(node: Node, reading: Reading) -> Items | None:
    """A list of sentences; one may be `{text: …, since: …, for: members}`."""
    items = [_read_item(entry, reading) for entry in reading.listed(node)]
    return _items([item for item in items if item])


def _read_item(node: Node, reading: Reading) -> Item | None:
    if not isinstance(node, Mapping):
        said = reading.said(node, say("sentences in one flat list"))
        return Item(said) if said else None
    text, since = node.get("text"), node.get("since")
    if text is None:
        key = node.entries[0][0]
        # An entry that says for whom it is may be for members, whatever else is wrong with it.
        is_open = reading.quotable and node.get("for") is None
        example = f'- "{key.text}: …"' if is_open else '- "…: …"'
        message = say(
            "This entry of {field} holds a colon, so YAML takes what stands before it for a key.", field=reading.field
        )
        fix = say("Put quotes around the entry: {example}", example=example)
        reading.report("wrong-type", key, message, fix=fix)
        return None
    reading.unknown_keys(node, ("text", "since", "for"))
    said = reading.part("text").said(text, say("a text"))
    audience = reading.audience(node.get("for"))
    day = None if since is None or is_blank(since) else day_of(since, reading.part("since").read_by(audience))
    return Item(said, day, audience) if said and said.text else None


def read_availability(node: Node, reading: Reading) -> Items | None:
    """A list of words; one may carry the day it ends, `{mentoring: 2027-01-31}`, or be `{text: …, for: members}`."""
    items: list[Item] = []
    for entry in (node,) if isinstance(node, Mapping) else reading.listed(node):
        if not isinstance(entry, Mapping) or entry.get("text") is not None:
            tag = _read_tag(entry, reading)
            items += [tag] if tag else []
            continue
        for key, value in entry:
            said = reading.said(key, say("a word"))
            day = None if is_blank(value) else day_of(value, reading.part("until"))
            items += [Item(said, day)] if said and (day or is_blank(value)) else []
    return _items(items)


def _items(items: list[Item]) -> Items | None:
    return Items(tuple(items)) if items else None


def show_tags(value: Items, showing: Showing) -> Tags | None:
    """The tags this audience may see, each once."""
    tags: dict[str, Tag] = {}
    for item in value.items:
        if showing.admits(item.audience) and (tag := showing.tag(item)):
            tags.setdefault(tag.slug, tag)
    return Tags(tuple(tags.values())) if tags else None


def show_availability(value: Items, showing: Showing) -> Tags | None:
    """What somebody is open to; of one word with several ends all of them, since one may be over."""
    shown = (showing.tag(item) for item in value.items if showing.admits(item.audience))
    tags = dict.fromkeys(tag for tag in shown if tag)
    return Tags(tuple(tags)) if tags else None


def _list_of(*entries: Json) -> Json:
    text: Json = {"type": "string", "maxLength": 200}
    # One entry needs no list around it.
    return {"anyOf": [text, *entries, {"type": "array", "maxItems": 40, "items": {"anyOf": [text, BLANK, *entries]}}]}


_TAG: Json = {
    "type": "object",
    "properties": {"text": {"type": "string", "maxLength": 200}, "for": AUDIENCE_SCHEMA},
    "required": ["text"],
    "additionalProperties": False,
}
_UNTIL: Json = {
    "type": "object",
    "propertyNames": {"maxLength": 200},
    "additionalProperties": {"anyOf": [BLANK, DAY]},
}

TAGS = FieldType(
    name="tags",
    about="Words people are found by. An entry may be `{text: …, for: members}`.",
    example="[Python, PostgreSQL, {text: Payroll, for: members}]",
    wrong="[{text: Python, level: expert}]",
    read=read_tags,
    show=show_tags,
    schema=_list_of(_TAG),
    beyond=("a vocabulary that is closed allows its own words only",),
    can_be_facet=True,
)
ITEMS = FieldType(
    name="items",
    about="Sentences. An entry may carry a date and an audience: `{text: …, since: 2026-11-01, for: members}`.",
    example="[Reviewing a data model, {text: A job from spring on, for: members}]",
    wrong="[{text: A job, for: friends}]",
    read=read_items,
    show=show_entries,
    schema=_list_of(ITEM_SCHEMA),
    beyond=("a date must exist",),
)
AVAILABILITY = FieldType(
    name="availability",
    about="What you are open to. An entry may carry the day it ends, or be `{text: …, for: members}`.",
    example="[collaborating, {mentoring: 2027-01-31}]",
    wrong="[{mentoring: until spring}]",
    read=read_availability,
    show=show_availability,
    schema=_list_of(_UNTIL, _TAG),
    beyond=("a date must exist",),
    can_be_facet=True,
)
