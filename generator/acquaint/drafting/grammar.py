"""The signs of a message: what its lines look like, and what chats make of them.

A message is lines of `Label [key]: answer`, `1) entry` and `| text`, between one with [handle] and one with [end].
"""

import re
from dataclasses import dataclass

OPEN, CLOSE = r"\\?[\[［【〔]", r"\\?[\]］】〕]"
"""Brackets, also full-width ones, and with what Markdown editors put before them."""

DATED = ("dated", "items")
LISTS = ("tags", "items", "availability")
WORDED = ("text", "prose", "place")
"""Types of fields by the shape of their answers."""

DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
LANGUAGE = re.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_SUFFIX = re.compile(
    rf"{OPEN}\s{{0,3}}(as is|members|everyone|since|until)\b([^\[\]［］【】〔〕\\]*){CLOSE}\s*$", re.IGNORECASE
)
_BROKEN_MARK = re.compile(r"\bmembers only\W{0,5}$", re.IGNORECASE)
# What is not free text is safe to write as it is if nothing in it looks like what mended() changes.
_STABLE = re.compile(
    "(?!mailto:|tel:)[^<\\[\\s\u2010-\u2015\u2212\ufe58\ufe63\uff01-\uff5e\u2018-\u201f]"
    "(?:[^\\s\u2010-\u2015\u2212\ufe58\ufe63\uff01-\uff5e\u2018-\u201f]| (?! ))*",
    re.IGNORECASE,
)
_BEFORE_SIGN = re.compile(r"((?:[^\\=＝]|\\.)*)[=＝]")
_WRAPPED = (
    re.compile(r"\\?[\[【〔]([^\]】〕]*?)\\?[\]】〕]\s*\(\s*<?([^\s>]+?)>?\s*\)"),  # [label](address)
    re.compile(r"([^\s<>]+)\s*<([^<>|]*)(?:\|[^<>]*)?>"),  # address <address>
    re.compile(r"()<([^<>|]*)(?:\|[^<>]*)?>"),
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands in brackets behind an entry: for whom it is, and since or until when."""

    text: str
    audience: str = ""
    since: str = ""
    until: str = ""
    is_unclear: bool = False


def ends_like_a_mark(text: str) -> bool:
    """True if the end of `text` would be read as a mark."""
    return (_SUFFIX.search(text) or _BROKEN_MARK.search(text)) is not None


def marks_of(text: str) -> Marks:
    """`text` without the marks at its end, and what they say."""
    found: dict[str, str] = {}
    is_unclear = False
    while mark := _SUFFIX.search(text):
        text = text[: mark.start()].rstrip()
        code = mark.group(1).lower()
        if code == "as is":
            return Marks(text, **found, is_unclear=is_unclear)
        kind = "audience" if code in ("members", "everyone") else code
        day = DAY.search(straight(mark.group(2)))
        value = code if kind == "audience" else day.group() if day else ""
        is_unclear |= not value or kind in found
        found[kind] = value
    # A mark that a chat broke must never show to everyone what was for members.
    return Marks(text, **found, is_unclear=is_unclear or _BROKEN_MARK.search(text) is not None)


def is_stable(text: str) -> bool:
    """True if mended() changes nothing in `text`, which is one line."""
    return _STABLE.fullmatch(text) is not None


def straight(text: str) -> str:
    """`text` with every dash a hyphen, full-width signs as ASCII, curly quotes straight and single blanks."""
    text = re.sub("[\uff01-\uff5e]", lambda sign: chr(ord(sign.group()) - 0xFEE0), _DASHES.sub("-", text))
    text = re.sub("[\u2018-\u201b]", "'", re.sub("[\u201c-\u201f]", '"', text))
    return " ".join(text.split())


def mended(text: str, *, is_contact: bool = False) -> str:
    """An address, a date or another code as it was before a chat made a link or typography of it."""
    text = straight(text)
    for wrapped in _WRAPPED:
        # A label that isn't in the address may be what was meant; `check` will tell of what is left as it is.
        link = wrapped.fullmatch(text)
        if link and link.group(1).lower().removeprefix("mailto:") in link.group(2).lower():
            text = link.group(2)
    return re.sub("^(?:mailto|tel):", "", text, flags=re.IGNORECASE) if is_contact else text


def escaped(label: str) -> str:
    """The label of a link, so that the sign behind it is the first that stands alone."""
    return label.replace("\\", "\\\\").replace("=", "\\=")


def label_and_address(text: str) -> tuple[str, str] | None:
    """The two sides of the first = without a \\ before it; None if none stands between blanks."""
    found = _BEFORE_SIGN.match(text)
    # One without blanks is part of an address whose label was lost.
    if found is None or not (found.group(1)[-1:].isspace() and text[found.end() :][:1].isspace()):
        return None
    return re.sub(r"\\(.)", r"\1", found.group(1).rstrip()), text[found.end() :].strip()
