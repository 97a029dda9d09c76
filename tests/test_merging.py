"""An edit made in the form, put in the place of the file: what the form could not know stays, the rest is what it says."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import assume, given
from hypothesis import strategies as st

from acquaint.arrivals.judging import draft_of
from acquaint.arrivals.merging import Merged, merged
from acquaint.arrivals.rewriting import rewritten
from acquaint.catalogues import ENGLISH
from acquaint.cli.main import acquaint as command
from acquaint.config import Community
from acquaint.drafting.draft import Answer, Draft, tidy
from acquaint.drafting.file import to_file
from acquaint.drafting.message import to_message
from acquaint.errors import UsageError
from acquaint.load import load
from acquaint.preview.begun import PublicForm
from acquaint.problems import Problems
from chance import examples
from communities import DAY, write
from drafts import COMMUNITY, USUAL

SETTINGS = """
title: Ours
languages: [en, de]
fields:
  pet: {type: text, label: {en: Pet}, visibility: internal}
  allergies: {type: items, label: {en: Allergies}, visibility: internal}
  dialects: {type: tags, label: {en: Dialects}, visibility: internal, widen: true}
"""
STANDING: dict[str, Answer] = {
    "nickname": "Quill",
    "headline": "I mend radios",
    "skills": ["Radios", {"text": "Payroll", "for": "members"}, "Chess"],
    "offers": [{"text": "A quiet word", "for": "members"}, "Soldering", "Reading two pages"],
    "asks": [{"text": "A lathe", "since": "2020-01-01"}, {"text": "A new job", "for": "members"}, "A boat"],
    "availability": [{"mentoring": "2020-01-31"}, "collaborating"],
    "working_on": {"text": "A patent", "for": "members"},
    "city": "Ferrybridge",
    "country": "Germany",
    "languages": ["en", "de"],
    "links": {"Blog": "https://quill.example", "Philippa Undershaw": "https://work.example"},
    "joined": "2026-03-01",
    "bio": "I am Philippa Undershaw.\n\nHello.",
    "name": "Philippa Undershaw",
    "company": "Gravelspoon",
    "contact": {"email": "philippa@gravelspoon.example", "wechat": "undershaw_p", "phone": "+49 30 1234567"},
    "birthday": "02-29",
    "introduced_by": "grace",
    "pet": "A heron",
    "allergies": ["Nuts"],
    "dialects": ["Platt"],
    "private": ["city"],
    "public": ["contact.wechat"],
    "lang": "en",
}
SPELT = (
    "Philippa",
    "Undershaw",
    "undershaw_p",
    "gravelspoon",
    "1234567",
    "02-29",
    "heron",
    "Nuts",
    "Platt",
    "Ferrybridge",
)
COMMENTED = """\
---
# My own file: keep it short.
nickname: Quill   # since school
headline: I mend radios
# What I do all day
skills:
  # Never Perl
  - Radios
  - {text: Payroll, for: members}
city: Ferrybridge
# Below: nobody else's business
name: "Philippa Undershaw"
contact: {email: philippa@gravelspoon.example}   # the only one
private: [city]
---

Hello.
"""


def community_in(root: Path, text: str, name: str = "quill.md") -> Community:
    """The settings of the community in `root`, which has one member."""
    write(root, {"community.yml": SETTINGS, f"members/{name}": text})
    return load(root, Problems()).community


def begun(root: Path, name: str = "quill.md") -> dict[str, Any]:
    """What the form begins with."""
    loaded = load(root, Problems())
    source = loaded.sources[f"members/{name}"]
    draft = draft_of(source, loaded.community)
    assert draft is not None
    return dict(PublicForm(loaded, DAY).begun(draft).public)


def sent(root: Path, answers: Mapping[str, Answer], *more: str, name: str = "") -> Result:
    """`add --replace` of the message that says `answers`, or of the file `name`."""
    loaded = load(root, Problems())
    draft = Draft("quill", answers)
    text = "A change:\n\n" + to_message(draft, loaded.community, "en", ENGLISH)
    file = "-"
    if name:
        (root / "sent").mkdir(exist_ok=True)
        write(root / "sent", {name: to_file(draft, loaded.community, is_yaml=name.endswith(".yml"))})
        file = str(root / "sent" / name)
    arguments = ["add", "--root", str(root), file, "--replace", *more]
    return CliRunner().invoke(command, arguments, input=text, standalone_mode=False)


def after(root: Path, name: str = "quill.md") -> dict[str, Answer]:
    """What the member's file says."""
    loaded = load(root, Problems())
    draft = draft_of(loaded.sources[f"members/{name}"], loaded.community)
    assert draft is not None
    return dict(tidy(draft).answers)


