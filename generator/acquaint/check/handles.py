"""Handles: their form, their twins, the people they speak of, and names they spell."""

import re
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import PurePosixPath

from acquaint.fields.handles import MOST, RESERVED, is_handle
from acquaint.load import Loaded
from acquaint.load.formats import NEUTRAL, safe_handle
from acquaint.messages import count, say
from acquaint.privacy import is_listed_publicly, person_of, texts_of
from acquaint.problems import Mend, Problems, move
from acquaint.records import MemberRecord
from acquaint.values import Audience, Code, Links
from acquaint.withhold import Withholder

_SECOND_ENDING = re.compile(r"(?:\.(?:md|ya?ml|txt))+$", re.IGNORECASE)
"""As in ada.md.md, which a system that hides endings makes of ada.md."""


def check_handles(loaded: Loaded, problems: Problems) -> None:
    """A handle is of lower-case ASCII letters, digits and hyphens, isn't reserved, and is one member's only."""
    judged = set(loaded.sources)
    paths = defaultdict(list)
    for path in loaded.paths:
        stem = PurePosixPath(path).stem
        paths[stem.casefold()].append(path)
        if path in judged:
            _check_form(path, stem, loaded, problems)
    for twins in paths.values():
        for path in twins if len(twins) > 1 else ():
            if path in judged:
                other = next(twin for twin in twins if twin != path)
                message = say(
                    "{file} has the same handle; on some systems and in addresses the two are one.", file=other
                )
                fix, mend = say("Rename one of them."), _renamed(path, other, loaded)
                problems.add("twin-handle", message, path, fix=fix, mend=mend)


def _renamed(path: str, other: str, loaded: Loaded) -> Mend | None:
    """The later one of two twins under a name of its own."""
    if path < other:
        return _renamed(other, path, loaded)
    return move(path, str(PurePosixPath(path).with_stem(_free_handle(path, loaded))))


def _free_handle(path: str, loaded: Loaded) -> str:
    """A handle for the file `path` that nobody has and that tells no private name."""
    stems, own = _stems(tuple(loaded.paths)), PurePosixPath(path).stem.casefold()
    record = next((record for record in loaded.records if record.path == path), None)
    withholder = Withholder(person_of(record)) if record else None
    nickname = "".join(texts_of(record, "nickname")[:1]) if record else ""
    stem = _SECOND_ENDING.sub("", PurePosixPath(path).stem)
    for text in (stem, nickname, *NEUTRAL):
        handle = safe_handle(text) if text else ""
        if handle and stems[handle] == (handle == own) and not (withholder and withholder.address_spells_name(handle)):
            return handle
    return f"{NEUTRAL[0]}-{len(stems)}"


@lru_cache(maxsize=1)
def _stems(paths: tuple[str, ...]) -> Counter[str]:
    """How many files are called so; in a large community hundreds of members ask in turn."""
    return Counter(PurePosixPath(path).stem.casefold() for path in paths)


def _check_form(path: str, stem: str, loaded: Loaded, problems: Problems) -> None:
    # A proposal made from the file's name might be made from the person's.
    example = f"quill{PurePosixPath(path).suffix}"
    fix = say("Rename the file to a word of your own, as in {example}.", example=example)
    if stem.lower() not in RESERVED and is_handle(stem):
        return
    mend = move(path, str(PurePosixPath(path).with_stem(_free_handle(path, loaded))))
    if stem.lower() in RESERVED:
        message = say("This name is taken by pages, settings or devices.")
        problems.add("reserved-handle", message, path, fix=fix, mend=mend)
    else:
        message = say(
            "A handle is of at most {n} lower-case letters a to z, digits and single hyphens between them.", n=MOST
        )
        problems.add("bad-handle", message, path, fix=fix, mend=mend)


def check_introducers(loaded: Loaded, problems: Problems) -> None:
    """Who is said to have introduced somebody is a member."""
    known = {PurePosixPath(path).stem for path in loaded.paths}
    for record in loaded.records:
        for name, value in record.values.items():
            if loaded.community.fields[name].kind == "handle" and isinstance(value, Code) and value.code not in known:
                message = say("{field} names nobody who has a file here.", field=name)
                fix = say("Give their handle.")
                problems.add("unknown-member", message, record.path, record.spans.get(name), fix=fix)


def check_spelling_of_names(loaded: Loaded, problems: Problems) -> None:
    """A handle or a link that spells the private name is public all the same; its member should know."""
    for record in loaded.records:
        if not is_listed_publicly(record):
            continue
        withholder = Withholder(person_of(record))
        spelt = withholder.address_spells_name(record.handle)
        if spelt:
            message = say("The handle spells the private name, and everyone sees the handle.")
            fix = say("Keep it if that is your choice; else name the file after your nickname or any neutral word.")
            mend = move(record.path, str(PurePosixPath(record.path).with_stem(_free_handle(record.path, loaded))))
            problems.add("handle-spells-name", message, record.path, fix=fix, mend=mend)
        _check_links(record, withholder, problems, known=record.handle if spelt else None)


def _check_links(record: MemberRecord, withholder: Withholder, problems: Problems, known: str | None) -> None:
    """One warning a file; a link that spells the name by repeating the handle tells nothing new."""
    links = record.values.get("links")
    if not isinstance(links, Links) or record.audience("links") is not Audience.EVERYONE:
        return
    spelling = [link for link in links.links if withholder.address_spells_name(link.url)]
    spelling = [link for link in spelling if known is None or known not in link.url.lower()]
    if not spelling:
        return
    message = say("The address of this link spells the private name, and everyone sees it.")
    if len(spelling) > 1:
        message = count(
            "The address of this link spells the private name, and everyone sees it. So does {n} more below.",
            "The address of this link spells the private name, and everyone sees it. So do {n} more below.",
            len(spelling) - 1,
        )
    fix = say("Keep it if that is your choice; else take the link out, or write {example}.", example="private: [links]")
    problems.add("link-spells-name", message, record.path, spelling[0].label.span, fix=fix)
