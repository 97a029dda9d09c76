"""Asks, offers, and whom a member's page names: what the pages show of who can help whom."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest

from acquaint.config import Reach, Term, Vocabulary
from acquaint.profiles import PublicProfile
from acquaint.shown import Shown, Tag, Tags, Way, Ways
from render_samples import (
    DAY,
    EDITIONS,
    PEOPLE,
    community,
    crowd,
    entries,
    internal_files,
    profile,
    public_files,
    rich,
    tags,
    words,
)

ADA = profile("ada", "Ada", nickname=words("Ada"), headline=words("I draw maps"), asks=entries("A review of my code"))
BO = profile(
    "bo", "Bo", nickname=words("Bo"), headline=words("I read code"), offers=entries("Code review"), skills=tags("Maps")
)
OFFER = re.compile(r'<p class="offer__text" dir="auto">([^<]*)')


def text_of(page: bytes) -> str:
    """What a reader reads, in one line."""
    main = page.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def copied(page: bytes) -> list[str]:
    """The texts to copy about somebody."""
    found = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page.decode(), re.DOTALL)
    # What is passed on stands in its own once a script has made it.
    return [unescape(text) for text in found if text]


def asking(count: int) -> tuple[PublicProfile, ...]:
    return tuple(
        profile(f"m{i:03}", f"Member {i}", asks=entries(f"Wish {i}", since=DAY - timedelta(days=i)))
        for i in range(count)
    )


def test_an_ask_stands_on_its_last_day_and_lapses_on_the_next_however_long_that_is() -> None:
    for kept, span in ((0, 1), (1, 3_650_000)):
        settings = replace(rich(), asks_expire_after=span)
        asked = profile("ada", "Ada", asks=entries("A review", since=DAY - timedelta(days=2)))
        shown = public_files((asked,), settings)["asks/index.html"].decode()
        assert shown.count('<li class="wanted__one">') == kept
    assert replace(rich(), asks_expire_after=2).oldest_ask(DAY) == DAY - timedelta(days=2)


def test_an_ask_names_who_asks_and_who_could_help_with_what_and_why() -> None:
    page = public_files((ADA, BO))["asks/index.html"].decode()
    assert 'href="../members/ada/"' in page
    assert 'href="../members/bo/"' in page
    assert 'A <mark class="shared">review</mark> of my <mark class="shared">code</mark>' in page
    assert '<mark class="shared">Code</mark> <mark class="shared">review</mark>' in page
    assert "both say review , code" in text_of(page.encode())


def test_asks_are_newest_first_then_those_without_a_date() -> None:
    people = (
        profile("a", "A", asks=entries("No day")),
        profile("b", "B", asks=entries("Old", since=date(2026, 9, 1))),
        profile("c", "C", asks=entries("Fresh", since=date(2026, 11, 1))),
        profile("d", "D", asks=entries("No day either")),
    )
    shown = text_of(public_files(people)["asks/index.html"])
    places = [shown.index(text) for text in ("Fresh", "Old", "No day")]
    assert places == sorted(places)
    assert "No day either" in shown
    assert "since November 2026" in shown


def test_sixty_asks_a_page() -> None:
    files = public_files(asking(180))
    pages = ["asks/index.html", "asks/page/2/index.html", "asks/page/1/index.html"]
    assert [files[page].decode().count('class="wanted__one"') for page in pages] == [60, 60, 60]
    assert "asks/page/3/index.html" not in files


def test_lapsed_asks_are_in_neither_edition_s_list() -> None:
    old = (profile("a", "A", asks=entries("Ancient wish", since=date(2026, 1, 1))),)
    for files in (public_files(old), internal_files(old)):
        assert b"Ancient wish" not in files["asks/index.html"]


def test_offers_stand_under_themes_by_name_and_the_rest_under_more() -> None:
    people = (
        profile("a", "A", offers=entries("Sewing a curtain", "Maps of your street"), skills=tags("Maps", "Sewing")),
        profile("b", "B", offers=entries("A map for your guests", "Nothing in particular")),
    )
    page = public_files(people)["offers/index.html"].decode()
    assert re.findall(r'<h2 class="theme__title" id="theme-([^"]*)"', page) == ["maps", "sewing", ""]
    assert 'href="../skills/maps/"' in page
    assert "More" in text_of(page.encode())
    assert text_of(page.encode()).index("A map for your guests") < text_of(page.encode()).index("Sewing a curtain")


def test_a_skill_s_theme_goes_before_an_interest_s() -> None:
    people = (profile("a", "A", offers=entries("Bread and maps"), skills=tags("Maps"), interests=tags("Bread")),)
    assert 'id="theme-maps"' in public_files(people)["offers/index.html"].decode()


def test_one_offer_that_many_make_is_said_once_with_their_names() -> None:
    people = tuple(profile(f"p{i}", f"Person {i}", offers=entries("Code review")) for i in range(5))
    page = public_files(people)["offers/index.html"].decode()
    assert page.count("Code review") == 1
    assert [f"members/p{i}/" in page for i in range(5)] == [True] * 5


def test_of_many_offers_every_theme_is_found_from_the_first_page() -> None:
    people = tuple(
        profile(f"p{i:03}", "P", offers=entries(f"Topic{i // 20 * 2} no {i}"), skills=tags(f"Topic{i // 20 * 2}"))
        for i in range(100)
    ) + tuple(
        profile(f"q{i:03}", "Q", offers=entries(f"Topic{i // 2}x no {i}"), skills=tags(f"Topic{i // 2}x"))
        for i in range(200)
    )
    files = public_files(people)
    first = files["offers/index.html"].decode()
    links = re.findall(r'class="value" href="([^"]*)"', first)
    assert len(links) == 105
    for link in links:
        address, _, anchor = link.partition("#")
        page = files[f"offers/{address}index.html"].decode()
        assert f'id="{anchor}"' in page if anchor else page.count('class="offer"') == 20
    assert sorted(link for link in links if "#" not in link) == [f"topic{n}/" for n in range(0, 10, 2)]
    offers = [
        text for path, page in files.items() if path.startswith("offers/") for text in OFFER.findall(page.decode())
    ]
    assert len(offers) == len(set(offers)) == 300


def test_without_asks_and_offers_their_pages_say_so_kindly() -> None:
    for people in ((), crowd(2)):
        files = public_files(people)
        assert "Nobody is looking for anything" in text_of(files["asks/index.html"])
        assert "Nobody has offered anything yet" in text_of(files["offers/index.html"])
        assert "profile__meeting" not in files.get("members/m00000/index.html", b"").decode()


def test_a_member_s_page_names_who_could_help_and_whom_they_could_help() -> None:
    files = public_files((ADA, BO))
    ada, bo = text_of(files["members/ada/index.html"]), text_of(files["members/bo/index.html"])
    assert "Who could help Ada" in ada
    assert "Bo I read code Both say review , code" in ada
    assert "Whom Bo could help" in bo
    assert "Ada I draw maps with Code review" in bo


def test_a_member_s_page_says_nothing_of_others_but_nickname_and_headline() -> None:
    ada = text_of(public_files((ADA, BO))["members/ada/index.html"])
    bo = text_of(public_files((ADA, BO))["members/bo/index.html"])
    assert "Code review" not in ada
    assert "A review of my code" not in bo


def test_an_edit_that_changes_no_match_changes_no_other_s_page() -> None:
    other = replace(BO, values={**BO.values, "city": words("Berlin"), "bio": words("Long")})
    before, after = public_files((ADA, BO)), public_files((ADA, other))
    assert before["members/ada/index.html"] == after["members/ada/index.html"]


def test_similar_people_are_shown_with_the_tags_they_share_as_this_member_spells_them() -> None:
    ada = profile("ada", "Ada", skills=Tags((Tag("maps", "maps"), Tag("Kites", "kites"))))
    bo = profile("bo", "Bo", skills=Tags((Tag("MAPS", "maps"), Tag("kites", "kites"), Tag("Sewing", "sewing"))))
    page = public_files((ada, bo))["members/ada/index.html"]
    similar = text_of(page).partition("Similar people")[2]
    assert "Bo" in similar
    assert "maps" in similar
    assert "Kites" in similar
    assert "Sewing" not in similar
    assert b'href="../../skills/kites/"' in page


def test_the_vocabulary_joins_an_ask_and_a_skill_in_two_languages() -> None:
    term = Term("Data engineering", "data-engineering", ("data pipelines",), {"zh": "数据工程"})
    settings = community(vocabulary={"skills": Vocabulary({"data-engineering": term, "data-pipelines": term})})
    people = (
        profile("ada", "Ada", asks=entries("谁懂数据工程？", lang="zh")),
        profile("bo", "Bo", skills=tags("Data engineering")),
    )
    page = public_files(people, settings)["asks/index.html"].decode()
    assert '<mark class="shared">数据工程</mark>' in page
    assert '<mark class="shared">Data engineering</mark>' in page


def test_a_letter_takes_up_the_first_offer_else_the_first_ask_else_a_topic_else_nothing() -> None:
    values: tuple[tuple[str, dict[str, Shown]], ...] = (
        ("You offer “Code review”", {"offers": entries("Code review", "Tea"), "asks": entries("A desk")}),
        ("You are looking for this: “A desk”", {"asks": entries("A desk")}),
        ("You can be asked about “Trains”", {"ask_me_about": words("Trains")}),
        ("I read your introduction", {}),
    )
    for said, fields in values:
        page = public_files((replace(BO, values={"nickname": words("Bo"), **fields}),))["members/bo/index.html"]
        letter = copied(page)[0]
        assert letter.startswith("Hello Bo,\n\n")
        assert said in letter
        assert "Northlight" in letter
        assert "[Write here who you are" in letter


def test_what_a_member_doesn_t_want_stands_beside_the_letter() -> None:
    page = public_files((profile("bo", "Bo", not_for=entries("Recruiting")),))["members/bo/index.html"]
    assert "Please don’t write about: Recruiting" in text_of(page)


def test_a_text_to_copy_ends_with_the_page_s_address_where_it_is_known() -> None:
    bo = profile("bo", "Bo")
    assert all(
        text.endswith("https://people.example/members/bo/")
        for text in copied(public_files((bo,))["members/bo/index.html"])
    )
    assert not any("http" in text for text in copied(public_files((bo,), community())["members/bo/index.html"]))


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_no_text_to_copy_holds_a_contact_or_what_strangers_don_t_see(edition: str) -> None:
    texts = copied(EDITIONS[edition]()["members/ada/index.html"])
    assert len(texts) == 1
    for text in texts:
        for secret in (
            "open@example.org",
            "private.example",
            "Lindqvist",
            "Northwind",
            "Salary talks",
            "A new job",
            "14 March",
        ):
            assert secret not in text


def test_an_opened_contact_that_an_offer_repeats_is_left_out_of_the_texts() -> None:
    ways = Ways((Way("email", "E-mail", "bo@open.example", "mailto:bo@open.example"),))
    page = public_files((profile("bo", "Bo", offers=entries("Ask bo@open.example for tea"), contact=ways),))[
        "members/bo/index.html"
    ]
    assert not any("bo@open.example" in text for text in copied(page))


def test_without_a_script_no_button_promises_anything() -> None:
    page = public_files()["members/ada/index.html"].decode()
    assert '<p class="letter__copy" data-copy="button" hidden>' in page
    assert page.count(" readonly>") == 2
    assert "<summary" in page


def test_hostile_asks_and_offers_arrive_escaped() -> None:
    evil = '"><script>alert(1)</script>'
    people = (
        profile("ada", evil, headline=words(evil), asks=entries(f"{evil} review")),
        profile("bo", evil, headline=words(evil), offers=entries(f"{evil} review"), skills=tags("review")),
    )
    files = public_files(people, rich())
    for path in ("asks/index.html", "offers/index.html", "members/ada/index.html", "members/bo/index.html"):
        page = files[path].decode()
        assert "<script>" not in page
        assert ("<mark" in page) is (path in ("asks/index.html", "members/bo/index.html"))


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_both_pages_are_one_link_away_from_every_page(edition: str) -> None:
    for path, content in EDITIONS[edition](PEOPLE, community(reach=Reach())).items():
        if path.endswith("index.html"):
            root = "../" * path.count("/")
            assert f'href="{root}asks/"' in content.decode(), path
            assert f'href="{root}offers/"' in content.decode(), path


def test_a_letter_takes_up_nothing_that_strangers_don_t_see() -> None:
    page = internal_files()["members/ada/index.html"].decode()
    letters = [*copied(page.encode()), *map(unescape, re.findall(r'<option value="([^"]*)"', page))]
    assert any("Reviewing a data model" in text for text in letters)
    assert "A new job" in page
    assert not [text for text in letters if "A new job" in text or "Lindqvist" in text]
