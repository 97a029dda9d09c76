"""The setting join.doors: the ways in which an introduction leaves the join page."""

from acquaint.config import DOORS, Repository
from acquaint.fields.names import nearest
from acquaint.fields.reading import Reading
from acquaint.messages import say
from acquaint.tree import Node


def read_doors(node: Node, reading: Reading, repository: Repository) -> tuple[str, ...]:
    """The doors named in `node`, each once, in their order; () if there is none among them that exists.

    The door to the `repository` is a problem where nobody said where that is.
    """
    doors: dict[str, None] = {}
    for item in reading.listed(node):
        scalar = reading.scalar(item, say("names in one flat list, as in {example}", example="[message, copy]"))
        door = scalar.text.strip() if scalar else ""
        if door in DOORS:
            doors[door] = None
        elif scalar:
            meant = nearest(door, DOORS)
            message = say("{field} knows no such door; there are {doors}.", field=reading.field, doors=DOORS)
            fix = None if meant else f"doors: [{', '.join(DOORS)}]"
            reading.report("bad-setting", scalar, message, fix=fix, meant=meant)
        if door == "pull-request" and scalar and not repository.url:
            message = say("{door} needs the address of the repository.", door=door)
            fix = "repository: {url: https://git.example/people, visibility: private}"
            reading.report("bad-setting", scalar, message, fix=fix)
    return tuple(doors)
