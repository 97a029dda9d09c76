"""A file in members/: whole or not at all, on every file system."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from acquaint.arrivals.placing import place
from acquaint.errors import MachineError, UsageError

FILE = "members/quill.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A community on a file system that knows no links."""

    def no_links(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "members").mkdir()
    return tmp_path


def test_a_file_is_written_where_there_are_no_links_and_never_over_another(root: Path) -> None:
    place(root, FILE, "first")
    with pytest.raises(UsageError, match="exists already"):
        place(root, FILE, "second")
    assert {path.name: path.read_text() for path in root.rglob("*.*")} == {"quill.md": "first"}


def test_a_file_that_cannot_be_written_whole_is_not_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Path.open

    class Full:
        """A file on a disk that is full after four bytes."""

        def __init__(self, path: Path) -> None:
            self._file = usual(path, "xb")

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def write(self, content: bytes) -> None:
            self._file.write(content[:4])
            raise OSError(errno.ENOSPC, "No space left on device")

    def opened(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        return Full(path) if mode == "xb" else usual(path, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(MachineError, match="no space left"):
        place(root, FILE, "an introduction")
    assert [path.name for path in root.rglob("*.*")] == []
