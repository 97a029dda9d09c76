"""What changed, as git knows it: whatever files are called, and whatever a hostile change brings along."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from acquaint.changes import Change, Earlier, Hand, compare, hand_of, old_content, old_settings, paired
from acquaint.errors import UsageError
from repositories import committed, git

ADA = "nickname: Ada\nheadline: I untangle slow data pipelines\n"


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Ada's introduction, and a branch to change it on."""
    return committed(tmp_path / "ours", {"members/ada.yml": ADA, "community.yml": "title: Ours\n"})


def paths(root: Path, ref: str = "before") -> list[tuple[str, str]]:
    """(path, former path) of each change."""
    return [(change.path, change.before) for change in compare(root, ref).changes]


def test_new_changed_removed_and_moved_files_are_told_apart(root: Path) -> None:
    committed(root, {"members/bo.yml": "nickname: Bo\n", "community.yml": None})
    git(root, "mv", "members/ada.yml", "members/lace.yml")
    found = {change.path: change for change in compare(root, "before").changes}
    assert (found["members/bo.yml"].before, found["members/bo.yml"].old_mode) == ("", "")
    assert found["community.yml"].is_removed
    assert found["members/lace.yml"].before == "members/ada.yml"
    assert len(found) == 3


def test_what_is_not_committed_counts_and_what_is_ignored_does_not(root: Path) -> None:
    committed(root, {".gitignore": "/site/\n"})
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("")
    (root / "members" / "bo.yml").write_text("nickname: Bo\n")
    (root / "members" / "ada.yml").write_text("nickname: A.\n")
    assert [path for path, _ in paths(root)] == [".gitignore", "members/ada.yml", "members/bo.yml"]


def test_what_others_changed_meanwhile_is_no_part_of_the_change(root: Path) -> None:
    committed(root, {"members/bo.yml": "nickname: Bo\n"})
    git(root, "switch", "--quiet", "main")
    committed(root, {"members/cy.yml": "nickname: Cy\n"})
    git(root, "switch", "--quiet", "change")
    assert paths(root, "main") == [("members/bo.yml", "")]
    git(root, "merge", "--quiet", "--no-edit", "main")
    assert paths(root, "main") == [("members/bo.yml", "")], "a merge brings in what is known already"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_no_name_of_a_file_is_taken_for_another_or_for_an_option(root: Path) -> None:
    names = ["members/new\nline.yml", "members/\x1b[31mred.yml", ":(top)*", "--output=x", "members/a\tb.yml", "café"]
    for name in names:
        (root / name).write_text("nickname: X\n")
    assert {path for path, _ in paths(root)} == set(names)
    committed(root)
    assert {path for path, _ in paths(root)} == set(names)
    for change in compare(root, "before").changes:
        assert hand_of(compare(root, "before"), change) is Hand.UNKNOWN


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_that_are_no_text_stay_apart(root: Path) -> None:
    for name in (b"members/\xff.yml", b"members/\xfe.yml"):
        (root / os.fsdecode(name)).write_text("nickname: X\n")
    assert len(paths(root)) == 2


@pytest.mark.parametrize("ref", ["--output=/tmp/x", "-h", "", "main\n", "\x1b[31m", "no-such-branch", "main:members"])
def test_only_a_commit_is_taken_and_never_an_option(root: Path, ref: str) -> None:
    with pytest.raises(UsageError) as told:
        compare(root, ref)
    assert str(told.value).isprintable()


def test_a_clone_without_its_history_is_refused_with_the_way_out(root: Path, tmp_path: Path) -> None:
    committed(root, {"members/bo.yml": "nickname: Bo\n"})
    git(root, "clone", "--quiet", "--depth", "1", root.as_uri(), str(tmp_path / "clone"))
    with pytest.raises(UsageError, match="fetch-depth: 0"):
        compare(tmp_path / "clone", "HEAD")


def test_without_a_repository_or_a_common_history_nothing_is_guessed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(UsageError, match="no repository"):
        compare(tmp_path / "none", "HEAD")
    git(root, "switch", "--quiet", "--orphan", "other")
    committed(root, {"members/bo.yml": "nickname: Bo\n"})
    with pytest.raises(UsageError, match="no history"):
        compare(root, "main")


