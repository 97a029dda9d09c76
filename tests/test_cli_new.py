"""acquaint new: questions whose answers are judged at once, a card, and a file that is written only when agreed to."""

import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from acquaint.arrivals.naming import NEUTRAL, proposal, refusal
from acquaint.arrivals.placing import place
from acquaint.cli.main import acquaint as command
from acquaint.errors import UsageError
from communities import found as problems_in
from communities import slugs, tree, write

SETTINGS = "title: Ours\nreach: {email: hello@ours.example}\n"
FIRST = ["Quill", "I mend radios", "An evening: soldering", "", "A quiet room", ""]
OTHER = {"members/heron.md": "---\nnickname: Heron\n---\n"}


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("introducing", "welcoming", "editing"):
        monkeypatch.setattr(f"acquaint.cli.{module}.is_at_terminal", lambda: True)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Makes $VISUAL a program that puts the next of some texts into the file, and notes the file and its mode."""

    def make(*texts: str) -> Path:
        folder = tmp_path / "desk"
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        code = (
            "import sys, pathlib, os\n"
            f"folder = pathlib.Path({str(folder)!r})\n"
            "log = folder / 'log'\n"
            "seen = log.read_text().splitlines() if log.exists() else []\n"
            "mode = oct(os.stat(sys.argv[1]).st_mode & 0o777) + ' ' + oct(os.stat(os.path.dirname(sys.argv[1])).st_mode & 0o777)\n"
            "log.write_text(''.join(l + chr(10) for l in [*seen, sys.argv[1] + ' ' + mode]))\n"
            "text = folder / f'{len(seen)}.txt'\n"
            "(folder / 'before').write_text(open(sys.argv[1], encoding='utf-8').read(), encoding='utf-8')\n"
            "if text.exists(): open(sys.argv[1], 'w', encoding='utf-8').write(text.read_text(encoding='utf-8'))\n"
        )
        program = folder / "editor.py"
        program.write_text(code, encoding="utf-8")
        monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{program}"')
        return folder / "log"

    return make


def new(root: Path, *arguments: str, lines: list[str] | None = None) -> Result:
    typed = "\n".join(lines or []) + "\n"
    return CliRunner().invoke(command, ["new", "--root", str(root), *arguments], input=typed, standalone_mode=False)


@pytest.mark.usefixtures("at_terminal")
def test_four_answers_are_a_file_that_check_accepts(tmp_path: Path) -> None:
    done = new(write(tmp_path, {"community.yml": SETTINGS}), lines=[*FIRST, "n", "", "y"])
    assert done.exit_code == 0, done.output
    text = (tmp_path / "members/quill.md").read_text(encoding="utf-8")
    assert 'offers:\n  - "An evening: soldering"\n' in text and "asks:\n  - A quiet room\n" in text
    assert not problems_in(tmp_path) or slugs(problems_in(tmp_path)) <= {"joined-unknown"}
    assert "This is what strangers will see:" in done.output
    assert "git add" in done.output and "Introduce @quill" in done.output


@pytest.mark.usefixtures("at_terminal")
def test_little_is_asked_first_in_the_order_of_the_form(tmp_path: Path) -> None:
    output = new(write(tmp_path, {"community.yml": SETTINGS}), lines=[*FIRST, "n", "", "y"]).output
    labels = ["\nNickname\n", "\nHeadline\n", "\nWhat I can help with\n", "\nWhat I am looking for\n", "Go on?"]
    places = [output.index(label) for label in labels]
    assert places == sorted(places)
    assert "Skills" not in output[: places[-1]]


@pytest.mark.usefixtures("at_terminal")
def test_a_wrong_answer_is_explained_and_asked_for_again(tmp_path: Path) -> None:
    lines = [*FIRST, "y", *[""] * 9, "", "Germny", "Germany", "."]
    done = new(write(tmp_path, {"community.yml": SETTINGS}), lines=[*lines, "", "y"])
    assert "is no country" in done.output and "Did you mean Germany?" in done.output
    assert "country: Germany" in (tmp_path / "members/quill.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("at_terminal")
def test_words_between_commas_are_several_and_a_closed_vocabulary_is_kept(tmp_path: Path) -> None:
    settings = SETTINGS + "vocabulary: {skills: {closed: true, Radios: {}, Repair: {}}}\n"
    lines = [*FIRST, "y", "", "Juggling", "Radios, Repair", "", ".", "", "y"]
    done = new(write(tmp_path, {"community.yml": settings}), lines=lines)
    assert done.exit_code == 0, done.output
    assert "skills: [Radios, Repair]" in (tmp_path / "members/quill.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("at_terminal")
def test_what_only_members_read_is_announced_and_never_on_the_card(tmp_path: Path) -> None:
    skipped = [""] * 15
    lines = [
        *FIRST,
        "y",
        *skipped,
        "Philippa Undershaw",
        "Gravelspoon",
        "email: p@gravelspoon.example",
        "",
        ".",
        "",
        "y",
    ]
    done = new(write(tmp_path, {"community.yml": SETTINGS}), lines=lines)
    assert "Name (only members will read it)" in done.output
    card = done.output.partition("This is what strangers will see:")[2]
    assert "Only members see: Name, Company, Contact." in card
    assert "Undershaw" not in card and "Gravelspoon" not in card
    assert "name: Philippa Undershaw" in (tmp_path / "members/quill.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("at_terminal")
@pytest.mark.parametrize(
    ("language", "end", "ways"),
    [
        ("zh", "。", ["邮箱：p@gravelspoon.example", "微信：undershaw_p", "电子邮件：q@gravelspoon.example"]),
        ("de", ".", ["E-Mail: p@gravelspoon.example", "WeChat: undershaw_p", "mail: q@gravelspoon.example"]),
    ],
)
def test_a_kind_of_contact_is_taken_by_what_people_call_it(
    tmp_path: Path, language: str, end: str, ways: list[str]
) -> None:
    settings = f"{SETTINGS}languages: [{language}]\nfields: {{contact: {{visibility: public}}}}\n"
    done = new(write(tmp_path, {"community.yml": settings}), lines=[*FIRST, "y", *[""] * 17, *ways, "", end, "", "y"])
    text = (tmp_path / "members/quill.md").read_text(encoding="utf-8")
    assert "email: q@gravelspoon.example" in text and "wechat: undershaw_p" in text, done.output


@pytest.mark.usefixtures("at_terminal")
def test_what_is_wrong_with_an_answer_is_told_in_the_words_of_the_question(tmp_path: Path) -> None:
    lines = [*FIRST, "y", *[""] * 9, "", "Germny", "", "Atlantis/Deep", "", ".", "", "y"]
    done = new(write(tmp_path, {"community.yml": SETTINGS}), lines=lines)
    assert "(Country takes" in done.output and "(Time zone takes" in done.output
    assert "For example: Region/City" in done.output
    assert "(country" not in done.output and "timezone" not in done.output


@pytest.mark.usefixtures("at_terminal")
def test_an_answer_that_is_neither_yes_nor_no_is_never_taken_for_a_no(tmp_path: Path) -> None:
    done = new(write(tmp_path, {"community.yml": SETTINGS}), lines=[*FIRST, "perhaps", "n", "", "jo", "y"])
    assert done.output.count("Please answer with yes or no.") == 2
    assert (tmp_path / "members/quill.md").is_file()


@pytest.mark.usefixtures("at_terminal")
def test_a_public_repository_is_never_asked_for_what_only_members_read(tmp_path: Path) -> None:
    settings = SETTINGS + "repository: {visibility: public}\n"
    done = new(write(tmp_path, {"community.yml": settings}), lines=[*FIRST, "y", *[""] * 15, "", "y"])
    assert done.exit_code == 0, done.output
    assert "only members will read it" not in done.output
    assert "by a message to hello@ours.example" in done.output
    assert "# Below" not in (tmp_path / "members/quill.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("at_terminal")
@pytest.mark.parametrize("end", [["n", "", "n", "n"], ["n", ""], [], ["n", "", "maybe"]])
def test_nothing_is_written_without_a_yes(end: list[str], tmp_path: Path) -> None:
    before = tree(write(tmp_path, {"community.yml": SETTINGS, **OTHER}))
    new(tmp_path, lines=[*FIRST, *end])
    assert tree(tmp_path) == before


@pytest.mark.usefixtures("at_terminal")
def test_a_dot_ends_the_questions_and_keeps_what_was_said(tmp_path: Path) -> None:
    new(write(tmp_path, {"community.yml": SETTINGS}), lines=["Quill", "", "An hour", ".", "", "y"])
    assert "offers:\n  - An hour\n" in (tmp_path / "members/quill.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("at_terminal")
def test_who_says_nothing_gets_no_file(tmp_path: Path) -> None:
    done = new(write(tmp_path, {"community.yml": SETTINGS}), lines=["."])
    assert done.exit_code == 0 and "Nothing was said" in done.output
    assert not list((tmp_path / "members").iterdir())


@pytest.mark.usefixtures("at_terminal")
def test_the_handle_is_proposed_from_the_nickname_and_asked_for_again_if_it_is_taken(tmp_path: Path) -> None:
    write(tmp_path, {"community.yml": SETTINGS, **OTHER})
    done = new(tmp_path, lines=["Heron", ".", "heron", "index", "Great Heron", "grey-heron", "y"])
    assert "@heron is somebody's handle already." in done.output
    assert "This name is taken by pages, settings or devices." in done.output
    assert (tmp_path / "members/grey-heron.md").is_file()
    assert (tmp_path / "members/heron.md").read_text() == OTHER["members/heron.md"]


@pytest.mark.parametrize("handle", ["heron", "Heron!", "index", "../up", "con"])
def test_a_handle_that_can_not_be_is_wrong_use(handle: str, tmp_path: Path, at_terminal: None) -> None:
    done = new(write(tmp_path, {"community.yml": SETTINGS, **OTHER}), handle)
    assert isinstance(done.exception, UsageError)


def test_without_a_terminal_it_says_what_to_do_instead(tmp_path: Path) -> None:
    done = new(write(tmp_path, {"community.yml": SETTINGS}))
    assert isinstance(done.exception, UsageError)
    assert "--editor" in str(done.exception) and "acquaint add" in str(done.exception)


def test_settings_with_errors_are_mended_first(tmp_path: Path, at_terminal: None) -> None:
    done = new(write(tmp_path, {"community.yml": "fields: {x: {type: nonsense}}\n"}))
    assert done.exception is not None and "community.yml has problems" in str(done.exception)


GOOD = "---\nnickname: Quill\n# Below: seen by members only\nname: Philippa Undershaw\n---\n\nHello.\n"


def test_the_editor_is_given_a_template_in_a_file_only_its_owner_reads(
    editor: Callable[..., Path], tmp_path: Path
) -> None:
    log = editor(GOOD)
    done = new(write(tmp_path / "c", {"community.yml": SETTINGS}), "quill", "--editor")
    assert done.exit_code == 0, done.output
    file, *modes = log.read_text().split()
    assert modes == ["0o600", "0o700"]
    assert not Path(file).exists() and not Path(file).parent.exists()
    assert "nickname: <" in (log.parent / "before").read_text(encoding="utf-8")
    assert (tmp_path / "c/members/quill.md").read_text(encoding="utf-8") == GOOD


@pytest.mark.usefixtures("at_terminal")
def test_a_text_with_errors_is_offered_again_as_it_was_left(editor: Callable[..., Path], tmp_path: Path) -> None:
    log = editor("---\nnickname: Quill\nskils: [x]\n---\n", GOOD)
    done = new(write(tmp_path / "c", {"community.yml": SETTINGS}), "--editor", lines=["", "", "y"])
    assert "did you mean: skills" in done.output
    assert (log.parent / "before").read_text(encoding="utf-8") == "---\nnickname: Quill\nskils: [x]\n---\n"
    assert (tmp_path / "c/members/quill.md").is_file()


@pytest.mark.usefixtures("at_terminal")
def test_who_gives_up_is_told_where_the_text_is(editor: Callable[..., Path], tmp_path: Path) -> None:
    editor("---\nskils: [x]\n---\n")
    done = new(write(tmp_path / "c", {"community.yml": SETTINGS}), "quill", "--editor", lines=["n"])
    assert done.return_value == 1
    match = re.search(r"kept in (\S+)\.", done.output)
    assert match and Path(match[1]).read_text() == "---\nskils: [x]\n---\n"
    assert not list((tmp_path / "c/members").iterdir())
    Path(match[1]).unlink()
    Path(match[1]).parent.rmdir()


@pytest.mark.parametrize("text", ["---\nnickname: [\n---\n", "Hello", "", "---\n---\n" + "x" * 70_000])
def test_a_text_that_can_not_be_read_is_told_and_kept(text: str, editor: Callable[..., Path], tmp_path: Path) -> None:
    log = editor(text)
    done = new(write(tmp_path / "c", {"community.yml": SETTINGS}), "--editor")
    assert done.return_value == 1 and "error A0" in done.output
    kept = Path(log.read_text().split()[0])
    assert kept.read_text(encoding="utf-8") == text
    kept.unlink()
    kept.parent.rmdir()


def test_comments_of_the_template_stay_out_of_the_file(editor: Callable[..., Path], tmp_path: Path) -> None:
    editor(GOOD.replace("nickname:", "# phone: +49 30 1234567\nnickname:"))
    assert new(write(tmp_path / "c", {"community.yml": SETTINGS}), "quill", "--editor").return_value == 0
    assert (tmp_path / "c/members/quill.md").read_text(encoding="utf-8") == GOOD


def test_a_template_that_nobody_touched_leaves_nothing_behind(editor: Callable[..., Path], tmp_path: Path) -> None:
    log = editor()
    done = new(write(tmp_path / "c", {"community.yml": SETTINGS}), "quill", "--editor")
    assert done.exit_code == 0 and "Nothing was changed" in done.output
    assert not Path(log.read_text().split()[0]).exists()


@pytest.mark.usefixtures("at_terminal")
def test_a_public_repository_takes_no_private_value_from_an_editor(editor: Callable[..., Path], tmp_path: Path) -> None:
    editor(GOOD, "---\nnickname: Quill\n---\n")
    settings = {"community.yml": SETTINGS + "repository: {visibility: public}\n"}
    done = new(write(tmp_path / "c", settings), "quill", "--editor", lines=["y", "y"])
    assert "what only members should read can't stand here: Name." in done.output
    assert "Undershaw" not in done.output
    assert (tmp_path / "c/members/quill.md").read_text(encoding="utf-8") == "---\nnickname: Quill\n---\n"


@pytest.mark.parametrize(
    ("nickname", "handle"),
    [
        ("Quill", "quill"), ("Ms. Ünal-Grün", "ms-unal-grun"), ("小羽", NEUTRAL[0]), ("", NEUTRAL[0]), ("X", NEUTRAL[0]),
        ("index", NEUTRAL[0]), ("con", NEUTRAL[0]), ("../../etc", "etc"), ("a" * 60, "a" * 39),
    ],
)  # fmt: skip
def test_a_proposed_handle_is_always_one_that_can_be(nickname: str, handle: str) -> None:
    assert proposal(nickname, ()) == handle
    assert refusal(handle, ()) is None


def test_a_proposal_is_free_however_many_are_taken() -> None:
    taken: set[str] = set()
    for _ in range(40):
        handle = proposal("小羽", taken)
        assert refusal(handle, taken) is None
        taken.add(handle)


def test_a_file_is_never_overwritten_and_never_through_a_link(tmp_path: Path) -> None:
    write(tmp_path, OTHER)
    with pytest.raises(UsageError):
        place(tmp_path, "members/heron.md", "new")
    (tmp_path / "members/wren.md").symlink_to(tmp_path / "members/heron.md")
    with pytest.raises(UsageError):
        place(tmp_path, "members/wren.md", "new", over=True)
    place(tmp_path, "members/finch.md", "new")
    assert stat.S_IMODE((tmp_path / "members/finch.md").stat().st_mode) == 0o644
    assert (tmp_path / "members/heron.md").read_text() == OTHER["members/heron.md"]
    assert sorted(path.name for path in (tmp_path / "members").iterdir()) == ["finch.md", "heron.md", "wren.md"]
