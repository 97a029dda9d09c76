"""What a type of field is: one entry owns reading, its schema, its documentation and how it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.shown import Shown
from acquaint.tree import Node

Json = dict[str, Any]

BLANK: Json = {
    "anyOf": [
        {"type": "string", "maxLength": 0},
        {"type": "array", "maxItems": 0},
        {"type": "object", "maxProperties": 0},
    ]
}
"""What counts as nothing said, wherever it stands."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """One type of field.

    `read` turns a node into a value or reports why it can't; `show` turns that value into what one audience sees;
    `schema` is JSON Schema for the all-text tree (every scalar a string); `beyond` names the rules it can't express.
    `example` is YAML that is right, `wrong` YAML that isn't; both stand in the documentation and are tested.
    """

    name: str
    about: str
    example: str
    wrong: str
    read: Callable[[Node, Reading], Any]
    show: Callable[[Any, Showing], Shown | None]
    schema: Json
    beyond: tuple[str, ...] = ()
    can_be_facet: bool = False
