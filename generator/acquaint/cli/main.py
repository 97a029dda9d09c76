"""The command `acquaint` and its one boundary: every failure ends in a sentence and an exit code."""

import sys
import traceback
from pathlib import Path

import click

from acquaint import __version__
from acquaint.cli.adding import add_command
from acquaint.cli.building import build_command
from acquaint.cli.checking import check_command
from acquaint.cli.completing import completion_command
from acquaint.cli.examining import doctor_command
from acquaint.cli.introducing import new_command
from acquaint.cli.schemas import schema_command
from acquaint.cli.serving import serve_command
from acquaint.cli.starting import init_command
from acquaint.errors import AcquaintError, MachineError

INTERRUPTED = 130
"""What shells call the exit code of a command ended by Ctrl-C."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: acquaint build --root ../ours",
)
@click.version_option(__version__, prog_name="acquaint", message="%(prog)s %(version)s")
def acquaint() -> None:
    """A static community directory, built from one self-introduction per member.

    Exit codes: 0 fine, 1 the introductions have problems, 2 wrong use or the machine's fault.
    """


for command in (
    build_command, check_command, serve_command, schema_command, doctor_command, init_command,
    new_command, add_command, completion_command,
):  # fmt: skip
    acquaint.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command; always ends in SystemExit."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        code = acquaint.main(arguments, prog_name="acquaint", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except AcquaintError as error:
        click.echo(f"acquaint: {error}", err=True)
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 2
    except OSError as error:
        click.echo(f"acquaint: {MachineError.from_os(error, 'use')}", err=True)
        return MachineError.exit_code
    except Exception as error:
        # The error's own text may hold a private value; where it happened can't.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
        click.echo(f"acquaint: this is a fault of Acquaint itself ({where}); nothing was published.", err=True)
        return MachineError.exit_code
