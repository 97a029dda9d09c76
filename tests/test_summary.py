"""The summary of a change: kind to the newcomer, short for the reviewer, and no stranger's words do anything in it."""

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from acquaint.catalogues import read_catalogue
from acquaint.check.report import as_github, as_text
from acquaint.cli.main import acquaint as command
from acquaint.review import Proposal, Review, review
from acquaint.review.neutral import block, code, plain
from acquaint.review.summary import Speech, as_markdown
from acquaint.theme import own_folder
from communities import DAY
from repositories import committed

SETTINGS = "title: Ours\nbase_url: https://people.example\n"
HOSTILE = (
    "@everyone #1 GH-2 https://evil.example www.evil.example ![p](https://evil.example/p.png) [x](javascript:alert(1)) "
    "`code` **b** <img src=x onerror=alert(1)> </pre></code><script>alert(1)</script> | a | deadbeefdeadbeef "
    "::error::x ##[error]x ::set-output name=a::b"
)
ALLOWED = {"h2", "h3", "p", "pre", "code", "ul", "li", "b", "br", "table", "tr", "td", "a"}


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


def changed(root: Path, files: dict[str, str | bytes | None], settings: str = SETTINGS) -> Review:
    """The review of adding `files` to a community with one member."""
    committed(root, {"community.yml": settings, "members/bo.yml": "nickname: Bo\n"})
    return review(committed(root, files), Proposal("before"), DAY)


def summary(root: Path, files: dict[str, str | bytes | None], settings: str = SETTINGS) -> str:
    """Its summary in English."""
    return as_markdown(changed(root, files, settings), DAY, Speech())


class Page(HTMLParser):
    """What a forge makes of blocks of HTML: tags with their addresses, and the words outside of code."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words: list[str] = []
        self._code = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._code += tag in ("pre", "code", "a")
        assert tag == "a" or not attrs
        self.links += [value or "" for _, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in ("pre", "code", "a")

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.words.append(data)


def test_a_newcomer_is_thanked_and_sees_the_card_and_the_address(tmp_path: Path) -> None:
    ada = "---\nnickname: Ada\nheadline: I untangle pipelines\nname: Ada Lindqvist\n---\nI am Ada Lindqvist.\n"
    text = summary(tmp_path, {"members/ada.md": ada})
    assert "Thank you for introducing yourself! Nothing has to be mended." in text
    assert "│ Ada  @ada" in text
    assert "│ I untangle pipelines" in text
    assert "Only members see: Name." in text
    assert 'href="https://people.example/members/ada/"' in text
    assert "https://people.example/build.json" in text
    assert "Lindqvist" not in text


def test_each_problem_comes_with_its_fix_in_a_block(tmp_path: Path) -> None:
    text = summary(tmp_path, {"members/ada.yml": "nickname: Ada\nskils: [Bread]\n"})
    assert "<code>members/ada.yml:2</code> <b>error</b> A012" in text
    assert "<pre>" in text.partition("A012")[2]
    assert "as soon" not in text and "once its errors are mended" in text
    assert "│" not in text, "what nobody builds isn't shown"


def test_the_reviewer_reads_the_gravest_first(tmp_path: Path) -> None:
    found = changed(tmp_path, {"members/bo.yml": None, "list.txt": "x", ".gitattributes": "* text\n"})
    text = as_markdown(found, DAY, Speech()).partition("For who reviews")[2]
    assert text.index("This takes @") < text.index("decides what runs") < text.index("no introductions")


def test_no_word_of_a_stranger_does_anything(tmp_path: Path) -> None:
    ada = f"---\nnickname: Ada\nheadline: {json.dumps(HOSTILE[:199])}\noffers: {json.dumps([HOSTILE[:190]])}\n---\n{HOSTILE}\n\n{HOSTILE}\n"
    broken = f"nickname: {json.dumps(HOSTILE[:60])}\ncountry: {json.dumps(HOSTILE[:60])}\n{json.dumps(HOSTILE)}: x\n"
    files: dict[str, str | bytes | None] = {"members/ada.md": ada, "members/eve.yml": broken}
    if os.name != "nt":
        files |= {f"members/{HOSTILE[:19]}`\n\n# x.yml": "nickname: X\n", "<img src=x> @team\x1b[31m.bin": b"\0"}
    text = summary(tmp_path, files)
    page = Page(text)
    assert page.tags <= ALLOWED
    assert all(link.startswith("https://people.example/") for link in page.links)
    words = " ".join(page.words)
    assert not re.search(r"[@#]\w|://|www\.|GH-\d|\b[0-9a-f]{7,}\b", words)
    assert "\x1b" not in text and "\r" not in text
    for line in text.splitlines():
        assert not line.lstrip().startswith("::")


def test_no_line_ends_a_block_of_html_early(tmp_path: Path) -> None:
    """A blank line would: what follows it is Markdown again, and a stranger's."""
    text = summary(tmp_path, {"members/ada.md": "---\nnickname: Ada\n---\none\n\n# two\n\n- three @four\n"})
    for part in text.rstrip("\n").split("\n\n"):
        assert part.startswith("<") and part.endswith(">"), part


