"""What the search keeps from one build to the next: its files are those of a new search, and few of them are new."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.rendered import Rendered
from acquaint.search import Column, Document, Level, Parts, Passage, Search, Value, entry
from acquaint.search.terms import TermIndex

HANDLES = [f"m{number}" for number in range(8)]
VALUES = [
    "Bread",
    "Go",
    "Front End",
    "Node.js",
    ".NET",
    "Zoë",
    "Pará",
    "para",
    "zo e",
    "z oe",
    "数据库",
    "C++",
    "with",
    "z",
]
TEXTS = ["broad data, with bread", "go on: zoe's front-end", "para os amigos", "数据很多 breads", "a trusty front–end"]
VALUE = st.builds(
    lambda text, level, also: Passage("Skills", text, None, level, True, also),
    st.sampled_from(VALUES),
    st.sampled_from([Level.NAME, Level.TAG, Level.INTEREST]),
    st.lists(st.sampled_from(VALUES), max_size=1).map(tuple),
)
SENTENCE = st.builds(
    Passage, st.just("Told"), st.sampled_from(TEXTS), st.none(), st.sampled_from([Level.TOLD, Level.PROSE])
)
PASSAGES = st.tuples(st.lists(VALUE, max_size=3), st.lists(SENTENCE, max_size=2)).map(lambda both: (*both[0], *both[1]))
DOCUMENT = st.builds(
    Document, st.sampled_from(HANDLES), st.sampled_from(["Zoë", "ada", "李静"]), st.sampled_from(["", "UTC"]), PASSAGES
)
FEW = st.lists(DOCUMENT, max_size=8, unique_by=lambda document: document.handle)
CROWD = [
    Document(f"z{number}", f"Z{number}", "", (Passage("Told", f"bread{number} z{number % 7} go", None, Level.TOLD),))
    for number in range(40)
]
COMMUNITY = st.one_of(FEW, FEW.map(lambda few: [*CROWD[:20], *few, *CROWD[20:]]), FEW.map(lambda few: [*CROWD, *few]))


def column(documents: list[Document]) -> Column:
    """Everybody by how their name is sorted."""
    names = sorted({document.sort_as for document in documents})
    having = {name: tuple(each.handle for each in documents if each.sort_as == name) for name in names}
    return Column("name", "Name", None, tuple(Value(name, name, None, having[name]) for name in names))


def update(search: Search, documents: list[Document]) -> tuple[Rendered, ...]:
    known: Parts = {}
    return search.update([entry(document, known).told for document in documents], [column(documents)])


def document(number: int, *passages: Passage) -> Document:
    return Document(f"m{number}", f"M{number}", "", passages)


def prose(text: str) -> Passage:
    return Passage("Introduction", text, None, Level.PROSE)


def tag(text: str) -> Passage:
    return Passage("Skills", text, None, Level.TAG, is_value=True)


@pytest.fixture(autouse=True, params=[4_000, 12], ids=["one shard", "many shards"])
def sizes(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("acquaint.search.terms.MOST_IN_A_SHARD", request.param)
        patch.setattr("acquaint.search.terms.WORDS", request.param // 4)
        yield


@given(versions=st.lists(COMMUNITY, min_size=2, max_size=5))
def test_after_any_changes_the_files_are_those_of_a_new_search(versions: list[list[Document]]) -> None:
    kept = Search("en")
    for documents in versions:
        assert update(kept, documents) == update(Search("en"), documents)


@given(versions=st.lists(COMMUNITY, min_size=2, max_size=3))
def test_the_shards_are_those_of_a_new_index_and_every_term_is_where_it_is_looked_for(
    versions: list[list[Document]],
) -> None:
    index = TermIndex()
    for documents in versions:
        index.update([entry(document, {}).told for document in documents])
        assert index.shards() == TermIndex(documents).shards()


@given(before=COMMUNITY, after=COMMUNITY)
def test_a_file_that_stays_as_it_was_is_the_same_object(before: list[Document], after: list[Document]) -> None:
    search = Search("en")
    old = {file.path: file for file in update(search, before)}
    for file in update(search, after):
        assert (file is old.get(file.path)) == (file == old.get(file.path))


def test_an_edit_writes_only_the_shards_of_the_words_that_came_or_went() -> None:
    words = [f"{first}{second}" for first in "abcdefgh" for second in "pqrstuvw"]
    documents = [document(n, prose(" ".join(words[n : n + 40]))) for n in range(20)]
    search = Search("en")
    old = {file.path: file for file in update(search, documents)}
    edited = [*documents[:7], document(7, prose(" ".join(words[7:46]))), *documents[8:]]
    changed = {file.path for file in update(search, edited) if file is not old.get(file.path)}
    assert len(changed) == 1
    assert changed <= {path for path in old if path.startswith("search/terms/")}


def test_what_both_editions_say_is_worked_out_once() -> None:
    known: Parts = {}
    public = entry(document(1, tag("Bread"), prose("I bake")), known)
    internal = entry(document(1, tag("Bread"), prose("I bake"), tag("Northwind")), known)
    assert {id(part) for part in public.told.parts} < {id(part) for part in internal.told.parts}


def test_a_member_in_the_index_is_plain_data() -> None:
    def plain(value: Any) -> bool:
        return all(map(plain, value)) if isinstance(value, tuple) else type(value) in (str, bytes, int)

    assert plain(entry(document(1, tag("Zoë"), tag("Front End"), prose("I bake")), {}))


def test_a_word_written_together_is_cut_where_it_is_put_together_now() -> None:
    search = Search("en")
    for text, cut in (("Zo e", '"zo|e"'), ("Z oe", '"z|oe"')):
        content = b"".join(file.content for file in update(search, [*CROWD, document(1, tag(text))])).decode()
        assert cut in content


def test_who_leaves_takes_the_last_of_their_words_along() -> None:
    stays, leaves = document(1, tag("Bread")), document(0, tag("Bread"), tag("Kites"))
    index = TermIndex([leaves, stays])
    index.update([entry(stays, {}).told])
    assert index.shards() == {"": '{"bread":[9,"A"]}'}
    assert not index.whole("kites")
    assert index.words() == "bread"


def test_a_shard_goes_with_the_last_of_its_words() -> None:
    index = TermIndex([*CROWD, document(1, tag("z"))])
    index.update([entry(each, {}).told for each in CROWD])
    assert index.shards() == TermIndex(CROWD).shards()
