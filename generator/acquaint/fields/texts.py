"""Text, prose, place and dated text: what people write freely."""

import re

from acquaint.fields.days import day_of
from acquaint.fields.languages import parse_tag
from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.fields.types import BLANK, FieldType, Json
from acquaint.introduction import MOST_BRACKETS
from acquaint.messages import say
from acquaint.shown import Entries, Entry, Prose, Words
from acquaint.tree import Mapping, Node, Scalar, is_blank
from acquaint.values import Item, Items, Wording

MOST_NESTED = 10
_NESTED = re.compile(
    rf"^(?>(?>[ \t]*)(?:>|(?:[-*+]|[0-9]{{1,9}}[.)])(?=[ \t]))){{{MOST_NESTED + 1},}}+(?>[ \t]*)(?=[^\s*_-])",
    re.MULTILINE,
)

DAY: Json = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def text_schema(limit: int) -> Json:
    """One text, or one for each language."""
    text: Json = {"type": "string", "maxLength": limit}
    translated: Json = {
        "type": "object",
        "additionalProperties": {"anyOf": [text, BLANK]},
        "propertyNames": {"pattern": r"^\s*[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*\s*$"},
    }
    return {"anyOf": [text, translated]}


def read_text(node: Node, reading: Reading) -> Wording | None:
    """One line, or one for each language."""
    return _read_wording(node, reading, limit=reading.limits.line)


def read_prose(node: Node, reading: Reading) -> Wording | None:
    """A Markdown text, or one for each language."""
    wording = _read_wording(node, reading, limit=reading.limits.prose)
    for _, said in wording.versions if wording else ():
        if said.text.count("[") + said.text.count("<") > MOST_BRACKETS:
            message = say(
                "{field} has more than {n} brackets, which is more than a text needs.",
                field=reading.field,
                n=MOST_BRACKETS,
            )
            reading.report("too-much-markup", said, message, fix=say("Write it with fewer links and brackets."))
            return None
        if _NESTED.search(said.text):
            message = say(
                "{field} nests lists or quotations more than {n} deep in one line.", field=reading.field, n=MOST_NESTED
            )
            reading.report("too-much-markup", said, message, fix=say("Begin each entry in a line of its own."))
            return None
    return wording


def _read_wording(node: Node, reading: Reading, limit: int) -> Wording | None:
    if not isinstance(node, Mapping):
        said = reading.said(node, say("a text"), limit)
        return Wording((("", said),)) if said else None
    versions = []
    for key, value in node:
        tag = parse_tag(key.text)
        if tag is None:
            # An error, unlike elsewhere: a part of a private text that was not read could not be withheld.
            message = say(
                "{field} takes one text, or one for each language; this key is no language tag.", field=reading.field
            )
            reading.report("unknown-field", key, message, fix=f"{reading.field}: {{en: …, zh: …}}")
        said = None if is_blank(value) else reading.part(tag or "…").said(value, say("a text"), limit)
        if tag and said:
            versions.append((tag, said))
    return Wording(tuple(versions)) if versions else None


def show_words(value: Wording, showing: Showing) -> Words | None:
    """The text in its languages."""
    return showing.words(value)


def show_prose(value: Wording, showing: Showing) -> Prose | None:
    """The text in its languages, as HTML."""
    return showing.prose(value)


def read_dated(node: Node, reading: Reading) -> Items | None:
    """A text, or a text with the day it began."""
    if not isinstance(node, Mapping):
        said = reading.said(node, say("a text, or {example}", example="{text: …, since: 2026-09-01}"))
        return Items((Item(said),)) if said else None
    reading.unknown_keys(node, ("text", "since", "for"))
    text, since = node.get("text"), node.get("since")
    if text is None:
        message = say("{field} lacks its text.", field=reading.field)
        reading.report("wrong-type", node, message, fix="{text: …, since: 2026-09-01}")
        return None
    if isinstance(text, Scalar) and is_blank(text):
        return None
    said = reading.part("text").said(text, say("a text"))
    audience = reading.audience(node.get("for"))
    day = None if since is None or is_blank(since) else day_of(since, reading.part("since").read_by(audience))
    return Items((Item(said, day, audience),)) if said else None


def show_entries(value: Items, showing: Showing) -> Entries | None:
    """The entries this audience may see."""
    entries = []
    for item in value.items:
        if not showing.admits(item.audience):
            continue
        sentence = showing.sentence(item.said)
        if sentence:
            entries.append(Entry(sentence, showing.lang, item.day))
    return Entries(tuple(entries)) if entries else None


AUDIENCE_SCHEMA: Json = {"enum": ["everyone", "members"]}
ITEM_SCHEMA: Json = {
    "type": "object",
    "properties": {
        "text": {"type": "string", "maxLength": 200},
        "since": {"anyOf": [BLANK, DAY]},
        "for": AUDIENCE_SCHEMA,
    },
    "required": ["text"],
    "additionalProperties": False,
}
_REAL_DAY = "a date must exist"
_TAGS_EXIST = "the keys of translations must be languages"

TEXT = FieldType(
    name="text",
    about="One line of at most 200 characters, or one for each language.",
    example="{en: I untangle slow data pipelines, zh: 我擅长梳理缓慢的数据管道}",
    wrong="[two, lines]",
    read=read_text,
    show=show_words,
    schema=text_schema(200),
    beyond=(_TAGS_EXIST,),
)
PLACE = FieldType(
    name="place",
    about="The name of a place, as people there write it.",
    example="São Paulo",
    wrong="{town: Berlin, part: Wedding}",
    read=read_text,
    show=show_words,
    schema=text_schema(200),
    beyond=(_TAGS_EXIST,),
    can_be_facet=True,
)
PROSE = FieldType(
    name="prose",
    about="Markdown of at most 4,000 characters, no HTML, no pictures; in a `.md` file it is what follows the `---`.",
    example="I came to Berlin **by night train** and stayed.",
    wrong="[a, list]",
    read=read_prose,
    show=show_prose,
    schema=text_schema(4_000),
    beyond=(_TAGS_EXIST, f"at most {MOST_BRACKETS} brackets", "lists and quotations nest a few levels deep"),
)
DATED = FieldType(
    name="dated",
    about="A text and, if you like, the day it began.",
    example="{text: An open map of rain barrels, since: 2026-09-01}",
    wrong="{text: An open map, since: last autumn}",
    read=read_dated,
    show=show_entries,
    schema={"anyOf": [{"type": "string", "maxLength": 200}, ITEM_SCHEMA]},
    beyond=(_REAL_DAY,),
)
