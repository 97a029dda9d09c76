"""What a reviewer is told of a change, and what holds its author back: never what was wrong elsewhere before."""

import io
import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from acquaint.cli.main import acquaint as command
from acquaint.problems import Problem
from acquaint.review import Proposal, review
from communities import DAY, write
from repositories import committed, git

ADA = "nickname: Ada\nheadline: I untangle slow data pipelines\ncity: Berlin\n"
PUBLIC = "title: Ours\nrepository: {visibility: public}\n"


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name in ("ACQUAINT_REPOSITORY_VISIBILITY", "CI_PROJECT_VISIBILITY", "GITHUB_EVENT_PATH", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)


def changed(
    root: Path,
    before: Mapping[str, str | bytes | None],
    after: Mapping[str, str | bytes | None],
    *,
    by: str = "",
    who: str = "ada",
) -> tuple[Problem, ...]:
    """What is told of the change from one to the other."""
    committed(committed(root, before), after, who=who)
    return told(root, by=by)


def told(root: Path, *, by: str = "", is_public: bool = False) -> tuple[Problem, ...]:
    """What is told of the change that is there."""
    return review(root, Proposal("before", by, is_public), DAY).all


def laws(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """(path, name of the law) of each problem."""
    return [(problem.path, problem.law.slug) for problem in problems]


def test_a_problem_elsewhere_does_not_hold_a_newcomer_back(tmp_path: Path) -> None:
    before = {"members/ada.yml": "nickname: Ada\nskils: [x]\n", "members/cy.yml": "country: Germoney\n"}
    assert changed(tmp_path, before, {"members/bo.yml": "nickname: Bo\n"}) == ()


def test_a_problem_in_what_changed_does(tmp_path: Path) -> None:
    problems = changed(tmp_path, {"members/ada.yml": ADA}, {"members/bo.yml": "nickname: Bo\nskils: [x]\n"})
    assert laws(problems) == [("members/bo.yml", "unknown-field")]


def test_a_twin_handle_is_told_at_the_new_file(tmp_path: Path) -> None:
    problems = changed(tmp_path, {"members/ada.yml": ADA}, {"members/north/ada.yml": "nickname: Ada\n"})
    assert ("members/north/ada.yml", "twin-handle") in laws(problems)
    assert {problem.path for problem in problems} == {"members/north/ada.yml"}


def test_what_a_change_breaks_elsewhere_is_told_where_it_was_changed(tmp_path: Path) -> None:
    before = {"members/ada.yml": "shoe: boot\nskils: [x]\n", "community.yml": "fields: {shoe: {type: text}}\n"}
    problems = changed(tmp_path, before, {"community.yml": "title: Ours\n"})
    broken = [problem for problem in problems if problem.law.slug == "unknown-field"]
    assert [problem.path for problem in broken] == ["community.yml"]
    assert "members/ada.yml" in str(broken[0].message)


def test_who_is_named_by_others_and_leaves_is_told_at_the_removal(tmp_path: Path) -> None:
    before = {"members/ada.yml": ADA, "members/bo.yml": "nickname: Bo\nintroduced_by: ada\n"}
    problems = changed(tmp_path, before, {"members/ada.yml": None})
    assert set(laws(problems)) == {("members/ada.yml", "person-removed"), ("members/ada.yml", "unknown-member")}


def test_many_broken_elsewhere_are_counted(tmp_path: Path) -> None:
    before = {f"members/m{n}.yml": "shoe: boot\n" for n in range(30)}
    before["community.yml"] = "fields: {shoe: {type: text}}\n"
    problems = changed(tmp_path, before, {"community.yml": None})
    assert len([problem for problem in problems if problem.law.slug == "unknown-field"]) == 11
    assert any("20 more problems" in str(problem.message) for problem in problems)


@pytest.mark.parametrize(("by", "is_told"), [("ada-l", False), ("ADA-L", False), ("mallory", True)])
def test_a_file_belongs_to_the_account_it_names(tmp_path: Path, by: str, is_told: bool) -> None:
    before = {"members/ada.yml": f"{ADA}owner: '@ada-l'\n"}
    problems = changed(tmp_path, before, {"members/ada.yml": f"{ADA}owner: ada-l\npronouns: she\n"}, by=by, who="bo")
    assert laws(problems) == ([("members/ada.yml", "someone-elses-file")] if is_told else [])


def test_nobody_makes_a_file_their_own_by_writing_so_into_it(tmp_path: Path) -> None:
    before = {"members/ada.yml": f"{ADA}owner: ada-l\n"}
    problems = changed(tmp_path, before, {"members/ada.yml": f"{ADA}owner: mallory\n"}, by="mallory", who="mallory")
    assert {slug for _, slug in laws(problems)} == {"someone-elses-file", "owner-changed"}


def test_a_file_that_names_nobody_belongs_to_its_first_author(tmp_path: Path) -> None:
    problems = changed(tmp_path, {"members/ada.yml": ADA}, {"members/ada.yml": "nickname: Fool\n"}, who="mallory")
    assert laws(problems) == [("members/ada.yml", "someone-elses-file")]
    assert "example.org" not in " ".join(f"{p.message} {p.fix}" for p in problems), "no author is named"


def test_a_picture_belongs_to_who_owns_the_introduction(tmp_path: Path) -> None:
    before: dict[str, str | bytes | None] = {"members/ada.yml": f"{ADA}owner: ada-l\n", "members/ada.png": picture()}
    problems = changed(tmp_path, before, {"members/ada.png": picture("red")}, by="mallory", who="mallory")
    assert laws(problems) == [("members/ada.png", "someone-elses-file")]


def test_a_new_file_in_anothers_name_is_told(tmp_path: Path) -> None:
    problems = changed(tmp_path, {}, {"members/ada.yml": f"{ADA}owner: ada-l\n"}, by="mallory")
    assert laws(problems) == [("members/ada.yml", "owner-changed")]


OPENINGS = {
    "a list": (f"{ADA}private: [city]\n", ADA, "city was for members"),
    "a closing list": (ADA, f"{ADA}private: [city]\n", "city was seen by everyone"),
    "a contact": (
        f"{ADA}contact: {{email: a@example.org, phone: '+49 30 1234567'}}\n",
        f"{ADA}contact: {{email: a@example.org, phone: '+49 30 1234567'}}\npublic: [contact.email]\n",
        "contact.email was for members",
    ),
    "an entry": (
        f"{ADA}asks: [{{text: A new job, for: members}}]\n",
        f"{ADA}asks: [A new job]\n",
        "An entry of asks was for members",
    ),
    "the listing": (f"{ADA}listing: members\n", ADA, "listing changes from members to everyone"),
    "a name in prose": (
        f"{ADA}name: Ada Lindqvist\nbio: I build.\n",
        f"{ADA}bio: I am Ada Lindqvist and I build.\n",
        "bio repeats what only members saw before",
    ),
    "an employer in prose": (
        f"{ADA}company: Northwind Data\nbio: I work at Northwind Data.\n",
        f"{ADA}bio: I work at Northwind Data.\n",
        "bio repeats what only members saw before",
    ),
}


@pytest.mark.parametrize("case", OPENINGS)
def test_who_sees_more_or_less_is_told_by_field_and_without_values(tmp_path: Path, case: str) -> None:
    before, after, sentence = OPENINGS[case]
    problems = changed(tmp_path, {"members/ada.yml": before}, {"members/ada.yml": after})
    found = [problem for problem in problems if problem.law.slug == "visibility-changed"]
    assert len(found) == 1
    assert str(found[0].message).startswith(sentence)
    for value in ("example.org", "1234567", "new job", "Lindqvist", "Northwind"):
        assert value not in f"{found[0].message}{found[0].fix}{found[0].snippet}"


def test_a_rewording_that_opens_nothing_is_not_told(tmp_path: Path) -> None:
    before = f"{ADA}name: Ada Lindqvist\nprivate: [city]\nbio: I build.\n"
    assert changed(tmp_path, {"members/ada.yml": before}, {"members/ada.yml": before.replace("build", "mend")}) == ()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("fields: {name: {visibility: members}}", "fields: {name: {visibility: public}}", "name was for members"),
        ("title: Ours", "fields: {city: {visibility: members}}", "city was seen by everyone"),
        ("fields: {city: {visibility: members}}", None, "city was for members"),
        ("repository: {visibility: public}", "title: Ours", "repository.visibility changes from public to private"),
        ("fields: {name: {widen: false}}", "title: Ours", "Members may now open name"),
        ("title: Ours", "fields: {name: {widen: false}}", "Members may no longer open name"),
    ],
)
def test_settings_that_open_or_close_are_told(tmp_path: Path, old: str, new: str | None, sentence: str) -> None:
    after = {"community.yml": f"{new}\n" if new else None}
    problems = changed(tmp_path, {"members/ada.yml": ADA, "community.yml": f"{old}\n"}, after)
    found = [str(problem.message) for problem in problems if problem.law.slug == "visibility-changed"]
    assert len(found) == 1
    assert found[0].startswith(sentence)


