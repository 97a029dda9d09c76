"""The door by an issue: the form asks for what everyone may see, and nothing hostile makes more of it."""

import re
import time
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from acquaint.catalogues import ENGLISH
from acquaint.config import INTERNAL_BY_DESIGN, Community, FieldSpec
from acquaint.drafting import Draft, from_issue, issue_form, public_part, to_file
from acquaint.drafting.draft import tidy
from acquaint.drafting.form import asked_in_public
from acquaint.fields.builtin import BUILT_IN
from acquaint.fields.registry import TYPES
from acquaint.problems import Problems
from acquaint.shown import Words
from acquaint.values import Audience
from chance import examples
from drafts import COMMUNITY, TEXT, told
from test_drafting_file import read_back

CONSENT = (
    "### Before you send it [consent]\n\n- [x] These words are mine, and I know that an issue is public for good.\n"
)
WORDS = Words((("en", 'A "label": [odd] #1'),))
BODY = (
    "### Handle [handle]\n\n@Quill\n\n### Nickname [nickname]\n\nQuill\n\n### Pronouns [pronouns]\n\n_No response_\n\n"
    "### Skills [skills]\n\nWriting, C++，Maps\n\n### What I can help with [offers]\n\n- An hour a month\n* Reading - slowly\n\n"
    "### Links [links]\n\nBlog: https://quill.example/a?b=c\nhttps://b.example\n\n"
    "### Introduction [bio]\n\nHello.\r\n\r\n### My story\n\n<!-- hidden -->It begins.\n\n" + CONSENT
)


def form(community: Community = COMMUNITY) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(issue_form(community, ENGLISH))
    return read


def received(body: str, community: Community = COMMUNITY) -> tuple[Draft | None, list[str]]:
    problems = Problems()
    return from_issue(body, community, problems), [law for law, _, _ in told(problems)]


def test_an_issue_is_read_as_the_answers_to_its_form() -> None:
    draft, problems = received(BODY)
    assert problems == []
    assert draft == Draft(
        "quill",
        {
            "nickname": "Quill",
            "skills": ["Writing", "C++", "Maps"],
            "offers": ["An hour a month", "Reading - slowly"],
            "links": {"Blog": "https://quill.example/a?b=c", "b.example": "https://b.example"},
            "bio": "Hello.\n\n### My story\n\nIt begins.",
        },
    )


def test_a_form_is_what_github_takes() -> None:
    read = form()
    assert set(read) == {"name", "description", "title", "labels", "body"}
    questions = [question for question in read["body"] if question["type"] != "markdown"]
    names = [question["id"] for question in questions]
    assert names == ["handle", *asked_in_public(COMMUNITY), "consent"]
    assert len({question["attributes"]["label"] for question in questions}) == len(questions)
    assert all(question["type"] in ("input", "textarea", "checkboxes") for question in questions)
    assert all(question["attributes"]["label"].endswith(f"[{question['id']}]") for question in questions)
    assert questions[-1]["attributes"]["options"][0]["required"] is True
    assert "public for good" in questions[-1]["attributes"]["options"][0]["label"]


SPECS = st.builds(
    FieldSpec,
    st.sampled_from([*BUILT_IN, "own", "hotline", "walk"]),
    st.sampled_from(sorted(TYPES)),
    st.just(WORDS),
    st.just(WORDS),
    st.sampled_from(Audience),
    st.booleans(),
)


@given(specs=st.lists(SPECS, max_size=6))
def test_no_form_asks_for_what_members_alone_see_whatever_the_schema_says(specs: list[FieldSpec]) -> None:
    fields = {**BUILT_IN, **{spec.name: spec for spec in specs}}
    community = replace(COMMUNITY, fields=fields)
    for question in form(community)["body"]:
        spec = fields.get(question.get("id", ""))
        assert spec is None or (spec.visibility is Audience.EVERYONE and spec.kind not in ("contact", "phone", "email"))
        assert question.get("id") != "contact"


