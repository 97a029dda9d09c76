"""The example community: its files are templates for real ones, so they obey every law and show every choice."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import acquaint
from acquaint.config import DIRECTIVES, Term
from acquaint.fields.builtin import BUILT_IN
from acquaint.load import Loaded, load
from acquaint.problems import Problems
from acquaint.records import Listing, MemberRecord
from acquaint.slugs import slug
from acquaint.values import Audience, Code, Contacts, Day, Items, Wording
from communities import found, write

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "sites" / "small"
TEMPLATE = ROOT / "members" / "_template.md"
TODAY = date(2026, 11, 21)

EMAIL = re.compile(r"[\w.+-]+@([\w.-]+\w)")
ADDRESS = re.compile(r"https?://([\w.-]+)")
GUIDES = sorted((ROOT / "docs").glob("write-your-introduction*.md"))
# Numbers that regulators keep free for films and books: Germany, the United Kingdom, North America.
FICTIONAL_PHONE = re.compile(r"\+49 30 23125 \d{3}|\+44 20 7946 0\d{3}|\+1 \d{3}-555-01\d{2}")


def check(root: Path) -> subprocess.CompletedProcess[str]:
    """`acquaint check --strict` in `root`."""
    source_root = str(Path(acquaint.__file__).parent.parent)
    command = [sys.executable, "-m", "acquaint", "check", "--strict", "--root", str(root)]
    environment = {**os.environ, "PYTHONPATH": source_root, "PYTHONUTF8": "1"}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


def read(root: Path) -> tuple[Loaded, list[str]]:
    """The community in `root`, and the slugs of the problems found while reading it."""
    problems = Problems()
    loaded = load(root, problems)
    return loaded, [problem.law.slug for problem in problems]


@pytest.fixture(scope="module")
def records() -> tuple[MemberRecord, ...]:
    """The example's members."""
    return read(ROOT)[0].records


def texts() -> Iterator[tuple[str, str]]:
    """Every example file with its text."""
    for folder in (ROOT, SMALL):
        for path in (folder / "community.yml", *sorted((folder / "members").iterdir())):
            if path.suffix != ".jpg":
                yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    for path in (*sorted((ROOT / "pages").iterdir()), *GUIDES):
        yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    yield "README.md", (ROOT / "README.md").read_text(encoding="utf-8")


def readme_blocks(language: str) -> list[str]:
    """The README's fenced examples in `language`."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def joined(record: MemberRecord) -> date:
    """The day in the member's file."""
    value = record.values["joined"]
    assert isinstance(value, Day), f"{record.path} gives no day"
    return value.day


def items(record: MemberRecord, field: str) -> Items:
    """The entries of a list, none if the file has none."""
    value = record.values.get(field, Items(()))
    assert isinstance(value, Items)
    return value


