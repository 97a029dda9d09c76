"""A fault in a template of the community's own ends in one sentence with its place, and the last good site stands."""

import re
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from acquaint.cli.main import acquaint
from acquaint.errors import AcquaintError, UsageError
from acquaint.template_errors import telling_errors
from communities import DAY, built, tree, write
from test_cli import run

BASE: dict[str, str | bytes] = {
    "members/ada.yml": "nickname: Ada\njoined: 2026-03-01\nname: Ada Lindqvist\nskills: [Bread]\noffers: [Soup]\n",
    "members/bo.yml": "nickname: Bo\njoined: 2026-04-01\nskills: [Bread]\n",
    "community.yml": "title: Ours\nlanguages: [en, de]\n",
    "pages/rules.md": "---\ntitle: Rules\n---\nBe kind.\n",
}
COLOPHON = "components/colophon.html"
PAGE = "{% macro title(page) %}x{% endmacro %}\n{% macro description(page) %}x{% endmacro %}\n"
DEEP = "".join("{% for a in [1] %}" for _ in range(30)) + "{% endfor %}" * 30

FAULTS: dict[str, tuple[str, str, str]] = {
    "a tag that isn't closed": (COLOPHON, "a\n{% if 1 %}b", ":2: Unexpected end of template."),
    "a tag that is none": (COLOPHON, "a\n\n{% wenn 1 %}", ":3: Encountered unknown tag 'wenn'."),
    "a filter that is none": (COLOPHON, "{{ 'a' | shout }}", ":1: No filter named 'shout'."),
    "a name that is none": (COLOPHON, "a\n{{ nothing }}", ":2: there is no nothing here"),
    "a view without such a field": (COLOPHON, "a\n{{ frame.titel }}", ":2: FrameView has no titel"),
    "a template that is none": (COLOPHON, '{% include "gone.html" %}', ":1: there is no template gone.html"),
    "an import that is none": (COLOPHON, '{% from "gone.html" import a %}', ":1: there is no template gone.html"),
    "a macro that is none": (
        COLOPHON,
        '{% from "components/text.html" import gone %}\n{{ gone(1) }}',
        ":2: the template 'components/text.html' .* does not export the requested name 'gone'",
    ),
    "a sum of text and number": (COLOPHON, "{{ 'a' + 1 }}", r":1: this can't be done with .* \(TypeError\)"),
    "a division by nothing": (COLOPHON, "{{ 1 / 0 }}", r":1: this can't be done with .* \(ZeroDivisionError\)"),
    "a percent sign in a sentence": (COLOPHON, "{{ _('100 %') }}", r":1: this can't be done with .* \(ValueError\)"),
    "a gap that isn't filled": (COLOPHON, "{{ _('a %(b)s') }}", r":1: this can't be done with .* \(KeyError\)"),
    "a template that includes itself": (COLOPHON, f'{{% include "{COLOPHON}" %}}', ":1: this calls itself without end"),
    "loops in loops in loops": (COLOPHON, DEEP, ": this can't be done"),
    "a macro with another parameter": (
        "components/tag-list.html",
        "\n\n{% macro tag_list(items, more) %}\n{{ more }}\n{% endmacro %}{% macro tag(item) %}{% endmacro %}",
        ":4: parameter 'more' was not provided",
    ),
    "a macro with a parameter too few": (
        "components/logo.html",
        "{% macro logo() %}{% endmacro %}{% macro nobody() %}{% endmacro %}",
        r"base\.html:\d+: this can't be done with what stands here \(TypeError\)",
    ),
    "a macro that other templates need": ("components/tag-list.html", "x", "does not export the requested name 'tag_list'"),
    "a fault in a macro that we call": (
        "components/member-card.html",
        "\n\n{% macro member_card(card, root) %}\n{{ card.nick }}\n{% endmacro %}",
        ":4: CardView has no nick",
    ),
    "a card without its macro": ("components/member-card.html", "x", ": there is no macro member_card in it"),
    "a page without its macros": ("pages/member.html", "hello", ": there is no macro title in it"),
    "a page's macro that takes nothing": (
        "pages/member.html",
        PAGE + "{% macro content() %}{% endmacro %}",
        ": there is no macro content in it that takes what ours takes",
    ),
    "a head that takes nothing": (
        "pages/member.html",
        PAGE + "{% macro content(page) %}{% endmacro %}{% macro head() %}{% endmacro %}",
        ": there is no macro head in it",
    ),
    "a fault on a page": (
        "pages/own-page.html",
        PAGE + "{% macro content(page) %}\n\n{{ page.text.htm }}{% endmacro %}",
        ":5: ProseView has no htm",
    ),
    "a frame without the page in it": ("base.html", "<!doctype html>", ": frame.content isn't shown as it is"),
    "a frame that alters the page": ("base.html", "{{ frame.content | upper }}", ": frame.content isn't shown as it is"),
    "a fault on the page of lost addresses": ("pages/404.html", "{{ page.way }}", ":1: MissingPage has no way"),
    "a fault in the internal edition": ("internal/components/banner.html", "\n{{ frame.oh }}", ":2: FrameView has no oh"),
}  # fmt: skip


