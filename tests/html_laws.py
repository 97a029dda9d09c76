"""What is wrong with a page as HTML: what a parser stumbles over, and what the standard's content models forbid."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tinyhtml5.parser import HTMLParser

Node = Any
"""An element of xml.etree that knows its parent by `above`."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    "address article aside blockquote dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main menu nav ol p pre search section table tbody td tfoot th thead tr ul".split()
)
_ONLY_PHRASES = frozenset(
    "p span strong em b i small q cite code kbd mark bdi bdo abbr time label button h1 h2 h3 h4 h5 h6 pre s sub sup".split()
)
_INTERACTIVE = frozenset("a button input select textarea label summary details iframe audio video".split())
_HOLDS = {
    "ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "select": {"option", "optgroup", "hr"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"}, "tr": {"th", "td"},
    "thead": {"tr"}, "tbody": {"tr"}, "tfoot": {"tr"}, "html": {"head", "body"},
}  # fmt: skip
_STANDS_IN = {
    "li": {"ul", "ol", "menu", "template"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "option": {"select", "optgroup", "datalist"},
    "summary": {"details"}, "title": {"head", "svg"}, "meta": {"head"}, "main": {"body"}, "h1": {"header", "main", "div"},
}  # fmt: skip
_EVERYWHERE = frozenset(
    "class id lang dir hidden role tabindex title inert spellcheck autocapitalize autofocus enterkeyhint inputmode translate slot".split()
)
_OWN = {
    "a": "href rel hreflang type target download", "link": "rel href type hreflang title crossorigin media sizes as",
    "meta": "charset name content http-equiv property media", "script": "type src", "img": "src srcset sizes alt width height loading decoding",
    "input": "type name value placeholder maxlength autocomplete required checked list accept", "button": "type disabled", "form": "",
    "label": "for", "select": "name", "option": "value selected disabled", "textarea": "rows readonly autocomplete", "details": "open name",
    "canvas": "width height", "th": "scope colspan", "td": "colspan", "ol": "start reversed", "time": "datetime",
    "dialog": "open", "code": "", "style": "", "q": "cite", "blockquote": "cite", "li": "value", "table": "",
}  # fmt: skip
_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")


def parsed(page: bytes) -> tuple[Node, list[str]]:
    """The page's elements, each knowing its parent, and the names of what the parser stumbled over."""
    parser = HTMLParser(namespace_html_elements=False)
    root = parser.parse(page.decode())
    root = root.getroot() if hasattr(root, "getroot") else root
    return root, [f"line {place[0]}: {name}" for place, name, *_ in parser.errors]


def faults(page: bytes) -> list[str]:
    """All that is wrong with the page; nothing with a good one."""
    root, stumbled = parsed(page)
    above = {child: parent for parent in root.iter() for child in parent}
    nodes = [node for node in root.iter() if isinstance(node.tag, str) and not node.tag.startswith("{")]
    found = [*stumbled, *_references(root), *_headings(nodes)]
    for node in nodes:
        found += [f"<{node.tag}> {text}" for text in (*_places(node, above), *_attributes(node), *_contents(node))]
    return found


def _references(root: Node) -> Iterator[str]:
    ids = Counter(node.get("id") for node in root.iter() if node.get("id") is not None)
    yield from (f"the id {name!r} is there {count} times" for name, count in ids.items() if count > 1 or not name)
    for node in root.iter():
        for name in _REFERENCES:
            yield from (f"{name} leads to no {id!r}" for id in (node.get(name) or "").split() if id not in ids)
        if node.tag == "a" and (node.get("href") or "").startswith("#") and node.get("href")[1:] not in ids:
            yield f"no {node.get('href')!r} on this page"


def _headings(nodes: list[Node]) -> Iterator[str]:
    levels = [int(node.tag[1]) for node in nodes if node.tag in _HEADINGS]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    if any(after > before + 1 for before, after in pairwise([0, *levels])):
        yield f"headings skip a level: {levels}"


def _places(node: Node, above: dict[Node, Node]) -> Iterator[str]:
    """What is wrong with where it stands."""
    parent = above.get(node)
    if parent is None:
        return
    if parent.tag in _HOLDS and node.tag not in _HOLDS[parent.tag] | {"script", "template"}:
        yield f"in <{parent.tag}>"
    if node.tag in _STANDS_IN and parent.tag not in _STANDS_IN[node.tag]:
        yield f"in <{parent.tag}>"
    around = []
    while parent is not None:
        around.append(parent.tag)
        parent = above.get(parent)
    inside = [tag for tag in around if tag in ("a", "button") or (tag == "label" and node.tag == "label")]
    if inside and (node.tag in _INTERACTIVE or node.get("tabindex") is not None):
        yield f"may not be in <{inside[0]}>"
    phrases = [tag for tag in around if tag in _ONLY_PHRASES]
    if phrases and node.tag in _BLOCKS:
        yield f"may not be in <{phrases[0]}>"


def _attributes(node: Node) -> Iterator[str]:
    allowed = _EVERYWHERE | set(_OWN.get(node.tag, "").split())
    for name, value in node.attrib.items():
        if name not in allowed and not name.startswith(("data-", "aria-")):
            yield f"has no attribute {name}"
        if name == "lang" and not _LANGUAGE.fullmatch(value):
            yield f"lang={value!r} is no language"
        if name == "dir" and value not in ("ltr", "rtl", "auto"):
            yield f"dir={value!r} is no direction"
        if name in ("href", "src") and ((not value and node.tag != "a") or re.search(r"[\s<>\"{}|\\^`]", value)):
            yield f"{name}={value!r} is no address"
        if name in ("aria-label", "placeholder") and not value.strip():
            yield f"{name} is empty"
        if name in ("hidden", "disabled", "selected", "readonly") and value not in ("", name):
            yield f"{name}={value!r}"


def _contents(node: Node) -> Iterator[str]:
    text = "".join(node.itertext()).strip()
    named = text or node.get("aria-label") or node.get("aria-labelledby")
    if node.tag in ("a", "button", "summary", "option", "title", "th", "label", "caption", *_HEADINGS) and not named:
        yield "says nothing"
    if node.tag == "img" and not all(name in node.attrib for name in ("src", "alt", "width", "height")):
        yield "lacks its source, text or size"
    if node.tag == "img" and not all((node.get(name) or "").isdigit() for name in ("width", "height")):
        yield "has no size in pixels"
    if node.tag == "details" and (not len(node) or node[0].tag != "summary"):
        yield "has no summary"
    if node.tag in ("ul", "ol", "dl", "tr", "table", "select") and (node.text or "").strip():
        yield "holds bare text"
    if node.tag == "button" and node.get("type") is None:
        yield "has no type"
