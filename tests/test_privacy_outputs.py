"""Every output besides a member's page: none takes a value that strangers don't see, not even into a number."""

import json
import re
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from acquaint.build import Order, build
from communities import DAY, tree, write
from test_privacy import SLOTTED, WORLDS, fill

SETTINGS = """title: {en: Ours, zh: 我们}
description: {en: We mend things., zh: 我们修东西。}
languages: [en, zh]
base_url: https://ours.example/sub
reach: {email: hello@ours.example}
repository: {url: https://git.ours.example/people, visibility: private}
join: {how: Come., invite: https://ours.example/join, until: 2027-01-31}
welcome: {for: [You mend.], not_for: [You sell.]}
theme: {logo: logo.png, accent: "#0b6b57", corners: round}
vocabulary: {skills: {Maps: {also: [cartography], zh: 地图}}}
fields: {motto: {type: text, search: true}}
"""
PAGE = "---\ntitle: Rules\nplace: navigation\n---\nBe kind.\n"
OPEN = """nickname: Open
skills: [Maps, Radio]
interests: [Tea, Walking]
city: Berlin
timezone: Europe/Berlin
languages: [en, de]
joined: 2026-02-01
avatar: open.jpg
asks: [{text: A map of wells, since: 2026-11-02}]
name: {{name}} Senior
company: "{{company}}"
contact: {email: "o.{{email}}"}
"""
# What nobody but members sees differs wholly from world to world, and so does how many people and tags there are.
HIDDEN = (
    {
        "skill": "Smuggling",
        "place": "Perth",
        "zone": "Australia/Perth",
        "day": "2025-01-09",
        "tongue": "fi",
        "guests": "2",
    },
    {"skill": "Maps", "place": "Bergen", "zone": "Europe/Oslo", "day": "2026-11-03", "tongue": "en", "guests": "9"},
    {"skill": "走私", "place": "拉萨", "zone": "Asia/Urumqi", "day": "2026-06-06", "tongue": "zh", "guests": "0"},
)
CLOSED = """nickname: Closed
skills: [Radio, Walking, {text: "%(skill)s", for: members}]
interests: ["%(skill)s", Tea]
groups: [{text: "%(skill)s circle", for: members}]
availability: [{text: "%(skill)s", for: members}]
city: "%(place)s"
timezone: %(zone)s
languages: [%(tongue)s]
joined: %(day)s
asks: [{text: "%(skill)s in %(place)s", since: %(day)s}, {text: "More %(skill)s", for: members}]
offers: [{text: "%(skill)s lessons", for: members}]
headline: I say nothing of it
motto: "%(skill)s for all"
birthday: 03-14
avatar: closed.jpg
private: [interests, city, timezone, languages, joined, asks, avatar]
"""
GUEST = 'listing: {}\nnickname: "{}"\nskills: [Maps, Radio, "{}"]\ninterests: [Walking]\ncity: "{}"\njoined: 2026-11-19\nasks: [{{text: "{}", since: 2026-11-19}}]\n'
NEW = (
    "sitemap.xml", "robots.txt", "members.json", "site.webmanifest", "zh/site.webmanifest", "feeds/members.xml", "feeds/members.json",
    "feeds/asks.xml", "zh/feeds/asks.json", "community/index.html", "zh/community/index.html", "rules/index.html", "404.html",
    "assets/icon-512.png", "assets/style.css", "skills/maps/index.html", "asks/index.html", "offers/index.html", "index.html",
    "members/open/avatar.jpg", "search/terms/all.json",
)  # fmt: skip


def photo(colour: str, kind: str = "JPEG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (500, 400), colour).save(out, kind)
    return out.getvalue()


def community(number: int) -> dict[str, str | bytes]:
    """The files of a community in one of the worlds: what is public is the same in each."""
    world, hidden = WORLDS[number], HIDDEN[number]
    files: dict[str, str | bytes] = {path: fill(text, world) for path, text in SLOTTED.items() if "members" in path}
    files |= {
        "community.yml": SETTINGS,
        "pages/rules.md": PAGE,
        "pages/rules.zh.md": PAGE,
        "logo.png": photo("teal", "PNG"),
    }
    files |= {"members/open.yml": fill(OPEN, world), "members/open.jpg": photo("green")}
    files |= {"members/closed.yml": CLOSED % hidden, "members/closed.jpg": photo(("red", "blue", "white")[number])}
    for at in range(int(hidden["guests"])):
        text = GUEST.format(
            ("members", "nobody")[at % 2], f"Guest {at}", hidden["skill"], hidden["place"], hidden["skill"]
        )
        files[f"members/guest{at}.yml"] = text
    return files


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, dict[str, bytes]]]:
    """Both editions of the community in each world."""
    made = []
    for number in range(len(WORLDS)):
        root = tmp_path_factory.mktemp("world")
        build(Order(root=write(root / "ours", community(number)), out=root / "site", day=DAY), lambda step: None)
        made.append({edition: tree(root / "site" / edition) for edition in ("public", "internal")})
    return made


