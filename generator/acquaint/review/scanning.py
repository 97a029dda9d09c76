"""The fields of an introduction by its lines alone, for files whose YAML can't be read or leaves something out."""

import re
from bisect import bisect_left, bisect_right
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
_SIGN = re.compile(r"(?:#[ \t]?)+")
BIO = "bio"
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


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a file as they stand there, the number of their first line, and the field they stand in or at."""

    field: str
    text: str
    number: int


def lines_of(text: str, community: Community, guesses: int = MOST_GUESSED) -> Iterator[Line]:
    """Every field that `text` seems to hold, at the left edge; below the front matter only what is called exactly so.

    What another key was meant to be is guessed `guesses` times at most, since that takes long.
    A text in one pair of brackets, as JSON is, has no left edge and is looked at bracket by bracket.
    """
    matter, below = _parts(text)
    known = {*community.fields, *DIRECTIVES}
    for part, first, is_below in ((matter, 1, False), (below, matter.count("\n") + 3, True)):
        for key, value, at in _entries(part):
            if not key:
                continue
            is_exact = key in known
            name = key if is_exact else None
            if not is_exact and not is_below and guesses > 0:
                guesses -= 1
                name = meant_key(key, known)
            if name is not None:
                yield Line(name, value, first + at, is_exact, is_below)


def commented_lines_of(text: str, community: Community) -> Iterator[Line]:
    """Every field that a comment at the left edge of the front matter holds, called exactly so."""
    block: list[str] = []
    for number, line in enumerate((*_matter_of(text), ""), start=1):
        if (bare := _bared(line)) is not None:
            block.append(bare)
            continue
        for key, value, at in _entries("\n".join(block)) if block else ():
            if key in community.fields:
                yield Line(key, value, number - len(block) + at, is_exact=True, is_below=False)
        block = []


def comments_of(text: str, community: Community) -> Iterator[Passage]:
    """Every comment of the front matter; a line of its own belongs to the field below, if there is one.

    One that holds a field, as commented_lines_of finds them, stands at the first line of that field.
    """
    lines = _matter_of(text)
    keys = ((number, _KEY.fullmatch(line)) for number, line in enumerate(lines, start=1))
    stands = [(number, key[1]) for number, key in keys if key and key[1] in community.fields]
    numbers = [number for number, _ in stands]
    held: tuple[int, str] | None = None
    for number, line in enumerate(lines, start=1):
        bare = _bared(line)
        if bare is None:
            held = None
        elif key := _KEY.fullmatch(bare):
            held = (number, key[1]) if key[1] in community.fields else None
        if comment := _COMMENT.search(line):
            below, above = bisect_left(numbers, number), bisect_right(numbers, number) - 1
            at = below if line.startswith("#") and below < len(stands) else above
            begin, field = held or (number, stands[at][1] if stands else BIO)
            yield Passage(field, comment[0], begin)


def _bared(line: str) -> str | None:
    """What stands behind the sign of a comment at the left edge, if that is a field or goes on one."""
    bare = _SIGN.sub("", line, count=1) if line.startswith("#") else ""
    # What goes on a value is further in, or an entry of a list; anything else explains something.
    return bare if bare.startswith((" ", "\t", "-")) or _KEY.fullmatch(bare) else None


def passages_of(text: str, community: Community) -> Iterator[Passage]:
    """All that `text` says but its comments: each entry of the front matter, in whatever way, and what stands below.

    What no field holds is `bio`, as what stands below is.
    """
    matter, below = _parts(text)
    known = {*community.fields, *DIRECTIVES}
    guesses = MOST_GUESSED
    for key, value, at in _entries(matter):
        name = key if key in known else None
        if key and name is None and guesses > 0:
            guesses -= 1
            name = meant_key(key, known)
        yield Passage(name or BIO, value, at + 1)
    yield Passage(BIO, below, matter.count("\n") + 3)


def _matter_of(text: str) -> list[str]:
    """The lines of the front matter, none of what is in one pair of brackets: that has no comments."""
    matter = _parts(text)[0]
    return [] if matter.lstrip().startswith("{") else dedent(matter).split("\n")


def _parts(text: str) -> tuple[str, str]:
    """The front matter and what stands below it; everything is front matter where it doesn't end."""
    lines = text.split("\n")
    if lines[0].rstrip() == FENCE:
        end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
        if end is not None:
            return "\n".join(["", *lines[1:end]]), "\n".join(lines[end + 1 :])
    return text, ""


def _entries(text: str) -> Iterator[tuple[str, str, int]]:
    """(key, value, number of lines above it) of every line that begins at the left edge and of what follows it.

    What stands where no key does has the key "".
    """
    if text.lstrip().startswith("{"):
        text = re.sub(r"[{},]", "\n", text.replace("\n", " "))
        for line in text.split("\n"):
            match = _KEY.fullmatch(line.strip())
            yield (match[1], match[2], 0) if match else ("", line.strip(), 0)
        return
    found: tuple[str, list[str], int] = "", [], 0
    for at, line in enumerate(dedent(text).split("\n")):
        match = _KEY.fullmatch(line)
        if match is None:
            if not line.startswith("#"):
                found[1].append(_COMMENT.sub("", line))
            continue
        yield found[0], "\n".join(found[1]).strip(), found[2]
        found = match[1], [_COMMENT.sub("", match[2])], at
    yield found[0], "\n".join(found[1]).strip(), found[2]
