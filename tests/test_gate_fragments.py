"""Searching the parts of texts once finds what searching every text as a whole does."""

import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.errors import LeakError
from acquaint.gate import Gate
from acquaint.gate.finder import Finder
from acquaint.gate.folding import visible
from acquaint.gate.fragments import Lines, fragments
from acquaint.gate.haystacks import haystacks
from acquaint.gate.needles import How, needles
from acquaint.gate.search import MOST_REMEMBERED
from acquaint.gate.words import holds_phrase
from acquaint.rendered import Rendered
from acquaint.secrets import Secret, Shape
from chance import examples
from gate_samples import GLUE, MORE, SECRETS, texts

PHONE = Secret("ada", "contact.phone", "+49 30 1234567", Shape.PHONE)
EMAIL = Secret("ada", "contact.email", "ada.lindqvist@example.org", Shape.EMAIL)


def in_whole(secrets: Iterable[Secret], text: str, owner: str | None) -> set[Secret]:
    """What a search finds that takes nothing apart and remembers nothing."""
    known = [each for secret in secrets for each in needles(secret) if not each.own or secret.handle == owner]
    readings = list(haystacks([visible(text)]))
    found = {needle for hay in readings for needle in Finder(known).find(hay)}
    return {
        needle.secret
        for needle in found
        if needle.how is not How.HINT or any(holds_phrase(needle, hay) for hay in readings)
    }


@examples(300)
@given(
    secrets=st.lists(st.one_of(SECRETS, st.sampled_from(MORE)), min_size=1, max_size=4),
    owner=st.sampled_from([None, "m-1", "m-2"]),
    data=st.data(),
)
def test_what_is_remembered_changes_nothing_that_is_found(
    secrets: list[Secret], owner: str | None, data: st.DataObject
) -> None:
    gate = Gate(secrets)
    lines = data.draw(st.lists(st.one_of(texts(secrets), GLUE), min_size=1, max_size=8))
    order = random.Random(data.draw(st.integers(0, 99)))
    for _ in range(6):
        text = "\n".join(order.choices(lines, k=order.randint(1, len(lines))))
        assert set(gate.hits(text, owner)) == in_whole(secrets, text, owner), text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<li>+49 30</li>", "<li>1234567</li>"),
        ("<td>+49 30", "\n\n    1234567</td>"),
        ("<td>030</td>\n<td></td>\n<!x>", "</tr>\n<tr>\n<td>(1234567)</td>"),
        ("+49&#32;3&#48;", "&nbsp;12345&#54;7"),
        ("call 030%20", "%31234567"),
        ("030\\u0020", "\\u0031234567"),
        ("٠٣٠", "１２３４５６７"),
        ("03０", "₁₂₃₄₅₆₇"),
        ("<b>+49 30</b><i", "class=x> 1234567</i>"),
        ("<a title='030", "1234567'>"),
    ],
)
def test_two_lines_that_hold_a_number_together_are_searched_together(first: str, second: str) -> None:
    gate = Gate([PHONE])
    for alone in (first, second, f"{first}\n<p>and</p>\n{second}", f"{second}\n{first}"):
        assert gate.hits(alone, None) == ()
    assert gate.hits(f"<p>so</p>\n{first}\n{second}\n<p>that</p>", None) == (PHONE,)
    assert gate.hits(f"{first}\n{second}", None) == (PHONE,)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<p>ada.lindqvist<b", ">@example.org</b>"),
        ("<p>ada.lindqvist<b", "\n\nid=1>@example.org</b>"),
        ("ada.lind<!-- -", "<p> -->qvist@example.org"),
        ("ada.<!", ">lindqvist@example.org"),
        ("ada.<a href='x'", "id=y>lindqvist@example.org"),
    ],
)
def test_two_lines_that_one_tag_stands_in_are_searched_together(first: str, second: str) -> None:
    gate = Gate([EMAIL])
    assert gate.hits(first, None) == gate.hits(second, None) == ()
    assert gate.hits(f"<p>so</p>\n{first}\n{second}\n<p>that</p>", None) == (EMAIL,)


