"""What goes into a file that everybody can read: one table for Python and the browser, and every kind of field."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from acquaint.arrivals.opening import Change, Opened, opened
from acquaint.drafting.draft import Answer, Draft
from acquaint.drafting.file import to_file
from acquaint.withhold import Kind
from browsers import NEEDED, chromium, modules
from drafts import COMMUNITY
from joining_rules import join_rules, read, table

CASES = table("opened")
each = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
READ = """async ([drafts, rules]) => {
    const [{ readByAll, isForAll }, { fileOf }] = await Promise.all(["parts", "file"].map((name) => import(`./js/join/${name}.js`)));
    await (await import("./js/join/withhold.js")).learnToFind();
    return drafts.map((draft) => [readByAll(draft, rules).answers, fileOf(readByAll(draft, rules), rules), isForAll(draft, rules)]);
}"""
NAME = "Quilla Marchbank"
SPELT = ("quilla", "marchbank", "zwirbel", "q@zz.example")
WHOLE: dict[str, Any] = {"name": NAME, "company": "Zwirbel Works", "contact": {"email": "q@zz.example"}}
KINDS: dict[str, list[Any]] = {
    "text": [NAME, {"en": NAME, "de": "Ich bei Zwirbel Works, q@zz.example"}],
    "place": [NAME, {"en": NAME}],
    "prose": [f"# {NAME}\n\n[a](https://zwirbelworks.example)\n\n<q@zz.example>", {"en": "**Quil**la Marchbank"}],
    "tags": [[NAME, {"text": "Zwirbel Works", "for": "everyone"}], NAME],
    "items": [[f"Ask {NAME}", {"text": "q@zz.example", "since": "2026-11-01"}], NAME],
    "dated": [NAME, {"text": f"{NAME}, q@zz.example", "since": "2026-11-01"}],
    "availability": [[NAME, {NAME: "2027-01-31"}], {"Zwirbel Works": "2027-01-31"}, NAME],
    "links": [{NAME: "https://a.example", "b": "https://quilla-marchbank.example", "c": "https://c.example/%51uilla"}, {"d": "mailto:q@zz.example", "e": "https://zwirbelworks.example"}],
    "country": [NAME], "timezone": [NAME, f"Europe/{NAME}"], "language": [NAME], "languages": [[NAME, "en"]],
    "date": [NAME], "month-day": [NAME], "handle": ["quilla-marchbank"], "image": ["quilla-marchbank.jpg"],
}  # fmt: skip
"""Answers of each kind that say what only members should read; a browser's form may hold what no file would."""


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    with chromium() as browser, modules(browser) as page:
        yield page


def in_python(answers: dict[str, Answer], root: Path) -> Opened:
    loaded, _, _ = read(root, {"handle": "quill", "answers": answers})
    [record] = loaded.records
    return opened(Draft("quill", answers), record, loaded)


@each
def test_python_writes_what_the_table_says(case: dict[str, Any], tmp_path: Path) -> None:
    assert in_python(case["answers"], tmp_path).draft == Draft("quill", case["public"])


@each
def test_each_change_is_told_and_nothing_else_is_one(case: dict[str, Any], tmp_path: Path) -> None:
    found = in_python(case["answers"], tmp_path)
    public = found.draft.answers
    changed = {change.field for change in found.changes}
    unsaid = {name for name in changed if public.get(name) == case["answers"][name]}
    assert not unsaid
    for change in found.changes:
        assert "name" not in case["answers"] or not [value for value in SPELT if value in change.sentence.casefold()]


def test_a_change_says_why_and_what_strangers_will_read(tmp_path: Path) -> None:
    answers = {**WHOLE, "headline": "Hello. I am with Zwirbel Works. Bye.", "skills": [NAME, "Radios"]}
    assert in_python(answers, tmp_path).changes == (
        Change("headline", Kind.COMPANY, "I am with an organisation."),
        Change("skills", Kind.NAME),
    )


def test_what_was_opened_once_stays_as_it_is(tmp_path: Path) -> None:
    for at, case in enumerate(CASES):
        again = in_python(dict(case["public"]), tmp_path / str(at))
        assert again == Opened(Draft("quill", case["public"]), ()), case["name"]


@pytest.mark.browser
@NEEDED[1]
def test_the_browser_writes_what_the_table_says(page: Any, tmp_path: Path) -> None:
    loaded, _, _ = read(tmp_path, {"handle": "quill", "answers": {}})
    drafts = [{"handle": "quill", "answers": case["answers"]} for case in CASES]
    for case, (answers, file, is_all) in zip(
        CASES, page.evaluate(READ, [drafts, join_rules(loaded.community)]), strict=True
    ):
        assert answers == case.get("here", case["public"]), case["name"]
        assert file == to_file(Draft("quill", answers), loaded.community)
        assert is_all == (answers == case["answers"]), case["name"]


@pytest.mark.browser
@NEEDED[1]
def test_no_kind_of_field_carries_a_private_value_out_of_the_form(page: Any, tmp_path: Path) -> None:
    own = {
        f"own_{kind.replace('-', '_')}": replace(COMMUNITY.fields["headline"], name=f"own_{kind.replace('-', '_')}", kind=kind)
        for kind in KINDS
    }  # fmt: skip
    rules = join_rules(replace(COMMUNITY, fields={**COMMUNITY.fields, **own}))
    kinds = {row["kind"] for row in rules["fields"]} - {"contact", "phone", "email"}
    assert kinds == set(KINDS), "a contact that is opened is opened by choice"
    drafts = [
        {"handle": "quill", "answers": {**WHOLE, name: answer}}
        for name, spec in own.items()
        for answer in KINDS[spec.kind]
    ]
    for draft, (answers, file, is_all) in zip(drafts, page.evaluate(READ, [drafts, rules]), strict=True):
        told = (json.dumps(answers, ensure_ascii=False) + file).casefold()
        assert [value for value in SPELT if value in told] == [], draft
        assert not is_all
