"""What was made of what: the same inputs run no step twice, and what was remembered is what would be made now."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from acquaint.everybody import Everybody
from acquaint.load import load
from acquaint.plain import decoded, digest, encoded
from acquaint.problems import Problems
from acquaint.reveal import Setting, reveal
from acquaint.store import FORGETFUL, Store, foundation, key_on_disk
from communities import DAY

EXAMPLE = Path(__file__).parents[1]


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Branch:
    leaves: tuple[Leaf, ...]
    by_name: dict[str, Leaf]
    words: frozenset[str]
    day: date | None
    html: Markup
    colour: Colour = Colour.RED


TEXTS = st.text(max_size=8)
LEAVES = st.builds(Leaf, TEXTS, st.integers(-5, 5))
BRANCHES = st.builds(
    Branch,
    st.lists(LEAVES, max_size=3).map(tuple),
    st.dictionaries(TEXTS, LEAVES, max_size=3),
    st.frozensets(TEXTS, max_size=4),
    st.none() | st.dates(),
    TEXTS.map(Markup),
)


@given(one=BRANCHES, other=BRANCHES)
def test_equal_values_have_equal_bytes_and_others_have_others(one: Branch, other: Branch) -> None:
    again = Branch(tuple(one.leaves), dict(one.by_name), frozenset(list(one.words)[::-1]), one.day, one.html)
    assert encoded(one) == encoded(again)
    same = one == other and list(one.by_name) == list(other.by_name)
    assert (encoded(one) == encoded(other)) == same
    assert (digest(one) == digest(other)) == same


def test_records_and_profiles_come_back_from_their_bytes_as_they_were() -> None:
    read = load(EXAMPLE, Problems())
    for record in read.records:
        assert decoded(encoded(record)) == record
    assert decoded(encoded(read.community)) == read.community
    revealed = reveal(Everybody.of(read.records, read.community), (), Setting(read.community, DAY))
    for profile in revealed.internal.profiles:
        assert decoded(encoded(profile)) == profile


@pytest.mark.parametrize("value", [object(), [1], {1}, lambda: None, Path()])
def test_what_could_change_is_no_plain_value(value: object) -> None:
    with pytest.raises(TypeError, match="no plain value"):
        encoded(value)


class Steps:
    """Steps that count how often they are run."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    def shout(self, leaf: Leaf) -> str:
        self.ran.append(leaf.name)
        return leaf.name.upper()


def test_a_step_runs_once_for_equal_inputs_and_again_for_others() -> None:
    store, steps = Store(), Steps()
    shout = steps.shout
    for _ in range(3):
        store.begin()
        assert store.of(shout, Leaf("a")) == "A"
        assert store.of(shout, Leaf("b")) == "B"
        store.good()
    assert steps.ran == ["a", "b"]
    store.begin()
    assert store.of(shout, Leaf("a", 1)) == "A"
    assert steps.ran == ["a", "b", "a"]
    assert sum(store.ran.values()) == 1


def test_what_the_last_good_build_did_not_use_is_forgotten() -> None:
    store, steps = Store(), Steps()
    shout = steps.shout
    for names in ("ab", "b"):
        store.begin()
        for name in names:
            store.of(shout, Leaf(name))
        store.good()
    assert len(store) == 1
    store.begin()
    store.of(shout, Leaf("a"))
    assert steps.ran == ["a", "b", "a"]


def test_a_build_that_failed_forgets_nothing() -> None:
    store, steps = Store(), Steps()
    shout = steps.shout
    store.begin()
    store.of(shout, Leaf("a"))
    store.good()
    store.begin()
    store.of(shout, Leaf("b"))
    store.begin()
    for name in "ab":
        store.of(shout, Leaf(name))
    assert steps.ran == ["a", "b"]


def test_a_store_that_keeps_nothing_runs_every_step() -> None:
    steps = Steps()
    for _ in range(2):
        FORGETFUL.of(steps.shout, Leaf("a"))
    assert steps.ran == ["a", "a"]
    assert len(FORGETFUL) == 0


def test_a_key_on_disk_tells_steps_and_inputs_and_their_foundation_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {key_on_disk(digest, Leaf("a")), key_on_disk(digest, Leaf("b")), key_on_disk(encoded, Leaf("a"))}
    assert len(keys) == 3
    assert key_on_disk(digest, Leaf("a")) in keys
    before = foundation()
    monkeypatch.setattr("unicodedata.unidata_version", "99.0")
    assert foundation() != before
