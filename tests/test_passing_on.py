"""What one passes on of a member, as a text or a picture: made in the browser of what strangers see, and of nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from acquaint.profiles import InternalDirectory, InternalProfile, PublicDirectory, PublicProfile
from acquaint.render import render_internal, render_public
from acquaint.shown import Entries, Plain, Prose, Shown, ShownDay, Tag, Tags, Way, Ways
from browsers import NEEDED, chromium, serving, until
from render_samples import (
    ADA,
    DAY,
    LIJING,
    PICTURE,
    SALMA,
    THEME,
    entries,
    internal,
    profile,
    rich,
    tags,
    words,
)

pytestmark = NEEDED
SETTINGS = replace(rich(), languages=("en", "zh"))
WAYS = Ways(
    (
        Way("email", "E-mail", "kim@open.example", "mailto:kim@open.example"),
        Way("telegram", "Telegram", "@kim_77", None),
    )
)
SAID = "write to KIM@open.example or @kim_77, not to @kim_777"
KIM = profile(
    "kim", "Kim", nickname=words("Kim"), headline=words(f"Just {SAID}"), city=words("Ulm"), contact=WAYS,
    skills=tags("Tea", "@kim_77", "Maps"), interests=tags("A", "B", "C", "D"), offers=entries(SAID),
)  # fmt: skip
EVIL = profile(
    "evil", "Evil", nickname=words("<img src=x onerror=alert(1)>"), headline=words("</script><b>"), skills=tags("<b>")
)
SILENT = profile("silent", "@silent")
PEOPLE = (ADA, LIJING, SALMA, KIM, EVIL, SILENT)
SECRETS = (
    "Lindqvist", "Northwind", "private.example", "Salary", "A new job", "14 March", "Private passage", "Secret",
)  # fmt: skip
TOLD = """async () => {
    const { passedOn, tagsOf, openFields } = await import(new URL("assets/js/told.js", new URL(document.querySelector("script[type=module]").src).origin + ROOT));
    return { ...passedOn(), skills: tagsOf("skills"), interests: tagsOf("interests"), fields: openFields() };
}"""


def _inside(public: PublicProfile) -> InternalProfile:
    """Who tells members more of everything."""
    if public.handle == "silent":
        secrets: dict[str, Shown] = {
            "nickname": words("Secret Nick"), "headline": words("Secret headline"), "pronouns": words("Secret"),
            "city": words("Secret City"), "skills": tags("Secret skill"), "avatar": PICTURE, "joined": ShownDay(DAY),
            "offers": entries("Secret offer"), "bio": Prose((("en", "<p>Secret bio</p>", "Secret bio"),)),
            "ask_me_about": words("Secret topic"), "timezone": Plain("Asia/Secret"), "contact_for": entries("Secret reason"),
            "name": words("Secret Name"),
        }  # fmt: skip
        return InternalProfile(public, "Secret Nick", secrets, True)
    if public.handle == "kim":
        more: dict[str, Shown] = {
            "skills": Tags((Tag("Secret tea", "secret-tea"), Tag("TEA Secret", "tea"), *_skills(public))),
            "offers": Entries((*entries("Secret offer").entries, *entries(SAID).entries)),
            "headline": words("Secret and more"),
            "contact": Ways((*WAYS.ways, Way("phone", "Phone", "+49 30 Secret", None))),
        }
        return InternalProfile(public, "Kim Secretson", more, True)
    return internal(public)


def _skills(public: PublicProfile) -> tuple[Tag, ...]:
    skills = public.values["skills"]
    assert isinstance(skills, Tags)
    return skills.tags


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root: Path = tmp_path_factory.mktemp("passing")
    editions = {
        "public": render_public(PublicDirectory(PEOPLE, DAY), SETTINGS, THEME),
        "internal": render_internal(InternalDirectory(tuple(map(_inside, PEOPLE)), DAY), SETTINGS, THEME),
    }
    for edition, files in editions.items():
        for file in files:
            path = root / edition / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    with serving(root) as address:
        yield address


@pytest.fixture(scope="module")
def page(site: str) -> Iterator[Any]:
    with chromium() as running:
        yield running.new_page()


def introduction(page: Any, address: str) -> str:
    """The text that somebody copies from the page at `address`."""
    page.goto(address)
    opened = page.locator("details[data-copy=made]:not([hidden])")
    opened.locator("summary").click()
    text = opened.locator("textarea")
    until(page, "document.querySelector('details[data-copy=made] textarea').value !== ''")
    return str(text.input_value())


def told(page: Any, edition: str) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(TOLD.replace("ROOT", f"'/{edition}/'"))
    return found


def test_it_says_what_the_page_says_in_plain_words(page: Any, site: str) -> None:
    text = introduction(page, f"{site}public/members/ada/")
    for said in (
        "Ada (@ada), she/her\nI untangle slow data pipelines\nBerlin, Germany\n\n",
        "- Reviewing a data model",
        "- An introduction to a climate team (since November 2026)",
        "I came to data by rail.",
        "Skills: Python, C++, Data engineering",
        "Languages: English, German",
        "Cello",
    ):
        assert said in text
    assert text.endswith("https://people.example/members/ada/")
    for never in ("<", "open@example.org", "ada.example", "Europe/Berlin", "March 2026"):
        assert never not in text


def test_it_speaks_the_language_of_the_page(page: Any, site: str) -> None:
    text = introduction(page, f"{site}public/zh/members/lijing/")
    assert text.startswith("@lijing\n把数据讲成故事\n中国 · 上海\n\n")
    assert "- 看一篇稿子" in text
    assert "：" in text


@pytest.mark.parametrize("handle", [person.handle for person in PEOPLE])
def test_the_edition_for_members_passes_on_nothing_that_strangers_don_t_see(page: Any, site: str, handle: str) -> None:
    public = introduction(page, f"{site}public/members/{handle}/")
    seen = told(page, "public")
    inside = introduction(page, f"{site}internal/members/{handle}/")
    also = told(page, "internal")
    assert not [secret for secret in SECRETS if secret in inside + str(also)]
    assert set(_words(inside)) <= set(_words(public))
    assert also["picture"] == seen["picture"]
    assert also["headline"] in ("", seen["headline"])
    assert set(also["skills"]) <= set(seen["skills"])


def _words(text: str) -> list[str]:
    return [part for line in text.splitlines() for part in line.replace(", ", ": ").split(": ")]


def test_of_a_list_for_both_the_open_part_is_passed_on(page: Any, site: str) -> None:
    text = introduction(page, f"{site}internal/members/ada/")
    assert "Python" in text and "An introduction to a climate team" in text
    assert "Salary talks" in str(page.content()) and "A new job" in str(page.content())


def test_who_tells_strangers_nothing_is_passed_on_by_handle_alone(page: Any, site: str) -> None:
    for edition in ("public", "internal"):
        text = introduction(page, f"{site}{edition}/members/silent/")
        assert text == "@silent\n\nhttps://people.example/members/silent/"


def test_ways_to_be_reached_are_left_out(page: Any, site: str) -> None:
    text = introduction(page, f"{site}public/members/kim/")
    assert "Just write to … or …, not to @kim_777" in text
    assert "open.example" not in text.casefold()
    found = told(page, "public")
    assert found["headline"] == "Just write to … or …, not to @kim_777"
    assert (found["skills"], found["interests"]) == (["Tea", "Maps"], ["A", "B", "C", "D"])


def test_what_looks_like_markup_stays_text(page: Any, site: str) -> None:
    text = introduction(page, f"{site}public/members/evil/")
    assert text.startswith("<img src=x onerror=alert(1)> (@evil)\n</script><b>")
    assert page.locator("img[src=x]").count() == 0


def test_nothing_is_made_before_somebody_asks(page: Any, site: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{site}public/members/ada/", wait_until="networkidle")
    assert not [url for url in fetched if url.endswith(("introduction.js", "picture.js"))]
