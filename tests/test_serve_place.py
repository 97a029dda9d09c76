"""Where the preview listens, by which names it may be called there, and what is said of that."""

import socket
import webbrowser
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import click
import pytest

from acquaint.cli import serving
from acquaint.errors import UsageError
from acquaint.serve import Manner, Outcome, Preview
from acquaint.serve.address import names_this_server
from acquaint.serve.place import place_of
from acquaint.serve.server import bind

EVERYWHERE = "0.0.0.0"
FOREIGN = [
    "evil.example", "quill.evil.example", "quill.local.evil.example", "localhost.evil.example", "192.168.1.5.evil.example",
    "evil.example@quill", "quill:8000@evil.example", "127.0.0.1.nip.example", "0x7f000001", "2130706433", "127.1",
    "[::1]evil.example", "192.168.1.500", "٣.3.3.3", "", " ",
]  # fmt: skip


def machine() -> str:
    return "Quill.office.example"


def called(given: str, host: str, port: int = 8000) -> bool:
    return names_this_server([host], port, place_of(given, machine).names)


@pytest.mark.parametrize("given", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_an_address_of_this_machine_alone_is_closed_and_called_as_ever(given: str) -> None:
    place = place_of(given, machine)
    assert not place.is_open and not place.is_everywhere
    assert called(given, "localhost:8000") and not called(given, "quill:8000") and not called(given, "10.0.0.1:8000")


@pytest.mark.parametrize("host", ["192.168.1.5", "quill", "QUILL", "quill.local", "quill.office.example", "localhost"])
def test_on_an_address_it_is_called_by_that_and_by_the_machine_s_names(host: str) -> None:
    assert place_of("192.168.1.5", machine).is_open
    assert called("192.168.1.5", f"{host}:8000")
    assert not called("192.168.1.5", f"{host}:8001") and not called("192.168.1.5", host)
    assert called("192.168.1.5", host, 80)


@pytest.mark.parametrize("host", ["192.168.1.6", "10.0.0.1", "[fe80::1]", "0.0.0.0"])
def test_on_one_address_it_is_called_by_no_other(host: str) -> None:
    assert not called("192.168.1.5", f"{host}:8000")


@pytest.mark.parametrize("host", ["192.168.1.6", "172.17.0.2", "[fe80::1]", "127.0.0.1", "quill", "quill.local"])
def test_on_all_addresses_it_is_called_by_any_address_and_by_the_machine_s_names(host: str) -> None:
    assert place_of(EVERYWHERE, machine).is_everywhere
    assert called(EVERYWHERE, f"{host}:8000") and called("::", f"{host}:8000")


@pytest.mark.parametrize("host", ["0.0.0.0", "[::]", "0.0.0.0.0", "[::1", "::1"])
def test_what_is_no_machine_s_address_is_none_of_it(host: str) -> None:
    assert not called(EVERYWHERE, f"{host}:8000")


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("given", ["127.0.0.1", "192.168.1.5", EVERYWHERE, "::"])
def test_a_foreign_name_that_leads_here_is_refused_wherever_it_listens(given: str, host: str) -> None:
    """A page of that name would read the internal edition."""
    assert not called(given, f"{host}:8000")
    assert not called(given, host, 80)


def test_a_machine_without_a_name_is_called_by_its_addresses() -> None:
    names = place_of(EVERYWHERE, lambda: "").names
    assert not names_this_server([":8000"], 8000, names) and not names_this_server([".local:8000"], 8000, names)


@pytest.mark.parametrize("given", ["nowhere.invalid", "a b", "x" * 300, "\ud800", "999.1.1.1"])
def test_an_address_that_nobody_knows_is_wrong_use(given: str) -> None:
    with pytest.raises(UsageError, match="--host"):
        place_of(given)


def test_an_address_of_another_machine_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="--host"):
        bind(0, lambda line: None, "203.0.113.7")


def test_on_another_address_it_listens_there_alone() -> None:
    servers = bind(0, lambda line: None, "127.0.0.2")
    try:
        assert [server.socket.getsockname()[0] for server in servers] == ["127.0.0.2"]
        assert servers[0].url == f"http://127.0.0.2:{servers[0].port}/" or servers[0].url.startswith("http://127.0.0.1")
    finally:
        for server in servers:
            server.server_close()


def shown(root: Path, manner: Manner) -> tuple[list[str], list[tuple[str, int]]]:
    """What is said at the start, and the status that the news give to each of some hosts."""
    (root / "members").mkdir(exist_ok=True)
    said: list[str] = []
    stop = Event()
    preview = Preview(
        root, lambda: Outcome(ok=True, summary="fine", tree={"public/index.html": b"hello"}), said.append, manner
    )
    thread = Thread(target=preview.run, args=(0, stop))
    thread.start()
    try:
        end = monotonic() + 20
        while not any("Ctrl-C" in line for line in said) and monotonic() < end:
            sleep(0.02)
        port = int(said[1].rpartition(":")[2].partition("/")[0])
        answers = []
        for host in ("127.0.0.1", socket.gethostname().lower(), "198.51.100.9", "evil.example"):
            connection = HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("HEAD", "/-/events", headers={"Host": f"{host}:{port}"})
            answers.append((host, connection.getresponse().status))
            connection.close()
        return said, answers
    finally:
        stop.set()
        thread.join(10)


def test_by_itself_it_is_shown_here_without_a_warning(tmp_path: Path) -> None:
    said, answers = shown(tmp_path, Manner())
    assert not [line for line in said if "Careful" in line]
    assert [status for _, status in answers] == [200, 421, 421, 421]


def test_elsewhere_it_warns_of_the_internal_edition_and_stays_closed_to_foreign_names(tmp_path: Path) -> None:
    said, answers = shown(tmp_path, Manner(host=EVERYWHERE))
    [warning] = [line for line in said if "Careful" in line]
    assert all(word in warning for word in ("internal edition", "names", "contacts", "Everybody"))
    assert [status for _, status in answers] == [200, 200, 200, 421]


def test_a_page_is_opened_once_it_is_there(tmp_path: Path) -> None:
    opened: list[str] = []
    said, _ = shown(tmp_path, Manner(opens=opened.append))
    assert [f"public edition:   {url}" for url in opened] == [line for line in said if "public edition" in line]


class Browser:
    """A browser, of which no process is begun."""

    def __init__(self, name: str, *, works: bool = True) -> None:
        self.name, self.works, self.opened = name, works, list[str]()

    def open(self, url: str) -> bool:
        self.opened.append(url)
        return self.works


@pytest.mark.parametrize(
    ("browser", "is_opened"),
    [(Browser("firefox"), True), (Browser("firefox", works=False), False), (Browser("/usr/bin/lynx"), False), (None, False)],
)  # fmt: skip
def test_where_no_browser_opens_a_sentence_gives_the_address(
    browser: Browser | None, is_opened: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> Browser:
        if browser is None:
            raise webbrowser.Error("none")
        return browser

    said: list[str] = []
    monkeypatch.setattr(webbrowser, "get", found)
    monkeypatch.setattr(click, "echo", said.append)
    serving._opened("http://127.0.0.1:8000/public/")
    assert said == ([] if is_opened else ["No browser could be opened; the address is http://127.0.0.1:8000/public/"])
    assert browser is None or browser.opened == ([] if "lynx" in browser.name else ["http://127.0.0.1:8000/public/"])