KINDS = pytest.mark.parametrize("name", ["quill.md", "quill.yml"])


def begin(root: Path, name: str) -> dict[str, Any]:
    """The community with Quill's file, and what the form knows of it."""
    community = community_in(root, "")
    (root / "members/quill.md").unlink()
    text = to_file(Draft("quill", STANDING), community, is_yaml=name.endswith(".yml"))
    write(root, {f"members/{name}": text})
    return begun(root, name)


@KINDS
@pytest.mark.parametrize("door", ["message", "file"])
def test_an_edit_that_changes_nothing_leaves_the_file_as_it_is(name: str, door: str, tmp_path: Path) -> None:
    answers = {key: answer for key, answer in begin(tmp_path, name).items() if key != "private"}
    before = (tmp_path / "members" / name).read_bytes()
    done = sent(tmp_path, answers, name=name if door == "file" else "")
    assert done.return_value == 0, done.output
    assert (tmp_path / "members" / name).read_bytes() == before
    assert "It says the same as before." in done.output


@KINDS
@pytest.mark.parametrize("door", ["message", "file"])
def test_an_edit_from_the_form_keeps_what_the_form_could_not_know(name: str, door: str, tmp_path: Path) -> None:
    answers = begin(tmp_path, name)
    assert not [value for value in SPELT if value in json.dumps(answers)]
    answers |= {"headline": "I build radios", "private": ["avatar"]}
    done = sent(tmp_path, answers, name=name if door == "file" else "")
    assert done.return_value == 0, done.output
    assert (
        after(tmp_path, name)
        == tidy(Draft("quill", {**STANDING, "headline": "I build radios", "private": ["city", "avatar"]})).answers
    )
    assert "Changes: Headline, For members only." in done.output
    assert "Stays, for the form doesn't know it: " in done.output
    opened = "undershaw_p"
    assert not [value for value in SPELT if value in done.output and value != opened]


PRIVATE: list[tuple[str, Answer]] = [
    ("name", "Philippa Marchbank"), ("company", "Zwirbel"), ("birthday", "03-01"), ("introduced_by", "heron"),
    ("pet", "A goose"), ("allergies", ["Milk"]), ("dialects", ["Kölsch"]), ("city", "Saltmarsh"),
]  # fmt: skip


@KINDS
@pytest.mark.parametrize(("field", "new"), PRIVATE, ids=[field for field, _ in PRIVATE])
def test_a_private_value_that_is_given_anew_takes_the_place_of_the_old_one(
    name: str, field: str, new: Answer, tmp_path: Path
) -> None:
    answers = begin(tmp_path, name)
    before = after(tmp_path, name)
    done = sent(tmp_path, {**answers, field: new, "private": ""})
    assert done.return_value == 0, done.output
    lists = isinstance(new, list)
    old: Any = before[field]
    assert after(tmp_path, name) == {**before, field: [*old, *new] if lists else new}, (
        "of a list nothing is known to go"
    )
    assert ("stays for members" in done.output) is (field == "city")


def test_one_way_to_be_reached_is_changed_and_the_others_stay(tmp_path: Path) -> None:
    answers = begin(tmp_path, "quill.md")
    done = sent(tmp_path, {**answers, "contact": {"email": "quill@new.example", "signal": "quill.7"}, "private": ""})
    assert done.return_value == 0, done.output
    found = after(tmp_path)
    assert found["contact"] == {
        "email": "quill@new.example", "wechat": "undershaw_p", "phone": "+49 30 1234567", "signal": "quill.7",
    }  # fmt: skip
    assert found["public"] == ["contact.wechat"]


