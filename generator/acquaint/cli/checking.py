"""acquaint check."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquaint.catalogues import Catalogue
from acquaint.cli.completing import complete_handle, complete_introduction
from acquaint.cli.options import build_day, existing_folder, root_option, strict_option
from acquaint.cli.telling import catalogue_of
from acquaint.cli.terminal import shown
from acquaint.errors import UsageError
from acquaint.messages import say

if TYPE_CHECKING:
    from acquaint.problems import Problem


@click.command("check", epilog="Example: acquaint check members/ada.md")
@root_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github", "gitlab"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as notes on the lines of a proposed change.",
)
@click.option(
    "--explain",
    metavar="HANDLE",
    shell_complete=complete_handle,
    help="Show what strangers and what members see of one member, and why.",
)
@click.option("--show-private", is_flag=True, help="With --explain, on a terminal: show private values, too.")
@click.option("--changed-since", "since", metavar="REF", help="Judge only what changed since a branch or a commit.")
@click.option("--by", metavar="LOGIN", default="", help="With --changed-since: the account that proposes the change.")
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --changed-since: append Markdown to a file.",
)
@click.option("--public-repository", is_flag=True, help="With --changed-since: strangers can read this repository.")
@strict_option
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), shell_complete=complete_introduction)
def check_command(
    root: Path,
    style: str,
    explain: str | None,
    show_private: bool,
    since: str | None,
    by: str,
    summary: Path | None,
    public_repository: bool,
    strict: bool,
    files: tuple[Path, ...],
) -> int:
    """Check all introductions, or only FILES, and tell every problem at once; private values are masked.

    Problems are told in the community's language, the first of languages: in community.yml.
    """
    from acquaint.cli.reviewing import Asked, reviewed

    folder = existing_folder(root)
    asked = Asked(since, by, summary, public_repository)
    asked.check(others=bool(files) or explain is not None)
    if explain is not None:
        return _explain(folder, explain.removeprefix("@"), show_private=show_private)
    found, catalogue = _checked(folder, files) if since is None else reviewed(folder, asked)
    text = _told(found, style, catalogue)
    if text:
        click.echo(_colored(text, catalogue) if style == "text" else text)
    return 1 if any(problem.is_error or strict for problem in found) else 0


def _told(found: "tuple[Problem, ...]", style: str, catalogue: Catalogue) -> str:
    from acquaint.check.report import as_github, as_json, as_text

    if style == "gitlab":
        from acquaint.check.quality import as_gitlab

        return as_gitlab(found, catalogue)
    styles = {"text": as_text, "json": as_json, "github": as_github}
    return styles[style](found, catalogue)


def _checked(root: Path, files: tuple[Path, ...]) -> "tuple[tuple[Problem, ...], Catalogue]":
    from acquaint.check import check
    from acquaint.load import load, with_history
    from acquaint.problems import Problems

    only = [_relative(path, root) for path in files]
    problems = Problems()
    loaded = load(root, problems, only)
    if loaded.community.repository.visibility == "public":
        from acquaint.review.standing import check_standing

        check_standing(loaded, problems)
    # The history is asked for the whole community only: it takes longer than judging one file.
    found = check(loaded if only else with_history(root, loaded, problems), problems, build_day())
    if only:
        found = tuple(problem for problem in found if problem.path in only)
    return found, catalogue_of(root, loaded.community.language)


def _relative(path: Path, root: Path) -> str:
    """`path` from `root`, with slashes; given from the working folder or from `root`."""
    for candidate in (path.absolute(), root / path):
        plain = Path(os.path.normpath(candidate))
        if (plain.is_file() or plain.is_symlink()) and plain.is_relative_to(root):
            return plain.relative_to(root).as_posix()
    raise UsageError(f"There is no file {path} in this community's folder.")


def _explain(root: Path, handle: str, *, show_private: bool) -> int:
    from acquaint.check.explain import Onlooker, explain
    from acquaint.load import load
    from acquaint.privacy import open_contacts
    from acquaint.problems import Problems

    if show_private and not sys.stdout.isatty():
        raise UsageError("--show-private writes private values to a terminal only, never into a file or a log.")
    loaded = load(root, Problems())
    record = next((record for record in loaded.records if record.handle == handle), None)
    if record is None:
        raise UsageError(f"There is no member @{handle}, or their file can't be read; acquaint check says more.")
    opened = open_contacts(loaded.records, loaded.community)
    onlooker = Onlooker(day=build_day(), opened=opened, show_private=show_private)
    catalogue = catalogue_of(root, loaded.community.language)
    click.echo(explain(record, loaded.community, onlooker, catalogue))
    if loaded.community.repository.visibility == "public":
        message = say(
            "This file stands in a public repository: there strangers read all of it, what is for members as well."
        )
        click.echo(f"\n{message.told(catalogue)}")
    return 0


def _colored(text: str, catalogue: Catalogue) -> str:
    from acquaint.check.report import SEVERITIES
    from acquaint.laws import Severity

    colors = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
    words = {f": {said.told(catalogue)} A": colors[severity] for severity, said in SEVERITIES.items()}
    lines = []
    for line in text.split("\n"):
        color = next((color for word, color in words.items() if word in line and not line.startswith(" ")), None)
        lines.append(shown(line, fg=color, bold=True) if color else line)
    return "\n".join(lines)
