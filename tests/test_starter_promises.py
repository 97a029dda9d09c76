"""What a community's own texts promise about strangers is what its settings keep."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from acquaint.catalogues import ENGLISH
from acquaint.load.community import read_community
from acquaint.load.source import Source
from acquaint.problems import Problems
from acquaint.starter import Answers, starter_files
from acquaint.starter.answers import PUBLICITY, REPOSITORIES
from starters import LANGUAGES, texts

TOLD = ("README.md", "asking-in/announcement.md", "asking-in/personal.md")
UNSEEN = {
    "en": r"without names|never read your name|don't see your name|[Yy]our name[^.\n]*\bstays? among|never write your name|so no name and",
    "de": r"ohne Namen|weder Namen|weder ein Name|Name, Arbeitsplatz",
    "zh": r"没有姓名和|看不到您的姓名|姓名、单位|不能写姓名",
}
"""How the texts say that strangers don't read a name."""
LITTLE = {"en": ("nickname", "skills|good at"), "de": ("Rufnamen", "Fähigkeiten"), "zh": ("昵称", "技能")}
SEEN = {
    "en": "what you write for everybody|unless you open it yourself, and",
    "de": "was für alle gedacht ist",
    "zh": "您愿意公开的内容",
}


def told(language: str, public: str, repository: str = "private") -> dict[str, str]:
    return texts(Answers("Ours", languages=(language,), public=public, repository=repository, host="none"))


@pytest.mark.parametrize("repository", REPOSITORIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_names_are_shown_no_file_says_that_strangers_dont_see_them(language: str, repository: str) -> None:
    for path, text in told(language, "names", repository).items():
        assert not re.search(UNSEEN[language], text.replace("\n", " ")), path
    usual = told(language, "default", repository)
    assert all(re.search(UNSEEN[language], usual[path].replace("\n", " ")) for path in TOLD)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_names_are_shown_an_example_doesnt_call_its_name_private(language: str) -> None:
    usual, names = (told(language, public)["members/example-soup.md"].split("\n") for public in ("default", "names"))
    mark = next(number for number, line in enumerate(usual) if line.startswith("name:")) - 1
    assert usual[mark].startswith("#")
    assert names.index(usual[mark]) > next(n for n, line in enumerate(names) if line.startswith("name:"))
    assert names[names.index(usual[mark]) + 1].startswith("contact:")


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_little_is_shown_the_texts_name_what_it_is_and_nothing_more(language: str) -> None:
    files = told(language, "little")
    for path in TOLD:
        assert all(re.search(word, files[path]) for word in LITTLE[language]), path
        assert not re.search(SEEN[language], files[path]), path
    everybody = {"en": "# Everybody may", "de": "# Diesen Teil dürfen alle", "zh": "# 这一部分谁都"}[language]
    assert everybody in told(language, "default")["members/example-soup.md"]
    assert everybody not in files["members/example-soup.md"], "a headline is for members there"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_follow_the_settings_and_not_what_was_answered_once(language: str) -> None:
    answers = Answers("Ours", languages=(language,), host="none")

    def with_fields(fields: str) -> dict[str, str]:
        source = Source.of("community.yml", f"title: Ours\nlanguages: [{language}]\nfields: {fields}\n")
        return starter_files(answers, read_community(source, Problems()), ENGLISH)

    assert {path: with_fields("{name: {visibility: public}}")[path] for path in TOLD} == {
        path: told(language, "names")[path] for path in TOLD
    }
    for path in TOLD:
        text = with_fields("{contact: {visibility: public}}")[path]
        assert not re.search(
            UNSEEN[language]
            + "|contacts stay|without contacts|noch Kontaktdaten|没有联系方式|联系方式，外人|联系方式只有",
            text,
        ), path


SHEET = "asking-in/call-sheet.md"
FOR_ALL = "Everybody may|public pages"


def test_no_question_of_the_call_sheet_says_that_everybody_and_only_members_read_the_answer() -> None:
    asked = {public: told("en", public)[SHEET].split("\n") for public in ("default", "little")}
    assert len([line for line in asked["default"] if re.search(FOR_ALL, line)]) == 2, "links and asks"
    for lines in asked.values():
        assert not [line for line in lines if "Only members read" in line and re.search(FOR_ALL, line)]
    assert [line for line in asked["little"] if "(`links`) Only members read" in line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_call_sheet_says_once_where_the_file_is_public_that_private_answers_go_by_message(language: str) -> None:
    private, public = (told(language, "little", repository)[SHEET] for repository in ("private", "public"))
    word = {"en": "by message", "de": "per Nachricht", "zh": "发消息"}[language]
    questions = {"en": "## The questions", "de": "## Die Fragen", "zh": "## 问题"}[language]
    assert word not in private
    assert public.count(word) == 1 and public.index(word) < public.index(questions)


@pytest.mark.parametrize("public", PUBLICITY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_is_left_in_a_text(language: str, public: str) -> None:
    for repository in REPOSITORIES:
        assert not [path for path, text in told(language, public, repository).items() if "@@" in text]


PACKAGE = Path(__file__).parents[1] / "generator" / "acquaint"
PAGE = re.compile(r"docs/[\w-]+\.md")


def _named_by_messages() -> Iterator[tuple[str, str, str]]:
    """(file, page it names, all texts of the statement it stands in) for each string of the program that names one."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for statement in (node for node in ast.walk(tree) if isinstance(node, ast.Call | ast.Assign)):
            texts = [one for one in ast.walk(statement) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            around = " ".join(str(one.value) for one in texts)
            for text in texts:
                for page in PAGE.findall(str(text.value)) if id(text) not in docs else ():
                    yield path.name, page, around


def test_every_page_that_a_message_names_is_one_that_a_new_community_has_or_says_whose_it_is() -> None:
    named = list(_named_by_messages())
    assert {"docs/incident.md", "docs/host-it.md"} <= {page for _, page, _ in named}, "the scan finds what there is"
    for language in LANGUAGES:
        files = set(texts(Answers("Ours", languages=(language,))))
        astray = {
            (file, page) for file, page, around in named if page not in files and not re.search("Acquaint['’]s", around)
        }
        assert not astray
    for path in Path(PACKAGE.parents[1] / "templates").rglob("*.*"):
        if path.suffix in (".html", ".js"):
            assert not PAGE.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_a_community_s_own_texts_name_is_there(language: str) -> None:
    files = texts(Answers("Ours", languages=(language,)))
    for path, text in files.items():
        assert set(PAGE.findall(text)) <= files.keys(), path
    steps = files["docs/incident.md"]
    assert len(re.findall("^## [1-7]", steps, re.MULTILINE)) == 7
    assert all(word in steps for word in ("GitHub", "GitLab", "git filter-repo", "listing: members", "community.yml"))
