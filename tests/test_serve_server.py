"""What the preview server answers, asked over real sockets."""

import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPResponse
from threading import Thread
from threading import enumerate as living_threads
from time import monotonic

import pytest

from acquaint.errors import UsageError
from acquaint.serve import server as serving
from acquaint.serve.answers import answer
from acquaint.serve.editions import Editions, Outcome
from acquaint.serve.server import bind, listening

PAGE = "<!doctype html><html><head><title>Ada</title></head><body>A &lt;/body&gt; 数据</body></html>"
FILES = {
    "index.html": PAGE,
    "404.html": "<!doctype html><title>Nobody here</title>",
    "members/ada/index.html": PAGE,
    "assets/site.css": "body {}",
    "assets/site.mjs": "export {}",
    "members.json": '{"fake": "</head></body>"}',
    "robots.txt": "User-agent: *",
    "ada.svg": "<svg xmlns='http://www.w3.org/2000/svg'></svg>",
    "ada.jpg": "not really",
    "site.webmanifest": "{}",
    "unknown.xyz": "?",
    ".acquaint": "public",
}
KINDS = {
    "": "text/html; charset=utf-8",
    "assets/site.css": "text/css; charset=utf-8",
    "assets/site.mjs": "text/javascript; charset=utf-8",
    "members.json": "application/json; charset=utf-8",
    "robots.txt": "text/plain; charset=utf-8",
    "ada.svg": "image/svg+xml; charset=utf-8",
    "ada.jpg": "image/jpeg",
    "site.webmanifest": "application/manifest+json; charset=utf-8",
    "unknown.xyz": "application/octet-stream",
}


