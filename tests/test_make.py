"""The Makefile: what it offers, and that it fails in one sentence on a machine that lacks something."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements/build.txt", "requirements/test.txt", "requirements/bench.txt")
NEEDED = ("Makefile", "pyproject.toml", *LOCKS, "requirements/check-python")
TARGETS = {
    *("help", "build", "serve", "check", "test", "test-long", "bless", "messages", "screenshots"),
    *("bench", "bench-search", "lock", "clean"),
}

# A Python that says on which version it is, then does what the real one does.
OLD_PYTHON = 'case "$*" in *ensurepip*) exit 0;; *print*) echo 3.9;; *) exit 1;; esac'
WITHOUT_VENV = f'case "$*" in *ensurepip*) exit 1;; esac; exec {shlex.quote(sys.executable)} "$@"'
BREAKING_VENV = (
    f'case "$*" in *"-m venv"*) mkdir -p .venv/bin; : >.venv/bin/python; echo "no space" >&2; exit 1;; esac; '
    f'exec {shlex.quote(sys.executable)} "$@"'
)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("make") is None, reason="there is no make on this machine"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What the Makefile reads, in a folder with a space in its name."""
    folder = tmp_path / "our people"
    for name in NEEDED:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(PROJECT / name, target)
    return folder


def make(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run make in `project` without what an outer make handed down."""
    kept = {key: value for key, value in os.environ.items() if key not in {"MAKEFLAGS", "MAKELEVEL", "PYTHON"}}
    return subprocess.run(
        ["make", *arguments], cwd=project, env=kept | variables, capture_output=True, text=True, check=False
    )


def put_python(project: Path, script: str) -> str:
    """A PATH on which `python3` is `script`."""
    folder = project / "fake"
    folder.mkdir()
    program = folder / "python3"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def put_ready_venv(project: Path, script: str) -> None:
    """A .venv that make takes for finished, and in which python is `script`."""
    program = project / ".venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    for name in (".build", ".test"):
        (project / ".venv" / name).touch()


def test_make_alone_lists_every_target_with_what_it_does(project: Path) -> None:
    listed = make(project)
    rows = dict(line.removeprefix("make ").split(maxsplit=1) for line in listed.stdout.splitlines())
    assert set(rows) == TARGETS
    assert all(rows.values())
    assert listed.stdout == make(project, "help").stdout


def test_without_venv_one_sentence_names_the_package(project: Path) -> None:
    ended = make(project, "build", PATH=put_python(project, WITHOUT_VENV))
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert f"python3.{sys.version_info.minor}-venv (or python3-venv)" in ended.stderr
    assert ended.stdout == ""
    assert not (project / ".venv").exists()


def test_an_old_python_is_refused_in_one_sentence(project: Path) -> None:
    ended = make(project, "test", PATH=put_python(project, OLD_PYTHON))
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert "Python 3.11 to 3.14 and python3 is Python 3.9" in ended.stderr
    assert not (project / ".venv").exists()


def test_a_missing_python_is_told_in_one_sentence(project: Path) -> None:
    ended = make(project, "build", "PYTHON=no-such-python")
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert "no-such-python was not found" in ended.stderr


def test_no_half_made_venv_is_left_behind(project: Path) -> None:
    ended = make(project, "build", PATH=put_python(project, BREAKING_VENV))
    assert ended.returncode == 2
    assert "no space" in ended.stderr
    assert not (project / ".venv").exists()


def test_root_and_out_may_hold_spaces_and_quotes(project: Path) -> None:
    put_ready_venv(project, 'printf "%s\\n" "$@"')
    ended = make(project, "build", "ROOT=../the others' people", 'OUT=a "new" site')
    assert ended.stdout.splitlines() == [
        *("-m", "acquaint", "build"),
        *("--root", "../the others' people"),
        *("--out", 'a "new" site'),
    ]


@pytest.mark.parametrize(("root", "out"), [(".", "./site"), ("../ours", "../ours/site")])
def test_a_community_is_built_beside_its_members_unless_told_otherwise(project: Path, root: str, out: str) -> None:
    put_ready_venv(project, 'printf "%s\\n" "$@"')
    assert make(project, "build", f"ROOT={root}").stdout.splitlines()[-3:] == [root, "--out", out]


def test_a_root_in_the_environment_is_not_taken_for_ours(project: Path) -> None:
    put_ready_venv(project, 'printf "%s\\n" "$@"')
    assert make(project, "build", ROOT="/elsewhere", OUT="/elsewhere").stdout.splitlines()[-3:] == [
        *(".", "--out", "./site")
    ]


def test_a_ready_venv_is_installed_into_again_only_when_a_lock_changed(project: Path) -> None:
    put_ready_venv(project, 'echo "$@"')
    assert "pip" not in make(project, "test").stdout
    after_the_stamp = (project / ".venv" / ".build").stat().st_mtime + 10
    os.utime(project / "requirements" / "build.txt", (after_the_stamp, after_the_stamp))
    again = make(project, "build").stdout
    assert "--require-hashes --only-binary :all: --requirement requirements/build.txt" in again
    assert "--no-deps --no-build-isolation --editable ." in again


def test_a_venv_whose_python_is_gone_is_made_again(project: Path) -> None:
    put_ready_venv(project, "exit 1")
    (project / ".venv" / "bin" / "python").unlink()
    (project / ".venv" / "bin" / "python").symlink_to("/no/such/python")
    planned = make(project, "--dry-run", "build").stdout
    assert "-m venv --clear .venv" in planned
    assert "--requirement requirements/build.txt" in planned


def test_a_bench_without_the_other_generators_goes_on(project: Path) -> None:
    put_ready_venv(project, 'case "$*" in *bench/run.py*) echo measured;; *) exit 1;; esac')
    ended = make(project, "bench")
    assert (ended.returncode, ended.stdout.splitlines()[-1]) == (0, "measured")
    assert not (project / ".venv" / ".bench").exists()


def test_a_failing_test_run_fails_make(project: Path) -> None:
    put_ready_venv(project, "exit 1")
    assert make(project, "test").returncode == 2
