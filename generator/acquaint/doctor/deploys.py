"""Whether what publishes the site takes the public edition, and nothing else, along."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from acquaint.doctor.finding import Finding, State, fine
from acquaint.load.source import read_regular
from acquaint.messages import Message, say

BUILT_BY_SERVICES = (
    ".github/workflows/*.yml", ".github/workflows/*.yaml", ".gitlab-ci.yml", ".circleci/config.yml", "netlify.toml",
    "wrangler.toml", "wrangler.json", "wrangler.jsonc", "vercel.json", "firebase.json", "render.yaml",
)  # fmt: skip
"""Where services read what to build and what to publish."""

BUILT_BY_HAND = ("Makefile", "justfile", "Taskfile.yml", "package.json", "*.sh", "bin/*", "scripts/*")
"""Where people keep what they type to publish."""

MOST_BYTES = 200_000
_COMMENT = re.compile(r"(?:^|\s)(?:#|//).*")
_WHOLE = r"""["']?(?:\$\(?\{?OUT\}?\)?|(?:\./)?site/?\**)["']?"""
_NOTHING_MORE = r"\s*[,}\]]*\s*$"
_SENDS = r"\b(?:rsync|scp|sftp|lftp|rclone|aws s3|gsutil|surge|gh-pages|netlify deploy|wrangler pages deploy)\b"
_PUBLISHES = re.compile(r"site/public|deploy|publish|pages")
_KEYS = r"(?:publish(?:_dir|-dir)?|path|folder|directory|outputDirectory|public|pages_build_output_dir|local-dir)"
_WHOLE_FOLDER = r"(?:publish(?:_dir|-dir)?|outputDirectory|pages_build_output_dir)"


@dataclass(frozen=True, slots=True)
class _Sign:
    """A line that looks like `pattern` means `message`."""

    pattern: re.Pattern[str]
    state: State
    message: Message
    fix: Message
    services_only: bool = False
    while_publishing: bool = False


_PUBLIC_ONLY = say("Publish {folder}, and nothing above it.", folder="site/public")
_NAMES_IT = say("{place} names the internal edition, which holds names and contacts.", place="")
_HOSTING = say(
    "{file} in Acquaint’s repository (its address is in {list})", file="docs/host-it.md", list="requirements.txt"
)
_BEHIND_A_DOOR = say("Take it out. The internal edition goes behind a sign-in only; {file} says how.", file=_HOSTING)
_SIGNS = (
    _Sign(re.compile(r"site/internal"), State.WRONG, _NAMES_IT, _BEHIND_A_DOOR, services_only=True),
    _Sign(re.compile(rf"{_SENDS}.*site/internal"), State.WRONG, _NAMES_IT, _BEHIND_A_DOOR),
    _Sign(
        re.compile(
            rf"""{_KEYS}["']?\s*[:=]\s*{_WHOLE}{_NOTHING_MORE}|^\s*-\s+{_WHOLE}\s*$|{_SENDS}.*\s{_WHOLE}(?:\s|$)"""
        ),
        State.WRONG,
        say("{place} publishes both editions, the internal one as well.", place=""),
        _PUBLIC_ONLY,
    ),
    _Sign(
        re.compile(rf"""{_WHOLE_FOLDER}["']?\s*[:=]\s*["']?\.?/?["']?{_NOTHING_MORE}"""),
        State.WRONG,
        say("{place} publishes the whole folder, the members’ files as well.", place=""),
        _PUBLIC_ONLY,
    ),
    _Sign(
        re.compile(r"gh-pages|publish_branch"),
        State.DOUBTFUL,
        say("{place} publishes from a branch, which keeps every page it ever held.", place=""),
        say("Let the host take the built files as an artifact; {file} says how.", file=_HOSTING),
    ),
    _Sign(
        re.compile(r"acquaint build\b(?!.*--edition[ =]public)|^\s*(?:-\s+)?(?:run:\s*)?make build\b"),
        State.DOUBTFUL,
        say("{place} builds the internal edition on a machine that publishes.", place=""),
        say("Build with {option} there.", option="--edition public"),
        services_only=True,
        while_publishing=True,
    ),
)


def published_folders(root: Path) -> Iterator[Finding]:
    """Each line of a deploy that publishes too much, told with its place; one sentence if there is none."""
    found = [finding for path, by_service in _files(root) for finding in _examine(path, root, by_service=by_service)]
    yield from found or [fine(say("Nothing here publishes more than the public edition."))]


def _files(root: Path) -> Iterator[tuple[Path, bool]]:
    for patterns, by_service in ((BUILT_BY_SERVICES, True), (BUILT_BY_HAND, False)):
        for pattern in patterns:
            yield from ((path, by_service) for path in sorted(root.glob(pattern)) if path.is_file())


def _examine(path: Path, root: Path, *, by_service: bool) -> Iterator[Finding]:
    text = (read_regular(path, MOST_BYTES) or b"").decode("utf-8", "replace")
    publishes = by_service and _PUBLISHES.search(text) is not None
    for number, line in enumerate(text.splitlines(), start=1):
        if sign := _sign_in(_COMMENT.sub("", line), by_service=by_service, publishes=publishes):
            place = f"{path.relative_to(root).as_posix()}:{number}"
            yield Finding(sign.state, replace(sign.message, values={"place": place}), sign.fix)


def _sign_in(code: str, *, by_service: bool, publishes: bool) -> _Sign | None:
    for sign in _SIGNS:
        is_asked = (by_service or not sign.services_only) and (publishes or not sign.while_publishing)
        if is_asked and sign.pattern.search(code):
            return sign
    return None
