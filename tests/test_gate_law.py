"""Whether a secret is found depends on the text and on the secret, and on nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from acquaint.gate import Gate
from acquaint.secrets import Secret
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
