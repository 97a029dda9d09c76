"""acquaint completion, and what the shell is told: handles and files, read from the names in members/ alone."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

SHELLS = ("bash", "zsh", "fish")
_ENDINGS = (".md", ".yml", ".yaml")
_DEEPEST = 8
_SAFE = re.compile(r"[\w.@+-]+")
"""Names that mean nothing to a shell: it puts what it is given into the line as it is."""
_MOST = 2_000
"""Names that a shell is given; nobody reads more."""


@click.command("completion", epilog="Example: acquaint completion fish > ~/.config/fish/completions/acquaint.fish")
@click.argument("shell", type=click.Choice(SHELLS))
def completion_command(shell: str) -> int:
    """Print what the Tab key needs to know.

    With it a shell completes commands, handles and members' files.

    \b
    bash  put this into ~/.bashrc:  eval "$(acquaint completion bash)"
    zsh   put this into ~/.zshrc, below compinit:  eval "$(acquaint completion zsh)"
    fish  acquaint completion fish > ~/.config/fish/completions/acquaint.fish
    """
    from click.shell_completion import get_completion_class

    from acquaint.cli.main import acquaint

    maker = get_completion_class(shell)
    if maker is not None:
        made = maker(acquaint, {}, "acquaint", "_ACQUAINT_COMPLETE")
        click.echo(made.source_template % made.source_vars())
    return 0


def complete_handle(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Handles of members that begin as typed, with or without the @."""
    at = "@" if incomplete.startswith("@") else ""
    stems = sorted(
        {path.stem for path in _introductions(_root(context)) if path.stem.startswith(incomplete[len(at) :])}
    )
    return [CompletionItem(at + stem) for stem in stems[:_MOST]]


def complete_introduction(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Members' files that begin as typed, from the folder one works in or from the community's; else any file."""
    root = _root(context)
    found = {path.relative_to(root).as_posix() for path in _introductions(root)}
    from_here = {(root / name).as_posix() for name in found} if root != Path() else set()
    names = sorted(name for name in found | from_here if name.startswith(incomplete))
    return [CompletionItem(name) for name in names[:_MOST]] or [CompletionItem(incomplete, type="file")]


def _root(context: click.Context) -> Path:
    root = context.params.get("root")
    return root if isinstance(root, Path) else Path()


def _introductions(root: Path) -> Iterator[Path]:
    """The introductions below `root`, by their names alone; a folder that can't be read has none."""
    folders = [(root / "members", 1)]
    while folders:
        folder, depth = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith(("_", ".")) or not _SAFE.fullmatch(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False) and depth < _DEEPEST:
                folders.append((folder / entry.name, depth + 1))
            elif entry.name.endswith(_ENDINGS):
                yield folder / entry.name
