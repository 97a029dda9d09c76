"""Who is to see what, where an introduction is changed: nothing opens by being left out, and nothing closes so."""

from collections.abc import Mapping

from acquaint.config import Community
from acquaint.drafting.audience import is_open, texts_of
from acquaint.drafting.draft import Answer, Draft


def directives(
    standing: Draft, sent: Draft, shown: Mapping[str, Answer], values: Mapping[str, Answer], community: Community
) -> dict[str, Answer]:
    """`private`, `public`, `listing` and `lang` of the file that is to hold `values`.

    They are those of `standing`, changed by `sent`; `shown` is what the form began with.
    """
    private, public = (_named(standing, directive) for directive in ("private", "public"))
    private += [name for name in _named(sent, "private") if name not in private]
    draft = Draft(standing.handle, {**values, "private": private, "public": public})
    opened = _named(sent, "public")
    for name in texts_of(shown.get("public", ())):
        is_withdrawn = _is_given(name, sent.answers) and name not in opened
        if is_withdrawn or not _is_given(name, values):
            public[:] = [other for other in public if other != name]
            if is_withdrawn and is_open(name, draft, community):
                private.append(name)
    given = (name for name in opened if _is_given(name, sent.answers) and name not in public)
    public += [name for name in given if not is_open(name, draft, community)]
    found: dict[str, Answer] = {"private": private, "public": public}
    found |= {name: (sent.answers.get(name) or standing.answers.get(name, "")) for name in ("listing", "lang")}
    return {name: answer for name, answer in found.items() if answer}


def _named(draft: Draft, directive: str) -> list[str]:
    return list(texts_of(draft.answers.get(directive, ())))


def _is_given(name: str, answers: Mapping[str, Answer]) -> bool:
    """True if `answers` hold the field, or the part of it, that a directive names."""
    field, _, part = name.partition(".")
    answer = answers.get(field)
    return part in answer if part and isinstance(answer, Mapping) else bool(answer)
