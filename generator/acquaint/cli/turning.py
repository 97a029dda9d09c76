"""What becomes of a file that something new is put into, told by the names of fields, never by what they say."""

from collections.abc import Iterator

from acquaint.arrivals.comparing import Turn, changes, with_picture
from acquaint.arrivals.judging import draft_of
from acquaint.arrivals.merging import Merged
from acquaint.arrivals.standing import Standing
from acquaint.cli.arriving import Hall
from acquaint.load.source import Source
from acquaint.messages import Message, say


def tell_changes(hall: Hall, standing: Standing, new: Source, result: Merged) -> None:
    """Which fields are others than in the file that stands there, and what of it the form didn't know."""
    after = draft_of(new, hall.loaded.community)
    if after is None:
        return
    old = with_picture(standing.draft, hall.root, standing.source.path)
    turns = dict(changes(old, with_picture(after, hall.root, new.path), hall.loaded.community))
    for sentence in _turned(hall, turns):
        hall.tell(sentence)
    gone = hall.labels(name for name, turn in turns.items() if turn is Turn.GONE)
    if gone:
        hall.tell(say("Goes away: {fields}.", fields=gone), fg="yellow")
    if result.kept:
        hall.tell(say("Stays, for the form doesn't know it: {fields}.", fields=hall.labels(result.kept)))
    for sentence in _warned(hall, result):
        hall.tell(sentence, fg="yellow")
    if not turns:
        hall.tell(say("It says the same as before."))


def _turned(hall: Hall, turns: dict[str, Turn]) -> Iterator[Message]:
    new, changed = (
        hall.labels(name for name, turn in turns.items() if turn is wanted) for wanted in (Turn.NEW, Turn.CHANGED)
    )
    if new:
        yield say("New: {fields}.", fields=new)
    if changed:
        yield say("Changes: {fields}.", fields=changed)


def _warned(hall: Hall, result: Merged) -> Iterator[Message]:
    """What whoever puts it in should look at."""
    if result.closed:
        fields = hall.labels(result.closed)
        yield say("Was sent for everyone and stays for members, as the file has it: {fields}.", fields=fields)
    if result.written_over:
        yield say(
            "Strangers read less here than the file said, and what was made of that takes its place: {fields}. "
            "What the file said is still in its history.",
            fields=hall.labels(result.written_over),
        )
