"""Builds one made-up community with Acquaint and its peers: from nothing, again, and after one edit."""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edits import KINDS, Community
from generate import commit_community, write_community
from measuring import Run, Weight, quickest, run, say, weigh
from peers import Peer

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Built:
    """A build of ours: what it cost, seconds of each stage, files written."""

    run: Run
    stages: dict[str, float]
    written: int


@dataclass(frozen=True, slots=True)
class Beside:
    """What a peer made of the same members, and what that cost."""

    run: Run
    site: Weight


@dataclass(frozen=True, slots=True)
class Measured:
    """One community: its size, what was built of it, seconds that a copy of the site takes, what peers built of it."""

    members: int
    source: int
    site: Weight
    cold: Built
    again: Built
    edited: Built
    copy: float
    beside: dict[str, Beside]


def make(root: Path, members: int) -> int:
    """Make up a community with a history; gives the size of its introductions in bytes."""
    if root.exists():
        sys.exit(f"{root} is there already; give another folder.")
    size = write_community(root, members)
    commit_community(root)
    return size


def make_example(root: Path) -> None:
    """Lay out the community of this project, with a history like that of those made up."""
    for name in ("members", "pages"):
        shutil.copytree(HERE.parent / name, root / name)
    shutil.copy(HERE.parent / "community.yml", root)
    commit_community(root)


def measure(folder: Path, members: int, peers: list[Peer], times: int) -> Measured:
    """Make up a community in `folder`, and build it; the quickest of `times` builds from nothing counts."""
    say(f"building {members:,} members")
    root, out = folder / "community", folder / "site"
    source = make(root, members)
    cold = from_nothing(root, out, times)
    copy = quickest(3, lambda: _copy(out, folder / "copy")).seconds
    site = weigh(out)
    again = build(root, out)
    headline = next(kind for kind in KINDS if kind.name == "headline")
    headline.make(Community(root), 1).carry_out()
    edited = build(root, out)
    beside = {peer.name: _beside(peer, root, folder / peer.name.lower(), times) for peer in peers}
    return Measured(members, source, site, cold, again, edited, copy, beside)


def from_nothing(root: Path, out: Path, times: int) -> Built:
    """The quickest of `times` builds, each without a site and without what an earlier build remembered."""

    def once() -> Built:
        for left in (out, root / ".acquaint"):
            shutil.rmtree(left, ignore_errors=True)
        return build(root, out)

    return min((once() for _ in range(times)), key=lambda built: built.run.seconds)


def build(root: Path, out: Path) -> Built:
    """Build the community at `root` over what stands at `out`, in a process of its own."""
    done = run([sys.executable, f"{HERE / 'stages.py'}", f"{root}", f"{out}"])
    told: dict[str, Any] = json.loads(done.printed)
    return Built(done, told["stages"], told["written"])


def _beside(peer: Peer, root: Path, folder: Path, times: int) -> Beside:
    say(f"building them with {peer.name}")
    folder.mkdir()
    peer.prepare(root / "members", folder / "sources")

    def once() -> Run:
        shutil.rmtree(folder / "site", ignore_errors=True)
        return peer.build(folder / "sources", folder / "site")

    beside = Beside(quickest(times, once), weigh(folder / "site"))
    shutil.rmtree(folder)
    return beside


def _copy(site: Path, copy: Path) -> Run:
    """A plain copy of the site: what writing it costs, and nothing else."""
    done = run(["cp", "-r", f"{site}", f"{copy}"])
    shutil.rmtree(copy)
    return done
