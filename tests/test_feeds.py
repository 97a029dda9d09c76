"""What a feed reader gets: well-formed, complete, the newest first, and nothing that strangers may not gather."""

import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urldefrag, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from acquaint.config import Indexing
from acquaint.profiles import PublicProfile
from acquaint.shown import Prose, Way, Ways
from render_samples import (
    ADA,
    DAY,
    PEOPLE,
    crowd,
    entries,
    internal_files,
    profile,
    public_files,
    rich,
    tags,
    words,
)

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "https://people.example/"
SETTINGS = replace(rich(), languages=("en", "zh"))
NAMES = [f"{folder}feeds/{name}" for folder in ("", "zh/") for name in ("members", "asks")]

ADDRESS = {"type": "string", "pattern": "^https://people\\.example/"}
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {"name": {"type": "string", "minLength": 1}, "url": ADDRESS},
        "required": ["name"],
    },
}
# https://www.jsonfeed.org/version/1.1/: what is required, and of which type the rest is.
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "icon": ADDRESS,
        "favicon": ADDRESS,
        "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
        "authors": AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "additionalProperties": False,
                "properties": {
                    "id": ADDRESS,
                    "url": ADDRESS,
                    "title": {"type": "string", "minLength": 1},
                    "summary": {"type": "string", "minLength": 1},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
                    "date_modified": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
                    "authors": AUTHORS,
                    "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
                },
            },
        },
    },
}  # fmt: skip


def atom(files: dict[str, bytes], name: str) -> Element:
    return ElementTree.fromstring(files[f"{name}.xml"])


def one(element: Element, name: str) -> str:
    """The text of the only child called so."""
    found = element.findall(ATOM + name)
    assert len(found) == 1, name
    return found[0].text or ""


def moment(text: str) -> datetime:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text)
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def asking(*people: PublicProfile) -> list[str]:
    items = json.loads(public_files(people, SETTINGS)["feeds/asks.json"])["items"]
    return [item["content_text"] for item in items]


@pytest.mark.parametrize("name", NAMES)
def test_an_atom_feed_has_all_that_the_standard_requires(name: str) -> None:
    files = public_files(settings=SETTINGS)
    root = atom(files, name)
    assert root.tag == f"{ATOM}feed"
    assert root.get(LANG) == ("zh" if name.startswith("zh/") else "en")
    assert one(root, "title")
    assert one(root, "id") == f"{BASE}{name}.xml"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == f"{BASE}{name}.xml"
    assert f"{str(links['alternate']).removeprefix(BASE)}index.html" in files
    found = root.findall(f"{ATOM}entry")
    assert found
    assert moment(one(root, "updated")) == max(moment(one(entry, "updated")) for entry in found)
    ids = [one(entry, "id") for entry in found]
    assert len(set(ids)) == len(ids)
    for entry in found:
        assert one(entry, "title") and one(entry, "content")
        assert moment(one(entry, "published")) <= moment(one(entry, "updated"))
        assert urlsplit(one(entry, "id")).scheme == "https"
        assert entry.find(f"{ATOM}author/{ATOM}name") is not None
        (link,) = entry.findall(f"{ATOM}link")
        assert link.get("rel") == "alternate"
        assert f"{str(link.get('href')).removeprefix(BASE)}index.html" in files
        assert urldefrag(one(entry, "id")).url == link.get("href")


@pytest.mark.parametrize("name", NAMES)
def test_a_json_feed_keeps_to_its_standard(name: str) -> None:
    files = public_files(settings=SETTINGS)
    feed = json.loads(files[f"{name}.json"])
    Draft202012Validator(JSON_FEED, format_checker=FormatChecker()).validate(feed)
    assert feed["feed_url"] == f"{BASE}{name}.json"
    for picture in (feed["icon"], feed["favicon"]):
        assert picture.removeprefix(BASE) in files


@pytest.mark.parametrize("name", NAMES)
def test_both_kinds_of_feed_say_the_same(name: str) -> None:
    files = public_files(settings=SETTINGS)
    root, feed = atom(files, name), json.loads(files[f"{name}.json"])
    found = [
        [one(e, "id"), one(e, "title"), one(e, "content"), one(e, "updated")] for e in root.findall(f"{ATOM}entry")
    ]
    assert found == [[i["id"], i["title"], i["content_text"], i["date_modified"]] for i in feed["items"]]


def test_members_come_newest_first_and_no_more_than_thirty() -> None:
    people = (*crowd(40), profile("aaa", "Aaa", on=date(2026, 1, 1)), profile("undated", "Undated"))
    items = json.loads(public_files(people, SETTINGS)["feeds/members.json"])["items"]
    assert len(items) == 30
    assert [item["url"].split("/")[-2] for item in items[:3]] == ["aaa", "m00000", "m00001"]
    days = [item["date_published"] for item in items]
    assert days == sorted(days, reverse=True)
    assert not any("undated" in item["url"] for item in items)


def test_an_entry_begins_an_introduction_and_names_the_offers() -> None:
    bio = Prose((("en", "<p>…</p>", "A sentence of some length. " * 60),))
    (item,) = json.loads(
        public_files((replace(ADA, values={**ADA.values, "bio": bio}),), SETTINGS)["feeds/members.json"]
    )["items"]
    assert item["title"] == "Ada: I untangle slow data pipelines"
    assert item["summary"] == "I untangle slow data pipelines"
    introduction, offers = item["content_text"].split("\n\n")
    assert introduction.startswith("A sentence of some length. A sentence")
    assert introduction.endswith(" …")
    assert len(introduction) < 610
    assert "- Reviewing a data model" in offers


