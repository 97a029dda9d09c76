"""What a clumsy or hostile change can't hide from its review: private values, other people's files, what runs."""

import json
import os
from cProfile import Profile
from pathlib import Path

import pytest
from click.testing import CliRunner

from acquaint.changes import contents
from acquaint.cli.main import acquaint as command
from acquaint.cli.telling import catalogue_of
from acquaint.drafting.template import annotated_template
from acquaint.load.community import without_settings
from acquaint.problems import Problem
from acquaint.review import Proposal, review
from acquaint.review.powers import is_steering
from acquaint.review.summary import Speech, as_markdown
from communities import DAY
from repositories import committed, git

ADA = "nickname: Ada\nheadline: I untangle slow data pipelines\ncity: Berlin\n"
BO = "nickname: Bo\nheadline: I bake\n"
PUBLIC: dict[str, str | bytes | None] = {
    "community.yml": "title: Ours\nrepository: {visibility: public}\n",
    "members/bo.yml": BO,
}
EVE = "---\nnickname: Eve\nheadline: I bake\nname: Quilla Marchbank\ncontact: {email: qq@zz.example}\n---\nHello.\n"
CLEAN = "---\nnickname: Eve\nheadline: I bake\n---\nHello.\n"
VALUES = ("Quilla", "Marchbank", "zz.example", "1234567")


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name in ("ACQUAINT_REPOSITORY_VISIBILITY", "CI_PROJECT_VISIBILITY", "GITHUB_EVENT_PATH", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)


def told(root: Path, ref: str = "before", by: str = "") -> tuple[Problem, ...]:
    """What is told of the change that is there."""
    return review(root, Proposal(ref, by), DAY).all


def published(root: Path, ref: str = "before") -> list[tuple[str, str]]:
    """(path, sentence) of each plain private value that is told; never with one in it."""
    found = [problem for problem in told(root, ref) if problem.law.slug == "plain-private-value"]
    for problem in found:
        assert problem.is_error
        assert not any(value in f"{problem.message}{problem.fix}{problem.snippet}" for value in VALUES)
    return [(problem.path, str(problem.message)) for problem in found]


@pytest.mark.parametrize("path", ["eve.md", "people/eve.md", "a/b/eve.md", "members/_eve.md", "members/eve.txt", "Eve"])
def test_an_introduction_in_the_wrong_place_is_published_all_the_same(tmp_path: Path, path: str) -> None:
    committed(committed(tmp_path, PUBLIC), {path: EVE})
    assert {where for where, _ in published(tmp_path)} == {path}
    committed(tmp_path, {path: None, "members/eve.md": CLEAN})
    ((where, sentence),) = published(tmp_path)
    assert where == path
    assert sentence.startswith("An earlier commit of this change holds contact.email, name")


def test_an_introduction_beside_the_communitys_folder_is_published_too(tmp_path: Path) -> None:
    committed(tmp_path, {f"c/{name}": content for name, content in PUBLIC.items()})
    committed(tmp_path, {"eve.md": EVE})
    assert {where for where, _ in published(tmp_path / "c")} == {"../eve.md"}
    committed(tmp_path, {"eve.md": None, "c/members/eve.md": CLEAN})
    assert [where for where, _ in published(tmp_path / "c")] == ["../eve.md"]


HARMLESS = {
    "members/_template.md": "---\nnickname: <what people call you>\nheadline: <one line>\nname: <name>\n---\nHello.\n",
    "docs/fields.md": "# Fields\n\nnickname: Ada\nname: Ada Lindqvist\n",
    "docs/page.md": "---\ntitle: Names\nname: a page\n---\nHello.\n",
    "action.yml": "name: Check\ndescription: Checks\n",
    "tests/ada.md": EVE,
    "members/cy.md": CLEAN.replace("headline", "name: {sealed: abc}\nowner: cy\nheadline"),
    "members/di.md": CLEAN.replace("headline", "contact: {email: di@zz.example}\npublic: [contact.email]\nheadline"),
}


@pytest.mark.parametrize("path", HARMLESS)
def test_what_is_nobodys_or_open_is_not_told(tmp_path: Path, path: str) -> None:
    committed(committed(tmp_path, PUBLIC), {path: HARMLESS[path]})
    assert not published(tmp_path)
    committed(tmp_path, {path: None})
    assert not published(tmp_path)


