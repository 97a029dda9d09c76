"""What goes wrong when somebody writes their first introduction: each mistake is told, and what is told mends it.

Each folder of tests/mistakes/ is called like a mistake. `wrong/` holds the community's files (`wrong.sh` makes what is
too large to keep), `expected.txt` what `acquaint check` prints, `mended/` what the folder holds once that is pasted.

Pasted as printed means, in the order of the problems and checking again after each: the lines of an edit, exactly as
they are, take the place of the lines it names; a command runs in a shell in the community's folder. A • in a pasted
line stands for one character of somebody's own text, which no message repeats and which they keep: there the line of
`mended/` is taken, if it is the printed one but for the dots.
"""

import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from acquaint.check.mending.case import applied
from acquaint.check.pasting import once
from acquaint.check.report import as_text
from acquaint.errors import UsageError
from acquaint.load import load
from acquaint.problems import Edit, Problem, Problems
from communities import found, tree, write

FOLDER = Path(__file__).parent / "mistakes"
ALL = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
HARMLESS = [name for name in ALL if name.startswith("harmless-")]
MISTAKES = [name for name in ALL if name not in HARMLESS]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the commands are those of a POSIX shell")


def lay_out(name: str, folder: Path) -> Path:
    """The community with the mistake, in a folder of its own below `folder`."""
    root = folder / "community"
    shutil.copytree(FOLDER / name / "wrong", root)
    (root / "members").mkdir(exist_ok=True)
    script = FOLDER / name / "wrong.sh"
    if script.exists():
        subprocess.run(["sh", "-e", str(script)], cwd=root, check=True)
    return root


def kept(line: str, mended: Path) -> str:
    """A printed line with the writer's own characters in the place of the dots."""
    if "•" not in line:
        return line
    pattern = re.compile("".join("." if sign == "•" else re.escape(sign) for sign in line))
    own = [text for text in mended.read_text(encoding="utf-8").split("\n") if pattern.fullmatch(text)]
    assert own, f"no line of the mended file reads {line}"
    return own[0]


def paste(problem: Problem, root: Path, mended: Path) -> None:
    """What the problem prints, pasted."""
    assert problem.mend, as_text([problem])
    path = root / problem.path
    if problem.mend.edits:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
        edits = [
            Edit(edit.first, edit.last, tuple(kept(line, mended / problem.path) for line in edit.lines))
            for edit in problem.mend.edits
        ]
        path.write_text("\n".join(applied(lines, edits)), encoding="utf-8")
    if problem.mend.command:
        subprocess.run(["bash", "-ec", problem.mend.command], cwd=root, check=True)


def errors(problems: tuple[Problem, ...]) -> Counter[str]:
    """How many errors of each law."""
    return Counter(problem.law.slug for problem in problems if problem.is_error)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_in_words_that_somebody_read(name: str, tmp_path: Path) -> None:
    told = as_text(found(lay_out(name, tmp_path)))
    assert told + "\n" == (FOLDER / name / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MISTAKES)
def test_what_is_told_mends_the_mistake_as_pasted(name: str, tmp_path: Path) -> None:
    root = lay_out(name, tmp_path)
    problems = found(root)
    assert problems, "a mistake is never passed over in silence"
    while problems:
        first = problems[0]
        paste(first, root, FOLDER / name / "mended")
        after = found(root)
        same = Counter(problem.law.slug for problem in problems) - Counter(problem.law.slug for problem in after)
        assert same[first.law.slug] > 0, f"{as_text([first])}\nis still told after\n{as_text(after)}"
        assert not errors(after) - errors(problems), as_text(after)
        problems = after
    assert tree(root) == tree(FOLDER / name / "mended")


