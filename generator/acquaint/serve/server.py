"""The sockets: which addresses are listened on, how a request is read, and how everything ends."""

import errno
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import BaseServer, ThreadingTCPServer
from threading import Lock, Thread
from typing import Any

from acquaint.errors import MachineError, UsageError
from acquaint.serve.address import Names, names_this_server
from acquaint.serve.answers import Answer, answer, says
from acquaint.serve.editions import Editions
from acquaint.serve.place import HERE, Place, place_of

NEWS_PATIENCE = 25.0
"""Seconds a page's question for news stays open; below the half minute at which some proxies give up."""
_MOST_PORT = 65535
_POLL = 0.05
"""Seconds until a listening thread notices that it is to end."""
_EVERY_ANSWER = (
    # The next rebuild may change any page, and a cached internal page would outlive the server.
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    # Pages of other sites open in the same browser may neither embed nor frame what is served here.
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
)


@dataclass(frozen=True, slots=True)
class _Context:
    """What to answer from, and what a request must call it by; `url` is told to who calls it otherwise."""

    editions: Editions
    port: int
    names: Names
    url: str


class _Handler(BaseHTTPRequestHandler):
    """Reads one request and writes its answer; what the answer is, answers.py knows."""

    timeout = 30  # seconds without a byte, then the connection is given up

    def __init__(
        self, context: "_Context", request: socket.socket, address: tuple[str, int], server: BaseServer
    ) -> None:
        """`context` is what to answer from, and what a request must call it by."""
        self._context = context
        super().__init__(request, address, server)

    def parse_request(self) -> bool:
        """Read the request; nothing here can be changed, so any other method ends at once."""
        if not super().parse_request():
            return False
        if self.command in ("GET", "HEAD"):
            return True
        self._write(says(HTTPStatus.METHOD_NOT_ALLOWED, "Pages can only be read.\n", ("Allow", "GET, HEAD")))
        return False

    def do_GET(self) -> None:
        """Answer with content."""
        self._write(self._answer(NEWS_PATIENCE))

    def do_HEAD(self) -> None:
        """Answer with the headers that GET would give; news aren't waited for."""
        self._write(self._answer(0))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what could not be read as a request; it isn't repeated in the answer."""
        status = HTTPStatus(code)
        self._write(says(status, f"{status.phrase}.\n"))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the rebuilds and their problems."""

    def _answer(self, patience: float) -> Answer:
        hosts: list[str] = self.headers.get_all("Host", [])
        if not names_this_server(hosts, self._context.port, self._context.names):
            return says(HTTPStatus.MISDIRECTED_REQUEST, f"Please ask for {self._context.url} instead.\n")
        return answer(self.path, self._context.editions, patience)

    def _write(self, given: Answer) -> None:
        self.close_connection = True
        self.send_response_only(given.status)
        own = (("Content-Type", given.kind), ("Content-Length", str(len(given.content))), ("Connection", "close"))
        for name, value in (*own, *_EVERY_ANSWER, *given.headers):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(given.content)


class Server(ThreadingTCPServer):
    """Listens on one address, a thread for each connection; closing it hangs up on everybody and joins the threads."""

    # On Windows this option would let two programs listen on the same port.
    allow_reuse_address = sys.platform != "win32"
    request_queue_size = 64

    def __init__(self, place: Place, port: int, say: Callable[[str], None]) -> None:
        """Raises OSError if `place` can't be had. Requests wait until `listening` has been called."""
        self.address_family = place.family
        self.place = place
        self._say = say
        self._open: set[socket.socket] = set()
        self._lock = Lock()
        super().__init__((place.address, port), BaseHTTPRequestHandler)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.socket.getsockname()[1])

    @property
    def url(self) -> str:
        """The address of its start page, for others if it is for them."""
        return f"http://{self.place.host}:{self.port}/"

    def get_request(self) -> tuple[socket.socket, Any]:
        """Accept a connection and remember it."""
        connection, address = super().get_request()
        with self._lock:
            self._open.add(connection)
        return connection, address

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        """Forget a connection and close it."""
        if isinstance(request, socket.socket):  # always so; a pair is what UDP servers pass
            with self._lock:
                self._open.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        """Stop listening; browsers keep connections open in reserve, and those would be waited for."""
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        super().server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no error; anything else is told by its kind alone."""
        error = sys.exception()
        if not isinstance(error, OSError):
            self._say(f"one request could not be answered ({type(error).__name__})")


def bind(port: int, say: Callable[[str], None], host: str = HERE) -> tuple[Server, ...]:
    """Take `port` (0: any free one) on `host`; by itself that is 127.0.0.1, and ::1 where the machine has it.

    Raises UsageError if another program has the port, or if `host` is no address of this machine.
    """
    if not 0 <= port <= _MOST_PORT:
        raise UsageError(f"port {port} does not exist; choose one from 1 to {_MOST_PORT} with --port")
    place = place_of(host)
    try:
        first = Server(place, port, say)
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            raise UsageError(f"this machine has no address {host} to listen on; choose another with --host") from error
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            why = "is taken by another program" if error.errno == errno.EADDRINUSE else "is not yours to use"
            raise UsageError(f"port {port} {why}; choose another with --port, or any free one with --port 0") from error
        raise MachineError.from_os(error, f"listen on port {port}") from error
    if host != HERE:
        return (first,)
    try:
        return (first, Server(place_of("::1"), first.port, say))
    except (OSError, UsageError):
        return (first,)  # no IPv6 here, or its port is taken: 127.0.0.1 is the address that is told


@contextmanager
def listening(servers: tuple[Server, ...], editions: Editions) -> Iterator[None]:
    """Answer requests from `editions` until the end of the block; then every thread is joined."""
    with ExitStack() as ending:
        for server in servers:
            context = _Context(editions, server.port, server.place.names, servers[0].url)
            server.RequestHandlerClass = partial(_Handler, context)
            thread = Thread(target=server.serve_forever, args=(_POLL,))
            thread.start()
            ending.callback(server.server_close)
            ending.callback(thread.join)
            ending.callback(server.shutdown)
        # Called first: whoever waits for news is answered before the connections are cut.
        ending.callback(editions.close)
        yield
