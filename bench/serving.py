"""Serves a folder as a good static host does, compressed, and writes down what it sent."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEVEL = 6
"""How hard gzip tries; it is what most hosts set."""
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".txt": "text/plain",
}
NOWHERE, BLANK = "blank/", b"<!doctype html><title>Nothing</title>"
HELPERS = Path(__file__).parent

Sent = list[tuple[str, int]]
"""(path, bytes once compressed) of every answer, in their order."""


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, Sent]]:
    """The address of `root`, and what has been sent so far; below blank/ are a page of nothing and these scripts."""
    server = _Server(root)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", server.sent
    server.shutdown()
    server.server_close()


class _Server(ThreadingHTTPServer):
    """Knows what its handlers answer from, and what they answered."""

    def __init__(self, root: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.root = root
        self.sent: Sent = []


class _Handler(BaseHTTPRequestHandler):
    """One answer, which the browser may keep for the visit."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """A file, or a page that says nothing."""
        assert isinstance(self.server, _Server)
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        body = _compressed(self.server.root, path)
        self.server.sent.append((path, len(body)))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", f"{TYPES.get(Path(path).suffix, 'text/html')}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if body:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        # A page that shares nothing with others gets a clock of 5 µs instead of 100.
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: the output belongs to the table."""


@lru_cache(maxsize=4_096)
def _compressed(root: Path, path: str) -> bytes:
    """The file at `path`, or nothing where there is none."""
    file = HELPERS / path.removeprefix(NOWHERE) if path.startswith(NOWHERE) else root / path
    content = BLANK if path == NOWHERE else file.read_bytes() if file.is_file() else b""
    return gzip.compress(content, LEVEL, mtime=0) if content else b""