def test_a_way_that_is_given_again_and_not_opened_is_closed(tmp_path: Path) -> None:
    answers = begin(tmp_path, "quill.md")
    assert answers["public"] == ["contact.wechat"]
    sent(tmp_path, {**answers, "contact": {"wechat": "undershaw_p"}, "public": ""})
    assert "public" not in after(tmp_path)


def test_a_way_that_is_opened_in_the_form_is_open(tmp_path: Path) -> None:
    answers = begin(tmp_path, "quill.md")
    sent(tmp_path, {**answers, "contact": {"email": "quill@new.example"}, "public": ["contact.email"]})
    assert after(tmp_path)["public"] == ["contact.wechat", "contact.email"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"headline": ""}, {"headline": None}),
        ({"country": ""}, {"country": None}),
        ({"skills": ["Chess"]}, {"skills": [{"text": "Payroll", "for": "members"}, "Chess"]}),
        ({"skills": ""}, {"skills": [{"text": "Payroll", "for": "members"}]}),
        ({"skills": ["Chess", "Radios", "Go"]}, {"skills": ["Chess", "Radios", {"text": "Payroll", "for": "members"}, "Go"]}),
        ({"offers": ["Soldering at night"]}, {"offers": [{"text": "A quiet word", "for": "members"}, "Soldering at night"]}),
        ({"asks": ["A boat", "A lathe"]}, {"asks": ["A lathe", {"text": "A new job", "for": "members"}, "A boat"]}),
        ({"availability": ""}, {"availability": [{"mentoring": "2020-01-31"}]}),
        ({"working_on": "A boat"}, {"working_on": {"text": "A boat", "for": "members"}}),
        ({"links": {"Site": "https://site.example"}}, {"links": {"Site": "https://site.example"}}),
        ({"headline": {"en": "I mend radios", "de": "Ich repariere Radios"}},
         {"headline": {"en": "I mend radios", "de": "Ich repariere Radios"}}),
        ({"languages": ["de", "en"], "lang": "en"}, {"languages": ["de", "en"]}),
        ({"languages": ["de", "en"]}, {"languages": ["de", "en"], "lang": None}),
        ({"private": ["country"]}, {"private": ["city", "country"]}),
        ({"listing": "members"}, {"listing": "members"}),
    ],
)  # fmt: skip
def test_what_the_form_was_shown_is_what_it_says(
    changed: dict[str, Answer], expected: dict[str, Answer | None], tmp_path: Path
) -> None:
    answers = begin(tmp_path, "quill.md")
    done = sent(tmp_path, {**answers, "private": "", **changed})
    assert done.return_value == 0, done.output
    found = {name: answer for name, answer in {**STANDING, **expected}.items() if answer}
    assert after(tmp_path) == tidy(Draft("quill", found)).answers


def test_a_text_that_strangers_read_otherwise_stays_until_it_is_touched(tmp_path: Path) -> None:
    answers = begin(tmp_path, "quill.md")
    assert answers["bio"] == "I am Quill.\n\nHello."
    assert "work.example" not in json.dumps(answers) or "Undershaw" not in json.dumps(answers)
    done = sent(tmp_path, {**answers, "bio": "I am Quill.\n\nHello, you."})
    assert done.return_value == 0, done.output
    assert after(tmp_path)["bio"] == "I am Quill.\n\nHello, you."
    assert "what was made of that takes its place: Introduction." in " ".join(done.output.split())


