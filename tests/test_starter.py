"""acquaint init: from nothing to a checked and built community, without touching what is there."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import click
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from acquaint.catalogues import ENGLISH
from acquaint.cli.starting import init_command
from acquaint.cli.telling import terminal_language
from acquaint.config import Community
from acquaint.errors import UsageError
from acquaint.load import load
from acquaint.privacy import plain_values_of
from acquaint.problems import Problems
from acquaint.review import Proposal, review
from acquaint.starter import Answers, begun, starter_files
from acquaint.starter.answers import HOSTS, PUBLICITY, REPOSITORIES, answers_from, languages_from, one_line
from acquaint.starter.files import TEXTS
from acquaint.starter.filling import Filling, filled, quoted
from acquaint.values import Audience
from communities import DAY, found, loaded, tree
from repositories import committed
from starters import LANGUAGES, init, settings, started, texts

HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from(list("'\"`:#{}[]<>&*!|%@$\\-?,\n\r\t\u2028\x00\x85\ufeff\u202e👩‍💻"))),
    max_size=60,
)
NAMES = ("Threlkeld", "Ashdown", "汤桂枝", "华书田", "Threlkamp", "Aschdorf", "soup@example.org")
"""Private values of the examples, made up."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("host", HOSTS)
def test_one_command_gives_a_checked_and_built_site(tmp_path: Path, language: str, host: str) -> None:
    root = tmp_path / "ours"
    done = init(root, "--language", language, "--host", host, "--title", "Tuesday")
    assert done.exception is None and done.return_value == 0, done.output
    assert not found(root)
    public = tree(root / "site" / "public")
    assert b"Tuesday" in public["index.html"]
    assert "members/example-soup/index.html" in public
    assert "members/example-soup/index.html" in tree(root / "site" / "internal")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_say_that_they_are_examples_and_keep_their_made_up_secrets(tmp_path: Path, language: str) -> None:
    init(tmp_path, "--language", language)
    word = {"en": "xample", "zh": "示例", "de": "eispiel"}[language]
    records = loaded(tmp_path)[0].records
    assert len(records) == 3
    for record in records:
        text = (tmp_path / record.path).read_text(encoding="utf-8")
        assert all(word in line for line in text.split("\n") if line.startswith(("nickname:", "headline:", "**")))
        assert text.count(word) >= 4
    public = b"".join(tree(tmp_path / "site" / "public").values()).decode(errors="ignore")
    internal = b"".join(tree(tmp_path / "site" / "internal").values()).decode(errors="ignore")
    assert not [name for name in NAMES if name in public]
    assert any(name in internal for name in NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("repository", REPOSITORIES)
@pytest.mark.parametrize("public", PUBLICITY)
def test_what_a_community_begins_with_passes_its_own_review(
    tmp_path: Path, language: str, repository: str, public: str
) -> None:
    root = committed(tmp_path, {"members/_none.md": ""})
    started(root, "--repository", repository, "--public", public, "--language", language)
    for kind in ("added", "committed"):
        found_ = review(root, Proposal("before", is_public=repository == "public"), DAY).all
        assert not [problem for problem in found_ if problem.is_error or problem.path.startswith("members/")], kind
        committed(root, {})
    records = load(root, Problems()).records
    assert len(records) == 3 and all({"nickname", "skills"} <= record.values.keys() for record in records)
    if repository == "public":
        assert [plain_values_of(record) for record in records] == [(), (), ()]
        written = "".join((root / record.path).read_text(encoding="utf-8") for record in records)
        assert not [name for name in NAMES if name in written], "not even behind a #"


def test_an_example_in_a_public_repository_keeps_to_the_settings_that_are_there(tmp_path: Path) -> None:
    closed = "fields: {bio: {visibility: internal}, skills: {visibility: internal}}\nrepository: {visibility: public}\n"
    (tmp_path / "community.yml").write_text(f"title: Ours\n{closed}", encoding="utf-8")
    records = loaded(started(tmp_path))[0].records
    assert [plain_values_of(record) for record in records] == [(), (), ()]
    assert all("headline" in record.values and "bio" not in record.values for record in records)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_warns_of_a_public_repository_and_only_there(language: str) -> None:
    private, public = (
        texts(Answers("Ours", languages=(language,), repository=repository))["README.md"].split("\n")
        for repository in ("private", "public")
    )
    assert [line for line in private if line not in public] == []
    warning = [line for line in public if line not in private]
    assert warning and warning[0].startswith("**")


def test_what_the_command_offers_is_what_the_answers_know() -> None:
    offered = {option.name: option.type for option in init_command.params}
    for name, choices in (("host", HOSTS), ("public", PUBLICITY), ("repository", REPOSITORIES)):
        kind = offered[name]
        assert isinstance(kind, click.Choice) and tuple(kind.choices) == choices


def test_nothing_that_is_there_is_overwritten_and_what_was_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Somebody else's project.\n", encoding="utf-8")
    (tmp_path / "src").mkdir()
    done = init(tmp_path, "--no-build")
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Somebody else's project.\n"
    assert "README.md" in done.output and "Makefile" not in done.output
    assert "README.md" not in json.loads((tmp_path / ".acquaint" / "starter.json").read_text("utf-8"))["files"]


def test_a_community_that_exists_gets_what_is_missing_and_no_examples(tmp_path: Path) -> None:
    (tmp_path / "members").mkdir()
    (tmp_path / "members" / "quill.md").write_text("---\nnickname: Quill\n---\n", encoding="utf-8")
    (tmp_path / "community.yml").write_text("title: Die Runde\nlanguages: [de]\n", encoding="utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "code-of-conduct.md").write_text("---\ntitle: Regeln\n---\nFreundlich.\n", encoding="utf-8")
    started(tmp_path)
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["code-of-conduct.md"]
    assert [path.name for path in (tmp_path / "members").glob("*.md")] != []
    assert not list((tmp_path / "members").glob("example-*"))
    assert (tmp_path / "README.md").read_text(encoding="utf-8").startswith("# Die Runde\n")
    assert "So kommt man hinein" in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    elsewhere, ours = tmp_path / "elsewhere", tmp_path / "ours"
    elsewhere.mkdir()
    ours.mkdir()
    try:
        (ours / "asking-in").symlink_to(elsewhere, target_is_directory=True)
        (ours / "NOTICE.md").symlink_to(elsewhere / "notice.md")
    except OSError:
        pytest.skip("links can't be made here")
    started(ours)
    assert not list(elsewhere.iterdir())


def test_a_second_init_is_refused_with_the_way_to_renew(tmp_path: Path) -> None:
    started(tmp_path)
    done = init(tmp_path)
    assert isinstance(done.exception, UsageError) and "init --upgrade" in str(done.exception)


def test_questions_are_asked_in_the_language_of_the_first_answer_and_only_if_unanswered(tmp_path: Path) -> None:
    done = init(
        tmp_path, "--no-build", "--host", "none", typed="de, en\nMontagsleute\npublic\nnames\nhallo@people.example\n"
    )
    assert done.exception is None, done.output
    read = settings((tmp_path / "community.yml").read_text(encoding="utf-8"))
    assert read["title"] == "Montagsleute" and read["languages"] == ["de", "en"]
    assert read["repository"] == {"visibility": "public"}
    assert read["fields"] == {"name": {"visibility": "public"}}
    assert read["reach"] == {"email": "hallo@people.example"}
    assert not (tmp_path / ".github").exists()


@pytest.mark.parametrize(
    ("terminal", "language"),
    [("de_DE.UTF-8", "de"), ("zh_TW.UTF-8", "zh"), ("zh-CN", "zh"), ("C.UTF-8", "en"), ("nl_NL", "en"), ("", "en")],
)
def test_the_first_question_is_in_the_terminal_s_language_and_offers_what_there_is(
    tmp_path: Path, terminal: str, language: str
) -> None:
    done = init(tmp_path, "--no-build", "--host", "none", typed="\n" * 6, terminal=terminal)
    assert done.exception is None, done.output
    first = done.output.split("\n")[0]
    assert all(name in first for name in ("English (en)", "Deutsch (de)", "中文 (zh)")) and f"[{language}]" in first
    assert first.startswith({"de": "Welche Sprachen", "zh": "网站", "en": "Which languages"}[language])
    assert settings((tmp_path / "community.yml").read_text(encoding="utf-8"))["languages"] == [language]


def test_the_terminal_s_list_of_languages_goes_before_its_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "en_GB.UTF-8"), ("LANGUAGE", "nl:de_AT:zh")):
        monkeypatch.setenv(name, value)
    assert terminal_language(TEXTS) == "de"
    monkeypatch.setenv("LC_MESSAGES", "C")
    assert terminal_language(TEXTS) == "en", "who asks for no language gets the source's"


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("中文、英文", ("zh", "en")),
        ("Chinese，Deutsch；German", ("zh", "de")),
        ("English (en), 中文 (zh)", ("en", "zh")),
        ("中文（zh）", ("zh",)),
        ("Brazilian Portuguese, simplified chinese", ("pt-BR", "zh-Hans")),
        ("de en zh", ("de", "en", "zh")),
        ("de-AT;zh_TW", ("de-AT", "zh-TW")),
    ],
)
def test_languages_are_understood_by_the_names_that_are_shown(typed: str, tags: tuple[str, ...]) -> None:
    assert languages_from([typed]) == tags


