"""acquaint serve."""

import gc
from pathlib import Path

import click

from acquaint.cli.options import build_day, existing_folder, root_option
from acquaint.cli.telling import catalogue_of


@click.command("serve", epilog="Example: acquaint serve --root ../ours --port 8001")
@root_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
def serve_command(root: Path, port: int) -> int:
    """Show both editions on this machine and build again whenever a file changes."""
    from acquaint.build import Order, Refused, build
    from acquaint.check.report import as_text, tally
    from acquaint.errors import AcquaintError
    from acquaint.serve import Outcome, serve
    from acquaint.store import Store
    from acquaint.theme import own_folder

    gc.enable()  # Unlike other commands, this one stays.
    folder, store = existing_folder(root), Store()

    def rebuild() -> Outcome:
        store.begin()
        try:
            report = build(Order(root=folder, out=None, day=build_day()), lambda step: None, store)
        except Refused as refused:
            catalogue = catalogue_of(folder, refused.language)
            summary = refused.message.told(catalogue)
            return Outcome(ok=False, summary=summary, problems=as_text(refused.problems, catalogue))
        except AcquaintError as error:
            return Outcome(ok=False, summary=str(error), problems=str(error))
        store.good()
        warnings = f"; {tally(report.problems)}" if report.problems else ""
        summary = f"{report.members['internal']:,} members in {report.seconds:.1f} s{warnings}"
        return Outcome(ok=True, summary=summary, problems="", tree=report.tree)

    serve(folder, rebuild, port=port, say=click.echo, also=(own_folder(),))
    return 0
