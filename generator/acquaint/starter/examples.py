"""The examples as a public repository may hold them: without any field that the settings keep among members."""

import re
from collections.abc import Iterator

from acquaint.config import Community
from acquaint.load.documents import FENCE
from acquaint.values import Audience

_KEY = re.compile(r"(\w+):")


def without_private(text: str, community: Community) -> str:
    """The introduction `text` with what everybody may read; a comment goes with the field below it."""
    _, matter, prose = text.split(f"{FENCE}\n", 2)
    kept = "\n".join(_kept(matter.removesuffix("\n").split("\n"), community))
    below = prose if _is_open("bio", community) else ""
    return f"{FENCE}\n{kept}\n{FENCE}\n{below}"


def _kept(lines: list[str], community: Community) -> Iterator[str]:
    comments: list[str] = []
    keeps = True
    for line in lines:
        if line.startswith("#"):
            comments.append(line)
            continue
        if match := _KEY.match(line):
            keeps = _is_open(match[1], community)
        if keeps:
            yield from (*comments, line)
        comments = []
    yield from comments


def _is_open(name: str, community: Community) -> bool:
    """True for a field that everybody sees, and for a directive, which is no field."""
    spec = community.fields.get(name)
    return spec is None or spec.visibility is Audience.EVERYONE
