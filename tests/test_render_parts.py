"""The small parts of the pages: initials, names of things, numbers of pages, and that every text arrives escaped."""

import json
import re
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.profiles import PublicProfile
from acquaint.render import addresses
from acquaint.render.initials import HUES, initials
from acquaint.render.naming import country, day_of, day_of_every_year, language_name, month_of, writing_direction
from acquaint.render.unreachable import Unreachable, folded_case
from acquaint.shown import LanguageCodes, Plain, Shown, ShownLink, ShownLinks, Tag, Tags, Way, Ways
from chance import examples
from render_samples import community, entries, interface, internal_files, profile, public_files, words


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ada Lindqvist", "AL"),
        ("María José García", "MG"),
        ("@ada", "A"),
        ("李小明", "李"),
        ("محمد علي", "م"),
        ("éclair", "É"),
        ("e\u0301clair", "E\u0301"),
        ("ß", "ß"),
        ("🦊", "F"),
        ("", "F"),
        ("42 cats", "4C"),
    ],
)
def test_initials_come_from_the_name_else_from_the_handle(name: str, letters: str) -> None:
    assert initials(name, "fox").letters == letters


def test_the_hue_is_the_handle_s_for_good() -> None:
    assert initials("Ada", "ada").hue == initials("李", "ada").hue == 3
    assert {initials("x", f"m{i}").hue for i in range(200)} == set(range(HUES))


def test_countries_languages_and_days_have_names() -> None:
    assert country("DE", "zh") == "德国"
    assert country("ZZZ", "en") == "ZZZ"
    assert language_name("pt-BR", "en") == "Portuguese (Brazil)"
    assert language_name("tlh", "de") == "Klingonisch"
    assert language_name("xx-yy", "en") == "xx-yy"
    assert (month_of(date(2026, 3, 1), "en"), day_of(date(2026, 3, 14), "en")) == ("March 2026", "14 March 2026")
    assert (day_of_every_year(3, 14, "en"), day_of_every_year(2, 29, "en")) == ("14 March", "29 February")
    assert (writing_direction("ar"), writing_direction("de"), writing_direction("nonsense!")) == ("rtl", "ltr", "ltr")


def test_a_language_named_like_a_device_still_has_a_folder() -> None:
    slugs = [slug for slug, _ in addresses.found_under(LanguageCodes(("zh-Hant", "con")), "languages", interface())]
    assert slugs[0] == "zh-hant"
    assert slugs[1] != "con"


DATA_BLOCK = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', re.DOTALL)
HOSTILE = st.one_of(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            '"><img src=x onerror=alert(1)>',
            "' onmouseover='x",
            "</title><b>",
            "<slot content>",
            "<root>",
            "{{ 7*7 }}{% raw %}",
            "&lt;b&gt;",
            "]]><!--",
        ]
    ),
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30),
).filter(lambda text: text.strip() != "")


def hostile_values(text: str) -> dict[str, Shown]:
    return {
        "pronouns": words(text),
        "headline": words(text),
        "skills": Tags((Tag(text, "a-tag"),)),
        "offers": entries(text),
        "ask_me_about": words(text),
        "contact_for": entries(text),
        "city": words(text),
        "timezone": Plain(text),
        "links": ShownLinks((ShownLink(text, f"https://x.example/?{text}"),)),
        "contact": Ways((Way("email", text, text, f"mailto:{text}"),)),
        "instrument": words(text),
    }


@cache
def mild_files(render: Callable[..., dict[str, bytes]]) -> dict[str, bytes]:
    """The edition of somebody who says nothing but q."""
    said = hostile_values("q")
    return render((PublicProfile("eve", "q", "en", None, said),), community(description=words("q")))


@examples(60)
@given(text=HOSTILE)
def test_any_text_arrives_escaped_wherever_it_is_shown(text: str) -> None:
    settings_ = community(description=words(text))
    for render in (public_files, internal_files):
        mild = mild_files(render)
        wild = render((PublicProfile("eve", text, "en", None, hostile_values(text)),), settings_)
        for path in ("index.html", "members/eve/index.html", "skills/index.html", "skills/a-tag/index.html"):
            assert wild[path].count(b"<") == mild[path].count(b"<"), path
            assert b"<slot" not in wild[path]
        page, plain = (files["members/eve/index.html"].decode() for files in (wild, mild))
        blocks = DATA_BLOCK.findall(page)
        assert len(blocks) == len(DATA_BLOCK.findall(plain))
        assert all(isinstance(json.loads(block), dict) for block in blocks)
        assert DATA_BLOCK.sub("", page).count('"') == DATA_BLOCK.sub("", plain).count('"')
        assert text in unescape(DATA_BLOCK.sub("", page))
        assert json.loads(wild["members.json"])["members"][0]["values"]["timezone"] == text


def test_a_link_with_any_other_scheme_is_not_written() -> None:
    links = ShownLinks((ShownLink("x", "javascript:alert(1)"), ShownLink("y", "https://[broken")))
    page = public_files((profile("eve", "Eve", links=links),))["members/eve/index.html"]
    assert b"javascript:" not in page
    assert b'href="https://[broken"' in page


def test_whatever_a_pattern_takes_for_a_letter_of_a_way_is_that_letter_once_folded() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789@._-+":
        taken = re.findall(re.escape(letter), everything, re.IGNORECASE)
        assert letter in taken
        assert {folded_case(f"{one}x") for one in taken} == {f"{letter}x"}, letter
        assert {folded_case(f"é{one}x") for one in taken} == {f"é{letter}x"}, letter


@pytest.mark.parametrize(
    ("way", "text", "left"),
    [
        ("ada_l", "I am ADA_L there", "I am … there"),
        ("ada_l", "I am ada_lx there", "I am ada_lx there"),
        ("+49 30 1234", "call +49  30\n1234, please", "call …, please"),
        ("kims", "write KIM\u017f or \u212a\u0131ms", "write … or …"),
        ("kims", "write \u212a\u0130ms", "write …"),
        ("阿达", "微信阿达找我", "微信…找我"),
        ("Ümit5", "ask ümit5", "ask …"),
    ],
)
def test_a_way_is_found_whatever_its_case_and_spacing(way: str, text: str, left: str) -> None:
    assert Unreachable((way,)).text(text) == left
    assert Unreachable((way,)).holds(text) == (left != text and not way.isalpha())
