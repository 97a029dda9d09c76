"""Whether what installs Acquaint for a community names the one program that is meant."""

import re
from collections.abc import Iterator
from pathlib import Path

from acquaint.doctor.deploys import BUILT_BY_HAND, BUILT_BY_SERVICES, MOST_BYTES
from acquaint.doctor.finding import Finding, fine, wrong
from acquaint.doctor.projects import project_findings
from acquaint.load.source import read_regular
from acquaint.messages import say

NEVER_THERE = "acquaint-WHEEL-GOES-HERE.whl"
"""What stands in requirements.txt until somebody says where Acquaint comes from."""
_LISTS = ("requirements*.txt", "requirements/*.txt")
_OTHERS = (".pre-commit-config.yaml", "README*.md", "Dockerfile", "tox.ini")
_COMMENT = re.compile(r"(?:^|\s)#(?! build command:).*")
_NAME = r"acquaint(?:\[[^]]*\])?"
_END = r"(?=[\s'\"`,;&|)\]]|[=<>!~]=|[<>]|$)(?!\s*@)"
_BY_NAME = re.compile(
    rf"\b(?:install|add|inject|uvx|pipx run|uv tool run)\b[^#&|;\n]*?\s['\"]?{_NAME}{_END}", re.IGNORECASE
)
_INSTALLER = re.compile(r"\b(?:pip3?|pipx|uv|uvx|poetry|pdm)\b", re.IGNORECASE)
_LISTED = re.compile(rf"^\s*{_NAME}{_END}|[\[,]\s*['\"]{_NAME}{_END}|^\s*['\"]{_NAME}{_END}", re.IGNORECASE)
_HOOK = re.compile(rf"(?:[\[,]|^\s*-)\s*['\"]?{_NAME}{_END}", re.IGNORECASE)
_FILE = re.compile(r"\s*\./(\S*acquaint-\S+\.whl)")
"""pip looks for it in the folder that it was started in, which is the community's."""
_FIX = "pip install -r requirements.txt"
_SOURCE = "acquaint init --upgrade --source 'git+https://HOST/OWNER/acquaint@COMMIT'"


def installed_program(root: Path) -> Iterator[Finding]:
    """Each line that installs whatever has the name, and a list that installs nothing yet; else a sentence."""
    found = [finding for path in _files(root) for finding in _examine(path, root)]
    found += project_findings(root)
    yield from found or [fine(say("Nothing here installs Acquaint by its bare name."))]


def _files(root: Path) -> list[Path]:
    patterns = (*_LISTS, *_OTHERS, *BUILT_BY_SERVICES, *BUILT_BY_HAND)
    return sorted({path for pattern in patterns for path in root.glob(pattern) if path.is_file()})


def _examine(path: Path, root: Path) -> Iterator[Finding]:
    name = path.relative_to(root).as_posix()
    text = (read_regular(path, MOST_BYTES) or b"").decode("utf-8", "replace")
    is_list = name.startswith("requirements") and name.endswith(".txt")
    for number, code in _commands(text):
        place = f"{name}:{number}"
        if is_list and NEVER_THERE in code:
            yield wrong(
                say("{place} doesn't say yet where Acquaint comes from, so nothing is installed.", place=place), _SOURCE
            )
        elif is_list and (file := _FILE.match(code)) and not (root / file.group(1)).is_file():
            yield wrong(say("{place} names a file that isn't here, so nothing is installed.", place=place), _SOURCE)
        elif _names_it(code, name, is_list=is_list):
            message = say("{place} installs Acquaint by its bare name, which belongs to somebody else.", place=place)
            yield wrong(message, _SOURCE if is_list else _FIX)


def _commands(text: str) -> Iterator[tuple[int, str]]:
    """Each line without its comment, and the number of its first; a backslash at an end carries it on."""
    begun, so_far = 1, ""
    for number, line in enumerate(text.splitlines(), start=1):
        begun = begun if so_far else number
        code = _COMMENT.sub("", line).rstrip()
        if code.endswith(("\\", "`")):
            so_far += f"{code[:-1].rstrip()} "
            continue
        yield begun, f"{so_far}{code.lstrip()}" if so_far else code
        so_far = ""
    if so_far:
        yield begun, so_far


def _names_it(code: str, name: str, *, is_list: bool) -> bool:
    if is_list:
        return _LISTED.search(code) is not None
    if name == ".pre-commit-config.yaml":
        return _HOOK.search(code) is not None
    return _INSTALLER.search(code) is not None and _BY_NAME.search(code) is not None
