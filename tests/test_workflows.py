"""What runs on a forge: pinned, with the least rights, without secrets, and deaf to whatever strangers write."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from repositories import committed, git

PROJECT = Path(__file__).parents[1]
STARTER = PROJECT / "generator" / "acquaint" / "starter" / "files"
OURS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
THEIRS = sorted((STARTER / ".github" / "workflows").glob("*.yml"))
ACTION = PROJECT / "action.yml"
ALL = [*OURS, *THEIRS, ACTION]
SHELL = pytest.mark.skipif(shutil.which("bash") is None or os.name == "nt", reason="there is no POSIX shell")


def read(path: Path) -> Any:
    """A workflow as plain data; YAML takes its key `on` for true."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def jobs(path: Path) -> dict[str, Any]:
    """The jobs of a workflow, or the action as if it were one."""
    data = read(path)
    return dict(data["jobs"]) if "jobs" in data else {"action": data["runs"]}


def steps(path: Path) -> list[dict[str, Any]]:
    """Every step of a workflow or an action."""
    return [step for job in jobs(path).values() for step in job["steps"]]


def expressions(path: Path) -> set[str]:
    """What stands between the double braces, and in `if:`."""
    text = path.read_text(encoding="utf-8")
    bare = [str(part["if"]) for part in (*jobs(path).values(), *steps(path)) if "if" in part]
    return {found.strip() for found in re.findall(r"\$\{\{(.*?)\}\}", text, re.DOTALL)} | set(bare)


named = pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)


