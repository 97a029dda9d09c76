"""What was sent, put into members/ if all of it is understood, or told what to mend."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from acquaint.arrivals.judging import Judged, only_for_members
from acquaint.arrivals.merging import Merged
from acquaint.arrivals.naming import refusal
from acquaint.arrivals.opening import MENDED, opened
from acquaint.arrivals.placing import place
from acquaint.arrivals.receiving import Arrived, field_at, looked_up
from acquaint.arrivals.standing import Standing, ToBe, joined, placed, stands, to_be
from acquaint.check import redact
from acquaint.cli.arriving import Hall
from acquaint.cli.turning import tell_changes
from acquaint.errors import UsageError
from acquaint.messages import Message, say
from acquaint.preview.begun import PublicForm
from acquaint.problems import Problems
from acquaint.records import MemberRecord


@dataclass(frozen=True, slots=True)
class Wish:
    """How it is to be put: over a file that stands there, without writing, or as a stranger's issue."""

    over: bool = False
    dry_run: bool = False
    is_issue: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """The path of the file to be, and the file that stands there already."""

    path: str
    standing: Standing | None = None

    @property
    def old(self) -> str:
        """The path of the file that stands there, "" if there is none."""
        return self.standing.source.path if self.standing else ""


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
    arrived = replace(arrived, draft=replace(arrived.draft, handle=arrived.handle))
    target = _target(hall, arrived)
    if target is None:
        return None
    hall = hall.without(target.old)
    found = _judged(hall, arrived, target, wish)
    if found is None:
        return None
    judged, result = found
    if target.standing and result:
        tell_changes(hall, target.standing, judged.source, result)
    if judged.record and not wish.is_issue:
        hall.show_card(judged.record)
    if wish.dry_run:
        hall.show_rest(judged.problems, quietly=wish.is_issue)
        hall.tell(say("{file} would be written; nothing was.", file=target.path))
    else:
        _write(hall, judged, target)
    return target.path


def _target(hall: Hall, arrived: Arrived) -> Target | None:
    """Where the file goes: beside the one that stands there, and in its form unless a file of another was sent.

    None, and why is told, if it can't be told what stands there.
    """
    old = hall.taken.get(arrived.handle, "")
    if not old:
        return Target(f"members/{arrived.handle}{arrived.ending}")
    problems = Problems()
    standing = stands(hall.root, old, hall.loaded, problems)
    if standing is None:
        hall.show_problems(redact(problems, hall.loaded), err=True)
        hall.tell(say("What {file} says would be lost. Mend it first, or delete it to begin anew.", file=old), err=True)
        hall.tell(say("Nothing was written."), err=True)
        return None
    place_of = PurePosixPath(old)
    ending = arrived.ending if arrived.text else place_of.suffix
    return Target(str(place_of.with_name(f"{arrived.handle}{ending}")), standing)


def _write(hall: Hall, judged: Judged, target: Target) -> None:
    path = judged.source.path
    place(hall.root, path, judged.source.text, over=target.standing is not None)
    if target.old and target.old != path:
        (hall.root / target.old).unlink()
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


def _judged(hall: Hall, arrived: Arrived, target: Target, wish: Wish) -> tuple[Judged, Merged | None] | None:
    """The file that is to be, sound and with its problems looked up in what was sent, and how it came about.

    None, and why is told, if it isn't sound.
    """
    if target.standing and arrived.text and not _is_sound_alone(hall, arrived, target):
        return None
    future = _to_be(hall, arrived, target)
    judged = hall.judge(future.text, target.path)
    if (hall.is_public or wish.is_issue) and judged.record:
        # Judged as a whole first: a name that can't be read could not be taken out of the texts.
        judged = _without_mended(judged)
        if judged.record and judged.is_sound:
            told = [one for one in looked_up(judged, arrived) if one.law.slug == "handle-spells-name"]
            hall.show_problems(told, quietly=wish.is_issue)
            arrived = _opened(hall, arrived, judged.record, wish)
            future = _to_be(hall, arrived, target)
            judged = hall.judge(future.text, target.path)
    said, stood = placed(judged, arrived, target.standing, future)
    if said.is_sound:
        # What was wrong before is told of the file once it is written; what was sent is sound, and not to be lost.
        return replace(judged, problems=(*said.problems, *stood.problems)), future.merged
    hall.show_problems(said.problems, err=True, quietly=wish.is_issue)
    _refuse(hall, _sound_fields(judged))
    return None


def _is_sound_alone(hall: Hall, arrived: Arrived, target: Target) -> bool:
    """True if a file that was sent could stand alone; else each problem is told at its line in there."""
    judged = hall.judge(arrived.text, target.path)
    judged = _without_mended(judged) if hall.is_public else judged
    if not judged.is_sound:
        hall.show_problems(looked_up(judged, arrived), err=True)
        _refuse(hall, _sound_fields(judged))
    return judged.is_sound


def _without_mended(judged: Judged) -> Judged:
    return replace(judged, problems=tuple(one for one in judged.problems if one.law.slug not in MENDED))


def _to_be(hall: Hall, arrived: Arrived, target: Target) -> ToBe:
    day = None
    if target.standing and arrived.draft and "joined" in arrived.draft.answers:
        day = joined(target.standing, hall.root, hall.loaded)
    form = PublicForm(hall.loaded, hall.day, day)
    return to_be(arrived, target.standing, target.path, form.begun, hall.loaded.community)


def _opened(hall: Hall, arrived: Arrived, record: MemberRecord, wish: Wish) -> Arrived:
    """`arrived` without what must not stand where everybody can read it; what is changed for that is told."""
    if arrived.draft is None:
        return arrived
    hall.tell_left_out(only_for_members(arrived.draft, hall.loaded.community))
    found = opened(arrived.draft, record, hall.loaded)
    hall.tell_changes(found.changes, quietly=wish.is_issue)
    # The file is made anew: a comment in the one that was sent may hold what is left out, too.
    return replace(arrived, draft=found.draft, text="")


def _sound_fields(judged: Judged) -> tuple[str, ...]:
    wrong = {field_at(judged, one.span.line) for one in judged.problems if one.is_error and one.span}
    values = judged.record.values if judged.record else ()
    return tuple(name for name in values if name not in wrong)


def _refuse(hall: Hall, understood: tuple[str, ...]) -> None:
    names = hall.labels(name for name in understood if name in hall.loaded.community.fields)
    hall.tell(say("Nothing was written."), err=True)
    if names:
        hall.tell(say("Understood so far: {fields}.", fields=names), err=True)
