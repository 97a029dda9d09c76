"""A change made in the form, all the way: the public site, the form's own scripts, the message, the member's file."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from acquaint.cli.main import acquaint as command
from browsers import NEEDED, chromium, serving, settle
from communities import built, tree, write

pytestmark = NEEDED
SETTINGS = {
    "title": "Aquilo",
    "reach": {"email": "salve@aquilo.example"},
    "repository": {"url": "https://github.com/aquilo/people", "branch": "main", "visibility": "private"},
    "join": {"doors": ["message", "pull-request", "download", "copy"]},
}
ADA = """\
---
nickname: Ada
headline: I draw rivers
skills: [Maps, {text: Payroll, for: members}]
asks:
  - {text: A boat, since: 2020-01-01}   # long ago
  - A lamp
country: Germany
links: {Blog: https://ada.example}
# Below: for us
name: Mara Okonkwo
company: Nordwerk
contact: {email: mara@post.example, phone: "+49 30 1234567"}
birthday: 03-14
public: [contact.email]
---

I am Mara Okonkwo, and I **draw**.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture
def edit(browser: Any, tmp_path: Path) -> Iterator[Callable[[], Any]]:
    """Builds the community and opens the form to change Ada's introduction."""
    write(tmp_path / "ours", {"community.yml": json.dumps(SETTINGS), "members/ada.md": ADA})
    built(tmp_path / "ours", tmp_path / "site")
    context = browser.new_context()
    with serving(tmp_path / "site/public") as address:

        def opened() -> Any:
            page = context.new_page()
            page.goto(f"{address}join/?edit=ada")
            page.locator("[data-module=join]:not([hidden])").wait_for(state="attached")
            return page

        yield opened
    context.close()


def text(page: Any, door: str) -> str:
    settle(page)
    found: str = page.locator(f"[data-door={door}] [data-part=text]").input_value()
    return found


def replaced(root: Path, message: str) -> str:
    arguments = ["add", "--root", str(root), "-", "--replace"]
    done = CliRunner().invoke(command, arguments, input=message, standalone_mode=False)
    assert done.return_value == 0, done.output
    return done.output


def test_a_form_that_nobody_touched_leaves_the_file_as_it_is(edit: Callable[[], Any], tmp_path: Path) -> None:
    told = replaced(tmp_path / "ours", text(edit(), "message"))
    after = (tmp_path / "ours/members/ada.md").read_text()
    assert after == ADA.replace("public: [contact.email]\n", "private: [avatar]\npublic: [contact.email]\n")
    assert "Changes" not in told and "Goes away" not in told


def test_a_change_goes_from_the_form_into_the_file_and_nothing_else_does(
    edit: Callable[[], Any], tmp_path: Path
) -> None:
    page = edit()
    page.fill("#join-headline", "I draw lakes")
    page.select_option("#join-country", "")
    page.fill("#join-company", "Seewerk")
    message = text(page, "message")
    assert not [value for value in ("Okonkwo", "mara@", "Nordwerk", "Payroll", "A boat", "1234567") if value in message]
    told = replaced(tmp_path / "ours", message)
    expected = ADA.replace("rivers", "lakes").replace("country: Germany\n", "").replace("Nordwerk", "Seewerk")
    expected = expected.replace("public: [contact.email]\n", "private: [avatar]\npublic: [contact.email]\n")
    assert (tmp_path / "ours/members/ada.md").read_text() == expected
    assert "Goes away: Country." in told
    built(tmp_path / "ours", tmp_path / "site")
    public = b"".join(tree(tmp_path / "site/public").values())
    assert b"I draw lakes" in public and b"I draw rivers" not in public


def test_for_a_pull_request_only_what_was_changed_is_copied(edit: Callable[[], Any]) -> None:
    page = edit()
    page.fill("#join-headline", "I draw lakes")
    page.select_option("#join-country", "")
    assert text(page, "pull-request") == "headline: I draw lakes"
    told = page.locator("[data-door=pull-request] [data-part=how]").inner_text()
    assert "put each field in the place" in told and "Take out there: country." in told
    page.fill("#join-bio", "I draw.\n\nBye.")
    assert text(page, "pull-request") == "headline: I draw lakes\n\nI draw.\n\nBye."
    assert "acquaint add --replace" in page.locator("[data-door=download]").inner_text()


def test_what_a_form_of_ones_own_does_not_ask_for_goes_back_as_it_came(edit: Callable[[], Any]) -> None:
    page = edit()
    assert "[country]: DE" in text(page, "message")
    page.route("**/more.txt", lambda route: route.fulfill(body=_without_country(route), content_type="text/plain"))
    page.reload()
    page.locator("[data-module=join]:not([hidden])").wait_for(state="attached")
    page.fill("#join-headline", "I draw lakes")
    assert page.locator("#join-country").count() == 0
    assert "[country]: DE" in text(page, "message")


def _without_country(route: Any) -> str:
    markup: str = route.fetch().text()
    return markup.replace('data-field="country"', 'data-was="country"').replace("join-country", "was-country")