def test_comments_and_the_lines_of_what_did_not_change_stay(tmp_path: Path) -> None:
    community_in(tmp_path, COMMENTED)
    answers = begun(tmp_path)
    changed = {"nickname": "Quillon", "skills": ["Chess"], "country": "DE", "birthday": "02-29", "private": ""}
    assert sent(tmp_path, {**answers, **changed}).return_value == 0
    assert (tmp_path / "members/quill.md").read_text() == (
        COMMENTED.replace("Quill ", "Quillon ")
        .replace("  # Never Perl\n  - Radios\n  - {text: Payroll, for: members}\n", "  - text: Payroll\n    for: members\n  - Chess\n")
        .replace("skills:", "# Never Perl\nskills:")
        .replace("city: Ferrybridge\n", "country: DE\ncity: Ferrybridge\n")
        .replace("   # the only one\n", "   # the only one\nbirthday: 02-29\n")
    )  # fmt: skip


def test_a_file_that_says_all_of_the_one_that_stands_there_is_taken_as_it_was_sent(tmp_path: Path) -> None:
    community_in(tmp_path, COMMENTED)
    new = COMMENTED.replace("I mend radios", "I build radios   # at last")
    (tmp_path / "sent").mkdir()
    write(tmp_path / "sent", {"quill.md": new})
    arguments = ["add", "--root", str(tmp_path), str(tmp_path / "sent/quill.md"), "--replace"]
    assert CliRunner().invoke(command, arguments, standalone_mode=False).return_value == 0
    assert (tmp_path / "members/quill.md").read_text() == new


@pytest.mark.parametrize("listing", ["members", "nobody"])
def test_who_is_not_shown_to_strangers_is_not_opened_by_a_message(listing: str, tmp_path: Path) -> None:
    community_in(tmp_path, f"---\nnickname: Quill\nname: Philippa Undershaw\nlisting: {listing}\nlang: de\n---\n")
    done = sent(tmp_path, {"nickname": "Quill", "headline": "Hello"})
    expected = {
        "nickname": "Quill",
        "headline": "Hello",
        "name": "Philippa Undershaw",
        "listing": listing,
        "lang": "de",
    }
    assert after(tmp_path) == expected
    assert "Listed for" in done.output


@pytest.mark.parametrize(
    "text",
    ["---\nnickname: [\n---\n", "nickname: Quill\n", "---\nnickname: Quill\nname: A\nname: B\n---\n",
     "---\nnickname: Quill\nbio: One\n---\n\nTwo\n"],
)  # fmt: skip
def test_a_file_that_cannot_be_understood_is_never_written_over(text: str, tmp_path: Path) -> None:
    community_in(tmp_path, text)
    done = sent(tmp_path, {"nickname": "Quillon"})
    assert done.return_value == 1 and "delete it to begin anew" in " ".join(done.output.split())
    assert (tmp_path / "members/quill.md").read_text() == text


def test_an_edit_that_is_refused_writes_nothing(tmp_path: Path) -> None:
    answers = begin(tmp_path, "quill.md")
    before = (tmp_path / "members/quill.md").read_bytes()
    for changed in ({"joined": "soon"}, {"contact": {"email": "at home"}}, {"headline": "x" * 300}):
        done = sent(tmp_path, {**answers, **changed})
        assert done.return_value == 1, done.output
    assert sent(tmp_path, {**answers, "headline": "New"}, "--dry-run").return_value == 0
    assert (tmp_path / "members/quill.md").read_bytes() == before


def test_a_message_of_private_values_alone_says_nothing_of_the_rest(tmp_path: Path) -> None:
    begin(tmp_path, "quill.md")
    before = after(tmp_path)
    assert sent(tmp_path, {"birthday": "03-01"}).return_value == 0
    assert after(tmp_path) == {**before, "birthday": "03-01"}


def test_without_its_switch_nothing_is_merged(tmp_path: Path) -> None:
    begin(tmp_path, "quill.md")
    done = CliRunner().invoke(
        command,
        ["add", "--root", str(tmp_path), "-"],
        input="[handle]: quill\n[nickname]: Q\n[end]",
        standalone_mode=False,
    )
    assert isinstance(done.exception, UsageError)


