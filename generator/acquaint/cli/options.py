"""Options that several commands share, and what they read from the environment."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from acquaint.errors import UsageError

root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The community's folder, with members/ and community.yml in it.  [default: this folder]",
)
strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


def existing_folder(root: Path) -> Path:
    """`root` as an absolute path; UsageError if there is no such folder."""
    if not root.is_dir():
        raise UsageError(f"There is no folder {root}.")
    return root.resolve()


def build_day() -> date:
    """SOURCE_DATE_EPOCH as a day (UTC), so that a build can be repeated to the byte; else today."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not stated:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(stated), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError("SOURCE_DATE_EPOCH takes a number of seconds since 1970.") from error


def shown_path(path: Path) -> str:
    """`path` from the working folder if it is below it, else as it is."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
