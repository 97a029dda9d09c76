"""“This is me”: every member's page leads to how one changes, pauses or removes one's entry, which stands there once."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from acquaint.config import Community, Join, Reach, Repository
from acquaint.render.mine import MineView, mine_link, mine_view
from acquaint.render.people import from_internal, from_public
from browsers import NEEDED, chromium, serving, until
from communities import built, write
from render_samples import ADA, BO, EDITIONS, interface, internal, internal_files, rich, site

URL = "https://gitlab.com/northlight/people"
HIDDEN, OPEN = Repository(URL), Repository(URL, visibility="public")
NAMED = replace(ADA, file="ada.md")
PAGE = "community/index.html"
EDITOR = f"{URL}/-/edit/main/members/"


def view(settings: Community, *, inside: bool = False, language: str = "en") -> MineView:
    shown = site(language, settings)
    shown = replace(shown, interface=replace(shown.interface, internal=inside))
    return mine_view(shown.community.base_url, shown.forge, shown.interface)


@pytest.mark.parametrize(
    ("settings", "inside", "editor"),
    [
        (replace(rich(), repository=HIDDEN), False, ""),
        (replace(rich(), repository=OPEN), False, EDITOR),
        (replace(rich(), repository=HIDDEN, join=Join(doors=("pull-request",))), False, EDITOR),
        (replace(rich(), repository=HIDDEN), True, EDITOR),
        (replace(rich(), repository=Repository("https://git.example/a/b", visibility="public")), False, ""),
        (rich(), True, ""),
    ],
)
def test_the_editor_is_named_to_strangers_only_where_the_repository_is(
    settings: Community, inside: bool, editor: str
) -> None:
    assert view(settings, inside=inside).editor == editor


def test_the_form_stands_in_the_public_edition() -> None:
    nowhere = replace(rich(), base_url="")
    assert view(rich()).form == view(nowhere).form == "../join/?edit="
    assert view(rich(), inside=True).form == "https://people.example/join/?edit="
    assert view(nowhere, inside=True).form == ""
    chinese = replace(rich(), languages=("en", "zh"))
    assert view(chinese, inside=True, language="zh").form == "https://people.example/zh/join/?edit="


def test_the_way_there_says_who_comes_and_nothing_that_strangers_may_not_see() -> None:
    inside = from_internal(internal(NAMED), tuple(rich().fields))
    assert inside.name == "Ada Lindqvist"
    for person in (from_public(NAMED), inside):
        assert mine_link(person) == "community/?me=ada&file=ada.md#leave"
    assert mine_link(from_public(replace(NAMED, file=""))) == "community/?me=ada#leave"
    assert mine_link(from_internal(internal(BO), ())) == "community/?me=bo&for=members#leave"


def test_a_message_leaves_a_gap_for_the_handle() -> None:
    found = view(rich())
    for wish in (found.pause, found.remove):
        assert found.gap in wish.text and found.gap in wish.subject
    assert "listing: nobody" in found.pause.text
    assert interface().say("[@your-handle]") == found.gap


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_member_s_page_leads_to_a_part_that_is_there(edition: str) -> None:
    files = EDITIONS[edition]()
    found = {
        path: content.decode() for path, content in files.items() if re.fullmatch(r"members/[^/]+/index.html", path)
    }
    assert found
    for path, page in found.items():
        handle = path.split("/")[1]
        assert re.search(rf'class="mine__link" href="../../community/\?me={handle}(&amp;for=members)?#leave"', page)
    assert 'id="leave"' in files[PAGE].decode()


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_holds_both_messages_and_a_mail_has_a_subject_and_no_text(edition: str) -> None:
    part = leaving(EDITIONS[edition]())
    assert part.count("<textarea") == part.count("readonly>") == 2
    mails = [unescape(href) for href in re.findall('href="(mailto:[^"]*)"', part)]
    assert [list(parse_qs(urlsplit(href).query)) for href in mails] == [["subject"], ["subject"]]


def test_without_a_mailbox_the_message_can_still_be_copied() -> None:
    part = leaving(EDITIONS["public"](settings=replace(rich(), reach=Reach())))
    assert "mailto:" not in part
    assert part.count("<textarea") == 2


def leaving(files: dict[str, bytes]) -> str:
    page = files[PAGE].decode()
    return page[page.index('data-module="mine"') :].partition("</section>")[0]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where both editions of a community stand, whose repository is public."""
    root: Path = tmp_path_factory.mktemp("mine")
    settings = (
        f"title: Ours\nbase_url: https://ours.example/\nrepository: {{url: {URL}, visibility: public}}\n"
        "reach: {email: hello@ours.example}\n"
    )
    people = {"members/ada.yml": "nickname: Ada\n", "members/bo.md": "---\nnickname: Bo\nlisting: members\n---\n"}
    built(write(root / "ours", {"community.yml": settings, **people}), root / "site")
    with serving(root / "site") as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


