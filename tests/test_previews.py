"""What leaves the site with a link to a member: structured data, a picture, what is passed on; all of it public."""

import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest

from acquaint.profiles import InternalDirectory, InternalProfile, PublicProfile
from acquaint.render import render_internal
from acquaint.shown import Plain, ShownDay, ShownLink, ShownLinks, Way, Ways
from render_samples import (
    ADA,
    BO,
    DAY,
    EDITIONS,
    PEOPLE,
    PICTURE,
    THEME,
    community,
    entries,
    internal_files,
    profile,
    public_files,
    rich,
    tags,
    words,
)

BASE = "https://people.example/"
SETTINGS = replace(rich(), languages=("en", "zh"))
WAYS = Ways(
    (
        Way("email", "E-mail", "kim@open.example", "mailto:kim@open.example"),
        Way("telegram", "Telegram", "@kim_77", "https://t.me/kim_77"),
    )
)


class Head(HTMLParser):
    """The data blocks and the previews of one page."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.blocks: dict[str, str] = {}
        self.metas: dict[str, list[str]] = {}
        self._kind: str | None = None
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._kind = told.get("type") if tag == "script" else self._kind
        if tag == "meta" and told.get("property"):
            self.metas.setdefault(str(told["property"]), []).append(str(told["content"]))

    def handle_endtag(self, tag: str) -> None:
        self._kind = None if tag == "script" else self._kind

    def handle_data(self, data: str) -> None:
        if self._kind:
            self.blocks[self._kind] = self.blocks.get(self._kind, "") + data


def linked(files: dict[str, bytes], page: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(Head(files[f"{page}index.html"]).blocks["application/ld+json"])
    return said


def passed(files: dict[str, bytes], page: str) -> dict[str, str]:
    """What the page of a member has ready for those who pass it on."""
    tag = files[f"{page}index.html"].decode().partition('<div data-part="passed" ')[2].partition(">")[0]
    return {name: unescape(value) for name, value in re.findall('data-([a-z]+)="([^"]*)"', tag)}


def among_members(public: PublicProfile, listed: bool = True, **values: Any) -> dict[str, bytes]:
    """The internal edition of one member who tells members `values` as well."""
    profile = InternalProfile(public, "Private Name", {"name": words("Private Name"), **values}, listed)
    return {
        file.path: file.content
        for file in render_internal(InternalDirectory((profile,), DAY), SETTINGS, THEME)
    }  # fmt: skip


def test_a_page_is_described_as_a_profile() -> None:
    assert linked(public_files(settings=SETTINGS), "zh/members/ada/") == {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "url": f"{BASE}zh/members/ada/",
        "inLanguage": "zh",
        "dateCreated": "2026-03-01",
        "mainEntity": {
            "@type": "Person",
            "name": "Ada",
            "alternateName": "@ada",
            "description": "I untangle slow data pipelines",
            "knowsAbout": ["Python", "C++", "Data engineering", "SQL", "Maps", "Teaching", "Airflow"],
            "knowsLanguage": ["en", "de"],
            "address": {"@type": "PostalAddress", "addressLocality": "Berlin", "addressCountry": "DE"},
            "image": f"{BASE}members/ada/avatar.jpg",
            "url": f"{BASE}zh/members/ada/",
            "sameAs": ["https://ada.example/"],
        },
    }


def test_what_nobody_said_is_left_out() -> None:
    said = linked(public_files((profile("kim", "Kim"),), community()), "members/kim/")
    assert said == {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "inLanguage": "en",
        "mainEntity": {"@type": "Person", "name": "@kim", "alternateName": "@kim"},
    }


def test_every_member_s_page_is_described_and_no_other_page_is() -> None:
    files = public_files(settings=SETTINGS)
    for path, content in files.items():
        if path.endswith(".html"):
            if path.endswith("join/index.html"):
                continue  # The form has data of its own: its rules.
            is_member_s = bool(re.fullmatch(r"(zh/)?members/[^/]+/index\.html", path))
            assert ("application/ld+json" in Head(content).blocks) is is_member_s


def test_no_machine_is_told_of_members_in_their_own_edition() -> None:
    for path, content in internal_files(settings=SETTINGS).items():
        if path.endswith(".html"):
            head = Head(content)
            assert "application/ld+json" not in head.blocks, path
            assert "og:image" not in head.metas, path
            assert "og:url" not in head.metas, path


def test_the_preview_shows_the_member_or_the_mark() -> None:
    files = public_files(settings=SETTINGS)
    shown = {page: Head(files[f"{page}index.html"]).metas["og:image"] for page in ("members/ada/", "zh/members/bo/", "", "asks/")}  # fmt: skip
    assert shown["members/ada/"] == [f"{BASE}members/ada/avatar.jpg"]
    assert shown["zh/members/bo/"] == shown[""] == shown["asks/"] == [f"{BASE}assets/icon-512.png"]
    for (address,) in shown.values():
        assert address.removeprefix(BASE) in files
    for path, content in public_files(settings=community()).items():
        assert not path.endswith(".html") or "og:image" not in Head(content).metas


def test_every_page_says_of_which_kind_it_is_once() -> None:
    for path, content in public_files(settings=SETTINGS).items():
        if path.endswith("/index.html"):
            kinds = Head(content).metas["og:type"]
            assert kinds == ["profile" if re.search(r"members/[^/]+/index", path) else "website"], path
            assert Head(content).metas["og:locale"] == ["zh_CN" if path.startswith("zh/") else "en_US"], path


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_what_is_passed_on_says_who_it_is_and_where(edition: str) -> None:
    said = passed(EDITIONS[edition](settings=SETTINGS), "zh/members/ada/")
    assert {key: said[key] for key in ("handle", "name", "place", "address", "letters")} == {
        "handle": "ada",
        "name": "Ada",
        "place": "德国 · Berlin",
        "address": f"{BASE}zh/members/ada/",
        "letters": "A",
    }
    files = public_files(settings=SETTINGS)
    assert urljoin(f"{BASE}zh/members/ada/", said["picture"]).removeprefix(BASE) in files


def test_without_an_address_none_is_passed_on() -> None:
    assert passed(public_files(settings=community()), "members/ada/")["address"] == ""


def test_the_same_is_passed_on_in_both_editions() -> None:
    public, internal = public_files(settings=SETTINGS), internal_files(settings=SETTINGS)
    for person in PEOPLE:
        page = f"members/{person.handle}/"
        if person != BO:  # Bo is listed for members only, so there is nothing to share.
            assert passed(public, page) == passed(internal, page)
    assert not passed(internal, "members/bo/")
    assert b"Copy as text" not in internal["members/bo/index.html"]
    assert b"A picture to share" not in internal["members/bo/index.html"]


def test_what_members_alone_see_is_not_passed_on() -> None:
    kim = profile("kim", "@kim")
    files = among_members(
        kim,
        nickname=words("Secret Nick"), headline=words("Secret headline"), city=words("Secret City"),
        skills=tags("Secret skill"), avatar=PICTURE, joined=ShownDay(DAY), timezone=Plain("Asia/Secret"),
        links=ShownLinks((ShownLink("Secret", "https://secret.example/"),)),
    )  # fmt: skip
    assert "Secret headline" in files["members/kim/index.html"].decode()
    assert passed(files, "members/kim/") == passed(public_files((kim,), SETTINGS), "members/kim/")
    assert passed(files, "members/kim/")["picture"] == ""


def test_ways_to_be_reached_are_neither_described_nor_passed_on() -> None:
    said = "write to kim@open.example or @kim_77"
    links = ShownLinks(
        (
            ShownLink("Telegram", "https://t.me/kim_77"),
            ShownLink("Mail", "mailto:kim@open.example"),
            ShownLink("About", "https://kim.example/?mail=kim@open.example"),
            ShownLink("Blog", "https://kim.example/blog"),
        )
    )
    kim = profile(
        "kim", "Kim", nickname=words("Kim"), headline=words(f"Just {said}"), city=words("@kim_77 street"),
        skills=tags("Tea", "@kim_77"), contact=WAYS, links=links, offers=entries(said),
    )  # fmt: skip
    files = public_files((kim,), SETTINGS)
    blocks = Head(files["members/kim/index.html"]).blocks.values()
    for block in (*blocks, *passed(files, "members/kim/").values()):
        assert "open.example" not in block
        assert "kim_77" not in block
    person = linked(files, "members/kim/")["mainEntity"]
    assert person["sameAs"] == ["https://kim.example/blog"]
    assert person["knowsAbout"] == ["Tea"]
    assert person["description"] == "Just write to … or …"


BREAKOUTS = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "</script ",
    "</script/x",
    "]]> & &lt; \u2028 \u2029 ' \" \\",
]


@pytest.mark.parametrize("said", BREAKOUTS)
def test_no_text_ends_the_block_that_it_stands_in(said: str) -> None:
    kim = profile("kim", "Kim", nickname=words(said), headline=words(said), city=words(said), skills=tags(said))
    settings = replace(SETTINGS, title=words(f"Ours {said}"))
    page = public_files((kim,), settings)["members/kim/index.html"]
    # A browser ends the block at `</script` and a space, too, where this parser wouldn't.
    blocks = Head(page).blocks
    assert set(blocks) == {"application/ld+json"}
    assert not set("<>&") & set("".join(blocks.values()))
    files = {"members/kim/index.html": page}
    assert linked(files, "members/kim/")["mainEntity"]["description"] == said
    assert linked(files, "members/kim/")["mainEntity"]["name"] == said
    told = passed(files, "members/kim/")
    assert (told["name"], told["place"]) == (said, said)


def test_a_picture_for_members_is_in_no_preview() -> None:
    values = {name: value for name, value in ADA.values.items() if name != "avatar"}
    ada = replace(ADA, values=values)
    public, internal = public_files((ada,), SETTINGS), among_members(ada, avatar=PICTURE)
    assert b"avatar.jpg" in internal["members/ada/index.html"]
    assert Head(public["members/ada/index.html"]).metas["og:image"] == [f"{BASE}assets/icon-512.png"]
    assert "image" not in linked(public, "members/ada/")["mainEntity"]
    assert passed(public, "members/ada/")["picture"] == passed(internal, "members/ada/")["picture"] == ""
    assert not [path for path in public if "avatar" in path]
    for path, content in public.items():
        # The form knows where a picture would be, whoever has one.
        assert path.startswith("assets/js/join/") or b"avatar.jpg" not in content, path
