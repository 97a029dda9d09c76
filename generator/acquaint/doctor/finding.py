"""What the doctor tells of one thing: fine, doubtful or wrong, with a way to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from acquaint.messages import Message

MOST_NAMED = 3
"""Paths that a sentence names; an ellipsis stands for the rest."""


class State(StrEnum):
    """How grave it is: fine, to know, or to mend before anything is published."""

    FINE = "fine"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about the set-up and, unless all is well, a fix: a sentence, or as `str` what to paste."""

    state: State
    message: Message
    fix: Message | str | None = None


def fine(message: Message) -> Finding:
    """Something that is as it should be."""
    return Finding(State.FINE, message)


def doubtful(message: Message, fix: Message | str) -> Finding:
    """Something to know; the site works all the same."""
    return Finding(State.DOUBTFUL, message, fix)


def wrong(message: Message, fix: Message | str) -> Finding:
    """Something that publishes too much, or that doesn't work."""
    return Finding(State.WRONG, message, fix)


def named(paths: list[str]) -> tuple[str, ...]:
    """The first of `paths` for a sentence, without what could steer a terminal."""
    shown = tuple("".join(c if c.isprintable() else "�" for c in path) for path in sorted(paths)[:MOST_NAMED])
    return (*shown, "…") if len(paths) > MOST_NAMED else shown