def test_in_a_public_repository_an_edit_is_opened_and_merged(tmp_path: Path) -> None:
    community_in(tmp_path, "---\nnickname: Quill\n# mine\ncity: Ferrybridge\nintroduced_by: grace\n---\n")
    write(tmp_path, {"community.yml": SETTINGS + "repository: {visibility: public}\n"})
    done = sent(tmp_path, {"nickname": "Quill", "headline": "Ask Philippa Undershaw", "name": "Philippa Undershaw"})
    assert done.return_value == 0, done.output
    text = (tmp_path / "members/quill.md").read_text()
    assert "Undershaw" not in text and "Ask Quill" in text
    assert "# mine" in text and "introduced_by: grace" in text and "Ferrybridge" not in text


def of(draft: Draft, sent: Draft) -> tuple[Merged, PublicForm]:
    """`sent` merged into `draft` in a community of one."""
    from acquaint.load import Loaded

    form = PublicForm(Loaded(COMMUNITY, (), {}, ()), DAY)
    return merged(draft, sent, form.begun, COMMUNITY), form


NOT_ASKED = ("updated", "confirmed", "owner", "avatar")


@examples(60)
@given(draft=USUAL)
def test_whatever_a_file_says_an_untouched_form_changes_nothing_of_it(draft: Draft) -> None:
    before = tidy(draft).answers
    form = of(draft, draft)[1]
    shown = form.begun(Draft("quill", before)).public
    found = of(draft, Draft("quill", {name: answer for name, answer in shown.items() if name != "private"}))[0].draft
    assert dict(found.answers) == dict(before)


@examples(60)
@given(draft=USUAL, changed=USUAL, data=st.data())
def test_strangers_see_what_the_form_says_and_members_lose_nothing(
    draft: Draft, changed: Draft, data: st.DataObject
) -> None:
    before, new = tidy(draft).answers, tidy(changed).answers
    form = of(draft, draft)[1]
    shown = form.begun(Draft("quill", before)).public
    names = [name for name, spec in COMMUNITY.fields.items() if spec.visibility == "everyone" and name not in NOT_ASKED]
    touched = data.draw(st.sets(st.sampled_from(names)))
    answers = {name: (new if name in touched else shown).get(name) for name in names}
    spoken: Any = answers["languages"] or [COMMUNITY.language]
    written = form.begun(Draft("quill", before)).lang
    answers |= {"public": shown.get("public"), "lang": written if spoken[0] != written else None}
    sent = Draft("quill", {name: answer for name, answer in answers.items() if answer})
    assume(sent.answers.keys() & names)
    result, form = of(draft, sent)
    found = result.draft.answers
    private = {
        name: answer for name, answer in before.items() if name in COMMUNITY.fields and name not in (*names, *shown)
    }
    for name, answer in private.items():
        assert found.get(name) == answer, name
    seen, meant = form.begun(result.draft), form.begun(Draft("quill", {**private, **sent.answers}))
    if shown:
        for name in names:
            if name not in result.closed and name not in result.kept:
                assert seen.public.get(name) == meant.public.get(name), name


EXAMPLE = load(Path(__file__).parents[1], Problems())


@pytest.mark.parametrize("path", EXAMPLE.paths)
def test_an_edit_of_anybody_in_the_example_changes_their_headline_and_nothing_else(path: str) -> None:
    source = EXAMPLE.sources[path]
    standing = draft_of(source, EXAMPLE.community)
    assert standing is not None
    others = replace(EXAMPLE, records=tuple(record for record in EXAMPLE.records if record.path != path))
    form = PublicForm(others, DAY)
    shown = {name: answer for name, answer in form.begun(standing).public.items() if name != "private"}
    for headline in (None, "Something else"):
        sent = Draft(standing.handle, {**shown, "headline": headline} if headline else shown)
        found = merged(standing, sent, form.begun, EXAMPLE.community)
        text = rewritten(source, found.draft, EXAMPLE.community, path)
        new = [line for line in text.split("\n") if line not in source.text.split("\n")]
        assert new == ([f"headline: {headline}"] if headline else [])
        assert headline or text == source.text
