"""The schema as JSON Schema, for editors and other programs, and as a page of documentation."""

from acquaint.config import Community, FieldSpec
from acquaint.fields.registry import TYPES
from acquaint.fields.types import BLANK, FieldType, Json
from acquaint.values import Audience

_SEALED: Json = {
    "type": "object",
    "properties": {"sealed": {"type": "string"}},
    "required": ["sealed"],
    "additionalProperties": False,
}
BEYOND = (
    "private and public name fields that exist, and public only those that may be opened",
    "a field that a member opened isn't sealed",
    "a Markdown file has one introduction: below its front matter or under bio",
    "a file's name is a handle that nobody else has",
    "free text holds nobody's private contact",
    "no text is left over from the template",
)
"""Rules that hold for a whole file and that JSON Schema can't express; each type's own are in its entry."""


def json_schema(community: Community) -> Json:
    """JSON Schema (2020-12) of one introduction: the all-text tree, every scalar a string, trimmed and in NFC."""
    names: Json = {"type": "string"}
    listed: Json = {"anyOf": [names, {"type": "array", "items": {"anyOf": [names, BLANK]}}]}
    properties: Json = {name: _property(spec) for name, spec in community.fields.items()}
    properties |= {
        "listing": {"anyOf": [BLANK, {"enum": ["everyone", "members", "nobody"]}]},
        "lang": {"anyOf": [BLANK, TYPES["language"].schema]},
        "private": {"anyOf": [BLANK, listed]},
        "public": {"anyOf": [BLANK, listed]},
    }
    beyond = [*BEYOND, *sorted({rule for kind in TYPES.values() for rule in kind.beyond})]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An introduction",
        "$comment": "Rules beyond this schema: " + "; ".join(beyond) + ".",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _property(spec: FieldSpec) -> Json:
    shapes = [BLANK, TYPES[spec.kind].schema]
    if spec.visibility is Audience.MEMBERS:
        shapes.append(_SEALED)
    return {"title": spec.label.pick("en")[1], "description": spec.help.pick("en")[1], "anyOf": shapes}


def reference(community: Community) -> str:
    """docs/fields.md: every field, every type, and the rules beyond JSON Schema."""
    lines = [
        "# Fields",
        "",
        "Generated from the registry of field types by `make bless`; don't edit it by hand.",
        "",
        "## What a file may say",
        "",
        "| field | type | strangers see it | a member may open it | browse | search | what it is for |",
        "|---|---|---|---|---|---|---|",
        *(_field_row(spec) for spec in community.fields.values()),
        "",
        "Besides, `listing` says in which editions you stand (`everyone`, `members`, `nobody`), `private` and `public`",
        "list fields to close or to open (`contact.email` for one kind of contact), and `lang` is the language of your",
        "file. Every field for members may hold `{sealed: …}`, which is shown to nobody yet.",
        "",
        "## Types",
        "",
        *(line for kind in TYPES.values() for line in _type_section(kind)),
        "## Rules beyond JSON Schema",
        "",
        "`acquaint schema` prints the schema that editors use. What it can't express, `acquaint check` does:",
        "",
        *(f"- {rule}" for rule in BEYOND),
    ]
    return "\n".join(lines) + "\n"


def _field_row(spec: FieldSpec) -> str:
    seen = "yes" if spec.visibility is Audience.EVERYONE else "no"
    opened = "yes" if spec.widen and seen == "no" else ""
    cells = (f"`{spec.name}`", spec.kind, seen, opened, _yes(spec.facet), _yes(spec.search), spec.help.pick("en")[1])
    return f"| {' | '.join(cells)} |"


def _yes(switch: bool) -> str:
    return "yes" if switch else ""


def _type_section(kind: FieldType) -> list[str]:
    beyond = [f"Beyond the schema: {'; '.join(kind.beyond)}.", ""] if kind.beyond else []
    examples = ["```yaml", f"right: {kind.example}", f"wrong: {kind.wrong}", "```", ""]
    return [f"### {kind.name}", "", kind.about, "", *examples, *beyond]