@pytest.mark.parametrize("nonsense", ["Nonsense (de)", "(de)", "en, <b>"])
def test_what_names_no_language_is_refused(nonsense: str) -> None:
    with pytest.raises(UsageError):
        languages_from([nonsense])


@pytest.mark.parametrize("nonsense", ["xq", "../../etc", "en de <b>"])
def test_languages_that_make_no_sense_are_asked_for_again(tmp_path: Path, nonsense: str) -> None:
    done = init(tmp_path, "--no-build", "--host", "none", typed=f"{nonsense}\nde\nMontagsleute\n\n\n\n")
    assert done.exception is None, done.output
    assert done.output.count("Which languages does the site speak?") == 2
    assert "That is no language known here." in done.output
    read = settings((tmp_path / "community.yml").read_text(encoding="utf-8"))
    assert read["languages"] == ["de"] and read["title"] == "Montagsleute"


def test_a_choice_that_is_none_is_asked_again_in_the_language_of_the_answers(tmp_path: Path) -> None:
    done = init(tmp_path, "--no-build", "--host", "none", typed="en\n\nsecret\nPublic\n\n\n")
    assert done.exception is None and done.output.count("Who may read the files") == 2, done.output
    assert "Please choose one of these: private, public." in done.output
    read = settings((tmp_path / "community.yml").read_text(encoding="utf-8"))
    assert read["repository"] == {"visibility": "public"}


