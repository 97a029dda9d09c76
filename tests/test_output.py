"""Publishing an edition: only what differs is written, strays go last, and nothing that isn't ours is touched."""

import os
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from acquaint.errors import AcquaintError, UsageError
from acquaint.output import MARKER, Published, Stage
from acquaint.rendered import Rendered

FIRST = {"index.html": b"one", "members/ada/index.html": b"ada", "assets/site.css": b"css"}


def publish(out: Path, files: Mapping[str, bytes]) -> Published:
    out.mkdir(exist_ok=True)
    with Stage(out, "public") as stage:
        for path, content in files.items():
            stage.add(Rendered(path, content))
        return stage.publish()


def tree(out: Path) -> dict[str, bytes]:
    root = out / "public"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.name != MARKER
    }


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_added_is_published_and_counted(tmp_path: Path) -> None:
    assert publish(tmp_path, FIRST) == Published(written=3, unchanged=0, removed=0, bytes=9)
    assert tree(tmp_path) == FIRST
    assert (tmp_path / "public" / MARKER).read_bytes() == b"public\n"
    assert names(tmp_path) == ["public"]


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    root = tmp_path / "public"
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in root.rglob("*")}
    assert publish(tmp_path, FIRST) == Published(written=0, unchanged=3, removed=0, bytes=9)
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in root.rglob("*")} == before


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    second = FIRST | {"index.html": b"two"}
    kept = (tmp_path / "public/assets/site.css").stat().st_ino
    assert publish(tmp_path, second) == Published(written=1, unchanged=2, removed=0, bytes=9)
    assert tree(tmp_path) == second
    assert (tmp_path / "public/assets/site.css").stat().st_ino == kept


def test_strays_and_their_folders_are_removed(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "public/empty/deep").mkdir(parents=True)
    (tmp_path / "public/.tmp-1").write_bytes(b"half")
    assert publish(tmp_path, {"index.html": b"one"}).removed == 3
    assert sorted(path.name for path in (tmp_path / "public").rglob("*")) == [MARKER, "index.html"]


def test_new_files_come_first_then_changed_ones_and_strays_go_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, FIRST)
    done: list[str] = []
    replace, unlink = os.replace, os.unlink

    def replaced(source: str, target: str) -> None:
        done.append(f"write {Path(target).name}")
        replace(source, target)

    def unlinked(path: Path) -> None:
        done.append(f"remove {Path(path).name}")
        unlink(path)

    with Stage(tmp_path, "public") as stage:
        for path, content in {"index.html": b"two", "z.html": b"z"}.items():
            stage.add(Rendered(path, content))
        with monkeypatch.context() as patch:
            patch.setattr("acquaint.output.moving.os.replace", replaced)
            patch.setattr("acquaint.output.moving.os.unlink", unlinked)
            patch.setattr("acquaint.output.moving.discard", lambda staging: None)
            patch.setattr("acquaint.output.stage.discard", lambda staging: None)
            stage.publish()
    assert done == ["write z.html", "write index.html", "remove site.css", "remove index.html"]


def test_a_build_that_is_given_up_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    with pytest.raises(RuntimeError), Stage(tmp_path, "public") as stage:
        stage.add(Rendered("index.html", b"two"))
        raise RuntimeError
    assert tree(tmp_path) == FIRST
    assert names(tmp_path) == ["public"]


def test_a_first_build_that_is_given_up_leaves_no_folder(tmp_path: Path) -> None:
    with Stage(tmp_path, "public") as stage:
        stage.add(Rendered("index.html", b"one"))
    assert names(tmp_path) == []


def test_what_is_staged_is_private_until_it_is_published(tmp_path: Path) -> None:
    with Stage(tmp_path, "public") as stage:
        stage.add(Rendered("index.html", b"one"))
        (staging,) = tmp_path.glob(".staging-public-*")
        assert stat.S_IMODE(staging.stat().st_mode) == 0o700 or os.name == "nt"
        stage.publish()
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE((tmp_path / "public/index.html").stat().st_mode) == 0o666 & ~umask or os.name == "nt"
    assert stat.S_IMODE((tmp_path / "public").stat().st_mode) == 0o777 & ~umask or os.name == "nt"


