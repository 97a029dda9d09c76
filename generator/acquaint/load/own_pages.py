"""pages/: what a community writes besides its introductions, one Markdown file for each page and language."""

import html
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from acquaint.config import Community, OwnPage
from acquaint.load.documents import FENCE, read_document
from acquaint.load.keys import known_entries
from acquaint.load.page_files import FOLDER, page_files, taken
from acquaint.load.source import Source, read_source
from acquaint.markup import page_html, to_text
from acquaint.messages import say
from acquaint.problems import Problems
from acquaint.shown import Prose, Words
from acquaint.tree import Mapping, Scalar, Span, is_blank

KEYS = ("title", "description", "place", "order")
PLACES = ("footer", "navigation")
MOST_CHARACTERS = 30_000
MOST_BRACKETS = 1_000
"""Markdown's time grows with their square: so many take less than a tenth of a second."""
_COSTLY = (
    (re.compile(r"\["), MOST_BRACKETS),
    (re.compile(r"\]\("), MOST_BRACKETS),
    (re.compile("<!--"), 100),
    (re.compile(r"^ {0,3}[=-]+ *$", re.MULTILINE), 200),
)
"""What Markdown takes a time for that grows with its square, and how much of it no page needs."""
LAST = 10_000
"""The order of a page that says none: behind all that do."""
_HREF = re.compile(r'href="\.\./([^"#?]*)')
_NOT_SHOWN = re.compile(r"!\[[^\]\n]*\]\(|</?[A-Za-z][^>\n]*>")
_CODE = re.compile(r"`[^`\n]*`|<(?:https?://|mailto:)[^>\n]*>")


@dataclass(frozen=True, slots=True)
class OwnPages:
    """The pages in their order, and the files they were read from."""

    pages: tuple[OwnPage, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class _Version:
    """One page in one language."""

    name: str
    lang: str
    source: Source
    title: str
    description: str
    place: str
    order: int
    text: Scalar
    html: str


def read_own_pages(root: Path, community: Community, problems: Problems) -> OwnPages:
    """Every page in `root`/pages, in their order and then by name; none where there is no such folder."""
    folder = root / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return OwnPages((), ())
    sources: list[Source] = []
    versions: dict[str, list[_Version]] = {}
    for name, lang, path in page_files(folder, community, problems):
        source = read_source(folder / path, f"{FOLDER}/{path}", problems)
        if source is None:
            continue
        sources.append(source)
        version = _version(name, lang, source, problems)
        if version:
            versions.setdefault(name, []).append(version)
    addresses = frozenset(versions) | taken(community) | {""}
    for found in versions.values():
        for version in found:
            _check_text(version, addresses, problems)
    ordered = sorted(versions.values(), key=lambda found: (_leading(found, community).order, found[0].name))
    return OwnPages(tuple(_page(found, community) for found in ordered), tuple(sources))


def _version(name: str, lang: str, source: Source, problems: Problems) -> _Version | None:
    title = f"title: {name.replace('-', ' ').capitalize()}"
    if source.line(1).rstrip() != FENCE or [line.rstrip() for line in source.lines].count(FENCE) < 2:
        message = say("A page begins with its title between two lines that hold nothing but ---.")
        problems.add("no-front-matter", message, source.path, Span(1, 1), fix=f"{FENCE}\n{title}\n{FENCE}\n…")
        return None
    document = read_document(source, problems)
    if document is None:
        return None
    said = _said(document.tree, source, problems)
    if document.bio is None or "title" not in said:
        message = say("A page needs a title above and a text below the second ---.")
        problems.add("empty-file", message, source.path, Span(1, 1), fix=title)
        return None
    if len(document.bio.text) > MOST_CHARACTERS or _is_costly(document.bio.text):
        message = say("This page has more than {n} characters, or more links than a page needs.", n=MOST_CHARACTERS)
        problems.add("too-long", message, source.path, document.bio.span, fix=say("Make two pages of it."))
        return None
    return _Version(
        name=name,
        lang=lang,
        source=source,
        title=said["title"],
        description=said.get("description", ""),
        place=said.get("place", PLACES[0]),
        order=int(said.get("order", LAST)),
        text=document.bio,
        html=page_html(document.bio.text),
    )


def _is_costly(text: str) -> bool:
    return any(len(pattern.findall(text)) > most for pattern, most in _COSTLY)


def _said(tree: Mapping, source: Source, problems: Problems) -> dict[str, str]:
    """What stands above the text, by key, the keys that can't be read left out."""
    found: dict[str, str] = {}
    for key, (name, node) in known_entries(tree, KEYS, source.path, problems, what=say("setting of a page")).items():
        if is_blank(node):
            continue
        text = node.text.strip() if isinstance(node, Scalar) else ""
        if not text or "\n" in text or len(text) > 200:
            message = say("{key} takes one line of at most {n} characters.", key=key, n=200)
            problems.add("wrong-type", message, source.path, name.span)
        elif key == "place" and text not in PLACES:
            message = say("place takes one of these: {choices}.", choices=PLACES)
            problems.add("bad-setting", message, source.path, node.span, fix="place: footer")
        elif key == "order" and not re.fullmatch(r"\d{1,4}", text):
            problems.add("bad-setting", say("order takes a number."), source.path, node.span, fix="order: 10")
        else:
            found[key] = text
    return found


def _check_text(version: _Version, addresses: frozenset[str], problems: Problems) -> None:
    """Links that lead nowhere, and what stands there but isn't shown; `addresses` are the site's top folders."""
    text, path = version.text, version.source.path
    for address in _HREF.findall(version.html):
        first = html.unescape(address).partition("/")[0]
        if first not in addresses:
            message = say("There is no page of that name to link to.")
            place = _line(text, max(0, text.text.find(unquote(first))))
            problems.add("no-such-page", message, path, place, fix=say("Mend the link."))
    if match := _NOT_SHOWN.search(_CODE.sub(lambda code: " " * len(code[0]), text.text)):
        message = say("Pages hold neither pictures nor HTML, so this isn’t shown as it was meant.")
        fix = say("Say it in words and Markdown.")
        problems.add("plain-markdown-only", message, path, _line(text, match.start()), fix=fix)


def _line(text: Scalar, at: int) -> Span:
    """Where the character `at` of a text stands."""
    return Span(text.span.line + text.text.count("\n", 0, at), 1)


def _leading(found: list[_Version], community: Community) -> _Version:
    """The version that says where the page stands: that of the community's first language, else of the next."""
    return min(found, key=lambda version: community.languages.index(version.lang))


def _page(found: list[_Version], community: Community) -> OwnPage:
    leading = _leading(found, community)
    versions = [leading, *(version for version in found if version is not leading)]
    described = tuple((version.lang, version.description) for version in versions if version.description)
    return OwnPage(
        name=leading.name,
        title=Words(tuple((version.lang, version.title) for version in versions)),
        text=Prose(tuple((version.lang, version.html, to_text(version.html)) for version in versions)),
        description=Words(described) if described else None,
        place=leading.place,
    )
