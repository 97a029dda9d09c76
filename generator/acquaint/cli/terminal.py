"""What a terminal or a log shows while something takes long."""

import os
import sys
import threading

import click

PATIENCE = 1.0
"""Seconds a step may take before it is named."""


def wants_color() -> bool:
    """True on a terminal, unless NO_COLOR is set (no-color.org) or the terminal can't."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def is_at_terminal() -> bool:
    """True if somebody can be asked, and reads the question."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def shown(text: str, **style: str | bool) -> str:
    """`text` with a style where the terminal takes one."""
    return (
        click.style(text, fg=str(style["fg"]) if "fg" in style else None, bold=bool(style.get("bold")))
        if wants_color()
        else text
    )


class Progress:
    """Names on standard error a step that takes long: over itself on a terminal, by line in a log."""

    def __init__(self) -> None:
        self._timer: threading.Timer | None = None
        self._is_terminal = sys.stderr.isatty()
        self._shown = False

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        self._end_step()

    def tell(self, step: str) -> None:
        """Begin `step`; the one before has ended."""
        self._end_step()
        self._timer = threading.Timer(PATIENCE, self._show, (step,))
        self._timer.daemon = True
        self._timer.start()

    def _show(self, step: str) -> None:
        self._shown = self._is_terminal
        click.echo(f"\r\033[2K{step} …" if self._is_terminal else f"{step} …", err=True, nl=not self._is_terminal)

    def _end_step(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
            self._timer = None
        if self._shown:
            click.echo("\r\033[2K", err=True, nl=False)
            self._shown = False