def test_finished_reads_back_every_file_with_its_owner(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    with Stage(tmp_path, "public") as stage:
        stage.add(Rendered("members/ada/index.html", b"ada", "ada"))
        stage.add(Rendered("index.html", b"new"))
        assert list(stage.finished()) == [
            Rendered("index.html", b"new"),
            Rendered("members/ada/index.html", b"ada", "ada"),
        ]


def test_both_editions_can_be_staged_at_once(tmp_path: Path) -> None:
    with Stage(tmp_path, "public") as public, Stage(tmp_path, "internal") as internal:
        public.add(Rendered("index.html", b"p"))
        internal.add(Rendered("index.html", b"i"))
        public.publish()
        internal.publish()
    assert (tmp_path / "public/index.html").read_bytes() == b"p"
    assert (tmp_path / "internal/index.html").read_bytes() == b"i"


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"file", "b/c/index.html": b"deep", "b/x": b"x"})
    (tmp_path / "public/b/empty").mkdir()
    second = {"a/index.html": b"deep", "b": b"file"}
    publish(tmp_path, second)
    assert tree(tmp_path) == second


def test_a_path_that_differs_by_case_only_gets_the_new_spelling(tmp_path: Path) -> None:
    publish(tmp_path, {"Assets/Logo.svg": b"old", "Assets/site.css": b"css"})
    second = {"assets/logo.svg": b"new", "assets/site.css": b"css"}
    publish(tmp_path, second)
    assert tree(tmp_path) == second
    assert names(tmp_path / "public") == [MARKER, "assets"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_in_the_tree_are_replaced_and_never_followed(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "ada").mkdir(parents=True)
    (elsewhere / "ada/index.html").write_bytes(b"ada")
    (elsewhere / "mine.txt").write_bytes(b"one")
    root = tmp_path / "public"
    shutil.rmtree(root / "members")
    (root / "members").symlink_to(elsewhere)
    (root / "index.html").unlink()
    (root / "one").write_bytes(b"one")
    (root / "index.html").symlink_to("one")  # a link as long as the file it leads to
    (root / "stray").symlink_to(elsewhere)
    publish(tmp_path, FIRST)
    assert tree(tmp_path) == FIRST
    assert not any(path.is_symlink() for path in root.rglob("*"))
    assert (elsewhere / "mine.txt").read_bytes() == b"one"
    assert (elsewhere / "ada/index.html").read_bytes() == b"ada"


def test_a_stage_sweeps_what_was_left_of_its_own_edition(tmp_path: Path) -> None:
    (tmp_path / ".staging-public-old").mkdir()
    (tmp_path / ".staging-internal-now").mkdir()
    publish(tmp_path, FIRST)
    assert names(tmp_path) == [".staging-internal-now", "public"]


def refused(out: Path, tmp_path: Path) -> str:
    before = sorted(path for path in tmp_path.rglob("*"))
    with pytest.raises(UsageError) as raised:
        Stage(out, "public")
    assert sorted(path for path in tmp_path.rglob("*")) == before
    return str(raised.value)


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/thesis.txt").write_bytes(b"mine")
    assert "public was not made by Acquaint" in refused(tmp_path, tmp_path)


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    publish(tmp_path, FIRST)
    assert tree(tmp_path) == FIRST


def test_a_folder_of_the_other_audience_is_refused(tmp_path: Path) -> None:
    with Stage(tmp_path, "internal") as stage:
        stage.add(Rendered("index.html", b"i"))
        stage.publish()
    (tmp_path / "internal").rename(tmp_path / "public")
    assert "public holds the internal edition" in refused(tmp_path, tmp_path)


def test_a_folder_that_holds_a_repository_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "public/.git").mkdir()
    assert "holds a git repository" in refused(tmp_path, tmp_path)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").write_bytes(b"mine")
    assert "public is a file" in refused(tmp_path, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_in_place_of_the_folder_or_its_marker_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "site"
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / MARKER).write_bytes(b"public\n")
    out.mkdir()
    (out / "public").symlink_to(tmp_path / "elsewhere")
    assert "public is a link" in refused(out, tmp_path)
    (out / "public").unlink()
    (out / "public").mkdir()
    (out / "public" / MARKER).symlink_to(tmp_path / "elsewhere" / MARKER)
    assert "was not made by Acquaint" in refused(out, tmp_path)


@pytest.mark.parametrize("out", ["members", "members/site", "members/../members"])
def test_a_protected_folder_is_refused(tmp_path: Path, out: str) -> None:
    (tmp_path / "members/site").mkdir(parents=True)
    with pytest.raises(UsageError, match="which a build must not change"):
        Stage(tmp_path / out, "public", protected=[tmp_path / "members"])
    assert list((tmp_path / "members").rglob("*")) == [tmp_path / "members/site"]


def test_a_path_refused_leaves_the_stage_usable(tmp_path: Path) -> None:
    with Stage(tmp_path, "public") as stage:
        with pytest.raises(AcquaintError):
            stage.add(Rendered("x/../../y", b""))
        stage.add(Rendered("index.html", b"one"))
        stage.publish()
    assert tree(tmp_path) == {"index.html": b"one"}
    assert names(tmp_path / "public") == [MARKER, "index.html"]
