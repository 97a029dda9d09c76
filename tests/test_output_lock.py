"""One build at a time, in a folder that is made for it."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import acquaint
from acquaint.errors import UsageError
from acquaint.output import locked

BUILD = """
import sys
from pathlib import Path
from acquaint.output import Stage, locked
from acquaint.rendered import Rendered

out, mark = Path(sys.argv[1]), sys.argv[2].encode()
with locked(out, lambda line: print(line, flush=True)), Stage(out, "public") as stage:
    for number in range(300):
        stage.add(Rendered(f"{number}/index.html", mark))
    if mark == b"A":
        print("holding", flush=True)
        sys.stdin.readline()
    stage.publish()
"""


def build(out: Path, mark: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", BUILD, str(out), mark]
    itself = os.environ | {"PYTHONPATH": str(Path(acquaint.__file__).parents[1])}
    return subprocess.Popen(command, env=itself, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_the_folder_is_made_with_a_gitignore_of_its_own(tmp_path: Path) -> None:
    out = tmp_path / "deep/site"
    with locked(out, pytest.fail):
        assert (out / ".gitignore").read_bytes() == b"*\n!.gitignore\n"


def test_a_folder_in_use_gets_no_gitignore(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_bytes(b"mine")
    with locked(tmp_path, pytest.fail):
        assert not (tmp_path / ".gitignore").exists()


def test_an_own_gitignore_is_kept(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"mine")
    with locked(tmp_path, pytest.fail):
        assert (tmp_path / ".gitignore").read_bytes() == b"mine"


def test_what_killed_builds_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / ".staging-public-abc").mkdir()
    (tmp_path / ".staging-public-abc/1").write_bytes(b"half")
    (tmp_path / ".staging-internal-def").write_bytes(b"")
    with locked(tmp_path, pytest.fail):
        assert not list(tmp_path.glob(".staging-*"))


def test_a_file_and_a_protected_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match="is a file"), locked(tmp_path / "file", pytest.fail):
        pass
    with (
        pytest.raises(UsageError, match="must not change"),
        locked(tmp_path / "m/x", pytest.fail, protected=[tmp_path / "m"]),
    ):
        pass
    assert not (tmp_path / "m").exists()


def test_the_second_build_says_so_once_and_gives_up_in_the_end(tmp_path: Path) -> None:
    said: list[str] = []
    with (
        locked(tmp_path, pytest.fail),
        pytest.raises(UsageError, match="still writing"),
        locked(tmp_path, said.append, wait=0.2),
    ):
        pytest.fail("two builds at once")
    assert said == [f"another build is writing to {tmp_path}; waiting"]


def test_the_second_build_waits_for_the_first(tmp_path: Path) -> None:
    order: list[str] = []
    waiting = threading.Event()

    def told(line: str) -> None:
        order.append(line)
        waiting.set()

    def second() -> None:
        with locked(tmp_path, told, wait=30):
            order.append("second")

    with locked(tmp_path, pytest.fail):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(30)
        order.append("first")
    thread.join(30)
    assert order == [f"another build is writing to {tmp_path}; waiting", "first", "second"]


def test_two_processes_at_once_both_end_well(tmp_path: Path) -> None:
    first = build(tmp_path, "A")
    assert first.stdout is not None
    assert first.stdout.readline() == "holding\n"
    second = build(tmp_path, "B")
    assert second.stdout is not None
    assert "waiting" in second.stdout.readline()
    first.communicate("go on\n", timeout=60)
    second.communicate(timeout=60)
    assert (first.returncode, second.returncode) == (0, 0)
    files = list((tmp_path / "public").rglob("*.html"))
    assert len(files) == 300
    assert {path.read_bytes() for path in files} == {b"B"}
    assert not list(tmp_path.glob(".staging-*"))


def test_a_killed_build_holds_no_lock(tmp_path: Path) -> None:
    with build(tmp_path, "A") as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.kill()
    with locked(tmp_path, pytest.fail, wait=0):
        assert not list(tmp_path.glob(".staging-*"))
