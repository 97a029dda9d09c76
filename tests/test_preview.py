"""What members are shown of themselves: what strangers will see, and never the private value that was kept back."""

from pathlib import Path

import pytest

from acquaint.catalogues import ENGLISH, read_catalogue
from acquaint.check.report import cells
from acquaint.preview import Kept, Seen, as_text, seen_by_strangers
from acquaint.preview.card import wrapped
from acquaint.theme import own_folder
from communities import DAY, loaded, write

QUILL = """---
nickname: Quill
headline: "{name} mends radios"
skills: [Radios, {{text: "{hobby}", for: members}}]
offers:
  - An evening with a soldering iron
  - "Reading what {company} sends you"
asks:
  - {{text: A quiet room, since: 2026-11-01}}
  - {{text: A desk, since: 2020-01-01}}
availability: [visitors, {{mentoring: 2020-01-31}}]
city: "{city}"
country: DE
languages: [en]
links: {{Blog: https://quill.example}}
private: [city]
name: "{name}"
company: "{company}"
contact: {{email: "{email}", phone: "{phone}", wechat: "{wechat}"}}
birthday: "{birthday}"
---
They call me {name} at {company}. Write to {email}
or come by.
"""
WORLDS = (
    {
        "name": "Philippa Undershaw", "company": "Gravelspoon", "email": "philippa@gravelspoon.example",
        "phone": "+49 30 1234567", "wechat": "undershaw_p", "birthday": "02-29", "city": "Ferrybridge", "hobby": "Ferrets",
    },
    {
        "name": "Tiberius Quennell", "company": "Mossbadger", "email": "tiberius@mossbadger.example",
        "phone": "+33 1 99 88 77 66", "wechat": "quennell_t", "birthday": "07-14", "city": "Saltmarsh", "hobby": "Whisky",
    },
)  # fmt: skip


def seen(root: Path, files: dict[str, str], handle: str = "quill", language: str = "en") -> Seen:
    """`handle` as strangers see them, in a community of `files`."""
    read, _ = loaded(write(root, {"community.yml": f"title: Ours\nlanguages: [{language}]\n", **files}))
    record = next(record for record in read.records if record.handle == handle)
    words = ENGLISH if language == "en" else read_catalogue((own_folder(),), "pages", language)
    return seen_by_strangers(record, read, DAY, words)


def card(root: Path, text: str, handle: str = "quill") -> str:
    return as_text(seen(root, {f"members/{handle}.md": text}, handle))


def test_two_worlds_that_differ_in_private_values_show_the_same_card(tmp_path: Path) -> None:
    one, other = (card(tmp_path / str(number), QUILL.format(**world)) for number, world in enumerate(WORLDS))
    assert one == other


@pytest.mark.parametrize("value", WORLDS[0].values())
def test_no_private_value_stands_on_the_card(value: str, tmp_path: Path) -> None:
    shown = " ".join(card(tmp_path, QUILL.format(**WORLDS[0])).split()).casefold()
    assert all(word.casefold() not in shown for word in value.split())


def test_a_card_names_what_only_members_see_and_counts_entries(tmp_path: Path) -> None:
    text = " ".join(card(tmp_path, QUILL.format(**WORLDS[0])).split())
    assert "Only members see: 1 entry of Skills, City, Name, Company, Contact (3), Birthday." in text


def test_an_altered_sentence_is_shown_as_strangers_will_read_it(tmp_path: Path) -> None:
    text = " ".join(card(tmp_path, QUILL.format(**WORLDS[0])).split())
    assert "Headline repeats your name, which only members see. Strangers will read: “Quill mends radios”" in text
    altered = [one.field for one in seen(tmp_path, {}).withheld if one.kept is Kept.ALTERED]
    assert altered == ["headline", "offers", "bio"]


def test_what_is_over_is_named_without_its_words(tmp_path: Path) -> None:
    text = " ".join(card(tmp_path, QUILL.format(**WORLDS[0])).split())
    assert "Strangers don't see an entry of What I am looking for: older than asks are shown." in text
    assert "Strangers don't see an entry of Open to: it has ended." in text
    assert "A desk" not in text and "mentoring" not in text
    assert "A quiet room (November 2026)" in text