@named
def test_zizmor_finds_nothing(path: Path) -> None:
    beside = Path(sys.executable).parent / "zizmor"
    program = str(beside) if beside.exists() else shutil.which("zizmor")
    if program is None:
        pytest.skip("zizmor isn't installed")
    done = subprocess.run([program, "--offline", "--quiet", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@named
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", step["uses"])


@named
def test_no_script_holds_an_expression(path: Path) -> None:
    for step in steps(path):
        assert "${{" not in step.get("run", "")


@named
def test_no_secret_is_asked_for_and_no_stranger_is_trusted(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "pull_request_target" not in text and "workflow_run" not in text


@named
def test_a_checkout_leaves_no_key_behind(path: Path) -> None:
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", THEIRS, ids=lambda path: path.name)
def test_rights_are_given_by_job_only(path: Path) -> None:
    assert read(path)["permissions"] == {}
    assert all("permissions" in job for job in jobs(path).values())


def test_the_check_of_a_pull_request_may_only_read() -> None:
    (path,) = [path for path in THEIRS if path.name == "introductions.yml"]
    assert set(read(path)[True]) == {"pull_request", "push"}
    (job,) = jobs(path).values()
    assert job["permissions"] == {"contents": "read"}
    assert job["steps"][0]["with"]["fetch-depth"] == 0


DOOR = STARTER / ".github" / "workflows" / "issue-door.yml"


def test_the_issue_door_has_these_rights_and_no_others() -> None:
    (job,) = jobs(DOOR).values()
    assert job["permissions"] == {"contents": "write", "pull-requests": "write", "issues": "write"}
    assert read(DOOR)[True] == {"issues": {"types": ["labeled", "edited"]}}
    assert read(DOOR)["concurrency"]["group"] == "issue-door-${{ github.event.issue.number }}"


def test_no_expression_of_the_issue_door_reads_what_a_stranger_wrote() -> None:
    assert expressions(DOOR) == {
        "contains(github.event.issue.labels.*.name, 'introduction')",
        "github.event.issue.number",
        "github.repository",
        "github.token",
        "steps.file.outputs.state == 'fine'",
        "steps.file.outputs.state == 'refused'",
    }


def test_the_step_that_reads_the_issue_has_no_token() -> None:
    for step in steps(DOOR):
        reads_it = "GITHUB_EVENT_PATH" in step.get("run", "")
        assert not (reads_it and "env" in step)
        assert set(step.get("env", {})) <= {"GH_TOKEN", "GH_REPO", "NUMBER"}


@SHELL
@pytest.mark.parametrize("path", [*THEIRS, ACTION], ids=lambda path: path.name)
def test_every_script_can_be_read_by_the_shell(path: Path) -> None:
    for step in steps(path):
        if "run" in step:
            done = subprocess.run(["bash", "-n"], input=step["run"], capture_output=True, text=True, check=False)
            assert (done.returncode, done.stderr) == (0, "")


def test_hooks_and_jobs_elsewhere_ask_the_same_question() -> None:
    (hook,) = read(PROJECT / ".pre-commit-hooks.yaml")
    (local,) = read(STARTER / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert hook["entry"] == local["entry"] == "acquaint check --changed-since HEAD"
    assert not hook["pass_filenames"] and not local["pass_filenames"]
    assert hook["always_run"] and local["always_run"], "an introduction may stand in another folder"
    assert "files" not in hook and "files" not in local
    gitlab = read(STARTER / ".gitlab-ci.yml")
    assert "merge_request_event" in gitlab["introductions"]["rules"][0]["if"]
    assert gitlab["variables"]["GIT_DEPTH"] == "0"


def test_gitlab_publishes_the_public_edition_only() -> None:
    job = read(STARTER / ".gitlab-ci.yml")["pages"]
    script = "\n".join(job["script"])
    assert "acquaint build --edition public" in script
    assert "internal" not in script
    assert job["artifacts"]["paths"] == ["public"]


class Door:
    """The issue door on this machine: its scripts, a repository with an origin, and a forge that notes what is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root, self.asked = folder, folder / "ours", folder / "asked"
        committed(self.root, {"community.yml": "title: Ours\n", "members/bo.yml": "nickname: Bo\n"})
        git(self.root, "switch", "--quiet", "main")
        git(folder, "clone", "--quiet", "--bare", str(self.root), str(folder / "origin"))
        git(self.root, "remote", "add", "origin", str(folder / "origin"))
        (folder / "bin").mkdir()
        self._program("acquaint", f'exec "{sys.executable}" -m acquaint "$@"')
        self._program("gh", f'[ "$1 $2" != "pr list" ] || echo 0\nprintf "%s\\n" "$*" >>"{self.asked}"')

    def _program(self, name: str, script: str) -> None:
        path = self.folder / "bin" / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def opened(self, body: str) -> str:
        """What the forge is asked after an issue with this text was opened."""
        event = self.folder / "event.json"
        event.write_text(json.dumps({"issue": {"number": 7, "body": body, "user": {"login": "quill-q"}}}))
        output = self.folder / "output"
        output.write_text("")
        environment = {
            **os.environ,
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(PROJECT / "generator"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_OUTPUT": str(output),
            "RUNNER_TEMP": str(self.folder),
            "NUMBER": "7",
        }
        for step in steps(DOOR):
            state = output.read_text().strip().partition("=")[2]
            if "pip install" in step.get("run", "") or "run" not in step:
                continue
            if "if" not in step or step["if"] == f"steps.file.outputs.state == '{state}'":
                subprocess.run(["bash", "-e", "-c", step["run"]], cwd=self.root, env=environment, check=True)
        return self.asked.read_text(encoding="utf-8") if self.asked.exists() else ""


FORM = "### Handle [handle]\n\nquill\n\n### Nickname [nickname]\n\nQuill\n\n### Headline [headline]\n\n{headline}\n\n### Sent [consent]\n\n- [X] Mine\n"


@SHELL
def test_an_issue_becomes_a_branch_and_a_pull_request(tmp_path: Path) -> None:
    door = Door(tmp_path)
    asked = door.opened(FORM.format(headline="I carve nibs; $(touch pwned) `touch pwned`"))
    assert "pr create --head introduction-7 --title Introduction from issue 7" in asked
    assert "issue comment" not in asked
    pushed = git(tmp_path / "origin", "show", "introduction-7:members/quill.md")
    assert "nickname: Quill" in pushed
    assert git(tmp_path / "origin", "log", "-1", "--format=%an", "introduction-7") == "github-actions[bot]"
    assert not list(tmp_path.rglob("pwned"))
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "@quill" in summary and summary.endswith("Closes #7\n")


@SHELL
def test_an_issue_never_overwrites_somebody(tmp_path: Path) -> None:
    door = Door(tmp_path)
    asked = door.opened(FORM.replace("quill", "bo").format(headline="Not Bo at all"))
    assert "pr create" not in asked
    assert "issue comment 7" in asked
    assert git(tmp_path / "origin", "branch", "--list", "introduction-*") == ""
    assert (door.root / "members" / "bo.yml").read_text() == "nickname: Bo\n"


@SHELL
def test_an_answer_repeats_nothing_that_could_do_something(tmp_path: Path) -> None:
    door = Door(tmp_path)
    hostile = "### Handle [handle]\n\n../../x\n\n### Nickname [nickname]\n\n@everyone ````\n\n</details><img src=x> ![x](https://evil.example)\n"
    door.opened(hostile + "\n### Nonsense\n\n::error::x\n")
    _, _, answer = (tmp_path / "answer.md").read_text(encoding="utf-8").partition("\n\n")
    assert answer.strip()
    assert all(line.startswith("    ") for line in answer.rstrip("\n").split("\n"))
    assert sorted(path.name for path in (door.root / "members").iterdir()) == ["bo.yml"]


def test_the_issue_door_commits_members_files_and_nothing_else() -> None:
    added = [line.strip() for step in steps(DOOR) for line in step.get("run", "").split("\n") if "git add" in line]
    assert added == ["git add -- members"]
