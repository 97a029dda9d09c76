"""Where a new community gets Acquaint from: one certain place, never whatever has the name on a public index."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from acquaint.doctor import State, examine
from acquaint.errors import UsageError
from acquaint.starter import Answers, read_manifest, source
from acquaint.starter.answers import HOSTS, answers_from
from acquaint.starter.source import PLACEHOLDER, requirement_of, source_from
from communities import write
from starters import LANGUAGES, init, started, texts

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = f"git+https://git.example/us/acquaint.git@{COMMIT}"
ADDRESS = f"https://files.example/acquaint-1.0-py3-none-any.whl#sha256={'ab' * 32}"
WHEEL = "wheels/acquaint-1.0-py3-none-any.whl"
BARE = re.compile(
    r"(?:install|add|uvx|pipx run)[^\n&;]*\s['\"]?acquaint(?![\w. ]*@)\b|acquaint\s*[=<>~]=", re.IGNORECASE
)


@pytest.fixture(autouse=True)
def nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The place that these tests run from tells nothing, whatever it is."""
    monkeypatch.setattr(source, "known_source", lambda: "")


def wrongs(root: Path) -> list[str]:
    return [f"{one.message} | {one.fix}" for one in examine(root).findings if one.state is State.WRONG]


@pytest.mark.parametrize(
    ("given", "line"), [(GIT, f"acquaint @ {GIT}"), (ADDRESS, f"acquaint @ {ADDRESS}"), (WHEEL, f"./{WHEEL}")]
)
def test_requirements_name_the_place_in_one_line_and_the_note_knows_it(tmp_path: Path, given: str, line: str) -> None:
    root = started(tmp_path, "--source", given)
    lines = (root / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [one for one in lines if not one.startswith("#")] == [line]
    note = read_manifest(root)
    assert note is not None and note.answers.source == given
    assert "Say where Acquaint comes from" not in init(root, "--upgrade").output
    assert line in (root / "requirements.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "given",
    [
        "acquaint",
        "acquaint==1.0",
        "--find-links=https://evil.example",
        "-r evil.txt",
        f"{GIT}\n--find-links https://evil.example",
        f"{GIT}\n",
        f"{GIT} --find-links https://evil.example",
        f'{GIT}"',
        f"{GIT}'; touch pwned; '",
        f"{GIT}#egg=other",
        f"{GIT[:-1]}",
        "git+https://git.example/us/acquaint@main",
        f"git+ssh://git@git.example/us/acquaint@{COMMIT}",
        f"git+http://git.example/us/acquaint@{COMMIT}",
        f"git+file:///us/acquaint@{COMMIT}",
        f"git+https://me:secret@git.example/us/acquaint@{COMMIT}",
        f"git+https://git.example/../acquaint@{COMMIT}",
        ADDRESS.partition("#")[0],
        ADDRESS.replace("https", "http"),
        ADDRESS.replace("acquaint-", "other-"),
        f"/{WHEEL}",
        f"../{WHEEL}",
        f"-/{WHEEL}",
        f"{WHEEL} ; python_version > '3'",
        "wheels/other-1.0-py3-none-any.whl",
        PLACEHOLDER,
    ],
)
def test_a_source_that_could_become_another_program_is_refused_before_anything_is_written(
    tmp_path: Path, given: str
) -> None:
    with pytest.raises(UsageError):
        source_from(given)
    with pytest.raises(UsageError):
        answers_from({"title": "Ours", "source": given})
    assert isinstance(init(tmp_path / "ours", f"--source={given}").exception, UsageError)
    assert not (tmp_path / "ours").exists()


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_of_a_new_community_installs_the_bare_name(host: str, language: str) -> None:
    for given in ("", GIT):
        for path, text in texts(Answers("Ours", languages=(language,), host=host, source=given)).items():
            assert not BARE.search(text), path
            assert "pip install" not in re.sub(r"pip install (?:--quiet )?-r requirements\.txt", "", text), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_that_nobody_knows_is_the_first_next_step_and_wrong_for_the_doctor(
    tmp_path: Path, language: str
) -> None:
    done = init(tmp_path, "--no-build", "--language", language)
    steps = [line for line in done.output.splitlines() if line.startswith("  1. ")]
    assert steps and "--source" in steps[0]
    lines = (tmp_path / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [PLACEHOLDER]
    assert not (tmp_path / PLACEHOLDER).exists()
    assert [wrong for wrong in wrongs(tmp_path) if wrong.startswith("requirements.txt:") and "--source" in wrong]


@pytest.mark.parametrize("host", HOSTS)
def test_a_community_with_a_known_source_has_nothing_wrong(tmp_path: Path, host: str) -> None:
    assert not wrongs(started(tmp_path, "--source", GIT, "--host", host))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("requirements.txt", "acquaint\n"),
        ("requirements.txt", "acquaint==1.0  # ours\n"),
        ("requirements/site.txt", "click\nAcquaint[all]>=1\n"),
        ("netlify.toml", "[build]\n  command = \"pip install 'acquaint==1.0' && acquaint build --edition public\"\n"),
        ("wrangler.toml", "# build command: pip install acquaint && acquaint build --edition public\n"),
        (".github/workflows/x.yml", "      - run: python -m pip install --quiet acquaint\n"),
        (".gitlab-ci.yml", "    - pipx install acquaint\n"),
        ("publish.sh", "uvx acquaint build --edition public\n"),
        (".pre-commit-config.yaml", '        additional_dependencies: ["acquaint==1.0"]\n'),
        ("README.md", '```sh\npip install "acquaint==1.0"\n```\n'),
        ("publish.sh", "pip install \\\n  --quiet \\\n  'acquaint>=1'\n"),
        (".github/workflows/x.yml", "      - run: |\n          python -m pip install \\\n            acquaint\n"),
        ("deploy.ps1.sh", "pip install `\n  acquaint\n"),
        ("requirements.txt", "acquaint==1.0 \\\n    --hash=sha256:00\n"),
        ("pyproject.toml", '[project]\nname = "ours"\ndependencies = [\n  "Acquaint[all]>=1",\n]\n'),
        ("pyproject.toml", "[dependency-groups]\nsite = [\"acquaint ; python_version > '3'\"]\n"),
        ("pyproject.toml", '[project.optional-dependencies]\nsite = ["acquaint"]\n'),
        ("pyproject.toml", '[tool.poetry.dependencies]\nacquaint = "^1.0"\n'),
        ("pyproject.toml", '[tool.poetry.group.site.dependencies]\nacquaint = {version = "1.0"}\n'),
        ("pyproject.toml", '[tool.uv]\ndev-dependencies = ["acquaint~=1.0"]\n'),
        ("Pipfile", '[packages]\nacquaint = "*"\n'),
        ("Pipfile.lock", '{"default": {"acquaint": {"version": "==1.0"}}}\n'),
        ("uv.lock", '[[package]]\nname = "acquaint"\nsource = {registry = "https://packages.example/simple"}\n'),
        ("poetry.lock", '[[package]]\nname = "acquaint"\nversion = "1.0"\n'),
    ],
)
def test_whatever_installs_the_bare_name_is_wrong_with_a_fix_to_paste(tmp_path: Path, name: str, content: str) -> None:
    write(started(tmp_path, "--source", GIT), {name: content})
    found = wrongs(tmp_path)
    assert len(found) == 1 and found[0].startswith(f"{name}:"), found
    fixes = ("requirements.txt", "init --upgrade --source", "HOST/OWNER/acquaint", "then make the lock anew")
    assert any(fix in found[0] for fix in fixes)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("requirements.txt", f"acquaint @ {GIT}\nacquaint-theme==1\n"),
        ("netlify.toml", '[build]\n  command = "pip install -r requirements.txt && acquaint build --edition public"\n'),
        (".gitlab-ci.yml", f"    - pip install 'acquaint @ {GIT}'\n"),
        ("publish.sh", f"pip install \\\n  --quiet \\\n  'acquaint @ {GIT}'\n"),
        ("pyproject.toml", f'[project]\nname = "acquaint"\ndependencies = ["acquaint @ {GIT}", "acquaint-theme"]\n'),
        (
            "pyproject.toml",
            '[project]\ndependencies = ["acquaint"]\n[tool.uv.sources]\nacquaint = {git = "https://git.example/a"}\n',
        ),
        ("pyproject.toml", '[tool.poetry.dependencies]\nacquaint = {git = "https://git.example/a", rev = "0"}\n'),
        (
            "Pipfile",
            '[packages]\nacquaint = {git = "https://git.example/a", ref = "0"}\n[scripts]\nacquaint = "acquaint"\n',
        ),
        ("Pipfile.lock", '{"default": {"acquaint": {"git": "https://git.example/a", "ref": "0"}}}\n'),
        ("uv.lock", '[[package]]\nname = "acquaint"\nsource = {git = "https://git.example/a#0"}\n'),
        (
            "poetry.lock",
            '[[package]]\nname = "acquaint"\n[package.source]\ntype = "git"\nurl = "https://git.example/a"\n',
        ),
        ("publish.sh", f"pip install ./{WHEEL}\nuv run acquaint build --edition public\n# not: pip install acquaint\n"),
    ],
)
def test_an_install_from_a_certain_place_is_fine(tmp_path: Path, name: str, content: str) -> None:
    write(started(tmp_path, "--source", GIT), {name: content})
    assert not wrongs(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("environment.yml", "dependencies:\n  - pip:\n      - acquaint\n", "doesn't read files of this kind"),
        ("pixi.toml", '[pypi-dependencies]\nacquaint = "*"\n', "doesn't read files of this kind"),
        ("pyproject.toml", "[project\n", "can't be read"),
        ("Pipfile.lock", "{", "can't be read"),
    ],
)
def test_what_the_doctor_cannot_tell_it_says_it_cannot(tmp_path: Path, name: str, content: str, said: str) -> None:
    write(started(tmp_path, "--source", GIT), {name: content})
    assert not wrongs(tmp_path)
    told = [str(one.message) for one in examine(tmp_path).findings if one.state is State.DOUBTFUL]
    assert [message for message in told if message.startswith(name) and said in message]


