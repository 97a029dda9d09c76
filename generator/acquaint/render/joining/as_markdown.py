"""HTML as our Markdown reader makes it, back as Markdown that gives the same HTML: for whoever edits their own text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape

from acquaint.render.joining.escapes import escaped, escaped_cell, escaped_lines

Change = Callable[[str], str]
"""What is done to each text before it is written."""

_VOID = frozenset(["br", "hr"])
_INLINE = frozenset(["em", "strong", "del", "code", "a", "br"])
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s[^\s"=>]+="[^"]*")*)\s*/?>|([^<]+)')
_HREF = re.compile(r'\shref="([^"]*)"')
_AFTER_BREAK = re.compile("  \n\\s+")
_INDENT = "    "
"""What belongs to an entry of a list stands so far behind its beginning."""


@dataclass(slots=True)
class _Element:
    tag: str
    href: str = ""
    inside: list["_Element | str"] = field(default_factory=list)


_Parts = list[_Element | str]


def _read(html: str) -> _Parts:
    """HTML as a tree; what is closed was opened, for a sanitiser wrote it."""
    opened = [_Element("")]
    for closes, tag, attributes, text in _TOKEN.findall(html):
        if text:
            opened[-1].inside.append(unescape(text))
        elif not closes:
            href = _HREF.search(attributes)
            element = _Element(tag, unescape(href[1]) if href else "")
            opened[-1].inside.append(element)
            if tag not in _VOID:
                opened.append(element)
        elif len(opened) > 1 and opened[-1].tag == tag:
            opened.pop()
    return opened[0].inside


def as_markdown(html: str, change: Change = lambda text: text, drops: Callable[[str], bool] = lambda url: False) -> str:
    """`html` as Markdown. `change` is done to each text; a link to an address that `drops` names leaves its text."""
    return "\n\n".join(_Writer(change, drops).blocks(_read(html)))


@dataclass(frozen=True, slots=True)
class _Writer:
    change: Change
    drops: Callable[[str], bool]

    def blocks(self, parts: _Parts) -> Iterator[str]:
        """Each block, the lines of one without those that separate it from others."""
        inline: _Parts = []
        for part in parts:
            if isinstance(part, str) or part.tag in _INLINE:
                inline.append(part)
                continue
            yield from self._paragraph(inline)
            inline = []
            if block := self._block(part):
                yield block
        yield from self._paragraph(inline)

    def _paragraph(self, parts: _Parts) -> Iterator[str]:
        if text := _AFTER_BREAK.sub("  \n", self._inline(parts)).strip():
            yield escaped_lines(text)

    def _block(self, element: _Element) -> str:
        match element.tag:
            case "hr":
                # Of hyphens it could be taken for the fence of a file, or an entry of a list.
                return "***"
            case "pre":
                return _indented(_text(element).rstrip("\n"), _INDENT)
            case "blockquote":
                return _indented("\n\n".join(self.blocks(element.inside)), "> ", blank=">")
            case "ul" | "ol":
                return self._list(element)
            case "table":
                return self._table(element)
            case "h3" | "h4" | "h5" | "h6":
                return f"{'#' * (int(element.tag[1]) - 2)} {_one_line(self._inline(element.inside))}"
            case _:
                return "\n\n".join(self.blocks(element.inside))

    def _list(self, element: _Element) -> str:
        """Entries stand one below the other; between two that hold blocks alone is an empty line."""
        written, was_tight = "", True
        entries = [part for part in element.inside if isinstance(part, _Element)]
        for number, entry in enumerate(entries, 1):
            mark = f"{number}. " if element.tag == "ol" else "- "
            is_tight = any(part.tag in _INLINE if isinstance(part, _Element) else part.strip() for part in entry.inside)
            text = ("\n" if is_tight else "\n\n").join(self.blocks(entry.inside))
            gap = "" if number == 1 else "\n" if is_tight or was_tight else "\n\n"
            written += gap + mark + _indented(text, _INDENT).removeprefix(_INDENT)
            was_tight = is_tight
        return written

    def _table(self, element: _Element) -> str:
        rows = [
            [escaped_cell(_one_line(self._inline(cell.inside))) for cell in _elements(row, "th", "td")]
            for row in _elements(element, "tr")
        ]
        ruled = [rows[0], ["---"] * len(rows[0]), *rows[1:]] if rows else []
        return "\n".join(f"| {' | '.join(row)} |" for row in ruled)

    def _inline(self, parts: _Parts, around: str = "") -> str:
        """Texts and what stands within a line; `around` is the sign that marks what they are in."""
        written = ""
        for part in parts:
            piece = escaped(self.change(part)) if isinstance(part, str) else self._marked(part, around)
            # With a link behind it, an exclamation mark would make a picture.
            written = f"{written[:-1]}\\!" if written.endswith("!") and piece.startswith("[") else written
            written += piece
        return written

    def _marked(self, element: _Element, around: str) -> str:
        match element.tag:
            case "br":
                return "  \n"
            case "code":
                return _code(self.change(_text(element)))
            case "a":
                return self._link(element, around)
            case "em" | "strong":
                # A sign of the other kind, or three in a row could open either.
                sign = ("_" if around.startswith("*") else "*") * (1 if element.tag == "em" else 2)
                inner = self._inline(element.inside, sign)
                return f"{sign}{inner}{sign}" if inner.strip() else inner
            case _:
                return self._inline(element.inside, around)

    def _link(self, element: _Element, around: str) -> str:
        text = self._inline(element.inside, around)
        if not element.href or self.drops(element.href):
            return text
        address = f"<{element.href}>" if re.search(r"[()\s]", element.href) else element.href
        return f"[{text.replace(']', chr(92) + ']')}]({address})"


def _elements(element: _Element, *tags: str) -> Iterator[_Element]:
    """Every element called one of `tags` inside, those within another of them left out."""
    for part in element.inside:
        if isinstance(part, _Element):
            if part.tag in tags:
                yield part
            else:
                yield from _elements(part, *tags)


def _text(element: _Element) -> str:
    return "".join(part if isinstance(part, str) else _text(part) for part in element.inside)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _code(text: str) -> str:
    """`text` between more backticks than stand in it, and a blank where one stands at an end."""
    if not text.strip():
        return ""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _indented(text: str, indent: str, blank: str = "") -> str:
    return "\n".join(f"{indent}{line}" if line.strip() else blank for line in text.split("\n"))
