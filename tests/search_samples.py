"""The search data of whole communities, as the public edition has it, and a browser that asks it."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from communities import site_of, tree


@dataclass(frozen=True)
class Searchable:
    """A community's public edition: its files by path; `handles` by the members' numbers."""

    files: dict[str, bytes]
    handles: tuple[str, ...]

    @property
    def data(self) -> dict[str, str]:
        """What stands below search/, by name, without the cards."""
        found = {
            path.removeprefix("search/"): content for path, content in self.files.items() if path.startswith("search/")
        }
        return {name: content.decode() for name, content in found.items() if name.endswith(".json")}


def searchable(root: Path, factory: pytest.TempPathFactory) -> Searchable:
    """The community in `root`; members with problems are left out."""
    return _searchable(site_of(root, factory).folder / "public")


@cache
def _searchable(public: Path) -> Searchable:
    files = tree(public)
    handles = [member["handle"] for member in json.loads(files["members.json"])["members"]]
    # The newest stands first there, and has the highest number here.
    return Searchable(files, tuple(reversed(handles)))


def ask(page: Any, community: Searchable, questions: list[dict[str, Any]]) -> list[list[str]]:
    """The handles of those who answer each question, best first."""
    found: list[list[int]] = page.evaluate(
        """async ({ files, questions }) => {
            const { Engine } = await import("./js/engine.js");
            const engine = await Engine.open(async (name) => JSON.parse(files[name]), new Date("2026-11-21"));
            const answers = [];
            for (const question of questions) {
                await engine.prepare(question);
                await engine.complete();
                answers.push(engine.answer(question).members);
            }
            return answers;
        }""",
        {"files": community.data, "questions": questions},
    )
    return [[community.handles[number] for number in members] for members in found]


def question(text: str = "", filters: dict[str, list[str]] | None = None, sort: str = "match") -> dict[str, Any]:
    """A question for the engine."""
    return {
        "text": text,
        "filters": filters or {},
        "zone": "Europe/Berlin",
        "overlap": 0,
        "sort": sort,
        "day": "2026-11-21",
    }
