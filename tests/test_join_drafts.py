"""What an edit begins with: the public values as answers, which give the same public page when they are a file again."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.drafting.draft import Draft
from acquaint.drafting.file import to_file
from acquaint.everybody import Everybody
from acquaint.load import load
from acquaint.markup import to_html, to_text
from acquaint.problems import Problems
from acquaint.profiles import PublicProfile
from acquaint.render.joining.as_markdown import as_markdown
from acquaint.render.joining.drafts import draft, drafts
from acquaint.render.people import from_public
from acquaint.reveal import Setting, reveal
from acquaint.shown import Prose, Shown, ShownLink, ShownLinks, Way, Ways, Words
from chance import examples
from communities import DAY, write
from render_samples import entries, interface, profile, tags, words

EXAMPLE = Path(__file__).parents[1]


def public(root: Path) -> dict[str, PublicProfile]:
    """Who is listed for everyone in `root`, by handle."""
    read = load(root, Problems())
    revealed = reveal(Everybody.of(read.records, read.community), (), Setting(read.community, DAY))
    return {found.handle: found for found in revealed.public.profiles}


def spaced(html: str) -> str:
    """`html` with line breaks in place of those that come with an indent: no reader sees the difference."""
    return re.sub(r"\n[ \t]+", "\n", html)


def comparable(values: Mapping[str, Shown]) -> dict[str, Shown]:
    """Public values without ways to be reached and pictures, which no draft has."""
    kept = {name: value for name, value in values.items() if name != "avatar" and not isinstance(value, Ways)}
    return {name: _spaced(value) for name, value in kept.items()}


def _spaced(value: Shown) -> Shown:
    if not isinstance(value, Prose):
        return value
    return Prose(tuple((lang, spaced(html), to_text(spaced(html))) for lang, html, _ in value.versions))


def test_an_edit_that_changes_nothing_gives_the_same_public_page(tmp_path: Path) -> None:
    before, read = public(EXAMPLE), load(EXAMPLE, Problems())
    shown = interface(settings=read.community)
    files = {"community.yml": (EXAMPLE / "community.yml").read_bytes()}
    for handle, one in before.items():
        answers: Any = draft(from_public(one), shown)["answers"]
        files[f"members/{handle}.md"] = to_file(Draft(handle, answers), read.community).encode()
    after = public(write(tmp_path, files))
    assert set(after) == set(before)
    assert len(before) > 20
    for handle, one in before.items():
        assert comparable(after[handle].values) == comparable(one.values), handle
        assert after[handle].lang == one.lang


MARKUP = {
    "marks": "a *b* c **d** e ***f*** `g` `` h`i ``\n\n*a **b** c* **a *b* c** **bold *em*** x*y*z",
    "signs": "\\*not\\* _a_b_ a_b_c 2 * 3 * 4 5 > 3 A & B &amp;copy; a < b <b>c</b> x | y",
    "line starts": "\\# a\n\\- b\n\\+ c\n\\> d\n1\\. e\n\\--- \n=x",
    "headings": "# A\n\n### B\n\n## C\n\nx\n\nD\n=\n\nE\n---\n\n# F",
    "lists": "- a\n    - b\n        1. c\n    - d\n- e\n\n1. one\n2. two",
    "loose lists": "- a\n\n    more\n\n- b\n\n        code\n\n- c\n\n1. x\n2. y\n\n    z\n\n3. q",
    "quotations": "> a\n>\n> > b\n>\n> - c\n> - d\n\nx\n\n> y",
    "code": "x\n\n    code <b> `x`\n    more\n\n        deep\n\ny",
    "tables": "| A | B |\n| - | - |\n| 1 | a \\| b |\n| *x* | `y` |",
    "links": "[a](https://x.example/a_(b)) [c *d*](<https://x.example/a b>) <https://x.example/?a=1&b=2> <a@b.example>",
    "breaks": "a  \nb\nc\n\n- d  \n  e\n- f\n\n***\n\ng",
    "chinese": "我在**出版社**做编辑。\n\n- 一\n- 二，[三](https://x.example/三)",
    "no link": "Wow!\\!\n\nHi\\![e](https://x.example)! [a] [b][c] \\[d](https://x.example) Wow!\\[e](https://x.example) !",
}


@pytest.mark.parametrize("name", MARKUP)
def test_what_was_written_in_markdown_is_markdown_again(name: str) -> None:
    html = to_html(MARKUP[name])
    assert spaced(to_html(as_markdown(html))) == spaced(html)


_word = st.text("ab é李*_`[]()<>&#+-.!|=\\1~:/\"'", min_size=1, max_size=8).map(lambda text: text.strip() or "x")
_line = st.lists(_word, min_size=1, max_size=5).map(" ".join)


@given(st.lists(_line, min_size=1, max_size=4))
@examples(300)
def test_whatever_signs_a_text_has_its_words_come_back(lines: list[str]) -> None:
    plain = to_text(to_html("\n\n".join(lines)))
    written = as_markdown("".join(f"<p>{_escaped(line)}</p>\n" for line in plain.split("\n") if line.strip()))
    assert _words(to_text(to_html(written))) == _words(plain)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _words(text: str) -> list[str]:
    return text.split()


def test_a_draft_is_the_tree_of_a_file() -> None:
    person = from_public(
        profile(
            "ada",
            "Ada",
            nickname=words("Ada"),
            headline=Words((("en", "Maps"), ("zh", "地图"))),
            skills=tags("Python"),
            availability=tags("mentoring", until=DAY),
            offers=entries("A map"),
            asks=entries("A chair", since=DAY),
            working_on=entries("A book", since=DAY),
            bio=Prose((("en", "<p>I am <em>here</em>.</p>", "I am here."),)),
        )
    )
    assert draft(person, interface()) == {
        "file": "",
        "answers": {
            "nickname": "Ada",
            "headline": {"en": "Maps", "zh": "地图"},
            "skills": ["Python"],
            "availability": [{"mentoring": "2026-11-21"}],
            "offers": ["A map"],
            "asks": [{"text": "A chair", "since": "2026-11-21"}],
            "working_on": {"text": "A book", "since": "2026-11-21"},
            "bio": "I am *here*.",
            "private": ["avatar"],
        },
    }


def _reached() -> dict[str, Shown]:
    way = Way("email", "E-mail", "ada_l@open.example", "mailto:ada_l@open.example")
    html = '<p>Write to ada_l@open.example, <a href="mailto:ada_l@open.example">here</a> or ada_l<em>@open.example</em>.</p>'
    return {
        "contact": Ways((way,)),
        "nickname": words("Ada"),
        "headline": words("Ask ada_l@open.example"),
        "offers": entries("Ask ADA_L@open.example for a map"),
        "bio": Prose((("en", html, to_text(html)),)),
    }


def test_no_way_to_be_reached_stands_in_a_draft_but_that_it_is_open() -> None:
    found = draft(from_public(PublicProfile("ada", "Ada", "en", None, _reached())), interface())
    answers: Any = found["answers"]
    assert "open.example" not in json.dumps(found).lower().replace("\\", "")
    assert answers["public"] == ["contact.email"]
    assert answers["headline"] == "Ask …"
    assert answers["bio"].startswith("Write to …, here or")


def test_a_link_that_is_a_way_to_be_reached_stands_in_no_draft() -> None:
    site_of_ada = Way("website", "Website", "ada.example/me", "https://ada.example/me")
    account = Way("other", "Other", "ada_l@open.example", "")
    links = {
        "Home": "https://ada.example/me",
        "Blog": "https://blog.example/ada",
        "Mail": "mailto:someone@else.example",
        "Me": "https://chat.example/u/ada_l@open.example",
    }
    shown: dict[str, Shown] = {
        "contact": Ways((site_of_ada, account)),
        "links": ShownLinks(tuple(ShownLink(label, url) for label, url in links.items())),
    }
    found = draft(from_public(PublicProfile("ada", "Ada", "en", None, shown)), interface())
    answers: Any = found["answers"]
    assert answers["links"] == {"Blog": "https://blog.example/ada"}
    assert answers["public"] == ["contact.website", "contact.other"]


def test_who_writes_in_another_language_than_they_speak_says_so() -> None:
    assert draft(from_public(profile("li", "Li", "zh")), interface())["answers"] == {
        "private": ["avatar"],
        "lang": "zh",
    }
    assert draft(from_public(profile("li", "Li", "en")), interface())["answers"] == {"private": ["avatar"]}


def test_drafts_stand_in_files_by_how_handles_begin() -> None:
    people = tuple(from_public(profile(handle, handle)) for handle in ("zoe", "ada", "adele", "x"))
    files = {file.path: json.loads(file.content) for file in drafts(people, interface())}
    assert {path: list(found) for path, found in files.items()} == {
        "join/drafts/ad.json": ["ada", "adele"],
        "join/drafts/x.json": ["x"],
        "join/drafts/zo.json": ["zoe"],
    }
    assert all(set(one) == {"file", "answers"} for found in files.values() for one in found.values())


def test_a_file_is_named_only_where_nobody_else_chose_a_part_of_its_path(tmp_path: Path) -> None:
    text = "---\nnickname: Ada\n---\n"
    files = {"members/ada.yml": "nickname: Ada\n", "members/board/bo.md": text, "members/cem.md": text}
    found = public(write(tmp_path, files))
    assert {handle: one.file for handle, one in found.items()} == {"ada": "ada.yml", "bo": "", "cem": "cem.md"}


@pytest.mark.parametrize(
    "text", ["Wow! A - B, 3.5 (x) C++ & D's “e” * 2 #1 50% snake_case a/b <3 :-)", "你好！李静（出版社）——"]
)
def test_signs_that_mean_nothing_stay_as_they_are(text: str) -> None:
    html = to_html(text)
    assert as_markdown(html) == text
