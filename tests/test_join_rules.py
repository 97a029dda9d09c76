"""What the form goes by: settings of community.yml, the schema, tags in use, and where a pull request begins."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from acquaint.config import DOORS, Community, Join, Reach, Repository, Term, Vocabulary
from acquaint.fields.contacts import KINDS
from acquaint.fields.countries import country_names
from acquaint.fields.handles import RESERVED
from acquaint.fields.reading import Limits
from acquaint.introduction import CONTACTS, NEVER_ASKED
from acquaint.problems import Problem
from acquaint.profiles import PublicProfile
from acquaint.render.joining.examples import EACH, examples
from acquaint.render.joining.rules import MOST_USED, rules
from acquaint.render.people import Person, from_public
from acquaint.shown import Way, Ways, Words
from communities import loaded, write
from render_samples import DAY, PEOPLE, community, crowd, entries, profile, rich, site, tags, words


def people(*profiles: PublicProfile) -> tuple[Person, ...]:
    return tuple(map(from_public, profiles))


def ruled(settings: Community | None = None, language: str = "en", who: tuple[PublicProfile, ...] = PEOPLE) -> Any:
    return json.loads(rules(people(*who), site(language, settings)))


def settled(root: Path, text: str) -> tuple[Community, list[Problem]]:
    read, problems = loaded(write(root, {"community.yml": f"title: Ours\n{text}\n"}))
    return read.community, list(problems)


URL = "https://github.com/northlight/people"
PRIVATE, OPEN = Repository(URL), Repository(URL, visibility="public")
WITHOUT = ("message", "download", "copy")


@pytest.mark.parametrize(
    ("repository", "doors", "there", "is_shown"),
    [
        (PRIVATE, (), WITHOUT, False),
        (OPEN, (), DOORS, True),
        (PRIVATE, ("pull-request", "copy"), ("pull-request", "copy"), True),
        (OPEN, ("copy", "message"), ("copy", "message"), True),
        (Repository(visibility="public"), (), WITHOUT, False),
        (Repository(), ("pull-request", "copy"), ("copy",), False),
    ],
)
def test_a_private_repository_is_named_only_where_the_community_says_so(
    repository: Repository, doors: tuple[str, ...], there: tuple[str, ...], is_shown: bool
) -> None:
    told = ruled(community(repository=repository, join=Join(doors=doors)))
    assert tuple(told["doors"]) == there
    is_public = repository.visibility == "public"
    assert (told["repository"] is not None) == (is_shown or is_public)
    assert (URL in json.dumps(told)) == is_shown


def test_doors_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    read, problems = settled(tmp_path, "join: {doors: [copy, message, copy]}")
    assert (read.join.doors, problems) == (("copy", "message"), [])


def test_an_unknown_door_is_told_with_the_nearest_and_all_there_are(tmp_path: Path) -> None:
    read, problems = settled(tmp_path, "join: {doors: [mesage, telepathy]}")
    assert read.join.doors == ()
    assert [(problem.law.slug, problem.meant) for problem in problems] == [
        ("bad-setting", "message"),
        ("bad-setting", None),
    ]
    assert all(door in str(problem.message) for problem in problems for door in DOORS)
    assert problems[1].fix == f"doors: [{', '.join(DOORS)}]"


def test_the_door_to_a_repository_needs_one(tmp_path: Path) -> None:
    _, problems = settled(tmp_path, "join: {doors: [pull-request]}")
    assert [problem.law.slug for problem in problems] == ["bad-setting"]
    assert "address of the repository" in str(problems[0].message)
    assert settled(tmp_path, f"join: {{doors: [pull-request]}}\nrepository: {{url: {URL}}}")[1] == []


def test_a_field_has_a_vague_and_a_concrete_example(tmp_path: Path) -> None:
    text = "fields: {walk: {type: text, vague: In the woods., concrete: {en: To the ferry., de: Zur Fähre.}}}"
    read, problems = settled(tmp_path, text)
    spec = read.fields["walk"]
    assert problems == []
    assert spec.vague == words("In the woods.")
    assert spec.concrete == Words((("en", "To the ferry."), ("de", "Zur Fähre.")))
    assert read.fields["headline"].vague is None


def test_the_form_asks_for_every_field_but_those_nobody_fills_in() -> None:
    told = ruled()
    names = [field["name"] for field in told["fields"]]
    assert names == [name for name in rich().fields if name not in NEVER_ASKED]
    assert {"sort_as", "instrument", "introduced_by"} <= set(names)
    by_name: Mapping[str, Any] = {field["name"]: field for field in told["fields"]}
    assert by_name["city"] == {
        "name": "city", "kind": "place", "label": "City", "audience": "everyone",
    }  # fmt: skip
    assert (by_name["name"]["audience"], by_name["name"]["widen"]) == ("members", True)
    assert {field["name"]: field["label"] for field in ruled(language="de")["fields"]}["city"] == "Ort"


def test_limits_names_and_kinds_are_those_that_a_file_is_read_with() -> None:
    told = ruled()
    assert told["limits"] == {"line": Limits().line, "prose": Limits().prose, "items": Limits().items, "brackets": 200}
    assert told["handle"] == {"most": 39, "reserved": sorted(RESERVED)}
    assert dict(told["contacts"]) == {kind: each.label for kind, each in KINDS.items()}
    assert list(CONTACTS) == list(KINDS)
    assert {first + second for first, ends in told["countries"].items() for second in ends} == set(country_names("en"))
    assert dict(ruled(language="de")["contacts"])["phone"] == "Telefon"


def test_a_term_stands_with_everything_that_means_it() -> None:
    term = Term("Baking", "baking", ("bread making",), {"zh": "烘焙"})
    spelt = {"baking": term, "bread-making": term, "烘焙": term}
    settings = replace(community(), vocabulary={"skills": Vocabulary(spelt, closed=True)})
    terms = {"en": [["Baking", "bread making", "烘焙"]], "zh": [["烘焙", "Baking", "bread making"]]}
    for language, those in terms.items():
        assert ruled(settings, language)["vocabulary"] == {"skills": {"closed": True, "terms": those}}, (
            "the page's first"
        )


def test_tags_in_use_come_most_used_first_and_never_too_many() -> None:
    many = tags(*(f"tag {number:03}" for number in range(MOST_USED + 9)))
    told = ruled(who=(profile("a", "A", skills=many), profile("b", "B", skills=tags("tag 050", "Zither"))))
    assert told["used"]["skills"][:3] == ["tag 050", "Zither", "tag 000"]
    assert len(told["used"]["skills"]) == MOST_USED
    assert set(told["used"]) == {"skills"}


def test_what_members_use_to_be_reached_is_no_suggestion_and_no_example() -> None:
    way = Ways((Way("wechat", "WeChat", "ada_l_77", None),))
    ada = profile("ada", "Ada", contact=way, skills=tags("ada_l_77", "Maps"), headline=words("Ask ada_l_77"))
    assert ruled(who=(ada,))["used"] == {"skills": ["Maps"]}
    assert examples(people(ada), site())["headline"] == ()


def test_the_files_of_drafts_are_named() -> None:
    assert ruled(who=tuple(profile(handle, handle) for handle in ("zoe", "ada", "adele", "x")))["shards"] == [
        "ad",
        "x",
        "zo",
    ]


def test_nothing_in_the_rules_ends_the_element_they_stand_in() -> None:
    hostile = replace(
        community(), title=words("</script><script>alert(1)</script>"), reach=Reach("a@b.example", words("<!--"))
    )
    text = str(rules((), site(settings=hostile)))
    assert "<" not in text
    assert json.loads(text)["community"] == "</script><script>alert(1)</script>"


def test_examples_are_others_every_day_and_of_the_language_of_the_page() -> None:
    crowd_ = tuple(
        profile(f"m{n}", "M", headline=words(f"Headline {n}"), offers=entries(f"Offer {n}")) for n in range(7)
    )
    german = profile("jan", "Jan", "de", headline=words("Ich backe", "de"))
    today = examples(people(*crowd_, german), site())
    tomorrow = examples(people(*crowd_, german), replace(site(), day=DAY + timedelta(days=1)))
    assert len(today["headline"]) == len(set(today["headline"])) == EACH
    assert today["headline"] != tomorrow["headline"]
    assert today["asks"] == ()
    assert all(text.lang is None for text in today["headline"])
    assert [text.text for text in examples(people(*crowd_, german), site("de"))["headline"]] == ["Ich backe"]


def test_the_rules_of_a_thousand_members_stay_small() -> None:
    skills = [f"{subject} {craft}" for subject in "Atlas Brook Cedar Delta Ember Fjord".split() for craft in range(40)]
    many = tuple(
        replace(
            one,
            handle=f"{'abcdefghijklmnopqrstuvwxyz'[n % 26]}{n}",
            values={"skills": tags(*skills[n % 200 : n % 200 + 9])},
        )
        for n, one in enumerate(crowd(1_000))
    )
    terms = {
        f"term-{n}": Term(f"Term {n}", f"term-{n}", (f"also {n}",), {"zh": f"词{n}", "de": f"Wort {n}"})
        for n in range(120)
    }
    big = replace(rich(), vocabulary={"skills": Vocabulary(terms)})
    assert len(gzip.compress(rules(people(*many), site(settings=big)).encode())) < 8_000
