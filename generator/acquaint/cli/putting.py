"""What was sent, put into members/ if all of it is understood, or told what to mend."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from acquaint.arrivals.comparing import changes, with_picture
from acquaint.arrivals.judging import Judged, draft_of, only_for_members
from acquaint.arrivals.naming import refusal
from acquaint.arrivals.opening import MENDED, opened
from acquaint.arrivals.placing import place
from acquaint.arrivals.receiving import Arrived, field_at, looked_up
from acquaint.cli.arriving import Hall
from acquaint.errors import UsageError
from acquaint.load.source import read_source
from acquaint.messages import Message, say
from acquaint.problems import Problems
from acquaint.records import MemberRecord


@dataclass(frozen=True, slots=True)
class Wish:
    """How it is to be put: over a file that stands there, without writing, or as a stranger's issue."""

    over: bool = False
    dry_run: bool = False
    is_issue: bool = False


def put(hall: Hall, arrived: Arrived, wish: Wish) -> str | None:
    """Write what arrived; the path of its file from the community's folder. None, and why is told, if it can't be."""
    if arrived.draft is None:
        hall.show_problems(arrived.problems, err=True, quietly=wish.is_issue)
        _refuse(hall, arrived.understood)
        return None
    reason = _unfit(hall, arrived.handle, wish)
    if reason:
        if not wish.is_issue:
            raise UsageError(reason.told(hall.catalogue))
        hall.tell(reason, err=True)
        _refuse(hall, tuple(arrived.draft.answers))
        return None
    old = hall.taken.get(arrived.handle, "")
    arrived = replace(arrived, draft=replace(arrived.draft, handle=arrived.handle))
    path = _path(arrived, old)
    hall = hall.without(old)
    judged = _judged(hall, arrived, path, wish)
    if judged is None:
        return None
    if old:
        _tell_changes(hall, old, judged)
    if judged.record and not wish.is_issue:
        hall.show_card(judged.record)
    if wish.dry_run:
        hall.show_rest(judged.problems, quietly=wish.is_issue)
        hall.tell(say("{file} would be written; nothing was.", file=path))
    else:
        _write(hall, judged, old)
    return path


def _write(hall: Hall, judged: Judged, old: str) -> None:
    path = judged.source.path
    place(hall.root, path, judged.source.text, over=bool(old))
    if old and old != path:
        (hall.root / old).unlink()
    hall.tell(say("{file} is written.", file=path), fg="green")


def _unfit(hall: Hall, handle: str, wish: Wish) -> Message | None:
    """Why nothing can be put under `handle`."""
    if not handle:
        return say("Nothing says which handle this is for; give it with {option}.", option="--handle")
    reason = refusal(handle, ())
    if reason or handle not in hall.taken:
        return reason
    file = hall.taken[handle]
    if wish.is_issue:
        return say("{file} is there already; whoever it belongs to can change it.", file=file)
    message = say("{file} is there already; to put this in its place, add {option}.", file=file, option="--replace")
    return None if wish.over else message


def _judged(hall: Hall, arrived: Arrived, path: str, wish: Wish) -> Judged | None:
    """The file that is to be, sound and with its problems looked up in what was sent; None, and why is told, if not."""
    judged = hall.judge(arrived.as_file(hall.loaded.community), path)
    if (hall.is_public or wish.is_issue) and judged.record:
        # Judged as a whole first: a name that can't be read could not be taken out of the texts.
        judged = replace(judged, problems=tuple(one for one in judged.problems if one.law.slug not in MENDED))
        if judged.record and judged.is_sound:
            told = [one for one in looked_up(judged, arrived) if one.law.slug == "handle-spells-name"]
            hall.show_problems(told, quietly=wish.is_issue)
            arrived = _opened(hall, arrived, judged.record, wish)
            judged = hall.judge(arrived.as_file(hall.loaded.community), path)
    problems = looked_up(judged, arrived)
    if judged.is_sound:
        return replace(judged, problems=problems)
    hall.show_problems(problems, err=True, quietly=wish.is_issue)
    _refuse(hall, _sound_fields(judged))
    return None


def _opened(hall: Hall, arrived: Arrived, record: MemberRecord, wish: Wish) -> Arrived:
    """`arrived` without what must not stand where everybody can read it; what is changed for that is told."""
    if arrived.draft is None:
        return arrived
    hall.tell_left_out(only_for_members(arrived.draft, hall.loaded.community))
    found = opened(arrived.draft, record, hall.loaded)
    hall.tell_changes(found.changes, quietly=wish.is_issue)
    # The file is made anew: a comment in the one that was sent may hold what is left out, too.
    return replace(arrived, draft=found.draft, text="")


def _path(arrived: Arrived, old: str) -> str:
    """Where the file goes: into the folder of the one it replaces."""
    folder = PurePosixPath(old).parent if old else PurePosixPath("members")
    return str(folder / f"{arrived.handle}{arrived.ending}")


def _sound_fields(judged: Judged) -> tuple[str, ...]:
    wrong = {field_at(judged, one.span.line) for one in judged.problems if one.is_error and one.span}
    values = judged.record.values if judged.record else ()
    return tuple(name for name in values if name not in wrong)


def _refuse(hall: Hall, understood: tuple[str, ...]) -> None:
    names = hall.labels(name for name in understood if name in hall.loaded.community.fields)
    hall.tell(say("Nothing was written."), err=True)
    if names:
        hall.tell(say("Understood so far: {fields}.", fields=names), err=True)


def _tell_changes(hall: Hall, old: str, judged: Judged) -> None:
    """Which fields are others than in the file that stands there, by name."""
    source = read_source(hall.root / old, old, Problems())
    before = draft_of(source, hall.loaded.community) if source else None
    after = draft_of(judged.source, hall.loaded.community)
    if before is None or after is None:
        return
    before, after = (
        with_picture(draft, hall.root, path) for draft, path in ((before, old), (after, judged.source.path))
    )
    differing = dict(changes(before, after, hall.loaded.community))
    changed = hall.labels(name for name, stays in differing.items() if stays)
    gone = hall.labels(name for name, stays in differing.items() if not stays)
    if changed:
        hall.tell(say("Changes: {fields}.", fields=changed))
    if gone:
        hall.tell(say("Goes away: {fields}.", fields=gone), fg="yellow")
    if not differing:
        hall.tell(say("It says the same as before."))
