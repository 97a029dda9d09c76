"""Lists in pages: everybody stands on one, and whoever comes turns as few as can be."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.profiles import PublicProfile, checksum
from acquaint.render import pagination
from acquaint.render.pagination import A_PAGE, MOST, Pages, chunks
from render_samples import crowd, entries, in_order, profile, public_files, tags

Cut = dict[str, tuple[str, ...]]

HANDLES = st.lists(st.from_regex("[a-z]{1,8}", fullmatch=True), unique=True, max_size=40)


def pages_of(dated: Sequence[str], others: Sequence[str]) -> list[tuple[Pages, str, tuple[str, ...]]]:
    behind = sorted(others, key=lambda handle: (checksum(handle), handle))
    return list(chunks("x/", (*dated, *behind), len(dated), checksum))


def cut(dated: Sequence[str], others: Sequence[str] = ()) -> Cut:
    return {folder: shown for _, folder, shown in pages_of(dated, others)}


def changed(before: Cut, after: Cut) -> set[str]:
    return {folder for folder in before | after if before.get(folder) != after.get(folder)}


def days(count: int) -> list[str]:
    """Handles, the newest first."""
    return [f"d{number}" for number in range(count, 0, -1)]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of three, so that few members cross from one to the next."""
    monkeypatch.setattr(pagination, "A_PAGE", 3)
    monkeypatch.setattr(pagination, "MOST", 5)


def test_a_page_holds_sixty_and_the_first_up_to_119() -> None:
    assert (A_PAGE, MOST) == (60, 119)


@given(dated=st.integers(0, 40), others=HANDLES)
def test_everybody_stands_on_exactly_one_page_in_the_order_of_the_list(dated: int, others: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pagination, "A_PAGE", 3)
        patch.setattr(pagination, "MOST", 5)
        found = cut(days(dated), others)
    shown = [handle for handles in found.values() for handle in handles]
    assert shown == [*days(dated), *sorted(others, key=lambda handle: (checksum(handle), handle))]


@given(dated=st.integers(0, 40), others=HANDLES)
def test_numbered_pages_are_full_and_no_page_is_longer_than_the_first_may_be(dated: int, others: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pagination, "A_PAGE", 3)
        patch.setattr(pagination, "MOST", 5)
        pages = pages_of(days(dated), others)
    sizes = {page.name: len(shown) for page, _, shown in pages}
    assert all(size == 3 for name, size in sizes.items() if isinstance(name, int))
    assert max(sizes.values()) <= 5
    if len(pages) > 1 and not others:
        assert sizes[""] >= 3


@pytest.mark.parametrize("others", [[], [f"u{number}" for number in range(30)], [f"u{number}" for number in range(2)]])
def test_who_comes_newest_turns_the_first_page_alone_and_then_makes_exactly_one_more(
    others: list[str], short: None
) -> None:
    for count in range(3 if others else 0, 40):
        before, after = cut(days(count), others), cut(days(count + 1), others)
        new = set(after) - set(before)
        assert changed(before, after) == {"x/"} | new
        assert len(new) <= 1
        assert not set(before) - set(after)


@given(others=HANDLES, handle=st.from_regex("[a-z]{1,8}", fullmatch=True), dated=st.sampled_from([0, 1, 2, 3, 11]))
def test_who_comes_without_a_day_turns_one_page_or_halves_it(others: list[str], handle: str, dated: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pagination, "A_PAGE", 3)
        patch.setattr(pagination, "MOST", 5)
        before, after = (
            cut(days(dated), others),
            cut(days(dated), [*others, handle] if handle not in others else others),
        )
    turned = changed(before, after)
    # A page that is full for good halves until there is room, so what it held stands on itself and on new pages.
    assert len(turned - (set(after) - set(before))) <= 1
    assert set(before) <= set(after)


def test_those_without_a_day_stand_on_pages_of_about_equal_length() -> None:
    sizes = [len(handles) for handles in cut([], [f"u{number}" for number in range(2000)]).values()]
    assert sum(sizes) == 2000
    assert min(sizes) > 20


def test_few_with_a_day_stand_before_the_first_of_the_others() -> None:
    found = cut(days(5), [f"u{number}" for number in range(500)])
    assert found["x/"][:5] == tuple(days(5))
    assert 20 < len(found["x/"]) <= MOST


def names(page: Pages) -> list[int | str | None]:
    return [link[0] if link else None for link in page.links]


def test_the_first_page_leads_to_the_next_and_the_last_and_others_to_those_around_and_the_oldest() -> None:
    pages = {page.name: page for page, _, _ in pages_of(days(640), ())}
    assert names(pages[""]) == ["", 9, None, 1]
    assert names(pages[9]) == ["", 9, 8, None, 1]
    assert names(pages[5]) == ["", 6, 5, 4, None, 1]
    assert names(pages[3]) == ["", 4, 3, 2, 1]
    assert names(pages[1]) == ["", 2, 1]
    assert [names(page) for page, _, _ in pages_of(days(119), ())] == [[""]]


def test_no_later_page_tells_how_many_there_are() -> None:
    few, many = ({page.name: page for page, _, _ in pages_of(days(count), ())} for count in (400, 4000))
    assert [few[number] for number in (1, 2, 3, 4)] == [many[number] for number in (1, 2, 3, 4)]


