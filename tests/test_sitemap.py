"""The sitemap names every page once, in each of its languages, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import pytest

from acquaint.config import Indexing
from acquaint.render.machines import sitemap
from render_samples import LIJING, crowd, internal_files, public_files, rich, tags

BASE = "https://people.example/"
SETTINGS = replace(rich(), languages=("en", "zh", "de"))
S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def addresses(content: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Each address of a sitemap, with where the page is in which language."""
    root = ElementTree.fromstring(content)
    assert root.tag == f"{S}urlset"
    for url in root:
        assert url.tag == f"{S}url"
        (loc,) = url.findall(f"{S}loc")
        links = url.findall(LINK)
        assert len(url) == 1 + len(links)
        assert all(link.get("rel") == "alternate" for link in links)
        others = {str(link.get("hreflang")): str(link.get("href")) for link in links}
        assert len(others) == len(links)
        yield str(loc.text), others


def pages_of(files: dict[str, bytes], base: str = BASE) -> list[str]:
    """Where each page of an edition is."""
    return sorted(base + quote(path.removesuffix("index.html")) for path in files if path.endswith("index.html"))


def test_every_page_is_in_it_once_and_every_address_is_a_page() -> None:
    files = public_files(settings=SETTINGS)
    found = [address for address, _ in addresses(files["sitemap.xml"])]
    assert sorted(found) == pages_of(files)
    assert {f"{BASE}{path}" for path in ("", "zh/", "de/members/ada/", "asks/")} <= set(found)
    assert all(address.isascii() for address in found)
    assert f"{BASE}city/{quote('上海')}/" in found
    assert "404" not in files["sitemap.xml"].decode()


def test_a_page_and_its_other_languages_name_each_other() -> None:
    places = dict(addresses(public_files(settings=SETTINGS)["sitemap.xml"]))
    for address, others in places.items():
        assert sorted(others) == ["de", "en", "x-default", "zh"]
        assert address in others.values()
        assert others["x-default"] == others["en"]
        for other in others.values():
            assert places[other] == others


def test_what_a_page_says_of_its_languages_is_what_the_sitemap_says() -> None:
    files = public_files(settings=SETTINGS)
    for address, others in addresses(files["sitemap.xml"]):
        page = files[f"{unquote(address.removeprefix(BASE))}index.html"].decode()
        assert f'<link rel="canonical" href="{address}">' in page
        for lang, other in others.items():
            assert f'<link rel="alternate" hreflang="{lang}" href="{other}">' in page


def test_a_site_in_one_language_names_no_other() -> None:
    assert all(not others for _, others in addresses(public_files()["sitemap.xml"]))


@pytest.mark.parametrize("base_url", ["https://xn--bcher-kva.example/a&b/o'clock/", "https://people.example/数据/<x>/"])
def test_an_odd_address_is_still_well_formed(base_url: str) -> None:
    files = public_files(settings=replace(rich(), base_url=base_url))
    found = [address for address, _ in addresses(files["sitemap.xml"])]
    assert sorted(found) == pages_of(files, quote(base_url, safe=":/%@!$&'()*+,;=[]~"))
    assert all(address.isascii() and "<" not in address for address in found)


@pytest.mark.parametrize(("urls", "size"), [(10, 10**9), (10**9, 4_000)])
def test_above_the_limits_there_are_several_and_an_index(urls: int, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [address for address, _ in addresses(public_files(settings=SETTINGS)["sitemap.xml"])]
    monkeypatch.setattr(sitemap, "MOST_URLS", urls)
    monkeypatch.setattr(sitemap, "MOST_BYTES", size)
    files = public_files(settings=SETTINGS)
    index = ElementTree.fromstring(files["sitemap.xml"])
    assert index.tag == f"{S}sitemapindex"
    names = [str(loc.text).removeprefix(BASE) for loc in index.iter(f"{S}loc")]
    assert names == [f"sitemap-{number}.xml" for number in range(1, len(names) + 1)]
    assert len(names) > 2
    assert {name for name in files if name.startswith("sitemap-")} == set(names)
    parts = [[address for address, _ in addresses(files[name])] for name in names]
    assert [address for part in parts for address in part] == whole
    assert all(0 < len(part) <= urls for part in parts)
    assert all(len(files[name]) <= size + 300 for name in names)


def test_a_sitemap_that_just_fits_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_URLS", len(pages_of(public_files())))
    assert list(addresses(public_files()["sitemap.xml"]))


@pytest.mark.parametrize("indexing", list(Indexing))
def test_robots_are_led_to_it_where_they_may_come(indexing: Indexing) -> None:
    for base_url in (BASE, ""):
        files = public_files(settings=replace(SETTINGS, indexing=indexing, base_url=base_url))
        wanted = bool(base_url) and indexing is not Indexing.NONE
        assert ("sitemap.xml" in files) is wanted
        assert (f"Sitemap: {BASE}sitemap.xml" in files["robots.txt"].decode().splitlines()) is wanted
    assert not [path for path in internal_files(settings=replace(SETTINGS, indexing=indexing)) if "sitemap" in path]


def test_pages_of_a_long_list_are_all_there() -> None:
    files = public_files(crowd(190))
    found = {address for address, _ in addresses(files["sitemap.xml"])}
    assert {f"{BASE}{path}" for path in ("page/2/", "page/1/", "skills/python/page/1/")} <= found


def test_it_says_nothing_of_when_a_page_changed() -> None:
    said = replace(LIJING, values={**LIJING.values, "skills": tags("数据", "python", "SQL")})
    same = replace(said, values={**said.values, "headline": LIJING.values["city"]})
    assert public_files((said,))["sitemap.xml"] == public_files((same,))["sitemap.xml"]
    assert b"lastmod" not in public_files()["sitemap.xml"]
