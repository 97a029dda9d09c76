"""What is asked of a newcomer, and what never is, stands in one place that every door takes it from."""

import ast
from collections.abc import Iterator
from pathlib import Path

from acquaint.drafting import template
from acquaint.fields.builtin import BUILT_IN
from acquaint.introduction import ASKED_FIRST, NEVER_ASKED, SELDOM_ASKED
from acquaint.render.joining import examples

PACKAGE = Path(__file__).parents[1] / "generator" / "acquaint"
UNASKED = {*NEVER_ASKED, *SELDOM_ASKED}


def _lists() -> Iterator[tuple[str, set[str]]]:
    """(file, texts) of every list, tuple or set of texts that the program spells out."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.List | ast.Tuple | ast.Set):
                texts = {one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)}
                yield path.relative_to(PACKAGE).as_posix(), texts


def test_no_other_room_says_again_what_is_asked() -> None:
    again = {
        file
        for file, texts in _lists()
        if (texts and len(texts & UNASKED) > 1 and texts & set(NEVER_ASKED) and not texts - UNASKED - {"avatar", "bio"})
        or {"headline", "offers", "asks"} <= texts <= {*ASKED_FIRST, "skills", "name", "contact"}
    }
    assert again == {"introduction.py"}


def test_what_is_named_is_a_field_and_in_one_of_the_lists_only() -> None:
    named = (*ASKED_FIRST, *NEVER_ASKED, *SELDOM_ASKED)
    assert len(set(named)) == len(named) and set(named) <= BUILT_IN.keys()
    assert set(NEVER_ASKED) < set(template.LEFT_OUT) and set(examples.FIELDS) < set(ASKED_FIRST) < set(template.FIRST)
