"""Each host is given the public edition only: its very command is run, and what it would publish is looked at."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from communities import built, tree, write
from starters import started

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the hosts' commands are for a Unix shell")

SOURCE = Path(__file__).parents[1] / "generator"
OPEN, HIDDEN = "Zebrafinch", "Quillfeather"
"""What strangers read of the one member, and what they don't."""
MEMBER = (
    f"---\nnickname: {OPEN}\nname: {HIDDEN} Marker\ncompany: {HIDDEN} Limited\nasks:\n"
    f"  - {{text: A {HIDDEN} for members, for: members}}\ncontact: {{email: {HIDDEN.lower()}@example.org}}\n---\nHello.\n"
)
SHIMS = {
    "acquaint": f'#!/bin/sh\nPYTHONPATH="{SOURCE}" exec "{sys.executable}" -m acquaint "$@"\n',
    "pip": "#!/bin/sh\nexit 0\n",
    # Copies as rsync does, the folder's content if its name ends in a slash, else the folder, and notes what it was asked.
    "rsync": '#!/bin/sh\necho "$@" > rsync.txt\nfor last; do from=$to; to=$last; done\nmkdir -p "$to"\n'
    'case "$from" in */) cp -R "$from." "$to";; *) cp -R "$from" "$to";; esac\n',
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a host does: the commands it runs in the community's folder, the folder it publishes then, and where that is
    said, without comments.
    """

    commands: tuple[str, ...]
    folder: str
    said: str


def _of_github(root: Path) -> Plan:
    jobs = yaml.safe_load((root / ".github/workflows/publish.yml").read_text(encoding="utf-8"))["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    uploads = [step["with"]["path"] for step in steps if "upload" in step.get("uses", "")]
    assert len(uploads) == 1, "one thing is published"
    return Plan(tuple(step["run"] for step in steps if "run" in step), uploads[0], yaml.safe_dump(jobs))


def _of_gitlab(root: Path) -> Plan:
    read = yaml.safe_load((root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    job = read["pages"]
    assert len(job["artifacts"]["paths"]) == 1, "one folder is published"
    return Plan(tuple(job["script"]), job["artifacts"]["paths"][0], yaml.safe_dump(job))


def _of_netlify(root: Path) -> Plan:
    build = tomllib.loads((root / "netlify.toml").read_text(encoding="utf-8"))["build"]
    return Plan((build["command"],), build["publish"], str(build))


def _of_cloudflare(root: Path) -> Plan:
    text = (root / "wrangler.toml").read_text(encoding="utf-8")
    commands = re.findall(r"^# build command: (.+)$", text, re.MULTILINE)
    folder = tomllib.loads(text)["pages_build_output_dir"]
    return Plan(tuple(commands), folder, f"{commands} {folder}")


def _of_a_server(root: Path) -> Plan:
    recipes = re.split(r"^(?=\S)", (root / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    said = re.sub(r"# .*", "", "".join(one for one in recipes if one.startswith(("public:", "deploy:"))))
    said = said.replace("$(ACQUAINT)", "acquaint")
    return Plan((f"make --no-print-directory deploy TARGET='{root.parent}/copied/'",), "../copied", said)


HOSTS: dict[str, tuple[str, Callable[[Path], Plan]]] = {
    "github": (".github/workflows/publish.yml", _of_github),
    "gitlab": (".gitlab-ci.yml", _of_gitlab),
    "netlify": ("netlify.toml", _of_netlify),
    "cloudflare": ("wrangler.toml", _of_cloudflare),
    "server": ("Makefile", _of_a_server),
}
MUTATIONS = (
    ("--edition public", "--edition both"),
    ("--edition public", ""),
    ("site/public", "site"),
    ("site/public", "site/internal"),
    ("site/public", "."),
)


def community(root: Path, host: str) -> Path:
    """A new community for `host` with one member of whom strangers know half."""
    return write(started(root / "ours", "--host", host), {"members/marker.md": MEMBER})


def said_too_much(plan: Plan) -> Iterator[str]:
    """What the configuration alone gives away: a folder other than the public edition's, or a build of both."""
    named = set(re.findall(r"(?<![\w/-])site(?:/[\w.*-]*)*", plan.said))
    if not named or not named <= {"site/public", "site/public/"}:
        yield f"the configuration names {', '.join(sorted(named))}"
    builds = [line for line in f"{plan.said} {' '.join(plan.commands)}".split("acquaint build")[1:] if line]
    if not all(line.lstrip().startswith("--edition public") for line in builds):
        yield "the internal edition would be built where it is published from"


def published_too_much(root: Path, plan: Plan) -> Iterator[str]:
    """What is wrong with what a host would publish of `root`, seen by doing what it does."""
    if not all(_run(command, root).returncode == 0 for command in plan.commands):
        yield "a command fails"
    if (root / "site" / "internal").exists():
        yield "the internal edition was built where it is published from"
    published = tree(root / plan.folder) if (root / plan.folder).is_dir() else {}
    everything = b"".join(published.values())
    if OPEN.encode() not in everything or "index.html" not in published:
        yield "the public edition isn't what is published"
    if HIDDEN.casefold().encode() in everything.lower():
        yield "a private value is published"
    built(root, root.parent / "reference")
    if set(published) != set(tree(root.parent / "reference" / "public")):
        yield "more than the public edition is published"


def _run(command: str, root: Path) -> subprocess.CompletedProcess[str]:
    programs = root.parent / "programs"
    for name, text in SHIMS.items():
        programs.mkdir(exist_ok=True)
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "MAKEFLAGS": "", "MAKELEVEL": "", "CI": "true"}
    shell = ["sh", "-euc", command]
    return subprocess.run(shell, cwd=root, env=environment, capture_output=True, text=True, check=False)


