import json
from dataclasses import replace
from datetime import date

import pytest

from acquaint.profiles import PublicProfile
from acquaint.render.machines import data
from acquaint.shown import Shown, ShownLink, ShownLinks, Way, Ways
from acquaint.slugs import slug
from acquaint.values import Audience
from render_samples import (
    ADA,
    EDITIONS,
    LIJING,
    PEOPLE,
    PICTURE,
    community,
    crowd,
    entries,
    internal_files,
    profile,
    public_files,
    tags,
    words,
)


def member(files: dict[str, bytes], handle: str) -> dict[str, object]:
    found: dict[str, object] = next(
        one for one in json.loads(files["members.json"])["members"] if one["handle"] == handle
    )
    return found


def test_what_is_shown_is_read_back() -> None:
    ada = member(public_files(), "ada")
    assert ada["display_name"] == "Ada"
    assert ada["joined"] == date(2026, 3, 1).isoformat()
    assert ada["page"] == "members/ada/"
    values = ada["values"]
    assert isinstance(values, dict)
    assert values["headline"] == "I untangle slow data pipelines"
    assert values["skills"][1] == {"text": "C++", "slug": slug("C++")}
    assert values["availability"] == [{"text": "mentoring", "slug": "mentoring", "until": "2027-01-31"}]
    assert values["asks"] == [
        {"text": "An introduction to a climate team", "lang": "en", "since": "2026-11-01"},
    ]
    assert values["country"] == "DE"
    assert values["languages"] == ["en", "de"]
    assert values["bio"] == "I came to data by rail."
    assert values["avatar"] == "members/ada/avatar.jpg"


def test_a_text_in_several_languages_is_an_object() -> None:
    values = member(public_files(), "lijing")["values"]
    assert isinstance(values, dict)
    assert values["headline"] == {"zh": "把数据讲成故事", "de": "Daten als Geschichten"}


def test_what_nobody_said_is_not_there() -> None:
    assert member(public_files(), "bo")["values"] == {}
    assert "joined" not in member(public_files(), "salma")


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_no_way_to_reach_anybody_stands_in_the_data_opened_or_not(edition: str) -> None:
    text = EDITIONS[edition]()["members.json"].decode()
    assert "@example.org" not in text
    assert "@private.example" not in text
    assert "mailto:" not in text
    assert "https://ada.example/" in text


def test_an_opened_way_is_left_out_of_everything_else_they_say() -> None:
    ways = (Way("email", "E-mail", "kim@x.example", "mailto:kim@x.example"), Way("phone", "Phone", "+49 30 12", None))
    values: dict[str, Shown] = {
        "headline": words("Write to KIM@X.example, call +49\u00a030 12"),
        "offers": entries("Ask kim@x.example or kim@x.examples", "微信kim@x.example谢谢"),
        "skills": tags("kim@x.example", "Python"),
        "links": ShownLinks(
            (ShownLink("Blog of kim@x.example", "https://kim.example/"), ShownLink("x", "mailto:a@b.c"))
        ),
        "contact": Ways((*ways, Way("matrix", "Matrix", "python", "https://chat.example/python"))),
    }
    for edition in EDITIONS.values():
        found = member(edition((PublicProfile("kim", "Kim", "en", None, values),)), "kim")["values"]
        assert isinstance(found, dict)
        assert found["headline"] == "Write to …, call …"
        assert [entry["text"] for entry in found["offers"]] == ["Ask … or kim@x.examples", "微信…谢谢"]
        assert [tag["text"] for tag in found["skills"]] == ["Python"]
        assert found["links"] == [{"label": "Blog of …", "url": "https://kim.example/"}]
        assert "contact" not in found


def test_only_a_picture_with_a_file_is_named() -> None:
    files = public_files((profile("kim", "Kim", avatar=PICTURE, instrument=PICTURE),))
    assert member(files, "kim")["values"] == {"avatar": "members/kim/avatar.jpg"}


def test_strangers_are_not_told_of_fields_they_can_never_see() -> None:
    settings = community()
    hidden = replace(settings.fields["instrument"], visibility=Audience.MEMBERS)
    settings = replace(settings, fields={**settings.fields, "instrument": hidden})
    assert "instrument" not in json.loads(public_files((), settings)["members.json"])["fields"]
    assert "contact" in json.loads(public_files((), settings)["members.json"])["fields"]
    assert "instrument" in json.loads(internal_files((), settings)["members.json"])["fields"]


def test_the_internal_data_name_what_is_private() -> None:
    ada, bo = (member(internal_files(), handle) for handle in ("ada", "bo"))
    assert ada["private"] == ["skills", "asks", "bio", "name", "company", "birthday", "introduced_by"]
    assert bo["listed"] == "members"
    assert "private" not in member(public_files(), "ada")


def test_every_field_is_described() -> None:
    fields = json.loads(public_files()["members.json"])["fields"]
    assert fields["skills"] == {"label": "Skills", "type": "tags"}
    assert fields["instrument"] == {"label": "Instrument", "type": "text"}


def test_many_members_are_split_and_the_first_file_names_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "MEMBERS_A_FILE", 4)
    files = public_files(crowd(9))
    first = json.loads(files["members.json"])
    assert first["parts"] == ["members.json", "members-2.json", "members-3.json"]
    handles = [one["handle"] for name in first["parts"] for one in json.loads(files[name])["members"]]
    assert handles == [one.handle for one in crowd(9)]
    assert {json.loads(files[name])["version"] for name in first["parts"]} == {1}


def test_who_leaves_takes_one_line_along() -> None:
    before = public_files(PEOPLE)["members.json"].splitlines()
    after = public_files((ADA, LIJING, *PEOPLE[3:]))["members.json"].splitlines()
    assert len(set(before) - set(after)) == 1
