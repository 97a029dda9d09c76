"""`acquaint schema` and `acquaint check` agree on what an introduction may say."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from acquaint.config import Community
from acquaint.fields.builtin import BUILT_IN
from acquaint.fields.contacts import KINDS
from acquaint.load.community import without_settings
from acquaint.load.documents import read_document
from acquaint.load.member import MemberReader, as_text_tree
from acquaint.load.source import Source
from acquaint.problems import Problems
from acquaint.schema import json_schema, reference
from chance import examples

COMMUNITY: Community = without_settings()
VALIDATOR = jsonschema.Draft202012Validator(json_schema(COMMUNITY))

WORD = st.sampled_from(
    ["Bread", "数据", "C++", "Ada", "x", "two words", "0301", "null", "a" * 201, "ü" * 200, "- x", "a: b"]
)
DAY = st.sampled_from(["2026-03-01", "2024-02-29", "1 May", "2026-3-1", "", "20260301"])
AUDIENCE = st.sampled_from(["everyone", "members", "friends"])
BLANK = st.sampled_from(["", [], {}])
ITEM = st.one_of(
    WORD,
    st.fixed_dictionaries({"text": WORD}, optional={"since": DAY, "for": AUDIENCE, "stray": WORD}),
    st.fixed_dictionaries({}, optional={"since": DAY}),
)
SHAPES: dict[str, st.SearchStrategy[object]] = {
    "text": st.one_of(WORD, st.dictionaries(st.sampled_from(["en", "zh", "de"]), WORD, max_size=2), st.lists(WORD, min_size=1, max_size=2)),
    "prose": st.one_of(WORD, st.just("b" * 4_001), st.lists(WORD, min_size=1, max_size=2)),
    "tags": st.one_of(WORD, st.lists(st.one_of(WORD, st.fixed_dictionaries({"text": WORD}, optional={"for": AUDIENCE})), max_size=42)),
    "items": st.one_of(WORD, st.lists(ITEM, max_size=42)),
    "dated": ITEM,
    "availability": st.one_of(WORD, st.lists(st.one_of(WORD, st.dictionaries(WORD, DAY, max_size=2)), max_size=3)),
    "country": st.sampled_from(["Germany", "中国", "de"]),
    "timezone": st.sampled_from(["Europe/Berlin", "asia/tokyo"]),
    "languages": st.lists(st.sampled_from(["en", "zh-Hant", "pt_BR", "gsw"]), max_size=42),
    "links": st.one_of(WORD, st.dictionaries(WORD, st.sampled_from(["https://a.example", "http://b.example/x", "mailto:a@b.example"]), max_size=42)),
    "contact": st.one_of(WORD, st.dictionaries(st.sampled_from(["email", "emial"]), st.just("ada@example.org"))),
    "date": DAY,
    "month-day": st.sampled_from(["03-14", "--02-29", "14.3.", "3-14"]),
    "handle": st.sampled_from(["grace", "@grace", "Grace", "a b", "g" * 39, "g" * 40]),
    "image": st.just(""),
}  # fmt: skip
SHAPES["place"] = SHAPES["text"]


def _member() -> st.SearchStrategy[dict[str, object]]:
    fields = {name: st.one_of(SHAPES[spec.kind], BLANK) for name, spec in BUILT_IN.items()}
    steering: dict[str, st.SearchStrategy[object]] = {
        "listing": st.sampled_from(["everyone", "members", "nobody", "all", ""]),
        "private": st.lists(st.sampled_from(["city", "contact.email"]), max_size=2),
        "lang": st.sampled_from(["de", ""]),
        "surplus": WORD,
    }
    internal: dict[str, st.SearchStrategy[object]] = {"birthday": st.just({"sealed": "AAAA"})}
    some = st.lists(st.sampled_from([*fields, *steering]), unique=True, max_size=5)
    return some.flatmap(lambda names: st.fixed_dictionaries({n: {**fields, **steering, **internal}[n] for n in names}))


def _yaml(tree: dict[str, object]) -> str:
    return yaml.dump(tree, allow_unicode=True, default_style='"', sort_keys=False, Dumper=_NoAliases)


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


# Rules that the schema's own comment lists as beyond it, and laws about more than the shape of one file.
BEYOND = {"no-such-date", "not-an-email", "bad-handle"}


@examples(400)
@given(tree=_member())
def test_what_check_accepts_the_schema_accepts_and_the_other_way_round(tree: dict[str, object]) -> None:
    problems = Problems()
    source = Source.of("members/x1.yml", _yaml(tree))
    document = read_document(source, problems)
    assert document is not None
    MemberReader(COMMUNITY.schema, problems).read(source, None, lambda name, most: None)
    errors = {problem.law.slug for problem in problems if problem.is_error}
    valid = VALIDATOR.is_valid(as_text_tree(document.tree))
    if not errors:
        assert valid, list(VALIDATOR.iter_errors(as_text_tree(document.tree)))
    if valid:
        assert errors <= BEYOND, (errors, source.text)


def test_the_schema_is_a_valid_schema_and_names_every_field() -> None:
    schema = json_schema(COMMUNITY)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == {*BUILT_IN, "listing", "private", "public", "lang"}
    assert set(json.dumps(schema)) and set(KINDS) <= set(schema["properties"]["contact"]["anyOf"][1]["properties"])


def test_rules_beyond_the_schema_are_listed_in_it() -> None:
    comment = json_schema(COMMUNITY)["$comment"]
    for rule in ("a date must exist", "well formed", "handle", "safe scheme"):
        assert rule in comment


@pytest.mark.golden
def test_the_page_of_fields_is_current() -> None:
    page = Path(__file__).parents[1] / "docs" / "fields.md"
    if os.environ.get("ACQUAINT_BLESS") == "1":
        page.write_text(reference(COMMUNITY), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == reference(COMMUNITY), "run `make bless`"


@pytest.mark.parametrize("text", ["nickname: Ada", "skills: [Python]\nlinks: {Blog: https://ada.example}"])
def test_a_usual_file_is_valid(text: str) -> None:
    document = read_document(Source.of("members/ada.yml", text), Problems())
    assert document is not None
    assert VALIDATOR.is_valid(as_text_tree(document.tree))


ODD = [
    "headline: {es-419: x}", "headline: {zh_Hant: x}", "headline: {en: []}", "headline: {given: x}", "contact: {email: []}",
    "contact: {wechat: {}}", "links: {Blog: []}", "languages: [[], en]", "private: [[]]", "skills: {text: Python}",
    "skills: {text: Python, level: high}", "offers: {text: x}", "asks: {text: x, since: 2026-01-01}", "listing: []", "listing: all",
    "name: {sealed: []}", "name: {sealed: AAAA}", 'working_on: {text: ""}', "working_on: {text: []}", 'introduced_by: "@"',
    "availability: [{text: mentoring, for: members}]", "availability: {text: mentoring}", "availability: {mentoring: 2027-01-31}",
    "offers: [{text: x, for: \"\"}]", "asks: [{since: 2026-01-01}]", "skills: [[Python]]", "bio: {de: Hallo, en: Hello}",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_odd_shapes_are_judged_alike(text: str) -> None:
    problems = Problems()
    source = Source.of("members/x1.yml", text)
    document = read_document(source, problems)
    assert document is not None
    MemberReader(COMMUNITY.schema, problems).read(source, None, lambda name, most: None)
    errors = {problem.law.slug for problem in problems if problem.is_error}
    assert VALIDATOR.is_valid(as_text_tree(document.tree)) is not bool(errors), errors
