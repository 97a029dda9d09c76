"""What each address answers: pages of the editions, the server's own few pages, and the news."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePosixPath

from acquaint.serve.address import Moved, Tree, edition_of, find, is_plain
from acquaint.serve.editions import Editions
from acquaint.serve.reloading import ASSETS, EVENTS, INDEX, OWN, WAITING, with_reload

TEXT = "text/plain; charset=utf-8"
HTML = "text/html; charset=utf-8"
JSON = "application/json; charset=utf-8"
_KINDS = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": JSON,
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".txt": TEXT,
    ".csv": "text/csv; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
"""Content types by ending. The system's own table differs from machine to machine, so it isn't asked."""

_OWN_PAGES_POLICY = (
    "Content-Security-Policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
)
_MISSING = "There is no such page.\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: `kind` is its content type, `headers` stand beside those that every answer has."""

    status: HTTPStatus
    content: bytes
    kind: str = TEXT
    headers: tuple[tuple[str, str], ...] = ()


def says(status: HTTPStatus, sentence: str, *headers: tuple[str, str]) -> Answer:
    """A plain sentence as an answer."""
    return Answer(status, sentence.encode(), headers=headers)


def answer(target: str, editions: Editions, patience: float) -> Answer:
    """The answer to a GET of `target`, as it stands in the request line.

    News are waited for, at most `patience` seconds.
    """
    if not is_plain(target):
        return says(HTTPStatus.BAD_REQUEST, "This is no address of a page.\n")
    path, _, query = target.partition("?")
    if path == EVENTS:
        return _news(query, editions, patience)
    if path.startswith(OWN):
        return _asset(path)
    tree, build = editions.shown()
    if path == "/":
        return _own_page(INDEX, HTTPStatus.OK, build)
    if tree is None:
        return _own_page(WAITING, HTTPStatus.SERVICE_UNAVAILABLE, build)
    found = find(tree, path)
    if isinstance(found, Moved):
        location = f"{found.location}?{query}" if query else found.location
        return says(HTTPStatus.FOUND, "This page has moved.\n", ("Location", location))
    return _file(tree, found, HTTPStatus.OK, build) if found else _missing(tree, path, build)


def _news(query: str, editions: Editions, patience: float) -> Answer:
    """The news as JSON: serial, build, problems."""
    number = query.removeprefix("since=")
    since = int(number) if number.isdecimal() and len(number) < 20 else None
    news = editions.news(since, patience)
    told = {"serial": news.serial, "build": news.build, "problems": news.problems}
    return Answer(HTTPStatus.OK, json.dumps(told, ensure_ascii=False).encode(), JSON)


def _asset(path: str) -> Answer:
    """The reload script, its style, or 404."""
    content = ASSETS.get(path)
    if content is None:
        return says(HTTPStatus.NOT_FOUND, _MISSING)
    return Answer(HTTPStatus.OK, content, _KINDS[PurePosixPath(path).suffix])


def _own_page(html: bytes, status: HTTPStatus, build: int) -> Answer:
    """One of the server's own pages."""
    return Answer(status, with_reload(html, build), HTML, headers=(_OWN_PAGES_POLICY,))


def _file(tree: Tree, path: str, status: HTTPStatus, build: int) -> Answer:
    """The bytes of a file that `tree` holds."""
    content = tree[path]
    kind = _KINDS.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")
    return Answer(status, with_reload(content, build) if kind == HTML else content, kind)


def _missing(tree: Tree, path: str, build: int) -> Answer:
    """404, with the page that the edition has for it."""
    page = f"{edition_of(path)}/404.html"
    if page in tree:
        return _file(tree, page, HTTPStatus.NOT_FOUND, build)
    return says(HTTPStatus.NOT_FOUND, _MISSING)
