"""A file's bytes as text: opened without following links, bounded, strictly UTF-8, free of hidden characters."""

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from acquaint.errors import MachineError
from acquaint.load.formats import begun_anew, encoding_of, foreign, recoded, true_ending, without_hidden
from acquaint.messages import say
from acquaint.problems import Problems, shell_word
from acquaint.tree import Span

MOST_BYTES = 65_536
"""Of one introduction; a bio of 4,000 Chinese characters takes 12,000."""

# Controls but tab and line feed, embedding and override of direction, isolates, line and paragraph separators, a
# byte order mark inside: none of them is seen, and each makes a text read otherwise than it is.
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Source:
    """The text of one file, line ends as line feeds. `path` is relative to the community's folder, with slashes."""

    path: str
    text: str

    @classmethod
    def of(cls, path: str, text: str) -> "Source":
        """The source of `text`."""
        return cls(path, text)

    @cached_property
    def lines(self) -> list[str]:
        """The text cut at its line feeds."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """Line `number`, counted from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def read_regular(path: Path, most: int) -> bytes | None:
    """At most `most` bytes of the regular file `path`; None for a link, a pipe, a device, a folder or nothing.

    Raises MachineError if the machine refuses.
    """
    # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_symlink() or not path.is_file():
        return None
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        raise MachineError.from_os(error, "read") from error
    with os.fdopen(descriptor, "rb") as file:
        return file.read(most) if stat.S_ISREG(os.fstat(descriptor).st_mode) else None


def read_source(path: Path, name: str, problems: Problems, most: int = MOST_BYTES) -> Source | None:
    """The file `path` as text, or None and a problem under `name` that says why it can't be read."""
    content = read_content(path, name, problems, most)
    return None if content is None else decode(content, name, problems)


def read_content(path: Path, name: str, problems: Problems, most: int = MOST_BYTES) -> bytes | None:
    """The bytes of the file `path`, or None and a problem under `name` that says why it can't be read."""
    try:
        content = read_regular(path, most + 1)
    except MachineError as error:
        message = say("This file can't be read: {reason}.", reason=str(error))
        problems.add("unreadable-file", message, name, fix=f"chmod a+r {shell_word(name)}")
        return None
    if content is None:
        message = say("This is a link or no regular file, so it isn't read.")
        problems.add("not-a-file", message, name, fix=say("Put a file here."))
        return None
    if len(content) > most:
        message = say("This file is larger than {n} KiB; no introduction needs as much.", n=most // 1024)
        fix = say("Keep pictures in files of their own, and shorten the text.")
        problems.add("file-too-large", message, name, fix=fix)
        return None
    return content


def decode(content: bytes, name: str, problems: Problems) -> Source | None:
    """`content` as text, or None and a problem under `name`."""
    what = foreign(content)
    if what and name.startswith("members/"):
        message = say("This file is really {what}; an introduction is plain text.", what=what)
        fix = say("Begin a text file, and copy your words into it. The old file then stands beside the folder.")
        problems.add("other-format", message, name, fix=fix, mend=begun_anew(name, true_ending(content, name), name))
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        span = Span(before.count(b"\n") + 1, 1)
        message = say("This file isn't in UTF-8, so its letters can't be told.")
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            message = say("This file is in {encoding}, so its letters can't be told.", encoding="UTF-16")
        fix = say("Open it in an editor and save it as UTF-8.")
        problems.add("not-utf8", message, name, span, fix=fix, mend=recoded(name, encoding_of(content)))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = Source.of(name, text)
    hidden = HIDDEN.search(text)
    if hidden is None:
        return source
    _report_hidden(hidden, content, source, problems)
    return None


def _report_hidden(hidden: re.Match[str], content: bytes, source: Source, problems: Problems) -> None:
    name, text = source.path, source.text
    line = text.count("\n", 0, hidden.start()) + 1
    column = hidden.start() - (text.rfind("\n", 0, hidden.start()) + 1) + 1
    character = hidden.group()
    code = f"U+{ord(character):04X} {unicodedata.name(character, '').lower()}".strip()
    message = say("Here stands {character}, which nobody sees and which may mislead readers.", character=code)
    fix, mend = say("Delete this character."), without_hidden(name)
    if content.count(0) > len(content) // 4:
        message = say("This file is in {encoding}, so its letters can't be told.", encoding="UTF-16")
        fix, mend = say("Open it in an editor and save it as UTF-8."), recoded(name, encoding_of(content))
    problems.add("control-character", message, name, Span(line, column), fix=fix, mend=mend)
