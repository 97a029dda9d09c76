"""acquaint add: what the join page made becomes a file, or nothing is written and every problem is told."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from acquaint.arrivals.receiving import handle_in, receive
from acquaint.catalogues import ENGLISH
from acquaint.cli.main import acquaint as command
from acquaint.drafting.draft import Answer, Draft
from acquaint.drafting.message import to_message
from acquaint.errors import UsageError
from acquaint.load.community import without_settings
from acquaint.load.source import MOST_BYTES
from communities import tree, write

SETTINGS = "title: Ours\nreach: {email: hello@ours.example}\n"
PUBLIC = SETTINGS + "repository: {visibility: public}\n"
ANSWERS: dict[str, Answer] = {
    "nickname": "Quill",
    "headline": "I mend radios",
    "skills": ["Radios", {"text": "Payroll", "for": "members"}],
    "offers": ["An evening: soldering", "Reading two pages"],
    "city": "Ferrybridge",
    "country": "Germany",
    "links": {"Blog": "https://quill.example"},
    "name": "Philippa Undershaw",
    "contact": {"email": "philippa@gravelspoon.example", "wechat": "undershaw_p"},
    "private": ["city"],
    "bio": "Hello.\n\nI am here.",
}
PRIVATE = ("Philippa", "Undershaw", "undershaw_p", "gravelspoon", "Ferrybridge", "Payroll")
FILE = "---\nnickname: Quill\nname: Philippa Undershaw\n---\n\nHello.\n"
OTHER = {"members/quill.md": "---\nnickname: Quill\ncity: Saltmarsh\nbirthday: 02-29\n---\n"}


def message(**changes: Answer) -> str:
    """The message of an introduction, as it comes out of a chat."""
    answers = {name: answer for name, answer in {**ANSWERS, **changes}.items() if answer}
    return "Hi!\n\n" + to_message(Draft("quill", answers), without_settings(), "en", ENGLISH) + "\nBye\n"


def add(root: Path, *arguments: str, text: str | bytes = "", settings: str = SETTINGS) -> Result:
    write(root, {"community.yml": settings})
    return CliRunner().invoke(command, ["add", "--root", str(root), *arguments], input=text, standalone_mode=False)


def sent(root: Path, name: str, content: str | bytes) -> str:
    (root / "sent").mkdir(parents=True, exist_ok=True)
    write(root / "sent", {name: content})
    return str(root / "sent" / name)


def test_a_pasted_message_becomes_the_file_with_all_that_was_said(tmp_path: Path) -> None:
    done = add(tmp_path, "-", text=message())
    assert done.return_value == 0, done.output
    text = (tmp_path / "members/quill.md").read_text(encoding="utf-8")
    assert all(value in text for value in (*PRIVATE, "I mend radios", '"An evening: soldering"', "I am here."))
    assert "members/quill.md is written." in done.output and "Introduce @quill" in done.output


def test_nothing_private_is_printed_when_a_message_is_added(tmp_path: Path) -> None:
    done = add(tmp_path, "-", text=message())
    assert not [value for value in PRIVATE if value.casefold() in done.output.casefold()]
    assert "Only members see: 1 entry of Skills, City, Name, Contact (2)." in " ".join(done.output.split())


def test_two_people_who_differ_in_private_values_are_added_with_the_same_words(tmp_path: Path) -> None:
    other: dict[str, Answer] = {
        "name": "Tiberius Quennell",
        "contact": {"email": "tiberius@mossbadger.example", "wechat": "quennell_t"},
        "city": "Saltmarsh",
        "skills": ["Radios", {"text": "Whisky", "for": "members"}],
    }
    outputs = [add(tmp_path / str(at), "-", text=message(**changed)).output for at, changed in enumerate(({}, other))]
    assert outputs[0].replace("/0/", "/1/") == outputs[1]


def test_nothing_private_is_printed_of_a_message_with_errors(tmp_path: Path) -> None:
    text = message(contact={"email": "philippa undershaw", "wechat": "undershaw_p"}, birthday="Undershaw")
    done = add(tmp_path, "-", text=text)
    assert done.return_value == 1
    assert not [value for value in PRIVATE if value.casefold() in done.output.casefold()]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("philippa@gravelspoon.example", "philippa at home", "message:21:1: error A034 not-an-email"),
        ("1) An evening", "2) An evening", "message:10:1: error"),
        ("Headline [headline]", "Headline [headlime]", "message:5:1: error"),
        ("[end", "(fin", "message:"),
        ("1) Blog = ", "1) Blog ", "error"),
    ],
)
def test_problems_are_told_at_their_lines_of_the_message_and_nothing_is_written(
    old: str, new: str, place: str, tmp_path: Path
) -> None:
    assert old in message()
    done = add(tmp_path, "-", text=message().replace(old, new))
    assert done.return_value == 1
    assert place in done.output and "fix:" in done.output
    assert "Nothing was written." in done.output and "Understood so far:" in done.output
    assert not list((tmp_path / "members").iterdir())


def test_the_place_of_a_problem_is_the_line_that_was_pasted(tmp_path: Path) -> None:
    text = message().replace("philippa@gravelspoon.example", "philippa at home")
    number = next(at for at, line in enumerate(text.split("\n"), start=1) if "at home" in line)
    assert f"message:{number}:1: error A034" in add(tmp_path, "-", text=text).output


def test_problems_of_a_message_are_told_from_its_top_to_its_bottom(tmp_path: Path) -> None:
    text = message(bio="I am Philippa Undershaw.", contact={"email": "philippa at home"}, country="Atlantis")
    done = add(tmp_path, "-", text=text)
    lines = [int(line.split(":")[1]) for line in done.output.splitlines() if line.startswith("message:")]
    assert len(lines) > 2 and lines == sorted(lines)


def test_a_downloaded_file_is_taken_as_it_is_under_the_handle_it_is_named_by(tmp_path: Path) -> None:
    done = add(tmp_path, sent(tmp_path, "quill (1).md", "\ufeff" + FILE.replace("\n", "\r\n")))
    assert done.return_value == 0, done.output
    assert (tmp_path / "members/quill.md").read_bytes() == FILE.encode()


def test_a_file_may_be_pasted_if_its_handle_is_given(tmp_path: Path) -> None:
    assert isinstance(add(tmp_path, "-", text=FILE).exception, UsageError)
    assert add(tmp_path, "-", "--handle", "@lantern", text=FILE).return_value == 0
    assert (tmp_path / "members/lantern.md").is_file()


def test_a_problem_of_a_file_is_told_under_its_own_name(tmp_path: Path) -> None:
    done = add(tmp_path, sent(tmp_path, "quill.md", FILE.replace("nickname", "nicknam")))
    assert done.return_value == 1
    assert "quill.md:2:1: error A012" in done.output and "did you mean: nickname" in done.output


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("quill.md", "quill"), ("Quill.md.txt", "quill"), ("quill(2).yml", "quill"), ("@quill.markdown.md", "quill.markdown"),
        ("", ""), ("..", ".."), ("quill", "quill"),
    ],
)  # fmt: skip
def test_the_handle_is_what_the_file_is_called(name: str, handle: str) -> None:
    assert handle_in(name) == handle


@pytest.mark.parametrize("name", ["Mein Text.md", "index.md", "-.md", "con.md", "a--b.md"])
def test_a_name_that_can_be_no_handle_is_refused(name: str, tmp_path: Path) -> None:
    done = add(tmp_path, sent(tmp_path, name, FILE))
    assert isinstance(done.exception, UsageError)
    assert not list((tmp_path / "members").iterdir())


def test_a_handle_never_leads_out_of_the_members_folder(tmp_path: Path) -> None:
    before = tree(write(tmp_path, {"community.yml": SETTINGS}))
    for handle in ("../evil", "a/b", "..", "/etc/evil", "a\nb"):
        assert isinstance(add(tmp_path, "-", "--handle", handle, text=FILE).exception, UsageError)
    assert tree(tmp_path) == before


def test_a_member_who_is_there_is_kept_unless_told_otherwise(tmp_path: Path) -> None:
    write(tmp_path, OTHER)
    done = add(tmp_path, "-", text=message())
    assert isinstance(done.exception, UsageError) and "--replace" in str(done.exception)
    assert (tmp_path / "members/quill.md").read_text() == OTHER["members/quill.md"]


def test_a_replacement_names_what_changes_and_goes_away_and_no_value(tmp_path: Path) -> None:
    done = add(write(tmp_path, OTHER), "-", "--replace", text=message(nickname="Quillon", city="", private=""))
    assert done.return_value == 0, done.output
    assert "Goes away: City." in done.output
    assert "Stays, for the form doesn't know it: Birthday." in done.output
    assert "New: " in done.output
    assert "Nickname" in done.output.partition("Changes: ")[2].partition(".")[0]
    assert "Saltmarsh" not in done.output and "02-29" not in done.output


def test_a_picture_that_stays_beside_the_file_does_not_go_away(tmp_path: Path) -> None:
    write(tmp_path, {"members/quill.md": "---\nnickname: Quill\navatar: quill.png\n---\n", "members/quill.png": b"no"})
    done = add(tmp_path, "-", "--replace", "--dry-run", text=message())
    assert "New: " in done.output and "Picture" not in done.output
    (tmp_path / "members/quill.png").unlink()
    done = add(tmp_path, "-", "--replace", text=message())
    assert done.return_value == 1 and "bad-image" in done.output
    assert "Picture" not in done.output and "avatar: quill.png" in (tmp_path / "members/quill.md").read_text()


def test_another_spelling_of_an_agreed_word_is_no_change(tmp_path: Path) -> None:
    settings = SETTINGS + "vocabulary: {skills: {Radios: {also: [Wireless], de: Funk}, Repair: {}}}\n"
    old = "---\nnickname: Quill\nskills: [Funk, {text: wireless, for: members}]\n---\n"
    write(tmp_path, {"members/quill.md": old})
    kept: list[Answer] = ["Radios", {"text": "Radios", "for": "members"}]

    def told(skills: Answer) -> str:
        text = "Hi\n" + to_message(
            Draft("quill", {"nickname": "Quill", "skills": skills}), without_settings(), "en", ENGLISH
        )
        return add(tmp_path, "-", "--replace", "--dry-run", text=text, settings=settings).output

    assert "It says the same as before." in told(kept)
    assert "Changes: Skills." in told(["Repair", kept[1]]), "another word is a change"
    assert "Changes: Skills." in told([kept[1]]), "whom it is for is a change"


@pytest.mark.parametrize("kind", ["message", "file"])
def test_a_replacement_leaves_one_file_of_the_kind_that_was_sent_or_stood_there(kind: str, tmp_path: Path) -> None:
    write(tmp_path, {"members/harbour/quill.yml": "nickname: Quill\nbirthday: 02-29\n"})
    place = "-" if kind == "message" else sent(tmp_path, "quill.md", FILE)
    assert add(tmp_path, place, "--replace", text=message()).return_value == 0
    [left] = [path.relative_to(tmp_path).as_posix() for path in (tmp_path / "members").rglob("*.*")]
    assert left == ("members/harbour/quill.yml" if kind == "message" else "members/harbour/quill.md")
    assert "birthday: 02-29" in (tmp_path / left).read_text(encoding="utf-8")


def test_a_dry_run_shows_all_and_writes_nothing(tmp_path: Path) -> None:
    note = tmp_path / "result.txt"
    done = add(tmp_path, "-", "--dry-run", "--result", str(note), text=message())
    assert done.return_value == 0 and "│ Quill  @quill" in done.output and "would be written" in done.output
    assert not list((tmp_path / "members").iterdir()) and not note.exists()


@pytest.mark.parametrize("kind", ["message", "file"])
def test_a_public_repository_never_gets_what_only_members_read(kind: str, tmp_path: Path) -> None:
    text = message() if kind == "message" else FILE.replace("name: Ph", "# Undershaw\nname: Ph")
    done = add(tmp_path, "-", "--handle", "quill", text=text, settings=PUBLIC)
    assert done.return_value == 0, done.output
    written = (tmp_path / "members/quill.md").read_text(encoding="utf-8")
    assert not [value for value in PRIVATE if value in written + done.output]
    assert "This repository is public" in done.output and "hello@ours.example" in done.output


def test_the_file_is_checked_with_the_picture_beside_it(tmp_path: Path) -> None:
    write(tmp_path, {"members/quill.jpg": b"no picture"})
    done = add(tmp_path, "-", text=message())
    assert "members/quill.md is written." in done.output
    assert "avatar" in done.output or "picture" in done.output


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"\x00" * 40, b"PK\x03\x04word", b"Hello, may I join?", b"---\n", b"---\n]\n---\n", b"{}"],
)
def test_what_is_no_introduction_is_refused_with_a_problem(content: bytes, tmp_path: Path) -> None:
    done = add(tmp_path, "-", "--handle", "quill", text=content)
    assert done.return_value == 1, done.output
    assert "error A0" in done.output
    assert not list((tmp_path / "members").iterdir())


def test_a_file_that_is_not_there_and_no_file_at_all_are_wrong_use(tmp_path: Path) -> None:
    assert isinstance(add(tmp_path, str(tmp_path / "nowhere.md")).exception, UsageError)
    assert isinstance(add(tmp_path).exception, UsageError)


def test_the_result_is_lines_of_a_handle_and_a_path(tmp_path: Path) -> None:
    note = tmp_path / "result.txt"
    note.write_text("before=1\n")
    add(tmp_path, "-", "--result", str(note), text=message())
    assert note.read_text() == "before=1\nhandle=quill\npath=members/quill.md\n"


def issue(root: Path, body: object) -> str:
    """The event of an issue with the text `body`, in a file."""
    return sent(root, "event.json", json.dumps({"action": "opened", "issue": {"number": 7, "body": body}}))


FORM = """### Handle [handle]

