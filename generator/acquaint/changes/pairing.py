"""Which new file continues a file that went: git pairs what reads alike, people go by what a file is called."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from acquaint.changes.comparing import Change


def paired(changes: Sequence[Change], name_of: Callable[[str], str]) -> tuple[Change, ...]:
    """`changes` with each new file that bears the name of one that went taken for that one, changed.

    `name_of` gives the name at a path, "" for files that have none. Whatever git took to be its new place is new then.
    """
    gone: dict[str, Change] = {}
    for change in changes:
        name = _name(change.before, name_of)
        if name and (change.is_removed or _name(change.path, name_of) != name):
            gone.setdefault(name, change)
    taken: dict[str, Change] = {}
    for change in changes:
        name = _name(change.path, name_of)
        came = name and not change.is_removed and _name(change.before, name_of) != name
        if came and name in gone and name not in taken:
            taken[name] = change
    continued = {change.path: gone[name] for name, change in taken.items()}
    left = {gone[name].path for name in taken if gone[name].path not in continued}
    kept = (change for change in changes if not (change.is_removed and change.path in left))
    return tuple(_linked(change, continued.get(change.path), is_left=change.path in left) for change in kept)


def _linked(change: Change, old: Change | None, *, is_left: bool) -> Change:
    if old is not None:
        return replace(change, before=old.before, old_mode=old.old_mode, old_id=old.old_id)
    return replace(change, before="", old_mode="", old_id="") if is_left else change


def _name(path: str, name_of: Callable[[str], str]) -> str:
    return name_of(path).casefold() if path else ""
