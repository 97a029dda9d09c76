"""The template made from the schema: nobody forgets to fill it in, and what is filled in holds."""

import re
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest
from click.testing import CliRunner

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.cli.main import acquaint
from acquaint.cli.telling import catalogue_of
from acquaint.config import Community, FieldSpec
from acquaint.drafting import annotated_template
from acquaint.drafting.hints import HINTS, hint_of
from acquaint.fields.builtin import BUILT_IN
from acquaint.fields.registry import TYPES
from acquaint.shown import Words
from acquaint.values import Audience
from communities import found, loaded, slugs, write
from drafts import COMMUNITY

PLACEHOLDER = re.compile(r'"?<[^<>@]+>"?', re.DOTALL)
ANSWERS = {"name": "Quirine van Dijk", "company": "Harbour Radio Works", "email": "quill@example.org", "phone": "+49 30 23125 001", "wechat": "quill_w", "country": "NL", "timezone": "Europe/Amsterdam", "joined": "2026-03-01", "birthday": "03-14", "introduced_by": "quill"}  # fmt: skip
LANGUAGES = {"zh": "zh", "de": "de", "en": "en"}


class Shouting(NullTranslations):
    """A language in which everybody shouts."""

    def gettext(self, message: str) -> str:
        return re.sub(
            r"\{\w+\}|[a-z]+", lambda word: word.group() if word.group()[0] == "{" else word.group().upper(), message
        )


def template(language: str = "en", community: Community = COMMUNITY) -> str:
    catalogue = ENGLISH if language == "en" else catalogue_of(Path(), language)
    return annotated_template(replace(community, languages=(language,)), catalogue)


def filled(text: str, *, all_of_it: bool) -> str:
    """`text` with an answer in the place of each placeholder, and with the lines behind a # taken in."""
    matter, _, bio = text.removeprefix("---\n").partition("\n---\n")
    lines, is_prose = [], True
    for line in matter.split("\n"):
        bare = re.sub(r"^# (?! )", "", line)
        begins = bare.split(":")[0] in COMMUNITY.fields and bool(re.match(r"[a-z_]+:( |$)(?=$|<|\"<|\[<)", bare))
        is_prose = not (begins or (not is_prose and line.startswith(("#  ", "  "))))
        if all_of_it and not is_prose and line.startswith("# "):
            line = line[2:]
        lines.append(_answered(line) if not line.startswith("#") else line)
    return "---\n" + "\n".join(lines) + "\n---\n" + PLACEHOLDER.sub("A longer text.", bio)


def _answered(line: str) -> str:
    key = line.split(":")[0].strip("# ")
    if key == "languages":
        return "languages: [en, nl]"
    line = PLACEHOLDER.sub(
        lambda found: "Blog" if found.end() < len(line) and line[found.end()] == ":" else found.group(), line
    )
    if "Blog:" in line:
        return "  Blog: https://quill.example"
    count = iter(("Choir", "Bread"))
    return PLACEHOLDER.sub(lambda found: ANSWERS.get(key) or next(count), line)


@pytest.mark.parametrize("language", ["en", "zh", "de"])
def test_a_template_left_as_it_is_is_told(tmp_path: Path, language: str) -> None:
    problems = found(tmp_path, {"members/quill.md": template(language)})
    told = [problem for problem in problems if problem.law.slug == "template-text"]
    # Six lines of the front matter, one of them with two words, the contact and the text below.
    assert len(told) == 9
    assert slugs(problems) <= {"template-text", "not-an-email", "unlisted-tag"}


@pytest.mark.parametrize("all_of_it", [False, True])
@pytest.mark.parametrize("language", ["en", "zh", "de"])
def test_a_template_with_its_placeholders_filled_has_no_problem(tmp_path: Path, language: str, all_of_it: bool) -> None:
    text = filled(
        template(language, Community(title=Words((("en", "Northlight"),)), fields=BUILT_IN)), all_of_it=all_of_it
    )
    assert not PLACEHOLDER.search("\n".join(line for line in text.split("\n") if not line.startswith("#")))
    read, problems = loaded(write(tmp_path, {"members/quill.md": text}))
    assert [(p.law.slug, str(p.message), p.snippet) for p in problems if p.law.slug != "joined-unknown"] == []
    (record,) = read.records
    left_out = {"avatar", "sort_as", "updated", "confirmed", "owner"}
    expected = (
        set(BUILT_IN) - left_out
        if all_of_it
        else {"nickname", "headline", "skills", "offers", "asks", "name", "contact", "bio"}
    )
    assert set(record.values) == expected


def test_a_field_of_the_community_is_in_the_template_with_its_own_words() -> None:
    words = Words((("en", "Which instrument do you play?"), ("de", "Welches Instrument?")))
    spec = FieldSpec(
        "instrument",
        "text",
        words,
        words,
        Audience.EVERYONE,
        vague=Words((("en", "Some"),)),
        concrete=Words((("en", "The viola"),)),
    )
    text = template(community=replace(COMMUNITY, fields={**COMMUNITY.fields, "instrument": spec}))
    assert (
        "# Which instrument do you play?\n#   vague: Some\n#   concrete: The viola\n# instrument: <your answer>\n"
        in text
    )
    assert "instrument" not in template()