def test_before_the_first_commit_everything_is_new(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "members").mkdir()
    (tmp_path / "members" / "ada.yml").write_text(ADA)
    git(tmp_path, "add", "members")
    assert paths(tmp_path, "HEAD") == [("members/ada.yml", "")]


def test_a_community_below_the_top_sees_the_rest_as_outside(tmp_path: Path) -> None:
    root = committed(tmp_path, {"people/members/ada.yml": ADA, "other.txt": "x"})
    committed(root, {"people/members/ada.yml": "nickname: A.\n", "other.txt": "y"})
    assert [path for path, _ in paths(root / "people")] == ["../other.txt", "members/ada.yml"]
    comparison = compare(root / "people", "before")
    old = {change.path: old_content(comparison, change, 1_000) for change in comparison.changes}
    assert old == {"members/ada.yml": ADA.encode(), "../other.txt": b"x"}


def test_former_contents_are_read_up_to_a_bound_and_never_through_a_link(root: Path) -> None:
    committed(root, {"members/ada.yml": "nickname: A.\n"})
    comparison = compare(root, "before")
    (change,) = comparison.changes
    assert old_content(comparison, change, 1_000) == ADA.encode()
    assert old_content(comparison, change, 10) is None
    link = Change(change.path, change.before, "120000", change.mode, change.old_id)
    assert old_content(comparison, link, 1_000) is None
    assert old_settings(comparison, "community.yml", 1_000) == b"title: Ours\n"
    assert old_settings(comparison, "other.yml", 1_000) is None


def test_every_version_in_between_is_seen(root: Path) -> None:
    committed(root, {"members/bo.yml": "nickname: Bo\nname: Bo Secret\n"})
    committed(root, {"members/bo.yml": "nickname: Bo\n"})
    committed(root, {"members/bo.yml": None})
    earlier = Earlier(compare(root, "before"), (".yml",), 1_000)
    assert sorted(version.content for version in earlier) == [b"nickname: Bo\n", b"nickname: Bo\nname: Bo Secret\n"]
    assert earlier.is_whole


def test_whatever_cannot_be_looked_at_is_owned_up_to(root: Path) -> None:
    committed(root, {"members/bo.yml": "nickname: Bo\n", "members/cy.yml": "nickname: Cy, who has more to say\n"})
    earlier = Earlier(compare(root, "before"), (".yml",), 20)
    assert [version.path for version in earlier] == ["members/bo.yml"]
    assert not earlier.is_whole
    lost = Earlier(replace(compare(root, "before"), base="no-such-commit"), (".yml",), 20)
    assert not list(lost) and not lost.is_whole


