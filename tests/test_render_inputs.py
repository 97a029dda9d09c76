"""What is made of one member depends on that member and on how the edition speaks, and on nothing else."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, get_args

from acquaint import render
from acquaint.render.interface import Interface
from acquaint.render.people import Person
from render_samples import interface, public_files, rich, words

OF_ALL = {"Community", "Site", "Theme", "Helping", "Meeting", "Cards", "Frame", "PublicDirectory", "InternalDirectory"}
"""What knows everybody, or all settings."""

LOOK_UP = {"asks._open_ask", "meeting.meeting_view", "meeting._asks"}
"""Functions that ask who could help one member: what they find is small, and is given to what draws it."""


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every function of the room and the methods of its classes, by module and name."""
    for found in pkgutil.walk_packages(render.__path__, "acquaint.render."):
        module = importlib.import_module(found.name)
        short = found.name.removeprefix("acquaint.render.")
        for name, value in vars(module).items():
            if getattr(value, "__module__", "") != found.name:
                continue
            if inspect.isfunction(value):
                yield f"{short}.{name}", value
            elif inspect.isclass(value):
                yield from ((f"{short}.{name}.{m}", f) for m, f in vars(value).items() if inspect.isfunction(f))


def given(function: Callable[..., Any]) -> dict[str, Any]:
    """The parameters of `function` with their types."""
    return {name: kind for name, kind in inspect.get_annotations(function).items() if name != "return"}


def parts(kind: Any) -> Iterator[Any]:
    """`kind` and whatever it is a container of."""
    yield kind
    for part in get_args(kind):
        yield from parts(part)


def of_one_member() -> dict[str, dict[str, Any]]:
    """What each function takes that is given one member."""
    found = {name: given(function) for name, function in functions()}
    return {name: kinds for name, kinds in found.items() if Person in kinds.values()}


def test_what_is_made_of_one_member_is_given_nobody_else_and_no_settings_of_the_whole() -> None:
    found = of_one_member()
    assert len(found) > 50, "the walk finds the functions"
    wide = set()
    for name, kinds in found.items():
        for kind in kinds.values():
            inside = {getattr(part, "__name__", "") for part in parts(kind)}
            if inside & OF_ALL or (kind is not Person and Person in parts(kind)):
                wide.add(name)
    assert wide == LOOK_UP


def test_it_is_given_five_things_at_most() -> None:
    assert {name for name, kinds in of_one_member().items() if len(kinds) > 5} == set()


def test_how_an_edition_speaks_says_nothing_of_the_community_its_members_or_the_day() -> None:
    assert {field.name for field in fields(Interface) if field.init} == {
        "environment", "fields", "vocabulary", "browse", "languages", "language", "words", "internal", "templates",
    }  # fmt: skip


def test_an_interface_is_asked_once_a_build_and_forgets_what_members_said_before_the_next() -> None:
    asked: list[str] = []

    def find(tag: str, shown: Interface) -> str:
        asked.append(tag)
        return f"{tag} in {shown.language}"

    shown = interface()
    assert [shown.once(find, tag) for tag in ("bread", "soup", "bread")] == ["bread in en", "soup in en", "bread in en"]
    assert asked == ["bread", "soup"]
    shown.forget()
    assert shown.once(find, "soup") == "soup in en"
    assert asked == ["bread", "soup", "soup"]


def test_a_new_title_changes_no_card() -> None:
    def cards(files: dict[str, bytes]) -> dict[str, bytes]:
        return {path: content for path, content in files.items() if path.startswith("search/cards/")}

    before, after = public_files(), public_files(settings=replace(rich(), title=words("Another title")))
    assert cards(before) == cards(after) != {}
    assert before["index.html"] != after["index.html"]
