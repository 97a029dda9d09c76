"""Which changes ask for a rebuild, and when they have settled."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, EventEmitter

from acquaint.serve import looking
from acquaint.serve import watch as watching
from acquaint.serve.watch import Changes, Watch, is_passing

SOON = 5.0
NEVER = 0.4


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "community"
    for folder in ("members", "templates/pages", "site/public", ".git", ".venv"):
        (root / folder).mkdir(parents=True)
    (root / "community.yml").write_text("title: Northlight\n")
    (root / "members" / "ada.md").write_text("---\n---\n")
    return root


class Silent(BaseObserver):
    """What a file system is that takes every watch and reports nothing."""

    def __init__(self) -> None:
        super().__init__(EventEmitter)


@contextmanager
def watched(
    root: Path, *also: Path, say: Callable[[str], None] = lambda line: None, poll: bool = False
) -> Iterator[tuple[Watch, Changes]]:
    changes = Changes()
    watch = Watch(root, also, changes, say, poll=poll)
    try:
        watch.start()
        yield watch, changes
    finally:
        watch.stop()


def noticed(changes: Changes, file: Path) -> bool:
    """True if a change of `file` is noticed by who compares it with what was there at first, whenever they first looked."""
    for length in range(1, 20):
        file.write_text("x" * length)
        if changes.settled(SOON / 10):
            return True
    return False


@pytest.mark.parametrize(
    "name", ["members/ada.md", "members/new/grace.yml", "templates/pages/member.html", "community.yml", "logo.png"]
)
def test_a_change_of_a_source_is_noticed(root: Path, name: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    with watched(root) as (_, changes):
        (root / name).write_text("changed")
        assert changes.settled(SOON)


@pytest.mark.parametrize("name", ["members/ada.md", "community.yml"])
def test_a_file_put_in_place_by_rename_or_taken_away_is_noticed(root: Path, name: str) -> None:
    with watched(root) as (_, changes):
        temporary = (root / name).with_name("ada.md.tmp")
        temporary.write_text("new")
        temporary.replace(root / name)
        assert changes.settled(SOON)
        (root / name).unlink()
        assert changes.settled(SOON)


@pytest.mark.parametrize(
    "name",
    [
        "site/public/index.html",
        ".git/index",
        ".venv/x.py",
        "README.md",
        "members/.ada.md.swp",
        "members/ada.md~",
        "members/#ada.md#",
        "members/.#ada.md",
        "members/4913",
        "templates/.cache/x",
    ],
)
def test_what_is_no_source_is_ignored(root: Path, name: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    with watched(root) as (_, changes):
        (root / name).write_text("x")
        (root / name).unlink()
        assert not changes.settled(NEVER)


def test_reading_the_sources_is_no_change(root: Path) -> None:
    with watched(root) as (_, changes):
        for file in root.rglob("*"):
            if file.is_file():
                file.read_bytes()
        assert not changes.settled(NEVER)


def test_a_theme_elsewhere_is_watched_even_below_a_hidden_folder(root: Path) -> None:
    theme = root / ".venv" / "lib" / "templates"
    theme.mkdir(parents=True)
    with watched(root, theme) as (_, changes):
        (theme / "base.html").write_text("x")
        assert changes.settled(SOON)


def test_a_folder_that_appears_later_is_watched_from_then_on(root: Path) -> None:
    with watched(root) as (watch, changes):
        (root / "pages").mkdir()
        assert changes.settled(SOON)
        watch.refresh()
        (root / "pages" / "conduct.md").write_text("Be kind.")
        assert changes.settled(SOON)


def test_a_folder_that_was_replaced_is_watched_anew(root: Path) -> None:
    with watched(root) as (watch, changes):
        (root / "members").rename(root / "old")
        (root / "members").mkdir()
        assert changes.settled(SOON)
        watch.refresh()
        (root / "members" / "grace.md").write_text("---\n---\n")
        assert changes.settled(SOON)


def test_a_linked_folder_is_watched_where_it_lies(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / "pages").symlink_to(tmp_path / "elsewhere")
    with watched(root) as (_, changes):
        (tmp_path / "elsewhere" / "legal.md").write_text("Us.")
        assert changes.settled(SOON)


def test_without_reports_from_the_system_files_are_looked_at(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    observer = Observer()
    monkeypatch.setattr(observer, "schedule", refuse)
    monkeypatch.setattr(watching, "Observer", lambda: observer)
    monkeypatch.setattr(looking, "LOOK", 0.1)
    said: list[str] = []
    with watched(root, say=said.append) as (_, changes):
        assert ["inotify watch limit reached" in line for line in said] == [True]
        assert noticed(changes, root / "members" / "ada.md")
    assert not observer.is_alive()


def test_a_limit_reached_later_is_met_in_the_same_way(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(looking, "LOOK", 0.1)
    with watched(root, say=said.append) as (watch, changes):

        def refuse(*args: object, **more: object) -> None:
            raise OSError(errno.EMFILE, "too many")

        monkeypatch.setattr(watch._observer, "schedule", refuse)
        (root / "pages").mkdir()
        assert changes.settled(SOON)
        watch.refresh()
        assert len(said) == 1
        assert noticed(changes, root / "pages" / "conduct.md")


@pytest.fixture(params=["silent", "poll"])
def quiet(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Nothing is reported: by a file system that keeps silent, or because nobody asked."""
    if request.param == "silent":
        monkeypatch.setattr(watching, "Observer", Silent)
    return bool(request.param == "poll")