def test_a_field_stands_below_the_line_that_says_who_reads_it() -> None:
    narrowed = replace(COMMUNITY.fields["headline"], visibility=Audience.MEMBERS)
    text = template(community=replace(COMMUNITY, fields={**COMMUNITY.fields, "headline": narrowed}))
    members = text.index("only members read it")
    assert text.index("\nnickname:") < members < text.index("\nheadline:")


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_of_field_has_a_place_that_is_told(tmp_path: Path, kind: str) -> None:
    spec = FieldSpec("own", kind, Words((("en", "Own"),)), Words((("en", "What is it?"),)), Audience.EVERYONE)
    text = template(community=Community(title=COMMUNITY.title, fields={"own": spec}))
    settings = f"title: N\nfields: {{own: {{type: {kind}, visibility: public, help: What is it?}}}}\n"
    lines = [line[2:] for line in text[text.index("# own:") :].split("\n\n")[0].split("\n")]
    problems = found(tmp_path, {"community.yml": settings, "members/quill.md": "---\n" + "\n".join(lines) + "\n---\n"})
    assert "template-text" in slugs(problems)
    assert not slugs(problems) & {"broken-yaml", "wrong-type"}


def test_every_field_that_is_built_in_has_a_hint_of_its_own() -> None:
    assert list(HINTS) == list(BUILT_IN)
    for spec in BUILT_IN.values():
        hint = hint_of(spec)
        assert hint == replace(HINTS[spec.name], inside=None)
        assert len(str(hint.question)) <= 120 and str(hint.vague) != str(hint.concrete)


def test_the_community_s_own_words_are_preferred() -> None:
    spec = replace(
        BUILT_IN["headline"],
        help=Words((("en", "Your line?"), ("zh", "您的一句话？"))),
        concrete=Words((("zh", "修自行车"),)),
    )
    hint = hint_of(spec, "zh")
    assert hint is not None
    assert (str(hint.question), hint.vague, str(hint.concrete)) == ("您的一句话？", None, "修自行车")


def test_the_template_is_told_in_another_language() -> None:
    text = annotated_template(COMMUNITY, Catalogue("xx", Shouting()))
    assert "# WHAT DO PEOPLE CALL YOU, IN ANY SCRIPT?" in text
    assert "nickname: <YOUR ANSWER>" in text


@pytest.mark.parametrize(("style", "begins"), [("template", "---\n# "), ("issue-form", 'name: "')])
def test_the_command_prints_it_in_the_community_s_language(tmp_path: Path, style: str, begins: str) -> None:
    write(
        tmp_path,
        {
            "community.yml": "title: N\nlanguages: [en]\nfields: {walk: {type: text, visibility: public, help: A way to walk?}}\n"
        },
    )
    done = CliRunner().invoke(acquaint, ["schema", "--root", str(tmp_path), "--format", style])
    assert done.exit_code == 0
    assert done.output.startswith(begins)
    assert "A way to walk?" in done.output


def test_in_a_public_repository_the_template_asks_for_nothing_that_members_alone_may_read() -> None:
    public = replace(COMMUNITY, repository=replace(COMMUNITY.repository, visibility="public"))
    text = template(community=public)
    fields = set(re.findall(r"^#? ?([a-z_]+):", text, re.MULTILINE))
    private = {name for name, spec in COMMUNITY.fields.items() if spec.visibility is not Audience.EVERYONE}
    assert fields and not fields & (private | {"private", "public", "listing"})
    assert "The repository is public" in text


def test_the_longer_introduction_is_asked_for_only_where_who_reads_the_file_may_read_it() -> None:
    kept = replace(COMMUNITY.fields["bio"], visibility=Audience.MEMBERS)
    inside = replace(COMMUNITY, fields={**COMMUNITY.fields, "bio": kept})
    asked, heading = "The longer introduction", "# ---- From here on: only members read it ----\n---\n\n<"
    assert asked in template() and heading not in template()
    assert heading + asked in template(community=inside)
    public = {
        is_kept: template(community=replace(one, repository=replace(one.repository, visibility="public")))
        for is_kept, one in ((False, COMMUNITY), (True, inside))
    }
    assert asked in public[False]
    assert asked not in public[True] and public[True].endswith("\n---\n")
    assert "only members read it ----\n---" not in public[False]


@pytest.mark.parametrize(("name", "told"), [("links", "Everybody may read"), ("asks", "the public pages")])
def test_a_question_whose_answer_only_members_read_says_nothing_of_everybody(name: str, told: str) -> None:
    spec = BUILT_IN[name]
    seen, kept = (hint_of(replace(spec, visibility=who)) for who in (Audience.EVERYONE, Audience.MEMBERS))
    assert seen and kept and told in str(seen.question)
    assert str(seen.question).startswith(str(kept.question)) and told not in str(kept.question)
    assert (kept.vague, kept.concrete) == (seen.vague, seen.concrete)
