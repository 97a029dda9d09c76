"""One table of drafts and their problems: the command and the join page tell the same, in the same words."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given

from acquaint.drafting.draft import Draft
from acquaint.introduction import NEVER_ASKED
from acquaint.laws import LAWS
from acquaint.render.machines.phrases import phrases
from acquaint.theme import Theme
from browsers import NEEDED, chromium, modules
from chance import examples
from drafts import USUAL
from joining_rules import SETTINGS, join_rules, read, rows, table

CASES = table("checks")
MASK = "•••"
"""What the command prints for a value that only members see; on the member's own screen nothing is masked."""

SCRIPT = (Path(__file__).parents[1] / "templates" / "assets" / "js" / "join" / "checks.js").read_text("utf-8")
KNOWN = dict(re.findall(r"(A\d{3}) ([a-z-]+)", SCRIPT))
"""The laws that a form can break; others speak of files, of shapes that no form has, or of the whole directory."""

OTHERWISE = {"unknown-country", "unknown-timezone", "unknown-language", "name-in-prose", "company-in-prose",
             "contact-in-prose", "private-contact", "handle-spells-name", "link-spells-name"}  # fmt: skip
"""Laws whose tables a browser has in short, so that it may warn where the command doesn't."""

each = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    with chromium() as browser, modules(browser) as page:
        yield page


def in_browser(page: Any, drafts: list[Any], rules: list[Any], words: list[Any] | None = None) -> list[Any]:
    found: list[Any] = page.evaluate(
        """async ([drafts, rules, words]) => {
            const { speak } = await import("./js/words.js");
            const { problemsOf } = await import("./js/join/checks.js");
            await (await import("./js/join/withhold.js")).learnToFind();
            speak(...(words ?? ["en"]));
            return drafts.map((draft, at) => problemsOf(draft, rules[at]));
        }""",
        [drafts, rules, words],
    )
    return found


def judged(case: dict[str, Any], root: Path) -> tuple[list[dict[str, str]], dict[str, Any]]:
    loaded, problems, content = read(root, case["draft"], case.get("settings", SETTINGS))
    return rows(problems, content), join_rules(loaded.community)


def in_order(problems: list[dict[str, str]], *keys: str) -> list[tuple[str, ...]]:
    return sorted(tuple(problem.get(key, "") for key in keys) for problem in problems)


@each
def test_the_command_tells_what_the_table_says(case: dict[str, Any], tmp_path: Path) -> None:
    found, _ = judged(case, tmp_path)
    wanted = sorted(case["problems"], key=lambda one: (one["field"], one["code"], one["message"]))
    told = sorted(found, key=lambda one: (one["field"], one["code"], one["message"]))
    assert [(one["code"], one["field"]) for one in told] == [(one["code"], one["field"]) for one in wanted]
    for one, other in zip(told, wanted, strict=True):
        if other.get("masked"):
            assert MASK in one["message"]
            assert re.fullmatch(re.escape(one["message"]).replace(MASK, ".+"), other["message"])
        else:
            assert in_order([one], "message", "fix", "meant") == in_order([other], "message", "fix", "meant")


@pytest.mark.browser
@NEEDED[1]
def test_the_browser_tells_what_the_table_says(page: Any, tmp_path: Path) -> None:
    told = [judged(case, tmp_path / str(number)) for number, case in enumerate(CASES)]
    found = in_browser(page, [case["draft"] for case in CASES], [rules for _, rules in told])
    for case, (command, _), problems in zip(CASES, told, found, strict=True):
        keys = ("code", "field", "message", "fix", "meant")
        wanted = [
            {key: value for key, value in one.items() if key != "meant" or not one.get("unguessed")}
            for one in case["problems"]
            if not one.get("unseen")
        ]
        assert in_order(problems, *keys) == in_order(wanted, *keys), case["name"]
        seen = [one for one in command if one["code"] in KNOWN]
        assert in_order(problems, "code", "slug", "severity") == in_order(seen, "code", "slug", "severity")


def test_the_table_has_every_law_that_a_form_can_break() -> None:
    assert {LAWS[slug].code: slug for slug in KNOWN.values()} == KNOWN
    problems = [problem for case in CASES for problem in case["problems"]]
    assert set(KNOWN) == {problem["code"] for problem in problems if not problem.get("unseen")}
    assert not set(KNOWN) & {problem["code"] for problem in problems if problem.get("unseen")}
    assert len(CASES) > 150
    assert len({case["name"] for case in CASES}) == len(CASES)


@pytest.mark.browser
@NEEDED[1]
@pytest.mark.parametrize("language", ["de", "zh"])
def test_the_browser_says_it_in_the_words_of_the_command(page: Any, tmp_path: Path, language: str) -> None:
    theme = Theme.load()
    catalogue = theme.words(language, "messages")
    spoken = theme.words(language, "browser")
    words: dict[str, Any] = {}
    for is_joining in (False, True):
        scripts = [content for name, content in theme.scripts() if name.startswith("js/join/") is is_joining]
        words |= json.loads(phrases(spoken, *([catalogue] if is_joining else []), scripts=scripts))
    cases = [case for case in CASES if not any(problem.get("masked") for problem in case["problems"])]
    read_cases = [
        read(tmp_path / str(number), case["draft"], case.get("settings", SETTINGS)) for number, case in enumerate(cases)
    ]
    found = in_browser(
        page,
        [case["draft"] for case in cases],
        [join_rules(loaded.community) for loaded, _, _ in read_cases],
        [language, words],
    )
    for case, (_, problems, content), told in zip(cases, read_cases, found, strict=True):
        wanted = [one for one in rows(problems, content, catalogue) if one["code"] in KNOWN]
        assert in_order(told, "code", "message", "fix") == in_order(wanted, "code", "message", "fix"), case["name"]


@pytest.mark.browser
@NEEDED[1]
@examples(25, HealthCheck.function_scoped_fixture)
@given(draft=USUAL)
def test_on_any_draft_the_browser_warns_of_no_less_than_the_command(
    page: Any, tmp_path_factory: pytest.TempPathFactory, draft: Draft
) -> None:
    plain = {"handle": draft.handle, "answers": draft.answers}
    unasked = ("favourite_walk", "allergies", "avatar", *NEVER_ASKED)
    answers = {name: answer for name, answer in draft.answers.items() if name not in unasked}
    loaded, problems, content = read(tmp_path_factory.mktemp("draft"), {**plain, "answers": answers})
    command = {(one["slug"], one["field"]) for one in rows(problems, content) if one["slug"] in KNOWN.values()}
    [found] = in_browser(page, [{**plain, "answers": answers}], [join_rules(loaded.community)])
    browser = {(one["slug"], one["field"]) for one in found}
    assert {pair for pair in browser - command if pair[0] not in OTHERWISE} == set()
    told = {field for _, field in browser}
    assert {pair for pair in command - browser if pair[0] not in OTHERWISE or pair[1] not in told} == set()


@pytest.mark.browser
@NEEDED[1]
def test_what_only_a_review_can_tell_is_said_and_only_where_it_is_asked(page: Any, tmp_path: Path) -> None:
    loaded, _, _ = read(tmp_path, {"handle": "quill", "answers": {}})
    rules = join_rules(loaded.community)
    asked = """async (rules) => (await import("./js/join/review.js")).onlyAtReview(rules)"""
    every = page.evaluate(asked, rules)
    without = {**rules, "fields": [field for field in rules["fields"] if field["kind"] not in ("image", "handle")]}
    assert len(every) == len(set(every)) == len(page.evaluate(asked, without)) + 2
