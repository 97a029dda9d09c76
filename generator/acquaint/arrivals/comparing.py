"""What a new file of a member says otherwise than the one it replaces, by the names of fields."""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from pathlib import Path, PurePosixPath

from acquaint.config import Community, Term
from acquaint.drafting.draft import Answer, Draft, tidy
from acquaint.load.discover import discover
from acquaint.problems import Problems
from acquaint.slugs import slug

_PICTURE = "avatar"
"""The field that a file needn't name: a picture called like the file is its picture."""


class Turn(Enum):
    """What becomes of a field."""

    NEW = auto()
    CHANGED = auto()
    GONE = auto()


def changes(old: Draft, new: Draft, community: Community) -> Iterator[tuple[str, Turn]]:
    """Each field that differs, and how; never what it says.

    Two spellings of one word that the community agreed on are no difference.
    """
    before, after = (_meant(draft, community) for draft in (old, new))
    for name in dict.fromkeys((*before, *after)):
        if name not in after:
            yield name, Turn.GONE
        elif before.get(name) != after[name]:
            yield name, Turn.CHANGED if name in before else Turn.NEW


def with_picture(draft: Draft, root: Path, path: str) -> Draft:
    """`draft` of the file at `path` of the community in `root`, with the picture that stands beside it."""
    stem = str(PurePosixPath(path).with_suffix(""))
    pictures = discover(root, Problems()).pictures
    beside = next((PurePosixPath(file) for file in pictures if str(PurePosixPath(file).with_suffix("")) == stem), None)
    if beside is None or _PICTURE in draft.answers:
        return draft
    return Draft(draft.handle, {**draft.answers, _PICTURE: beside.name})


def _meant(draft: Draft, community: Community) -> Mapping[str, Answer]:
    answers = tidy(draft).answers
    terms = {name: vocabulary.spellings for name, vocabulary in community.vocabulary.items()}
    return {name: _agreed(answer, terms[name]) if name in terms else answer for name, answer in answers.items()}


def _agreed(answer: Answer, terms: Mapping[str, Term]) -> Answer:
    """`answer` with each tag as the community spells it, always as a list; what else an entry says stays."""
    if isinstance(answer, str):
        return [_spelt(answer, terms)]
    if isinstance(answer, Mapping):
        return [_entry(answer, terms)]
    return [_entry(entry, terms) if isinstance(entry, Mapping) else _spelt(str(entry), terms) for entry in answer]


def _entry(entry: Mapping[str, Answer], terms: Mapping[str, Term]) -> Answer:
    if "text" in entry:
        return {**entry, "text": _spelt(str(entry["text"]), terms)}
    return {_spelt(word, terms): until for word, until in entry.items()}


def _spelt(tag: str, terms: Mapping[str, Term]) -> str:
    term = terms.get(slug(tag))
    return term.name if term else tag
