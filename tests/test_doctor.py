"""The doctor tells what publishes too much, gives away a private value or keeps the site from working, and how to mend it."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from acquaint.cli.main import acquaint
from acquaint.doctor import Finding, State, examine
from acquaint.doctor.machine import python_that_runs
from communities import write

ADA = "---\nnickname: Ada\njoined: 2026-01-02\n---\n"
HOLDER = "---\nnickname: Ada\nname: Ada Lindqvist\ncontact: {email: ada.l@private.example}\n---\n"
SETTINGS = "title: Tuesday\nbase_url: https://people.example\nreach: {email: hello@people.example}\n"
CLEAN = {"community.yml": SETTINGS, "members/ada.md": ADA, ".gitignore": "/site/\n"}


def repository(root: Path, files: Mapping[str, str]) -> Path:
    """`files` committed, all of them, in a repository of their own."""
    write(root, files)
    for command in (["init", "-q", "-b", "main"], ["add", "-A", "-f"], ["commit", "-q", "-m", "Begin"]):
        run(root, *command)
    return root


def run(root: Path, *command: str) -> None:
    who = {f"GIT_{role}_{what}": "n@n.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *command], cwd=root, env=environment, check=True, capture_output=True)


def ailments(root: Path) -> list[Finding]:
    return [finding for finding in examine(root).findings if finding.state is not State.FINE]


def told(root: Path) -> str:
    return "\n".join(f"{finding.state} {finding.message} | {finding.fix}" for finding in ailments(root))


def test_a_good_set_up_has_nothing_to_mend(tmp_path: Path) -> None:
    assert not told(repository(tmp_path, CLEAN))


def test_the_example_community_has_nothing_to_mend() -> None:
    assert State.WRONG not in {finding.state for finding in examine(Path(__file__).parents[1]).findings}


def test_every_finding_that_is_not_fine_has_a_fix(tmp_path: Path) -> None:
    write(tmp_path, {"community.yml": "title: Tuesday\n", "members/ada.md": ADA, "netlify.toml": 'publish = "site"\n'})
    assert len(ailments(tmp_path)) >= 4
    assert all(finding.fix for finding in ailments(tmp_path))


@pytest.mark.parametrize(
    ("version", "state"),
    [((3, 11), State.FINE), ((3, 14), State.FINE), ((3, 10), State.DOUBTFUL), ((3, 15), State.DOUBTFUL)],
)
def test_a_python_that_nobody_tests_with_is_told(version: tuple[int, int], state: State) -> None:
    assert next(python_that_runs(version)).state is state


def test_a_shallow_clone_is_told_where_a_day_is_missing(tmp_path: Path) -> None:
    origin = repository(tmp_path / "origin", {**CLEAN, "members/ben.md": "---\nnickname: Ben\n---\n"})
    (origin / "members/ada.md").write_text(ADA + "More.\n")
    run(origin, "commit", "-q", "-a", "-m", "More")
    run(tmp_path, "clone", "-q", "--depth", "1", origin.as_uri(), "clone")
    assert "git fetch --unshallow" in told(tmp_path / "clone")
    run(tmp_path / "clone", "fetch", "-q", "--unshallow")
    assert "unshallow" not in told(tmp_path / "clone")


@pytest.mark.parametrize(
    ("base_url", "found"),
    [
        ("", "base_url isn't set"),
        ("base_url: http://people.example", "base_url: https://people.example"),
        ("base_url: http://localhost:8000", "this machine only"),
        ("base_url: https://people.example/us", "https://people.example/robots.txt"),
    ],
)
def test_an_address_that_does_not_work_is_told(tmp_path: Path, base_url: str, found: str) -> None:
    repository(tmp_path, {**CLEAN, "community.yml": f"title: T\nreach: {{text: Ask}}\n{base_url}\n"})
    assert found in told(tmp_path)


PUBLISHES_TOO_MUCH = {
    "a folder with both editions": ("netlify.toml", '[build]\n  publish = "site"\n'),
    "a path with both editions": (".github/workflows/pages.yml", "      with:\n        path: ./site/\n"),
    "both editions in a list": (".gitlab-ci.yml", "  artifacts:\n    paths:\n      - site\n"),
    "both editions for Cloudflare": ("wrangler.toml", 'pages_build_output_dir = "site/"\n'),
    "the internal edition": (".github/workflows/pages.yml", "        path: site/internal\n"),
    "everything by rsync": ("Makefile", "deploy:\n\trsync -a --delete site/ host:/srv/www/\n"),
    "everything by a variable": ("Makefile", 'deploy:\n\trsync -a "$(OUT)" host:/srv/www/\n'),
    "everything by a script": ("deploy.sh", "wrangler pages deploy site --project-name us\n"),
    "the members' files": ("netlify.toml", 'publish = "."\n'),
    "JSON": ("vercel.json", '{"outputDirectory": "site"}\n'),
}


@pytest.mark.parametrize("case", PUBLISHES_TOO_MUCH)
def test_a_deploy_that_publishes_too_much_is_wrong(tmp_path: Path, case: str) -> None:
    name, content = PUBLISHES_TOO_MUCH[case]
    repository(tmp_path, {**CLEAN, name: content})
    wrong = [finding for finding in ailments(tmp_path) if finding.state is State.WRONG]
    assert [f"{name}:" in str(finding.message) for finding in wrong] == [True]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("netlify.toml", '[build]\n  command = "acquaint build --edition public"\n  publish = "site/public"\n'),
        (
            ".github/workflows/pages.yml",
            "      - run: acquaint build --edition public\n      - with:\n          path: site/public\n",
        ),
        (
            ".gitlab-ci.yml",
            "  script:\n    - acquaint build --edition=public\n    - mv site/public public\n  artifacts:\n    paths:\n      - public\n",
        ),
        ("Makefile", "deploy:\n\trsync -a --delete site/public/ host:/srv/www/\n"),
        ("netlify.toml", '# never: publish = "site"\n[build]\n  publish = "site/public"\n'),
    ],
)
def test_a_deploy_of_the_public_edition_alone_is_fine(tmp_path: Path, name: str, content: str) -> None:
    assert not told(repository(tmp_path, {**CLEAN, name: content}))


def test_a_deploy_from_a_branch_and_one_that_builds_both_editions_are_doubtful(tmp_path: Path) -> None:
    workflow = "      - run: acquaint build\n      - run: git push origin HEAD:gh-pages\n"
    repository(tmp_path, {**CLEAN, ".github/workflows/pages.yml": workflow})
    assert [finding.state for finding in ailments(tmp_path)] == [State.DOUBTFUL, State.DOUBTFUL]


def test_plain_private_values_in_a_public_repository_are_wrong_and_never_told(tmp_path: Path) -> None:
    settings = SETTINGS + "repository: {url: https://git.example/us, visibility: public}\n"
    repository(tmp_path, {**CLEAN, "community.yml": settings, "members/ada.md": HOLDER})
    wrong = [finding for finding in ailments(tmp_path) if finding.state is State.WRONG]
    assert len(wrong) == 1
    assert "members/ada.md" in str(wrong[0].message)
    assert "Lindqvist" not in told(tmp_path)
    assert "private.example" not in told(tmp_path)


@pytest.mark.parametrize(
    ("introduction", "is_plain"),
    [
        ("nickname: Ada", False),
        ("name: Ada Lindqvist", True),
        ("name: {sealed: abc}", False),
        ("name: Ada Lindqvist\npublic: [name]", False),
        ("contact: {email: a@b.example}\npublic: [contact.email]", False),
        ("contact: {email: a@b.example, phone: '+49 30 1234567'}\npublic: [contact.email]", True),
        ("city: Berlin\nprivate: [city]", True),
        ("asks: [{text: A job, for: members}]", True),
        ("introduced_by: ben\nupdated: 2026-01-01", False),
        ("nickname: Ada\nlisting: members", True),
    ],
)
def test_what_counts_as_a_plain_private_value(tmp_path: Path, introduction: str, is_plain: bool) -> None:
    settings = SETTINGS + "repository: {url: https://git.example/us, visibility: public}\n"
    repository(
        tmp_path,
        {**CLEAN, "community.yml": settings, "members/ada.md": f"---\n{introduction}\njoined: 2026-01-02\n---\n"},
    )
    assert bool(ailments(tmp_path)) is is_plain


OPEN = SETTINGS + "repository: {url: https://git.example/us, visibility: public}\n"


@pytest.mark.parametrize(
    "path", ["tests/sites/x/ada.md", "templates/example.md", "site/old/ada.md", "docs/ada.yml", "members/_old/ada.md"]
)
def test_an_introduction_anywhere_in_a_public_repository_is_looked_into(tmp_path: Path, path: str) -> None:
    content = HOLDER if path.endswith(".md") else HOLDER.replace("---\n", "")
    repository(tmp_path, {**CLEAN, "community.yml": OPEN, path: content})
    (found,) = ailments(tmp_path)
    assert path in str(found.message) and "docs/incident.md" in str(found.fix)
    assert "Lindqvist" not in told(tmp_path) and "private.example" not in told(tmp_path)
    repository_is_private = {**CLEAN, path: content}
    assert not told(repository(tmp_path / "private", repository_is_private))


@pytest.mark.parametrize(
    "content",
    [
        "---\nnickname: <what people call you>\nname: <your name>\n---\n",
        "---\nnickname: Ada\n---\n",
        "# A page\nname: Ada\n",
    ],
)
def test_a_template_and_what_tells_nothing_private_are_fine_anywhere(tmp_path: Path, content: str) -> None:
    repository(
        tmp_path, {**CLEAN, "community.yml": OPEN, "templates/example.md": content, "members/_template.md": content}
    )
    assert not told(tmp_path)


def test_a_contact_in_a_text_and_a_file_that_nobody_can_read_are_told(tmp_path: Path) -> None:
    text = "---\nnickname: Ada\njoined: 2026-01-02\n---\n\nWrite to quillfeather@post.example.\n"
    repository(
        tmp_path, {**CLEAN, "community.yml": OPEN, "members/ada.md": text, "members/bo.md": "---\nname: [\n---\n"}
    )
    holds, unread = ailments(tmp_path)
    assert holds.state is State.WRONG and "members/ada.md" in str(holds.message)
    assert unread.state is State.DOUBTFUL and "members/bo.md" in str(unread.message)
    assert "quillfeather" not in told(tmp_path)


@pytest.mark.parametrize(
    "comment",
    [
        "# name: Ada Lindqvist",
        "# contact: {email: ada.l@private.example}",
        "skills: [Python]  # ask ada.l@private.example",
    ],
)
def test_a_private_value_in_a_comment_is_wrong_and_never_told(tmp_path: Path, comment: str) -> None:
    text = ADA.replace("joined", f"{comment}\njoined")
    repository(tmp_path, {**CLEAN, "community.yml": OPEN, "members/ada.md": text})
    (found,) = ailments(tmp_path)
    assert found.state is State.WRONG and "members/ada.md" in str(found.message)
    assert "Lindqvist" not in told(tmp_path) and "private.example" not in told(tmp_path)


@pytest.mark.parametrize("path", ["ada.txt", "old/ada.markdown", "old/ada.text", "ada", "ada.MD", "old/ada.json"])
@pytest.mark.parametrize("is_broken", [True, False])
def test_an_introduction_under_another_name_is_looked_into(tmp_path: Path, path: str, is_broken: bool) -> None:
    content = HOLDER.replace("name: Ada L", "skills: [a\nname: Ada L") if is_broken else HOLDER
    if path.endswith(".json"):
        content = '{"nickname": "Ada", "name": "Ada Lindqvist"' + ("" if is_broken else "}")
    repository(tmp_path, {**CLEAN, "community.yml": OPEN, path: content})
    (found,) = ailments(tmp_path)
    assert found.state is State.DOUBTFUL and path in str(found.message)
    assert "Lindqvist" not in told(tmp_path) and "private.example" not in told(tmp_path)


def test_without_git_it_says_what_was_looked_into(tmp_path: Path) -> None:
    write(tmp_path, {**CLEAN, "community.yml": OPEN})
    assert "No introduction in members/ holds" in " ".join(str(f.message) for f in examine(tmp_path).findings)


@pytest.mark.parametrize(
    ("name", "content", "fix"),
    [
        ("site/internal/.acquaint-edition", "internal\n", "git rm -r --cached --quiet -- site/internal"),
        ("old site/.acquaint-edition", "internal\n", "git rm -r --cached --quiet -- 'old site'"),
        (".env", "A=1\n", "Take them out of git"),
        ("people.csv", "a,b\n", "Keep lists of people outside"),
    ],
)
def test_files_that_git_would_publish_are_told(tmp_path: Path, name: str, content: str, fix: str) -> None:
    repository(tmp_path, {**CLEAN, name: content})
    assert name.split("/")[0] in told(tmp_path)
    assert fix in told(tmp_path)


def test_a_site_that_git_does_not_ignore_is_wrong(tmp_path: Path) -> None:
    repository(tmp_path, {**CLEAN, ".gitignore": "dist/\n"})
    assert "echo /site/ >> .gitignore" in told(tmp_path)


def test_the_command_ends_with_1_only_if_something_is_to_be_mended(tmp_path: Path) -> None:
    repository(tmp_path, CLEAN)
    fine = CliRunner().invoke(acquaint, ["doctor", "--root", str(tmp_path)], standalone_mode=False)
    assert fine.return_value == 0
    assert "MEND" not in fine.output
    write(tmp_path, {"netlify.toml": 'publish = "site"\n'})
    wrong = CliRunner().invoke(acquaint, ["doctor", "--root", str(tmp_path)], standalone_mode=False)
    assert wrong.return_value == 1
    assert "MEND" in wrong.output
    assert "site/public" in wrong.output


def test_the_marks_stand_in_one_column_in_every_language(tmp_path: Path) -> None:
    own = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "look"\nmsgstr "留意看"\n'
    settings = "title: T\nlanguages: [zh]\n"
    repository(tmp_path, {**CLEAN, "community.yml": settings, "templates/translations/zh/messages.po": own})
    lines = CliRunner().invoke(acquaint, ["doctor", "--root", str(tmp_path)], standalone_mode=False).output.splitlines()
    assert [line for line in lines if line.startswith("留意看  ")]
    assert [line for line in lines if line.startswith(" " * 8) and "base_url: https://people.example" in line]
