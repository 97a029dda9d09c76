"""Where a community gets this Acquaint from: an address that nobody else can put another program behind."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from acquaint.errors import UsageError
from acquaint.git import git

PLACEHOLDER = "./acquaint-WHEEL-GOES-HERE.whl"
"""A path where no file is, so that pip stops there instead of installing nothing, or somebody else's program."""

_HOST = r"https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
_STEP = r"[A-Za-z0-9_~+][A-Za-z0-9_.~+-]*"
_WHEEL = r"acquaint-[A-Za-z0-9_.+-]+\.whl"
_COMMIT = re.compile(rf"git\+{_HOST}(?:/{_STEP})+@[0-9a-f]{{40}}")
_ADDRESS = re.compile(rf"{_HOST}(?:/{_STEP})*/{_WHEEL}#sha256=[0-9a-f]{{64}}")
_PATH = re.compile(rf"(?:\./)?(?:{_STEP}/)*{_WHEEL}")
_OWN_FOLDER = "generator/acquaint/"
"""Where the package stands in its own repository; in anybody else's, such as one with a .venv in it, it doesn't."""


def source_from(text: Any) -> str:
    """`text`, if it names one program for good, or "" for nothing. Raises UsageError for anything else."""
    if not text:
        return ""
    if isinstance(text, str) and text != PLACEHOLDER and any(p.fullmatch(text) for p in (_COMMIT, _ADDRESS, _PATH)):
        return text
    raise UsageError(
        "source is git+https://…@ and a whole commit, the https address of Acquaint's .whl with #sha256=…, "
        "or the path of that file in the community's folder."
    )


def requirement_of(source: str) -> str:
    """The line of requirements.txt that installs from `source`, or one that pip refuses if it isn't known."""
    if not source:
        return (
            "# It isn't known yet where yours comes from, so pip stops here. Ask for the line to be written:\n"
            "#   acquaint init --upgrade --source 'git+https://HOST/OWNER/acquaint@COMMIT'\n"
            f"{PLACEHOLDER}"
        )
    if _PATH.fullmatch(source):
        return f"./{source.removeprefix('./')}"
    return f"acquaint @ {source}"


def known_source() -> str:
    """Where the program that runs came from, "" if nothing tells it for certain: its installation, or its checkout."""
    return _of_installation(_direct_url()) or _of_checkout(Path(__file__).parents[1])


def _direct_url() -> str:
    try:
        return distribution("acquaint").read_text("direct_url.json") or ""
    except PackageNotFoundError:
        return ""


def _of_installation(direct_url: str) -> str:
    """The commit in a note such as pip leaves (PEP 610)."""
    try:
        told = json.loads(direct_url or "{}")
        return _commit(str(told["url"]), str(told["vcs_info"]["commit_id"])) if told["vcs_info"]["vcs"] == "git" else ""
    except (ValueError, KeyError, TypeError):
        return ""


def _of_checkout(package: Path) -> str:
    """The commit that is checked out, if the repository around `package` is Acquaint's own."""
    prefix = (git(package, "rev-parse", "--show-prefix") or "").strip()
    if prefix != _OWN_FOLDER or git(package, "ls-files", "--error-unmatch", "--", "__init__.py") is None:
        return ""
    origin, head = (git(package, *asked) for asked in (("remote", "get-url", "origin"), ("rev-parse", "HEAD")))
    return _commit((origin or "").strip(), (head or "").strip())


def _commit(url: str, commit: str) -> str:
    source = f"git+{url.rstrip('/')}@{commit}"
    return source if _COMMIT.fullmatch(source) else ""
