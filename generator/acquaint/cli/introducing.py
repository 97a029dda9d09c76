"""acquaint new."""

from pathlib import Path

import click

from acquaint.cli.options import existing_folder, root_option
from acquaint.cli.terminal import is_at_terminal
from acquaint.errors import UsageError


@click.command("new", epilog="Example: acquaint new")
@root_option
@click.option("--editor", "in_editor", is_flag=True, help="Fill in the template in $VISUAL or $EDITOR instead.")
@click.argument("handle", required=False)
def new_command(root: Path, in_editor: bool, handle: str | None) -> int:
    """Write a new member's file, question by question.

    You answer what you like, see the card that strangers will see, and members/HANDLE.md is written.
    Nothing is written before you agree, and no file is overwritten; Ctrl-C leaves everything as it was.
    """
    folder = existing_folder(root)
    if not in_editor and not is_at_terminal():
        raise UsageError("There is no terminal to ask questions on; use --editor, or acquaint add with a file.")
    from acquaint.arrivals.naming import refusal
    from acquaint.cli.arriving import Hall
    from acquaint.cli.welcoming import by_editor, by_interview

    hall = Hall.open(folder)
    wanted = handle.removeprefix("@") if handle else ""
    reason = refusal(wanted, hall.taken) if wanted else None
    if reason:
        raise UsageError(reason.told(hall.catalogue))
    return by_editor(hall, wanted) if in_editor else by_interview(hall, wanted)
