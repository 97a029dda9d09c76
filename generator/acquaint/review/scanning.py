"""The fields of an introduction by its lines alone, for files whose YAML can't be read or leaves something out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import dedent

from acquaint.config import DIRECTIVES, Community
from acquaint.load.documents import FENCE
from acquaint.load.keys import meant_key

# An ordinary or a wide colon, with or without a space behind it: what was meant as a field counts.
_KEY = re.compile(r"[\"']?([^\W\d_][\w .-]{0,40}?)[\"']?[ \t]*[:\uff1a][ \t]*(.*)")
_KIND = re.compile(r"[\"']?\b([a-z_]+)[\"']?[ \t]*[:\uff1a]")
_COMMENT = re.compile(r"(?:^|\s)#.*")
MOST_GUESSED = 300
"""Keys of one file that are none of the schema's; an introduction has a dozen keys."""
_NOTHING = frozenset({"", "~", "null", "[]", "{}", '""', "''", "|", ">", "|-", ">-"})


@dataclass(frozen=True, slots=True)
class Line:
    """A field with all that stands under it: its name in the schema and the number of its line.

    `is_exact` is False if the file calls it otherwise, `is_below` True if it stands below the front matter.
    """

    field: str
    value: str
    number: int
    is_exact: bool
    is_below: bool

    @property
    def is_blank(self) -> bool:
        """True if nothing is said."""
        return self.value.strip() in _NOTHING

    @property
    def is_sealed(self) -> bool:
        """True if what is said is sealed."""
        return re.match(r"[\s{]*[\"']?sealed[\"']?\s*:", self.value) is not None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The keys inside of the value."""
        return tuple(dict.fromkeys(_KIND.findall(self.value)))


def lines_of(text: str, community: Community, guesses: int = MOST_GUESSED) -> Iterator[Line]:
    """Every field that `text` seems to hold, at the left edge; below the front matter only what is called exactly so.

    What another key was meant to be is guessed `guesses` times at most, since that takes long.
    A text in one pair of brackets, as JSON is, has no left edge and is looked at bracket by bracket.
    """
    matter, below = _parts(text)
    known = {*community.fields, *DIRECTIVES}
    for part, first, is_below in ((matter, 1, False), (below, matter.count("\n") + 2, True)):
        for key, value, at in _entries(part):
            is_exact = key in known
            name = key if is_exact else None
            if not is_exact and not is_below and guesses > 0:
                guesses -= 1
                name = meant_key(key, known)
            if name is not None:
                yield Line(name, value, first + at, is_exact, is_below)


def _parts(text: str) -> tuple[str, str]:
    """The front matter and what stands below it; everything is front matter where it doesn't end."""
    lines = text.split("\n")
    if lines[0].rstrip() == FENCE:
        end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
        if end is not None:
            return "\n".join(["", *lines[1:end]]), "\n".join(lines[end + 1 :])
    return text, ""


def _entries(text: str) -> Iterator[tuple[str, str, int]]:
    """(key, value, number of lines above it) of every line that begins at the left edge and of what follows it."""
    if text.lstrip().startswith("{"):
        text = re.sub(r"[{},]", "\n", text.replace("\n", " "))
        entries = (_KEY.fullmatch(line.strip()) for line in text.split("\n"))
        yield from ((match[1], match[2], 0) for match in entries if match)
        return
    found: tuple[str, list[str], int] | None = None
    for at, line in enumerate(dedent(text).split("\n")):
        match = _KEY.fullmatch(line)
        if match is None:
            if found and not line.startswith("#"):
                found[1].append(_COMMENT.sub("", line))
            continue
        if found:
            yield found[0], "\n".join(found[1]).strip(), found[2]
        found = match[1], [_COMMENT.sub("", match[2])], at
    if found:
        yield found[0], "\n".join(found[1]).strip(), found[2]
