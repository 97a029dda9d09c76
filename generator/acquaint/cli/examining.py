"""acquaint doctor."""

from pathlib import Path

import click

from acquaint.cli.options import existing_folder, root_option
from acquaint.cli.telling import catalogue_of
from acquaint.cli.terminal import shown


@click.command("doctor", epilog="Example: acquaint doctor --root ../ours")
@root_option
def doctor_command(root: Path) -> int:
    """Tell what is wrong with this community's set-up, with a fix for each; nothing is changed, nothing sent.

    Looks at Python, git's history, the site's address, what gets published, and what a repository gives away.
    """
    from acquaint.check.report import printable
    from acquaint.doctor import State, examine
    from acquaint.messages import told

    folder = existing_folder(root)
    examination = examine(folder)
    catalogue = catalogue_of(folder, examination.language)
    marks = {State.FINE: ("ok  ", "green"), State.DOUBTFUL: ("look", "yellow"), State.WRONG: ("MEND", "red")}
    is_wrong = False
    for finding in examination.findings:
        is_wrong |= finding.state is State.WRONG
        mark, color = marks[finding.state]
        click.echo(f"{shown(mark, fg=color, bold=True)}  {printable(finding.message.told(catalogue))}")
        if finding.fix:
            click.echo(f"      {printable(told(finding.fix, catalogue))}")
    return 1 if is_wrong else 0
