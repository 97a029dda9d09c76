"""Words of strangers inside a forge's Markdown: shown as they are, and never a link, a mention, a picture or a tag.

Everything is written as blocks of HTML without a blank line, in which a forge reads no Markdown; what would still be
looked for there (a mention, an issue's number, an address) is broken by a character that has no width.
"""

import html
import re

from acquaint.check.report import printable

_JOINER = "\N{WORD JOINER}"
# Where forges begin to look: @name, #1, !1, GH-1, https://…, www.…, a name before @ as in a commit's address.
_BREAKS = re.compile(r"(?<=[@#!~%$&])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH)(?=-)|(?<=\w)(?=@)", re.IGNORECASE)
_HASH = re.compile(r"\b[0-9a-f]{7,64}\b", re.IGNORECASE)
_BLANK = "&#32;"


def plain(text: str) -> str:
    """`text` in one line, to stand between the tags of a block."""
    line = printable(" ".join(text.split()))
    line = _HASH.sub(lambda found: f"{found.group()[:3]}{_JOINER}{found.group()[3:]}", line)
    return html.escape(_BREAKS.sub(_JOINER, line))


def code(text: str) -> str:
    """`text` in one line, letter by letter, as a path or a handle."""
    return f"<code>{html.escape(printable(' '.join(text.split())))}</code>"


def block(text: str) -> str:
    """`text` with its lines, letter by letter, to be pasted; no line in it is blank to Markdown."""
    lines = (html.escape(printable(line.replace("\t", "    "))) for line in text.split("\n"))
    return "<pre>" + "\n".join(line if line.strip() else _BLANK for line in lines) + "</pre>"


def row(*cells: str) -> str:
    """One row of a table, of what the functions above made."""
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def link(address: str) -> str:
    """A link to an address of our own."""
    return f'<a href="{html.escape(address)}">{html.escape(address)}</a>'
