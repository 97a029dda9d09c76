"""What is wrong with a community's set-up: the machine, the repository, the address, and what gets published."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from acquaint.doctor.deploys import published_folders
from acquaint.doctor.finding import Finding, State
from acquaint.doctor.machine import python_that_runs
from acquaint.doctor.publicness import plain_values
from acquaint.doctor.repository import committed_files, ignored_site, whole_history
from acquaint.doctor.site import address, reach
from acquaint.doctor.source import installed_program
from acquaint.load import Loaded, load
from acquaint.problems import Problems

__all__ = ["Examination", "Finding", "State", "examine"]


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found about a community, in the order of the questions people ask; `language` is the community's."""

    language: str
    findings: tuple[Finding, ...]


def examine(root: Path) -> Examination:
    """Look at the community in `root`: nothing is changed, nobody is asked over the network.

    No finding holds a private value. Raises UsageError if `root` is no community's folder.
    """
    loaded = load(root, Problems())
    return Examination(loaded.community.language, tuple(_findings(root, loaded)))


def _findings(root: Path, loaded: Loaded) -> Iterator[Finding]:
    yield from python_that_runs()
    yield from whole_history(root, loaded)
    yield from address(loaded.community)
    yield from reach(loaded.community)
    yield from published_folders(root)
    yield from installed_program(root)
    yield from plain_values(root, loaded)
    yield from committed_files(root)
    yield from ignored_site(root)
