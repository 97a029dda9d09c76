"""A leak is impossible by structure: what the types and the imports alone rule out."""

import ast
import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from acquaint import profiles, records, shown, values
from acquaint.fields.registry import TYPES
from acquaint.profiles import InternalProfile, PublicDirectory, PublicProfile

SOURCES = Path(__file__).parents[1] / "generator" / "acquaint"


def _reachable(type_: object, seen: set[type]) -> Iterator[type]:
    """Every class that a value of `type_` can hold."""
    for part in (*typing.get_args(type_), type_):
        if part is not type_:
            yield from _reachable(part, seen)
        elif isinstance(part, type) and part not in seen:
            seen.add(part)
            yield part
            hints = typing.get_type_hints(part) if is_dataclass(part) else {}
            for field in fields(part) if is_dataclass(part) else ():
                yield from _reachable(hints[field.name], seen)


def test_from_the_public_directory_no_private_type_can_be_reached() -> None:
    reached = set(_reachable(PublicDirectory, set()))
    assert PublicProfile in reached
    assert shown.Way in reached, "the walk goes down to the values"
    private = {
        item
        for module in (records, values)
        for item in vars(module).values()
        if isinstance(item, type) and item.__module__ == module.__name__
    }
    assert not reached & private
    assert not reached & {profiles.InternalProfile, profiles.InternalDirectory}


def test_the_two_profiles_are_unrelated() -> None:
    assert not issubclass(InternalProfile, PublicProfile)
    assert not issubclass(PublicProfile, InternalProfile)
    assert all(base is object for item in (InternalProfile, PublicProfile) for base in item.__bases__)


def test_outward_shapes_have_no_room_for_an_audience() -> None:
    shapes = [item for item in vars(shown).values() if isinstance(item, type) and is_dataclass(item)]
    assert shapes
    for shape in shapes:
        assert "audience" not in {field.name for field in fields(shape)}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_reveal_alone_sees_both_records_and_profiles() -> None:
    both = {
        path.relative_to(SOURCES).parts[0]
        for path in SOURCES.rglob("*.py")
        if {"acquaint.records", "acquaint.profiles"} <= _imports(path)
    }
    assert both == {"reveal"}


def test_the_schema_of_types_gives_no_shown_value_a_private_one() -> None:
    """A type's `show` returns an outward shape, or a type checker would have said so; here it is seen."""
    for kind in TYPES.values():
        returns = typing.get_type_hints(kind.show).get("return")
        options = typing.get_args(returns) if isinstance(returns, types.UnionType) else (returns,)
        assert all(option is type(None) or option.__module__ == "acquaint.shown" for option in options), kind.name
