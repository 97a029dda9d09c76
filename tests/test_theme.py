import re
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from acquaint.errors import UsageError
from acquaint.theme import Theme

OWN_SCRIPT = r'<script type="module" src="\{\{ frame\.shared \}\}assets/js/[a-z]+\.js"></script>'
# A block of data is no script: the browser runs nothing of it.
DATA = r'<script type="application/(?:ld\+)?json"[^>]*>'
COMPONENTS = [
    *("words", "prose", "tags", "entries", "dated", "availability", "place", "country", "plain", "languages"),
    *("links", "ways", "day", "month_day", "picture", "sealed"),
]


@pytest.fixture
def theme() -> Theme:
    return Theme.load()


def test_the_public_environment_has_no_way_below_internal(theme: Theme) -> None:
    own = [
        name
        for name in theme.environment(internal=True).list_templates()
        if name not in theme.environment().list_templates()
    ]
    assert own == []
    for name in ("internal/components/banner.html", "components/../internal/components/banner.html"):
        with pytest.raises(TemplateNotFound):
            theme.environment().get_template(name)


def test_the_internal_environment_prefers_its_own_templates_and_falls_back(theme: Theme) -> None:
    banner = "components/banner.html"
    assert "do not pass on" in theme.environment(internal=True).get_template(banner).render()
    assert "do not pass on" not in theme.environment().get_template(banner).render()
    assert theme.environment(internal=True).get_template("components/avatar.html")


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_text_is_escaped_and_a_missing_value_is_an_error(theme: Theme, audience: str) -> None:
    environment = theme.environment(internal=audience == "internal")
    assert environment.from_string("{{ it }}").render(it="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        environment.from_string("{{ nothing }}").render()


def test_the_stylesheet_has_the_layers_in_their_order(theme: Theme) -> None:
    sheet = theme.stylesheet().decode()
    starts = [sheet.index(f"@layer {name} {{") for name in ("tokens", "base", "layout", "components")]
    assert starts == sorted(starts)
    assert sheet.index("@layer tokens, base, layout, components;") < starts[0]


def test_every_component_a_type_of_field_may_name_exists(theme: Theme) -> None:
    module = theme.environment().get_template("components/values.html").module
    assert [name for name in COMPONENTS if not hasattr(module, name)] == []


def test_a_folder_without_a_theme_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"base\.html is missing"):
        Theme.load(folder=tmp_path)


def test_a_theme_of_ones_own_is_read_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "base.html").write_text("ours", "utf-8")
    assert Theme.load(folder=tmp_path).environment().get_template("base.html").render() == "ours"


def test_no_template_holds_a_script_or_a_style_attribute(theme: Theme) -> None:
    for environment in (theme.environment(), theme.environment(internal=True)):
        loader = environment.loader
        assert loader is not None
        for name in environment.list_templates():
            source = loader.get_source(environment, name)[0]
            assert re.sub(f"{OWN_SCRIPT}|{DATA}", "", source).count("<script") == 0, name
            assert " style=" not in source, name
            assert "|safe" not in source.replace(" ", ""), name
