"""The preview on your own machine: build, show, watch, build again; nothing of it can reach a published file."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, current_thread, main_thread
from types import FrameType

from acquaint.errors import UsageError
from acquaint.serve.editions import Editions, Outcome, Rebuild
from acquaint.serve.place import HERE
from acquaint.serve.server import Server, bind, listening

__all__ = ["Manner", "Outcome", "Preview", "Rebuild", "serve"]

_ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
_LOOK_UP = 0.2
"""Seconds after which waiting for a change looks whether it is to end: Windows delivers Ctrl-C no sooner."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is shown, and on which address (`host`). Folders in `also`, a theme's, are watched like the sources.

    With `poll` changes are looked for only. `opens` gets the address of the public edition once it is there.
    """

    also: tuple[Path, ...] = ()
    host: str = HERE
    poll: bool = False
    opens: Callable[[str], None] | None = None


def serve(
    root: Path,
    rebuild: Rebuild,
    *,
    port: int = 8000,
    say: Callable[[str], None],
    manner: Manner = Manner(),
) -> None:
    """Show both editions of the community at `root` until Ctrl-C, SIGTERM or SIGHUP; on 127.0.0.1, or as in `manner`.

    `rebuild` is called now and after every change of the sources, on the calling thread; what it built stays in memory.
    `say` gets whole lines.
    Raises UsageError if the port is taken or `root` isn't a folder.
    """
    with _ended_by_signals():
        Preview(root=root, rebuild=rebuild, say=say, manner=manner).run(port=port, stop=Event())


@dataclass(frozen=True, slots=True)
class Preview:
    """What is built, watched and told; `serve` says what each means."""

    root: Path
    rebuild: Rebuild
    say: Callable[[str], None]
    manner: Manner = Manner()

    def run(self, port: int, stop: Event) -> None:
        """Serve on `port` until `stop` is set or an exception ends it; nothing is left behind in either case."""
        if not self.root.is_dir():
            raise UsageError(f"there is no folder {self.root.name or self.root}")
        # Late, because watchdog takes longer to import than all the rest of a command.
        from acquaint.serve.watch import Changes, Watch

        with ExitStack() as tidying:
            servers = bind(port, self.say, self.manner.host)
            for server in servers:
                tidying.callback(server.server_close)
            editions = Editions(self.rebuild)
            changes = Changes()
            watch = Watch(self.root, self.manner.also, changes, self.say, poll=self.manner.poll)
            tidying.callback(watch.stop)
            watch.start()
            _tell(editions.build(), self.say)
            tidying.enter_context(listening(servers, editions))
            _announce(servers[0], self.say)
            if self.manner.opens is not None:
                self.manner.opens(f"{_here(servers[0])}public/")
            while not stop.is_set():
                if changes.settled(_LOOK_UP):
                    watch.refresh()
                    _tell(editions.build(), self.say)


def _announce(server: Server, say: Callable[[str], None]) -> None:
    here = _here(server)
    say(f"public edition:   {here}public/")
    say(f"internal edition: {here}internal/")
    if server.place.is_everywhere:
        say(f"from elsewhere:   {server.url}")
    if server.place.is_open:
        say(
            "Careful: the internal edition is open, too. Everybody who can reach this address reads the names and "
            "contacts of all members, without a password, and it is not encrypted on its way."
        )
    say("Pages reload when a file changes. Ctrl-C ends.")


def _here(server: Server) -> str:
    """The address of the start page for who sits at this machine."""
    return f"http://{HERE}:{server.port}/" if server.place.is_everywhere else server.url


def _tell(outcome: Outcome, say: Callable[[str], None]) -> None:
    if outcome.problems and outcome.problems != outcome.summary:
        say(outcome.problems)
    say(outcome.summary)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let Ctrl-C and its like end the block quietly; what comes while it is tidied up is not heeded.

    Only the main thread may set handlers, and one that ignores (as under nohup) stays as it is.
    """
    if current_thread() is not main_thread():
        yield
        return
    found = {number: signal.getsignal(number) for number in _ENDING}
    heeded = {number: handler for number, handler in found.items() if handler not in (signal.SIG_IGN, None)}

    def end(number: int, frame: FrameType | None) -> None:
        for each in heeded:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    for each in heeded:
        signal.signal(each, end)
    try:
        yield
    except KeyboardInterrupt:
        return
    finally:
        for each, handler in heeded.items():
            signal.signal(each, handler)
