"""What the pages say of a value depends on the edition, and they say nothing but words."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from acquaint.profiles import InternalDirectory, InternalProfile
from acquaint.render import render_internal
from acquaint.shown import ShownDay
from acquaint.values import Audience
from render_samples import DAY, EDITIONS, SALMA, THEME, community, internal_files, profile, public_files, words

TEMPLATES = Path(__file__).parents[1] / "templates"
PYTHON = re.compile(r"\b[A-Z]\w+\(\w+=|Text\(|object at|<Undefined|\bNone\b")


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_no_page_shows_an_object_in_place_of_its_text(edition: str) -> None:
    for path, content in EDITIONS[edition]().items():
        if path.endswith((".html", ".json")):
            assert not PYTHON.search(unescape(content.decode())), path


def test_a_member_is_described_by_their_headline() -> None:
    page = public_files()["members/ada/index.html"].decode()
    assert '<meta name="description" content="Ada: I untangle slow data pipelines">' in page


def test_a_day_kept_among_members_is_shown_to_them() -> None:
    public = profile("kim", "Kim")
    kim = InternalProfile(public, "Kim", {"joined": ShownDay(date(2026, 3, 1))}, True)
    rendered = render_internal(InternalDirectory((kim,), DAY), community(), THEME)
    files = {file.path: file.content.decode("utf-8", "replace") for file in rendered}
    assert '<span>joined March 2026 <small class="mark">members only</small></span>' in files["members/kim/index.html"]
    assert '"joined":"2026-03-01"' in files["members.json"]
    assert '"private":["joined"]' in files["members.json"]
    assert "joined" not in public_files((public,))["members/kim/index.html"].decode()


def test_a_facet_of_short_texts_has_pages_as_a_place_has() -> None:
    settings = community()
    fields = {**settings.fields, "pronouns": replace(settings.fields["pronouns"], facet=True)}
    people = tuple(
        profile(f"p{i}", "P", pronouns=words(said)) for i, said in enumerate(("they/them", "She/Her", "she/her"))
    )
    settings = replace(settings, fields=fields)
    for files in (public_files(people, settings), internal_files(people, settings)):
        folders = sorted({path.split("/")[1] for path in files if re.fullmatch("pronouns/[^/]+/index.html", path)})
        assert len(folders) == 2
        hers = next(folder for folder in folders if folder.startswith("she"))
        page = files[f"pronouns/{hers}/index.html"].decode()
        assert ("members/p1/" in page, "members/p2/" in page, "members/p0/" in page) == (True, True, False)
        assert "2 people" in page


def test_a_facet_nobody_may_open_is_none_of_the_strangers() -> None:
    settings = community()
    hidden = replace(settings.fields["instrument"], facet=True, visibility=Audience.MEMBERS)
    settings = replace(settings, fields={**settings.fields, "instrument": hidden})
    people = (profile("kim", "Kim"),)
    assert "instrument/index.html" not in public_files(people, settings)
    assert "instrument/index.html" in internal_files(people, settings)


def test_templates_for_everyone_have_no_words_for_members() -> None:
    shared = [path for path in TEMPLATES.rglob("*.html") if "internal" not in path.relative_to(TEMPLATES).parts]
    assert shared
    for path in shared:
        assert "members only" not in path.read_text(encoding="utf-8"), path.name


def test_every_class_has_a_rule_and_every_rule_a_class() -> None:
    css = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.css"))
    html = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    ruled = set(re.findall(r"\.([a-z][\w-]+)", re.sub(r"\{[^{}]*\}|/\*.*?\*/", "{}", css, flags=re.DOTALL)))
    written = re.findall(r'class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)"', html)
    used = {name for names in written for name in re.sub(r"\S+-\{\{.*?\}\}|\{\{.*?\}\}", "", names).split()}
    made = {
        "profile--slight",
        "hero__title--long",
        "fact--availability",
        *(f"hue-{number}" for number in range(10)),
        *(f"pattern-{number}" for number in range(8)),
    }
    scripts = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.js"))
    used |= {name for names in re.findall(r'class: "([^"]*)"', scripts) for name in names.split()}
    made |= {name for text in re.findall(r'"([^"\n]*)"', scripts) for name in text.split()}
    # What other programs look for (microformats.org) needs no rule of ours.
    used = {name for name in used if not re.fullmatch(r"(?:h|p|u)-[a-z-]+", name)}
    assert used <= ruled
    assert ruled - used <= made


def test_a_sentence_and_its_day_stand_in_the_sentence_s_own_direction() -> None:
    page = public_files((SALMA,))["members/salma/index.html"].decode()
    assert '<li class="entry"><p dir="auto" lang="ar">مترجم من الألمانية</p>' in page


def test_a_text_of_its_own_is_aligned_as_its_script_is() -> None:
    noon = profile("noon", "نون", "ar", ask_me_about=words("ألفاظ لا تُترجم", "ar"))
    page = public_files((noon,))["members/noon/index.html"].decode()
    assert '<p dir="auto" lang="ar">ألفاظ لا تُترجم</p>' in page
