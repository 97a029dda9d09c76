"""The command: exit codes, one sentence instead of a traceback, and help that shows how."""

import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime, tzinfo
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Self

import pytest
from click.testing import CliRunner

import acquaint
from acquaint.cli.main import acquaint as command
from acquaint.cli.main import main
from communities import tree, write

SOURCE = Path(__file__).parents[1] / "generator"
GOOD = {"members/ada.yml": "nickname: Ada\njoined: 2026-03-01\n", "community.yml": "title: Ours\n"}
BAD = {"members/bob.yml": "nickname: Bob\nskils: [x]\n"}
ENVIRONMENT = {"MAKELEVEL": ""}


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str, cwd: Path | None = None, **environment: str) -> Done:
    """The command as a shell sees it, in this process: whatever leaves it but SystemExit fails the test."""
    raw = (BytesIO(), BytesIO())
    out, err = (TextIOWrapper(bytes_, encoding="utf-8", write_through=True, newline="") for bytes_ in raw)
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(cwd or Path.cwd())
        for name, value in {**ENVIRONMENT, **environment}.items():
            patch.setenv(name, value)
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
    said, complained = (stream.getvalue().decode() for stream in raw)
    return Done(int(end.value.code or 0), said, complained)


def in_a_process(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own."""
    env = {**os.environ, **ENVIRONMENT, "PYTHONPATH": str(SOURCE)}
    whole = [sys.executable, "-m", "acquaint", *arguments]
    return subprocess.run(whole, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(("folder", "code"), [("good", 0), ("bad", 1), ("nowhere", 2)])
def test_in_a_process_of_its_own_it_says_the_same_and_ends_alike(folder: str, code: int, tmp_path: Path) -> None:
    write(tmp_path / "good", GOOD)
    write(tmp_path / "bad", BAD)
    here, there = (way("check", "--root", str(tmp_path / folder)) for way in (run, in_a_process))
    assert here.returncode == code
    assert (there.returncode, there.stdout, there.stderr) == (here.returncode, here.stdout, here.stderr)


def test_a_good_community_is_built_and_each_edition_told_in_a_line(tmp_path: Path) -> None:
    done = run("build", "--root", str(write(tmp_path, GOOD)))
    assert done.returncode == 0
    lines = done.stdout.split("\n")
    assert lines[0].startswith("public") and "1 member in" in lines[0]
    assert lines[1].startswith("internal")
    assert "to look at it: acquaint serve" in done.stdout
    assert (tmp_path / "site/public/members/ada/index.html").is_file()
    assert (tmp_path / "site/internal/members/ada/index.html").is_file()


def test_errors_stop_a_build_and_all_are_told(tmp_path: Path) -> None:
    done = run("build", "--root", str(write(tmp_path, {**GOOD, **BAD})))
    assert done.returncode == 1
    assert "members/bob.yml:2:1: error A012 unknown-field" in done.stderr
    assert "did you mean: skills" in done.stderr
    assert not (tmp_path / "site/public").exists()


def test_the_last_good_site_stands_when_a_build_is_refused(tmp_path: Path) -> None:
    run("build", "--root", str(write(tmp_path, GOOD)))
    before = tree(tmp_path / "site")
    assert run("build", "--root", str(write(tmp_path, BAD))).returncode == 1
    assert tree(tmp_path / "site") == before


def test_skip_invalid_leaves_out_those_members_and_says_so(tmp_path: Path) -> None:
    done = run("build", "--skip-invalid", "--root", str(write(tmp_path, {**GOOD, **BAD})))
    assert done.returncode == 0
    assert "left out  members/bob.yml" in done.stdout
    assert not (tmp_path / "site/internal/members/bob").exists()
    assert (tmp_path / "site/public/members/ada").exists()


def test_a_problem_of_the_settings_is_never_skipped(tmp_path: Path) -> None:
    files = {**GOOD, "community.yml": "fields: {shoe: {type: texd}}\n"}
    assert run("build", "--skip-invalid", "--root", str(write(tmp_path, files))).returncode == 1


def test_a_warning_stops_nothing_unless_strict(tmp_path: Path) -> None:
    root = str(write(tmp_path, {**GOOD, "members/cem.yml": "country: Germoney\n"}))
    assert run("check", "--root", root).returncode == 0
    assert run("check", "--strict", "--root", root).returncode == 1
    assert run("build", "--root", root).returncode == 0
    assert run("build", "--strict", "--root", root).returncode == 1


def test_one_edition_alone_leaves_the_other_as_it_is(tmp_path: Path) -> None:
    root = str(write(tmp_path, GOOD))
    assert run("build", "--root", root, "--edition", "public").returncode == 0
    assert not (tmp_path / "site/internal").exists()


def test_a_base_url_gives_canonical_links(tmp_path: Path) -> None:
    run("build", "--root", str(write(tmp_path, GOOD)), "--base-url", "https://people.example/sub")
    page = (tmp_path / "site/public/members/ada/index.html").read_text(encoding="utf-8")
    assert "https://people.example/sub/members/ada/" in page


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--root", "nowhere"),
        ("build", "--base-url", "people.example"),
        ("build", "--edition", "secret"),
        ("check", "no-such-file.md"),
        ("check", "--explain", "nobody-here"),
        ("check", "--explain", "ada", "--show-private"),
        ("build", "--out", "members/site"),
        ("build", "--out", "community.yml"),
        ("frobnicate",),
        ("build", "--frobnicate"),
    ],
)
def test_wrong_use_is_exit_code_2_and_no_traceback(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*arguments, cwd=write(tmp_path, GOOD))
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_folder_that_acquaint_did_not_make_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {**GOOD, "site/public/thesis.tex": "years of work"})
    done = run("build", cwd=tmp_path)
    assert done.returncode == 2
    assert (tmp_path / "site/public/thesis.tex").read_text() == "years of work"


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    code = "import os, sys; os.dup2(os.open('/dev/full', os.O_WRONLY), 1); from acquaint.cli.main import main; main(['schema'])"
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_fault_of_ours_names_its_place_and_never_its_value(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from acquaint.cli import main as boundary

    def fail(*_: object, **__: object) -> None:
        raise KeyError("ada@example.org")

    monkeypatch.setattr("acquaint.build.checked", fail)
    with pytest.raises(SystemExit) as end:
        boundary.main(["build", "--root", str(write(tmp_path, GOOD))])
    assert end.value.code == 2


def test_check_as_json_is_json_and_counts_from_one(tmp_path: Path) -> None:
    done = run("check", "--format", "json", "--root", str(write(tmp_path, BAD)))
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["version"] == 1
    problem = report["problems"][0]
    assert {k: problem[k] for k in ("code", "file", "line", "column", "length", "meant")} == {
        "code": "A012", "file": "members/bob.yml", "line": 2, "column": 1, "length": 5, "meant": "skills",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "heading", "sentence", "meant", "counted"),
    [
        ("de", "Fehler A012", "Dieses Feld gibt es nicht: skils.", "gemeint war vielleicht:", "1 Fehler in 1 Datei."),
        ("zh", "错误 A012", "没有叫 skils 的字段。", "是不是想写：skills", "1 个文件中有 1 个错误。"),
        ("zh-Hant", "错误 A012", "没有叫 skils 的字段。", "是不是想写：skills", "1 个文件中有 1 个错误。"),
        ("fr", "error A012", "There is no field skils.", "did you mean:", "1 error in 1 file."),
    ],
)
def test_problems_are_told_in_the_language_of_the_community(
    language: str, heading: str, sentence: str, meant: str, counted: str, tmp_path: Path
) -> None:
    root = write(tmp_path, {**BAD, "community.yml": f"languages: [{language}, en]\n"})
    for done, told in ((run("check", "--root", str(root)), 0), (run("build", "--root", str(root)), 1)):
        assert done.returncode == 1
        text = (done.stdout, done.stderr)[told]
        assert f"members/bob.yml:2:1: {heading} unknown-field" in text
        for part in (sentence, meant, counted):
            assert part in text
    row = json.loads(run("check", "--format", "json", "--root", str(root)).stdout)["problems"][0]
    assert (row["message"], row["severity"], row["fix"]) == (sentence, "error", "skills: …")


def test_an_english_check_waits_for_no_catalogue(tmp_path: Path) -> None:
    root = write(tmp_path, BAD)
    code = "import sys; from acquaint.cli.main import acquaint; acquaint(sys.argv[1:], standalone_mode=False)"
    code += "; sys.exit(any(name in sys.modules for name in ('acquaint.theme', 'jinja2', 'babel.messages')))"
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--root", str(root)], env=env, capture_output=True, text=True
    )
    assert "unknown-field" in done.stdout
    assert done.returncode == 0


def test_a_refusal_is_told_in_the_language_of_the_community(tmp_path: Path) -> None:
    root = write(tmp_path, {**BAD, "community.yml": "languages: [zh]\n"})
    assert run("build", "--root", str(root)).stderr.endswith("自我介绍有问题，所以没有生成网站。\n")


def test_settings_that_cannot_be_read_are_told_in_english(tmp_path: Path) -> None:
    root = write(tmp_path, {"community.yml": "languages: [zh\ntitle: x\n"})
    assert "A list begun with [ isn't closed" in run("check", "--root", str(root)).stdout


def test_a_community_may_put_a_sentence_in_its_own_words(tmp_path: Path) -> None:
    own = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "fix: {fix}"\nmsgstr "So wird es gut: {fix}"\n'
    files = {**BAD, "community.yml": "languages: [de]\n", "templates/translations/de/messages.po": own}
    text = run("check", "--root", str(write(tmp_path, files))).stdout
    assert "So wird es gut: " in text
    assert "Dieses Feld gibt es nicht" in text


def test_who_sees_what_is_explained_in_the_language_of_the_community(tmp_path: Path) -> None:
    root = write(tmp_path, {**GOOD, "community.yml": "languages: [zh]\n"})
    lines = run("check", "--explain", "ada", "--root", str(root)).stdout.split("\n")
    assert lines[0] == "@ada 列在两个版本中。"
    # In this encoding a Chinese character is two bytes, as it is two cells wide: the columns stand below each other.
    head, row = (line.encode("gbk") for line in lines[2:4])
    assert head.index("原因".encode("gbk")) == row.index("按规则公开".encode("gbk"))
    assert "看得到" in lines[3] and "按规则公开" in lines[3]


def test_check_for_github_annotates_the_line(tmp_path: Path) -> None:
    done = run("check", "--format", "github", "--root", str(write(tmp_path, BAD)))
    assert done.stdout.startswith(
        "::error file=members/bob.yml,line=2,col=1,endColumn=6,title=A012 unknown-field::There is no"
    )
    assert "%0A" in done.stdout


def test_check_of_one_file_judges_that_file_only(tmp_path: Path) -> None:
    root = write(tmp_path, {**GOOD, **BAD})
    assert run("check", "members/ada.yml", cwd=root).returncode == 0
    assert run("check", "members/bob.yml", cwd=root).returncode == 1


def test_no_color_where_nobody_wants_it(tmp_path: Path) -> None:
    done = run("check", "--root", str(write(tmp_path, BAD)), NO_COLOR="1")
    assert "\x1b" not in done.stdout + done.stderr


def test_explain_masks_what_only_members_see(tmp_path: Path) -> None:
    text = "nickname: Ada\nname: Ada Lindqvist\ncity: Berlin\ncontact: {email: ada@example.org, wechat: ada_l}\nprivate: [city]\npublic: [contact.wechat]\n"
    done = run("check", "--explain", "ada", "--root", str(write(tmp_path, {"members/ada.yml": text})))
    rows = {line.split()[0]: line for line in done.stdout.split("\n")[2:] if line}
    assert "see it" in rows["nickname"] and "Ada" in rows["nickname"]
    assert "see it" in rows["contact.wechat"] and "opened under public:" in rows["contact.wechat"]
    assert "don't" in rows["contact.email"] and "•••" in rows["contact.email"]
    assert "don't" in rows["city"] and "narrowed under private:" in rows["city"]
    for value in ("Lindqvist", "ada@example.org", "Berlin"):
        assert value not in done.stdout


@pytest.mark.parametrize("arguments", [(), ("build",), ("check",), ("serve",), ("schema",)])
def test_every_help_ends_in_an_example(arguments: tuple[str, ...]) -> None:
    text = CliRunner().invoke(command, [*arguments, "--help"]).output
    assert text.rstrip().split("\n")[-1].strip().startswith("Example: acquaint ")


def test_the_version_is_the_package_s() -> None:
    assert CliRunner().invoke(command, ["--version"]).output == f"acquaint {acquaint.__version__}\n"


def test_a_repeated_build_changes_no_file(tmp_path: Path) -> None:
    root = str(write(tmp_path, GOOD))
    run("build", "--root", root)
    assert "(0 files changed)" in run("build", "--root", root).stdout


def test_the_environment_s_build_day_decides_and_is_checked(tmp_path: Path) -> None:
    root = str(write(tmp_path, GOOD))
    run("build", "--root", root, SOURCE_DATE_EPOCH="0")
    assert json.loads((tmp_path / "site/public/build.json").read_text())["day"] == "1970-01-01"
    done = run("build", "--root", root, SOURCE_DATE_EPOCH="yesterday")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


def test_without_one_the_day_is_that_of_the_machine_s_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        """Shows the last minute of a year."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2031, 12, 31, 23, 59, tzinfo=tz)

    monkeypatch.setattr("acquaint.cli.options.datetime", Clock)
    run("build", "--root", str(write(tmp_path, GOOD)), SOURCE_DATE_EPOCH="")
    assert json.loads((tmp_path / "site/public/build.json").read_text())["day"] == "2031-12-31"


@pytest.mark.parametrize(("level", "hint"), [("", "acquaint serve --root "), ("1", "make serve ROOT=")])
def test_the_hint_can_be_pasted_by_who_called(level: str, hint: str, tmp_path: Path) -> None:
    root = write(tmp_path / "our town", {**GOOD, "members/cem.yml": "country: Germoney\n"})
    text = run("build", "--root", str(root), MAKELEVEL=level).stdout
    assert f"{hint}'{root}'" in text
    assert f"To read them: acquaint check --root '{root}'" in text


def test_explain_shows_what_strangers_read_and_not_what_was_written(tmp_path: Path) -> None:
    text = (
        "---\nname: Marta Okafor\nskills: [Maps, Marta Okafor]\ncontact: {email: ada@example.org}\n"
        "public: [contact.email]\n---\nI am **Marta**, write to ada@example.org.\n"
    )
    done = run("check", "--explain", "quill", "--root", str(write(tmp_path, {"members/quill.md": text})))
    assert "I am @quill, write to ada@example.org." in done.stdout
    assert "repeats a private value" in done.stdout
    assert "Marta" not in done.stdout


def test_a_linked_members_folder_publishes_no_empty_site(tmp_path: Path) -> None:
    root = write(tmp_path / "ours", GOOD)
    run("build", "--root", str(root))
    before = tree(root / "site")
    (root / "members").rename(tmp_path / "elsewhere")
    (root / "members").symlink_to(tmp_path / "elsewhere")
    assert run("build", "--skip-invalid", "--root", str(root)).returncode == 1
    assert tree(root / "site") == before


def test_explain_says_what_has_lapsed(tmp_path: Path) -> None:
    text = (
        "asks: [{text: Oldest wish, since: 2020-01-01}, {text: Newest wish, since: 2026-11-01}]\n"
        "availability: [{talks: 2020-01-01}, {walks: 2099-01-01}]\n"
    )
    done = run("check", "--explain", "quill", "--root", str(write(tmp_path, {"members/quill.yml": text})))
    assert "Newest wish" in done.stdout and "walks" in done.stdout
    assert "Oldest wish" not in done.stdout and "talks" not in done.stdout
    assert "older than asks are shown" in done.stdout and "it has ended" in done.stdout