def test_the_folder_names_a_community_that_nobody_named(tmp_path: Path) -> None:
    root = started(tmp_path / "tuesday-people")
    assert settings((root / "community.yml").read_text(encoding="utf-8"))["title"] == "Tuesday people"


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_to_reach_us_stands_behind_one_colon_or_is_a_sentence_of_its_own(language: str) -> None:
    colon, stop = ("：", "。") if language == "zh" else (": ", ". ")
    for reach, mark in (
        ("hello@people.example", colon),
        ("+49 30 23125", colon),
        ("Ask at the desk: ground floor", stop),
    ):
        files = texts(Answers("Ours", languages=(language,), reach=reach))
        for path in ("README.md", "asking-in/announcement.md"):
            (line,) = (line for line in files[path].split("\n") if reach[-9:] in line)
            assert line.removesuffix(quoted(reach, path)).endswith(mark), line
            assert line.removesuffix(quoted(reach, path)).count(colon) == (mark == colon)


def _seen_by_everyone(community: Community) -> set[str]:
    return {name for name, spec in community.fields.items() if spec.visibility is Audience.EVERYONE}


def test_each_choice_of_what_is_public_opens_exactly_what_it_says() -> None:
    usual, names, little = (begun(Answers("Ours", public=public)) for public in PUBLICITY)
    assert _seen_by_everyone(names) == _seen_by_everyone(usual) | {"name"}
    assert _seen_by_everyone(little) == {"nickname", "skills"}


@cache
def usual_files() -> dict[str, str]:
    """What a community with a title of no mark begins with."""
    return texts(Answers("Ours"))


@given(HOSTILE, HOSTILE)
def test_whatever_a_title_holds_every_file_stays_valid(title: str, reach: str) -> None:
    answers = answers_from({"title": title, "reach": reach, "languages": ["en"]})
    try:
        files = texts(answers)
    except UsageError as refused:
        assert "template's text" in str(refused), "only what a template says in the place of one's own is refused"
        return
    usual = usual_files()
    read = settings(files["community.yml"])
    assert read["title"] == answers.title
    assert read["languages"] == ["en"] and read["repository"] == {"visibility": "private"}
    for path, text in files.items():
        if path.endswith(".yml"):
            assert yaml.safe_load(text)
        if not path.endswith(".md") and path != "community.yml" and "ISSUE_TEMPLATE" not in path:
            assert text == usual[path], "a title has no business in a workflow"
    assert files["README.md"].count("\n") == usual["README.md"].count("\n")