def test_a_new_page_is_told_to_its_neighbours_alone() -> None:
    before, after = ({page.name: page for page, _, _ in pages_of(days(count), ())} for count in (659, 660))
    assert set(after) - set(before) == {10}
    assert [name for name in before if before[name] != after[name]] == ["", 9]


def test_pages_lead_to_each_other_from_where_they_stand() -> None:
    first, second, oldest = (pages for pages, _, _ in pages_of(days(200), ()))
    assert (first.previous, first.next) == (None, "../x/page/2/")
    assert (second.previous, second.next) == ("../../../x/", "../../../x/page/1/")
    assert (oldest.previous, oldest.next) == ("../../../x/page/2/", None)
    root = [pages for pages, _, _ in chunks("", tuple(days(120)), 120, checksum)]
    assert [pages.previous for pages in root] == [None, "../../"]


def test_ranges_are_called_by_letters_and_none_by_a_name_that_windows_keeps() -> None:
    found = [page.name for page, _, _ in pages_of([], [f"u{number}" for number in range(1000)])]
    assert found[0] == ""
    assert all(re.fullmatch("[a-moq]+|[a-mopq]+", str(name)) for name in found[1:])
    assert sorted(found) == found


def _lists(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.endswith(".html") and "members/" not in path}


def test_a_newcomer_turns_no_later_page_of_the_directory_and_of_no_value() -> None:
    people = in_order([*crowd(300), *(profile(f"u{number}", "U", skills=tags("Python")) for number in range(130))])
    newcomer = profile("nova", "Nova", on=date(2026, 6, 1), skills=tags("Python", "Sewing"))
    before, after = (_lists(public_files(in_order(each))) for each in (people, [*people, newcomer]))
    turned = {path for path in after if before.get(path) != after[path]}
    assert not [path for path in turned if "/page/" in f"/{path}"]
    assert {"index.html", "skills/python/index.html", "skills/sewing/index.html"} <= turned


def test_who_shows_no_day_turns_one_later_page_of_each_list() -> None:
    people = in_order([*crowd(130), *(profile(f"u{number}", "U", skills=tags("Python")) for number in range(300))])
    newcomer = profile("nova", "Nova", skills=tags("Python"))
    before, after = (_lists(public_files(in_order(each))) for each in (people, [*people, newcomer]))
    turned = [path for path in after if before.get(path) != after[path] and "page/" in path]
    assert len(turned) == 2
    assert {path.removeprefix("skills/python/") for path in turned} == {turned[0].removeprefix("skills/python/")}


def test_what_stands_close_to_a_value_does_not_change_with_people_who_lack_it() -> None:
    here = tuple(profile(f"h{n}", "H", skills=tags("Maps"), interests=tags("Tea")) for n in range(4))
    others = tuple(profile(f"o{n}", "O", skills=tags("Go"), interests=tags("tea")) for n in range(9))
    alone, among = (public_files(in_order(people))["skills/maps/index.html"] for people in (here, here + others))
    assert alone == among
    assert re.search(r">Tea</span> <span class=\"quiet\">4 of them<", alone.decode())


def _offering(count: int, each: str = "Topic{t} number {n}") -> list[PublicProfile]:
    return [
        profile(f"p{n:03}", "P", offers=entries(each.format(n=n, t=n // 10)), skills=tags(f"Topic{n // 10}"))
        for n in range(count)
    ]


def test_one_more_offer_turns_the_first_page_of_offers_and_the_one_it_stands_on() -> None:
    people = _offering(600)
    newcomer = profile("q", "Q", offers=entries("Topic7 once more"), skills=tags("Topic7"))
    before, after = (
        {path: page for path, page in public_files(in_order(each)).items() if path.startswith("offers/")}
        for each in (people, [*people, newcomer])
    )
    turned = {path for path in after if before.get(path) != after[path]}
    assert "offers/index.html" in turned
    assert len(turned) <= 2


def test_one_more_ask_with_a_day_turns_the_first_page_of_asks() -> None:
    def asks(count: int) -> dict[str, bytes]:
        first = date(2026, 8, 1)
        people = [
            profile(f"p{n:03}", "P", asks=entries(f"Wish {n}", since=first + timedelta(hours=8 * n)))
            for n in range(count)
        ]
        return {path: page for path, page in public_files(in_order(people)).items() if path.startswith("asks/")}

    before, after = asks(200), asks(201)
    assert [path for path in after if before.get(path) != after[path]] == ["asks/index.html"]


def test_a_member_s_skills_say_under_which_theme_an_offer_stands() -> None:
    maker = profile("a", "A", offers=entries("Bread and maps and tea"), skills=tags("Maps", "Bread", "Tea"))
    other = replace(maker, handle="b", values={**maker.values, "skills": tags("Tea", "Maps")})
    files = public_files((maker, other))
    page = files["offers/index.html"].decode()
    assert re.findall(r'<h2 class="theme__title" id="theme-([^"]*)"', page) == ["maps", "tea"]
    assert page.count("Bread and maps and tea") == 2
