"""acquaint serve."""

import gc
import webbrowser
from pathlib import Path
from threading import Thread

import click

from acquaint.cli.options import build_day, existing_folder, root_option
from acquaint.cli.telling import catalogue_of

_IN_TERMINALS = ("www-browser", "links", "elinks", "lynx", "w3m")
"""Browsers that would take the terminal, which belongs to the rebuilds and their problems."""


@click.command("serve", epilog="Example: acquaint serve --root ../ours --port 8001")
@root_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Listen on this address; whoever can reach it reads the internal edition, too.",
)
@click.option("--open", "shows", is_flag=True, help="Open the public edition in the browser.")
@click.option("--poll", is_flag=True, help="Only look at the files, and ask the system for no events.")
def serve_command(root: Path, port: int, host: str, shows: bool, poll: bool) -> int:
    """Show both editions on this machine and build again whenever a file changes.

    Changes are told by the system at once. Where it tells none, as for folders of Windows in WSL, bind mounts of Docker
    and network drives, they are noticed within two seconds.
    """
    from acquaint.build import Order, Refused, build
    from acquaint.check.report import as_text, tally
    from acquaint.errors import AcquaintError
    from acquaint.serve import Manner, Outcome, serve
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

    manner = Manner(also=(own_folder(),), host=host, poll=poll, opens=_open if shows else None)
    serve(folder, rebuild, port=port, say=click.echo, manner=manner)
    return 0


def _open(url: str) -> None:
    """Open `url` in a browser, on a thread of its own: some begin only, others are waited for."""
    Thread(target=_opened, args=(url,), daemon=True).start()


def _opened(url: str) -> None:
    try:
        browser = webbrowser.get()
        is_opened = Path(getattr(browser, "name", "")).stem not in _IN_TERMINALS and browser.open(url)
    except (webbrowser.Error, OSError):
        is_opened = False
    if not is_opened:
        click.echo(f"No browser could be opened; the address is {url}")
