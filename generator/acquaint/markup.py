"""Markdown as HTML that is safe to publish: no raw HTML, no pictures, no scripts, headings below the page's own."""

import html
import re
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

FIRST = 3
"""The level of an introduction's first heading: the page has the first, the introduction's own title the second."""
FIRST_OF_PAGE = 2
"""The same for a page of the community's own, whose title is the page's."""
_TAGS = {
    "p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_SCHEMES = ("https", "http", "mailto")
_BLOCK_END = re.compile(r"<(?:/(?:p|h[1-6]|li|pre|blockquote|tr|ul|ol|table)|br|hr)[^>]*>\n?")
# Who writes a comment means nobody to read it.
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ANY_TAG = re.compile(r"<[^>]*>")
_BLANK_LINES = re.compile(r"\n{3,}")


class _SinkHeadings(Treeprocessor):
    """Puts every heading as deep as it stands below others, from `first` on: the outline has no gaps."""

    first = FIRST

    def run(self, root: Element) -> None:
        above: list[int] = []
        for element in root.iter():
            if re.fullmatch("h[1-6]", str(element.tag)):
                level = int(element.tag[1])
                above = [*(other for other in above if other < level), level]
                element.tag = f"h{min(6, self.first + len(above) - 1)}"


class _SinkTitle(_SinkHeadings):
    """The same for a page of the community's own."""

    first = FIRST_OF_PAGE


@cache
def _markdown(*, page: bool = False) -> Markdown:
    """One reader for all texts: making it costs as much as reading a text."""
    reader = Markdown(extensions=["sane_lists", "tables"], output_format="html")
    # Raw HTML isn't read as HTML but stands there as the text it is.
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    sink = _SinkTitle if page else _SinkHeadings
    reader.treeprocessors.register(sink(reader), "sink-headings", 0)
    return reader


@lru_cache(maxsize=256)
def to_html(text: str) -> str:
    """`text` (Markdown, at most a few thousand characters) as sanitised HTML."""
    return nh3.clean(
        _converted(text, page=False),
        tags=_TAGS,
        # The library allows lang and title everywhere unless told otherwise, and a title is text nobody sees coming.
        attributes={"*": set(), "a": {"href"}},
        attribute_filter=_whole_address,
        url_schemes=set(_SCHEMES),
        link_rel="nofollow noopener noreferrer ugc",
    )


def page_html(text: str) -> str:
    """`text` (Markdown, a page the community wrote) as sanitised HTML for a page one folder below its language's root.

    A link to `other.md` leads to that page, any other relative address to a place below the root.
    """
    return nh3.clean(
        _converted(text, page=True),
        tags=_TAGS | {"h2"},
        attributes={"*": set(), "a": {"href"}},
        attribute_filter=_from_the_root,
        url_schemes=set(_SCHEMES),
        link_rel="noreferrer",
    )


def _converted(text: str, *, page: bool) -> str:
    text = _COMMENT.sub("", text)
    try:
        return _markdown(page=page).reset().convert(text)
    except RecursionError:
        # Deeper nesting than any reader follows; the words are what is left of it. The reader stopped in the middle
        # and would take the next text for a continuation.
        _markdown.cache_clear()
        return f"<p>{html.escape(text)}</p>"


def _from_the_root(element: str, attribute: str, value: str) -> str | None:
    """A relative address as a page of the community's own has to write it; None for one that leaves the site."""
    if attribute != "href" or _whole_address(element, attribute, value) is not None or value.startswith("#"):
        return value
    path = re.split("[#?]", value, maxsplit=1)[0]
    rest = value[len(path) :]
    if re.match(r"[a-z][a-z0-9+.-]*:|//|\\", value, re.IGNORECASE) or ".." in path.split("/"):
        return None
    path = f"{path.removesuffix('.md')}/" if path.endswith(".md") else path
    return f"../{path.removeprefix('/').removeprefix('./')}{rest}"


def _whole_address(element: str, attribute: str, value: str) -> str | None:
    """Drops an address that is relative: it would lead somewhere else on each page that shows the text."""
    # The filter is asked about rel as well, which the library sets itself.
    if attribute != "href":
        return value
    return value if value.lower().startswith(tuple(f"{scheme}:" for scheme in _SCHEMES)) else None


def to_text(rendered: str) -> str:
    """What `to_html` gave, as plain text: one line a block, no markup."""
    lines = _ANY_TAG.sub("", _BLOCK_END.sub("\n", rendered))
    return _BLANK_LINES.sub("\n\n", html.unescape(lines)).strip()