def test_the_example_community_has_no_problem() -> None:
    done = check(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_twenty_four_members_and_one_needs_three_fields_only(records: tuple[MemberRecord, ...]) -> None:
    assert len(records) == 24
    assert min(len(record.values) for record in records) == 3


def test_every_address_is_reserved_for_fiction() -> None:
    for path, text in texts():
        for host in EMAIL.findall(text):
            assert host in ("example.org", "example.com") or host.endswith(".example"), f"{path} has mail at {host}"
        for host in ADDRESS.findall(text):
            assert host.endswith(".example"), f"{path} links to {host}"


def test_every_phone_number_is_reserved_for_fiction(records: tuple[MemberRecord, ...]) -> None:
    for record in (*records, *read(SMALL)[0].records):
        contacts = record.values.get("contact", Contacts(()))
        assert isinstance(contacts, Contacts)
        for contact in contacts.contacts:
            if contact.value.startswith("+") or contact.kind in ("phone", "mobile", "whatsapp"):
                assert FICTIONAL_PHONE.fullmatch(contact.value), f"{record.path}: contact.{contact.kind}"


def test_no_two_members_share_a_contact(records: tuple[MemberRecord, ...]) -> None:
    values = [c.value for r in records if isinstance(v := r.values.get("contact"), Contacts) for c in v.contacts]
    assert len(values) == len(set(values))


def test_the_examples_show_every_choice_a_member_has(records: tuple[MemberRecord, ...]) -> None:
    assert any(record.path.endswith(".yml") for record in records)
    assert any(record.listing is Listing.MEMBERS for record in records)
    assert any(record.audiences["city"] is Audience.MEMBERS for record in records), "nobody narrows"
    assert any(record.audience("name") is Audience.EVERYONE for record in records), "nobody opens their name"
    assert any(record.audience("contact", "email") is Audience.EVERYONE for record in records)
    assert any(item.audience is Audience.MEMBERS for record in records for item in items(record, "asks").items)
    assert any(item.day for record in records for item in items(record, "availability").items)


def test_the_examples_are_written_in_several_languages(records: tuple[MemberRecord, ...]) -> None:
    assert {"ar", "de", "en", "zh"} <= {record.lang for record in records}
    bios = [record.values["bio"] for record in records if "bio" in record.values]
    assert any(isinstance(bio, Wording) and len(bio.versions) > 1 for bio in bios), "no introduction in two languages"


def test_everybody_was_introduced_by_somebody_who_came_before(records: tuple[MemberRecord, ...]) -> None:
    days = {record.handle: joined(record) for record in records}
    for record in records:
        host = record.values.get("introduced_by")
        if isinstance(host, Code):
            assert host.code in days, f"{record.path}: nobody has this handle"
            assert days[host.code] < days[record.handle], f"{record.path}: introduced by a later member"


def test_no_day_lies_ahead_but_the_end_of_something(records: tuple[MemberRecord, ...]) -> None:
    for record in records:
        assert joined(record) <= TODAY, record.path
        dated = [item.day for field in ("asks", "offers", "working_on") for item in items(record, field).items]
        assert all(day <= TODAY for day in dated if day), record.path


def test_every_word_of_the_vocabulary_is_used_by_somebody(records: tuple[MemberRecord, ...]) -> None:
    for field, vocabulary in read(ROOT)[0].community.vocabulary.items():
        used = {slug(item.said.text) for record in records for item in items(record, field).items}
        named: dict[str, Term] = {term.name: term for term in vocabulary.spellings.values()}
        for term in named.values():
            spellings = {slug(text) for text in (term.name, *term.also, *term.translations.values())}
            assert spellings & used, f"nobody has {term.name} under {field}"


def test_a_copied_template_is_told_as_leftover_text(tmp_path: Path) -> None:
    (tmp_path / "members").mkdir()
    (tmp_path / "members" / "quill.md").write_bytes(TEMPLATE.read_bytes())
    _, slugs = read(tmp_path)
    assert slugs.count("template-text") >= 8
    assert set(slugs) <= {"template-text", "not-an-email"}, "the template has a fault of its own"
    assert "A06" not in check(tmp_path).stdout, "the template's text repeats a word of its own placeholders"


def test_the_template_names_no_field_that_does_not_exist() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    names = set(re.findall(r"^(?:# )?([a-z_]+): *(?:[<\[{\"\d]|members$|$)", text, re.MULTILINE))
    assert names <= {*BUILT_IN, *DIRECTIVES}
    assert {"nickname", "city", "listing", "private", "contact"} <= names, "the pattern above finds too little"


def test_every_line_of_the_template_can_be_used(tmp_path: Path) -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    key = re.compile(r"^( *)# (?=[a-z_]+: *(?:[<\[\"\d]|\{text|members$|$)|  ?[-<])", re.MULTILINE)
    (tmp_path / "members").mkdir()
    (tmp_path / "members" / "quill.md").write_text(key.sub(r"\1", text), encoding="utf-8")
    loaded, slugs = read(tmp_path)
    values = {"unknown-country", "unknown-timezone", "unknown-language", "malformed-link", "bad-handle"}
    contacts = {"not-an-email", "not-a-phone", "not-a-contact"}
    assert set(slugs) <= {"template-text"} | values | contacts
    assert {"working_on", "availability", "birthday", "joined"} <= set(loaded.records[0].values)


def test_the_readmes_member_file_is_accepted(tmp_path: Path) -> None:
    [member] = readme_blocks("markdown")
    (tmp_path / "members").mkdir()
    (tmp_path / "community.yml").write_bytes((ROOT / "community.yml").read_bytes())
    (tmp_path / "members" / "quill.md").write_text(member, encoding="utf-8")
    assert read(tmp_path)[1] == []
    done = check(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readmes_settings_are_accepted(tmp_path: Path) -> None:
    [settings] = readme_blocks("yaml")
    (tmp_path / "members").mkdir()
    (tmp_path / "community.yml").write_text(settings, encoding="utf-8")
    loaded, slugs = read(tmp_path)
    assert slugs == []
    assert loaded.community.title.pick("en") == ("en", "The Tuesday people")


def test_the_small_site_has_no_error() -> None:
    loaded, slugs = read(SMALL)
    assert slugs == []
    assert [record.handle for record in loaded.records] == ["heron", "pebble", "reed", "willow"]
    assert sum(not spec.built_in for spec in loaded.community.fields.values()) == 2


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_example_of_a_guide_can_be_handed_in_as_it_stands(guide: Path, tmp_path: Path) -> None:
    blocks = re.findall(r"^```markdown\n(.*?)^```$", guide.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert len(blocks) == 3
    for block in blocks:
        write(tmp_path, {"community.yml": (ROOT / "community.yml").read_bytes(), "members/quill.md": block})
        assert found(tmp_path) == ()