@given(st.text())
def test_a_line_is_one_line_and_cleaning_it_again_changes_nothing(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1 and one_line(line) == line


@pytest.mark.parametrize(
    "given_",
    [
        {"languages": ["en; rm -rf /"]},
        {"languages": ["../../etc"]},
        {"host": "ftp"},
        {"repository": "secret"},
    ],
)
def test_an_answer_that_makes_no_sense_is_refused_in_a_sentence(given_: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        answers_from({"title": "Ours", **given_})


@pytest.mark.parametrize(
    "options", [("--language", "xq"), ("--base-url", "somewhere"), ("--title", "<the title>"), ("--host", "ftp")]
)
def test_nothing_is_written_before_every_answer_makes_sense(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = init(tmp_path / "ours", *options)
    assert done.exception is not None
    assert not (tmp_path / "ours").exists()


def test_words_in_a_readme_are_no_markup() -> None:
    readme = texts(Answers("<b>*C*_x_</b> snake_case"))["README.md"]
    assert readme.startswith(r"# \<b\>\*C\*\_x\_\</b\> snake_case" + "\n")


def test_a_gap_in_an_answer_is_no_gap() -> None:
    assert filled("@@title@@", "x.txt.md", Filling({"title": "@@version@@", "version": "1"})) == "@@version@@"


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_gap_is_left(host: str, language: str) -> None:
    files = texts(Answers("Ours", languages=(language, "en", "de", "zh"), host=host))
    assert not [path for path, text in files.items() if re.search("@@[a-z_]+@@", text)]
    assert "\npip install -r requirements.txt\n" in files["README.md"]
    assert {path for path in files if path.startswith("pages/")} >= {"pages/_code-of-conduct.md"}


def test_every_language_has_the_same_texts() -> None:
    listed = [sorted(texts(Answers("Ours", languages=(language,), host="server"))) for language in LANGUAGES]
    assert listed[0] == listed[1] == listed[2]


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_gets_its_own_files_and_none_of_another(host: str) -> None:
    files = set(texts(Answers("Ours", host=host)))
    assert (".github/workflows/publish.yml" in files) == (host == "github")
    assert any(path.startswith(".github/") for path in files) == (host in ("github", "netlify", "cloudflare"))
    assert ("netlify.toml" in files) == (host == "netlify")
    assert ("wrangler.toml" in files) == (host == "cloudflare")
    assert (".gitlab-ci.yml" in files) == (host == "gitlab")
    assert {"Makefile", ".gitignore", "NOTICE.md", "README.md", "members/_template.md"} <= files


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_call_sheet_asks_for_own_fields_too_and_in_the_order_of_the_form(tmp_path: Path, language: str) -> None:
    root = started(tmp_path, "--language", language)
    own = "fields:\n  tram:\n    type: text\n    label: Tram\n    help: Which tram takes you home?\n    visibility: public\n"
    (root / "community.yml").write_text(f"title: Ours\nlanguages: [{language}]\n{own}", encoding="utf-8")
    assert init(root, "--upgrade").exception is None
    sheet = (root / "asking-in" / "call-sheet.md").read_text(encoding="utf-8")
    asked = re.findall(r"\(`(\w+)`\)", sheet)
    assert asked[:4] == ["nickname", "headline", "offers", "asks"]
    assert "tram" in asked and len(asked) == len(set(asked))
    assert not {"owner", "updated", "confirmed"} & set(asked)
    inside = {name for name, rest in re.findall(r"\(`(\w+)`\)(.*)", sheet) if rest}
    assert {"name", "contact"} <= inside and not {"nickname", "tram"} & inside


def test_what_is_for_members_or_drafts_stays_out_of_the_repository() -> None:
    ignored = texts(Answers("Ours"))[".gitignore"].split("\n")
    assert {"/site/", "/drafts/", "/call-sheets/", "/who-is-missing*", "/*.csv"} <= set(ignored)


def test_the_answers_are_remembered_without_a_private_value(tmp_path: Path) -> None:
    root = started(tmp_path, "--title", "Ours", "--reach", "hello@people.example")
    told = (root / ".acquaint" / "starter.json").read_text(encoding="utf-8")
    assert json.loads(told)["answers"]["title"] == "Ours"
    assert not [name for name in NAMES if name in told]


def test_the_files_are_the_same_each_time() -> None:
    answers = Answers("Ours")
    assert texts(answers) == starter_files(answers, begun(answers), ENGLISH)


def test_nobody_waits_for_init_who_asks_for_something_else() -> None:
    code = "import sys; import acquaint.cli.main; sys.exit(any(n.startswith('acquaint.starter') for n in sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "generator")}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
