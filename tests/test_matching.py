"""Who can help whom: what answers an ask, what doesn't, and that neither chance nor order has a say."""

import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.matching import Answer, Limits, Meeting, Member, Met, Tagged, joined
from acquaint.matching.members import know
from acquaint.matching.rarity import Rarity
from acquaint.matching.readings import Reader
from acquaint.matching.stems import stem
from acquaint.matching.tags import Tags
from acquaint.matching.words import language_of, words
from acquaint.slugs import slug

LIMITS = Limits()
DATA = Tagged("data-engineering", "Data engineering", ("Data engineering", "data pipelines", "数据工程"))


def tag(text: str, *also: str) -> Tagged:
    return Tagged(slug(text), text, (text, *also) if also else ())


def member(
    handle: str, offers: str = "", asks: str = "", skills: tuple[Tagged, ...] = (), interests: tuple[Tagged, ...] = ()
) -> Member:
    return Member(
        handle, skills, interests, tuple(filter(None, offers.split("|"))), tuple(filter(None, asks.split("|")))
    )


def meet(*people: Member) -> Mapping[str, Met]:
    return Meeting().update(people)


def helpers(*people: Member) -> list[tuple[str, str, int]]:
    """Who could help the first of `people` with their first ask, and with what."""
    return [(a.helper, a.field, a.number) for a in meet(*people)[people[0].handle].helpers[0]]


def said(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    "forms",
    [
        "review reviews reviewer reviewing",
        "translate translating translation translator translators",
        "bake baker baking",
        "map maps mapping",
        "engineer engineers engineering",
        "statistics statistical statistician",
        "analysis analyst analytics analysing",
        "garden gardener gardening",
        "library libraries librarian",
        "community communities",
        "mentor mentoring mentorship",
        "edit editing editor",
        "ubersetzung ubersetzungen ubersetzer ubersetzen",
        "schicht schichten",
    ],
)
def test_a_word_and_its_forms_have_one_stem(forms: str) -> None:
    assert len(set(map(stem, forms.split()))) == 1


@pytest.mark.parametrize("apart", ["community communication", "photo photograph", "general generation", "data date"])
def test_words_that_only_begin_alike_have_two(apart: str) -> None:
    assert len(set(map(stem, apart.split()))) == 2


@pytest.mark.parametrize("word", ["数据", "договор", "c++", "k8s", "go", "css"])
def test_what_the_table_knows_nothing_of_stays_as_it_is(word: str) -> None:
    assert stem(word) == word


def test_small_words_and_chinese_function_characters_say_nothing() -> None:
    telling = [word.term for word in words("想找一位做过传感器的人, for the river") if not word.weak]
    assert telling == ["传感", "感器", stem("river")]


@given(text=st.text(max_size=60))
def test_a_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
    reader = Reader(Tags())
    reader.learn([], [DATA])
    reading = reader.sentence(text)
    for term in reading.terms:
        assert all(0 <= start < end <= len(text) for start, end in reading.spans({term}))


def test_pairs_that_overlap_are_marked_as_one() -> None:
    assert joined([(2, 4), (0, 2), (1, 3), (6, 8)]) == ((0, 4), (6, 8))


def test_an_offer_that_says_a_topic_of_the_ask_answers_it() -> None:
    asks = member("ada", asks="Somebody to review a data model")
    offers = member("bo", offers="Sewing|Reviewing what you wrote")
    assert helpers(asks, offers) == [("bo", "offers", 1)]


def test_a_skill_that_the_ask_names_answers_it_in_any_spelling() -> None:
    asks = member("ada", asks="Who knows data pipelines?")
    assert helpers(asks, member("bo", skills=(tag("Sewing"), DATA))) == [("bo", "skills", 1)]
    chinese = member("ada", asks="谁懂数据工程？")
    assert helpers(chinese, member("bo", skills=(DATA,))) == [("bo", "skills", 0)]


