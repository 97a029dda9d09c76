"""What a file is that should be a text: known by its first bytes, or by the letters that an encoding makes of it."""

import re
import unicodedata
from pathlib import PurePosixPath

from acquaint.fields.handles import MOST, RESERVED, decomposed, is_handle
from acquaint.messages import Message, say
from acquaint.problems import Mend, shell_word

_BEGINNINGS: tuple[tuple[bytes, str, Message], ...] = (
    (b"PK\x03\x04", ".docx", say("a document of Word, Pages or LibreOffice")),
    (b"\xd0\xcf\x11\xe0", ".doc", say("a document of Word, Pages or LibreOffice")),
    (b"%PDF", ".pdf", say("a PDF")),
    (b"{\\rtf", ".rtf", say("a document in RTF")),
    (b"<!doctype html", ".html", say("a web page in HTML")),
    (b"<html", ".html", say("a web page in HTML")),
    (b"<?xml", ".xml", say("a document in XML")),
    (b"\x89PNG", ".png", say("a picture")),
    (b"\xff\xd8\xff", ".jpg", say("a picture")),
    (b"GIF8", ".gif", say("a picture")),
)
_ENDINGS = {
    ".docx": 0, ".odt": 0, ".pages": 0, ".doc": 1, ".pdf": 2, ".rtf": 3, ".html": 4, ".htm": 4, ".xml": 6, ".gif": 9,
    ".heic": 9, ".bmp": 9, ".tif": 9, ".tiff": 9, ".svg": 9, ".avif": 9,
}  # fmt: skip
NEUTRAL = ("quill", "lantern", "pebble", "acorn", "kite", "rowan", "thimble")
"""Handles that tell nothing about anybody, for those whose file is called like a person."""


def foreign(content: bytes) -> Message | None:
    """What `content` is, if it is no text of one's own but the file of a program."""
    start = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((what for magic, _, what in _BEGINNINGS if start.lower().startswith(magic.lower())), None)


def foreign_by_name(name: str) -> Message | None:
    """What a file called `name` is, if it is that of a program."""
    number = _ENDINGS.get(PurePosixPath(name).suffix.lower())
    return _BEGINNINGS[number][2] if number is not None else None


def true_ending(content: bytes, name: str) -> str:
    """The ending that `content` should have: its own one, else that of `name`."""
    start = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    found = next((ending for magic, ending, _ in _BEGINNINGS if start.startswith(magic.lower())), "")
    return found or PurePosixPath(name).suffix


def encoding_of(content: bytes) -> str:
    """The encoding, as iconv calls it, that most likely made `content`."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    if content.count(0) > len(content) // 4:
        return "UTF-16LE" if content[1:2] == b"\0" else "UTF-16BE"
    high = sum(byte > 0x7F for byte in content)
    try:
        letters = content.decode("gb18030")
    except UnicodeDecodeError:
        return "WINDOWS-1252"
    chinese = sum("\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef" for letter in letters)
    # A Chinese letter takes two bytes, mostly both above 127; in Latin-1 they rarely follow each other.
    pairs = len(re.findall(rb"[\xa1-\xfe][\xa1-\xfe]", content))
    return "GB18030" if chinese and pairs * 2 >= high * 0.8 else "WINDOWS-1252"


def handle_from(text: str) -> str:
    """`text` as a handle, accents and signs left out; empty if nothing is left or the name is taken by the site."""
    plain = "".join(letter for letter in decomposed(text) if not unicodedata.combining(letter))
    handle = re.sub(r"[^a-z0-9]+", "-", plain)[:MOST].strip("-")
    return handle if is_handle(handle) and handle not in RESERVED else ""


def safe_handle(stem: str) -> str:
    """A handle for the file called `stem`; of several words, which may be a person's name, a neutral one."""
    # A word in a script that loses letters on the way isn't kept either.
    is_one_word = re.search(r"[^\W\d_][\W_]+[^\W\d_]", stem) is None
    return (handle_from(stem) if is_one_word else "") or NEUTRAL[0]


def recoded(name: str, encoding: str) -> Mend:
    """The file `name`, in `encoding`, saved anew in UTF-8."""
    old, new = shell_word(name), shell_word(f"{name}.utf8")
    return Mend(command=f"iconv -f {encoding} -t UTF-8 {old} > {new} && mv {new} {old}")


def begun_anew(name: str, ending: str, text: str) -> Mend:
    """The file `name` moved out of the community's folder as one of `ending`, and the text file `text` begun."""
    aside = f"../{PurePosixPath(name).stem}{ending}"
    lines = f"'nickname: {safe_handle(PurePosixPath(text).stem)}'"
    lines = f"--- {lines} ---" if text.endswith(".md") else lines
    # What stands there already must not be written over, when the first half has moved nothing either.
    free = f"[ ! -e {shell_word(text)} ]"
    command = f"mv -n {shell_word(name)} {shell_word(aside)} && {free} && printf '%s\\n' {lines} > {shell_word(text)}"
    return Mend(command=command)


def without_hidden(name: str) -> Mend:
    """The file `name` without the characters that nobody sees."""
    signs = r"\x00-\x08\x0b-\x1f\x7f-\x9f\x{202a}-\x{202e}\x{2066}-\x{2069}\x{2028}\x{2029}\x{feff}\x{fffe}\x{ffff}"
    return Mend(command=f"perl -CSD -i -pe 's/[{signs}]//g' {shell_word(name)}")
