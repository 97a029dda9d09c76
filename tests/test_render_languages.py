"""Several languages in one site: each with pages of its own below its own folder, and all of them the same pages."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from acquaint.config import Community, Term, Vocabulary
from acquaint.shown import Entries, Entry, Plain, Words
from render_samples import ADA, BO, EDITIONS, LIJING, community, interface, profile, public_files, tags, words

LANGUAGES = ("en", "zh", "de")


def trilingual() -> Community:
    teaching = Term("Teaching", "teaching", ("tutoring",), {"zh": "教学", "de": "Unterrichten"})
    return community(
        languages=LANGUAGES,
        base_url="https://people.example/",
        description=Words((("en", "People who help."), ("zh", "互相帮忙的人。"))),
        vocabulary={"skills": Vocabulary({"teaching": teaching, "tutoring": teaching, "教学": teaching})},
    )


QUILL = profile(
    "quill",
    "Quill",
    on=date(2026, 3, 14),
    nickname=Words((("en", "Quill"), ("zh", "羽毛"))),
    headline=Words((("en", "I write letters"), ("zh", "我替人写信"))),
    skills=tags("Teaching", "Maps"),
    city=Words((("en", "Beijing"), ("zh", "北京"))),
    offers=Entries((Entry("Half an hour", "en"),)),
    asks=Entries((Entry("A smaller flat", "en", date(2026, 11, 1)),)),
)
MOTH = profile("moth", "Moth", skills=tags("Teaching"), city=words("Beijing"), timezone=Plain("Asia/Shanghai"))
PEOPLE = (QUILL, MOTH)


def pages(language: str) -> dict[str, str]:
    folder = "" if language == "en" else f"{language}/"
    files = public_files(PEOPLE, trilingual())
    others = tuple(f"{one}/" for one in LANGUAGES[1:] if one != language)
    found = {path: content.decode() for path, content in files.items() if path.endswith("index.html")}
    return {
        path.removeprefix(folder): text
        for path, text in found.items()
        if path.startswith(folder) and not path.startswith(others)
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_stands_in_every_language(edition: str) -> None:
    files = EDITIONS[edition]((ADA, LIJING, BO), trilingual())
    first = {path for path in files if path.endswith("index.html") and not path.startswith(("zh/", "de/"))}
    for language in ("zh", "de"):
        there = {path.removeprefix(f"{language}/") for path in files if path.startswith(f"{language}/")}
        assert first <= there


def test_a_page_says_in_which_language_it_is() -> None:
    for language in LANGUAGES:
        for path, text in pages(language).items():
            assert f'<html lang="{language}" dir="ltr">' in text, (language, path)


def test_a_text_with_a_translation_stands_in_the_page_s_language() -> None:
    chinese = pages("zh")["members/quill/index.html"]
    assert "我替人写信" in chinese
    assert "羽毛" in chinese
    assert "I write letters" not in chinese


def test_a_text_without_one_stays_in_its_own_with_its_lang() -> None:
    german = pages("de")["members/quill/index.html"]
    assert re.search(r'class="profile__headline[^>]*lang="en">I write letters<', german)
    assert 'lang="en">Half an hour' in german
    assert 'lang="en">Half an hour' not in pages("en")["members/quill/index.html"]


def test_a_tag_of_the_vocabulary_is_spelt_as_the_page_s_language_has_it() -> None:
    assert {"Teaching", "教学", "Unterrichten"} == {
        name
        for language in LANGUAGES
        for name in re.findall(r"hero__title\"><span[^>]*>(.*?)<", pages(language)["skills/teaching/index.html"])
    }


def test_an_address_is_the_same_in_every_language() -> None:
    assert "city/beijing/index.html" in pages("zh")
    assert not [path for path in pages("zh") if "北京" in path]
    assert set(pages("zh")) == set(pages("en"))


def test_people_in_a_city_with_two_names_are_found_together() -> None:
    page = pages("zh")["city/beijing/index.html"]
    assert "members/quill/" in page
    assert "members/moth/" in page


def test_dates_and_counts_are_those_of_the_language() -> None:
    told = {language: unescape(pages(language)["members/quill/index.html"]) for language in LANGUAGES}
    assert "March 2026" in told["en"]
    assert "2026年3月" in told["zh"]
    assert "März 2026" in told["de"]


def test_the_switch_leads_to_the_same_page_and_names_each_language_itself() -> None:
    page = pages("zh")["skills/teaching/index.html"]
    links = re.findall(r'data-part="language" href="([^"]*)" lang="(\w+)" hreflang="\w+">(.*?)</a>', page)
    assert links == [
        ("../../../skills/teaching/", "en", "English"),
        ("../../../de/skills/teaching/", "de", "Deutsch"),
    ]
    assert '<span class="languages__here" lang="zh" aria-current="true">中文</span>' in page


def test_alternates_name_every_language_and_the_first_for_all_others() -> None:
    page = pages("de")["asks/index.html"]
    alternates = dict(re.findall(r'hreflang="([\w-]+)" href="(https:[^"]*)"', page))
    assert alternates == {
        "en": "https://people.example/asks/",
        "zh": "https://people.example/zh/asks/",
        "de": "https://people.example/de/asks/",
        "x-default": "https://people.example/asks/",
    }
    assert '<link rel="canonical" href="https://people.example/de/asks/">' in page


def test_a_site_in_one_language_has_no_switch_and_no_alternates() -> None:
    page = public_files((ADA,))["index.html"].decode()
    assert "languages__" not in page
    assert "hreflang" not in page


def test_pictures_and_assets_stand_once_for_all_languages() -> None:
    files = public_files((ADA,), trilingual())
    assert [path for path in files if path.endswith("avatar.jpg")] == ["members/ada/avatar.jpg"]
    assert 'src="../../../members/ada/avatar.jpg"' in files["zh/members/ada/index.html"].decode()
    assert 'href="../../../assets/style.css"' in files["zh/members/ada/index.html"].decode()


def test_each_language_has_search_data_in_its_words() -> None:
    files = public_files(PEOPLE, trilingual())
    assert "教学" in files["zh/search/columns/0.json"].decode()
    assert "Unterrichten" in files["de/search/columns/0.json"].decode()
    assert "Teaching" in files["search/columns/0.json"].decode()


def test_a_tag_is_found_by_its_spelling_in_any_language_on_every_page() -> None:
    for folder in ("", "zh/", "de/"):
        texts = public_files(PEOPLE, trilingual())[f"{folder}search/texts/0.json"].decode()
        assert all(name in texts for name in ("Teaching", "教学", "Unterrichten", "tutoring"))


def test_parts_of_a_list_stand_as_the_language_has_them() -> None:
    assert interface("zh").listed(["一", "二"]) == "一、二"
    assert interface("de").listed(["eins", "zwei"]) == "eins, zwei"


def test_a_language_that_nobody_translated_has_an_english_interface_and_its_own_texts() -> None:
    french = community(languages=("fr",), description=words("Des gens qui s'entraident.", "fr"))
    page = public_files((ADA,), french)["index.html"].decode()
    assert '<html lang="en" dir="ltr">' in page
    assert 'lang="fr">Des gens' in page


@pytest.mark.parametrize("variants", [("zh-Hans", "zh-Hant"), ("de", "de-AT"), ("pt-BR", "pt-PT")])
def test_two_variants_of_a_language_stand_beside_each_other(variants: tuple[str, ...]) -> None:
    titled = Words(tuple((tag, f"Title in {tag}") for tag in variants))
    files = public_files((ADA,), replace(community(languages=variants), title=titled))
    for tag, folder in zip(variants, ("", f"{variants[1].lower()}/"), strict=True):
        assert f"Title in {tag}" in files[f"{folder}index.html"].decode()


def test_a_variant_is_served_by_its_language_where_it_has_no_version_of_its_own() -> None:
    told = Words((("en", "Hello"), ("de-AT", "Servus"), ("de", "Hallo")))
    assert [told.pick(tag)[1] for tag in ("de", "de-AT", "de-CH", "en-GB", "fr")] == [
        *("Hallo", "Servus", "Hallo", "Hello", "Hello"),
    ]


def test_a_chinese_page_names_the_country_before_the_city() -> None:
    files = public_files((ADA,), trilingual())
    place = r'card__place">\s*<span[^>]*>(.*?)</span>(.*?)<span[^>]*>(.*?)</span>'
    said = [re.search(place, files[f"{folder}index.html"].decode()) for folder in ("", "zh/")]
    assert [match.groups() for match in said if match] == [("Berlin", ", ", "Germany"), ("德国", " · ", "Berlin")]


def test_values_are_in_the_order_of_the_page_s_language() -> None:
    people = (profile("a", "A", skills=tags("Örtlich", "Zange", "Apfel")),)
    page = public_files(people, community(languages=("de",)))["skills/index.html"].decode()
    shown = re.findall(r'class="value" href="[^"]*"><span[^>]*>(.*?)<', page)
    assert shown == ["Apfel", "Örtlich", "Zange"]
