"""A tiny real site, built and compared with what was approved, file by file."""

import difflib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from communities import built, tree

SITE = Path(__file__).parent / "sites" / "small"
# The stylesheet has no data in it, and the build's digest changes with every byte of it.
LEFT_OUT = ("assets/", ".acquaint-edition", "build.json")


def _site(tmp_path: Path) -> dict[str, bytes]:
    root = shutil.copytree(SITE, tmp_path / "small", ignore=shutil.ignore_patterns("expected"))
    built(root, tmp_path / "site")
    files = tree(tmp_path / "site")
    return {
        path: content
        for path, content in files.items()
        if not path.partition("/")[2].startswith(LEFT_OUT) and path.startswith(("public/", "internal/"))
    }


@pytest.mark.golden
def test_the_small_site_is_as_approved(tmp_path: Path) -> None:
    site = _site(tmp_path)
    expected = SITE / "expected"
    if os.environ.get("ACQUAINT_BLESS") == "1":
        shutil.rmtree(expected, ignore_errors=True)
        for path, content in site.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(content)
    approved = tree(expected)
    assert sorted(site) == sorted(approved), "if this is meant: make bless"
    for path, content in site.items():
        old, new = approved[path].decode(), content.decode()
        assert old == new, "\n".join(
            difflib.unified_diff(old.split("\n"), new.split("\n"), "approved", path, lineterm="")
        )


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert _site(tmp_path / "a") == _site(tmp_path / "b")


def test_the_order_of_files_on_the_disk_makes_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = _site(tmp_path / "a")
    scan = os.scandir

    @contextmanager
    def backwards(path: str) -> Iterator[list[os.DirEntry[str]]]:
        with scan(path) as entries:
            yield sorted(entries, key=lambda entry: entry.name, reverse=True)

    monkeypatch.setattr("acquaint.load.discover.scandir", backwards)
    assert _site(tmp_path / "b") == first


def test_the_approved_site_holds_no_private_value() -> None:
    """Its members' own files say what is private; this reads them with nothing of the project."""
    import yaml

    public = b"".join(tree(SITE / "expected" / "public").values()).decode().lower()
    for path in sorted((SITE / "members").iterdir()):
        text = path.read_text(encoding="utf-8")
        matter = yaml.load(text.split("---\n")[1] if path.suffix == ".md" else text, yaml.BaseLoader)
        opened = set(matter.get("public", []))
        private = [] if "name" in opened else [matter.get("name", "")]
        private += [] if "company" in opened else [matter.get("company", "")]
        private += [
            value
            for kind, value in (matter.get("contact") or {}).items()
            if f"contact.{kind}" not in opened and "contact" not in opened
        ]
        for value in filter(None, private):
            assert value.lower() not in public, path.name
