import json
import re
from base64 import b64encode
from dataclasses import dataclass, field, replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from acquaint.config import Indexing, Join, Reach
from acquaint.profiles import PublicDirectory
from acquaint.render import render_public
from acquaint.render.frame import POLICY
from acquaint.render.joining.page import WITH_OWN_PICTURES
from acquaint.shown import Tag, Tags
from acquaint.values import Audience
from render_samples import (
    ADA,
    BO,
    DAY,
    EDITIONS,
    LIJING,
    PEOPLE,
    THEME,
    community,
    crowd,
    internal_files,
    profile,
    public_files,
    rich,
    tags,
    words,
)


@dataclass
class Seen(HTMLParser):
    """What the tests look at in a page."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    def addresses(self) -> list[str]:
        return [str(attrs[name]) for _, attrs in self.tags for name in ("href", "src") if attrs.get(name)]


def look(page: bytes) -> Seen:
    seen = Seen()
    seen.feed(page.decode())
    return seen


def pages_of(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.endswith(".html")}


def shown_text(page: bytes) -> str:
    return " ".join("".join(look(page).texts).split())


def handles_in(page: bytes) -> list[str]:
    return re.findall(r'card__link" href="(?:\.\./)*members/([^/]+)/"', page.decode())


@pytest.fixture(scope="module", params=["public", "internal"])
def edition(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return EDITIONS[request.param](PEOPLE + crowd(130))


@pytest.mark.parametrize("below", ["https://host.example/", "https://host.example/sub/path/"])
def test_every_relative_link_leads_to_a_file_at_any_path(edition: dict[str, bytes], below: str) -> None:
    pages = pages_of(edition)
    for path, content in pages.items():
        if path == "404.html":
            continue
        for address in look(content).addresses():
            target, fragment = urldefrag(urljoin(below + path.removesuffix("index.html"), address))
            if not target.startswith(below):
                assert urlsplit(address).scheme in ("https", "mailto"), (path, address)
                continue
            file = unquote(target.removeprefix(below).partition("?")[0])
            file = f"{file}index.html" if file.endswith("/") or not file else file
            assert file in edition, (path, address)
            assert not fragment or fragment in look(edition[file]).ids, (path, address)


def test_every_page_has_the_policy_one_heading_a_title_and_a_description(edition: dict[str, bytes]) -> None:
    for path, content in pages_of(edition).items():
        seen = look(content)
        metas = {str(attrs.get("name") or attrs.get("http-equiv")): attrs.get("content") for attrs in seen.all("meta")}
        if path != "404.html":
            policy = WITH_OWN_PICTURES if path == "join/index.html" else POLICY
            assert metas["Content-Security-Policy"] == policy
        assert len(seen.all("h1")) == len(seen.all("title")) == len(seen.all("main")) == 1, path
        assert metas["description"], path
        assert seen.all("html")[0]["lang"] == "en"
        assert not [name for name, attrs in seen.tags if "style" in attrs], path
        data = ("application/ld+json", "application/json")
        scripts = [attrs for attrs in seen.all("script") if attrs["type"] not in data]
        assert [attrs["type"] for attrs in scripts] == ([] if path == "404.html" else ["module"]), path
        assert all(str(attrs["src"]).endswith("assets/js/site.js") for attrs in scripts), path
        assert len(seen.ids) == len(set(seen.ids)), path


def test_two_pages_never_share_a_title(edition: dict[str, bytes]) -> None:
    plain = [p for path, p in pages_of(edition).items() if not path.startswith(("country/", "city/"))]
    titles = re.findall(r"<title>(.*?)</title>", b"".join(plain).decode())
    assert len(titles) == len(set(titles))


def test_headings_never_skip_a_level(edition: dict[str, bytes]) -> None:
    for path, content in pages_of(edition).items():
        levels = [int(name[1]) for name, _ in look(content).tags if re.fullmatch("h[1-6]", name)]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_the_digest_is_of_what_is_written(edition: dict[str, bytes]) -> None:
    assert list(edition)[-1] == "build.json"
    others = {path: content for path, content in edition.items() if path != "build.json"}
    lines = "".join(f"{sha256(others[path]).hexdigest()}  {path}\n" for path in sorted(others))
    note = json.loads(edition["build.json"])
    assert note["digest"] == sha256(lines.encode()).hexdigest()
    assert note["day"] == "2026-11-20"


def test_the_commit_stands_in_the_internal_edition_only() -> None:
    assert json.loads(internal_files()["build.json"])["commit"] == "0123abc"
    assert "commit" not in json.loads(public_files()["build.json"])


def test_the_same_profiles_give_the_same_files_in_the_same_order() -> None:
    assert list(public_files().items()) == list(public_files().items())


def test_files_come_one_by_one() -> None:
    files = render_public(PublicDirectory(crowd(3), DAY), rich(), THEME)
    assert next(files).path == "index.html"


def test_sixty_cards_a_page_in_the_order_of_the_directory() -> None:
    people = crowd(190)
    files = public_files(people)
    pages = ["index.html", "page/2/index.html", "page/1/index.html"]
    assert [len(handles_in(files[page])) for page in pages] == [70, 60, 60]
    assert [handle for page in pages for handle in handles_in(files[page])] == [one.handle for one in people]
    assert "page/3/index.html" not in files
    assert "skills/python/page/2/index.html" in files


def test_119_members_need_one_page_and_no_numbers() -> None:
    files = public_files(crowd(119))
    assert not [path for path in files if "page/" in path]
    assert b"pagination" not in files["index.html"]


def test_a_facet_page_holds_exactly_those_with_the_value_in_the_directory_s_order() -> None:
    files = public_files()
    assert handles_in(files["skills/python/index.html"]) == ["ada", "lijing", "friedrich"]
    assert handles_in(files["availability/mentoring/index.html"]) == ["ada", "salma"]
    assert handles_in(files["city/上海/index.html"]) == ["lijing"]
    assert handles_in(files["country/de/index.html"]) == ["ada"]
    assert handles_in(files["languages/en/index.html"]) == ["ada", "lijing"]


def test_every_value_of_a_facet_has_a_page_and_stands_in_the_index() -> None:
    files = public_files()
    for name in ("skills", "interests", "availability", "groups", "city", "country", "languages"):
        index = look(files[f"{name}/index.html"])
        listed = {str(a["href"]).strip("/") for a in index.all("a") if a.get("class") == "value"}
        paths = {path.split("/")[1] for path in files if path.startswith(f"{name}/") and path.count("/") == 2}
        assert listed == paths, name


def test_a_tag_is_spelt_as_most_spell_it_and_ties_go_by_code_point() -> None:
    def spelt(*texts: str) -> str:
        people = tuple(profile(f"p{i}", "P", skills=Tags((Tag(text, "js"),))) for i, text in enumerate(texts))
        return shown_text(public_files(people)["skills/js/index.html"])

    assert "Skills JS 3 people" in spelt("js", "JS", "JS")
    assert "Skills JS 2 people" in spelt("js", "JS")


def test_the_index_of_a_facet_goes_by_number_then_by_name() -> None:
    skills = (tags("b", "c", "a"), tags("c"), tags("d", "c"), tags("d"))
    people = tuple(profile(f"p{i}", "P", skills=skill) for i, skill in enumerate(skills))
    page = look(public_files(people)["skills/index.html"])
    assert [a["href"] for a in page.all("a") if a.get("class") == "value"] == ["c/", "d/", "a/", "b/"]


def test_a_card_is_the_same_on_every_list_but_for_the_way_to_the_root() -> None:
    files = public_files()

    def card(path: str) -> str:
        found: list[str] = re.findall(r'<li class="card" data-card>.*?\n</li>', files[path].decode(), re.DOTALL)
        return next(one for one in found if "members/ada/" in one)

    assert card("index.html") == card("skills/python/index.html").replace("../", "")


def test_countries_and_languages_are_named() -> None:
    files = public_files()
    assert "Germany" in shown_text(files["country/de/index.html"])
    assert "German" in shown_text(files["languages/de/index.html"])


def test_a_text_in_another_language_says_so() -> None:
    page = public_files()["members/lijing/index.html"].decode()
    assert '<span dir="auto" lang="zh">李静</span>' in page
    assert '<div class="prose" dir="auto" lang="zh">' in page
    assert public_files()["members/ada/index.html"].count(b'lang="en"') == 1


def test_a_text_with_several_languages_is_shown_in_the_community_s() -> None:
    settings = replace(rich(), languages=("de", "en"))
    page = public_files(settings=settings)["members/lijing/index.html"].decode()
    assert "Daten als Geschichten" in page
    assert "把数据讲成故事" not in page


def test_a_picture_is_written_beside_the_page_and_belongs_to_its_member() -> None:
    files = {file.path: file for file in render_public(PublicDirectory(PEOPLE, DAY), rich(), THEME)}
    assert files["members/ada/avatar.jpg"].content == b"\xff\xd8 a picture \xff\xd9"
    assert files["members/ada/avatar.jpg"].owner == files["members/ada/index.html"].owner == "ada"
    assert files["index.html"].owner is None
    assert b"avatar.jpg" not in files["members/bo/index.html"].content


def test_where_no_contact_is_open_the_community_is_asked_and_the_handle_named() -> None:
    page = public_files()["members/bo/index.html"].decode()
    assert 'href="mailto:hello@northlight.example?subject=For%20%40bo"' in page
    assert "mailto:open@example.org" in public_files()["members/ada/index.html"].decode()
    text_only = replace(rich(), reach=Reach(text=words("Ring the bell.")))
    assert "Ring the bell. Ask for @bo." in shown_text(public_files(settings=text_only)["members/bo/index.html"])
    nothing = public_files(settings=community())["members/bo/index.html"]
    assert "ask them to introduce you to @bo" in shown_text(nothing)


def test_the_invitation_stands_until_its_last_day() -> None:
    for until, stands in ((DAY, True), (DAY.replace(day=19), False)):
        join = Join(words("Come."), "https://join.example/", until)
        page = public_files(settings=community(join=join))["index.html"].decode()
        assert ("https://join.example/" in page) is stands


def test_nobody_yet_is_a_page_that_says_so() -> None:
    files = public_files(())
    assert "Nobody has introduced themselves yet" in shown_text(files["index.html"])
    assert "Come along." in shown_text(files["index.html"])
    assert "Nobody has said anything here yet." in shown_text(files["skills/index.html"])


def test_an_absolute_address_stands_only_where_one_was_given() -> None:
    files = public_files()
    assert '<link rel="canonical" href="https://people.example/city/%E4%B8%8A%E6%B5%B7/">' in (
        files["city/上海/index.html"].decode()
    )
    assert b"canonical" not in public_files(settings=community())["index.html"]
    assert b"canonical" not in internal_files()["index.html"]


def test_the_page_for_missing_addresses_stands_alone() -> None:
    page = public_files()["404.html"].decode()
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in page
    ways = ["", "asks/", "offers/", "community/"]
    at = "https://people.example/"
    assert look(page.encode()).addresses() == [*(at + way for way in ways), "mailto:hello@northlight.example"]
    assert look(public_files(settings=community())["404.html"]).addresses() == [f"/{way}" for way in ways]


@pytest.mark.parametrize(("indexing", "meta"), [(Indexing.SEARCH, 0), (Indexing.NONE, 1), (Indexing.ALL, 0)])
def test_machines_are_told_what_the_community_wants(indexing: Indexing, meta: int) -> None:
    files = public_files(settings=replace(rich(), indexing=indexing))
    robots = files["robots.txt"].decode()
    assert ("GPTBot" in robots) is (indexing is Indexing.SEARCH)
    assert robots.endswith(
        "User-agent: *\nDisallow: /\n" if indexing is Indexing.NONE else "User-agent: *\nDisallow:\n"
    )
    for page in pages_of(files).values():
        assert page.count(b'<meta name="robots" content="noindex, nofollow">') == meta


def test_the_internal_edition_is_never_indexed_and_always_says_whom_it_is_for() -> None:
    files = internal_files(settings=replace(rich(), indexing=Indexing.ALL))
    assert files["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    for path, page in pages_of(files).items():
        assert page.count(b'<meta name="robots" content="noindex, nofollow">') == 1, path
        assert "Internal edition: for members only, do not pass on." in shown_text(page), path


def test_private_values_are_marked_and_public_pages_never_speak_of_them() -> None:
    page = shown_text(internal_files()["members/ada/index.html"])
    for said in (
        "Company members only",
        "Birthday members only 14 March",
        "A new job members only",
        "Salary talks members only",
        "Introduction in full for members only",
        "E-mail members only",
        "name for members only",
    ):
        assert said in page, said
    assert "Reviewing a data model members only" not in page
    assert "listed for members only" in shown_text(internal_files()["members/bo/index.html"])
    assert "Sealed for some members" in shown_text(internal_files()["members/bo/index.html"])
    assert [path for path, content in pages_of(public_files()).items() if b"members only" in content] == []


def test_strangers_get_no_pages_for_what_they_can_never_see() -> None:
    hidden = replace(community().fields["instrument"], kind="tags", facet=True, visibility=Audience.MEMBERS)
    settings = community()
    settings = replace(settings, fields={**settings.fields, "instrument": hidden})
    assert "instrument/index.html" not in public_files((BO,), settings)
    assert "instrument/index.html" in internal_files((BO,), settings)


def test_a_community_s_own_field_is_shown() -> None:
    assert "Instrument Cello" in shown_text(public_files()["members/ada/index.html"])


def test_a_member_page_depends_on_its_own_profile_alone() -> None:
    alone = public_files((LIJING,))["members/lijing/index.html"]
    assert alone == public_files((ADA, LIJING, BO))["members/lijing/index.html"]
