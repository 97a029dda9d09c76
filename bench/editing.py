"""Edits files under `acquaint serve`, and waits as a browser does: for the news first, then for the page."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import IO

from edits import KINDS, Community, Edit, Kind
from measuring import cost, environment, say

_ADDRESS = re.compile(r"^public edition: +http://127\.0\.0\.1:(\d+)/", re.MULTILINE)
_LONGEST = 600
"""Seconds after which a server that doesn't start, or a page that doesn't change, ends the measurement."""
_REST = 0.4
"""Seconds between two edits, so that what a save leaves behind isn't taken for the next."""


@dataclass(slots=True)
class Served:
    """What serving cost: seconds until the first page, seconds of each edit by its kind, the server's peak memory."""

    first_page: float
    edits: dict[str, list[float]] = field(default_factory=dict)
    peak: int = 0


def serve_and_edit(root: Path, most: int, patience: float) -> Served:
    """Serve the community at `root`, and make up to `most` edits of each kind, until `patience` seconds are over."""
    community = Community(root)
    wanted = min(most, community.most())
    with tempfile.TemporaryDirectory(dir=root.parent) as folder:
        started = time.perf_counter()
        with _server(root, {"TMPDIR": folder}) as (page, process):
            served = Served(time.perf_counter() - started)
            for kind in KINDS:
                say(f"editing: {kind.name}")
                served.edits[kind.name] = list(_seconds(kind, community, page, wanted, patience))
            process.send_signal(signal.SIGTERM)
            _, served.peak = cost(process)
    return served


def _seconds(kind: Kind, community: Community, page: "_Page", wanted: int, patience: float) -> Iterator[float]:
    """Seconds of each edit; the first is always made."""
    left = patience
    for number in range(1, wanted + 1):
        if left <= 0:
            return
        seconds = page.seconds_until_seen(kind.make(community, number))
        left -= seconds
        yield seconds
        time.sleep(_REST)


class _Page:
    """A server that has started, as a page in a browser knows it."""

    def __init__(self, port: int) -> None:
        self._port = port

    def seconds_until_seen(self, edit: Edit) -> float:
        """Carry `edit` out; gives the seconds from then on until a page is served that shows it."""
        serial, build = self._news()
        started = time.perf_counter()
        edit.carry_out()
        while (passed := time.perf_counter() - started) < _LONGEST:
            serial, shown = self._news(serial)
            if shown != build and edit.is_seen(self._get(edit.page)):
                return time.perf_counter() - started
        sys.exit(f"{edit.file.name} was edited, and after {passed:.0f} s {edit.page} still doesn't show it.")

    def _news(self, since: int | str = "") -> tuple[int, int]:
        """Serial and build of the news once they are others than `since`. A build that failed ends everything."""
        news = json.loads(self._get(f"-/events?since={since}"))
        if news["problems"]:
            sys.exit(f"An edit of the bench was refused:\n{news['problems']}")
        return news["serial"], news["build"]

    def _get(self, path: str) -> str:
        """The page, or "" if there is none."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_LONGEST)
        connection.request("GET", f"/{path}")
        answer = connection.getresponse()
        content = answer.read().decode()
        connection.close()
        return content if answer.status == 200 else ""


@contextmanager
def _server(root: Path, variables: Mapping[str, str]) -> Iterator[tuple[_Page, subprocess.Popen[bytes]]]:
    """A server that has built; whatever happens, it ends."""
    command = [sys.executable, "-m", "acquaint", "serve", "--root", f"{root}", "--port", "0"]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        process = subprocess.Popen(command, stdout=printed, stderr=subprocess.STDOUT, env=environment(variables))
        try:
            yield _Page(_port(process, printed)), process
        finally:
            process.kill()
            process.wait()


def _port(process: subprocess.Popen[bytes], printed: IO[str]) -> int:
    """Wait until the server says where it is."""
    for _ in range(_LONGEST * 20):
        # The server writes at the file's end, which reading in the usual way would move.
        text = os.pread(printed.fileno(), 100_000, 0).decode()
        if found := _ADDRESS.search(text):
            return int(found[1])
        if process.poll() is not None:
            break
        time.sleep(0.05)
    sys.exit(f"acquaint serve doesn't start:\n{text}")
