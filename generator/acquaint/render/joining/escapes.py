"""Text that Markdown would take for markup, written so that it is read as text; only where it must be."""

import re

# A star between blanks and an underline inside a word mark nothing. `<` opens an address only before a letter.
_MARKS = re.compile(r"[\\`\[]|(?<!\s)\*|\*(?!\s)|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|<(?=[A-Za-z!/?])")
# What opens a heading, a quotation, a list, a rule or a table, where it begins a line.
_BEGINS = re.compile(
    r"^([ \t]*)(?:(#)|(>)|([-+])(?=\s|$)|(\d+)([.)])(?=\s|$)|(:*[-|])(?=[-|: ]*$)|(=)(?=[= ]*$))", re.MULTILINE
)
_BARS = re.compile(r"(`+).*?\1|\|")


def escaped(text: str) -> str:
    """`text`, a piece of a line or several."""
    return _MARKS.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    sign = found.group()
    return {"&": "&amp;", "<": "&lt;"}.get(sign, f"\\{sign}")


def escaped_lines(text: str) -> str:
    """A paragraph, its pieces escaped: no line begins as anything else does."""
    return _BEGINS.sub(_begin, "\n".join(line.lstrip() for line in text.split("\n")))


def _begin(found: re.Match[str]) -> str:
    sign = found.group().removeprefix(found.group(1))
    return "&#61;" if sign == "=" else f"{sign[:-1]}\\{sign[-1]}"


def escaped_cell(text: str) -> str:
    """A cell of a table, its pieces escaped: no bar outside of code ends it."""
    return _BARS.sub(lambda found: r"\|" if found.group() == "|" else found.group(), text)
