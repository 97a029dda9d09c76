"""Whether a secret is found depends on the text and on the secret, and on nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.errors import LeakError
from acquaint.gate import Gate, Passing
from acquaint.rendered import Rendered
from acquaint.secrets import Secret, Shape
from chance import examples
from gate_samples import MORE, SECRETS, texts

TWO_SETS = st.lists(st.one_of(SECRETS, st.sampled_from(MORE)), min_size=2, max_size=5)


@examples(300)
@given(secrets=TWO_SETS, split=st.integers(1, 4), owner=st.sampled_from([None, "m-1", "m-2"]), data=st.data())
def test_what_is_found_of_two_sets_is_what_is_found_of_each(
    secrets: list[Secret], split: int, owner: str | None, data: st.DataObject
) -> None:
    text = data.draw(texts(secrets))
    one, other = secrets[:split], secrets[split:]
    apart = {*Gate(one).hits(text, owner), *Gate(other).hits(text, owner)}
    assert set(Gate(secrets).hits(text, owner)) == apart


def test_hits_are_in_the_order_of_the_secrets() -> None:
    text = " ".join(secret.value for secret in reversed(MORE))
    found = Gate(MORE).hits(text, "m-2")
    assert list(found) == [secret for secret in MORE if secret in found]
    assert len(found) > 5


def test_what_has_passed_is_searched_for_the_secrets_that_came_since() -> None:
    known, late = Secret("m-1", "contact.email", "ada@post.example", Shape.EMAIL), MORE[0]
    texts_of = {"a.html": "<p>Nothing.</p>\n<p>More.</p>", "b.html": f"<p>Hello</p>\n<p>{late.value}</p>"}
    files = [Rendered(path, text.encode(), "m-2") for path, text in texts_of.items()]
    passing = Passing().begin([known])
    for file in files:
        passing.inspect(file)
    passing.end()
    passing.begin([known, late]).inspect(files[0])
    with pytest.raises(LeakError):
        passing.inspect(files[1])
    # What didn't pass isn't known the next time either.
    passing.begin([known, late])
    with pytest.raises(LeakError):
        passing.inspect(files[1])


@examples(100)
@given(secrets=TWO_SETS, more=TWO_SETS, data=st.data())
def test_a_file_that_passed_is_found_as_by_a_new_gate(
    secrets: list[Secret], more: list[Secret], data: st.DataObject
) -> None:
    written = [data.draw(texts(more)) for _ in range(3)]
    files = [Rendered(f"{at}.html", text.encode("utf-8", "replace"), "m-1") for at, text in enumerate(written)]
    passing = Passing()
    for sought in (secrets, [*secrets, *more], more):
        passing.begin(sought)
        leaks = [_leaks(Gate(sought), file) for file in files]
        assert [_leaks(passing, file) for file in files] == leaks
        if not any(leaks):
            passing.end()


def _leaks(gate: Gate | Passing, file: Rendered) -> bool:
    try:
        gate.inspect(file)
    except LeakError:
        return True
    return False
