"""Handles for those who arrive: proposed from a nickname or a neutral word, and refused where they can't stand."""

import re
from collections.abc import Iterable
from itertools import count as numbers
from pathlib import PurePosixPath

from acquaint.fields.handles import MOST, RESERVED, decomposed, is_handle
from acquaint.messages import Message, say

NEUTRAL = ("lantern", "pebble", "heron", "kettle", "juniper", "compass", "thimble", "meadow", "anchor", "sparrow")
"""Words that say nothing about whom they are given to."""
_NO_HANDLE = re.compile("[^a-z0-9]+")


def handles_in(paths: Iterable[str]) -> dict[str, str]:
    """The introductions at `paths` by their handles, in lower case: systems that ignore case take them for one."""
    return {PurePosixPath(path).stem.casefold(): path for path in paths}


def refusal(handle: str, taken: Iterable[str]) -> Message | None:
    """Why `handle` can't be a newcomer's; None if it can. `taken` are handles in lower case."""
    if not is_handle(handle):
        return say(
            "A handle is of at most {n} lower-case letters a to z, digits and single hyphens between them.", n=MOST
        )
    if handle in RESERVED:
        return say("This name is taken by pages, settings or devices.")
    if handle in frozenset(taken):
        return say("{member} is somebody's handle already.", member=f"@{handle}")
    return None


def proposal(nickname: str, taken: Iterable[str]) -> str:
    """A handle that is free: the nickname's Latin letters, else a neutral word. Never ask it for a name."""
    used = frozenset(taken)
    plain = decomposed(nickname).encode("ascii", "ignore").decode()
    own = _NO_HANDLE.sub("-", plain).strip("-")[:MOST].strip("-")
    words = [own] if len(own) > 1 else []
    numbered = (f"{word}-{number}" for number in numbers(2) for word in NEUTRAL)
    for handle in (*words, *NEUTRAL):
        if refusal(handle, used) is None:
            return handle
    return next(handle for handle in numbered if handle not in used)