def test_a_tag_that_nothing_closes_hides_nothing_of_other_texts() -> None:
    gate = Gate([EMAIL])
    assert gate.hits("<p>one</p>\n<a href='", None) == ()
    assert gate.hits("<p>two</p>\n<a href='\n<p>ada.lindqvist@example.org</p>", None) == (EMAIL,)
    assert gate.hits("ada.lindqvist@example.org\n<p>three</p>\n<a", None) == (EMAIL,)


def test_a_line_is_searched_again_for_the_member_whose_page_it_is_on() -> None:
    word = Secret("ada", "contact.telegram", "sunshine", Shape.ACCOUNT)
    gate = Gate([word, PHONE])
    for owner in ("grace", None, "ada", "grace", "ada"):
        assert gate.hits("<p>frame</p>\n<p>Sun&#115;hine</p>\n<p>frame</p>", owner) == (
            (word,) if owner == "ada" else ()
        )


def test_lines_of_a_page_are_fragments_of_their_own() -> None:
    page = '<ul>\n  <li><a href="../x/">Two</a></li>\n\n  <li>12 people</li>\n</ul>\n<p>Three, 4</p>\n<p>and</p>'
    assert fragments(page, Lines()) == page.split("\n")
    assert fragments("<p>3</p>\n\n<p>4</p>\n<p>five</p>", Lines()) == ["<p>3</p>\n\n<p>4</p>", "<p>five</p>"]


def test_remembering_begins_anew_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_REMEMBERED >= 1_000_000
    monkeypatch.setattr("acquaint.gate.search.MOST_REMEMBERED", 100)
    gate = Gate([PHONE])
    for number in range(50):
        assert gate.hits(f"<p>line {number}</p>\n<p>of a frame</p>", None) == ()
        assert gate.hits(f"<p>line {number}</p>\n<p>+49 30 1234567</p>", None) == (PHONE,)


def test_the_same_bytes_pass_once_for_each_owner() -> None:
    gate = Gate([Secret("ada", "contact.telegram", "sunshine", Shape.ACCOUNT)])
    gate.inspect(Rendered("grace.html", b"<p>sunshine</p>", "grace"))
    gate.inspect(Rendered("grace.html", b"<p>sunshine</p>", "grace"))
    for path in ("ada.html", "again.html"):
        with pytest.raises(LeakError):
            gate.inspect(Rendered(path, b"<p>sunshine</p>", "ada"))
    with pytest.raises(LeakError):
        Gate([PHONE]).inspect(Rendered("+49301234567.html", b"", None))


@examples(200)
@given(
    steps=st.lists(st.lists(st.one_of(SECRETS, st.sampled_from(MORE)), max_size=6), min_size=1, max_size=4),
    data=st.data(),
)
def test_a_changed_gate_finds_what_a_new_one_finds(steps: list[list[Secret]], data: st.DataObject) -> None:
    gate = Gate(steps[0])
    before: list[Secret] = []
    text = data.draw(texts(MORE + [secret for step in steps for secret in step]))
    for step in steps:
        gate = gate.changed(step) if before or step is not steps[0] else gate
        for owner in ("m-1", None):
            assert gate.hits(text, owner) == Gate(step).hits(text, owner)
            assert {*gate.hits(text, owner)} <= {*Gate(before).hits(text, owner), *Gate(gate.added).hits(text, owner)}
        assert set(gate.added) == set(step) - set(before)
        before = step


def test_a_gate_that_changed_much_is_made_anew() -> None:
    many = [Secret(f"m-{n}", "contact.email", f"person{n}@example.org", Shape.EMAIL) for n in range(500)]
    gate = Gate(many)
    for start in (0, 1, 60, 101, 300):
        gate = gate.changed(many[start:])
        text = " ".join(secret.value for secret in many)
        assert gate.hits(text, None) == tuple(many[start:])
    assert gate.changed(many).hits(text, None) == tuple(many)
