"""What acquaint init says: what was written, what to do next, and what was renewed."""

import shlex
from pathlib import Path

import click

from acquaint.catalogues import Catalogue
from acquaint.cli.options import shown_path
from acquaint.messages import Message, count, say
from acquaint.starter import Answers, Renewal, Written
from acquaint.starter.upgrade import BESIDE
from acquaint.starter.writing import EXAMPLES


def tell_written(root: Path, written: Written, catalogue: Catalogue) -> None:
    """How many files are new in `root`, and which were there before."""
    n = len(written.written)
    click.echo(
        count("Wrote one file in {folder}.", "Wrote {n} files in {folder}.", n, folder=shown_path(root)).told(catalogue)
    )
    if written.kept:
        click.echo(say("Left as they were: {files}.", files=written.kept).told(catalogue))


def tell_what_next(root: Path, answers: Answers, written: Written, catalogue: Catalogue) -> None:
    """The steps: to say where Acquaint comes from if nobody knows, to look, to introduce oneself, to put it online."""
    where = shown_path(root)
    at = "" if where in (".", "") else f" --root {shlex.quote(where)}"
    click.echo("\n" + say("What to do next:").told(catalogue))
    steps = (
        *_source(answers, shown_path(root)),
        say("Look at it: {command}", command=f"acquaint serve{at}"),
        _introduce(f"acquaint new{at}", written),
        _online(answers.host),
    )
    for number, step in enumerate(steps, start=1):
        click.echo(f"  {number}. {step.told(catalogue)}")


def _source(answers: Answers, where: str) -> tuple[Message, ...]:
    if answers.source:
        return ()
    command = f"acquaint init {shlex.quote(where)} --upgrade --source 'git+https://HOST/OWNER/acquaint@COMMIT'"
    return (
        say(
            "Say where Acquaint comes from; until then {file} installs nothing: {command}",
            file="requirements.txt",
            command=command,
        ),
    )


def _introduce(command: str, written: Written) -> Message:
    if any(path.startswith(EXAMPLES) for path in written.written):
        return say(
            "Write your own introduction, then delete the three examples in members/: {command}", command=command
        )
    return say("Write an introduction: {command}", command=command)


def _online(host: str) -> Message:
    if host == "github":
        return say("Put it online: push it to GitHub, then choose “GitHub Actions” under Settings, Pages.")
    if host == "gitlab":
        return say("Put it online: push it to GitLab; its pipeline publishes the public edition.")
    if host == "netlify":
        return say("Put it online: let Netlify build the repository; netlify.toml says how.")
    if host == "cloudflare":
        return say("Put it online: let Cloudflare Pages build the repository; wrangler.toml says with which command.")
    if host == "server":
        return say("Put it online: make deploy TARGET=you@server:/srv/people/public")
    return say("Put it online when you like: only what is inside site/public, never site/internal.")


def tell_renewal(root: Path, renewal: Renewal, catalogue: Catalogue) -> None:
    """What became of each file, and for those that stay the command that shows what is new."""
    lines: list[Message] = []
    if renewal.renewed:
        lines.append(say("Renewed: {files}.", files=renewal.renewed))
    if renewal.added:
        lines.append(say("New: {files}.", files=renewal.added))
    if renewal.gone:
        lines.append(say("No longer needed, and left where they are: {files}.", files=renewal.gone))
    for path in renewal.offered:
        old, new = (shlex.quote(shown_path(root / folder / path)) for folder in ("", BESIDE))
        command = f"diff -u {old} {new}"
        lines.append(
            say("{file} was changed by somebody and stays. What is new: {command}", file=path, command=command)
        )
    for line in lines or [say("Everything is as this version writes it.")]:
        click.echo(line.told(catalogue))
