"""Communities begun by acquaint init, for tests: the command in this process, and what it wrote."""

from pathlib import Path

import yaml
from click.testing import CliRunner, Result

from acquaint.catalogues import ENGLISH
from acquaint.cli.main import acquaint
from acquaint.starter import Answers, begun, starter_files

LANGUAGES = ("en", "zh", "de")


def init(root: Path, *options: str, typed: str | None = None, terminal: str = "C") -> Result:
    """`acquaint init root`, asking nothing unless something is typed; what it said, and how it ended.

    `terminal` is the locale it is run in.
    """
    usual = () if typed is not None or "--upgrade" in options else ("--yes",)
    return CliRunner(env={"LC_ALL": terminal, "LANGUAGE": None}).invoke(
        acquaint, ["init", str(root), *usual, *options], input=typed, standalone_mode=False, catch_exceptions=True
    )


def started(root: Path, *options: str) -> Path:
    """A folder with the files of a new community, nothing built."""
    done = init(root, "--no-build", *options)
    assert done.exception is None, (done.output, done.exception)
    return root


def texts(answers: Answers) -> dict[str, str]:
    """Every file of a community with these answers, told in English."""
    return starter_files(answers, begun(answers), ENGLISH)


def settings(text: str) -> dict[str, object]:
    """community.yml as another reader sees it."""
    read = yaml.safe_load(text)
    assert isinstance(read, dict)
    return read