def test_files_outside_are_one_warning_however_many(tmp_path: Path) -> None:
    after = {f"docs/{n}.txt": "x" for n in range(400)}
    problems = changed(tmp_path, {"members/ada.yml": ADA}, after)
    assert [slug for _, slug in laws(problems)] == ["outside-members"]
    assert "400" in str(problems[0].message)
    assert len(str(problems[0].message)) < 600


def test_a_file_moved_out_of_members_removes_a_person(tmp_path: Path) -> None:
    committed(tmp_path, {"members/ada.yml": ADA, "members/bo.yml": "nickname: Bo\n"})
    git(tmp_path, "mv", "members/ada.yml", "ada.yml")
    assert {slug for _, slug in laws(told(tmp_path))} >= {"person-removed", "outside-members"}
    git(tmp_path, "mv", "ada.yml", "members/_ada.yml")
    assert {slug for _, slug in laws(told(tmp_path))} == {"person-removed", "outside-members"}


def test_another_folder_or_form_of_file_removes_nobody(tmp_path: Path) -> None:
    before = {"members/ada.yml": ADA, "members/bo.yml": "nickname: Bo\n"}
    after: dict[str, str | bytes | None] = {
        "members/north/ada.yml": ADA,
        "members/ada.yml": None,
        "members/bo.yml": None,
    }
    assert changed(tmp_path, before, {**after, "members/bo.md": "---\nnickname: Bo\n---\nHello.\n"}) == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither")
