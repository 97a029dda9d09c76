"""What strangers may see of a draft: nothing that is for members ever gets through."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from acquaint.config import Community
from acquaint.drafting import Draft, is_public, public_part, to_file
from acquaint.drafting.draft import Answer, tidy
from acquaint.load.audiences import AudienceReader
from acquaint.load.documents import read_document
from acquaint.load.source import decode
from acquaint.problems import Problems
from acquaint.values import Audience
from chance import examples
from drafts import COMMUNITY, USUAL, WILD

SLOT = "{{slot}}"
FIELD = st.sampled_from([*COMMUNITY.fields])
NAMES = st.lists(
    st.one_of(FIELD, st.sampled_from(["contact.email", "contact.phone", "contact", "name", "citty", "", "contact.x"])),
    max_size=3,
)
STEERED = st.fixed_dictionaries(
    {}, optional={"private": NAMES, "public": NAMES, "listing": st.sampled_from(["everyone", "members", "", "me"])}
)


def audiences(draft: Draft) -> dict[str, Audience]:
    """Who may see what of the draft's file, as reading it has it."""
    source = decode(to_file(draft, COMMUNITY).encode(), "members/quill.md", Problems())
    assert source is not None
    document = read_document(source, Problems())
    assert document is not None
    steering = (document.tree.get("private"), document.tree.get("public"))
    return AudienceReader(COMMUNITY.fields, "members/quill.md", Problems()).read(*steering)


@examples(300)
@given(steering=STEERED)
@example(steering={"private": ["contact.email"], "public": ["contact"]})
@example(steering={"private": ["contact"], "public": ["contact.email"]})
def test_who_may_see_what_is_as_a_file_has_it(steering: dict[str, Answer]) -> None:
    draft = Draft("quill", steering)
    told = audiences(draft)
    is_listed = steering.get("listing", "") in ("everyone", "")
    for name in (*COMMUNITY.fields, "contact.email", "contact.phone"):
        audience = told.get(name, told[name.partition(".")[0]])
        assert is_public(name, draft, COMMUNITY) is (is_listed and audience is Audience.EVERYONE), name


def slotted(draft: Draft, value: str) -> Draft:
    """The draft with `value` wherever only members may look."""
    answers = {name: _slotted(name, answer, draft, value) for name, answer in draft.answers.items()}
    return Draft(draft.handle, answers)


def _slotted(name: str, answer: Any, draft: Draft, value: str) -> Any:
    if name in ("private", "public", "listing", "lang"):
        return answer
    if COMMUNITY.fields[name].kind == "contact" and isinstance(answer, dict):
        return {k: v if is_public(f"{name}.{k}", draft, COMMUNITY) else value for k, v in answer.items()}
    return _members_slotted(answer, value) if is_public(name, draft, COMMUNITY) else value


def _members_slotted(answer: Any, value: str) -> Any:
    if isinstance(answer, list):
        return [_members_slotted(item, value) for item in answer]
    if isinstance(answer, dict) and answer.get("for") == "members":
        return {**answer, "text": value}
    return answer


@examples(300)
@given(draft=st.one_of(USUAL, WILD), steering=STEERED)
def test_two_worlds_of_private_answers_have_one_public_part(draft: Draft, steering: dict[str, Answer]) -> None:
    draft = tidy(Draft(draft.handle, {**draft.answers, **steering}))
    one, other = (public_part(slotted(draft, value), COMMUNITY) for value in ("Zebra Zebrasson", "Quux"))
    assert one == other
    assert "Zebra" not in to_file(one, COMMUNITY)


@examples(200)
@given(draft=st.one_of(USUAL, WILD))
def test_the_public_part_of_a_public_part_is_itself(draft: Draft) -> None:
    part = public_part(draft, COMMUNITY)
    again = public_part(part, COMMUNITY)
    assert again == part


@pytest.mark.parametrize(
    "name", [name for name, spec in COMMUNITY.fields.items() if spec.visibility is Audience.MEMBERS]
)
def test_an_internal_field_is_in_no_public_part(name: str) -> None:
    for answer in ("Zebra", ["Zebra"], {"email": "Zebra", "text": "Zebra"}, [{"text": "Zebra", "for": "everyone"}]):
        assert public_part(Draft("quill", {name: answer}), COMMUNITY).answers == {}


def test_every_kind_of_closing_is_kept() -> None:
    answers: dict[str, Answer] = {
        "nickname": "Quill",
        "city": "Oslo",
        "skills": ["Maps", {"text": "Zebra", "for": "members"}, {"text": "Tea", "for": "everyone"}],
        "asks": [{"text": "Zebra", "for": "friends"}],
        "working_on": {"text": "Zebra", "for": ""},
        "headline": {"sealed": "Zebra"},
        "links": {"for": "https://a.example", "sealed": "https://b.example"},
        "contact": {"email": "quill@example.org", "phone": "Zebra"},
        "name": "Zebra",
        "unheard_of": "Zebra",
        "private": ["city"],
        "public": ["contact.email", "introduced_by"],
        "lang": "en",
    }
    assert public_part(Draft("quill", answers), COMMUNITY).answers == {
        "nickname": "Quill",
        "skills": ["Maps", {"text": "Tea", "for": "everyone"}],
        "links": {"for": "https://a.example", "sealed": "https://b.example"},
        "contact": {"email": "quill@example.org"},
        "public": ["contact.email"],
        "lang": "en",
    }


def test_a_community_that_opens_or_narrows_a_field_is_heeded() -> None:
    fields = {
        **COMMUNITY.fields,
        "name": replace(COMMUNITY.fields["name"], visibility=Audience.EVERYONE),
        "city": replace(COMMUNITY.fields["city"], visibility=Audience.MEMBERS),
    }
    community: Community = replace(COMMUNITY, fields=fields)
    part = public_part(Draft("quill", {"name": "Quill Adebayo", "city": "Oslo"}), community)
    assert part.answers == {"name": "Quill Adebayo"}