def texts(page: Any) -> list[str]:
    return [
        str(text)
        for text in page.locator("[data-module=mine] textarea").evaluate_all("all => all.map((one) => one.value)")
    ]


@NEEDED[0]
@NEEDED[1]
def test_who_comes_from_their_page_finds_their_handle_form_and_file(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}public/members/ada/")
    page.locator(".mine__link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/community/?me=ada&file=ada.yml#leave")
    page.locator("[data-part=form]:not([hidden])").wait_for()
    assert all("I am @ada." in text and text.endswith("https://ours.example/members/ada/") for text in texts(page))
    assert page.locator("[data-part=form] a").get_attribute("href") == "../join/?edit=ada"
    assert page.locator("[data-part=editor] a").get_attribute("href") == f"{EDITOR}ada.yml"
    assert page.locator("[data-part=file]").text_content() == "members/ada.yml"
    subjects = page.locator("a.mine__mail").evaluate_all("all => all.map((one) => one.search)")
    assert [parse_qs(subject[1:])["subject"][0].rpartition(" ")[2] for subject in subjects] == ["@ada", "@ada"]


@NEEDED[0]
@NEEDED[1]
def test_for_whom_strangers_don_t_see_there_is_no_form_and_no_address(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}internal/members/bo/")
    page.locator(".mine__link").click()
    page.locator("[data-part=editor]:not([hidden])").wait_for()
    assert not page.locator("[data-part=form]").is_visible()
    assert all("I am @bo." in text and "https:" not in text for text in texts(page))


@NEEDED[0]
@NEEDED[1]
@pytest.mark.parametrize("told", ["", "?me=A%20b", "?me=ada&file=../x.md", "?me=ada&file=https://evil.example/"])
def test_what_others_write_into_the_address_leads_nowhere(browser: Any, address: str, told: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}public/community/{told}", wait_until="networkidle")
    assert not page.locator("[data-part=editor]").is_visible()
    assert ("@ada" in texts(page)[0]) is told.startswith("?me=ada")
    assert page.locator("[data-part=file]").text_content() == "members/your-handle.md"


@NEEDED[0]
@NEEDED[1]
def test_it_opens_with_the_keyboard_and_a_button_copies_the_message(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}public/community/")
    until(page, "document.querySelectorAll('[data-module=mine] [data-copy=button]:not([hidden])').length === 2")
    assert not page.locator("[data-module=mine] textarea").first.is_visible()
    page.locator("[data-module=mine] summary").last.focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-module=mine] textarea").last.is_visible()
    page.locator("[data-module=mine] button").last.click()
    until(page, "[...document.querySelectorAll('[data-module=mine] [role=status]')].at(-1).textContent !== ''")


def test_no_private_value_stands_on_the_way() -> None:
    for path, content in internal_files().items():
        for href in re.findall(
            r'class="mine__link" href="([^"]*)"', content.decode() if path.endswith(".html") else ""
        ):
            assert not any(private in href for private in ("Lindqvist", "Northwind", "private.example"))
