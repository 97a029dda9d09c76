"""Every kind of page is sound: valid HTML, a heading, a title, its language, and links that lead somewhere."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from communities import site_of, tree
from html_laws import faults
from page_kinds import BASE, LANGUAGES, SITES, each_page, files, kinds_of, paths

EXAMPLE = Path(__file__).parents[1]
SOUND = '<!doctype html><html lang="en"><head><title>A</title></head><body><main><h1>A</h1>{}</main></body></html>'
each_edition = pytest.mark.parametrize("edition", ["public", "internal"])
each_site = pytest.mark.parametrize("name", list(SITES))

WRONG = (
    "<p><div>a block in a paragraph</div></p>", "<p id=a>one</p><p id=a>two</p>", "<div id=''>a</div>", '<a href="x"><button type="button">b</button></a>',
    '<a href="x">one<a href="y">in another</a></a>', '<p class="a" class="b">twice</p>', "<b><i>crossed</b></i>", "<p>a < b</p>", "<p>&nosuch;</p>",
    "<div>not closed", "<ul><p>no item</p></ul>", "<ul>bare text</ul>", "<div><li>alone</li></div>", "<h3>a level skipped</h3>", "<h1>again</h1>",
    '<img src="a.png" alt="">', '<img src="a.png" alt="" width="1em" height="4">', '<label for="nothing">x</label>', '<p aria-labelledby="nothing">x</p>',
    '<a href="#nothing">x</a>', '<p style="color: red">x</p>', '<p onclick="x()">x</p>', '<p lang="english">x</p>', '<a href="x"></a>', "<h2></h2>",
    "<details>x</details>", "<button>x</button>", '<a href="a b">x</a>', "<span><div>x</div></span>", '<p dir="right">x</p>', "<table><div>x</div></table>",
    '<p color="red">x</p>', "<dt>alone</dt>", "<p>\x01</p>", "<div/>x", '<button type="button"><a href="x">y</a></button>',
)  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_the_laws_of_html_see_what_is_wrong(wrong: str) -> None:
    assert faults(SOUND.format(wrong).encode())


def test_a_sound_page_breaks_no_law() -> None:
    assert faults(SOUND.format('<h2 id="b">B</h2><ul><li><a href="#b">b</a></li></ul>').encode()) == []
    assert faults(SOUND.format("").removeprefix("<!doctype html>").encode()) != []


@each_edition
@each_site
def test_every_kind_of_page_is_valid_html(edition: str, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = {path: faults(page) for _, path, page in each_page(name, edition, tmp_path_factory)}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert len(found) == len(SITES[name]) * len(kinds_of(name, edition)) + 1


class Seen(HTMLParser):
    """The elements of a page with their attributes, its ids, and the words of its title."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.title = ""
        self._inside = ""
        self.feed(page.decode())
        self.ids = {attrs["id"] for _, attrs in self.tags if "id" in attrs}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data.strip()

    def all(self, tag: str, **attrs: str) -> list[dict[str, str]]:
        return [found for name, found in self.tags if name == tag and attrs.items() <= found.items()]

    def addresses(self) -> Iterator[str]:
        """Everything on the page that leads somewhere, whatever holds it."""
        for tag, attrs in self.tags:
            yield from (attrs[name] for name in ("href", "src", "data-src", "poster", "action") if attrs.get(name))
            yield from (part.split()[0] for part in attrs.get("srcset", "").split(",") if part.strip())
            if tag == "meta" and attrs.get("property") in ("og:url", "og:image"):
                yield attrs["content"]


