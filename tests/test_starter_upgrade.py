"""acquaint init --upgrade: renews what it wrote and a person didn't change, and nothing else."""

import json
from pathlib import Path

import pytest

from acquaint.errors import UsageError
from acquaint.starter import renewed
from acquaint.starter.writing import digest
from starters import init, started

OLD, NEW, MINE = "old\n", "new\n", "mine\n"


def community(root: Path, stands: str | None) -> Path:
    """A folder in which one file stands as given, or not at all."""
    if stands is not None:
        (root / "Makefile").write_text(stands, encoding="utf-8")
    return root


def test_what_nobody_changed_is_renewed(tmp_path: Path) -> None:
    done = renewed(community(tmp_path, OLD), {"Makefile": NEW}, {"Makefile": digest(OLD)})
    assert done.renewed == ("Makefile",)
    assert (tmp_path / "Makefile").read_text(encoding="utf-8") == NEW


def test_what_somebody_changed_stays_and_the_new_text_lies_beside(tmp_path: Path) -> None:
    done = renewed(community(tmp_path, MINE), {"Makefile": NEW}, {"Makefile": digest(OLD)})
    assert done.offered == ("Makefile",) and not done.renewed
    assert (tmp_path / "Makefile").read_text(encoding="utf-8") == MINE
    assert (tmp_path / ".acquaint/new/Makefile").read_text(encoding="utf-8") == NEW


def test_what_was_offered_once_isnt_offered_again(tmp_path: Path) -> None:
    first = renewed(community(tmp_path, MINE), {"Makefile": NEW}, {"Makefile": digest(OLD)})
    assert not renewed(tmp_path, {"Makefile": NEW}, first.digests).offered


def test_what_somebody_changed_and_we_didnt_is_not_mentioned(tmp_path: Path) -> None:
    done = renewed(community(tmp_path, MINE), {"Makefile": OLD}, {"Makefile": digest(OLD)})
    assert not done.offered and not done.renewed
    assert not (tmp_path / ".acquaint").exists()


def test_what_was_deleted_stays_deleted_for_ever(tmp_path: Path) -> None:
    first = renewed(community(tmp_path, None), {"Makefile": NEW}, {"Makefile": digest(OLD)})
    again = renewed(tmp_path, {"Makefile": OLD}, first.digests)
    assert not first.renewed + first.added + again.renewed + again.added
    assert not (tmp_path / "Makefile").exists()


def test_a_file_that_is_new_in_this_version_is_added_and_one_that_is_gone_stays(tmp_path: Path) -> None:
    done = renewed(community(tmp_path, OLD), {"NOTICE.md": NEW}, {"Makefile": digest(OLD)})
    assert done.added == ("NOTICE.md",) and done.gone == ("Makefile",)
    assert (tmp_path / "Makefile").read_text(encoding="utf-8") == OLD


def test_a_file_of_somebody_elses_is_never_taken_for_ours(tmp_path: Path) -> None:
    done = renewed(community(tmp_path, MINE), {"Makefile": NEW}, {})
    assert not done.renewed and (tmp_path / "Makefile").read_text(encoding="utf-8") == MINE


def test_line_ends_of_another_system_are_no_change(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_bytes(b"old\r\n")
    assert renewed(tmp_path, {"Makefile": NEW}, {"Makefile": digest(OLD)}).renewed == ("Makefile",)


def test_nothing_is_renewed_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(OLD, encoding="utf-8")
    try:
        (tmp_path / "Makefile").symlink_to(tmp_path / "elsewhere")
    except OSError:
        pytest.skip("links can't be made here")
    renewed(tmp_path, {"Makefile": NEW}, {"Makefile": digest(OLD)})
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == OLD


def test_an_upgrade_right_after_init_changes_nothing(tmp_path: Path) -> None:
    root = started(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    done = init(root, "--upgrade")
    assert "Everything is as this version writes it." in done.output
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_an_upgrade_moves_the_version_on_and_prints_how_to_see_what_is_new(tmp_path: Path) -> None:
    root = started(tmp_path, "--title", "Ours")
    manifest = root / ".acquaint" / "starter.json"
    known = json.loads(manifest.read_text("utf-8"))
    for path in ("README.md", "Makefile"):
        (root / path).write_text("an older version\n", encoding="utf-8")
        known["files"][path] = digest("an older version\n")
    manifest.write_text(json.dumps(known), encoding="utf-8")
    (root / "README.md").write_text("ours by now\n", encoding="utf-8")
    done = init(root, "--upgrade")
    assert "Renewed: Makefile." in done.output
    assert "diff -u" in done.output and ".acquaint/new/README.md" in done.output.replace("\\", "/")
    assert (root / "README.md").read_text(encoding="utf-8") == "ours by now\n"
    assert "deploy" in (root / "Makefile").read_text(encoding="utf-8")


def test_examples_that_were_deleted_dont_come_back(tmp_path: Path) -> None:
    root = started(tmp_path)
    for path in (root / "members").glob("example-*"):
        path.unlink()
    (root / "members" / "quill.md").write_text("---\nnickname: Quill\n---\n", encoding="utf-8")
    init(root, "--upgrade")
    init(root, "--upgrade")
    assert not list((root / "members").glob("example-*"))


def test_the_template_follows_the_fields_of_community_yml(tmp_path: Path) -> None:
    root = started(tmp_path)
    own = "fields:\n  tram:\n    type: text\n    label: Tram\n    help: Which tram?\n"
    (root / "community.yml").write_text(f"title: Ours\n{own}", encoding="utf-8")
    init(root, "--upgrade")
    assert "tram:" in (root / "members" / "_template.md").read_text(encoding="utf-8")
    assert (root / "community.yml").read_text(encoding="utf-8").startswith("title: Ours\n")


def test_what_community_yml_says_by_now_reaches_the_files_that_nobody_changed(tmp_path: Path) -> None:
    root = started(tmp_path, "--title", "Ours")
    settings = root / "community.yml"
    text = settings.read_text(encoding="utf-8").replace('title: "Ours"', "title: Die Runde")
    settings.write_text(text.replace("# base_url: https://people.example", "base_url: https://runde.example"), "utf-8")
    done = init(root, "--upgrade")
    assert (root / "README.md").read_text(encoding="utf-8").startswith("# Die Runde\n")
    assert "https://runde.example/join/" in (root / "asking-in" / "announcement.md").read_text(encoding="utf-8")
    assert "community.yml" not in done.output


def test_another_host_may_be_chosen_later(tmp_path: Path) -> None:
    root = started(tmp_path, "--host", "none")
    init(root, "--upgrade", "--host", "netlify")
    assert (root / "netlify.toml").is_file()


@pytest.mark.parametrize(
    "note", ["", "[]", "{}", '{"answers": {}, "files": []}', '{"answers": {"host": "ftp"}, "files": {}}']
)
def test_a_note_that_cant_be_read_is_told_in_a_sentence(tmp_path: Path, note: str) -> None:
    (tmp_path / ".acquaint").mkdir()
    (tmp_path / ".acquaint" / "starter.json").write_text(note, encoding="utf-8")
    assert isinstance(init(tmp_path, "--upgrade").exception, UsageError)


def test_without_a_beginning_there_is_nothing_to_renew(tmp_path: Path) -> None:
    assert isinstance(init(tmp_path, "--upgrade").exception, UsageError)
