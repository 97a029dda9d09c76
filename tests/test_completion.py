"""What the Tab key offers: commands, handles and files of members, quickly, and nothing that a shell would run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from acquaint.cli.suggesting import completer, suggesting
from communities import write

SOURCE = Path(__file__).parents[1] / "generator"
FILES = {
    "members/quill.md": "---\nnickname: Quill\n---\n",
    "members/harbour/quayside.yml": "nickname: Quay\n",
    "members/lantern.yml": "nickname: Lantern\n",
    "members/_template.md": "---\n---\n",
    "members/quill.jpg": "no picture",
    "members/q$(touch ran).md": "",
}


def process(command: list[str], cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(SOURCE), **environment}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def offered(root: Path, line: str, shell: str = "bash") -> list[str]:
    """What a shell is told for the last word of `line`, in a community's folder."""
    number = str(len(line.split(" ")) - 1)
    asked = {"COMP_WORDS": line, "COMP_CWORD": line.split(" ")[-1] if shell == "fish" else number}
    done = process([sys.executable, "-m", "acquaint"], root, _ACQUAINT_COMPLETE=f"{shell}_complete", **asked)
    assert not done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("acquaint check --explain q", ["quayside", "quill"]),
        ("acquaint check --explain @qui", ["@quill"]),
        ("acquaint add --handle l", ["lantern"]),
        ("acquaint check members/l", ["members/lantern.yml"]),
        ("acquaint check members/q", ["members/quill.md"]),
        ("acquaint check members/h", ["members/harbour/quayside.yml"]),
        ("acquaint new q", []),
        ("acquaint ne", ["new"]),
        ("acquaint completion z", ["zsh"]),
    ],
)
def test_commands_handles_and_files_are_offered(line: str, words: list[str], tmp_path: Path) -> None:
    assert [row.removeprefix("plain,") for row in offered(write(tmp_path, FILES), line)] == words


def test_another_root_has_its_own_handles(tmp_path: Path) -> None:
    write(tmp_path / "other", FILES)
    assert offered(tmp_path, "acquaint check --root other --explain qui") == ["plain,quill"]
    assert offered(tmp_path, "acquaint check --root other other/members/l") == ["plain,other/members/lantern.yml"]


def test_a_name_that_a_shell_would_run_is_never_offered(tmp_path: Path) -> None:
    assert not any("$" in row for row in offered(write(tmp_path, FILES), "acquaint check members/"))


def test_no_folder_and_a_broken_community_offer_nothing_and_say_nothing(tmp_path: Path) -> None:
    assert offered(tmp_path, "acquaint check --explain q") == []
    write(tmp_path, {"community.yml": "]", "members/quill.md": "]"})
    assert offered(tmp_path, "acquaint check --explain q") == ["plain,quill"]


def test_fish_and_zsh_speak_to_the_same_answers(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    assert "quill" in "".join(offered(tmp_path, "acquaint check --explain qui", "zsh"))
    assert "quill" in "".join(offered(tmp_path, "acquaint check --explain qui", "fish"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell_asks_acquaint(shell: str, tmp_path: Path) -> None:
    done = process([sys.executable, "-m", "acquaint", "completion", shell], tmp_path)
    assert done.returncode == 0
    assert f"_ACQUAINT_COMPLETE={shell}_complete" in done.stdout


def test_help_says_where_the_script_goes(tmp_path: Path) -> None:
    text = process([sys.executable, "-m", "acquaint", "completion", "--help"], tmp_path).stdout
    assert all(place in text for place in ("~/.bashrc", "~/.zshrc", "~/.config/fish/completions/acquaint.fish"))


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash on this machine")
def test_bash_itself_completes_a_handle(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    shim = tmp_path / "bin" / "acquaint"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m acquaint "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    script = (
        'eval "$(acquaint completion bash)"; COMP_WORDS=(acquaint check --explain qui); COMP_CWORD=3; '
        '_acquaint_completion acquaint; echo "${COMPREPLY[@]}"'
    )
    done = process(["bash", "-c", script], tmp_path, PATH=f"{shim.parent}{os.pathsep}{os.environ['PATH']}")
    assert done.stdout.strip() == "quill"


def test_completing_reads_no_file_and_imports_nothing_heavy(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    code = (
        "import os, sys\nfrom acquaint.cli.main import main\ntry:\n    main([])\nfinally:\n"
        "    print([n for n in ('yaml', 'babel', 'jinja2', 'acquaint.load', 'acquaint.drafting') if n in sys.modules], "
        "file=sys.stderr)"
    )
    asked = {"COMP_WORDS": "acquaint check --explain q", "COMP_CWORD": "3", "_ACQUAINT_COMPLETE": "bash_complete"}
    done = process([sys.executable, "-c", code], tmp_path, **asked)
    assert done.stderr.strip() == "[]"
    assert "plain,quill" in done.stdout


def test_tags_are_completed_while_a_question_is_answered() -> None:
    complete = completer(["Data engineering", "Radios", "Repair"])
    assert [complete("r", state) for state in range(3)] == ["Radios", "Repair", None]
    assert complete(" data", 0) == " Data engineering"
    with suggesting(["Radios"]):
        pass
