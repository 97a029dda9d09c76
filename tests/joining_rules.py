"""What the join page is told of a community, as far as its checks ask, and drafts as both sides judge them."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.check import checked
from acquaint.config import Community
from acquaint.drafting.draft import Draft
from acquaint.drafting.file import to_file
from acquaint.fields.countries import country_names
from acquaint.fields.reading import Limits
from acquaint.introduction import MOST_BRACKETS, MOST_OF_A_HANDLE, RESERVED
from acquaint.load import Loaded, load
from acquaint.messages import told
from acquaint.problems import Problems, RawProblem
from communities import DAY, write
from drafts import rules_of

SETTINGS = "title: Northlight\n"
FOLDER = Path(__file__).parent / "joining"
_KEY = re.compile(r'(?:"([^"]*)"|([\w-]+)):(?: |$)')


def table(name: str) -> list[dict[str, Any]]:
    """The cases of joining/<name>.json."""
    cases: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return cases


def join_rules(community: Community) -> dict[str, Any]:
    """The rules for drafts of `community`."""
    reach = community.reach
    vocabulary = {
        name: {"closed": words.closed, "terms": list({term.slug: _spellings(term) for term in words.spellings.values()}.values())}
        for name, words in community.vocabulary.items()
    }  # fmt: skip
    return {
        **rules_of(community),
        "vocabulary": vocabulary,
        "limits": {"line": Limits().line, "prose": Limits().prose, "items": Limits().items, "brackets": MOST_BRACKETS},
        "handle": {"most": MOST_OF_A_HANDLE, "reserved": sorted(RESERVED)},
        "countries": sorted(country_names("en")),
        "strict": community.prose_is_error,
        "reach": {"email": reach.email, "text": reach.text.pick("en")[1] if reach.text else ""},
    }


def _spellings(term: Any) -> list[str]:
    return [term.name, *term.also, *term.translations.values()]


def read(root: Path, draft: dict[str, Any], settings: str = SETTINGS) -> tuple[Loaded, tuple[RawProblem, ...], str]:
    """The community in `root` with the one member of `draft`, the member's problems, and the file.

    The problems are those of the laws, before their lines are masked and mended: a form has no lines.
    """
    community = load(write(root, {"community.yml": settings}), Problems()).community
    content = to_file(Draft(draft["handle"], draft["answers"]), community)
    path = f"members/{draft['handle']}.md"
    problems = Problems()
    found = load(write(root, {path: content}), problems)
    told = checked(found, problems, DAY, drawn=False).found
    return found, tuple(problem for problem in told if problem.path == path), content


def field_of(problem: RawProblem, content: str) -> str:
    """The field in which a problem of a file stands; what stands nowhere is about its name."""
    if problem.span is None:
        return "handle"
    lines = content.split("\n")
    if problem.span.line > lines.index("---", 1):
        return "bio"
    for line in reversed(lines[: problem.span.line]):
        if key := _KEY.match(line):
            return key[1] or key[2]
    return ""


def rows(problems: Sequence[RawProblem], content: str, catalogue: Catalogue = ENGLISH) -> list[dict[str, str]]:
    """Problems as the browser's have it: code, severity, field, message, and fix and meant where there are any."""
    found = []
    for problem in problems:
        row = {
            "code": problem.law.code,
            "slug": problem.law.slug,
            "severity": str(problem.law.severity),
            "field": field_of(problem, content),
            "message": problem.message.told(catalogue),
            "fix": told(problem.fix, catalogue) if problem.fix else "",
            "meant": problem.meant or "",
        }
        found.append({key: value for key, value in row.items() if value})
    return found
