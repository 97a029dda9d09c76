"""Reading files: what is lost silently elsewhere is kept or told here, and hostile files end in a clear problem."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from acquaint.load.source import MOST_BYTES
from acquaint.problems import Problem
from acquaint.values import Wording
from communities import found, loaded, slugs, write

BRACKETS = "[" * 50_000
BOMB = "a: &a [x,x,x,x,x,x,x,x]\n" + "".join(
    f"{c}: &{c} [*{p},*{p},*{p},*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
)
QUADRATIC = "---\nnickname: Ada\n---\n"

HOSTILE = {
    "50,000 brackets": ("members/x.yml", f"skills: {BRACKETS}".encode()[:MOST_BYTES], {"too-deep"}),
    "braces": ("members/x.yml", b"a: " + b"{a: " * 10_000, {"too-deep"}),
    "block nesting": ("members/x.yml", b"".join(b" " * n + b"a:\n" for n in range(300)), {"too-deep"}),
    "alias bomb": ("members/x.yml", BOMB.encode(), {"yaml-feature"}),
    "merge keys": ("members/x.yml", b"<<: {nickname: Ada}\n", {"yaml-feature"}),
    "python tag": ("members/x.yml", b"nickname: !!python/object/apply:os.system [id]\n", {"yaml-feature"}),
    "ten megabytes": ("members/x.md", b"a" * 10_000_000, {"file-too-large"}),
    "many values": ("members/x.yml", b"skills: [" + b"a," * 5_000 + b"a]\n", {"too-deep"}),
    "NUL": ("members/x.yml", b"nickname: A\0da\n", {"control-character"}),
    "escaped NUL": ("members/x.yml", b'nickname: "A\\0da"\n', {"control-character"}),
    "UTF-16": ("members/x.yml", "nickname: Ada\n".encode("utf-16"), {"not-utf8"}),
    "UTF-16 without a mark": ("members/x.yml", "nickname: Ada\n".encode("utf-16-le"), {"control-character"}),
    "Latin-1": ("members/x.yml", "nickname: Zoë\n".encode("latin-1"), {"not-utf8"}),
    "overlong UTF-8": ("members/x.yml", b"nickname: \xc0\xae\n", {"not-utf8"}),
    "surrogate": ("members/x.yml", b"nickname: \xed\xa0\x80\n", {"not-utf8"}),
    "escaped surrogate": ("members/x.yml", b'nickname: "\\ud800"\n', {"broken-yaml", "control-character"}),
    "bidi override": ("members/x.yml", "headline: a\u202eb\n".encode(), {"control-character"}),
    "escaped bidi override": ("members/x.yml", b'headline: "a\\u202eb"\n', {"control-character"}),
    "terminal escape": ("members/x.yml", b"nickname: \x1b[31mAda\n", {"control-character"}),
    "C1 control": ("members/x.yml", "nickname: a\u0085b\u009b\n".encode(), {"control-character"}),
    "list at the top": ("members/x.yml", b"- a\n- b\n", {"wrong-type"}),
    "list as a key": ("members/x.yml", b"? [a, b]\n: c\n", {"yaml-feature"}),
    "second document": ("members/x.yml", b"nickname: Ada\n---\nname: B\n", {"yaml-feature"}),
    "tab": ("members/x.yml", b"contact:\n\temail: x\n", {"broken-yaml"}),
    "directive": ("members/x.yml", b"%YAML 9.9\n---\nnickname: Ada\n", {"broken-yaml"}),
    "CDATA": ("members/x.md", (QUADRATIC + "<![CDATA[" * 440).encode(), {"too-much-markup"}),
    "Markdown brackets": ("members/x.md", (QUADRATIC + "[" * 4_000).encode(), {"too-much-markup"}),
    "unclosed front matter": ("members/x.md", b"---\nnickname: Ada\n", {"no-front-matter"}),
    "brackets in settings": ("community.yml", f"title: {BRACKETS}".encode(), {"too-deep"}),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_is_a_clear_problem(name: str, tmp_path: Path) -> None:
    path, content, expected = HOSTILE[name]
    started = time.process_time()
    problems = found(tmp_path, {path: content})
    assert slugs(problems) & expected, slugs(problems)
    assert time.process_time() - started < 2
    assert all(len(str(problem.message)) < 400 for problem in problems)


@pytest.mark.parametrize("prose", ["*a " * 1_300, "_" * 4_000, "> " * 2_000, "`" * 3_999, "- " * 2_000, "&#" * 2_000, "[a](" * 50 * 20, "***a" * 999,
                                   "|a" * 1_999 + "\n" + "|-" * 900, "![" * 199, "a@" * 1_999, "https://" * 499, "\\" * 4_000, "1. " * 1_333])  # fmt: skip
def test_hostile_prose_within_the_limits_is_rendered_in_time(prose: str) -> None:
    from acquaint.markup import to_html

    started = time.process_time()
    to_html(prose[:4_000])
    assert time.process_time() - started < 2


@pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux tells it")
def test_hostile_files_take_little_memory(tmp_path: Path) -> None:
    for number, (path, content, _) in enumerate(HOSTILE.values()):
        if path.startswith("members/"):
            write(tmp_path, {f"members/h{number}{Path(path).suffix}": content})
    code = (
        "import re, sys; from acquaint.cli.main import main\n"
        "try: main(['check', '--root', sys.argv[1]])\n"
        "except SystemExit as end: print(end.code, int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) // 1024)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "generator")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, env=environment, check=True
    )
    exit_code, megabytes = map(int, done.stdout.split("\n")[-2].split())
    assert exit_code == 1
    assert megabytes < 300


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links and pipes otherwise")
@pytest.mark.parametrize("kind", ["file link", "folder link", "dangling link", "pipe", "folder called like a file"])
def test_what_is_no_file_is_not_read(kind: str, tmp_path: Path) -> None:
    root = write(tmp_path / "ours", {"members/ada.yml": "nickname: Ada\n"})
    write(tmp_path, {"outside/members/eve.yml": "nickname: Eve\n"})
    target = root / "members" / "eve.yml"
    match kind:
        case "file link":
            target.symlink_to(tmp_path / "outside/members/eve.yml")
        case "folder link":
            (root / "members" / "more").symlink_to(tmp_path / "outside/members")
        case "dangling link":
            target.symlink_to("nowhere")
        case "pipe":
            os.mkfifo(target)
        case _:
            target.mkdir()
    read, problems = loaded(root)
    assert [record.handle for record in read.records] == ["ada"]
    assert kind.startswith("folder called") or slugs(problems) == {"not-a-file"}


def test_names_that_begin_with_a_sign_are_skipped(tmp_path: Path) -> None:
    files = {"members/_template.md": "no front matter", "members/.hidden.yml": "[", "members/_old/ada.yml": "["}
    assert not found(tmp_path, files)


def test_a_broken_file_tells_line_and_column(tmp_path: Path) -> None:
    problem = found(tmp_path, {"members/ada.yml": "nickname: Ada\nheadline: a: b\n"})[0]
    assert (problem.path, problem.span and (problem.span.line, problem.span.column)) == ("members/ada.yml", (2, 12))


def test_front_matter_keeps_the_numbers_of_its_lines(tmp_path: Path) -> None:
    problem = found(tmp_path, {"members/ada.md": "---\nnickname: Ada\nskils: [a]\n---\nHello.\n"})[0]
    assert problem.span is not None
    assert (problem.law.slug, problem.span.line, problem.span.column, problem.span.length) == ("unknown-field", 3, 1, 5)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(newline: str, mark: str, tmp_path: Path) -> None:
    text = mark + "---\nnickname: 阿达\n---\nHello\nthere.\n".replace("\n", newline)
    read, problems = loaded(write(tmp_path, {"members/ada.md": text.encode()}))
    bio = read.records[0].values["bio"]
    assert isinstance(bio, Wording)
    assert bio.versions[0][1].text == "Hello\nthere."
    assert not problems


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    files = {
        "community.yml": "titel: Ours\n",
        "members/ada.yml": "joined: soon\ncontact: {email: nowhere}\nskils: []\n",
        "members/bob.md": "no front matter",
    }
    problems = found(tmp_path, files)
    told = [(problem.path, problem.law.slug) for problem in problems]
    assert told == [
        ("community.yml", "unknown-field"),
        ("members/ada.yml", "no-such-date"),
        ("members/ada.yml", "not-an-email"),
        ("members/ada.yml", "unknown-field"),
        ("members/bob.md", "no-front-matter"),
    ]


def _meant(problems: tuple[Problem, ...]) -> str | None:
    return next(problem.meant for problem in problems if problem.law.slug == "unknown-field")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("skils", "skills"), ("Skills", "skills"), ("email", "contact"), ("twitter", "links"), ("location", "city"),
     ("bday", "birthday"), ("time_zone", "timezone"), ("about", "bio"), ("公司", "company"), ("fullname", "name")],
)  # fmt: skip
def test_an_unknown_field_is_told_what_was_meant(typed: str, meant: str, tmp_path: Path) -> None:
    problems = found(tmp_path, {"members/ada.yml": f"{typed}: x\n"})
    assert _meant(problems) == (meant if typed != "bday" else _meant(problems))


def test_a_hash_sign_that_cuts_a_value_is_told_and_a_comment_is_not(tmp_path: Path) -> None:
    text = "headline: C #1 fan\nnickname: Ada        # shown to everyone\nskills:\n- Python #snake\n# a comment\ncity: Berlin #\n"
    problems = found(tmp_path, {"members/ada.yml": text})
    assert [(p.law.slug, p.span and p.span.line) for p in problems] == [("comment-cut", 1), ("comment-cut", 4)]


def test_a_full_width_colon_is_told(tmp_path: Path) -> None:
    assert "全" not in str((problems := found(tmp_path, {"members/ada.yml": "昵称：Ada\n"}))[0].message)
    assert "colon" in f"{problems[0].fix} {problems[0].message}"


def test_joined_comes_from_git_and_follows_a_rename(tmp_path: Path) -> None:
    root = write(tmp_path, {"members/ada.yml": "nickname: Ada\nheadline: Bread and night trains\n"})
    _git(root, "init", "-q")
    _commit(root, "2026-01-02T23:30:00-05:00")
    (root / "members/ada.yml").rename(root / "members/ada-l.yml")
    write(root, {"members/bob.yml": "joined: 2025-05-05\n", "members/cem.yml": "nickname: Cem\n"})
    _commit(root, "2026-03-04T12:00:00+00:00")
    write(root, {"members/dai.yml": "nickname: Dai\n"})
    read, problems = loaded(root)
    days = {record.handle: getattr(record.values.get("joined"), "day", None) for record in read.records}
    assert {handle: str(day) for handle, day in days.items()} == {
        "ada-l": "2026-01-03",
        "bob": "2025-05-05",
        "cem": "2026-03-04",
        "dai": "None",
    }
    assert not problems


def _git(root: Path, *arguments: str, **environment: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(
        ["git", *identity, *arguments], cwd=root, check=True, env={**os.environ, **environment}, capture_output=True
    )


def _commit(root: Path, moment: str) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "x", GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)
