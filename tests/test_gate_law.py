"""Whether a secret is found depends on the text and on the secret, and on nothing else."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from acquaint.gate import Gate
from acquaint.secrets import Secret, Shape
from chance import examples
from gate_samples import ENCODINGS, FORMS, SECRETS

WRITTEN = [*FORMS.values(), *ENCODINGS.values()]
MORE = [
    Secret("m-2", "contact.line", "max", Shape.ACCOUNT),
    Secret("m-1", "contact.line", "sunny", Shape.ACCOUNT),
    Secret("m-1", "contact.line", "x'<&>", Shape.ACCOUNT),
    Secret("m-2", "contact.discord", "ada l 7", Shape.ACCOUNT),
    Secret("m-2", "contact.other", "ask at\nthe bakery", Shape.ACCOUNT),
    Secret("m-2", "contact.line", "xanna_k", Shape.ACCOUNT),
    Secret("m-1", "contact.line", "微信-ada", Shape.ACCOUNT),
    Secret("m-1", "contact.phone", "4711", Shape.PHONE),
    Secret("m-2", "contact.phone", "+45 20261101", Shape.PHONE),
    Secret("m-2", "contact.other", "anna_k@example.org" * 20, Shape.ACCOUNT),
    Secret("m-1", "contact.email", "Ada.L+x@bücher.example", Shape.EMAIL),
]
GLUE = st.sampled_from(
    [
        *(
            "",
            "",
            " ",
            "x",
            "1",
            "@",
            "中",
            "é",
            "\u0300",
            "\n",
            "\n\n",
            ".",
            "-",
            "+",
            "/",
            "&",
            "%",
            "\\",
            "<",
            ">",
            "=",
            "'",
        ),
        *(
            "<b>",
            "</p>\n<p>",
            "<a href='1'>",
            "<i\nid=x>",
            "<!-- x -->",
            "<!--",
            "-->",
            "</li>\n    <li>",
            "&amp;",
            "&#39;",
        ),
        *(
            "%20",
            "\\u0061",
            "\\n",
            "&#x20;",
            "&nbsp;",
            " 30 ",
            "2026-11-01",
            "a1B2c3D4",
            "</td><td>",
            "x" * 60,
            " 12\n34 ",
        ),
    ]
)


@st.composite
def texts(draw: st.DrawFn, secrets: Sequence[Secret]) -> str:
    """Secrets and parts of them in any form, put together."""
    parts = []
    for _ in range(draw(st.integers(1, 6))):
        written = draw(st.sampled_from(WRITTEN))(draw(st.sampled_from(secrets)).value)
        cut = draw(st.one_of(st.just((0, len(written))), st.tuples(st.integers(0, 30), st.integers(0, 30))))
        parts += [written[cut[0] : cut[1]], draw(GLUE), draw(GLUE)]
    return "".join(parts)


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