def test_the_vocabulary_joins_spellings_that_nobody_has_as_a_tag() -> None:
    people = (member("ada", asks="Help with k8s"), member("bo", offers="Setting up Kubernetes at home"))
    assert meet(*people)["ada"].helpers == ((),)
    found = Meeting().update(people, [Tagged("kubernetes", "Kubernetes", ("k8s",))])["ada"].helpers
    assert [answer.helper for answer in found[0]] == ["bo"]


def test_a_chinese_ask_is_answered_by_a_chinese_offer() -> None:
    ask, offer = "想找一位做过传感器的人，看看我的土壤湿度", "教你装传感器，周末都行"
    (answer,) = meet(member("ada", asks=ask), member("bo", offers=offer))["ada"].helpers[0]
    assert said(ask, answer.asked) == said(offer, answer.answered) == ["传感器"]


def test_the_shared_words_are_those_that_are_written() -> None:
    ask, offer = "Reviewers for a package", "Code review"
    (answer,) = meet(member("ada", asks=ask), member("bo", offers=offer))["ada"].helpers[0]
    assert answer == Answer("ada", 0, "bo", "offers", 0, ((0, 9),), ((5, 11),))


@pytest.mark.parametrize(
    ("ask", "offer"),
    [
        ("A quiet room in summer", "Photographs of your house in summer"),  # one word by chance
        ("Somebody who has time to help me with this", "Help for everybody who has time for this"),  # small words
        (
            "Jemanden, der mir zeigt, wie man die Schichten plant",
            "A plant for the balcony, from a seed",
        ),  # two languages
        ("A desk near a window", "Translating letters"),
    ],
)
def test_below_the_floor_nobody_is_named(ask: str, offer: str) -> None:
    assert helpers(member("ada", asks=ask), member("bo", offers=offer)) == []


def test_a_skill_is_about_its_last_word() -> None:
    asks = member("ada", asks="A founder for operations|Somebody to practise speaking with")
    knows = member("bo", skills=(tag("Operations research"), tag("Public speaking")))
    first, second = meet(asks, knows)["ada"].helpers
    assert first == ()
    assert [answer.number for answer in second] == [1]


def test_a_tag_that_is_a_common_word_counts_where_it_is_written_as_a_tag() -> None:
    go = member("bo", skills=(tag("Go"), tag("R")))
    assert helpers(member("ada", asks="Somebody who writes Go"), go) == [("bo", "skills", 0)]
    assert helpers(member("ada", asks="Where shall I go, and is the writer's room free?"), go) == []


def test_the_rarer_word_comes_first() -> None:
    many = [member(f"m{i}", skills=(tag("Python"),)) for i in range(30)]
    one = member("zoe", skills=(tag("Weaving"),))
    found = helpers(member("ada", asks="Weaving patterns in Python"), *many, one)
    assert found[0] == ("zoe", "skills", 0)
    assert len(found) == LIMITS.named


def test_what_more_than_half_of_all_say_tells_nothing() -> None:
    everybody = [member(f"m{i}", skills=(tag("Python"),)) for i in range(LIMITS.circle)]
    assert helpers(member("ada", asks="Somebody who knows Python"), *everybody) == []


def test_weights_are_powers_of_two() -> None:
    rarity, reader = Rarity(LIMITS.circle), Reader(Tags())
    people = [
        member(f"m{i}", interests=tuple(map(tag, ["all", *(["half"] if i < 32 else []), *(["one"] if i == 0 else [])])))
        for i in range(64)
    ]
    rarity.change((None, know(person, reader)) for person in people)
    assert [rarity.weights[f"#{term}"] for term in ("all", "half", "one")] == [0, 1, 6]


def test_shared_tags_are_in_an_order_that_one_more_who_has_one_of_them_doesnt_turn() -> None:
    bread, choir, kites = tag("Bread"), tag("Choir"), tag("Kites")
    people = [member("ada", interests=(kites, choir, bread)), member("bo", interests=(bread, choir, kites))]
    crowd = [member(f"m{i}", interests=(bread, choir)) for i in range(2)]
    before, after = (meet(*people, *more)["ada"].similar for more in (crowd, [*crowd, member("x", skills=(bread,))]))
    assert before == after
    assert before[0].tags == ("kites", "bread", "choir")