def test_a_text_says_its_own_language_where_the_feed_has_another() -> None:
    root = atom(public_files(settings=SETTINGS), "feeds/members")
    langs = {one(e, "id").split("/")[-2]: [child.get(LANG) for child in e if child.tag == f"{ATOM}content"] for e in root.findall(f"{ATOM}entry")}  # fmt: skip
    assert langs == {"ada": [None], "lijing": ["zh"], "bo": [None]}


def test_asks_are_the_dated_ones_that_are_open_newest_first() -> None:
    lately, before = DAY - timedelta(days=3), DAY - timedelta(days=9)
    kim = profile("kim", "Kim", asks=entries("A cello", since=before))
    lee = profile("lee", "Lee", asks=entries("A tent", "A tent", "A boat", since=lately))
    old = profile("old", "Old", asks=entries("Long ago", since=DAY - timedelta(days=400)))
    undated = profile("ute", "Ute", asks=entries("Whenever"))
    assert asking(kim, lee, old, undated) == ["A boat", "A tent", "A cello"]


def test_an_ask_keeps_its_id_whatever_else_changes() -> None:
    def ids(*asks: str) -> dict[str, str]:
        kim = profile("kim", "Kim", asks=entries(*asks, since=DAY))
        items = json.loads(public_files((kim,), SETTINGS)["feeds/asks.json"])["items"]
        return {item["content_text"]: item["id"] for item in items}

    alone, among = ids("A cello"), ids("A tent", "A cello", "A boat")
    assert alone["A cello"] == among["A cello"]
    assert len(set(among.values())) == 3


def test_a_feed_without_news_is_dated_by_the_build_day() -> None:
    files = public_files((), SETTINGS)
    for name in ("feeds/members", "feeds/asks"):
        assert one(atom(files, name), "updated") == f"{DAY}T00:00:00Z"
        assert json.loads(files[f"{name}.json"])["items"] == []


@pytest.mark.parametrize("indexing", list(Indexing))
def test_feeds_need_an_absolute_address_and_nothing_else(indexing: Indexing) -> None:
    def feeds(files: dict[str, bytes]) -> list[str]:
        linked = b"feeds/members.xml" in files["index.html"]
        found = sorted(path for path in files if path.startswith(("feeds/", "zh/feeds/")))
        assert linked is bool(found)
        return found

    assert len(feeds(public_files(settings=replace(SETTINGS, indexing=indexing)))) == 8
    assert feeds(public_files(settings=replace(SETTINGS, base_url="", indexing=indexing))) == []
    assert feeds(internal_files(settings=replace(SETTINGS, indexing=indexing))) == []


def test_ways_to_be_reached_are_in_no_feed_even_opened() -> None:
    ways = Ways(
        (Way("email", "E-mail", "kim@open.example", "mailto:kim@open.example"), Way("wechat", "WeChat", "kim_77", None))
    )
    said = "write to kim@open.example or KIM_77"
    bio = Prose((("en", f"<p>Please {said}</p>", f"Please {said}"),))
    kim = profile(
        "kim", "Kim", on=DAY, headline=words(f"Just {said}"), bio=bio, contact=ways, skills=tags("Tea"),
        offers=entries(f"Tea: {said}"), asks=entries(f"Cups: {said}", since=DAY),
    )  # fmt: skip
    files = public_files((kim,), SETTINGS)
    assert b"kim@open.example" in files["members/kim/index.html"]
    for path in files:
        if "feeds/" in path:
            assert not re.search(rb"open\.example|kim_77", files[path], re.IGNORECASE), path
            assert files[path].decode().count("…") >= 1, path


@pytest.mark.parametrize("odd", ["\x00\x0b\x1b\x7f\x85", "\ufffe\uffff"])
def test_what_xml_cannot_hold_leaves_the_text(odd: str) -> None:
    kim = profile(
        "kim",
        "Kim",
        on=DAY,
        headline=words(f"A{odd} <b>&amp; ]]> 👩‍🌾\nsecond line"),
        asks=entries(f"B{odd}", since=DAY),
    )
    files = public_files((kim,), SETTINGS)
    assert one(atom(files, "feeds/members").findall(f"{ATOM}entry")[0], "summary") == "A <b>&amp; ]]> 👩‍🌾\nsecond line"
    assert asking(kim) == ["B"]
    item: dict[str, Any] = json.loads(files["feeds/members.json"])["items"][0]
    assert item["summary"] == "A <b>&amp; ]]> 👩‍🌾\nsecond line"


def test_another_member_s_edit_moves_no_feed() -> None:
    many = crowd(40)
    last = replace(many[-1], values={**many[-1].values, "headline": words("Something new")})
    before, after = public_files(many, SETTINGS), public_files((*many[:-1], last), SETTINGS)
    assert {path for path in before if before[path] != after[path]} >= {"members/m00039/index.html"}
    assert {path for path in before if "feeds/" in path and before[path] != after[path]} == set()


def test_the_sample_people_are_in_the_feeds_of_both_languages() -> None:
    files = public_files(PEOPLE, SETTINGS)
    for folder in ("", "zh/"):
        items = json.loads(files[f"{folder}feeds/members.json"])["items"]
        assert [item["url"] for item in items] == [f"{BASE}{folder}members/{who}/" for who in ("ada", "lijing", "bo")]