@dataclass
class Preview:
    """A running server whose next rebuild gives `outcome`."""

    editions: Editions
    port: int
    tree: dict[str, bytes]
    outcome: Outcome

    def ask(self, path: str, method: str = "GET", host: str | None = None) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers={} if host is None else {"Host": host})
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response, content

    def raw(self, request: bytes) -> bytes:
        """Everything that is answered to the bytes of `request`."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.fixture
def preview() -> Iterator[Preview]:
    tree = {f"{edition}/{name}": text.encode() for name, text in FILES.items() for edition in ("public", "internal")}
    servers = bind(0, lambda line: None)
    editions = Editions(lambda: replace(running.outcome, tree=tree))
    running = Preview(editions, servers[0].port, tree, Outcome(ok=True, summary="fine"))
    running.editions.build()
    with listening(servers, running.editions):
        yield running


def news(preview: Preview, since: object = "") -> dict[str, object]:
    _, content = preview.ask(f"/-/events?since={since}")
    told: dict[str, object] = json.loads(content)
    return told


@pytest.mark.parametrize("edition", ["public", "internal"])
@pytest.mark.parametrize("name", KINDS)
def test_every_file_has_its_content_type_and_is_never_cached(preview: Preview, edition: str, name: str) -> None:
    response, content = preview.ask(f"/{edition}/{name}")
    assert response.status == 200
    assert response.headers["Content-Type"] == KINDS[name]
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert int(response.headers["Content-Length"]) == len(content)


def test_the_start_page_links_both_editions(preview: Preview) -> None:
    response, content = preview.ask("/")
    assert response.status == 200
    assert b'href="/public/"' in content
    assert b'href="/internal/"' in content
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]


def test_pages_get_the_reload_script_and_other_files_do_not(preview: Preview) -> None:
    for name in FILES:
        _, content = preview.ask(f"/public/{name}")
        is_page = name.endswith(".html") or name.startswith(".")  # a dotfile is answered with the page for 404
        assert (b"/-/reload.js" in content) == is_page, name
        if not is_page:
            assert content.decode() == FILES[name]


def test_the_script_is_added_at_the_end_of_the_head_and_nothing_else_changes(preview: Preview) -> None:
    _, content = preview.ask("/public/members/ada/")
    before, _, after = PAGE.partition("</head>")
    text = content.decode()
    assert text.startswith(before + "<link ")
    assert text.endswith("</script></head>" + after)


def test_no_built_file_holds_the_reload_script(preview: Preview) -> None:
    preview.ask("/public/")
    preview.editions.build()
    preview.ask("/public/")
    files = preview.tree.values()
    assert len(files) == 2 * len(FILES)
    assert not [file for file in files if b"/-/" in file or b"reload.js" in file]


@pytest.mark.parametrize(("name", "kind"), [("reload.js", "text/javascript"), ("overlay.css", "text/css")])
def test_the_script_and_its_style_are_served_by_the_server_itself(preview: Preview, name: str, kind: str) -> None:
    response, content = preview.ask(f"/-/{name}?build=1")
    assert response.status == 200
    assert response.headers["Content-Type"] == f"{kind}; charset=utf-8"
    assert content


@pytest.mark.parametrize("path", ["/-/", "/-/server.py", "/-/../server.py", "/-/reload.js/", "/-/index.html"])
def test_nothing_else_of_the_package_is_served(preview: Preview, path: str) -> None:
    assert preview.ask(path)[0].status == 404


def test_a_missing_page_gets_the_page_of_its_edition_with_status_404(preview: Preview) -> None:
    response, content = preview.ask("/public/members/nobody/")
    assert response.status == 404
    assert b"Nobody here" in content
    response, content = preview.ask("/elsewhere/")
    assert response.status == 404
    assert b"Nobody here" not in content


def test_a_folder_is_redirected_to_its_slash_with_its_query(preview: Preview) -> None:
    response, _ = preview.ask("/public/members/ada?q=%0d%0aX")
    assert (response.status, response.headers["Location"]) == (302, "/public/members/ada/?q=%0d%0aX")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "localhost:1", "127.0.0.1", ""])
@pytest.mark.parametrize("path", ["/", "/internal/", "/-/events", "/-/reload.js"])
def test_another_host_is_refused_everywhere(preview: Preview, host: str, path: str) -> None:
    response, content = preview.ask(path, host=host.format(port=preview.port))
    assert response.status == 421
    assert b"Ada" not in content


@pytest.mark.parametrize(
    "headers", ["", "Host: evil.example\r\nHost: localhost:{port}\r\n", "Host : localhost:{port}\r\n"]
)
@pytest.mark.parametrize("version", [" HTTP/1.0", " HTTP/1.1", ""])
def test_a_request_without_one_clear_host_is_refused(preview: Preview, headers: str, version: str) -> None:
    told = preview.raw(f"GET /internal/{version}\r\n{headers.format(port=preview.port)}\r\n".encode())
    assert b"Ada" not in told
    assert b"Please ask for" in told


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get"])
def test_only_reading_is_allowed(preview: Preview, method: str) -> None:
    response, content = preview.ask("/public/", method)
    assert (response.status, response.headers["Allow"]) == (405, "GET, HEAD")
    assert b"Ada" not in content


def test_an_unknown_method_is_refused_without_being_repeated(preview: Preview) -> None:
    response, content = preview.ask("/public/", "BREW")
    assert response.status == 405
    assert b"BREW" not in content


def test_head_gives_the_headers_of_get(preview: Preview) -> None:
    full, _ = preview.ask("/public/")
    head, nothing = preview.ask("/public/", "HEAD")
    assert nothing == b""
    assert preview.raw(b"HEAD /public/ HTTP/1.0\r\nHost: localhost:%d\r\n\r\n" % preview.port).endswith(b"\r\n\r\n")
    assert head.headers.items() == full.headers.items()
    begun = monotonic()
    preview.ask(f"/-/events?since={news(preview)['serial']}", "HEAD")
    assert monotonic() - begun < 5


@pytest.mark.parametrize(
    "target",
    [
        b"/public/../../../secret.txt",
        b"/public/%2e%2e/%2e%2e/%2e%2e/secret.txt",
        b"/public/..%2f..%2f..%2fsecret.txt",
        b"/public/..\\..\\..\\secret.txt",
        b"/public/..%5c..%5c..%5csecret.txt",
        b"//etc/passwd",
        b"/public//etc/passwd",
        b"/etc/passwd",
        b"/public/%00",
        b"/public/\x00",
        b"/public/\xff\xfe",
        b"/.acquaint",
        b"/public/.acquaint",
        b"secret.txt",
        b"../secret.txt",
        b"*",
        b"file:///etc/passwd",
        b"http://localhost/internal/",
        b"/public/" + b"a" * 60000,
        b"/" + b"a" * 70000,
    ],
)
def test_a_target_that_means_no_page_gets_none(preview: Preview, target: bytes) -> None:
    told = preview.raw(b"GET " + target + b" HTTP/1.0\r\nHost: localhost:%d\r\n\r\n" % preview.port)
    assert int(told.split()[1]) in (400, 404, 414)
    for sign in (b"outside the editions", b"root:", b"Ada", b"Traceback"):
        assert sign not in told


@pytest.mark.parametrize("target", [b"*", b"secret.txt", b"http://localhost/public/", b"/public/\xff", b"/public/\x00"])
def test_a_target_that_is_no_path_at_all_is_a_bad_request(preview: Preview, target: bytes) -> None:
    told = preview.raw(b"GET " + target + b" HTTP/1.0\r\nHost: localhost:%d\r\n\r\n" % preview.port)
    assert int(told.split()[1]) == 400


@pytest.mark.parametrize(
    "junk", [b"\r\n\r\n", b"\x16\x03\x01\x02", b"GET", b"GET / HTTP/9.9.9\r\n\r\n", b"a b c d\r\n\r\n"]
)
def test_junk_leaves_the_server_alive(preview: Preview, junk: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    preview.raw(junk)
    assert preview.ask("/public/")[0].status == 200
    assert capfd.readouterr() == ("", "")


def test_a_folder_is_never_listed(preview: Preview) -> None:
    for path in ("/public/members/", "/public/assets/", "/public/members", "/public/assets"):
        response, content = preview.ask(path)
        assert response.status == 404
        assert b"site.css" not in content


def test_news_wait_for_the_next_build(preview: Preview) -> None:
    first = news(preview)
    told: list[dict[str, object]] = []
    waiting = Thread(target=lambda: told.append(news(preview, first["serial"])))
    waiting.start()
    waiting.join(0.2)
    assert waiting.is_alive()
    preview.editions.build()
    waiting.join(5)
    assert told[0]["build"] != first["build"]


def test_a_page_names_the_build_that_the_news_name(preview: Preview) -> None:
    for _ in range(2):
        preview.editions.build()
        assert f'reload.js?build={news(preview)["build"]}"'.encode() in preview.ask("/internal/")[1]


def test_problems_reach_the_page_as_data(preview: Preview) -> None:
    preview.outcome = Outcome(ok=False, summary="1 problem", problems='<img src=x onerror="alert(1)"> 数据\n"')
    preview.editions.build()
    assert news(preview)["problems"] == preview.outcome.problems


@pytest.mark.parametrize("since", ["", "x", "-1", "1e9", "9" * 5000, "%00", "1&since=2"])
def test_a_senseless_question_for_news_is_answered_at_once(preview: Preview, since: str) -> None:
    assert news(preview, since)["problems"] == ""


def test_before_the_first_good_build_every_page_says_so() -> None:
    editions = Editions(lambda: Outcome(ok=False, summary="", problems="no"))
    editions.build()
    given = answer("/public/members/ada/", editions, 0)
    assert given.status == 503
    assert b"/-/reload.js" in given.content


def test_it_listens_on_loopback_only(preview: Preview) -> None:
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", preview.port), timeout=2)
    servers = bind(0, lambda line: None)
    assert {server.server_address[0] for server in servers} <= {"127.0.0.1", "::1"}
    for server in servers:
        server.server_close()


def test_a_taken_port_is_one_sentence_that_suggests_another(preview: Preview) -> None:
    with pytest.raises(UsageError, match=rf"^port {preview.port} is taken by another program; .*--port") as told:
        bind(preview.port, lambda line: None)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_port_that_does_not_exist_is_refused(port: int) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        bind(port, lambda line: None)


def test_the_end_waits_neither_for_idle_connections_nor_for_the_patient() -> None:
    before = set(living_threads())
    servers = bind(0, lambda line: None)
    editions = Editions(lambda: Outcome(ok=True, summary="fine"))
    editions.build()
    with socket.socket() as idle, socket.socket() as patient:
        with listening(servers, editions):
            for connection in (idle, patient):
                connection.connect(("127.0.0.1", servers[0].port))
            serial = editions.news(None, 0).serial
            question = f"GET /-/events?since={serial} HTTP/1.1\r\nHost: localhost:{servers[0].port}\r\n\r\n"
            patient.sendall(question.encode())
            patient.settimeout(0.3)
            with pytest.raises(TimeoutError):
                patient.recv(1)
            begun = monotonic()
        assert monotonic() - begun < 5 < serving.NEWS_PATIENCE
    assert set(living_threads()) == before
