"""The page about the community, the faces of the day, and what stands close by: numbers of what this edition shows."""

import re
from datetime import date, timedelta

import pytest

from acquaint.config import Join, Repository, Welcome
from acquaint.profiles import InternalDirectory, InternalProfile
from acquaint.render import render_internal
from acquaint.render.charts import FULL, charts
from acquaint.render.facets import Row, gather, row
from acquaint.render.neighbours import Related
from acquaint.render.people import Person, from_public
from acquaint.render.today import FACES, faces_of_the_day
from acquaint.shown import Plain, Shown
from render_samples import ADA, DAY, EDITIONS, THEME, community, crowd, profile, public_files, site, tags, words


def rows(people: tuple[Person, ...]) -> tuple[Row, ...]:
    return tuple(row(person, site().interface) for person in people)


PEOPLE = tuple(
    from_public(each)
    for each in (
        profile("a", "A", on=date(2026, 9, 1), skills=tags("Maps", "Tea"), timezone=Plain("Asia/Kolkata")),
        profile("b", "B", on=date(2026, 11, 1), skills=tags("Maps", "Tea", "Silk"), timezone=Plain("Europe/Berlin")),
        profile("c", "C", on=date(2026, 9, 9), skills=tags("Maps", "Go"), timezone=Plain("Nowhere/None")),
        profile("d", "D", skills=tags("Tea", "Silk"), interests=tags("Chess")),
    )
)


def drawn(name: str) -> list[tuple[str, int, int]]:
    here = site()
    chart = next(
        chart for chart in charts(PEOPLE, gather(rows(PEOPLE), here.interface), "../", here) if chart.name == name
    )
    return [(bar.text.text, bar.count, bar.width) for bar in chart.bars]


def test_a_chart_counts_people_and_draws_what_two_share_in_proportion() -> None:
    assert drawn("skills") == [("Maps", 3, FULL), ("Tea", 3, FULL), ("Silk", 2, 66)]


def test_what_no_two_people_share_has_no_chart() -> None:
    here = site()
    names = [chart.name for chart in charts(PEOPLE, gather(rows(PEOPLE), here.interface), "../", here)]
    assert names == ["skills", "zones", "joins"]


def test_time_zones_are_counted_from_west_to_east_on_the_build_day() -> None:
    assert [row[:2] for row in drawn("zones")] == [("UTC+1", 1), ("UTC+5:30", 1)]


def test_joins_are_counted_by_months_without_gaps() -> None:
    told = [row[:2] for row in drawn("joins")]
    assert told == [("September 2026", 2), ("October 2026", 0), ("November 2026", 1)]


def test_joins_over_many_years_are_counted_by_years() -> None:
    here = site()
    people = tuple(from_public(profile(f"m{year}", "M", on=date(year, 5, 1))) for year in (2019, 2026, 2021))
    joins = list(charts(people, (), "", here))[-1]
    assert [bar.text.text for bar in joins.bars] == [str(year) for year in range(2019, 2027)]
    assert sum(bar.count for bar in joins.bars) == 3


def test_a_chart_reads_as_a_table() -> None:
    page = public_files((ADA, profile("kim", "Kim", skills=tags("Python"))))["community/index.html"].decode()
    rows = re.findall(r'<th class="chart__label" scope="row">.*?>Python<.*?<td class="chart__number">(\d+)</td>', page)
    assert rows == ["2"]
    assert page.count('<svg class="chart__svg"') == page.count('aria-hidden="true" focusable="false"><rect')


def test_the_public_numbers_are_of_public_values_alone() -> None:
    public = tuple(profile(name, name.title(), skills=tags("Maps")) for name in ("ann", "ben"))
    hidden: dict[str, Shown] = {"skills": tags("Maps", "Salary talks"), "city": words("Oslo")}
    inside = tuple(InternalProfile(each, each.display_name, hidden, True) for each in public)
    files = {f.path: f.content for f in render_internal(InternalDirectory(inside, DAY), community(), THEME)}
    assert b"Salary talks" in files["community/index.html"]
    assert b"Salary talks" not in public_files(public)["community/index.html"]
    assert b"Oslo" not in public_files(public)["community/index.html"]


def test_who_sees_what_is_told_from_the_schema() -> None:
    page = public_files((ADA,))["community/index.html"].decode()
    rows = re.findall(r'<th class="seen__what" scope="row">(.*?)</th><td>(.*?)</td>', page)
    assert [told for _, told in rows] == [
        "see it, unless you keep it among members",
        "see it only if you open it",
        "never see it",
    ]
    assert "Contact" in rows[1][0]
    assert "Introduced by" in rows[2][0]
    assert "Instrument" in rows[0][0]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_page_says_how_to_leave_and_for_whom_it_is(edition: str) -> None:
    settings = community(
        repository=Repository("https://git.example/ours", visibility="public"),
        welcome=Welcome((words("You bake."),), (words("You sell."),)),
        join=Join(words("Come along.")),
    )
    page = EDITIONS[edition]((ADA,), settings)["community/index.html"].decode()
    for told in ("You bake.", "You sell.", "https://git.example/ours", "Come along.", "listing: nobody"):
        assert told in page


def test_where_a_private_repository_is_only_members_read() -> None:
    settings = community(repository=Repository("https://git.example/ours"))
    told = {name: files((ADA,), settings)["community/index.html"] for name, files in EDITIONS.items()}
    assert b"git.example" in told["internal"]
    assert b"git.example" not in told["public"]


def test_everybody_stands_on_the_home_page_as_often_as_everybody_else() -> None:
    people = tuple(map(from_public, crowd(20)))
    days = [DAY + timedelta(days=number) for number in range(20)]
    shown = [person.handle for day in days for person in faces_of_the_day(people, day)]
    assert {shown.count(person.handle) for person in people} == {FACES}


def test_other_faces_stand_there_every_day() -> None:
    people = tuple(map(from_public, crowd(20)))
    today, tomorrow = (faces_of_the_day(people, DAY + timedelta(days=number)) for number in (0, 1))
    assert not {one.handle for one in today} & {one.handle for one in tomorrow}


def test_a_small_community_is_there_every_day_each_once() -> None:
    people = tuple(map(from_public, crowd(3)))
    assert {one.handle for one in faces_of_the_day(people, DAY)} == {"m00000", "m00001", "m00002"}
    assert faces_of_the_day((), DAY) == ()


def test_close_by_stands_what_those_who_share_a_value_share_besides() -> None:
    here = site()
    maps = next(
        value for facet in gather(rows(PEOPLE), here.interface) for value in facet.values if value.slug == "maps"
    )
    related = Related(rows(PEOPLE)).of("skills", maps, "../../")
    assert [(one.text.text, one.href, one.shared) for one in related] == [("Tea", "../../skills/tea/", 2)]


def test_what_one_person_combines_is_no_neighbourhood() -> None:
    here = site()
    go = next(value for facet in gather(rows(PEOPLE), here.interface) for value in facet.values if value.slug == "go")
    assert Related(rows(PEOPLE)).of("skills", go, "") == ()


def test_the_more_two_values_share_the_closer_their_arches_stand() -> None:
    same = tuple(from_public(profile(f"s{n}", "S", skills=tags("One", "Other"))) for n in range(3))
    apart = tuple(from_public(profile(f"o{n}", "O", skills=tags("One"))) for n in range(9))
    here = site()

    def distance(people: tuple[Person, ...]) -> int:
        one = next(value for value in gather(rows(people), here.interface)[0].values if value.slug == "one")
        return Related(rows(people)).of("skills", one, "")[0].apart

    assert distance(same) < distance(same + apart)