def test_before_the_first_commit_there_is_nothing_earlier(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    earlier = Earlier(compare(tmp_path, "HEAD"), (".yml",), 1_000)
    assert not list(earlier) and earlier.is_whole


def moved(before: str, path: str) -> Change:
    """A change of what stands at `path` and stood at `before`; "" for nowhere."""
    gone = not path
    return Change(path or before, before, "100644" if before else "", "" if gone else "100644", f"id of {before}")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("m/ada.md", ""), ("", "m/ada.yml")], [("m/ada.md", "m/ada.yml")]),
        ([("m/ada.md", "m/eve.md"), ("", "m/n/Ada.yml")], [("", "m/eve.md"), ("m/ada.md", "m/n/Ada.yml")]),
        ([("m/ada.md", "m/bo.yml"), ("m/bo.md", "m/ada.yml")], [("m/bo.md", "m/bo.yml"), ("m/ada.md", "m/ada.yml")]),
        ([("m/ada.md", "m/bo.yml"), ("m/bo.md", ""), ("", "m/ada.yml")], [("m/bo.md", "m/bo.yml"), ("m/ada.md", "m/ada.yml")]),
        ([("m/ada.md", "m/lace.md")], [("m/ada.md", "m/lace.md")]),
        ([("m/ada.md", ""), ("", "m/eve.md")], [("m/ada.md", ""), ("", "m/eve.md")]),
    ],
)  # fmt: skip
def test_who_bears_the_name_of_a_file_that_went_continues_it(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    found = paired([moved(*change) for change in changes], lambda path: Path(path).stem)
    assert [(change.before, "" if change.is_removed else change.path) for change in found] == expected
    assert all(change.old_id == (f"id of {change.before}" if change.before else change.old_id) for change in found)


def hand(root: Path, path: str = "members/ada.yml", account: str = "") -> Hand:
    """Whose hand the history claims changed `path`."""
    comparison = compare(root, "before")
    change = next(change for change in comparison.changes if path in (change.path, change.before))
    return hand_of(comparison, change, account)


def test_a_file_is_changed_by_who_wrote_it_or_by_another(root: Path) -> None:
    committed(root, {"members/ada.yml": "nickname: A.\n"}, who="ada")
    assert hand(root) is Hand.SAME
    committed(root, {"members/ada.yml": "nickname: B.\n"}, who="bo")
    assert hand(root) is Hand.OTHER


def test_a_mailmap_in_the_change_makes_nobody_somebody_else(root: Path) -> None:
    mailmap = "Ada <ada@example.org> <bo@example.org>\n"
    committed(root, {"members/ada.yml": "nickname: A.\n", ".mailmap": mailmap}, who="bo")
    git(root, "config", "log.mailmap", "true")
    assert hand(root) is Hand.OTHER


def test_a_moved_file_keeps_its_first_author(root: Path) -> None:
    git(root, "mv", "members/ada.yml", "members/lace.yml")
    committed(root, who="bo")
    assert hand(root, "members/lace.yml") is Hand.OTHER


def test_the_address_of_an_account_weighs_more_than_a_written_one(tmp_path: Path) -> None:
    ada = "77+Ada-L@users.noreply.github.com"
    root = committed(tmp_path, {"members/ada.yml": ADA}, who=ada)
    committed(root, {"members/ada.yml": "nickname: A.\n"}, who=ada)
    assert hand(root, account="mallory") is Hand.OTHER
    assert hand(root, account="ada-l") is Hand.SAME
    assert hand(root) is Hand.SAME


def test_what_is_not_committed_is_the_work_of_who_sits_here(root: Path) -> None:
    (root / "members" / "ada.yml").write_text("nickname: A.\n")
    assert hand(root) is Hand.UNKNOWN
    git(root, "config", "user.email", "ada@example.org")
    assert hand(root) is Hand.SAME
    git(root, "config", "user.email", "bo@example.org")
    assert hand(root) is Hand.OTHER


def test_settings_of_the_repository_run_nothing(root: Path, tmp_path: Path) -> None:
    trap = tmp_path / "sprung"
    committed(root, {".gitattributes": "* diff=evil\n", "members/ada.yml": "nickname: A.\n"})
    for key in ("diff.external", "diff.evil.textconv", "diff.evil.command", "core.fsmonitor", "core.pager"):
        git(root, "config", key, f"touch {trap}; false")
    (root / "members" / "ada.yml").write_text("nickname: A\n")
    comparison = compare(root, "before")
    assert len(comparison.changes) == 2
    for change in comparison.changes:
        old_content(comparison, change, 1_000)
        hand_of(comparison, change)
    list(Earlier(comparison, (".yml",), 1_000))
    assert not trap.exists()


def test_a_submodule_is_seen_and_not_entered(root: Path, tmp_path: Path) -> None:
    other = committed(tmp_path / "other", {"members/x.yml": ADA})
    git(root, "submodule", "--quiet", "add", other.as_uri(), "members/deep")
    committed(root)
    found = {change.path: change.mode for change in compare(root, "before").changes}
    assert found == {".gitmodules": "100644", "members/deep": "160000"}


def test_nothing_is_written_into_the_repository(root: Path) -> None:
    (root / "members" / "ada.yml").write_text("nickname: A.\n")
    before = {path: path.stat().st_mtime_ns for path in (root / ".git").rglob("*") if path.is_file()}
    compare(root, "before")
    hand(root)
    after = {path: path.stat().st_mtime_ns for path in (root / ".git").rglob("*") if path.is_file()}
    assert before == after


def test_git_is_found_missing_in_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert not subprocess.run(["/bin/sh", "-c", "command -v git"], check=False, capture_output=True).stdout
    with pytest.raises(UsageError, match="no repository"):
        compare(root, "before")
