"""acquaint add and acquaint new where everybody can read the file: it says what strangers will read, and is told so."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from acquaint.cli.main import acquaint as command
from acquaint.load import load
from acquaint.privacy import plain_values_of
from acquaint.problems import Problems
from communities import write

PUBLIC = "title: Ours\nreach: {email: hello@ours.example}\nrepository: {visibility: public}\n"
PRIVATE = "title: Ours\nrepository: {visibility: private}\n"
SPELT = ("quilla", "marchbank", "zwirbel", "q@zz.example", "oslo")
WHOLE = """---
nickname: Nick
headline: I am Quilla Marchbank of Zwirbel Works, q@zz.example
skills: [Radios, Zwirbel Works]
offers:
  - {text: Ask Marchbank, since: 2026-11-01}
working_on: A book with Quilla
availability: [{mentoring: 2027-01-31}, {Marchbank tours: 2027-01-31}]
city: Oslo
links:
  Blog: https://b.example/
  Quilla: https://c.example/
  Home: https://quilla-marchbank.example/
name: Quilla Marchbank   # Quilla
company: Zwirbel Works
contact: {email: q@zz.example}
# birthday: 02-07
private: [city]
---

I am **Quil**la Marchbank. Mail: q&#64;zz.example

[me]: https://d.example/marchbank
"""
ISSUE = """### Handle [handle]

quill

### Headline [headline]

Call +49 30 1234567 or write m@other.example

### Agreed [consent]

- [X] I know that this is public.
"""


def run(root: Path, *arguments: str, typed: str = "", settings: str = PUBLIC) -> Result:
    write(root, {"community.yml": settings})
    name, *others = arguments
    return CliRunner().invoke(command, [name, "--root", str(root), *others], input=typed, standalone_mode=False)


def added(root: Path, content: str, *options: str, settings: str = PUBLIC) -> Result:
    return run(root, "add", "-", "--handle", "quill", *options, typed=content, settings=settings)


def written(root: Path) -> str:
    return (root / "members/quill.md").read_text("utf-8")


def test_a_file_for_everybody_holds_no_private_value_in_any_of_its_texts(tmp_path: Path) -> None:
    done = added(tmp_path, WHOLE)
    assert done.return_value == 0, done.output
    file = written(tmp_path)
    assert [value for value in SPELT if value in file.casefold()] == []
    assert "headline: I am Nick of an organisation, (contact for members)" in file
    assert "https://b.example/" in file
    [record] = load(tmp_path, Problems()).records
    assert plain_values_of(record) == ()


def test_who_adds_it_is_told_each_sentence_and_shown_the_card_without_private_values(tmp_path: Path) -> None:
    told = " ".join(added(tmp_path, WHOLE, "--dry-run").output.split())
    assert [value for value in SPELT if value in told.casefold()] == []
    assert "so the file says it as strangers will read it:" in told
    assert "Headline repeats your name, which only members see. Strangers will read: “I am Nick of an" in told
    assert "Skills repeats where you work, which only members see, so strangers won't see this entry." in told
    assert told.count("Links repeats your name, which only members see, so strangers won't see this entry.") == 2
    assert "│ I am Nick of an organisation" in told


def test_a_private_repository_keeps_every_word(tmp_path: Path) -> None:
    content = WHOLE.replace(", q@zz.example\n", "\n").replace("q&#64;zz.example", "")
    assert added(tmp_path, content, settings=PRIVATE).return_value == 0
    assert written(tmp_path) == content


def test_what_is_opened_stays_in_the_texts(tmp_path: Path) -> None:
    content = WHOLE.replace("private: [city]", "private: [city]\npublic: [name, company, contact.email]")
    assert added(tmp_path, content).return_value == 0
    assert "I am Quilla Marchbank of Zwirbel Works, q@zz.example" in written(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "law"),
    [
        ("name: Quilla Marchbank ", "name: [Quilla Marchbank] ", "A013"),
        ("company: Zwirbel Works", "compny: Zwirbel Works", "A012"),
        ("company: Zwirbel Works", "company: {text: Zwirbel Works}", "A0"),
        ("contact: {email: q@zz.example}", "contact: {email: q at zz}", "A034"),
    ],
)
def test_a_private_value_that_can_t_be_read_could_not_be_taken_out_so_nothing_is_written(
    old: str, new: str, law: str, tmp_path: Path
) -> None:
    assert old in WHOLE
    done = added(tmp_path, WHOLE.replace(old, new))
    assert done.return_value == 1
    assert f"error {law}" in done.output
    assert not list((tmp_path / "members").iterdir())


def test_a_handle_that_spells_the_name_is_still_told(tmp_path: Path) -> None:
    done = run(tmp_path, "add", "-", "--handle", "quilla-marchbank", typed=WHOLE)
    assert done.return_value == 0
    assert "The handle spells the private name" in done.output


@pytest.mark.parametrize("settings", [PUBLIC, PRIVATE])
def test_an_issue_brings_no_contact_into_a_text_and_its_words_are_not_told(settings: str, tmp_path: Path) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": {"body": ISSUE}}), encoding="utf-8")
    done = run(tmp_path, "add", "--issue", str(event), settings=settings)
    assert done.return_value == 0, done.output
    assert "Call (contact for members) or write (contact for members)" in written(tmp_path)
    assert "as strangers will read it: Headline." in done.output
    assert "Call" not in done.output and "1234567" not in done.output


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("introducing", "welcoming", "editing"):
        monkeypatch.setattr(f"acquaint.cli.{module}.is_at_terminal", lambda: True)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the editor one that leaves a given text."""

    def leave(text: str) -> None:
        def edit(filename: str) -> None:
            Path(filename).write_text(text, encoding="utf-8")

        monkeypatch.setattr("acquaint.cli.editing.click.edit", edit)

    return leave


