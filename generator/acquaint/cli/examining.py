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
    from acquaint.check.report import cells, printable
    from acquaint.doctor import State, examine
    from acquaint.messages import say, told

    folder = existing_folder(root)
    examination = examine(folder)
    catalogue = catalogue_of(folder, examination.language)
    words = {State.FINE: say("ok"), State.DOUBTFUL: say("look"), State.WRONG: say("MEND")}
    marks = {state: word.told(catalogue) for state, word in words.items()}
    colors = {State.FINE: "green", State.DOUBTFUL: "yellow", State.WRONG: "red"}
    width = max(map(cells, marks.values()))
    is_wrong = False
    for finding in examination.findings:
        is_wrong |= finding.state is State.WRONG
        mark = shown(marks[finding.state], fg=colors[finding.state], bold=True)
        rest = " " * (width - cells(marks[finding.state]))
        click.echo(f"{mark}{rest}  {printable(finding.message.told(catalogue))}")
        if finding.fix:
            click.echo(f"{' ' * width}  {printable(told(finding.fix, catalogue))}")
    return 1 if is_wrong else 0