@pytest.mark.parametrize("make", [plain, code, block])
def test_whatever_is_said_stays_text(make: object) -> None:
    assert callable(make)
    said = str(make(f"{HOSTILE}\n\n\x1b[2J\u202e{HOSTILE}"))
    page = Page(said)
    assert page.tags <= {"code", "pre"}
    assert "\n\n" not in said and "\x1b" not in said and "\u202e" not in said


def test_a_log_takes_no_word_of_a_stranger_for_a_command(tmp_path: Path) -> None:
    name = "members/bad ##[error]x.yml" if os.name == "nt" else "::error::x.bin"
    found = changed(tmp_path, {name: b"\0", "members/ada.yml": f"nickname: {json.dumps(HOSTILE[-60:])}\nskils: [x]\n"})
    assert found.all
    for line in as_text(found.all).splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
    for line in as_github(found.all).splitlines():
        assert re.match(r"::(error|warning) file=", line)


def test_a_huge_change_stays_a_short_summary(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {f"members/m{n}.yml": f"nickname: M{n}\nskils: [x]\n" for n in range(120)}
    text = summary(tmp_path, files)
    assert len(text) < 100_000
    assert "110 more introductions change." in text
    assert "60 more problems are left." in text


def test_the_old_settings_say_where_the_page_will_be(tmp_path: Path) -> None:
    evil = SETTINGS.replace("people.example", "evil.example")
    text = summary(tmp_path, {"community.yml": evil, "members/ada.yml": "nickname: Ada\n"})
    assert "https://people.example/members/ada/" in text
    assert "evil.example" not in text


@pytest.mark.parametrize("language", ["zh", "de"])
def test_it_can_be_said_in_another_language(tmp_path: Path, language: str) -> None:
    found = changed(tmp_path, {"members/ada.yml": "nickname: Ada\n"}, f"{SETTINGS}languages: [{language}]\n")
    messages, pages = (read_catalogue((own_folder(),), domain, language) for domain in ("messages", "pages"))
    page = Page(as_markdown(found, DAY, Speech(messages, pages)))
    assert page.tags <= ALLOWED


def test_the_summary_is_appended_and_the_old_language_is_spoken(tmp_path: Path) -> None:
    root = committed(tmp_path / "r", {"community.yml": "title: Ours\n", "members/bo.yml": "nickname: Bo\n"})
    committed(root, {"community.yml": "title: Ours\nlanguages: [zh]\n", "members/ada.yml": "nickname: Ada\n"})
    target = tmp_path / "summary.md"
    target.write_text("before\n")
    arguments = ["check", "--root", str(root), "--changed-since", "before", "--summary", str(target)]
    assert CliRunner().invoke(command, arguments, standalone_mode=False).return_value == 0
    text = target.read_text(encoding="utf-8")
    assert text.startswith("before\n<h2>Introductions in this change</h2>")


@pytest.mark.parametrize("options", [["--by", "ada"], ["--summary", "x.md"], ["--public-repository"]])
def test_options_that_need_a_change_say_so(tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "members").mkdir()
    done = CliRunner().invoke(command, ["check", "--root", str(tmp_path), *options], standalone_mode=False)
    assert "--changed-since" in str(done.exception)
    done = CliRunner().invoke(
        command, ["check", "--root", str(tmp_path), "--changed-since", "x", "members/a.md"], standalone_mode=False
    )
    assert "takes no files" in str(done.exception)