@pytest.mark.parametrize(
    "name", ["members/ada.md", "members/new/grace.yml", "templates/pages/member.html", "community.yml", "logo.png"]
)
def test_a_change_that_nothing_reports_is_noticed_within_two_seconds(root: Path, name: str, quiet: bool) -> None:
    assert looking.LOOK + watching.QUIET < 1.5, "the rest is for a slow machine"
    (root / name).parent.mkdir(exist_ok=True)
    with watched(root, poll=quiet) as (_, changes):
        (root / name).write_text("changed")
        assert changes.settled(SOON)
        (root / name).unlink()
        assert changes.settled(SOON)


def test_an_edit_of_the_same_size_within_the_same_second_is_noticed(root: Path, quiet: bool) -> None:
    file = root / "members" / "ada.md"
    second = 1_780_000_000 * 10**9
    os.utime(file, ns=(second, second))
    with watched(root, poll=quiet) as (_, changes):
        file.write_text(file.read_text().swapcase())
        os.utime(file, ns=(second, second + 1000))
        assert changes.settled(SOON)


def test_what_is_no_source_is_not_looked_at(root: Path, quiet: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOK", 0.05)
    with watched(root, poll=quiet) as (_, changes):
        for name in ("site/public/index.html", "README.md", "members/.ada.md.swp", "members/ada.md~", ".git/index"):
            (root / name).write_text("x")
        assert not changes.settled(NEVER)


def test_a_change_that_nothing_reports_is_told_once(root: Path, quiet: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOK", 0.05)
    with watched(root, poll=quiet) as (watch, changes):
        (root / "members" / "ada.md").write_text("changed")
        assert changes.settled(SOON)
        watch.refresh()
        assert not changes.settled(NEVER)


def test_a_change_that_was_reported_is_not_told_again_by_looking(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOK", 0.3)
    with watched(root) as (watch, changes):
        (root / "members" / "ada.md").write_text("changed")
        assert changes.settled(SOON)
        watch.refresh()
        assert not changes.settled(1.0)


def test_a_folder_that_goes_and_comes_back_is_looked_at_again(
    root: Path, quiet: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "LOOK", 0.05)
    with watched(root, poll=quiet) as (_, changes):
        (root / "members").rename(root / "old")
        assert changes.settled(SOON)
        (root / "members").mkdir()
        (root / "members" / "grace.md").write_text("---\n---\n")
        assert changes.settled(SOON)


def test_with_poll_the_system_is_asked_for_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("an observer was made")

    monkeypatch.setattr(watching, "Observer", refuse)
    with watched(root, poll=True) as (watch, changes):
        watch.refresh()
        assert noticed(changes, root / "members" / "ada.md")


def test_no_change_is_told_after_patience_ends() -> None:
    assert not Changes().settled(0.01)


def test_many_changes_in_quick_succession_settle_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "QUIET", 0.5)
    changes = Changes()

    def burst() -> None:
        for _ in range(20):
            changes.note()
            sleep(0.01)

    writer = Thread(target=burst)
    writer.start()
    assert changes.settled(SOON)
    assert not writer.is_alive()
    assert not changes.settled(0.7)


def test_a_change_after_things_settled_counts_for_the_next_time() -> None:
    changes = Changes()
    changes.note()
    assert changes.settled(SOON)
    changes.note()
    assert changes.settled(SOON)


def test_changes_without_end_are_not_waited_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_LONGEST", 0.3)
    changes = Changes()
    begun = monotonic()

    def endless() -> None:
        while monotonic() - begun < 3:
            changes.note()
            sleep(0.005)

    writer = Thread(target=endless)
    writer.start()
    assert changes.settled(SOON)
    assert monotonic() - begun < 2
    writer.join()


@pytest.mark.parametrize(
    "name", [".hidden", "a/.git/b", "x~", "#x#", "x.swp", "x.SWX", "x.tmp", "a___jb_tmp___", "4913"]
)
def test_passing_files_are_known_by_name(name: str) -> None:
    assert is_passing(Path(name))


@pytest.mark.parametrize("name", ["ada.md", "_template.md", "a/b.yml", "ada.jpg", "swp.md", "tmp/ada.md", "."])
def test_real_files_are_not_taken_for_passing_ones(name: str) -> None:
    assert not is_passing(Path(name))