def altered(root: Path, host: str, right: str, wrong: str) -> Plan:
    """The plan of `host` with one thing in its configuration gone wrong."""
    path = root / HOSTS[host][0]
    text = path.read_text(encoding="utf-8")
    assert right in text, (host, right)
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    plan = HOSTS[host][1](root)
    path.write_text(text, encoding="utf-8")
    return plan


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_publishes_the_public_edition_and_nothing_else(tmp_path: Path, host: str) -> None:
    root = community(tmp_path, host)
    plan = HOSTS[host][1](root)
    assert not list(said_too_much(plan))
    assert not list(published_too_much(root, plan))


@pytest.mark.parametrize("host", HOSTS)
def test_a_configuration_that_publishes_more_would_be_noticed(tmp_path: Path, host: str) -> None:
    root = community(tmp_path, host)
    for right, wrong in MUTATIONS:
        assert list(said_too_much(altered(root, host, right, wrong))), (host, right, wrong)


@pytest.mark.parametrize(("right", "wrong"), [MUTATIONS[0], MUTATIONS[2], MUTATIONS[4]])
def test_what_a_wrong_configuration_publishes_would_be_seen(tmp_path: Path, right: str, wrong: str) -> None:
    root = community(tmp_path, "netlify")
    assert list(published_too_much(root, altered(root, "netlify", right, wrong)))


def test_a_deployment_without_a_folder_is_refused_before_anything_is_deleted(tmp_path: Path) -> None:
    root = community(tmp_path, "server")
    for target in ("", "/", "you@server:", "you@server:/", "-e sh"):
        assert "Say where to" in _run(f"make deploy TARGET='{target}'", root).stderr
        assert not (root / "rsync.txt").exists()


def test_rsync_is_given_the_content_of_the_public_edition_only(tmp_path: Path) -> None:
    root = community(tmp_path, "server")
    _run(_of_a_server(root).commands[0], root)
    asked = (root / "rsync.txt").read_text(encoding="utf-8")
    assert "--delete" in asked and " -- site/public/ " in asked


def test_the_job_that_publishes_pages_cant_read_the_repository(tmp_path: Path) -> None:
    workflow = yaml.safe_load(
        (started(tmp_path, "--host", "github") / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    )
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "pull_request" not in str(workflow[True])


def test_every_action_of_every_workflow_is_pinned_by_its_commit(tmp_path: Path) -> None:
    started(tmp_path, "--host", "github")
    for path in sorted((tmp_path / ".github" / "workflows").iterdir()):
        for used in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", used), (path.name, used)


def test_netlify_builds_no_preview_of_a_proposed_change(tmp_path: Path) -> None:
    build = tomllib.loads((started(tmp_path, "--host", "netlify") / "netlify.toml").read_text(encoding="utf-8"))[
        "build"
    ]
    for context, builds in (("production", True), ("deploy-preview", False), ("branch-deploy", False)):
        done = subprocess.run(["sh", "-c", build["ignore"]], env={"CONTEXT": context}, check=False)
        assert (done.returncode != 0) == builds, context
