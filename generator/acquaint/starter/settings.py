"""The parts of a community's files that depend on an answer: settings of community.yml, and the questions of a call."""

import re
from collections.abc import Iterator

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.config import Community
from acquaint.fields.builtin import BUILT_IN
from acquaint.fields.contacts import is_email
from acquaint.introduction import ASKED_FIRST, NEVER_ASKED
from acquaint.messages import say
from acquaint.starter.answers import Answers
from acquaint.starter.filling import as_yaml
from acquaint.starter.source import requirement_of
from acquaint.values import Audience

UNTOUCHED = ("nickname", "skills")
"""What strangers see where a community shows as little as it can."""
_SENTENCE = re.compile(r"：|:\s|[.!?。！？]$")


def blocks_of(answers: Answers, community: Community | None, catalogue: Catalogue | None) -> dict[str, str]:
    """The parts by the name of their gap. Without a community, there are no questions yet."""
    told = catalogue or ENGLISH
    return {
        "languages": f"[{', '.join(answers.languages)}]",
        "visibility": answers.repository,
        "base_url": f"base_url: {as_yaml(answers.base_url)}"
        if answers.base_url
        else "# base_url: https://people.example",
        "reach": _reach(answers.reach),
        "requirement": requirement_of(answers.source),
        "fields": "\n".join(_fields(answers.public)),
        "questions": "\n".join(_questions(community, told)) if community else "",
    }


def shown_by(community: Community) -> str:
    """What strangers see by these settings: one of PUBLICITY, or "more" if a workplace or a contact is among it."""
    seen = {name for name, spec in community.fields.items() if spec.visibility is Audience.EVERYONE}
    if seen & {"company", "contact"}:
        return "more"
    if "name" in seen:
        return "names"
    return "little" if seen <= set(UNTOUCHED) else "default"


def words_of(answers: Answers, community: Community | None, catalogue: Catalogue | None) -> dict[str, str]:
    """What is told of a community in its texts: its title, where its site is, whom to write to."""
    told = catalogue or ENGLISH
    address = (community.base_url if community else "") or answers.base_url
    site = address.rstrip("/") or say("[the address of the site]").told(told)
    return {
        "title": answers.title,
        "join": f"{site}/join/",
        "us": answers.reach or say("[whom to write to]").told(told),
    }


def is_sentence(reach: str) -> bool:
    """True for a way to reach us that says more than one can set behind a colon."""
    return _SENTENCE.search(reach) is not None


def _reach(reach: str) -> str:
    if not reach:
        return "# reach:\n#   email: hello@people.example"
    return f"reach:\n  {'email' if is_email(reach) else 'text'}: {as_yaml(reach)}"


def _fields(public: str) -> Iterator[str]:
    yield "fields:"
    if public == "names":
        yield "  name: {visibility: public}"
    if public == "little":
        for spec in BUILT_IN.values():
            if spec.visibility is Audience.EVERYONE and spec.name not in UNTOUCHED:
                yield f"  {spec.name}: {{visibility: internal}}"


def _questions(community: Community, catalogue: Catalogue) -> Iterator[str]:
    """A question of each field that somebody can be asked about, with room for the answer."""
    from acquaint.drafting.hints import hint_of

    known = [*ASKED_FIRST, *(name for name in community.fields if name not in ASKED_FIRST + NEVER_ASKED)]
    specs = [community.fields[name] for name in known]
    for spec in specs:
        hint = hint_of(spec, community.language)
        if hint is None:
            continue
        inside = "" if spec.visibility is Audience.EVERYONE else say("Only members read the answer.").told(catalogue)
        yield f"- **{hint.question.told(catalogue)}** (`{spec.name}`) {inside}".rstrip() + "\n"