def paste_all(told: tuple[Problem, ...], root: Path, mended: Path) -> None:
    """Every change that one output prints, from its last upwards, the numbers of lines as printed."""
    for problem in reversed(told):
        for edit in reversed(problem.mend.edits if problem.mend else ()):
            path = root / problem.path
            lines = path.read_text(encoding="utf-8-sig").split("\n")
            lines[edit.first - 1 : edit.last] = [kept(line, mended / problem.path) for line in edit.lines]
            path.write_text("\n".join(lines), encoding="utf-8")
        if problem.mend and problem.mend.command:
            subprocess.run(["bash", "-ec", problem.mend.command], cwd=root, check=True)


@pytest.mark.parametrize("name", MISTAKES)
def test_all_that_one_output_tells_mends_the_file_from_the_last_line_up(name: str, tmp_path: Path) -> None:
    root = lay_out(name, tmp_path)
    for _ in range(9):
        told = once(found(root))
        if not told:
            break
        waits = "check again" in as_text(told)
        paste_all(told, root, FOLDER / name / "mended")
        left = found(root)
        assert waits or not errors(left) & errors(told) or len(told) == 1, as_text(left)
    assert tree(root) == tree(FOLDER / name / "mended")


@pytest.mark.parametrize("name", MISTAKES)
def test_no_change_is_printed_twice(name: str, tmp_path: Path) -> None:
    told = once(found(lay_out(name, tmp_path)))
    changed = [
        (problem.path, number)
        for problem in told
        for edit in (problem.mend.edits if problem.mend else ())
        for number in range(edit.first, edit.last + 1)
    ]
    assert len(changed) == len(set(changed))


@pytest.mark.parametrize("name", MISTAKES)
def test_what_is_to_be_pasted_is_printed_at_the_left_edge(name: str, tmp_path: Path) -> None:
    for problem in found(lay_out(name, tmp_path)):
        assert problem.mend
        lines = as_text([problem]).split("\n")
        for text in [line for edit in problem.mend.edits for line in edit.lines] + [problem.mend.command]:
            assert text in lines or not text


@pytest.mark.parametrize("name", HARMLESS)
def test_what_hurts_nobody_is_no_problem(name: str, tmp_path: Path) -> None:
    assert not found(lay_out(name, tmp_path))


def test_there_are_mistakes_enough() -> None:
    assert len(MISTAKES) >= 45


def test_a_folder_in_capitals_is_told_with_the_command_that_mends_it(tmp_path: Path) -> None:
    (tmp_path / "Members").mkdir()
    if (tmp_path / "members").exists():
        pytest.skip("this file system takes the two for one")
    with pytest.raises(UsageError) as told:
        load(tmp_path, Problems())
    subprocess.run(["sh", "-ec", str(told.value).partition("paste this: ")[2]], cwd=tmp_path, check=True)
    assert not load(tmp_path, Problems()).records


def test_no_file_is_lost_when_all_that_is_printed_is_pasted_at_once(tmp_path: Path) -> None:
    """Several may be told the same new name, or one that somebody took in the meantime."""
    community = {f"members/{name}": f"{name} is what I say.\n" for name in ("Bad A.md", "Bad B.md", "CON.md")}
    community["members/Word.md"] = "{\\rtf1 words}"
    write(tmp_path / "community", community)
    (tmp_path / "Word.rtf").write_text("older words", encoding="utf-8")
    before = sorted(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    commands = [p.mend.command for p in found(tmp_path / "community") if p.mend and p.mend.command]
    assert len(commands) >= 4
    for command in commands:
        subprocess.run(["bash", "-c", command], cwd=tmp_path / "community", check=False)
    assert sorted(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()) == before


def test_a_tag_that_is_not_listed_is_no_reason_to_lose_it(tmp_path: Path) -> None:
    files = {
        "community.yml": "vocabulary: {skills: {Python: {}}}\n",
        "members/ada.md": "---\nnickname: Ada\nskills: [Go, Python\n---\nHere.\n",
    }
    write(tmp_path, files)
    first = found(tmp_path)[0]
    assert first.mend and [edit.lines for edit in first.mend.edits] == [("skills: [Go, Python]",)]