def test_a_file_that_is_said_to_be_here_has_to_be_here(tmp_path: Path) -> None:
    root = started(tmp_path, "--source", WHEEL)
    assert [wrong.startswith("requirements.txt:") for wrong in wrongs(root)] == [True]
    write(root, {WHEEL: "a wheel\n"})
    assert not wrongs(root)


def test_an_upgrade_takes_the_place_that_runs_now_and_else_keeps_the_one_it_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = started(tmp_path)
    init(root, "--upgrade", "--source", GIT)
    init(root, "--upgrade")
    assert f"acquaint @ {GIT}\n" in (root / "requirements.txt").read_text(encoding="utf-8")
    newer = GIT.replace(COMMIT, COMMIT[::-1])
    monkeypatch.setattr(source, "known_source", lambda: newer)
    init(root, "--upgrade")
    assert f"acquaint @ {newer}\n" in (root / "requirements.txt").read_text(encoding="utf-8")


def test_an_installation_from_a_commit_knows_its_place_and_no_other_does() -> None:
    told = {"url": "https://git.example/us/acquaint.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
    assert source._of_installation(json.dumps(told)) == GIT
    for wrong in (
        {**told, "url": "https://me:secret@git.example/us/acquaint.git"},
        {**told, "url": "ssh://git.example/us/acquaint.git"},
        {**told, "url": "https://git.example/us/a\n--find-links"},
        {**told, "vcs_info": {"vcs": "hg", "commit_id": COMMIT}},
        {**told, "vcs_info": {"vcs": "git", "commit_id": "main"}},
        {"url": "file:///here", "dir_info": {}},
    ):
        assert source._of_installation(json.dumps(wrong)) == ""
    assert [source._of_installation(text) for text in ("", "{", "[]", "null", '"x"')] == [""] * 5


@pytest.mark.parametrize(
    ("folder", "origin", "known"),
    [
        ("generator/acquaint", "https://git.example/us/acquaint.git", True),
        ("generator/acquaint", "https://me:secret@git.example/us/acquaint.git", False),
        ("generator/acquaint", "git@git.example:us/acquaint.git", False),
        (".venv/lib/acquaint", "https://git.example/us/people.git", False),
    ],
)
def test_a_checkout_knows_its_place_if_it_is_acquaints_own(
    tmp_path: Path, folder: str, origin: str, known: bool
) -> None:
    write(tmp_path, {f"{folder}/__init__.py": ""})
    who = {f"GIT_{role}_{what}": "n@n.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for command in ("init -q", f"remote add origin {origin}", "add -A -f", "commit -q -m Begin"):
        subprocess.run(["git", *command.split()], cwd=tmp_path, env=environment, check=True, capture_output=True)
    found = source._of_checkout(tmp_path / folder)
    assert bool(found) is known
    if known:
        assert re.fullmatch(r"git\+https://git\.example/us/acquaint\.git@[0-9a-f]{40}", found)
        assert requirement_of(found) == f"acquaint @ {found}"