@pytest.mark.usefixtures("at_terminal")
@pytest.mark.parametrize(("settings", "is_refused"), [(PUBLIC, True), (PRIVATE, False)])
def test_a_contact_in_an_answer_is_refused_where_the_file_is_for_everybody(
    settings: str, is_refused: bool, tmp_path: Path
) -> None:
    answers = ["Quill", "Write to q@zz.example", ".", "quill"]
    done = run(
        tmp_path, "new", typed="\n".join([*answers, *(["n"] if is_refused else ["y"])]) + "\n", settings=settings
    )
    assert (tmp_path / "members/quill.md").exists() != is_refused, done.output
    assert ("error A062 contact-in-prose" in done.output) == is_refused


@pytest.mark.usefixtures("at_terminal")
def test_a_contact_that_the_community_shows_may_be_named(tmp_path: Path) -> None:
    answers = ["Quill", "Write to hello@ours.example", ".", "quill", "y"]
    done = run(tmp_path, "new", typed="\n".join(answers) + "\n")
    assert "hello@ours.example" in written(tmp_path), done.output


def test_a_contact_that_was_left_in_the_editor_is_refused(editor: Callable[[str], None], tmp_path: Path) -> None:
    editor("---\nheadline: Write to q@zz.example\n---\n")
    done = run(tmp_path, "new", "--editor", "quill")
    assert "error A062 contact-in-prose" in done.output
    assert not list((tmp_path / "members").iterdir())


@pytest.mark.parametrize("arguments", [(), ("members/nick.md",)])
def test_who_asks_before_handing_in_hears_what_strangers_would_read(arguments: tuple[str, ...], tmp_path: Path) -> None:
    write(tmp_path, {"members/nick.md": WHOLE})
    files = [str(tmp_path / name) for name in arguments]
    said = run(tmp_path, "check", *files)
    assert said.return_value == 1
    assert {f"{name} is for members, but strangers" in said.output for name in ("name", "contact.email", "city")} == {
        True
    }
    assert not [text for text in SPELT if text in said.output.casefold()]
    assert "birthday is for members" in said.output, "a comment is read, too"
    assert "can read this repository" not in run(tmp_path, "check", *files, settings=PRIVATE).output


def test_an_explanation_says_that_the_file_is_public_itself(tmp_path: Path) -> None:
    write(tmp_path, {"members/nick.md": WHOLE})
    told = [run(tmp_path, "check", "--explain", "nick", settings=settings).output for settings in (PUBLIC, PRIVATE)]
    assert ["in a public repository" in text for text in told] == [True, False]
