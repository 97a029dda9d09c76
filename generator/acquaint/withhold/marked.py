"""Withholding in sanitised HTML: text is searched block by block, across inline tags; all else stays as it was."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser

from acquaint.withhold.person import Finding

_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var wbr".split()
)
_SPOKEN = frozenset(("title", "alt", "aria-label", "cite"))
Search = Callable[[str], tuple[Finding, ...]]


@dataclass(slots=True)
class _Piece:
    """A tag or a stretch of text, as it stands in the source. `text` is what is read; None for a tag.

    A piece is touched once something of its text was withheld.
    """

    raw: str
    text: str | None = None
    tag: str = ""
    attributes: list[tuple[str, str | None]] = field(default_factory=list)
    closes: bool = False
    is_touched: bool = False


class _Pieces(HTMLParser):
    """Takes HTML apart without losing a byte."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[_Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(_Piece(self.get_starttag_text() or "", tag=tag, attributes=attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.found.append(_Piece(f"</{tag}>", tag=tag, closes=True))

    def handle_data(self, data: str) -> None:
        self.found.append(_Piece(data, text=data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, raw: str) -> None:
        self.found.append(_Piece(raw, text=unescape(raw)))


def rewritten(html: str, search: Search, gives_away: Callable[[str], bool]) -> str:
    """`html` with what `search` finds replaced and without the links whose address `gives_away` something."""
    parser = _Pieces()
    parser.feed(html)
    parser.close()
    pieces = parser.found
    before = [piece.raw for piece in pieces]
    _treat_text(pieces, search)
    _treat_tags(pieces, search, gives_away)
    after = [piece.raw for piece in pieces]
    return html if before == after else "".join(after)


def _treat_text(pieces: list[_Piece], search: Search) -> None:
    """Search each block's text as one, and put what was found back into the pieces it came from."""
    block: list[_Piece] = []
    for piece in [*pieces, _Piece("", tag="end")]:
        if piece.text is not None or piece.tag == "br":
            block.append(piece)
        elif piece.tag not in _INLINE:
            _treat_block(block, search)
            block = []


def _treat_block(block: list[_Piece], search: Search) -> None:
    """Replace what is found: the first piece touched gets the replacement, the others lose their part."""
    text = "".join("\n" if piece.text is None else piece.text for piece in block)
    findings = search(text)
    start = 0
    for piece in block if findings else ():
        length = 1 if piece.text is None else len(piece.text)
        met = [finding for finding in findings if finding.start < start + length and start < finding.end]
        if met and piece.text is not None:
            piece.text = _replaced(piece.text, start, met)
            piece.raw = escape(piece.text, quote=False)
            piece.is_touched = True
        start += length


def _replaced(text: str, start: int, findings: list[Finding]) -> str:
    """`text`, which begins at `start` of its block, without its part of the findings, with those that begin in it."""
    pieces, reached = [], 0
    for finding in findings:
        pieces.append(text[reached : max(0, finding.start - start)])
        if finding.start >= start:
            pieces.append(finding.replacement)
        reached = min(len(text), finding.end - start)
    return "".join((*pieces, text[reached:]))


def _treat_tags(pieces: list[_Piece], search: Search, gives_away: Callable[[str], bool]) -> None:
    """Take out links that give something away, inline tags that have lost their text, and mend what attributes say."""
    opened: dict[str, list[tuple[_Piece, int, int]]] = {}
    touched = kept = 0
    for piece in pieces:
        if piece.text is not None or piece.tag not in _INLINE:
            touched += piece.is_touched
            kept += bool(piece.raw)
        elif not piece.closes:
            opened.setdefault(piece.tag, []).append((piece, touched, kept))
        elif opened.get(piece.tag):
            begin, touched_before, kept_before = opened[piece.tag].pop()
            was_touched, is_empty = touched > touched_before, kept == kept_before
            if (was_touched and is_empty) or (piece.tag == "a" and (was_touched or gives_away(_address(begin)))):
                begin.raw = piece.raw = ""
        if piece.raw and not piece.closes and any(name in _SPOKEN for name, _ in piece.attributes):
            _treat_attributes(piece, search)


def _address(link: _Piece) -> str:
    """Where a link leads. One whose own words are withheld is lost whatever this is: it may tell the same."""
    return dict(link.attributes).get("href") or ""


def _treat_attributes(piece: _Piece, search: Search) -> None:
    """Leave out the attributes that say something to be withheld."""
    kept = [(name, value) for name, value in piece.attributes if name not in _SPOKEN or not search(value or "")]
    if kept != piece.attributes:
        told = "".join(f' {name}="{escape(value or "")}"' for name, value in kept)
        piece.raw = f"<{piece.tag}{told}>"
