"""The writer of introductions: whatever somebody typed is in the file, and is read as they typed it."""

from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from acquaint.drafting.draft import Draft, tidy
from acquaint.drafting.file import BELOW, to_file
from acquaint.drafting.scalars import is_plain, scalar
from acquaint.load.documents import read_document
from acquaint.load.member import STEERING, as_text_tree
from acquaint.load.source import decode
from acquaint.problems import Problems
from chance import examples
from drafts import COMMUNITY, TEXT, USUAL, WILD, told


def read_back(text: str, ending: str = "md") -> tuple[Any, list[tuple[str, int, str]]]:
    """The answers in a file as reading has them, and the problems of reading it."""
    problems = Problems()
    source = decode(text.encode(), f"members/quill.{ending}", problems)
    assert source is not None, told(problems)
    document = read_document(source, problems, {*COMMUNITY.fields, *STEERING})
    assert document is not None, (text, told(problems))
    tree = as_text_tree(document.tree)
    assert isinstance(tree, dict)
    if document.bio is not None:
        assert "bio" not in tree
        tree["bio"] = as_text_tree(document.bio)
    return tree, told(problems)


@examples(300)
@given(draft=st.one_of(USUAL, WILD))
@example(draft=Draft("quill", {"bio": "contact: x\n---\n  indented\n\n\nend"}))
@example(draft=Draft("quill", {"links": {"k" * 3000: "https://ada.example"}, "headline": "~"}))
@example(
    draft=Draft("quill", {"availability": [{"text": "a", "for": ""}], "bio": {"en": "a\n\n b\n---", "zh": "name:"}})
)
def test_a_file_gives_back_what_was_written(draft: Draft) -> None:
    answers, problems = read_back(to_file(draft, COMMUNITY))
    assert answers == dict(tidy(draft).answers)
    assert not problems


@examples(200)
@given(draft=st.one_of(USUAL, WILD))
@example(draft=Draft("quill", {"bio": "---\n    code\nname: nobody\n..."}))
@example(draft=Draft("quill", {"bio": "# Not a comment\n\n- a\n%b"}))
def test_a_file_of_yaml_alone_gives_back_the_same(draft: Draft) -> None:
    expected = dict(tidy(draft).answers)
    assume(expected)  # there is no such file that says nothing
    answers, problems = read_back(to_file(draft, COMMUNITY, is_yaml=True), "yml")
    assert answers == expected
    assert not problems


@given(draft=st.one_of(USUAL, WILD))
def test_writing_what_was_read_changes_nothing(draft: Draft) -> None:
    text = to_file(draft, COMMUNITY)
    assert to_file(Draft("quill", read_back(text)[0]), COMMUNITY) == text


@examples(200)
@given(text=TEXT)
def test_no_letter_is_lost_or_read_as_something_else(text: str) -> None:
    draft = Draft("quill", {"headline": text, "skills": [text], "bio": text, "links": {text: "https://ada.example"}})
    answers, _ = read_back(to_file(draft, COMMUNITY))
    expected = tidy(draft).answers
    assert answers == expected
    if text.strip() and text.isprintable():
        assert expected["headline"] == answers["bio"] != ""


@pytest.mark.parametrize(
    "text", ["I draw maps, slowly", "C#", "https://ada.example", "慢", "2026-11-01", "O'Neill & sons (two)"]
)
def test_what_nobody_can_mistake_stands_without_quotes(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "No",
        "~",
        "null",
        "3.14",
        "+49 30",
        "a: b",
        "a #b",
        "@a",
        "*a",
        "&a",
        "!a",
        "- a",
        "“a”",
        "a:",
        "{{a}}",
        "",
        " a",
    ],
)
def test_what_may_be_mistaken_stands_in_quotes(text: str) -> None:
    assert not is_plain(text)
    assert scalar(text).startswith('"')


def test_what_members_alone_see_stands_below_the_comment() -> None:
    draft = Draft(
        "quill", {"city": "Oslo", "name": "Quill A.", "nickname": "Quill", "private": ["city"], "bio": "Hello."}
    )
    assert (
        to_file(draft, COMMUNITY)
        == f"---\nnickname: Quill\n{BELOW}\ncity: Oslo\nname: Quill A.\nprivate: [city]\n---\n\nHello.\n"
    )


def test_a_text_with_a_line_like_a_field_stays_above_the_fence() -> None:
    text = to_file(Draft("quill", {"bio": "Write to me.\ncontact: by post"}), COMMUNITY)
    assert text == "---\nbio: |-\n  Write to me.\n  contact: by post\n---\n"


def test_an_empty_draft_is_a_file_that_can_be_read() -> None:
    assert read_back(to_file(Draft("quill", {}), COMMUNITY)) == ({}, [])
