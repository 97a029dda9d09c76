"""What matching keeps from one build to the next: who is named is who a new meeting would name, whatever came before."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.matching import Limits, Meeting, Member, Tagged
from acquaint.matching.ring import Place, Ring, place_of
from acquaint.slugs import slug
from chance import examples

SMALL = Limits(circle=4, candidates=3, compared=2, named=2, floor=1, alike=1)
"""So few are looked at, and so few are everybody, that any change is at some edge."""
TAGS = ["Bread", "Code", "Code review", "Go", "Maps", "Open data", "数据", "Reviewing"]
WORDS = ["bread", "code", "review", "go", "Go", "maps", "open", "data", "数据", "the", "translate", "letters"]
HANDLES = [f"m{number}" for number in range(14)]


def tag(text: str, *also: str) -> Tagged:
    return Tagged(slug(text), text, (text, *also) if also else ())


TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
TAGGED = st.lists(st.sampled_from(TAGS), max_size=3, unique=True).map(lambda names: tuple(map(tag, names)))
MEMBER = st.builds(Member, st.sampled_from(HANDLES), TAGGED, TAGGED, TEXTS, TEXTS)
CROWD = st.lists(MEMBER, max_size=14, unique_by=lambda member: member.handle)
VOCABULARY = st.lists(st.sampled_from([tag("Maps", "letters"), tag("Atlas", "code")]), max_size=1)


def edited(members: list[Member], edits: Iterable[Member | str]) -> list[Member]:
    """`members` after somebody is put in for who has their handle, or left."""
    found = {member.handle: member for member in members}
    for edit in edits:
        if isinstance(edit, str):
            found.pop(edit, None)
        else:
            found[edit.handle] = edit
    return list(found.values())


EDITS = st.lists(st.one_of(MEMBER, st.sampled_from(HANDLES)), min_size=1, max_size=2)


@examples(300)
@given(crowd=CROWD, history=st.lists(EDITS, min_size=1, max_size=4), vocabularies=st.lists(VOCABULARY, min_size=5))
def test_after_any_changes_it_says_what_a_new_meeting_says(
    crowd: list[Member], history: list[list[Member | str]], vocabularies: list[list[Tagged]]
) -> None:
    kept, members = Meeting(SMALL), crowd
    for edits, vocabulary in zip([[], *history], vocabularies, strict=False):
        members = edited(members, edits)
        assert kept.update(members, vocabulary) == Meeting(SMALL).update(members, vocabulary)


@given(crowd=CROWD, other=CROWD)
def test_one_community_becomes_another(crowd: list[Member], other: list[Member]) -> None:
    kept = Meeting(SMALL)
    for members in (crowd, other, crowd):
        assert kept.update(members) == Meeting(SMALL).update(members)


def test_a_word_becomes_a_topic_for_everybody_with_the_first_tag_that_is_made_of_it() -> None:
    kept = Meeting()
    two = [Member("ada", asks=("Somebody for letters",)), Member("bo", offers=("Letters to print",))]
    assert kept.update(two)["ada"].helpers == ((),)
    assert kept.update([*two, Member("cy", (tag("Open letters"),))])["ada"].helpers[0]
    assert kept.update(two)["ada"].helpers == ((),)


def test_a_community_that_doubles_weighs_everything_anew() -> None:
    kept, limits = Meeting(), Limits()
    crowd = [
        Member(f"m{n}", (tag(TAGS[n % 5]),), (tag(TAGS[n % 7]),), (WORDS[n % 11],), (WORDS[n % 3],)) for n in range(140)
    ]
    counts = (limits.circle - 2, limits.circle, 2 * limits.circle + 1, limits.circle - 1)
    for members in (crowd[:count] for count in counts):
        assert kept.update(members) == Meeting().update(members)


@given(before=CROWD, edits=EDITS)
def test_who_is_met_alike_stays_the_same_object(before: list[Member], edits: list[Member | str]) -> None:
    kept = Meeting(SMALL)
    old = kept.update(before)
    new = kept.update(edited(before, edits))
    assert all((new[handle] is old[handle]) == (new[handle] == old[handle]) for handle in old.keys() & new.keys())


def test_an_edit_that_matching_knows_nothing_of_makes_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Meeting()
    members = [Member(f"m{n}", (tag(TAGS[n % 5]),), (), ("Code review",), ("bread",)) for n in range(20)]
    kept.update(members)
    monkeypatch.setattr("acquaint.matching.meeting.know", None)
    monkeypatch.setattr("acquaint.matching.answers.Judge._ranked", None)
    kept.update([*members[:3], members[3]._replace(), *members[4:]])


def test_an_edit_answers_few_again(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"Craft {n}" for n in range(400)]
    members = [
        Member(
            f"m{n}", (tag(names[n]), tag(names[n - 1]), tag("Bread")), (), (f"A craft {n}",), (f"Who knows craft {n}",)
        )
        for n in range(400)
    ]
    kept = Meeting()
    kept.update(members)
    asked, near = list[Place](), Ring.near

    def noting(ring: Ring, place: Place, terms: Iterable[str]) -> set[Place]:
        asked.append(place)
        return near(ring, place, terms)

    monkeypatch.setattr(Ring, "near", noting)
    kept.update([*members[:7], members[7]._replace(skills=(tag(names[8]),)), *members[8:]])
    assert 0 < len(asked) < 400


@given(handles=st.sets(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=12), data=st.data())
def test_who_may_have_somebody_near_is_known_from_the_circle(handles: set[str], data: st.DataObject) -> None:
    places = sorted(map(place_of, handles))
    shown, asking = Ring(3), Ring(3)
    for ring in (shown, asking):
        for place in places:
            ring.put(place, {"term"} if data.draw(st.booleans()) else set())

    def have_near(other: Place) -> set[Place]:
        return {place for place in asking.of("term") if other in shown.near(place, ["term"])}

    for other in shown.of("term"):
        assert have_near(other) <= set(shown.before(other, "term", asking))
