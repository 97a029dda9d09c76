"""Known private contacts in odd spellings, and texts nobody thought of: nothing stumbles and nothing is published."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.withhold import Person, Withholder, contacts_in

SECRETS = frozenset({"zqx77@priv.example", "49301234567", "zqx big account", "zqx_acc"})
KNOWING = Withholder(Person("Quill", "q9", "Quill", ("Priya A",), ("Zqxwind Data",), SECRETS))
MAILS = (
    "zqx77@priv.example|zqx77 at priv.example|zqx77 AT priv.example|zqx77 ät priv.example|zqx77-at-priv.example|"
    "zqx77 (a) priv.example|zqx77[@]priv.example|zqx77 arroba priv.example|zqx77 bei priv.example|"
    "zqx77 艾特 priv.example|zqx77艾特priv.example|zqx77@priv。example|zqx77\\@priv.example|zqx77@\npriv.example|"
    "zqx77 at priv dot example|zqx77@priv．example"
).split("|")
MAILS += ["zqx77|at|priv.example", "zqx77 | at | priv.example"]
NUMBERS = (
    "+49_30_123_45_67",
    "49:30:1234567",
    "49|30|1234567",
    "030, 123, 45, 67",
    "030~1234567",
    "030•1234567",
    "**030** 1234567",
    "4️⃣9️⃣3️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣",
    "0️⃣3️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣",
    "+49 (0) 30 1234567",
    "0301234567",
    "301234567",
    "030\n1234567",
)
ACCOUNTS = (
    "zqx big account",
    "zqx big\naccount",
    "zqx  big   account",
    "@zqx_acc",
    '"zqx_acc"',
    "zqx\\_acc",
    "ZQX_Acc",
)


@pytest.mark.parametrize("said", [*MAILS, *NUMBERS, *ACCOUNTS])
@pytest.mark.parametrize("frame", ["Write {}, please", "{}", "so since 2019: {} and so on"])
def test_a_known_contact_gives_way_in_every_spelling(said: str, frame: str) -> None:
    left = KNOWING.text(frame.format(said), "en").translate({ord(mark): None for mark in '*"'})
    assert left == frame.format("(contact for members)")


@pytest.mark.parametrize("said", ["zqx7799@", "zqx77 is here", "at priv.example", "1301234567", "zqx big", "myzqx_acc"])
def test_what_is_only_a_part_of_a_known_contact_stays(said: str) -> None:
    assert KNOWING.text(said, "en") == said


@pytest.mark.parametrize("said", [*MAILS[:5], *MAILS[6:]])
def test_an_odd_address_is_a_candidate(said: str) -> None:
    assert "zqx77@priv.example" in {name for _, _, name in contacts_in(f"Write {said}. Thanks")}


@pytest.mark.parametrize("said", ["49_30_1234567", "49|30|1234567", "49~301234567", NUMBERS[7]])
def test_an_odd_number_is_a_candidate(said: str) -> None:
    assert "49301234567" in {name for _, _, name in contacts_in(f"Call 7 {said}, ok")}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Priya A", "Priya A\nZqxwind Data"),
        ("Nguyen Van An", "Ask Nguyen Van An Zqxwind Data"),
        ("Nguyen Van An", "Ask Nguyen Van An the Zqxwind Data"),
        ("Priya A", "(Priya A)(Zqxwind Data)"),
    ],
)
def test_a_company_right_behind_a_name_is_withheld(name: str, said: str) -> None:
    left = Withholder(Person("Quill", "q9", "Quill", (name,), ("Zqxwind Data",))).text(said, "en")
    assert "Zqxwind" not in left and "Priya" not in left and "Nguyen" not in left
    assert "organisation" in left


@pytest.mark.parametrize("lang", ["en", "de", "fr", ""])
@pytest.mark.parametrize(
    "said", ["\n  Zqxwind Data makes maps", " Zqxwind Data", "\u3000Zqxwind Data", "\tthe Zqxwind Data"]
)
def test_white_space_before_a_company_is_no_stumbling_block(said: str, lang: str) -> None:
    assert "Zqxwind" not in KNOWING.text(said, lang)


PIECES = st.sampled_from(
    " |\n|\t|the |A |Ada|Zqx|Data|@|#|(|)|'|s|.|,|-|/|王|小|1|+49|://|http|x.example| at |<b>|</b>|&|\u0301|\ufe0f".split(
        "|"
    )
)
ANY = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=14).map("".join))


@given(ANY, ANY, ANY, st.sampled_from(["en", "de", "zh", "fr", "it", ""]))
def test_no_text_name_company_or_contact_makes_anything_stumble(text: str, name: str, company: str, lang: str) -> None:
    person = Person("Quill", "q9", "Quill", (name,), (company,), frozenset({name, company}))
    withholder = Withholder(person)
    for said in (text, f"{text}{company}{text}", f"{name} {company}", f" {company}"):
        withholder.text(said, lang)
        withholder.html(said, lang)
        withholder.holds(said)
        found = withholder.findings(said, lang)
        assert all(one.end <= other.start for one, other in pairwise(found))
        contacts_in(said)
