"""pages/: what a community writes besides its introductions, one Markdown file for each page and language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from acquaint.config import Community, OwnPage
from acquaint.load.documents import FENCE, read_document
from acquaint.load.keys import known_entries
from acquaint.load.source import Source, read_source
from acquaint.messages import say
from acquaint.problems import Problems
from acquaint.shown import Prose, Words
from acquaint.tree import Mapping, Scalar, Span, is_blank

FOLDER = "pages"
KEYS = ("title", "description", "place", "order")
PLACES = ("footer", "navigation")
RESERVED = frozenset(["members", "search", "assets", "feeds", "asks", "offers", "community", "page"])
"""Addresses of our own; those of fields and languages are taken as well."""
MOST_CHARACTERS = 30_000
MOST_BRACKETS = 1_000
"""Markdown's time grows with their square: so many take less than a tenth of a second."""
LAST = 10_000
"""The order of a page that says none: behind all that do."""
_NAME = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.md")
_LINK = re.compile(r"\]\(\s*([^)\s#]+)\.md(?=[)\s#])")


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


def read_own_pages(root: Path, community: Community, problems: Problems) -> OwnPages:
    """Every page in `root`/pages, in their order and then by name; none where there is no such folder."""
    folder = root / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return OwnPages((), ())
    sources: list[Source] = []
    versions: dict[str, list[_Version]] = {}
    for name, lang, path in _files(folder, community, problems):
        source = read_source(folder / path, f"{FOLDER}/{path}", problems)
        if source is None:
            continue
        sources.append(source)
        version = _version(name, lang, source, problems)
        if version:
            versions.setdefault(name, []).append(version)
    for found in versions.values():
        for version in found:
            _check_links(version, frozenset(versions), problems)
    ordered = sorted(versions.values(), key=lambda found: (_leading(found, community).order, found[0].name))
    return OwnPages(tuple(_page(found, community) for found in ordered), tuple(sources))


def _files(folder: Path, community: Community, problems: Problems) -> Iterator[tuple[str, str, str]]:
    """(name, language, file name) of each page; what is none is reported."""
    taken = RESERVED | set(community.fields) | {language.lower() for language in community.languages}
    for path in sorted(path.name for path in folder.iterdir() if not path.name.startswith(("_", "."))):
        where = f"{FOLDER}/{path}"
        match = _NAME.fullmatch(path)
        if match is None:
            message = say("This is no page: a page is called by small letters, digits and hyphens, and ends in .md.")
            problems.add("stray-file", message, where, fix="code-of-conduct.md")
        elif match[1] in taken:
            message = say("This address belongs to the site itself.")
            problems.add("reserved-page", message, where, fix=say("Give the file another name."))
        elif match[2] and match[2] not in community.languages:
            message = say("This page is in a language that community.yml doesn't name, so nobody would see it.")
            fix = f"languages: [{', '.join((*community.languages, match[2]))}]"
            problems.add("stray-file", message, where, fix=fix)
        elif match[2] == community.language and (folder / f"{match[1]}.md").exists():
            message = say("There are two files of this page in one language.")
            problems.add("stray-file", message, where, fix=say("Keep one of them."))
        else:
            yield match[1], match[2] or community.language, path


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
    if len(document.bio.text) > MOST_CHARACTERS or document.bio.text.count("[") > MOST_BRACKETS:
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
    )


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


def _check_links(version: _Version, names: frozenset[str], problems: Problems) -> None:
    first = version.text.span.line
    for match in _LINK.finditer(version.text.text):
        if "://" not in match[1] and match[1] not in names:
            line = first + version.text.text.count("\n", 0, match.start())
            message = say("There is no page of that name to link to.")
            problems.add("no-such-page", message, version.source.path, Span(line, 1), fix=say("Mend the link."))


def _leading(found: list[_Version], community: Community) -> _Version:
    """The version that says where the page stands: that of the community's first language, else of the next."""
    return min(found, key=lambda version: community.languages.index(version.lang))


def _page(found: list[_Version], community: Community) -> OwnPage:
    leading = _leading(found, community)
    versions = [leading, *(version for version in found if version is not leading)]
    from acquaint.markup import page_html, to_text  # Slow to import, and not every community has pages.

    described = tuple((version.lang, version.description) for version in versions if version.description)
    rendered = [(version.lang, page_html(version.text.text)) for version in versions]
    return OwnPage(
        name=leading.name,
        title=Words(tuple((version.lang, version.title) for version in versions)),
        text=Prose(tuple((lang, html, to_text(html)) for lang, html in rendered)),
        description=Words(described) if described else None,
        place=leading.place,
    )
