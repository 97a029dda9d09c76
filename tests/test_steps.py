"""The graph's steps: each is given all it depends on and nothing of everybody, and docs/design.md lists them."""

import ast
import inspect
import os
import re
import typing
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from acquaint import check
from acquaint.laws import LAWS
from acquaint.messages import Quoted, say
from acquaint.problems import Problem, Problems, RawProblem

PACKAGE = Path(__file__).parents[1] / "generator" / "acquaint"
DESIGN = Path(__file__).parents[1] / "docs" / "design.md"
NARROWING = {"schema_of", "opened_by_community"}
"""Steps that take what all settings are, to give what others need of them."""
OF_EVERYBODY = {
    "Community",
    "Site",
    "Theme",
    "Loaded",
    "Everybody",
    "Store",
    "Problems",
    "PublicDirectory",
    "InternalDirectory",
}


def _asked() -> Iterator[tuple[str, str]]:
    """(module, name) of every function that is given to a store."""
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(("acquaint", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and re.fullmatch(r"(?:\w+\.)?_?store\.of", ast.unparse(node.func)):
                yield module, ast.unparse(node.args[0])


def steps() -> dict[str, Any]:
    """Each step by the name under which a store counts it."""
    found = {}
    for module, name in _asked():
        step: Any = import_module(module)
        for part in name.split("."):
            step = getattr(step, part)
        found[f"{step.__module__.removeprefix('acquaint.')}.{step.__qualname__}"] = step
    return found


STEPS = steps()


def _names(annotation: object) -> set[str]:
    """Every class that an annotation speaks of."""
    inner = set().union(*map(_names, typing.get_args(annotation))) if typing.get_args(annotation) else set()
    return inner | ({annotation.__name__} if isinstance(annotation, type) else set())


@pytest.mark.parametrize("name", sorted(STEPS))
def test_a_step_is_given_only_what_is_in_its_key(name: str) -> None:
    """A step has no input that is a set of everybody, and none that isn't in the key; so it can't read on."""
    step = STEPS[name]
    hints = typing.get_type_hints(step)
    given = {part for parameter, hint in hints.items() if parameter not in ("return", "self") for part in _names(hint)}
    if step.__name__ not in NARROWING:
        assert not given & OF_EVERYBODY
    assert inspect.isfunction(step) or isinstance(step, type), "no method, no closure: nothing but the inputs counts"
    if inspect.isfunction(step):
        assert not step.__closure__
        assert "<lambda>" not in step.__qualname__


def _table() -> str:
    """Each step, its inputs, and what it gives, as its docstring says."""
    rows = ["| step | inputs | what it gives |", "|---|---|---|"]
    for name, step in sorted(STEPS.items()):
        inputs = ", ".join(f"`{parameter}`" for parameter in inspect.signature(step).parameters)
        said = " ".join((inspect.getdoc(step) or "").split("\n\n")[0].split())
        rows.append(f"| `{name}` | {inputs} | {said.replace('|', '&#124;')} |")
    return "\n".join(rows)


@pytest.mark.golden
def test_the_design_lists_every_step_with_its_inputs() -> None:
    text, table = DESIGN.read_text(encoding="utf-8"), f"<!-- steps -->\n{_table()}\n<!-- /steps -->"
    if os.environ.get("ACQUAINT_BLESS") == "1":
        text = re.sub(r"<!-- steps -->.*<!-- /steps -->", lambda _: table, text, flags=re.DOTALL)
        DESIGN.write_text(text, encoding="utf-8")
    assert table in text, "if this is meant: make bless"


def test_only_redact_makes_a_problem_that_may_be_told() -> None:
    made = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Problem":
                made.add(path.relative_to(PACKAGE).as_posix())
    assert made == {"check/masking.py"}


def test_a_problem_as_it_was_found_prints_as_masked() -> None:
    found = Problems()
    message = say("{field} repeats {words}.", field="bio", words=Quoted("Marta Lindqvist"))
    found.add("contact-in-prose", message, "members/ada.md", fix="marta@post.example", meant="Marta")
    assert "Marta" not in repr(found) + repr(found.found)
    assert "marta" not in f"{found.found[0]!r} {found.found[0]}"


def test_reporters_take_what_is_redacted() -> None:
    raw = RawProblem(LAWS["contact-in-prose"], say("No."), "members/ada.md")
    (told,) = check.redact([raw])
    assert isinstance(told, Problem)
    assert (told.law, told.message, told.path) == (raw.law, raw.message, raw.path)