def test_what_runs_or_leads_elsewhere_is_named(tmp_path: Path) -> None:
    committed(tmp_path, {"members/ada.yml": ADA})
    committed(tmp_path, {".github/workflows/x.yml": "on: push\n", "a/.gitattributes": "* text\n", "run.sh": "x\n"})
    (tmp_path / "run.sh").chmod(0o755)
    (tmp_path / "members" / "eve.yml").symlink_to("/etc/passwd")
    (tmp_path / "templates").symlink_to("/etc")
    committed(tmp_path)
    risky = {problem.path for problem in told(tmp_path) if problem.law.slug == "risky-file"}
    assert risky == {".github/workflows/x.yml", "a/.gitattributes", "members/eve.yml", "run.sh", "templates"}


def test_large_and_unreadable_files_are_told(tmp_path: Path) -> None:
    after: dict[str, str | bytes | None] = {
        "film.bin": b"\0" * 1_000_001,
        "fine.txt": "fine",
        "letter.docx": b"PK\0",
        "members/ada.png": b"PNG\0",
    }
    problems = changed(tmp_path, {"members/ada.yml": ADA}, after)
    found = {(path, slug) for path, slug in laws(problems) if slug in ("large-file", "opaque-file")}
    assert found == {("film.bin", "large-file"), ("letter.docx", "opaque-file"), ("members/ada.png", "opaque-file")}


