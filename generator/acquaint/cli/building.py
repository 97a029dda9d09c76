"""acquaint build."""

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquaint.cli.options import build_day, existing_folder, root_option, shown_path, strict_option
from acquaint.cli.telling import catalogue_of
from acquaint.cli.terminal import Progress, shown

if TYPE_CHECKING:
    from acquaint.build import Order, Report

_VIEWS = "docs/templates.md in Acquaint's repository"


@click.command("build", epilog="Example: acquaint build --root ../ours --base-url https://people.example")
@root_option
@click.option(
    "--out", type=click.Path(path_type=Path), help="Where to build.  [default: site in the community's folder]"
)
@click.option(
    "--edition",
    type=click.Choice(["public", "internal", "both"]),
    default="both",
    help="What to build.",
    show_default=True,
)
@click.option("--base-url", default="", help="The absolute address of the public edition, for canonical links.")
@click.option(
    "--skip-invalid", is_flag=True, help="Leave out introductions that have errors, instead of building nothing."
)
@click.option(
    "--verify", is_flag=True, help="Search the finished files for private contacts once more, however many there are."
)
@strict_option
def build_command(
    root: Path, out: Path | None, edition: str, base_url: str, skip_invalid: bool, verify: bool, strict: bool
) -> int:
    """Build the public and the internal edition."""
    from acquaint.build import EDITIONS, Order, Refused, build
    from acquaint.check.report import as_text

    folder = existing_folder(root)
    place = (out if out is not None else folder / "site").absolute()
    order = Order(
        root=folder,
        out=place,
        day=build_day(),
        editions=tuple(name for name in EDITIONS if edition in (name, "both")),
        base_url=_base_url(base_url),
        skip_invalid=skip_invalid,
        strict=strict,
        verify=verify,
    )
    try:
        with Progress() as progress:
            report = build(order, progress.tell)
    except Refused as refused:
        catalogue = catalogue_of(folder, refused.language)
        click.echo(as_text(refused.problems, catalogue), err=True)
        click.echo(f"\n{refused.message.told(catalogue)}", err=True)
        return refused.exit_code
    _tell(order, place, report)
    return 0


def _base_url(text: str) -> str:
    from acquaint.load.community import check_base_url
    from acquaint.problems import Problems

    problems = Problems()
    url = check_base_url(text, problems) if text else ""
    if problems.found:
        raise click.BadParameter("give an absolute address, as in https://people.example", param_hint="--base-url")
    return url


def _tell(order: "Order", out: Path, report: "Report") -> None:
    """A line each: what was built, who was left out, what to know, how long, how to look at it."""
    from acquaint.check.report import printable, tally

    for edition in order.editions:
        folder = shown_path(out / edition)
        members = report.members[edition]
        noun = "member" if members == 1 else "members"
        changed = f"{report.written[edition]:,} files changed"
        click.echo(f"{shown(f'{edition:<9}', bold=True)} {members:,} {noun} in {folder} ({changed})")
    for path in report.left_out:
        click.echo(f"left out  {printable(path)}")
    if report.community.opened_to_everyone:
        click.echo(f"note      this community shows to everyone: {', '.join(report.community.opened_to_everyone)}")
    if not report.members["internal"] and "internal" in order.editions:
        click.echo("note      there is no introduction in members/ yet")
    if not report.community.base_url:
        click.echo("note      set base_url in community.yml once you know the site's address")
    for name in report.outdated:
        click.echo(f"note      templates/{name} was written for another version; see {_VIEWS}")
    for name, meant in report.unused:
        did = f"; did you mean templates/{meant}?" if meant else f"; see {_VIEWS}"
        click.echo(f"note      templates/{name} takes the place of nothing{did}")
    if report.problems:
        click.echo(f"note      {tally(report.problems)} To read them: {_again('check', order)}")
    click.echo(f"built     in {report.seconds:.1f} s; to look at it: {_again('serve', order)}")


def _again(command: str, order: "Order") -> str:
    """How to run `command` on the same community, ready to paste; by make, if make called and can do it."""
    root = shown_path(order.root)
    if command == "serve" and os.environ.get("MAKELEVEL"):
        return "make serve" if root == "." else f"make serve ROOT={shlex.quote(root)}"
    return f"acquaint {command}" if root == "." else f"acquaint {command} --root {shlex.quote(root)}"