def test_a_field_that_a_community_narrows_is_lost_from_the_form_and_a_name_comes_only_where_it_is_open() -> None:
    asked = {question.get("id") for question in form()["body"]}
    assert "city" in asked and not asked & set(INTERNAL_BY_DESIGN)
    fields = {
        **BUILT_IN,
        "city": replace(BUILT_IN["city"], visibility=Audience.MEMBERS),
        **{name: replace(BUILT_IN[name], visibility=Audience.EVERYONE) for name in INTERNAL_BY_DESIGN},
    }
    asked = {question.get("id") for question in form(replace(COMMUNITY, fields=fields))["body"]}
    assert "city" not in asked and "contact" not in asked and {"name", "company"} <= asked


@pytest.mark.parametrize(
    "field", ["contact", "name", "company", "birthday", "introduced_by", "owner", "avatar", "allergies"]
)
def test_an_internal_field_in_an_issue_is_refused(field: str) -> None:
    hostile = BODY.replace("### Introduction", f"### Contact [{field}]\n\nada@example.org\n\n### Introduction")
    assert received(hostile) == (None, ["cannot-open"])


@pytest.mark.parametrize(
    ("body", "law"),
    [
        ("", "bad-handle"),
        (BODY.replace("@Quill", "Quill Adebayo"), "bad-handle"),
        (BODY.replace("[x]", "[ ]"), "wrong-type"),
        (BODY.replace(CONSENT, ""), "wrong-type"),
        (BODY.replace("Hello.", CONSENT), "wrong-type"),
        (BODY + "a" * 65_536, "file-too-large"),
        (BODY.replace("Blog: https://quill.example/a?b=c", "quill dot example"), "malformed-link"),
        (BODY.replace("Hello.", "<!-- never closed").replace("-->", ""), "wrong-type"),
    ],
)
def test_an_issue_that_is_not_whole_is_refused(body: str, law: str) -> None:
    draft, problems = received(body)
    assert draft is None
    assert law in problems


def test_a_false_heading_in_a_text_is_part_of_the_text() -> None:
    draft, problems = received(BODY.replace("Hello.", "### Nickname [nickname]\n\nMallory\n\n### Contact\n\nAsk me."))
    assert problems == []
    assert draft is not None and draft.answers["nickname"] == "Quill"
    assert str(draft.answers["bio"]).startswith("### Nickname [nickname]")


PIECES = st.lists(
    st.one_of(TEXT, st.sampled_from(["\n### ", "[name]", "[contact]\n\n", "[bio]\n\n", "\n\n", CONSENT, BODY, "<!--", "-->", "_No response_", "[private]", "[listing]\nnobody"])),
    max_size=8,
).map("".join)  # fmt: skip


@examples(300)
@given(body=PIECES)
@example(body="### Handle [handle]\n\nquill\n\n### a [private]\n\n" + CONSENT)
def test_no_issue_gives_more_than_everyone_may_see(body: str) -> None:
    draft, problems = received(body)
    assert (draft is None) == bool(problems)
    draft, _ = received(f"### Handle [handle]\n\nquill\n\n{body}\n\n{CONSENT}")
    if draft is not None:
        assert set(draft.answers) <= set(asked_in_public(COMMUNITY))
        assert public_part(draft, COMMUNITY) == draft == tidy(draft)
        assert read_back(to_file(draft, COMMUNITY))[0] == draft.answers


@pytest.mark.parametrize("piece", ["<!--", "### a [b]\n", "[", " ", "### ", "http://", "- ", "\n", "é\u0301", "_"])
def test_the_largest_issue_is_read_in_no_time(piece: str) -> None:
    body = BODY.replace("Hello.", (piece * 65_536)[:64_000])
    start = time.process_time()
    received(body)
    assert time.process_time() - start < 2


def test_a_problem_quotes_nothing_of_the_issue() -> None:
    problems = Problems()
    body = BODY.replace("@Quill", "Zebra Zebrasson").replace(
        "### Introduction", "### Contact [contact]\n\nzebra@example.org\n\n### Introduction"
    )
    assert from_issue(body, COMMUNITY, problems) is None
    assert not re.search("zebra", repr(list(problems)), re.IGNORECASE)
