"""A community's look made from docs/make-it-yours.md alone: its example is built, and what it promises is seen."""

import io
import re
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from acquaint.cli.main import acquaint
from acquaint.errors import UsageError
from acquaint.load.own_pages import KEYS, PLACES
from acquaint.load.page_files import RESERVED
from acquaint.render.sheets import shortened
from acquaint.theme import CONTEXT, Theme
from communities import built, found, tree, write

PAGE = Path(__file__).parents[1] / "docs" / "make-it-yours.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLE: dict[str, str] = dict(re.findall(r"^```[a-z]+ (\S+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
MEMBERS = {
    "members/alto.yml": "nickname: Alto\njoined: 2026-03-01\nskills: [Bread]\n",
    "members/bass.yml": "nickname: Bass\njoined: 2026-04-01\nname: Bo Berg\n",
}
EDITIONS = ("public", "internal")


@cache
def logo() -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (90, 60), (11, 107, 87, 255)).save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = write(tmp_path_factory.mktemp("depot"), {**EXAMPLE, **MEMBERS, "logo.png": logo()})
    assert not found(root)
    report = built(root, root / "site")
    assert not report.outdated
    return tree(root / "site")


def pages(site: dict[str, bytes], edition: str, folder: str = "") -> dict[str, str]:
    """Every page that has a frame, of one language."""
    found = {path: content.decode() for path, content in site.items() if path.endswith("index.html")}
    german = f"{edition}/de/"
    return {p: t for p, t in found.items() if p.startswith(f"{edition}/") and p.startswith(german) is bool(folder)}


def test_the_example_has_a_file_of_every_kind() -> None:
    assert set(EXAMPLE) == {
        *("community.yml", "pages/how-we-meet.md", "pages/how-we-meet.de.md", "pages/hall-rules.md"),
        *("templates/assets/css/own.css", "templates/components/colophon.html", "templates/translations/de/pages.po"),
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_style_of_the_example_comes_last(site: dict[str, bytes], edition: str) -> None:
    sheet = site[f"{edition}/assets/style.css"].decode()
    assert sheet.endswith(shortened(EXAMPLE["templates/assets/css/own.css"].encode()).decode())
    settings = sheet[sheet.index("@layer settings{") :]
    for said in ("--accent:#0b6b57;", "--radius:0;", "--density:0.72", '--serif:"Avenir Next","Segoe UI",'):
        assert said in settings
    assert "prefers-color-scheme:dark" in settings


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("folder", ["", "de/"])
def test_the_logo_stands_at_the_head_of_every_page(site: dict[str, bytes], edition: str, folder: str) -> None:
    assert site[f"{edition}/assets/logo.png"].startswith(b"\x89PNG")
    assert len(pages(site, edition, folder)) > 5
    for text in pages(site, edition, folder).values():
        assert re.search(r'<img class="masthead__logo" src="[./]*assets/logo.png" alt="" width="60" height="40">', text)
        assert "masthead__mark" not in text


def test_the_foot_is_the_examples_in_each_language_and_ours_in_the_internal_edition(site: dict[str, bytes]) -> None:
    for folder, words in (("", "Sung together since 1998."), ("de/", "Seit 1998 im selben Takt.")):
        assert all(words in text for text in pages(site, "public", folder).values())
        assert all(words not in text for text in pages(site, "internal", folder).values())


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_own_page_stands_in_the_head_of_both_languages(site: dict[str, bytes], edition: str) -> None:
    for folder, title in (("", "How we meet"), ("de/", "Wie wir uns treffen")):
        for text in pages(site, edition, folder).values():
            head, _, foot = text.partition('<header class="masthead">')[2].partition("<main")
            assert re.search(f'<a class="masthead__way" href="[./]*how-we-meet/">.*{title}', head)
            assert "Rules of the hall" not in head and "Rules of the hall" in foot
    english, german = (site[f"{edition}/{folder}how-we-meet/index.html"].decode() for folder in ("", "de/"))
    assert 'href="../asks/"' in english and 'href="../hall-rules/"' in english
    assert "Bring a pencil" in english and "Bleistift" in german


def test_every_property_that_the_page_names_is_one_of_the_themes() -> None:
    tokens = Theme.load().asset("css/tokens.css").decode()
    named = set(re.findall(r"`(--[a-z0-9-]+)`", TEXT)) - {"--root"}
    assert len(named) > 20
    assert [name for name in named if f"{name}:" not in tokens] == []


def test_the_page_names_every_key_place_and_reserved_name() -> None:
    for name in (*KEYS, *PLACES, *RESERVED):
        assert f"`{name}`" in TEXT, name
    assert f"{{# context {CONTEXT} #}}" in TEXT
    assert "root" in {parameter.name for parameter in acquaint.commands["build"].params}


def test_every_template_and_icon_that_the_page_names_is_one_of_ours(site: dict[str, bytes]) -> None:
    theme = Theme.load()
    for name in re.findall(r"`((?:base|pages/|components/|internal/)[\w/-]*\.html)`", TEXT):
        assert name in theme.templates, name
    icons = re.findall(r"`(assets/icon[\w-]*\.(?:png|svg))`", TEXT)
    assert {f"public/{name}" for name in icons} == {path for path in site if path.startswith("public/assets/icon")}


@pytest.mark.parametrize("block", re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
def test_every_setting_that_the_page_shows_is_accepted(block: str, tmp_path: Path) -> None:
    assert not found(tmp_path, {"community.yml": block, "logo.png": logo(), "members/a1.yml": "joined: 2026-03-01\n"})


def test_the_contrast_that_the_page_tells_is_what_check_tells(tmp_path: Path) -> None:
    problem = found(tmp_path, {"community.yml": 'title: Ours\ntheme:\n  accent: "#d98a1f"\n'})[0]
    said = re.search(r"  community\.yml:3:11: error A093 low-contrast\n    (.*)\n  fix: (.*)\n", TEXT)
    assert said and (said[1], said[2]) == (str(problem.message), str(problem.fix))
    assert problem.span and (problem.span.line, problem.span.column) == (3, 11)


def test_what_the_page_quotes_of_the_command_is_what_it_says(tmp_path: Path) -> None:
    name = "templates/components/colophon.html"
    root = write(tmp_path, {**EXAMPLE, **MEMBERS, "logo.png": logo(), name: "{# context 0 #}\nOurs."})
    told = CliRunner().invoke(acquaint, ["build", "--root", str(root)], standalone_mode=False).output
    quoted = re.search(r"^note      templates/.*$", TEXT, re.MULTILINE)
    assert quoted and f"{quoted[0]}\n" in told
    write(root, {name: "{# context 1 #}\n{{ frame.titel }}"})
    with pytest.raises(UsageError) as error:
        built(root, root / "site")
    assert f"\nacquaint: {error.value}\n" in TEXT
