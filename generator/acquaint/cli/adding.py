"""acquaint add."""

import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from acquaint.cli.completing import complete_handle
from acquaint.cli.options import existing_folder, root_option
from acquaint.errors import MachineError, UsageError

if TYPE_CHECKING:
    from acquaint.arrivals.receiving import Arrived
    from acquaint.cli.arriving import Hall

_MOST = 1_000_000
"""Bytes that are read of what was sent; an issue's event has more in it than its text."""


@click.command("add", epilog="Example: acquaint add - < message.txt")
@root_option
@click.option("--handle", metavar="HANDLE", shell_complete=complete_handle, help="The new member's handle.")
@click.option(
    "--replace",
    "over",
    is_flag=True,
    help="Put it into the member's file, if there is one: it changes what strangers see, and what it gives anew.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option(
    "--issue",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The event of an issue, as JSON, instead of FILE: what a forge's workflow has. Only what is public is taken.",
)
@click.option(
    "--result",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Append handle= and path= of what was written to this file, for the next step of a workflow.",
)
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
def add_command(
    root: Path,
    handle: str | None,
    over: bool,
    dry_run: bool,
    issue: Path | None,
    result: Path | None,
    file: Path | None,
) -> int:
    """Add a member from what they sent.

    FILE is the message or the file that the join page made; - reads what you paste. If anything in it can't be
    understood, nothing is written, and each problem is told with its line.

    With --replace it goes into the file that stands there. What strangers see is then what FILE says: changed, or gone
    where FILE says nothing. What they don't see stays as it is, comments too, unless FILE gives it anew, for the join
    page doesn't know it. To replace all of it, delete the member's file first.
    """
    if (file is None) == (issue is None):
        raise UsageError("Give the FILE that you were sent, or - to paste it.")
    if issue is not None and over:
        raise UsageError("An issue may not take the place of a member's file: anybody can open one.")
    from acquaint.cli.arriving import Hall
    from acquaint.cli.putting import Wish, put

    hall = Hall.open(existing_folder(root))
    given = handle.removeprefix("@") if handle else ""
    arrived = _issue(hall, issue) if issue else _sent(hall, file or Path("-"))
    arrived = replace(arrived, handle=given or arrived.handle)
    path = put(hall, arrived, Wish(over=over, dry_run=dry_run, is_issue=issue is not None))
    if path is None:
        return 1
    if result is not None and not dry_run:
        _note(result, path)
    return 0 if dry_run else int(_has_errors(hall, path, quietly=issue is not None))


def _sent(hall: "Hall", file: Path) -> "Arrived":
    from acquaint.arrivals.receiving import receive
    from acquaint.messages import say

    if str(file) == "-":
        if sys.stdin.isatty():
            key = "Ctrl-Z, Enter" if sys.platform == "win32" else "Ctrl-D"
            hall.tell(say("Paste the message, then press Enter and {key}.", key=key), err=True)
        return receive(sys.stdin.buffer.read(_MOST), "", hall.loaded.community)
    return receive(_content(hall, file), file.name, hall.loaded.community)


def _issue(hall: "Hall", file: Path) -> "Arrived":
    from acquaint.arrivals.receiving import receive_issue

    return receive_issue(_content(hall, file), hall.loaded.community)


def _content(hall: "Hall", file: Path) -> bytes:
    from acquaint.load.source import read_regular
    from acquaint.messages import say

    content = read_regular(file, _MOST)
    if content is None:
        raise UsageError(say("There is no file {file}.", file=str(file)).told(hall.catalogue))
    return content


def _note(result: Path, path: str) -> None:
    """What the next step of a workflow is told, each in a line of its own whatever the folders are called."""
    from acquaint.check.report import printable

    place = printable(path)
    try:
        with result.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"handle={PurePosixPath(place).stem}\npath={place}\n")
    except OSError as error:
        raise MachineError.from_os(error, "write") from error


def _has_errors(hall: "Hall", path: str, *, quietly: bool) -> bool:
    """Check the file as it stands now, picture and all, and tell what is left to mend."""
    from acquaint.check import check
    from acquaint.load import load
    from acquaint.problems import Problems

    problems = Problems()
    found = [one for one in check(load(hall.root, problems, [path]), problems, hall.day) if one.path == path]
    hall.show_rest(found, quietly=quietly)
    if not quietly:
        hall.tell_next(path)
    return any(problem.is_error for problem in found)
