"""The search data of whole communities, as the public edition has it, and a browser that asks it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from acquaint.render import render_public
from acquaint.reveal import reveal
from acquaint.theme import Theme
from communities import DAY, loaded


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


@cache
def searchable(root: Path) -> Searchable:
    """The community in `root`; members with problems are left out."""
    read, problems = loaded(root)
    wrong = {problem.path for problem in problems if problem.is_error}
    records = [record for record in read.records if record.path not in wrong]
    directory = reveal(records, [], read.community, DAY).public
    files = {file.path: file.content for file in render_public(directory, read.community, Theme.load())}
    return Searchable(files, tuple(profile.handle for profile in reversed(directory.profiles)))


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
