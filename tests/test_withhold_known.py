"""A contact that is known to be private is found in every spelling, in time that grows with the text and no faster."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.withhold.known import known_places

SIZES = (200, 2_000, 20_000)
PLAIN = "We meet on 12 May at 18:30 in room 4 and bake bread. "
PUMPED = [
    *("(0)", "(0) ", "1", "1 ", "0 ", "0", "+", "+1 ", "00 ", "(", "1(0)", "49 (0)", "1\n", "1\ufe0f\u20e3", "\u20e3"),
    *("a.", "a@", "a at ", "dot ", "a dot ", "dot.dot@", "@", "_", "-.", "\\", "\\-", "a\\_", "a ", "a _ ", " ", "."),
]
VALUES: dict[str, Callable[[int], str]] = {
    "phone": lambda size: "100000000000001",
    "ones": lambda size: "1" * size,
    "zeros": lambda size: "0" * size,
    "mail": lambda size: f"{'a.' * (size // 2)}b@example.org",
    "host": lambda size: f"ada@{'dot.' * (size // 4)}org",
    "dots": lambda size: f"a{'-.' * (size // 2)}b@example.org",
    "signs": lambda size: f"a{'_' * size}b",
    "slashes": lambda size: "a" + "\\-" * (size // 2) + "b",
    "words": lambda size: f"{'a ' * (size // 2)}b",
    "signed-words": lambda size: f"a{' _' * (size // 2)} b",
}


def places(text: str, value: str) -> list[str]:
    return [text[start:end] for start, end in known_places(text, [value])]


def seconds(text: str, value: str) -> float:
    def once() -> float:
        start = time.process_time()
        known_places(text, [value])
        return time.process_time() - start

    return min(once() for _ in range(2))


def filled(unit: str, size: int) -> str:
    return (unit * size)[:size]


@pytest.mark.parametrize("size", [15, *SIZES])
@pytest.mark.parametrize("kind", VALUES)
def test_no_text_takes_longer_than_its_length_tells(kind: str, size: int) -> None:
    value = VALUES[kind](size)
    known_places("", [value])
    for length in SIZES:
        plain = max(seconds(filled(PLAIN, length), value), length * 1e-7)
        slowest = max(PUMPED, key=lambda unit: seconds(filled(unit, length), value))
        assert seconds(filled(slowest, length), value) < 100 * plain, ascii(slowest)


BEFORE = st.sampled_from(["", "+", "00", "0", "(0)", "(", "(+", "00 (0) "])
GAP = st.sampled_from(["", "", "", " ", "-", ".", "/", " - ", "_", "\n", "…", "\ufe0f\u20e3", "(", ")"])
NUMBERS = st.from_regex(r"[1-9][0-9]{4,20}", fullmatch=True)


@given(number=NUMBERS, before=BEFORE, data=st.data())
def test_a_number_is_found_whatever_parts_its_digits(number: str, before: str, data: st.DataObject) -> None:
    written = number[0] + "".join(data.draw(GAP) + digit for digit in number[1:])
    assert places(f"Ring {before}{written}, please", number) == [f"{before}{written}"]
    assert places(f"Ring {before}{written}, please", f"00{number}") == [f"{before}{written}"]


@given(
    number=st.from_regex(r"[1-9][0-9]{8}", fullmatch=True), country=st.from_regex(r"[1-9][0-9]{0,2}", fullmatch=True)
)
def test_a_number_is_found_with_and_without_its_country(number: str, country: str) -> None:
    for written in (f"+{country} {number}", f"00{country}{number}", f"+{country} (0) {number}", f"(0) {number}"):
        assert places(f"or {written}.", number) == [written]
        assert places(f"or {written}.", country + number) == [written]


@given(number=st.from_regex(r"[1-9][0-9]{9,14}", fullmatch=True), digit=st.sampled_from("123456789"))
def test_a_number_in_the_midst_of_other_digits_is_another(number: str, digit: str) -> None:
    assert places(f"{number}{digit}", number) == []
    assert places(f"{digit}{digit}{digit}{digit}{number}", number) == []


def test_numbers_that_share_digits_are_one_place() -> None:
    assert places("1 1 1 1 1 1 1 1 1", "1111111") == ["1 1 1 1 1 1 1 1 1"]
    assert places("30 1234567, 30 1234567", "301234567") == ["30 1234567", "30 1234567"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("ada.point.l@example.org", "ada . point . l at example dot org"),
        ("ada.point.l@example.org", "ada dot point dot l@example.org"),
        ("ada@point.example.dot", "ada (at) point dot example dot dot"),
        ("ada._x@example.org", "ada. _x@example.org"),
        ("ada _ l", "ada\n_ l"),
        ("_ada l_", "_ada **l_"),
        ("a\\-b", "a\\\\\\-b"),
    ],
)
def test_signs_and_words_for_a_dot_are_told_apart(value: str, said: str) -> None:
    assert places(f"({said})", value) == [said]


def test_a_value_longer_than_any_contact_is_found_as_it_stands() -> None:
    long = "ada_" * 400
    assert places(f"so {long} it is", long) == [long]
