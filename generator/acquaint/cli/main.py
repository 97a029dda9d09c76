"""The command `acquaint` and its one boundary: every failure ends in a sentence and an exit code."""

import gc
import sys
import traceback
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from pathlib import Path
from typing import cast

import click

from acquaint import __version__
from acquaint.errors import AcquaintError, MachineError

INTERRUPTED = 130
"""What shells call the exit code of a command ended by Ctrl-C."""

_MODULES = {
    "add": "adding",
    "build": "building",
    "check": "checking",
    "completion": "completing",
    "doctor": "examining",
    "init": "starting",
    "new": "introducing",
    "schema": "schemas",
    "serve": "serving",
}
"""Where in cli/ each command is; there it has _command behind its name."""


class _Commands(Mapping[str, click.Command]):
    """All commands, each imported when it is asked for: none waits for what another needs."""

    def __getitem__(self, name: str) -> click.Command:
        found: click.Command = getattr(import_module(f"acquaint.cli.{_MODULES[name]}"), f"{name}_command")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


@click.group(
    commands=cast(MutableMapping[str, click.Command], _Commands()),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: acquaint build --root ../ours",
)
@click.version_option(__version__, prog_name="acquaint", message="%(prog)s %(version)s")
def acquaint() -> None:
    """A static community directory, built from one self-introduction per member.

    Exit codes: 0 fine, 1 the introductions have problems, 2 wrong use or the machine's fault.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command; always ends in SystemExit."""
    # A command is over before there is much to collect, and looking for it costs a tenth of its time.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(_run(arguments))
    finally:
        gc.enable()


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
