"""Laws over several files, and masking: nothing private is ever told, whatever is wrong."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from acquaint.catalogues import ENGLISH
from acquaint.check.report import as_github, as_json, as_text
from acquaint.cli.telling import catalogue_of
from acquaint.problems import Problem
from acquaint.theme import own_folder
from chance import examples
from communities import found, loaded, slugs, write

NAME, COMPANY, EMAIL, PHONE, WECHAT = (
    "Zqxada Zqxlind",
    "Zqxwind Data",
    "zqx77@priv.example",
    "+49 1512 7654321",
    "zqx_acct_55",
)
LANGUAGES = (ENGLISH, *(catalogue_of(own_folder().parent, language) for language in ("de", "zh")))
TOKENS = ("zqx", "7654321")
# What closes a field stands above it: below, a file that was cut off would have opened it.
WHOLE = f"""nickname: Ada
private: [city]
headline: Maps
skills: [Python, Bread]
city: Zqxville
name: {NAME}
company: {COMPANY}
contact: {{email: {EMAIL}, phone: "{PHONE}", wechat: {WECHAT}}}
birthday: 03-14
"""


def told(problems: tuple[Problem, ...]) -> str:
    """Everything anybody is told, in all formats and languages."""
    return "".join(
        as_text(problems, words) + as_json(problems, words) + as_github(problems, words) for words in LANGUAGES
    )


def assert_masked(problems: tuple[Problem, ...]) -> None:
    text = told(problems).lower()
    for token in TOKENS:
        assert token not in text, text


BREAKS = {
    "a colon": WHOLE.replace("headline: Maps", "headline: a: b"),
    "an open bracket": WHOLE.replace("[Python, Bread]", "[Python, Bread"),
    "an open brace": WHOLE.replace("55}", "55"),
    "an open quotation": WHOLE.replace(f"name: {NAME}", f'name: "{NAME}'),
    "a tab": WHOLE.replace("name: Z", "\tname: Z"),
    "a misspelt key": WHOLE.replace("name: Z", "nmae: Z"),
    "a key that nobody knows": WHOLE.replace("name: Z", "zqxwhatever: Z"),
    "a value as a key": WHOLE + f"{EMAIL}: x\n",
    "a value as a key of contact": WHOLE.replace("{email: ", f"{{{WECHAT}: x, email: "),
    "a wrong type": WHOLE.replace(f"company: {COMPANY}", f"company: [{COMPANY}, x]"),
    "a wrong contact": WHOLE.replace(f"email: {EMAIL}", "email: zqx at home"),
    "a wrong phone": WHOLE.replace(PHONE, "7654321 or zqx"),
    "a wrong birthday": WHOLE.replace("03-14", "zqx of march"),
    "a wrong day": WHOLE + "confirmed: zqxday\n",
    "a wrong country": WHOLE + f"country: {NAME}\n",
    "a wrong time zone": WHOLE + f"timezone: {COMPANY}\n",
    "a wrong language": WHOLE + f"languages: [{NAME}]\n",
    "a name where a list of fields stands": WHOLE.replace("[city]", f"[city, {NAME}]"),
    "a name under listing": WHOLE + f"listing: {NAME}\n",
    "a name in a link": WHOLE + f"links: {{Blog: https://x.example/{NAME}}}\n",
    "a comment": WHOLE.replace("headline: Maps", f"headline: Maps #1 {EMAIL}"),
    "a name in prose": WHOLE.replace("headline: Maps", f"headline: Maps by {NAME} of {COMPANY}"),
    "a contact in prose": WHOLE.replace("headline: Maps", f"headline: Write to {EMAIL} or {PHONE} or {WECHAT}"),
    "a doubled key": WHOLE + f"name: {NAME} II\n",
    "a tag with the company": WHOLE.replace("[Python, Bread]", f"[Python; {COMPANY}]"),
    "an anchor": WHOLE.replace("name: Z", "name: &zqx Z"),
    "a second document": WHOLE + "---\nname: zqx\n",
    "front matter in YAML": "---\n" + WHOLE + "---\nI am Zqxada.\n",
    "a picture from elsewhere": WHOLE + f"avatar: https://{EMAIL}/x.jpg\n",
    "an introducer who is none": WHOLE + f"introduced_by: {NAME}\n",
    "too long": WHOLE.replace("name: Z", "name: " + "zqx" * 90 + " Z"),
    "an item for members": WHOLE + "offers: [{text: zqx secret, for: members, since: soon}]\n",
    "an item for strangers": WHOLE + f"offers: [{{text: x, for: {NAME}}}]\n",
    "a block of its own": WHOLE + "contact:\n  email: zqx2@priv.example\n  phone: zqx\n",
    "all in braces": "{nickname: Ada, name: Zqxada, skils: [zqx]}\n",
    "indented": "".join(f"  {line}\n" for line in WHOLE.replace("headline: Maps", "headlin: Maps").split("\n") if line),
    "opened and closed": WHOLE + f"public: [name, city, {EMAIL}]\n",
}


@pytest.mark.parametrize("fault", sorted(BREAKS))
def test_private_values_are_masked_whatever_is_wrong(fault: str, tmp_path: Path) -> None:
    problems = found(tmp_path, {"members/x1.yml": BREAKS[fault]})
    assert problems, "the file has a problem"
    assert_masked(problems)


@examples(150, HealthCheck.function_scoped_fixture)
@given(
    at=st.integers(0, len(WHOLE)),
    cut=st.integers(0, 12),
    insert=st.sampled_from(["", ":", '"', "[", "{", "\n", "- ", "\t", "'", "#", "：", " #", "*", "&", "!", ": "]),
)
def test_a_file_damaged_anywhere_tells_nothing_private(
    at: int, cut: int, insert: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    damaged = WHOLE[:at] + insert + WHOLE[at + cut :]
    assert_masked(
        found(
            tmp_path_factory.mktemp("c"),
            {"members/x1.yml": damaged, "members/x2.md": f"---\n{damaged}---\nZqx.\n"[: at + 60]},
        )
    )


def test_what_is_public_is_shown_with_a_caret_below(tmp_path: Path) -> None:
    text = as_text(found(tmp_path, {"members/x1.yml": "nickname: 阿达\ncountry: Germoney\n"}))
    assert "    2 | country: Germoney\n" not in text, "a value that was not understood may be anything"
    assert "did you mean: Germany" in text
    text = as_text(found(tmp_path, {"members/x1.yml": "nickname: 阿达\nheadline: “数据”\n"}))
    assert "    2 | headline: “数据”\n      |           ^^^^" in text


def test_the_caret_counts_wide_letters_twice(tmp_path: Path) -> None:
    text = as_text(found(tmp_path, {"members/x1.yml": "skills: [数据, “a b”]\n"}))
    line, caret = text.split("\n")[2:4]
    assert caret.index("^") == len("    1 | skills: [") + 4 + len(", ")
    assert "数据" in line


def test_a_terminal_is_not_steered_by_a_file_s_name(tmp_path: Path) -> None:
    problems = found(write(tmp_path, {}), {"members/a\x1b[31mb.yml": "nickname: Ada\n"})
    assert problems
    assert "\x1b" not in told(problems)


def test_one_s_private_contact_in_another_s_text_is_an_error_for_the_other(tmp_path: Path) -> None:
    files = {
        "members/x1.yml": "contact: {email: ada@example.org, phone: '+49 30 23125 000', wechat: ada_l_77}\n",
        "members/x2.yml": "headline: Ask ada@EXAMPLE.org\n",
        "members/x3.yml": "offers: [Call 030 23125000 at noon]\n",
        "members/x4.yml": "skills: [ada_l_77]\n",
        "members/x5.yml": "headline: Ask ada at example dot org\n",
    }
    problems = found(tmp_path, files)
    assert {p.path for p in problems if p.law.slug == "private-contact"} == {f"members/x{n}.yml" for n in (2, 3, 4, 5)}


def test_a_contact_that_its_member_opened_may_be_repeated(tmp_path: Path) -> None:
    files = {
        "members/x1.yml": "contact: {email: ada@example.org}\npublic: [contact.email]\n",
        "members/x2.yml": "headline: Ask ada@example.org\n",
    }
    assert not slugs(found(tmp_path, files)) & {"private-contact", "contact-in-prose"}


def test_a_plain_word_is_a_secret_in_its_owner_s_text_only(tmp_path: Path) -> None:
    files = {
        "members/x1.yml": "contact: {wechat: sunshine}\nheadline: I am sunshine\n",
        "members/x2.yml": "headline: I like sunshine\n",
    }
    assert {p.path for p in found(tmp_path, files) if p.law.slug == "private-contact"} == {"members/x1.yml"}


def test_the_community_can_make_prose_an_error(tmp_path: Path) -> None:
    files = {"members/x1.yml": f"headline: I work at {COMPANY}\ncompany: {COMPANY}\n"}
    assert not any(problem.is_error for problem in found(tmp_path, files))
    assert any(problem.is_error for problem in found(tmp_path, {"community.yml": "prose: error\n"}))


def test_the_warning_shows_the_sentence_as_strangers_read_it(tmp_path: Path) -> None:
    text = "---\nnickname: Ada\nname: Zqxada Zqxlind\n---\nFirst line.\n\nYes, Zqxlind bakes bread.\n"
    problem = next(p for p in found(tmp_path, {"members/x1.md": text}) if p.law.slug == "name-in-prose")
    assert "“Yes, Ada bakes bread.”" in str(problem.message)
    assert problem.span and (problem.span.line, problem.span.column) == (7, 6)


def test_the_template_s_own_words_are_nobody_s_name(tmp_path: Path) -> None:
    text = "---\nnickname: Ada\nheadline: <your answer>\nname: <your answer>\n---\n"
    assert {problem.law.slug for problem in found(tmp_path, {"members/ada.md": text})} == {"template-text"}


def test_a_private_value_is_masked_in_a_chinese_message(tmp_path: Path) -> None:
    file = f"nickname: Ada\nname: {NAME}\ncompany: {COMPANY}\ncountry: {COMPANY}\nheadline: I write to {EMAIL}\n"
    problems = found(tmp_path, {"members/x1.yml": file, "community.yml": "languages: [zh]\n"})
    chinese = {problem.law.slug: problem.message.told(LANGUAGES[2]) for problem in problems}
    assert chinese["unknown-country"].startswith("“•••”不是国家名")
    assert chinese["contact-in-prose"].startswith("headline 里出现了看起来像联系方式的内容。外人将读到：“")
    assert_masked(problems)


def test_an_advice_that_would_tell_something_private_is_left_out_in_every_language(tmp_path: Path) -> None:
    file = f"nickname: Ada\nname: {NAME}\noffers:\n- Zqxlind: reads maps\n- a: reads maps\n"
    private, public = (p for p in found(tmp_path, {"members/x1.yml": file}) if p.law.slug == "wrong-type")
    assert private.fix is None
    assert public.fix is not None


def test_settings_are_checked_like_members(tmp_path: Path) -> None:
    settings_ = "titel: Ours\nlanguages: [english]\nbase_url: people\nreach: {mail: x}\nexpire: {asks: soon}\nfields: {shoe: {type: texd}, name: {visibilty: public}}\n"
    problems = found(tmp_path, {"community.yml": settings_})
    told_ = {(p.span.line if p.span else 0, p.law.slug, p.meant) for p in problems}
    assert told_ >= {
        (1, "unknown-field", "title"), (2, "unknown-language", "en"), (3, "bad-setting", None), (4, "unknown-field", "email"),
        (5, "bad-setting", None), (6, "bad-setting", "text"), (6, "unknown-field", "visibility"),
    }  # fmt: skip
    assert all(problem.snippet for problem in problems)


def test_a_misspelt_narrowing_narrows_everything_until_it_is_mended(tmp_path: Path) -> None:
    read, problems = loaded(write(tmp_path, {"members/x1.yml": "city: Berlin\nnickname: Ada\nprivate: [cty]\n"}))
    assert "unknown-field" in slugs(problems)
    assert {read.records[0].audience(name).value for name in ("city", "nickname")} == {"members"}


def test_json_holds_every_problem(tmp_path: Path) -> None:
    problems = found(tmp_path, {"members/x1.yml": BREAKS["a name in prose"]})
    assert len(json.loads(as_json(problems))["problems"]) == len(problems)


def test_what_is_to_be_pasted_stands_in_one_annotation(tmp_path: Path) -> None:
    problems = found(tmp_path, {"members/ada.yml": "NICKNAME: Ada\nHeadline: I mend radios\nCITY: Berlin\n"})
    assert len(problems) > 1 and all(problem.mend == problems[0].mend for problem in problems)
    notes = as_github(problems).split("\n")
    assert [note.count("nickname: Ada") for note in notes] == [1] + [0] * (len(problems) - 1)
    assert all(note.endswith("What is told above mends this, too.") for note in notes[1:])


def test_a_phrase_over_two_lines_is_masked_in_both(tmp_path: Path) -> None:
    text = "company: Northwind Data Works\nheadline: I sit at the desk of Northwind\n  Data Works all day\n"
    problems = found(tmp_path, {"members/x1.yml": text})
    assert "company-in-prose" in slugs(problems)
    assert "Northwind" not in told(problems)


def test_the_handle_that_stands_in_for_a_name_is_not_masked(tmp_path: Path) -> None:
    text = "---\nname: Elisa Marin\n---\nI am Elisa and bake.\n"
    problem = next(p for p in found(tmp_path, {"members/elisa-bakes.md": text}) if p.law.slug == "name-in-prose")
    assert "“I am @elisa-bakes and bake.”" in str(problem.message)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("bio: |\n  One.\n\n  Two ada@example.net three\n", 4, 7),
        ('headline: "Write ada@example.net"\n', 1, 18),
        ("headline: >\n  Write\n  to ada@example.net\n", 3, 6),
        ("offers:\n- One\n- Write ada@example.net\n", 3, 9),
    ],
)
def test_a_problem_in_a_text_tells_its_own_line_and_column(text: str, line: int, column: int, tmp_path: Path) -> None:
    problem = next(p for p in found(tmp_path, {"members/x1.yml": text}) if p.law.slug == "contact-in-prose")
    assert problem.span and (problem.span.line, problem.span.column) == (line, column)


def test_a_link_that_holds_a_private_contact_is_an_error(tmp_path: Path) -> None:
    text = "links: {Mail: 'mailto:ada@example.org'}\ncontact: {email: ada@example.org}\n"
    assert "private-contact" in slugs(found(tmp_path, {"members/x1.yml": text}))


def test_a_link_that_only_repeats_the_handle_is_told_once(tmp_path: Path) -> None:
    text = "name: Ada Lindqvist\nlinks: {A: https://a.example/ada-lindqvist, B: https://b.example/@ada-lindqvist}\n"
    assert slugs(found(tmp_path, {"members/ada-lindqvist.yml": text})) == {"handle-spells-name"}


def test_between_equals_nobody_is_told_to_spell_otherwise(tmp_path: Path) -> None:
    files = {f"members/x{n}.yml": f"skills: [{tag}]\n" for n, tag in enumerate(["Node.js", "NodeJS"] * 3)}
    assert "tag-spelling" not in slugs(found(tmp_path, files))


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ('skills:\n- "Astronomy; galaxy: evolution"\n', '- Astronomy\n- "galaxy: evolution"'),
        ("skills: [Python;]\n", "Python"),
        ("skills: [a; b]\n", "a, b"),
    ],
)
def test_the_fix_for_a_list_in_one_tag_can_be_pasted(text: str, fix: str, tmp_path: Path) -> None:
    problem = found(tmp_path, {"members/x1.yml": text})[0]
    assert (problem.law.slug, problem.fix) == ("list-in-one-tag", fix)


def test_a_phrase_with_a_comma_is_no_list(tmp_path: Path) -> None:
    assert not found(tmp_path, {"members/x1.yml": 'skills: ["Design, build and run", "Node,js"]\n'})


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("nickname: Ada\ncontact:\n\temail: x\n", 3, "tab"),
        ("nickname: Ada\ncity：Berlin\nskills: [a]\n", 2, "full-width"),
        ("skills:\n-Python\n- Bread\n", 2, "space behind"),
        ("nickname: Ada\n  city: Berlin\n", 2, "indented"),
        ("skills: [a, b],\nnickname: Ada\n", 1, "comma"),
        ("nickname: Ada\nskills: [a, b\ncity: Berlin\n", 2, "closed"),
        ('nickname: "Ada\ncity: Berlin\n', 1, "closed"),
    ],
)
def test_broken_yaml_is_told_as_what_was_done(text: str, line: int, part: str, tmp_path: Path) -> None:
    problem = found(tmp_path, {"members/x1.yml": text})[0]
    assert (problem.law.slug, problem.span and problem.span.line) == ("broken-yaml", line)
    assert part in str(problem.message)


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("---\nnickname: Ada\n----\nHello.\n", 3, "almost"),
        ("\n---\nnickname: Ada\n---\n", 1, "first line"),
        ("```\nnickname: Ada\n```\n", 1, "almost"),
        ("nickname: Ada\n", 1, "front matter"),
    ],
)
def test_front_matter_that_is_almost_right_is_told_which_line(text: str, line: int, part: str, tmp_path: Path) -> None:
    problem = found(tmp_path, {"members/x1.md": text})[0]
    assert (problem.law.slug, problem.span and problem.span.line) == ("no-front-matter", line)
    assert part in str(problem.message)


@pytest.mark.parametrize(
    "text",
    [
        "asks: [{text: one, text: two}]",
        "headline: {en: one, EN: two}",
        "contact: {email: a@b.example, email: c@d.example}",
    ],
)
def test_a_key_that_stands_twice_is_reported_at_any_depth(text: str, tmp_path: Path) -> None:
    assert "duplicate-key" in slugs(found(tmp_path, {"members/x1.yml": text + "\n"}))


@pytest.mark.parametrize(
    "setting", ["{closed: ture}", "{Rust: cargo}", "{Rust: {also: {a: b}}}", "{A: {slug: x}, B: {slug: x}}"]
)
def test_a_vocabulary_that_cannot_be_meant_is_reported(setting: str, tmp_path: Path) -> None:
    assert "bad-setting" in slugs(found(tmp_path, {"community.yml": f"vocabulary: {{skills: {setting}}}\n"}))


@pytest.mark.parametrize("directive", ["public", "private"])
def test_a_kind_of_contact_is_never_taken_for_all_of_them(directive: str, tmp_path: Path) -> None:
    text = f"contact: {{email: a@b.example, phone: '+49 30 23125 000'}}\n{directive}: [email]\n"
    problem = next(p for p in found(tmp_path, {"members/x1.yml": text}) if p.law.slug == "unknown-field")
    assert problem.meant == "contact.email"


def test_a_template_s_paragraph_over_two_lines_is_found(tmp_path: Path) -> None:
    text = "---\nnickname: Ada\n---\n<The longer introduction goes here,\nas long as you like: a page or a line.>\n"
    assert "template-text" in slugs(found(tmp_path, {"members/x1.md": text}))


@pytest.mark.parametrize(
    "text",
    [
        WHOLE + f"name: {NAME}\n",
        WHOLE + "asks: [{Zqx new job: from spring, for: members}]\n",
        WHOLE + "asks: [{txt: zqx secret, for: members}, “Public”]\n",
        WHOLE + "country: ZQX77@PRIV.example\n",
        WHOLE + f'country: "a” {NAME}"\n',
        WHOLE + "introduced_by_zqx: x\n",
        WHOLE + "private: [contact.zqx_acct]\n",
        WHOLE.replace(f"company: {COMPANY}", "company: [Zqxcorp]").replace(
            "headline: Maps", "headline: Maps at Zqxcorp, says Zqxada"
        ),
    ],
)
def test_what_an_attacker_tried_is_masked(text: str, tmp_path: Path) -> None:
    assert_masked(found(tmp_path, {"members/x1.yml": text}))