BROKEN: dict[str, str | bytes] = {
    "an open bracket": EVE.replace("headline", "skills: [a, b\nheadline"),
    "no space": EVE.replace("name: Quilla", "name:Quilla"),
    "a wide colon": EVE.replace("name: ", "name\uff1a"),
    "a conflict": EVE.replace("headline", "<<<<<<< ours\nheadline"),
    "no fence": EVE.removeprefix("---\n"),
    "a fence too many": EVE.replace("name: Quilla", "---\nname: Quilla"),
    "another name": EVE.replace("name: Quilla", "fullname: Quilla"),
    "a nested value": EVE.replace("headline", "skills: [a\nheadline")
    .replace(": {email: ", ":\n  email: ")
    .replace("}", ""),
    "another encoding": EVE.replace("Hello", "Grüße").encode("latin-1"),
    "UTF-16": EVE.encode("utf-16"),
    "a hidden sign": EVE.replace("Hello", "Hel\u202elo"),
    "one that is no address": EVE.replace("qq@zz.example", "qq at zz.example"),
    "JSON": '{"nickname": "Eve", "name": "Quilla Marchbank", "contact": {"email": "qq@zz.example"}',
    "a large file": EVE + "x" * 70_000,
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_file_that_cannot_be_read_hides_no_private_field(tmp_path: Path, mistake: str) -> None:
    committed(committed(tmp_path, PUBLIC), {"members/eve.md": BROKEN[mistake]})
    sentences = " ".join(sentence for _, sentence in published(tmp_path))
    assert "name is for members" in sentences
    assert "contact" in sentences
    committed(tmp_path, {"members/eve.md": CLEAN})
    ((where, sentence),) = published(tmp_path)
    assert where == "members/eve.md"
    assert sentence.startswith("An earlier commit of this change holds contact")
    assert "name" in sentence


COMMENTS = {
    "# name: Quilla Marchbank": "name is for members",
    "#name:\n#   Quilla Marchbank": "name is for members",
    '# contact: {email: qq@zz.example, phone: "+49 30 1234567"}': "contact.email is for members",
    "# contact:\n#   wechat: quilla": "contact.wechat is for members",
    "# birthday: 03-15": "birthday is for members",
    "# Ask qq@zz.example first.\ninterests: [Tea]": "interests tells something",
    "skills: [Python]   # call me +49 170 1234567": "skills tells something",
    "skills:\n  # +49 170 1234567\n  - Python": "skills tells something",
    "private: [city]\n# city: Quilla Marchbank": "city is for members",
}


@pytest.mark.parametrize("comment", COMMENTS)
@pytest.mark.parametrize("mistake", ["", "groups: [a\n"])
def test_a_comment_is_read_by_strangers_too(tmp_path: Path, comment: str, mistake: str) -> None:
    text = CLEAN.replace("headline", f"{comment}\n{mistake}headline")
    committed(committed(tmp_path, PUBLIC), {"members/eve.md": text})
    sentences = [sentence for _, sentence in published(tmp_path)]
    assert [sentence for sentence in sentences if sentence.startswith(COMMENTS[comment])]
    assert mistake or len(sentences) == 1 + ("phone:" in comment)
    lines = {
        problem.span.line for problem in told(tmp_path) if problem.law.slug == "plain-private-value" and problem.span
    }
    assert mistake or lines <= set(range(3, 4 + comment.count("\n")))
    summary = tmp_path / "summary.md"
    for style in ("text", "json", "github", "gitlab"):
        arguments = ["check", "--root", str(tmp_path), "--changed-since", "before", "--format", style]
        done = CliRunner().invoke(command, [*arguments, "--summary", str(summary)], standalone_mode=False)
        assert done.return_value == 1, done.exception
        assert not any(value in done.output + summary.read_text(encoding="utf-8") for value in VALUES)
    summary.unlink()
    committed(tmp_path, {"members/eve.md": CLEAN})
    ((where, sentence),) = published(tmp_path)
    assert where == "members/eve.md" and sentence.startswith("An earlier commit of this change")


SILENT = {
    "a form": '# company: <where you work>\n# contact: {email: <an address>, phone: "<a number>"}\n# birthday: 03-14\n# name:\n',
    "a choice": "# private: [city]\n# public: [contact.email]\n# listing: members\ncity: Ulm\n",
    "an opened one": "# name: Eve Everywhere\npublic: [name]\n",
    "a public one": "# city: Ulm\n# joined: 2026-11-21\n",
    "the community's own": "# Ask hello@ours.example first.\n",
    "a sentence": "# name the bread you like best: it helps\n",
}


@pytest.mark.parametrize("comment", SILENT)
def test_a_comment_that_tells_nothing_private_is_not_told(tmp_path: Path, comment: str) -> None:
    settings = {"community.yml": "title: Ours\nrepository: {visibility: public}\nreach: {email: hello@ours.example}\n"}
    text = CLEAN.replace("headline", f"{SILENT[comment]}headline").replace("Hello.", "# Name: mine\n\nHello.")
    committed(committed(tmp_path, {**PUBLIC, **settings}), {"members/eve.md": text})
    assert not published(tmp_path)


@pytest.mark.parametrize("language", ["", "en", "de", "zh"])
def test_the_comments_of_a_copied_template_are_not_told(tmp_path: Path, language: str) -> None:
    here = Path(__file__).parents[1]
    template = (here / "members" / "_template.md").read_text(encoding="utf-8")
    if language:
        template = annotated_template(without_settings(), catalogue_of(here, language))
    lines = [line for line in template.split("\n") if line.startswith("#") or line == "---"]
    lines[1:1] = ["nickname: Eve", "skills: [Bread]", "headline: I bake"]
    committed(committed(tmp_path, PUBLIC), {"members/eve.md": "\n".join((*lines, "Hello.", ""))})
    assert not published(tmp_path)


UNREAD = {
    "broken": (CLEAN.replace("headline", "skills: [a\nheadline").replace("Hello", "Ask qq@zz.example. Hello"), "bio"),
    "a conflict": (CLEAN.replace("headline: I bake", "<<<<<<< ours\nheadline: Ask qq@zz.example"), "headline"),
    "no fields": ("Hello.\n\nAsk qq@zz.example.\n", "bio"),
    "another key": (CLEAN.replace("headline", "foo: Ask qq@zz.example\nheadline"), "bio"),
    "a second key": (CLEAN.replace("---\nHello", "headline: Ask qq@zz.example\n---\nHello"), "headline"),
    "a second text": (CLEAN.replace("headline", "bio: Hi\nheadline").replace("Hello", "qq@zz.example"), "bio"),
    "a large one": (CLEAN.replace("Hello", "Hello and so on. " * 5_000 + "Ask qq@zz.example"), "bio"),
    "JSON": ('{"nickname": "Eve", "headline": "Ask qq@zz.example", "skills": ["a"', "headline"),
}


@pytest.mark.parametrize("mistake", UNREAD)
def test_a_file_that_cannot_be_read_hides_no_contact_in_a_text(tmp_path: Path, mistake: str) -> None:
    text, field = UNREAD[mistake]
    committed(committed(tmp_path, PUBLIC), {"members/eve.md": text})
    (found,) = [problem for problem in told(tmp_path) if problem.law.slug == "plain-private-value"]
    assert str(found.message).startswith(f"{field} tells something that looks like a contact")
    assert found.span is not None and "qq@zz.example" in text.split("\n")[found.span.line - 1]
    committed(tmp_path, {"members/eve.md": CLEAN})
    ((where, sentence),) = published(tmp_path)
    assert where == "members/eve.md" and sentence.startswith(
        f"An earlier commit of this change tells a contact in {field}"
    )


def test_a_broken_file_whose_text_is_for_members_hides_no_contact_in_it(tmp_path: Path) -> None:
    settings = {"community.yml": "fields: {bio: {visibility: internal}}\nrepository: {visibility: public}\n"}
    committed(committed(tmp_path, {**PUBLIC, **settings}), {"members/eve.md": UNREAD["broken"][0]})
    assert [sentence.partition(" tells")[0] for _, sentence in published(tmp_path)] == ["bio"]


def test_what_a_broken_file_opens_or_links_to_is_no_contact_that_it_tells(tmp_path: Path) -> None:
    opens = "contact: {email: eve@open.example}\npublic: [contact.email]\nlinks: {Chat: 'https://t.me/evebakes'}\n"
    text = CLEAN.replace("headline", f"{opens}skills: [a\nheadline").replace("Hello", "Ask eve@open.example")
    committed(committed(tmp_path, PUBLIC), {"members/eve.md": text})
    assert not published(tmp_path)


def test_a_field_below_the_front_matter_is_told_at_its_line(tmp_path: Path) -> None:
    text = f"{CLEAN}name: Quilla Marchbank\n"
    committed(committed(tmp_path, PUBLIC), {"members/eve.md": text})
    (found,) = [problem for problem in told(tmp_path) if problem.law.slug == "plain-private-value"]
    assert found.span is not None and found.span.line == text.count("\n")


def test_a_broken_file_is_held_to_its_own_lists(tmp_path: Path) -> None:
    text = "nickname: Eve\nskills: [a\ncity: Ulm\ncontact: {email: a@zz.example}\nprivate: [city]\npublic: [contact.email]\n"
    committed(committed(tmp_path, PUBLIC), {"members/eve.yml": text})
    assert [sentence.split(" ")[0] for _, sentence in published(tmp_path)] == ["city"]
    committed(tmp_path, {"members/eve.yml": f"{text}listing: members\n"})
    assert {sentence.split(" ")[0] for _, sentence in published(tmp_path)} > {"city", "contact.email", "nickname"}


def test_a_merge_of_the_forge_hides_no_commit(tmp_path: Path) -> None:
    committed(committed(tmp_path, PUBLIC), {"members/eve.md": EVE})
    committed(tmp_path, {"members/eve.md": None})
    git(tmp_path, "switch", "--quiet", "main")
    committed(tmp_path, {"members/cy.yml": "nickname: Cy\n"})
    git(tmp_path, "switch", "--quiet", "--create", "merged")
    git(tmp_path, "merge", "--quiet", "--no-ff", "--no-edit", "change")
    assert [where for where, _ in published(tmp_path, "main")] == ["members/eve.md"]


def test_a_side_branch_hides_no_commit_and_a_merge_nothing_of_its_own(tmp_path: Path) -> None:
    committed(tmp_path, PUBLIC)
    git(tmp_path, "switch", "--quiet", "--create", "side")
    committed(tmp_path, {"members/eve.md": EVE})
    committed(tmp_path, {"members/eve.md": None})
    git(tmp_path, "switch", "--quiet", "change")
    committed(tmp_path, {"members/fay.md": CLEAN})
    git(tmp_path, "merge", "--quiet", "--no-ff", "--no-commit", "side")
    committed(tmp_path, {"members/gil.md": EVE})
    committed(tmp_path, {"members/gil.md": None})
    assert [where for where, _ in published(tmp_path)] == ["members/eve.md", "members/gil.md"]


def test_what_others_published_before_is_not_held_against_who_merges_it_in(tmp_path: Path) -> None:
    committed(committed(tmp_path, PUBLIC), {"members/fay.md": CLEAN})
    for files in ({"members/cy.md": EVE}, {"members/cy.md": CLEAN}):
        git(tmp_path, "switch", "--quiet", "main")
        committed(tmp_path, files)
        git(tmp_path, "switch", "--quiet", "change")
        git(tmp_path, "merge", "--quiet", "--no-ff", "--no-edit", "main")
    assert not published(tmp_path, "main")


@pytest.mark.parametrize("bound", ["MOST_VERSIONS", "MOST_IN_ALL"])
def test_a_change_too_large_to_be_looked_through_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    committed(committed(tmp_path, PUBLIC), {"members/fay.md": CLEAN})
    committed(tmp_path, {"members/fay.md": CLEAN.replace("Hello", "Good day")})
    assert not published(tmp_path)
    monkeypatch.setattr(contents, bound, 1)
    assert any(sentence.startswith("This change is too large") for _, sentence in published(tmp_path))


def test_another_file_in_a_members_place_is_compared_with_theirs(tmp_path: Path) -> None:
    ada = f"---\n{ADA}private: [city]\n---\n{'I bake bread on Sundays. ' * 20}\n"
    committed(tmp_path, {"members/ada.md": ada, "members/bo.yml": BO})
    other = "nickname: Ada\nheadline: Send me money\ncity: Berlin\n"
    committed(tmp_path, {"members/ada.md": None, "members/north/ada.yml": other}, who="mallory")
    found = {(problem.path, problem.law.slug) for problem in told(tmp_path)}
    assert found == {
        ("members/north/ada.yml", "someone-elses-file"),
        ("members/north/ada.yml", "visibility-changed"),
    }
    committed(tmp_path, {"members/eve.md": ada.replace("nickname: Ada", "nickname: Eve")}, who="mallory")
    found = {(problem.path, problem.law.slug) for problem in told(tmp_path)}
    assert ("members/north/ada.yml", "visibility-changed") in found, "git takes eve.md for the moved file"


def test_judging_twice_as_many_files_takes_about_twice_as_many_steps(tmp_path: Path) -> None:
    def steps(names: str) -> int:
        committed(tmp_path, {f"members/{names}{n}.yml": f"nickname: {names}{n}\n" for n in range(150)})
        profile = Profile()
        assert not profile.runcall(published, tmp_path)
        return sum(one.callcount for one in profile.getstats())

    committed(tmp_path, PUBLIC)
    once, twice = steps("m"), steps("n")
    assert twice < 2.4 * once


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("style", ["text", "json", "github", "gitlab"])
def test_a_name_that_is_no_utf8_is_told_in_every_form(tmp_path: Path, style: str) -> None:
    names = (b"members/\xff\xfe.md", b"members/\xff.png", b"members/\xfd.docx", b"\xff.md", b"\xfc\n.txt")
    committed(committed(tmp_path / "r", PUBLIC), {os.fsdecode(name): EVE for name in names})
    summary = tmp_path / "summary.md"
    arguments = ["check", "--root", str(tmp_path / "r"), "--changed-since", "before", "--format", style]
    done = CliRunner().invoke(command, [*arguments, "--summary", str(summary)], standalone_mode=False)
    assert done.return_value == 1, done.exception
    assert "�" in done.stdout and "�" in summary.read_text(encoding="utf-8")
    assert not any(value in done.stdout for value in VALUES)
    if style in ("json", "gitlab"):
        json.loads(done.stdout)
    found = told(tmp_path / "r")
    assert {p.path for p in found if "isn't in UTF-8" in str(p.message)} == {os.fsdecode(name) for name in names}


STEERING = (
    ".github/workflows/x.yml", "../.github/workflows/x.yml", "../../.gitlab-ci.yml", "wrangler.toml", "netlify.toml",
    "functions/a.js", "netlify/functions/b.js", "_headers", "_redirects", ".forgejo/workflows/w.yml", ".gitea/x",
    ".circleci/config.yml", ".woodpecker.yml", ".gitlab/ci.yml", "CODEOWNERS", "docs/CODEOWNERS", "GNUmakefile",
    "makefile", "Makefile", ".vscode/tasks.json", ".envrc", ".acquaint/starter.json", "package.json", "../package.json",
    "pages/.hidden", "members/.x.md", "../Templates/base.html", "click.py", "../c/templates/x.html", "members/x.sh",
    "requirements.txt", "vendor/acquaint.whl",
)  # fmt: skip


@pytest.mark.parametrize("path", STEERING)
def test_what_steers_something_is_named_wherever_it_stands(path: str) -> None:
    assert is_steering(path)


@pytest.mark.parametrize(
    "path", ["members/ada.md", "members/functions/ada.md", "pages/rules.md", "../README", "", ".."]
)
def test_what_only_says_something_is_not(path: str) -> None:
    assert not is_steering(path)


def test_many_unreadable_files_hide_no_large_one(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {f"members/_a{n}.bin": b"a\0b" for n in range(30)}
    committed(committed(tmp_path, PUBLIC), {**files, "members/_zlarge.txt": b"x" * 1_000_001})
    found = told(tmp_path)
    assert [problem.path for problem in found if problem.law.slug == "large-file"] == ["members/_zlarge.txt"]
    opaque = [str(problem.message) for problem in found if problem.law.slug == "opaque-file"]
    assert len(opaque) == 21
    assert any("10 more files" in sentence for sentence in opaque)


def test_many_notes_of_one_law_crowd_out_no_other(tmp_path: Path) -> None:
    members: dict[str, str | bytes | None] = {f"members/m{n}.yml": f"nickname: M{n}\n" for n in range(80)}
    committed(tmp_path, {**PUBLIC, **members})
    committed(tmp_path, {**dict.fromkeys(members), ".github/workflows/x.yml": "on: push\n"})
    text = as_markdown(review(tmp_path, Proposal("before"), DAY), DAY, Speech())
    assert text.count("This takes @") == 15
    assert "decides what runs" in text
    assert "65 more notes are left." in text


def test_the_command_that_removes_a_file_removes_no_other(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows has no such names")
    committed(committed(tmp_path, PUBLIC), {":(top)*": b"\0", "plain.bin": b"\0"})
    fixes = {problem.path: str(problem.fix) for problem in told(tmp_path) if problem.law.slug == "opaque-file"}
    assert fixes == {":(top)*": "git --literal-pathspecs rm -- ':(top)*'", "plain.bin": "git rm -- plain.bin"}