@pytest.fixture(scope="module", params=["public", "internal"])
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of one edition of the example community."""
    return tree(site_of(EXAMPLE, tmp_path_factory).folder / str(request.param))


@cache
def seen(page: bytes) -> Seen:
    return Seen(page)


def pages(found: dict[str, bytes]) -> dict[str, Seen]:
    return {path: seen(content) for path, content in found.items() if path.endswith(".html")}


def test_every_page_of_the_example_has_a_heading_a_title_and_a_description(example: dict[str, bytes]) -> None:
    titles: Counter[tuple[str, str]] = Counter()
    for path, page in pages(example).items():
        assert len(page.all("h1")) == len(page.all("main")) == 1, path
        described = [meta["content"] for meta in page.all("meta", name="description")]
        assert len(described) == 1, path
        assert len(described[0].strip()) > 5, path
        assert page.title, path
        titles[page.all("html")[0]["lang"], page.title] += 1
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_of_the_example_says_its_language_and_direction(example: dict[str, bytes]) -> None:
    for path, page in pages(example).items():
        first = path.partition("/")[0]
        language = first if first in LANGUAGES else "en"
        assert page.all("html") == [{"lang": language, "dir": "ltr"}], path


@pytest.mark.parametrize("name", ["rtl", "empty-rtl"])
@each_edition
def test_a_page_read_from_right_to_left_says_so(
    edition: str, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for _, path, page in each_page(name, edition, tmp_path_factory):
        assert seen(page).all("html") == [{"lang": "ar", "dir": "rtl"}], path


def test_a_page_names_itself_and_its_other_languages_which_name_it_back(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    found = pages(files("three", "public", tmp_path_factory))
    named = {}
    for path, page in found.items():
        if path == "404.html":
            continue
        own = BASE + path.removesuffix("index.html")
        assert [unquote(link["href"]) for link in page.all("link", rel="canonical")] == [own]
        assert [unquote(meta["content"]) for meta in page.all("meta", property="og:url")] == [own]
        links = {
            one["hreflang"]: unquote(one["href"]) for one in page.all("link", rel="alternate") if "hreflang" in one
        }
        assert set(links) == {*LANGUAGES, "x-default"}, path
        assert links["x-default"] == links["en"]
        assert links[page.all("html")[0]["lang"]] == own
        named[own] = links
    for own, links in named.items():
        for language, address in links.items():
            assert address.removeprefix(BASE) + "index.html" in found, (own, language)
            assert named[address] == links, (own, language)


def test_the_internal_edition_has_no_address_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    for path, page in pages(files("three", "internal", tmp_path_factory)).items():
        assert not page.all("link", rel="canonical"), path
        assert not [one for one in page.all("link", rel="alternate") if "hreflang" in one], path


def _others(path: str, content: bytes, *, is_public: bool) -> list[str]:
    """What leads somewhere in files that are no pages, and in the data that scripts are given."""
    text = content.decode("utf-8", "replace")
    if path.endswith(".webmanifest"):
        data = json.loads(text)
        shortcuts = [one["url"] for one in data.get("shortcuts", [])]
        return [data["start_url"], data["scope"], *(icon["src"] for icon in data["icons"]), *shortcuts]
    if path.endswith(".html"):
        return re.findall(r'"picture":"([^"]+)"', text)
    if path.endswith(".css"):
        return [address for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", text) if not address.startswith("data:")]
    if path.endswith(".js"):
        found = re.findall(r"(?:from|import\()\s*[\"'](\.\.?/[^\"']+)", text)
        # The form stands among the public pages only; the script that all pages start with knows of it all the same.
        return found if is_public else [address for address in found if address != "./join/join.js"]
    return []


def _leads(
    found: dict[str, bytes], below: str, public: dict[str, bytes] | None = None
) -> tuple[list[tuple[str, str]], int]:
    """(file, address) of what leads nowhere, with the files standing at `below`; and how many addresses there are.

    Whole addresses of the site lead into `public`, its public edition, where that is another.
    """
    read, lost, count = pages(found), [], 0
    is_public = "join/index.html" in found
    for path, content in found.items():
        here = below + path.removesuffix("index.html")
        for address in [
            *(read[path].addresses() if path in read else ()),
            *_others(path, content, is_public=is_public),
        ]:
            absolute = path == "404.html" and not address.startswith(("http", "mailto"))
            target, fragment = urldefrag(below + address.lstrip("/") if absolute else urljoin(here, address))
            there = public if public is not None and target.startswith(BASE) else found
            target = below + target.removeprefix(BASE) if target.startswith(BASE) else target
            if not target.startswith(below):
                lost += [(path, address)] if urlsplit(address).scheme not in ("https", "mailto", "tel") else []
                continue
            count += 1
            file = unquote(target.removeprefix(below).partition("?")[0])
            file += "index.html" if file.endswith("/") or not file else ""
            if file not in there or (fragment and unquote(fragment) not in read[file].ids):
                lost.append((path, address))
    return lost, count


@pytest.mark.parametrize("below", ["https://host.example/", "https://host.example/sub/path/"])
@each_edition
def test_every_address_of_every_file_leads_somewhere(
    below: str, edition: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for name in SITES:
        outside = files(name, "public", tmp_path_factory)
        lost, count = _leads(files(name, edition, tmp_path_factory), below, outside)
        assert lost == [], name
        assert count > 100


def test_every_address_of_the_example_leads_somewhere(example: dict[str, bytes]) -> None:
    assert _leads(example, "https://host.example/sub/path/")[0] == []


def test_a_file_that_is_gone_or_a_fragment_that_is_wrong_would_be_missed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    found = files("three", "public", tmp_path_factory)
    for gone in ("members/ada/avatar.jpg", "zh/asks/index.html", "assets/icon-192.png", "assets/js/dom.js"):
        assert _leads({path: content for path, content in found.items() if path != gone}, "https://host.example/")[0]
    page = found["index.html"].replace(b'href="#content"', b'href="#contents"')
    assert _leads(found | {"index.html": page}, "https://host.example/")[0] == [("index.html", "#contents")]


def test_every_page_is_of_one_of_the_kinds(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A kind of page that is new belongs into page_kinds.py, or none of these tests will see it."""
    for edition in ("public", "internal"):
        kinds = {_shape(path) for _, path in paths("rtl", "ar", edition)}
        there = [path.removesuffix("index.html") for path in files("rtl", edition, tmp_path_factory)]
        assert {_shape(path) for path in there if path.endswith(("/", ".html")) or not path} == kinds


def _shape(path: str) -> str:
    """The address without what is particular: the same for all pages of one kind."""
    path = re.sub(r"page/\w+/$", "page/1/", re.sub("^members/[^/]+/", "members/*/", path))
    path = re.sub("^offers/(?!page/)[^/]+/", "offers/*/", path)
    return re.sub(
        "^(?!members/|page/|asks/|offers/|community/|join/|rules/)[a-z_]+/(?:(?!page/)([^/]+/))?", _field, path
    )


def _field(match: re.Match[str]) -> str:
    return "field/*/" if match[1] else "field/"