def build(root: Path) -> Result:
    """The command on `root`; an error of ours as the boundary tells it."""
    return CliRunner().invoke(acquaint, ["build", "--root", str(root)], standalone_mode=False)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The community with its site, as it was before anybody made a mistake."""
    root = write(tmp_path_factory.mktemp("good"), BASE)
    built(root, root / "site")
    return root


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.replace(" ", "-"))
def test_a_fault_is_told_with_its_place_and_the_last_good_site_stands(fault: str, good: Path, tmp_path: Path) -> None:
    name, text, said = FAULTS[fault]
    root = tmp_path / "ours"
    copytree(good, root)
    before = tree(root / "site")
    write(root, {f"templates/{name}": text})
    with pytest.raises(AcquaintError) as told:
        built(root, root / "site")
    message = str(told.value)
    assert message.startswith("templates/") and "\n" not in message
    assert re.search(said, message) and (name in message or "imported" in message or "base" in message), message
    assert told.value.exit_code == 2
    assert tree(root / "site") == before


def test_the_command_says_it_in_one_sentence_and_ends_with_2(tmp_path: Path) -> None:
    done = run("build", "--root", str(write(tmp_path, {**BASE, f"templates/{COLOPHON}": "a\n{{ nothing }}"})))
    assert done.returncode == 2
    lines = [line for line in done.stderr.replace("\r", "\n").split("\n") if "acquaint:" in line]
    assert lines[0].endswith(f"acquaint: templates/{COLOPHON}:2: there is no nothing here")
    assert "Traceback" not in done.stdout + done.stderr and "fault of Acquaint" not in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "{{ {}[page.member.name.text] }}",
        "{{ {'a': 1}[page.member.name.text | upper] }}",
        "{% include page.member.name.text %}",
        "{% set way = page.member.ways[0].text %}{{ {}.pop(way) }}",
        "{{ page.member.facts[0].value.nothing }}",
        "{{ page.member[page.member.name.text] }}",
    ],
)
def test_no_value_of_a_member_is_repeated(text: str, tmp_path: Path) -> None:
    ada = "name: Quennevelle\ncontact: {email: q@example.org}\nbirthday: 03-14\nlisting: members\njoined: 2026-03-01\n"
    page = f"{PAGE}{{% macro content(page) %}}\n{text}\n{{% endmacro %}}"
    root = write(tmp_path, {"members/ada.yml": ada, "templates/pages/member.html": page})
    with pytest.raises(UsageError) as told:
        built(root, root / "site")
    assert str(told.value).startswith("templates/pages/member.html:4: ")
    assert not re.search("quennevelle|example|march", str(told.value), re.IGNORECASE)


def test_a_fault_that_is_no_templates_is_not_told_as_one() -> None:
    def faulty() -> list[int]:
        raise ValueError("our own")

    with pytest.raises(ValueError, match="our own"):
        list(telling_errors((one for one in faulty()), {}))


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("base.html", b"\xff\xfe", "templates/base.html is not saved as UTF-8"),
        ("components/logo.html", "é".encode("latin-1"), "templates/components/logo.html is not saved as UTF-8"),
    ],
)
def test_a_template_that_is_no_text_is_named(file: str, content: bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=said):
        built(write(tmp_path, {**BASE, f"templates/{file}": content}), tmp_path / "site")


def test_a_link_among_the_templates_is_refused(tmp_path: Path) -> None:
    """Whoever may propose a change must not be able to have a file of the building machine published."""
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    root = write(tmp_path / "ours", {**BASE, "templates/assets/a.svg": "<svg/>"})
    (root / "templates/assets/x.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(UsageError, match=r"templates/assets/x\.txt is a link"):
        built(root, root / "site")


def test_what_nobody_meant_to_publish_is_left_out(tmp_path: Path) -> None:
    files = {
        "tram.svg": "<svg/>",
        "more/LICENSE": "free",
        "css/tram.css": "a{}",
        ".DS_Store": "x",
        ".git/config": "x",
        "a.css~": "x",
    }
    root = write(tmp_path, {**BASE, **{f"templates/assets/{name}": text for name, text in files.items()}})
    (root / "templates/assets/fonts.v2").mkdir()
    built(root, root / "site")
    site = tree(root / "site" / "public")
    assert {"assets/tram.svg", "assets/more/LICENSE", "assets/css/tram.css"} <= set(site)
    assert not [path for path in site if "DS_Store" in path or ".git/" in path or "~" in path]


def test_a_byte_order_mark_does_not_reach_the_page(tmp_path: Path) -> None:
    built(write(tmp_path, {**BASE, f"templates/{COLOPHON}": "\ufeffOurs."}), tmp_path / "site")
    assert "<p>Ours.</p>" in (tmp_path / "site/public/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("comment", "outdated"),
    [("{# context 0 #}", True), ("{#- context 2 -#}", True), ("{# context 1 #}", False), ("", False)],
)
def test_a_template_for_another_version_is_noted_and_used(comment: str, outdated: bool, tmp_path: Path) -> None:
    root = write(tmp_path, {**BASE, f"templates/{COLOPHON}": f"{comment}Ours alone."})
    done = build(root)
    note = f"note      templates/{COLOPHON} was written for another version; see docs/templates.md in Acquaint's repository"
    assert (note in done.output) is outdated
    assert "Ours alone." in (root / "site/public/index.html").read_text("utf-8")
    assert built(root, root / "site", day=DAY).outdated == ((COLOPHON,) if outdated else ())
