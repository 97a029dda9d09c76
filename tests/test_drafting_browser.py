"""The writers of the browser and of Python: one table of drafts, and any draft besides, give the same bytes in both."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from acquaint.catalogues import ENGLISH
from acquaint.drafting.audience import public_part
from acquaint.drafting.draft import Draft
from acquaint.drafting.file import to_file
from acquaint.drafting.message import to_message
from acquaint.drafting.received import from_message
from acquaint.problems import Problems
from browsers import NEEDED, chromium, modules
from chance import examples
from drafts import COMMUNITY, USUAL, WILD, rules_of, told

CASES = json.loads((Path(__file__).parent / "joining" / "drafts.json").read_text("utf-8"))
WRITE = """async ([drafts, rules]) => {
    const [{ fileOf }, { messageOf }, { publicPart }] = await Promise.all(
        ["file", "message", "draft"].map((name) => import(`./js/join/${name}.js`)));
    return drafts.map((draft) =>
        [fileOf(draft, rules), fileOf(draft, rules, "quill.yml"), messageOf(draft, rules), publicPart(draft, rules)]);
}"""


def in_python(draft: dict[str, Any]) -> list[Any]:
    """The file, the same in YAML, the message and the public part as Python has them."""
    given = Draft(draft["handle"], draft["answers"])
    part = public_part(given, COMMUNITY)
    public = {"handle": part.handle, "answers": dict(part.answers)}
    files = [to_file(given, COMMUNITY, is_yaml=is_yaml) for is_yaml in (False, True)]
    return [*files, to_message(given, COMMUNITY, "en", ENGLISH), public]


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    with chromium() as browser, modules(browser) as page:
        yield page


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_python_writes_what_the_table_says(case: dict[str, Any]) -> None:
    assert in_python(case["draft"]) == [
        case["file"],
        case["yaml"],
        case["message"],
        {"handle": case["draft"]["handle"], "answers": case["public"]},
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_table_s_messages_give_the_same_file(case: dict[str, Any]) -> None:
    problems = Problems()
    draft = from_message(case["message"], COMMUNITY, problems)
    assert draft is not None, told(problems)
    assert to_file(draft, COMMUNITY) == case["file"]


@pytest.mark.browser
@NEEDED[1]
def test_the_browser_writes_what_the_table_says(page: Any) -> None:
    written = page.evaluate(WRITE, [[case["draft"] for case in CASES], rules_of()])
    for case, (file, yaml, message, public) in zip(CASES, written, strict=True):
        assert file == case["file"]
        assert yaml == case["yaml"]
        assert message == case["message"]
        assert public == {"handle": case["draft"]["handle"], "answers": case["public"]}


@pytest.mark.browser
@NEEDED[1]
@examples(40)
@given(drafts=st.lists(st.one_of(USUAL, WILD), min_size=1, max_size=12))
@example(
    drafts=[Draft("quill", {"links": {"b": "https://b.example", "10": "https://a.example", "9": "https://c.example"}})]
)
def test_python_and_the_browser_agree_on_any_draft(page: Any, drafts: list[Draft]) -> None:
    # What only Acquaint or a maintainer writes isn't in the form, so the page has no rule for it.
    plain: list[dict[str, Any]] = [
        {
            "handle": d.handle,
            "answers": {n: a for n, a in d.answers.items() if n not in ("updated", "confirmed", "owner")},
        }
        for d in drafts
    ]
    assert page.evaluate(WRITE, [plain, rules_of()]) == [in_python(draft) for draft in plain]