World = list[dict[str, dict[str, bytes]]]


def test_two_worlds_give_the_same_bytes_of_every_output(worlds: World) -> None:
    first, *others = [world["public"] for world in worlds]
    assert set(NEW) <= set(first)
    for other in others:
        assert sorted(other) == sorted(first)
        assert {path for path in first if other[path] != first[path]} == set()


def test_the_internal_editions_differ_in_each_of_them(worlds: World) -> None:
    """Or the worlds would not be two."""
    one, other = worlds[0]["internal"], worlds[1]["internal"]
    same = (
        "community/index.html",
        "asks/index.html",
        "skills/maps/index.html",
        "search/terms/all.json",
        "members/closed/avatar.jpg",
        "index.html",
    )
    assert [path for path in same if one[path] == other[path]] == []


def charts(page: bytes) -> dict[str, dict[str, int]]:
    """The numbers of the community's page, by chart and label."""
    found: dict[str, dict[str, int]] = {}
    for name, table in re.findall(r'id="chart-([\w-]+)".*?<tbody>(.*?)</tbody>', page.decode(), re.DOTALL):
        rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
        cells = [re.sub("<[^>]*>", " ", row).split() for row in rows]
        found[name] = {" ".join(words[:-1]): int(words[-1]) for words in cells}
    return found


def test_charts_count_only_what_strangers_see(worlds: World) -> None:
    public = charts(worlds[1]["public"]["community/index.html"])
    assert public["skills"]["Maps"] == 2
    assert public["skills"]["Radio"] == 2
    assert "interests" not in public, "where no two agree there is nothing to draw"
    assert public["city"] == {"Berlin": 2}
    assert public["zones"] == {"UTC+1": 1}
    assert public["joins"] == {"January 2026": 2, "February 2026": 1}
    assert "groups" not in public
    assert "availability" not in public
    internal = charts(worlds[1]["internal"]["community/index.html"])
    assert internal["skills"]["Maps"] == 8
    assert internal["interests"]["Tea"] == 2
    assert internal["joins"]["November 2026"] == 6


def test_values_are_related_only_by_what_strangers_see(worlds: World) -> None:
    public, internal = (worlds[1][edition]["skills/radio/index.html"].decode() for edition in ("public", "internal"))
    assert 'class="related__one"' not in public
    assert 'class="related__one"' in internal


@pytest.mark.parametrize("path", ["index.html", "zh/index.html", "community/index.html"])
def test_faces_are_of_people_whom_strangers_may_know(path: str, worlds: World) -> None:
    shown = {"swift", "calm", "open", "closed"}
    for edition, allowed in (
        ("public", shown),
        ("internal", shown | {"inside", *(f"guest{at}" for at in range(0, 9, 2))}),
    ):
        page = worlds[1][edition][path].decode()
        faces = set(re.findall(r'(?:faces|lately)__link" href="(?:\.\./)?members/([^/]+)/', page))
        assert faces
        assert faces <= allowed
    assert "members/closed/avatar" not in worlds[1]["public"][path].decode()
    assert "closed" not in re.findall(r'lately__link" href="[^"]*members/([^/]+)/', worlds[1]["public"][path].decode())


def test_machines_are_told_public_values_alone(worlds: World) -> None:
    said = {"@type", "name", "alternateName", "description", "knowsAbout", "url"}
    page = worlds[0]["public"]["members/closed/index.html"].decode()
    data: dict[str, Any] = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])
    assert set(data) == {"@context", "@type", "url", "inLanguage", "mainEntity"}
    assert set(data["mainEntity"]) == said
    assert data["mainEntity"]["knowsAbout"] == ["Radio", "Walking"]
    assert "ld+json" not in worlds[0]["internal"]["members/closed/index.html"].decode()


@pytest.mark.parametrize("number", range(len(WORLDS)))
def test_no_public_file_holds_what_is_private(number: int, worlds: World) -> None:
    secret = [*WORLDS[number].values(), *(HIDDEN[number][key] for key in ("skill", "place", "zone", "day")), "Guest"]
    if number == 1:
        secret = [
            word for word in secret if word not in ("Maps", "Europe/Oslo")
        ]  # What others say openly, or no words.
    inside = b"\n".join(worlds[number]["internal"].values()).decode("utf-8", "replace")
    for path, content in worlds[number]["public"].items():
        text = path + content.decode("utf-8", "replace")
        assert [word for word in secret if word in text] == [], path
    assert [word for word in secret if word not in inside and word != "Guest"] == []
