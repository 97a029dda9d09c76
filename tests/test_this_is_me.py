"""“This is me”: every member's page leads to the form, perhaps to the file, and has a message to pause or to remove."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from acquaint.config import Community, Join, Reach, Repository
from acquaint.render.mine import MineView, mine_view
from acquaint.render.people import Person, from_internal, from_public
from acquaint.render.site import Site
from browsers import NEEDED, chromium, serving, until
from communities import built, write
from render_samples import ADA, BO, EDITIONS, interface, internal, rich, site

URL = "https://gitlab.com/northlight/people"
HIDDEN, OPEN = Repository(URL), Repository(URL, visibility="public")
NAMED = replace(ADA, file="ada.md")


def member(*, inside: bool = False, listed: bool = True) -> Person:
    return from_internal(internal(NAMED if listed else replace(BO, file="bo.md")), ()) if inside else from_public(NAMED)


def view(settings: Community, *, inside: bool = False, listed: bool = True) -> MineView:
    shown = site("en", settings)
    return mine(
        member(inside=inside, listed=listed), replace(shown, interface=replace(shown.interface, internal=inside))
    )


def mine(person: Person, shown: Site) -> MineView:
    return mine_view(person, shown.community.base_url, shown.forge, shown.interface)


@pytest.mark.parametrize(
    ("settings", "inside", "editor"),
    [
        (replace(rich(), repository=HIDDEN), False, ""),
        (replace(rich(), repository=OPEN), False, f"{URL}/-/edit/main/members/ada.md"),
        (
            replace(rich(), repository=HIDDEN, join=Join(doors=("pull-request",))),
            False,
            f"{URL}/-/edit/main/members/ada.md",
        ),
        (replace(rich(), repository=HIDDEN), True, f"{URL}/-/edit/main/members/ada.md"),
        (replace(rich(), repository=Repository("https://git.example/a/b", visibility="public")), False, ""),
        (rich(), True, ""),
    ],
)
def test_the_editor_is_named_to_strangers_only_where_the_repository_is(
    settings: Community, inside: bool, editor: str
) -> None:
    assert view(settings, inside=inside).editor == editor


def test_a_file_in_a_folder_of_its_own_is_not_named() -> None:
    found = mine(from_public(replace(NAMED, file="")), site("en", replace(rich(), repository=OPEN)))
    assert (found.editor, found.file) == ("", "")


def test_the_form_stands_in_the_public_edition() -> None:
    nowhere = replace(rich(), base_url="")
    assert view(rich()).form == view(nowhere).form == "../../join/?edit=ada"
    assert view(rich(), inside=True).form == "https://people.example/join/?edit=ada"
    assert view(nowhere, inside=True).form == ""
    assert view(rich(), inside=True, listed=False).form == ""
    chinese = site("zh", replace(rich(), languages=("en", "zh")))
    inside = replace(chinese, interface=replace(chinese.interface, internal=True))
    assert mine(member(inside=True), inside).form == "https://people.example/zh/join/?edit=ada"


def test_a_message_says_who_writes_and_what_they_wish_and_nothing_that_strangers_may_not_see() -> None:
    person = from_internal(internal(NAMED), tuple(rich().fields))
    assert person.name == "Ada Lindqvist"
    found = mine_view(person, rich().base_url, None, replace(interface(), internal=True))
    for wish in (found.pause, found.remove):
        assert "@ada" in wish.text and "@ada" in wish.subject
        assert "https://people.example/members/ada/" in wish.text
        assert not any(private in wish.text + wish.subject for private in ("Lindqvist", "Northwind", "private.example"))
    assert "listing: nobody" in found.pause.text
    assert "https:" not in view(rich(), inside=True, listed=False).remove.text


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_members_page_has_it_and_a_mail_has_a_subject_and_no_text(edition: str) -> None:
    files = EDITIONS[edition]()
    found = [content.decode() for path, content in files.items() if re.fullmatch(r"members/[^/]+/index\.html", path)]
    assert found
    for page in found:
        part = page[page.index('data-part="mine"') :].partition("</details>")[0]
        assert part.count("<textarea") == 2
        assert part.count("readonly>") == 2
        mails = [unescape(href) for href in re.findall('href="(mailto:[^"]*)"', part)]
        assert len(mails) == 2
        assert [list(parse_qs(urlsplit(href).query)) for href in mails] == [["subject"], ["subject"]]


def test_without_a_mailbox_the_message_can_still_be_copied() -> None:
    page = EDITIONS["public"](settings=replace(rich(), reach=Reach()))["members/ada/index.html"].decode()
    part = page[page.index('data-part="mine"') :].partition("</details>")[0]
    assert "mailto:" not in part
    assert part.count("<textarea") == 2


@NEEDED[0]
@NEEDED[1]
def test_it_opens_with_the_keyboard_and_a_button_copies_the_message(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("mine")
    settings = "title: Ours\nreach: {email: hello@ours.example}\n"
    built(write(root / "ours", {"community.yml": settings, "members/ada.yml": "nickname: Ada\n"}), root / "site")
    with serving(root / "site" / "public") as address, chromium() as browser:
        page = browser.new_page(bypass_csp=True)
        page.goto(f"{address}members/ada/")
        until(page, "document.querySelectorAll('[data-part=mine] [data-copy=button]:not([hidden])').length === 2")
        assert not page.locator("[data-part=mine] textarea").first.is_visible()
        page.locator("[data-part=mine] > summary").focus()
        page.keyboard.press("Enter")
        assert page.locator("[data-part=mine] textarea").first.is_visible()
        page.locator("[data-part=mine] button").last.click()
        until(page, "document.querySelector('[data-part=mine] section:last-of-type [role=status]').textContent !== ''")