@pytest.mark.parametrize(
    ("listing", "sentence"),
    [
        ("members", "@quill is listed for members only: strangers see nothing at all."),
        ("nobody", "@quill is listed nowhere yet."),
    ],
)
def test_a_member_who_is_not_listed_openly_gets_one_sentence(listing: str, sentence: str, tmp_path: Path) -> None:
    text = QUILL.format(**WORLDS[0]).replace("nickname:", f"listing: {listing}\nnickname:")
    found = seen(tmp_path, {"members/quill.md": text})
    assert as_text(found) == sentence
    assert not found.rows and not found.withheld


def test_a_file_that_says_nothing_public_shows_the_handle_alone(tmp_path: Path) -> None:
    text = card(tmp_path, "---\nname: Philippa Undershaw\n---\n")
    assert "@quill" in text and "So far strangers see the handle and nothing else." in text


def test_a_contact_that_a_member_opens_stands_on_the_card(tmp_path: Path) -> None:
    text = card(
        tmp_path, '---\ncontact: {email: q@quill.example, phone: "+49 30 1234567"}\npublic: [contact.email]\n---\n'
    )
    assert "E-mail: q@quill.example" in text and "1 entry of Contact" in text and "1234567" not in text


def test_a_field_that_a_member_narrows_is_named_only(tmp_path: Path) -> None:
    text = card(tmp_path, "---\nnickname: Quill\ncity: Ferrybridge\nprivate: [city]\n---\n")
    assert "Ferrybridge" not in text and "Only members see: City." in text


def test_who_introduced_somebody_is_judged_with_the_whole_community(tmp_path: Path) -> None:
    settings = {"community.yml": "fields: {introduced_by: {visibility: public}}\n"}
    files = {**settings, "members/quill.md": "---\nintroduced_by: ada\n---\n", "members/ada.yml": "nickname: Ada\n"}
    assert "@ada" in as_text(seen(tmp_path, files))
    hidden = {**files, "members/ada.yml": "nickname: Ada\nlisting: members\n"}
    assert "@ada" not in as_text(seen(tmp_path, hidden))


def test_labels_countries_and_days_are_in_the_community_s_language(tmp_path: Path) -> None:
    text = "---\nnickname: 小羽\ncountry: DE\nlanguages: [de]\njoined: 2026-03-01\nskills: [录音, 烘焙]\n---\n"
    rows = {row.label: row.text for row in seen(tmp_path, {"members/quill.md": text}, language="zh").rows}
    assert rows["国家或地区"] == "德国" and rows["语言"] == "德语"
    assert rows["加入时间"] == "2026年3月1日" and rows["技能"] == "录音、烘焙"


def test_an_own_field_has_the_community_s_label(tmp_path: Path) -> None:
    settings = "fields: {shoe: {type: text, label: Shoe size, visibility: public}}\n"
    text = as_text(seen(tmp_path, {"community.yml": settings, "members/quill.md": "---\nshoe: Large\n---\n"}))
    assert "Shoe size  Large" in text


@pytest.mark.parametrize("width", [24, 40, 80])
def test_no_line_is_wider_than_the_terminal(width: int, tmp_path: Path) -> None:
    text = QUILL.format(**WORLDS[0]).replace("A quiet room", "一间安静的房间" * 9).replace("visitors", "v" * 150)
    lines = as_text(seen(tmp_path, {"members/quill.md": text}), width=width).split("\n")
    assert max(map(cells, lines)) <= max(width, 48)


def test_chinese_is_broken_between_letters_and_stops_never_begin_a_line() -> None:
    lines = wrapped("我在丝织厂的财务科坐了三十四年，窗外是桑树，窗里是算盘。", 16)
    assert "".join(lines) == "我在丝织厂的财务科坐了三十四年，窗外是桑树，窗里是算盘。"
    assert max(map(cells, lines)) <= 16
    assert not any(line[0] in "，。" for line in lines)


def test_nothing_on_a_card_steers_a_terminal(tmp_path: Path) -> None:
    text = card(tmp_path, "---\nnickname: Qu\u200eill\nlinks: {Bl\u200fog: https://quill.example}\n---\n")
    assert "\u200e" not in text and "\u200f" not in text and "Qu�ill" in text
