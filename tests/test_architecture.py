"""The rooms and their doors: imports point down only, and each room is of a size one can read."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator" / "acquaint"

# From the command down; a room may import what stands in the lines below its own, and of its own line what is named.
LAYERS = (
    ("cli",),
    ("doctor",),
    ("review",),
    ("serve", "build", "preview", "arrivals"),
    ("check", "reveal", "render", "gate", "output", "own_templates", "schema", "starter"),
    ("everybody",),
    ("load", "privacy", "changes"),
    ("records", "profiles", "drafting"),
    ("fields",),
    ("config", "problems", "withhold", "markup", "theme", "matching", "search", "page_words"),
    ("introduction",),
    (
        "values",
        "shown",
        "laws",
        "messages",
        "spellings",
        "rendered",
        "slugs",
        "folding",
        "country_aliases",
        "template_errors",
        "template_engine",
    ),
    ("secrets", "catalogues", "colours"),
    ("store",),
    ("tree", "errors", "git", "forge", "plain", "patterns"),
)
BESIDE = {("config", "values"), ("values", "tree")}
# What a room must never see, whatever its line allows.
NEVER = {
    "render": {"records", "values", "load", "privacy", "check", "fields", "withhold"},
    "gate": {"records", "values", "load", "privacy", "profiles", "config"},
    "output": {"records", "values", "load", "privacy", "profiles", "config"},
    "profiles": {"records", "values", "tree"},
    "shown": {"values", "records", "tree"},
    "serve": {"records", "values", "profiles", "load", "check", "reveal", "build"},
    "build": {"records", "values", "profiles", "privacy"},
    "check": {"profiles", "shown", "reveal"},
    "load": {"profiles", "withhold", "privacy"},
    "theme": {"config", "profiles", "values"},
    "search": {"config", "profiles", "shown", "values"},
    "matching": {"values", "shown", "secrets", "tree"},
}
MOST_LINES = 500
"""A file tells one story; what is longer tells several."""


def _room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "acquaint"


def _edges() -> set[tuple[str, str, str]]:
    edges = set()
    for path in PACKAGE.rglob("*.py"):
        here = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            targets = []
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("acquaint"):
                targets = [
                    f"{node.module}.{alias.name}" if node.module == "acquaint" else node.module for alias in node.names
                ]
            elif isinstance(node, ast.Import):
                targets = [alias.name for alias in node.names if alias.name.startswith("acquaint")]
            edges |= {(here, _room(target), str(path.relative_to(PACKAGE))) for target in targets}
    return {edge for edge in edges if edge[0] != edge[1] and not edge[0].startswith("__") and edge[1] != "__version__"}


def _level(room: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if room in layer)


def test_every_room_has_its_place() -> None:
    rooms = {path.stem if path.is_file() else path.name for path in PACKAGE.iterdir()}
    rooms = {room for room in rooms if not room.startswith("__") and room != "py"} - {"py.typed", "templates"}
    assert rooms == {room for layer in LAYERS for room in layer}


def test_imports_point_down_only() -> None:
    upward = {edge for edge in _edges() if _level(edge[0]) >= _level(edge[1])}
    assert not upward


def test_no_room_sees_what_it_must_not() -> None:
    seen = {edge for edge in _edges() if edge[1] in NEVER.get(edge[0], set())}
    assert not seen


def test_reveal_is_opened_by_what_builds_and_by_what_shows_members_their_own_card() -> None:
    assert {edge[0] for edge in _edges() if edge[1] == "reveal"} == {"build", "preview"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_says_what_it_knows_and_stays_readable(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module says in one sentence what it knows"
    assert text.count("\n") <= MOST_LINES


def test_only_the_command_reads_clock_folder_and_environment_and_prints() -> None:
    told = []
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0] in ("cli", "__main__.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = ast.unparse(node) if isinstance(node, ast.Call | ast.Attribute) else ""
            if text in (
                "os.environ",
                "os.getcwd",
                "Path.cwd",
                "date.today",
                "datetime.now",
                "time.time",
            ) or text.startswith("print("):
                told.append((str(path.relative_to(PACKAGE)), text))
    # git is run with the environment it finds; nothing is read from it.
    assert set(told) == {("git.py", "os.environ")}
