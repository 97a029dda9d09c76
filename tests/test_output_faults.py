"""A full disk, a forbidden folder, a killed process: the last good tree stays, and the next build mends the rest."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import acquaint
from acquaint.errors import MachineError
from acquaint.output import MARKER, Stage, locked
from acquaint.rendered import Rendered

FILES = 150
SELF = os.environ | {"PYTHONPATH": str(Path(acquaint.__file__).parents[1])}

# Publishes the tree of its mark for ever, slowly, so that a kill falls anywhere.
ENDLESS = """
import itertools, os, sys, time
from pathlib import Path
from acquaint.output import Stage, locked
from acquaint.rendered import Rendered

def slowly(call):
    def slow(*args):
        time.sleep(0.0005)
        return call(*args)
    return slow

os.replace, os.unlink, os.mkdir = slowly(os.replace), slowly(os.unlink), slowly(os.mkdir)
out = Path(sys.argv[1])
print("ready", flush=True)
for mark in itertools.cycle("BA"):
    with locked(out, print), Stage(out, "public") as stage:
        for number in range(int(sys.argv[2])):
            stage.add(Rendered(f"{number}/index.html", mark.encode() * 5000))
            stage.add(Rendered(f"only-{mark}/{number}.html", mark.encode() * 5000))
        stage.publish()
"""


def publish(out: Path, mark: bytes) -> None:
    with locked(out, pytest.fail), Stage(out, "public") as stage:
        for number in range(FILES):
            stage.add(Rendered(f"{number}/index.html", mark * 5000))
            stage.add(Rendered(f"only-{mark.decode()}/{number}.html", mark * 5000))
        stage.publish()


def tree(out: Path) -> dict[str, bytes]:
    root = out / "public"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("seed", range(6))
def test_a_killed_build_leaves_each_file_old_or_new_and_the_next_mends_it(tmp_path: Path, seed: int) -> None:
    publish(tmp_path, b"A")
    good = tree(tmp_path)
    child = subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(tmp_path), str(FILES)], env=SELF, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(random.Random(seed).uniform(0.02, 0.6))
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    for path, content in tree(tmp_path).items():
        assert content in (b"A" * 5000, b"B" * 5000) or path == MARKER
    assert {f"{number}/index.html" for number in range(FILES)} <= tree(tmp_path).keys()
    publish(tmp_path, b"A")
    assert tree(tmp_path) == good
    assert sorted(path.name for path in tmp_path.iterdir()) == [".acquaint.lock", ".gitignore", "public"]
    assert not (tmp_path / "public/only-B").exists()


def test_a_build_killed_before_the_marker_stood_is_taken_up(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    publish(tmp_path, b"A")
    assert (tmp_path / "public" / MARKER).is_file()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("a disk can be made by root on Linux only")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this machine mounts no disk")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def test_a_full_disk_leaves_the_last_good_tree(small_disk: Path) -> None:
    with locked(small_disk, pytest.fail), Stage(small_disk, "public") as stage:
        stage.add(Rendered("index.html", b"good" * 1000))
        stage.publish()
    before = tree(small_disk)
    with (
        locked(small_disk, pytest.fail),
        pytest.raises(MachineError, match=r"could not write public/.*: no space left on device$"),
        Stage(small_disk, "public") as stage,
    ):
        stage.add(Rendered("index.html", b"new"))
        for number in range(100):
            stage.add(Rendered(f"{number}.html", b"x" * 100_000))
    assert tree(small_disk) == before
    assert not list(small_disk.glob(".staging-*"))


@pytest.mark.parametrize(
    ("code", "told"), [(errno.ENOSPC, "no space left on device"), (errno.EACCES, "permission denied")]
)
@pytest.mark.parametrize("call", ["acquaint.output.stage.tempfile.mkdtemp", "builtins.open"])
def test_a_disk_that_refuses_while_staging_leaves_the_last_good_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, told: str
) -> None:
    publish(tmp_path, b"A")
    before = tree(tmp_path)

    def refuse(*args: object, **more: object) -> None:
        raise OSError(code, os.strerror(code), "1")

    with monkeypatch.context() as patch, pytest.raises(MachineError) as raised:
        patch.setattr(call, refuse)
        with Stage(tmp_path, "public") as stage:
            stage.add(Rendered("new.html", b"B"))
    assert str(raised.value).endswith(f": {told}")
    assert str(raised.value).startswith(("could not prepare the public edition in", "could not write public/new.html"))
    assert tree(tmp_path) == before


@pytest.mark.parametrize(("call", "step"), [("mkdir", "make the folder"), ("replace", "publish"), ("unlink", "remove")])
def test_a_disk_that_refuses_while_publishing_is_told_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, step: str
) -> None:
    publish(tmp_path, b"A")
    wanted = {"a/index.html": b"a", "index.html": b"i"}

    def refuse(*args: object, **more: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def build() -> None:
        with Stage(tmp_path, "public") as stage:
            for path, content in wanted.items():
                stage.add(Rendered(path, content))
            with monkeypatch.context() as patch:
                if not mended:
                    patch.setattr(f"acquaint.output.moving.os.{call}", refuse)
                stage.publish()

    mended = False
    with pytest.raises(MachineError, match=f"^could not {step}.*: no space left on device$"):
        build()
    mended = True
    build()
    assert tree(tmp_path) == wanted | {MARKER: b"public\n"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(MachineError, match="permission denied"), locked(tmp_path / "site", pytest.fail):
            pass
    finally:
        tmp_path.chmod(0o700)