PRIVATE = f"{ADA}name: Ada Lindqvist\n"


def published(problems: tuple[Problem, ...]) -> list[Problem]:
    """What is told of plain private values."""
    return [problem for problem in problems if problem.law.slug == "plain-private-value"]


def test_a_plain_private_value_is_an_error_in_a_public_repository_only(tmp_path: Path) -> None:
    private = changed(tmp_path / "private", {}, {"members/ada.yml": PRIVATE})
    assert not published(private)
    (problem,) = published(changed(tmp_path / "public", {"community.yml": PUBLIC}, {"members/ada.yml": PRIVATE}))
    assert problem.is_error
    assert problem.span is not None and problem.span.line == 4
    assert "Lindqvist" not in f"{problem.message}{problem.fix}{problem.snippet}"
    assert "docs/incident.md" in str(problem.fix)
    assert published(told(tmp_path / "private", is_public=True))


@pytest.mark.parametrize(
    "after",
    [
        "title: Ours\n",
        "fields: {name: {visibility: public}}\n",
        f"{PUBLIC}fields: {{name: {{visibility: public}}}}\n",
        None,
    ],
)
def test_a_change_of_the_settings_hides_no_private_value(tmp_path: Path, after: str | None) -> None:
    change = {"community.yml": after, "members/ada.yml": PRIVATE}
    assert published(changed(tmp_path, {"community.yml": PUBLIC, "members/bo.yml": "nickname: Bo\n"}, change))


def test_what_is_not_committed_yet_is_held_against_the_old_settings_too(tmp_path: Path) -> None:
    committed(tmp_path, {"community.yml": PUBLIC, "members/bo.yml": "nickname: Bo\n"})
    write(
        tmp_path, {"community.yml": f"{PUBLIC}fields: {{name: {{visibility: public}}}}\n", "members/ada.yml": PRIVATE}
    )
    assert [problem.path for problem in published(told(tmp_path))] == ["members/ada.yml"]


def test_a_value_that_an_earlier_commit_held_is_published_all_the_same(tmp_path: Path) -> None:
    committed(committed(tmp_path, {"community.yml": PUBLIC}), {"members/ada.yml": PRIVATE})
    committed(tmp_path, {"members/ada.yml": ADA})
    (problem,) = published(told(tmp_path))
    assert str(problem.message).startswith("An earlier commit of this change holds name")


TOLD = f"{ADA}bio: |\n  I mend radios.\n  Write to quillfeather@post.example any time.\n"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (TOLD, "bio"),
        (f"{ADA}offers: ['Tea; call +44 20 7946 0733']\n", "offers"),
        (f"{ADA}links: {{'Blog of quillfeather@post.example': 'https://blog.example'}}\n", "links"),
        (f"{ADA}links: {{Blog: 'https://blog.example/quillfeather@post.example'}}\n", "links"),
    ],
)
def test_a_contact_in_a_text_is_published_where_strangers_can_read_the_file(
    tmp_path: Path, text: str, field: str
) -> None:
    warned = changed(tmp_path / "private", {}, {"members/ada.yml": text})
    assert laws(warned) == [("members/ada.yml", "contact-in-prose")] and not warned[0].is_error
    (problem,) = changed(tmp_path / "public", {"community.yml": PUBLIC}, {"members/ada.yml": text})
    assert problem.law.slug == "plain-private-value" and problem.is_error and field in str(problem.message)
    assert (
        problem.span is not None
        and problem.span.line == text[: text.index("post.example" if "post" in text else "+44")].count("\n") + 1
    )
    for style in ("text", "json", "github", "gitlab"):
        code, output = run(tmp_path / "public", "--changed-since", "before", "--format", style)
        assert code == 1 and "docs/incident.md" in output.replace("\\/", "/"), style
        assert "quillfeather" not in output and "7946" not in output, style
    assert published(told(tmp_path / "private", is_public=True)), "a CI that says public is believed here, too"


