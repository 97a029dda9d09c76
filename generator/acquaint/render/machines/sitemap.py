"""sitemap.xml: every page of the public edition in every language, for search engines (sitemaps.org).

It says where pages are and in which languages, and never when they changed: that would move with private edits.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape

from acquaint.render.site import Site
from acquaint.rendered import Rendered

MOST_URLS = 50_000
MOST_BYTES = 40_000_000
"""Of one file. sitemaps.org allows 50,000 addresses in 50 MB; above that there are several files and an index."""

NAME = "sitemap.xml"
_PAGE = "index.html"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_URLS = (
    _DECLARATION + b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    b' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n',
    b"</urlset>\n",
)
_INDEX = (
    _DECLARATION + b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n',
    b"</sitemapindex>\n",
)


def sitemap_address(site: Site) -> str:
    """The absolute address of the edition's sitemap; "" without `base_url`, or where nobody may index it."""
    return f"{site.base_url}{NAME}" if site.base_url and site.may_be_indexed else ""


class Sitemap:
    """The addresses of an edition's pages, noted while they are rendered; their contents aren't kept."""

    def __init__(self, sites: tuple[Site, ...]) -> None:
        """`sites` is the edition in each of its languages, the one at the root first."""
        self._sites = sites
        self._is_wanted = bool(sitemap_address(sites[0]))
        # Each page, below the root of its language, with the languages that have it.
        self._pages: dict[str, list[Site]] = {}

    def noting(self, files: Iterable[Rendered], site: Site) -> Iterator[Rendered]:
        """`files` of one language, one after the other."""
        for file in files:
            if self._is_wanted and file.path.endswith(_PAGE):
                page = file.path.removeprefix(site.interface.folder).removesuffix(_PAGE)
                self._pages.setdefault(page, []).append(site)
            yield file

    def files(self) -> Iterator[Rendered]:
        """sitemap.xml; where one file can't hold all, sitemap-1.xml and so on, and sitemap.xml as their index."""
        if not self._is_wanted:
            return
        parts = self._parts()
        first, second = next(parts, b""), next(parts, None)
        if second is None:
            yield Rendered(NAME, _wrapped(first, _URLS))
            return
        names = []
        for number, part in enumerate(_chained(first, second, parts), 1):
            names.append(f"sitemap-{number}.xml")
            yield Rendered(names[-1], _wrapped(part, _URLS))
        base = _escaped(self._sites[0].base_url)
        listed = "".join(f"<sitemap><loc>{base}{name}</loc></sitemap>\n" for name in names)
        yield Rendered(NAME, _wrapped(listed.encode(), _INDEX))

    def _parts(self) -> Iterator[bytes]:
        """The entries of each file, as many as it may hold."""
        lines: list[bytes] = []
        size = 0
        for page, sites in self._pages.items():
            for line in _entries(page, sites):
                if len(lines) == MOST_URLS or size + len(line) > MOST_BYTES:
                    yield b"".join(lines)
                    lines, size = [], 0
                lines.append(line)
                size += len(line)
        if lines:
            yield b"".join(lines)


def _entries(page: str, sites: list[Site]) -> Iterator[bytes]:
    """One page in each of its languages, each naming all of them; what is filled in holds no markup any more."""
    path = quote(page)
    places = {site.interface.language: f"{_escaped(site.base_url)}{site.interface.folder}{path}" for site in sites}
    others = [(language, address) for language, address in places.items() if len(places) > 1]
    others += [("x-default", places[site.interface.language]) for site in sites if site.interface.is_first and others]
    linked = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>' for language, address in others
    )
    for address in places.values():
        yield f"<url><loc>{address}</loc>{linked}</url>\n".encode()


def _escaped(base_url: str) -> str:
    return escape(quote(base_url, safe=":/%@!$&'()*+,;=[]~"), {'"': "&quot;", "'": "&apos;"})


def _wrapped(entries: bytes, around: tuple[bytes, bytes]) -> bytes:
    return entries.join(around)


def _chained(first: bytes, second: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield second
    yield from rest