def test_nobody_helps_themselves_or_is_like_themselves() -> None:
    ada = member("ada", offers="Code review", asks="A code review", skills=(DATA,), interests=(tag("Choir"),))
    assert meet(ada, member("bo"))["ada"] == Met(helpers=((),), themes=((),))


def test_whom_somebody_could_help_is_told_once_each() -> None:
    ada = member("ada", asks="A code review|A review of my code in Python")
    bo = member("bo", offers="Code review, mostly Python", skills=(tag("Python"),))
    (answer,) = meet(ada, bo)["bo"].helped
    assert (answer.asker, answer.ask, answer.helper) == ("ada", 1, "bo")


def test_similar_people_share_rare_tags_and_no_single_common_one() -> None:
    choir, kites, maps = tag("Choir"), tag("Kites"), tag("Maps")
    crowd = [member(f"m{i}", interests=(choir,)) for i in range(6)]
    met = meet(member("ada", interests=(choir, kites, maps)), member("bo", skills=(kites, maps)), *crowd)
    (like,) = met["ada"].similar
    assert (like.handle, like.tags) == ("bo", ("kites", "maps"))


def test_among_equals_it_is_somebody_else_for_everybody() -> None:
    asking = [member(f"a{i}", asks="A code review") for i in range(40)]
    helping = [member(f"h{i}", offers="Code review") for i in range(40)]
    met = meet(*asking, *helping, *(member(f"q{i}") for i in range(200)))
    assert len({met[one.handle].helpers[0][0].helper for one in asking}) > 10


def test_many_who_share_a_word_don_t_make_it_slow() -> None:
    crowd = [member(f"m{i}", offers="Code review", skills=(tag("Rust"),)) for i in range(3 * LIMITS.candidates)]
    quiet = [member(f"q{i}") for i in range(20 * LIMITS.candidates)]
    assert len(helpers(member("ada", asks="A review"), *crowd, *quiet)) == LIMITS.named


def test_an_empty_community_and_an_empty_member_are_no_trouble() -> None:
    assert not meet()
    assert meet(member("ada", asks="🦊|the")) == {"ada": Met(helpers=((), ()))}


def test_a_theme_is_a_tag_of_their_own_that_the_offer_names_else_touches_else_anybody_s() -> None:
    ada = member("ada", offers="Reading your data model, with written notes|Data pipelines", skills=(DATA,))
    bo = member("bo", offers="Written notes|Nothing", skills=(tag("Writing"),))
    cy = member("cy", offers="Writing letters")
    met = meet(ada, bo, cy)
    assert met["ada"].themes == (("data-engineering",), ("data-engineering",))
    assert met["bo"].themes == (("writing",), ())
    assert met["cy"].themes == (("writing",),)


WORDS = ["review", "Python", "maps", "garden", "translation", "数据", "letter", "for", "bread", "wiring", "choir"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
TAGS = st.lists(st.sampled_from(WORDS), max_size=3, unique=True).map(lambda names: tuple(map(tag, names)))
PEOPLE = st.lists(
    st.builds(lambda o, a, s, i: ("|".join(o), "|".join(a), s, i), *[st.lists(TEXTS, max_size=2)] * 2, TAGS, TAGS),
    min_size=1,
    max_size=12,
)


@given(rows=PEOPLE, dice=st.randoms())
def test_the_order_of_members_makes_no_difference(
    rows: list[tuple[str, str, tuple[Tagged, ...], tuple[Tagged, ...]]], dice: random.Random
) -> None:
    people = [member(f"m{number}", *row) for number, row in enumerate(rows)]
    shuffled = list(people)
    dice.shuffle(shuffled)
    assert meet(*people) == meet(*shuffled)


def test_a_german_and_an_english_text_are_told_apart() -> None:
    assert language_of("Jemanden, der mir zeigt, wie man Schichten plant") == "de"
    assert language_of("A planting plan for a balcony") == "en"
    assert language_of("Code review") == ""