def test_a_contact_that_its_owner_or_the_community_shows_may_be_told_in_a_text(tmp_path: Path) -> None:
    shown = f"{TOLD}contact: {{email: quillfeather@post.example}}\npublic: [contact.email]\n"
    assert changed(tmp_path / "own", {"community.yml": PUBLIC}, {"members/ada.yml": shown}) == ()
    ours = f"{PUBLIC}reach: {{email: quillfeather@post.example}}\n"
    assert changed(tmp_path / "ours", {"community.yml": ours}, {"members/ada.yml": TOLD}) == ()


def test_a_contact_that_only_an_earlier_commit_told_is_published_all_the_same(tmp_path: Path) -> None:
    committed(committed(tmp_path, {"community.yml": PUBLIC}), {"members/ada.yml": TOLD})
    committed(tmp_path, {"members/ada.yml": ADA})
    (problem,) = published(told(tmp_path))
    assert str(problem.message).startswith("An earlier commit of this change tells a contact in bio")
    assert "docs/incident.md" in str(problem.fix)


def test_a_picture_that_tells_where_it_was_taken_is_told(tmp_path: Path) -> None:
    before = {"community.yml": PUBLIC, "members/ada.yml": ADA}
    problems = changed(tmp_path, before, {"members/ada.jpg": picture(place=True)})
    assert laws(problems) == [("members/ada.jpg", "plain-private-value")]
    committed(tmp_path, {"members/ada.jpg": picture()})
    (problem,) = published(told(tmp_path))
    assert str(problem.message).startswith("An earlier commit of this change held this picture")


def picture(color: str = "navy", *, place: bool = False) -> bytes:
    """A small picture, with the notes of a phone if it tells a place."""
    out = io.BytesIO()
    exif = Image.Exif()
    if place:
        exif[0x8825] = {1: "N", 2: (52.0, 31.0, 12.0)}
    Image.new("RGB", (32, 32), color).save(out, "JPEG" if place else "PNG", exif=exif)
    return out.getvalue()


def run(root: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    """The command's exit code and what it prints."""
    done = CliRunner().invoke(
        command, ["check", "--root", str(root), *arguments], standalone_mode=False, env=environment
    )
    return int(done.return_value or 0), done.output


@pytest.mark.parametrize(
    "environment",
    [{"ACQUAINT_REPOSITORY_VISIBILITY": "public"}, {"CI_PROJECT_VISIBILITY": "public"}, {"GITHUB_ACTIONS": "true"}],
)
def test_a_ci_that_says_public_is_believed(tmp_path: Path, environment: dict[str, str]) -> None:
    root = committed(committed(tmp_path / "r", {"members/bo.yml": "nickname: Bo\n"}), {"members/ada.yml": PRIVATE})
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"repository": {"private": False}}))
    assert run(root, "--changed-since", "before")[0] == 0
    assert run(root, "--changed-since", "before", "--public-repository")[0] == 1
    code, output = run(root, "--changed-since", "before", GITHUB_EVENT_PATH=str(event), **environment)
    assert code == 1
    assert "Lindqvist" not in output


def test_a_forge_gets_notes_on_the_lines(tmp_path: Path) -> None:
    root = committed(committed(tmp_path, {"community.yml": PUBLIC}), {"members/ada.yml": PRIVATE})
    code, output = run(root, "--changed-since", "before", "--format", "github")
    assert code == 1
    assert "::error file=members/ada.yml,line=4," in output
    _, output = run(root, "--changed-since", "before", "--format", "gitlab")
    (row,) = json.loads(output)
    assert row["location"] == {"path": "members/ada.yml", "lines": {"begin": 4}}
