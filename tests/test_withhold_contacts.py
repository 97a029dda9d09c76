"""What of a member's free text is a contact, or looks like one, and what doesn't."""

from itertools import pairwise

import pytest

from acquaint.secrets import Shape
from acquaint.withhold import Person, Withholder, altered_sentence, canonical_contact, contacts_in

NOBODY = Withholder(Person("Nick", "nick", "Nick"))


@pytest.mark.parametrize(
    "contact",
    [
        "ada@example.org",
        "ada.l+x@sub.example.co.uk",
        "ada＠example．org",
        "ada @ example . org",
        "ada at example dot org",
        "ada AT example DOT org",
        "ada (at) example (dot) org",
        "ada [at] example [dot] org",
        "ada[at]example.org",
        "ada dot l at example dot org",
        "ada-at-example-dot-org",
        "ada at gmail",
        "ada at gmail.com",
        "a\u200bda@example.org",
        "mailto:ada@example.org",
        "+49 30 1234567",
        "+49 (0) 30 / 1234567",
        "(030) 123-4567",
        "030.123.4567",
        "06 12 34 56 78",
        "0301234567",
        "13800138000",
        "138-0013-8000",
        "٠٣٠١٢٣٤٥٦٧",
        "０３０－１２３４５６７",
        "tel:+49301234567",
        "https://t.me/ada99",
        "wa.me/49301234567",
    ],
)
def test_whatever_looks_like_a_contact_gives_way(contact: str) -> None:
    altered = NOBODY.text(f"Write ({contact}), please", "en")
    assert altered in ("Write (contact for members), please", "Write (link for members), please")


@pytest.mark.parametrize(
    ("said", "altered"),
    [
        ("微信：ada_l 谢谢", "微信：(contact for members) 谢谢"),
        ("我的微信是ada_l。", "我的微信是(contact for members)。"),
        ("WeChat: ada_l, or mail", "WeChat: (contact for members), or mail"),
        ("my wechat is ada_l.", "my wechat is (contact for members)."),
        ("telegram @adal", "telegram (contact for members)"),
        ("QQ 12345678", "QQ (contact for members)"),
        ("Signal: ada.01", "Signal: (contact for members)"),
        ("phone 5550172203", "phone (contact for members)"),
    ],
)
def test_an_account_gives_way_where_it_is_said_to_be_one(said: str, altered: str) -> None:
    assert NOBODY.text(said, "en") == altered


@pytest.mark.parametrize(
    "said",
    [
        "I work at example.org",
        "Engineer @ CERN. Berlin",
        "2019 - 2024",
        "2018-2019-2020",
        "since 2020-01-15, 12.03.2024",
        "0000-0002-1825-0097",
        "0000-0002-1825-009X",
        "ISBN 978-3-16-148410-0",
        "doi:10.1038/s41586-020-2649-2",
        "10.1000/182123456",
        "arXiv:2101.12345",
        "version 2.0.19041.1234",
        "10 000 000 users",
        "€ 1 200 000 and 1,234,567",
        "52.520008, 13.404954",
        "192.168.100.101",
        "5550172203",
        "https://example.org/12345678901",
        "Signal: processing and noise",
        "my discord is broken",
        "we chat at noon, look at the dot",
        "@mention everyone at 10:30-17:30",
        "npm i @scope/package",
        "Python 3.11 3.12 3.13 3.14",
    ],
)
def test_what_only_resembles_a_contact_stays(said: str) -> None:
    assert NOBODY.text(said, "en") == said


@pytest.mark.parametrize(
    ("shape", "value", "said"),
    [
        (Shape.ACCOUNT, "ada_l", "find me as ADA_L there"),
        (Shape.ACCOUNT, "ada#1234", "find me as ada#1234 there"),
        (Shape.PHONE, "+49 30 1234567", "find me as 49 3 0 1 2 3 4 5 6 7 there"),
        (Shape.PHONE, "5550172203", "find me as 5550172203 there"),
        (Shape.EMAIL, "Ada@Example.org", "find me as ada at example dot org there"),
    ],
)
def test_a_private_contact_gives_way_in_any_form(shape: Shape, value: str, said: str) -> None:
    person = Person("Nick", "nick", "Nick", private_contacts=frozenset({canonical_contact(shape, value)}))
    assert Withholder(person).text(said, "en") == "find me as (contact for members) there"


@pytest.mark.parametrize("said", ["hello@open.example", "+49 170 1234567", "WeChat: ada_open", "https://t.me/ada_open"])
def test_what_somebody_made_public_stays(said: str) -> None:
    opened = frozenset({"hello@open.example", "491701234567", "ada_open"})
    person = Person("Nick", "nick", "Nick", ("Ada Lindqvist",), private_contacts=frozenset({"1234567"}))
    assert Withholder(person, opened).text(said, "en") == said


@pytest.mark.parametrize(
    ("lang", "word"),
    [("de", "(Kontakt für Mitglieder)"), ("zh-Hans", "（联系方式仅成员可见）"), ("sv", "(…)")],
)
def test_the_neutral_word_is_of_the_texts_language(lang: str, word: str) -> None:
    assert NOBODY.text("a@b.example", lang) == word


@pytest.mark.parametrize(
    ("shape", "value", "canonical"),
    [
        (Shape.EMAIL, " Ada@Example.ORG ", "ada@example.org"),
        (Shape.EMAIL, "ada＠example.org", "ada@example.org"),
        (Shape.PHONE, "+49 (30) 12-34٥", "493012345"),
        (Shape.ACCOUNT, "@Ada_L", "ada_l"),
    ],
)
def test_a_contact_has_one_canonical_form(shape: Shape, value: str, canonical: str) -> None:
    assert canonical_contact(shape, value) == canonical


def test_every_candidate_of_a_text_is_told_with_its_place() -> None:
    text = "Hi Ada_L: ada (at) x.org, +49 30 1234567."
    found = {(text[start:end], name) for start, end, name in contacts_in(text)}
    assert {("Ada_L", "ada_l"), ("ada (at) x.org", "ada@x.org"), ("+49 30 1234567", "49301234567")} <= found


def test_a_warning_shows_the_one_altered_sentence() -> None:
    withholder = Withholder(Person("Nick", "nick", "Nick", ("Ada Lindqvist",)))
    text = "First. I am Ada Lindqvist, hi. Third."
    assert altered_sentence(text, withholder.findings(text, "en")) == "I am Nick, hi."
    long = "word " * 80 + "Ada Lindqvist" + " more" * 80
    shown = altered_sentence(long, withholder.findings(long, "en"))
    assert len(shown) <= 160
    assert "Nick" in shown
    assert "Ada" not in shown


def test_findings_are_in_order_and_do_not_overlap() -> None:
    withholder = Withholder(Person("Nick", "nick", "Nick", ("Ada Lindqvist",), ("Lindqvist Data",)))
    text = "Ada Lindqvist Data, ada@lindqvist.example, https://x.example/Ada Lindqvist 030 1234567"
    found = withholder.findings(text, "en")
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= finding.start < finding.end <= len(text) for finding in found)
