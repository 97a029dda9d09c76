"""The search's files: what they hold, how they are cut, and how little of them an edit changes."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.config import Term, Vocabulary
from acquaint.profiles import PublicProfile
from acquaint.search import BLOCK, Document, Level, Passage, shard_name
from acquaint.search.collation import sort_key
from acquaint.search.columns import MEMBERS_A_FILE, columns
from acquaint.search.documents import Column, Value
from acquaint.search.numbers import gaps, letters
from acquaint.search.terms import MOST_IN_A_SHARD, TermIndex, levels
from acquaint.shown import CountryCode, LanguageCodes, Way, Ways
from render_samples import EDITIONS, PEOPLE, community, crowd, entries, profile, public_files, tags, words


def numbers(written: str) -> list[int]:
    """What `letters` wrote."""
    found, number = [], 0
    for letter in written:
        number = number * 26 + (ord(letter) - (97 if letter.islower() else 65))
        if letter.isupper():
            found.append(number)
            number = 0
    return found


def ungapped(written: str) -> list[int]:
    """What `gaps` wrote."""
    found: list[int] = []
    for gap in numbers(written):
        found.append(gap + (found[-1] + 1 if found else 0))
    return found


def document(*passages: Passage, handle: str = "ada", zone: str = "") -> Document:
    return Document(handle, handle, zone, passages)


def tag(text: str, *also: str) -> Passage:
    return Passage("Skills", text, None, Level.TAG, is_value=True, also=also)


def prose(text: str) -> Passage:
    return Passage("Introduction", text, None, Level.PROSE)


def data(files: dict[str, bytes], name: str) -> Any:
    return json.loads(files[f"search/{name}"])


def terms_of(files: dict[str, bytes]) -> dict[str, Any]:
    shards = [json.loads(content) for path, content in files.items() if path.startswith("search/terms/")]
    return {term: row for shard in shards for term, row in shard.items()}


@given(st.lists(st.integers(0, 10**7), unique=True).map(sorted))
def test_numbers_come_back_from_their_letters(some: list[int]) -> None:
    assert numbers("".join(map(letters, some))) == some
    assert ungapped(gaps(some)) == some


@given(st.lists(st.integers(0, 10**9), max_size=20))
def test_no_row_of_numbers_holds_a_digit_or_a_sign(some: list[int]) -> None:
    written = "".join(map(letters, some))
    assert written == "" or (written.isalpha() and written.isascii())


def test_a_word_that_is_the_whole_of_a_tag_ranks_above_one_in_it() -> None:
    found = levels(document(tag("Python"), tag("Data engineering"), prose("I enjoy data and python")))
    assert (found["python"], found["data"], found["enjoy"]) == (Level.WHOLE, Level.TAG, Level.PROSE)


def test_a_tag_of_two_words_is_found_written_together() -> None:
    assert levels(document(tag("Front End")))["frontend"] is Level.WHOLE
    assert levels(document(tag("Node.js")))["nodejs"] is Level.WHOLE
    assert levels(document(prose("a front-end of sorts")))["frontend"] is Level.PROSE
    assert "dataengineeringatscale" not in levels(document(tag("Data engineering at scale")))


def test_signs_belong_to_the_tag_they_make() -> None:
    assert {"c", "c++", "c#", ".net", "net", "r"} == set(levels(document(*map(tag, ["C", "C++", "C#", ".NET", "R"]))))
    assert levels(document(tag(".NET")))[".net"] is Level.WHOLE


def test_other_spellings_are_found_like_the_tag_itself() -> None:
    assert levels(document(tag("Kubernetes", "k8s", "容器编排")))["k8s"] is Level.WHOLE
    assert "容器" in levels(document(tag("Kubernetes", "k8s", "容器编排")))


def test_common_words_find_nobody_in_sentences_but_are_tags_like_any_other() -> None:
    index = TermIndex([document(prose("I go with the flow"), tag("Go"))])
    assert index.whole("go")
    assert "with" not in levels(document(prose("go with it")))


def test_a_shard_that_grows_too_large_is_left_by_what_begins_alike() -> None:
    many = [
        document(tag(f"ab{number}"), tag(f"x{number}"), handle=f"m{number}") for number in range(MOST_IN_A_SHARD // 3)
    ]
    shards = TermIndex(many).shards()
    assert len(shards) > 1
    for begins, text in shards.items():
        for term in json.loads(text):
            assert begins == max((one for one in shards if term.startswith(one)), key=len), (begins, term)


def test_there_is_a_shard_for_what_begins_like_nothing_else() -> None:
    assert TermIndex([document()]).shards() == {"": "{}"}


def test_a_small_community_has_one_shard() -> None:
    assert list(TermIndex([document(tag("Python"))]).shards()) == [""]
    assert shard_name("") == "all"
    assert shard_name("ab数") == "61-62-6570"


def test_a_mistyped_word_is_compared_with_those_that_more_than_one_introduction_says() -> None:
    once, twice = document(prose("albatross pelican"), tag("Python")), document(prose("pelican"), handle="bo")
    assert TermIndex([once, twice]).words().split() == ["pelican", "python"]


def test_columns_are_cut_by_the_members_numbers() -> None:
    some = [document(handle=f"m{number}", zone="Europe/Berlin") for number in range(MEMBERS_A_FILE + 2)]
    column = Column("city", "City", None, (Value("oslo", "Oslo", None, ("m1", f"m{MEMBERS_A_FILE + 1}")),))
    first, second = columns([column], some)
    assert first["fields"] == [[["oslo", "Oslo", None, gaps([1])]]]
    assert second["fields"] == [[["oslo", "Oslo", None, gaps([1])]]]
    assert second["zones"] == [["Europe/Berlin", gaps([0, 1])]]


def test_names_are_in_the_language_s_order() -> None:
    names = ["Zoë", "李静", "Ängström", "阿木", "ada", "王五", "★ star", "桜井"]
    in_english = sorted(names, key=lambda name: sort_key(name, "en"))
    in_chinese = sorted(names, key=lambda name: sort_key(name, "zh"))
    assert in_english == ["ada", "Ängström", "Zoë", "阿木", "李静", "王五", "桜井", "★ star"]
    assert in_chinese == ["阿木", "李静", "王五", "桜井", "ada", "Ängström", "Zoë", "★ star"]


def test_sort_as_says_where_a_name_stands() -> None:
    people = (profile("ada", "Ada", nickname=words("Ada"), sort_as=words("Zz")), profile("bo", "Bo"))
    assert numbers(data(public_files(people), "names.json")) == [0, 1]  # bo, the last of the directory, then ada


def test_the_newest_member_comes_last_so_that_nobody_else_moves() -> None:
    before, after = public_files(crowd(40)), public_files((profile("new", "New", on=date(2026, 11, 1)), *crowd(40)))
    same = [
        path for path in before if path.startswith(("search/cards/", "search/texts/")) and before[path] == after[path]
    ]
    assert len(same) == 2 * 40 // BLOCK


def test_an_edit_changes_the_files_of_its_own_block_and_words_only() -> None:
    people = tuple(
        profile(f"m{n}", f"M{n}", on=date(2026, 1, 1) - timedelta(n), headline=words(f"I grow thing{n}"))
        for n in range(40)
    )
    edited = (*people[:20], profile("m20", "M20", on=people[20].joined, headline=words("I bake")), *people[21:])
    before, after = public_files(people), public_files(edited)
    changed = {path for path in after if path.startswith("search/") and before.get(path) != after[path]}
    assert changed == {"search/cards/2.txt", "search/texts/2.json", "search/terms/all.json", "search/words.json"}


def test_countries_and_languages_are_found_by_their_other_names() -> None:
    person = profile("ada", "Ada", country=CountryCode("DE"), languages=LanguageCodes(("zh",)))
    found = terms_of(public_files((person,), community(languages=("en", "fr"))))
    assert {"germany", "deutschland", "allemagne", "de", "chinese", "中文", "chinois"} <= set(found)


def test_a_tag_is_found_by_every_spelling_the_community_agreed_on() -> None:
    term = Term("Kubernetes", "kubernetes", ("k8s",), {"zh": "容器编排"})
    agreed = {"skills": Vocabulary({"kubernetes": term, "k8s": term})}
    found = terms_of(public_files((profile("ada", "Ada", skills=tags("Kubernetes")),), community(vocabulary=agreed)))
    assert {"k8s", "容器", "kubernetes"} <= set(found)


def test_a_field_that_is_not_searchable_is_in_no_file() -> None:
    person = profile("ada", "Ada", instrument=words("Hurdygurdy"), not_for=entries("Recruiting"))
    files = public_files((person,))
    search = b"".join(content for path, content in files.items() if path.startswith("search/")).decode().lower()
    assert "hurdygurdy" not in search
    assert "recruiting" not in search


@pytest.mark.parametrize("edition", list(EDITIONS))
def test_a_way_that_somebody_opened_is_no_search_data_for_strangers(edition: str) -> None:
    ways = Ways((Way("email", "E-mail", "kim@x.example", "mailto:kim@x.example"),))
    kim = PublicProfile("kim", "Kim", "en", None, {"headline": words("Write to kim@x.example"), "contact": ways})
    files = EDITIONS[edition]((kim,))
    search = b"".join(
        content for path, content in files.items() if path.startswith("search/") and path.endswith(".json")
    )
    assert (b"x.example" in search) is (edition == "internal")


def test_what_only_members_see_is_searched_by_members_only() -> None:
    public, internal = (terms_of(files(PEOPLE)) for files in EDITIONS.values())
    private = {"lindqvist", "northwind", "salary"}
    assert private & set(public) == set()
    assert private <= set(internal)