quill

### Nickname [nickname]

Quill

### Headline [headline]

{headline}

### Country [country]

Germany

### Agreed [consent]

- [X] I know that this is public.
"""


def test_an_issue_becomes_a_file_and_its_words_are_never_printed(tmp_path: Path) -> None:
    note = tmp_path / "result.txt"
    event = issue(tmp_path, FORM.format(headline="::set-output name=x::1 ##[error] I mend radios"))
    done = add(tmp_path, "--issue", event, "--result", str(note))
    assert done.return_value == 0, done.output
    assert "radios" not in done.output and "::" not in done.output and "##[" not in done.output
    assert note.read_text() == "handle=quill\npath=members/quill.md\n"
    assert "I mend radios" in (tmp_path / "members/quill.md").read_text(encoding="utf-8")


def test_an_issue_takes_nobody_s_place(tmp_path: Path) -> None:
    done = add(write(tmp_path, OTHER), "--issue", issue(tmp_path, FORM.format(headline="Hello")))
    assert done.return_value == 1 and "members/quill.md is there already" in done.output
    assert (tmp_path / "members/quill.md").read_text() == OTHER["members/quill.md"]


@pytest.mark.parametrize("handle", ["../../evil", "a\nhandle=evil", "$(id)", "", "index", "x" * 40])
def test_no_handle_of_an_issue_leads_anywhere_else(handle: str, tmp_path: Path) -> None:
    note = tmp_path / "result.txt"
    event = issue(tmp_path, FORM.format(headline="Hello").replace("quill", handle, 1))
    done = add(tmp_path, "--issue", event, "--result", str(note))
    assert done.return_value == 1 and not note.exists()
    assert not list((tmp_path / "members").iterdir())


@pytest.mark.parametrize("name", ["quill.md", "quill.yml"])
def test_a_file_that_is_larger_than_any_introduction_is_not_taken(name: str) -> None:
    front = "nickname: Quill\n" if name.endswith(".yml") else "---\nnickname: Quill\n---\n"
    fits, large = (f"{front}#{'x' * (most - len(front) - 1)}".encode() for most in (MOST_BYTES, MOST_BYTES + 1))
    assert "file-too-large" not in {problem.law.slug for problem in receive(fits, name, without_settings()).problems}
    refused = receive(large, name, without_settings())
    assert [problem.law.slug for problem in refused.problems] == ["file-too-large"]
    assert (refused.draft, refused.text, refused.handle) == (None, "", "")


def test_an_issue_with_an_error_says_where_it_is(tmp_path: Path) -> None:
    done = add(tmp_path, "--issue", issue(tmp_path, FORM.format(headline="x" * 300)))
    assert done.return_value == 1
    assert "issue:9:1: error A0" in done.output and "too-long" in done.output
    assert "xxx" not in done.output


@pytest.mark.parametrize("content", ["", "[]", "{", '{"issue": 1}', '{"issue": {"body": null}}', "[" * 5000, "\x00"])
def test_what_is_no_issue_s_event_is_refused(content: str, tmp_path: Path) -> None:
    done = add(tmp_path, "--issue", sent(tmp_path, "event.json", content))
    assert done.return_value == 1 and "error A0" in done.output
    assert not list((tmp_path / "members").iterdir())


def test_a_replacement_by_an_issue_is_wrong_use(tmp_path: Path) -> None:
    event = sent(tmp_path, "event.json", json.dumps({"issue": {"body": ""}}))
    assert isinstance(add(tmp_path, "--issue", event, "--replace").exception, UsageError)


def test_a_wide_terminal_and_chinese_sentences_go_together(tmp_path: Path) -> None:
    done = add(tmp_path, "-", text=message(), settings=SETTINGS + "languages: [zh]\n")
    assert done.return_value == 0, done.output
    assert "│ 技能" in done.output


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_no_folder_steers_a_terminal_or_the_next_step_of_a_workflow(tmp_path: Path) -> None:
    folder = "members/\x1b[2J\npath=evil"
    write(tmp_path, {f"{folder}/quill.md": OTHER["members/quill.md"]})
    note = tmp_path / "result.txt"
    done = add(tmp_path, "-", "--replace", "--result", str(note), text=message())
    assert done.return_value == 0, done.output
    assert note.read_text(encoding="utf-8").splitlines() == ["handle=quill", "path=members/�[2J�path=evil/quill.md"]
    command_line = next(line for line in done.output.splitlines() if "git add" in line)
    assert "\\x1b[2J\\x0apath=evil" in command_line
    assert "\x1b" not in done.output
