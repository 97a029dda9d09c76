"""A draft as the file of members/: one form for every draft, the same bytes here and in the browser."""

import re
from collections.abc import Mapping

from acquaint.config import Community
from acquaint.drafting.audience import is_open, texts_of
from acquaint.drafting.draft import STEERING, Answer, Draft, tidy
from acquaint.drafting.scalars import block, flow, scalar

BELOW = "# Below: seen by members only"
"""Written between what everyone may see and the rest, in English as the keys are: a file has no page's language."""

LONGEST_KEY = 500
"""Characters; YAML readers look no further than 1,024 for the colon behind a key."""

_IN_LINES = ("tags", "languages")
"""The types whose lists are short words."""
_KEY = re.compile(r"^([^:\n]*):(?= |$)", re.MULTILINE)


def to_file(draft: Draft, community: Community, *, is_yaml: bool = False) -> str:
    """The text of members/<handle>.md, or of a .yml. Reading it gives the tidied draft back, whatever is in it."""
    draft = tidy(draft)
    above, below = ordered(draft, community)
    body = "" if is_yaml else body_of(draft, community)
    written = {name: entry_lines(name, draft.answers[name], community) for name in (*above, *below)}
    if body:
        del written["bio"]
    lines = [line for name in above for line in written.get(name, ())]
    kept = [line for name in below for line in written.get(name, ())]
    lines += [BELOW, *kept] if kept else []
    for name in STEERING:
        lines += entry_lines(name, draft.answers[name], community) if name in draft.answers else []
    whole = lines if is_yaml else ["---", *lines, "---", *(["", body] if body else [])]
    return "\n".join(whole) + "\n"


def ordered(draft: Draft, community: Community) -> tuple[list[str], list[str]]:
    """The fields of `draft` that everyone may see, and the others, both in the schema's order; strangers last."""
    known = [name for name in community.fields if name in draft.answers]
    strange = [name for name in draft.answers if name not in community.fields and name not in STEERING]
    above = [name for name in known if is_open(name, draft, community)]
    return above, [*(name for name in known if name not in above), *strange]


def body_of(draft: Draft, community: Community) -> str:
    """The introduction that stands below the front matter of a Markdown file; "" where it can't stand there."""
    bio = draft.answers.get("bio")
    return bio if isinstance(bio, str) and not _has_field(bio, community) else ""


def _has_field(bio: str, community: Community) -> bool:
    """True if a line begins as a field does: below the front matter that would be refused."""
    return any(key in community.fields or key in STEERING for key in _KEY.findall(bio))


def entry_lines(name: str, answer: Answer, community: Community) -> list[str]:
    """The key `name` with its answer, as lines of a file."""
    spec = community.fields.get(name)
    kind = spec.kind if spec else "tags"
    texts = texts_of(answer)
    is_list = not isinstance(answer, str | Mapping)
    line = flow(texts) if is_list and kind in _IN_LINES and len(texts) == len(answer) else None
    return [f"{scalar(name)}: {line}"] if line else _keyed(name, answer, "", is_prose=kind == "prose")


def _keyed(key: str, answer: Answer, indent: str, *, is_prose: bool) -> list[str]:
    name = scalar(key)
    start = f"{indent}{name}:"
    if len(name) > LONGEST_KEY:
        start = f"{indent}? {name}\n{indent}:"
    if isinstance(answer, str):
        if is_prose and "\n" in answer:
            first, *rest = block(answer, f"{indent}  ")
            return [f"{start} {first}", *rest]
        return [f"{start} {scalar(answer)}"]
    return [start, *_nested(answer, f"{indent}  ", is_prose=is_prose)]


def _nested(answer: Answer, indent: str, *, is_prose: bool) -> list[str]:
    if isinstance(answer, Mapping):
        return [line for key, value in answer.items() for line in _keyed(key, value, indent, is_prose=is_prose)]
    lines = []
    for item in answer:
        inner = [scalar(item)] if isinstance(item, str) else _nested(item, f"{indent}  ", is_prose=is_prose)
        first, *rest = inner
        lines += [f"{indent}- {first.removeprefix(f'{indent}  ')}", *rest]
    return lines
