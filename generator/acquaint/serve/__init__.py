"""The preview on your own machine: build, show, watch, build again; nothing of it can reach a published file."""

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, current_thread, main_thread
from types import FrameType

from acquaint.errors import UsageError
from acquaint.serve.editions import Editions, Outcome, Rebuild
from acquaint.serve.server import bind, listening

__all__ = ["Outcome", "Preview", "Rebuild", "serve"]

_ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
_LOOK_UP = 0.2
"""Seconds after which waiting for a change looks whether it is to end: Windows delivers Ctrl-C no sooner."""


def serve(
    root: Path, rebuild: Rebuild, *, port: int = 8000, say: Callable[[str], None], also: Sequence[Path] = ()
) -> None:
    """Show both editions of the community at `root` on 127.0.0.1 until Ctrl-C, SIGTERM or SIGHUP.

    `rebuild` is called now and after every change of the sources or of a folder in `also` (a theme's), on the calling
    thread; what it built stays in memory. `say` gets whole lines.
    Raises UsageError if the port is taken or `root` isn't a folder.
    """
    with _ended_by_signals():
        Preview(root=root, rebuild=rebuild, say=say, also=tuple(also)).run(port=port, stop=Event())


@dataclass(frozen=True, slots=True)
class Preview:
    """What is built, watched and told; `serve` says what each means."""

    root: Path
    rebuild: Rebuild
    say: Callable[[str], None]
    also: tuple[Path, ...] = ()

    def run(self, port: int, stop: Event) -> None:
        """Serve on `port` until `stop` is set or an exception ends it; nothing is left behind in either case."""
        if not self.root.is_dir():
            raise UsageError(f"there is no folder {self.root.name or self.root}")
        # Late, because watchdog takes longer to import than all the rest of a command.
        from acquaint.serve.watch import Changes, Watch

        with ExitStack() as tidying:
            servers = bind(port, self.say)
            for server in servers:
                tidying.callback(server.server_close)
            editions = Editions(self.rebuild)
            changes = Changes()
            watch = Watch(self.root, self.also, changes, self.say)
            tidying.callback(watch.stop)
            watch.start()
            _tell(editions.build(), self.say)
            tidying.enter_context(listening(servers, editions))
            _announce(servers[0].port, self.say)
            while not stop.is_set():
                if changes.settled(_LOOK_UP):
                    watch.refresh()
                    _tell(editions.build(), self.say)


def _announce(port: int, say: Callable[[str], None]) -> None:
    here = f"http://127.0.0.1:{port}"
    say(f"public edition:   {here}/public/")
    say(f"internal edition: {here}/internal/")
    say("Pages reload when a file changes. Ctrl-C ends.")


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
