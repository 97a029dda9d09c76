"""docs/templates.md is what templates really receive."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

import contexts
from acquaint.config import OwnPage
from acquaint.render import frame, pages
from acquaint.render.components import field_view
from acquaint.render.frame import Slots
from acquaint.render.interface import Interface
from acquaint.render.people import from_internal
from acquaint.shown import Prose
from acquaint.theme import CONTEXT, Theme
from render_samples import PEOPLE, community, interface, internal, public_files, rich, words

PAGE = Path(__file__).parents[1] / "docs" / "templates.md"


def fits(value: Any, kind: Any) -> bool:
    """True if `value` is what the page says of it."""
    if get_origin(kind) is tuple:
        return isinstance(value, tuple) and all(isinstance(one, get_args(kind)[0]) for one in value)
    return value is None if kind is None else isinstance(value, kind)


@pytest.mark.golden
def test_the_page_of_templates_is_current() -> None:
    if os.environ.get("ACQUAINT_BLESS") == "1":
        PAGE.write_text(contexts.text(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == contexts.text(), "run `make bless`"


def test_every_template_and_every_view_stands_on_the_page() -> None:
    text = contexts.text()
    for name in Theme.load().templates:
        assert f"### {name}\n" in text
    for view in contexts.views():
        assert f"### {view.__name__}\n" in text and view.__doc__
    assert f"{{# context {CONTEXT} #}}" in text


def test_a_page_receives_the_view_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, set[type]] = {}
    draw = frame.draw

    def noting(template: str, view: object, shown: Interface) -> Slots:
        seen.setdefault(template, set()).add(type(view))
        return draw(template, view, shown)

    for module in (frame, pages):
        monkeypatch.setattr(module, "draw", noting)
    own = OwnPage("rules", words("Rules"), Prose((("en", "<p>Be kind.</p>", "Be kind."),)))
    public_files(settings=replace(rich(), pages=(own,)))
    told = {name: {view} for name, view in contexts.PAGES.items() if name != "pages/404.html"}
    assert seen == told


def test_a_component_draws_the_value_that_is_told() -> None:
    settings = community()
    drawn = set()
    for profile in PEOPLE:
        person = from_internal(internal(profile), tuple(settings.fields))
        for name in person.values:
            view = field_view(name, person, interface())
            assert fits(view.value, contexts.VALUES[view.component]), name
            drawn.add(view.component)
    assert len(drawn) >= 13
    module: Any = Theme.load().environment().get_template("components/values.html").module
    assert set(module.macros) == set(contexts.VALUES)


def test_every_parameter_that_is_explained_is_taken_by_a_macro() -> None:
    theme = Theme.load()
    signatures = " ".join(
        signature for name in theme.templates if "components/" in name for signature, _ in contexts.macros(name, theme)
    )
    assert [name for name in contexts.PARAMETERS if name not in signatures] == []
