"""Which hosts and paths the preview server answers to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.serve.address import Moved, find, is_plain, names_this_server

SECRET = b"outside the editions"


NAMES = (
    "public/index.html",
    "public/members/ada/index.html",
    "public/数据/index.html",
    "public/a b.txt",
    "public/.acquaint",
    "loose.txt",
    "../secret.txt",
    "secrets/index.html",
)
TREE = {name: name.encode() for name in NAMES}


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"])
def test_a_request_for_this_machine_is_ours(host: str) -> None:
    assert names_this_server([host], 8000)


@pytest.mark.parametrize(
    "hosts",
    [
        [],
        [""],
        ["127.0.0.1"],
        ["127.0.0.1:8001"],
        ["evil.example:8000"],
        ["localhost.evil.example:8000"],
        ["localhost:8000.evil.example"],
        ["evil.example@localhost:8000"],
        ["0.0.0.0:8000"],
        ["localhost:8000", "evil.example:8000"],
        ["localhost:8000", "localhost:8000"],
    ],
)
def test_a_request_for_any_other_host_is_not(hosts: list[str]) -> None:
    assert not names_this_server(hosts, 8000)


def test_the_port_may_be_left_out_only_where_browsers_leave_it_out() -> None:
    assert names_this_server(["localhost"], 80)


@pytest.mark.parametrize("target", ["", "*", "public/", "http://127.0.0.1/public/", "/\x00", "/\xe4", "/a\tb", "/\x7f"])
def test_a_target_that_is_no_plain_path_is_refused(target: str) -> None:
    assert not is_plain(target)


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/public/", "public/index.html"),
        ("/public/index.html", "public/index.html"),
        ("/public/members/ada/", "public/members/ada/index.html"),
        ("/public/%E6%95%B0%E6%8D%AE/", "public/数据/index.html"),
        ("/public/a%20b.txt", "public/a b.txt"),
    ],
)
def test_a_path_means_its_file(path: str, file: str) -> None:
    assert find(TREE, path) == file


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/public", "/public/"),
        ("/public/members/ada", "/public/members/ada/"),
        ("/public/%E6%95%B0%E6%8D%AE", "/public/%E6%95%B0%E6%8D%AE/"),
    ],
)
def test_a_folder_without_its_slash_is_elsewhere(path: str, location: str) -> None:
    assert find(TREE, path) == Moved(location)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/loose.txt",
        "/secret.txt",
        "/public/empty/",
        "/public/empty",
        "/public/members/",
        "/public/.acquaint",
        "/public/%2eacquaint",
        "/public/index.html/",
        "/public//index.html",
        "//public/index.html",
        "/public/./index.html",
        "/public/../../secret.txt",
        "/public/%2e%2e/%2e%2e/secret.txt",
        "/public/.%2e/%2E./secret.txt",
        "/public/..%2f..%2fsecret.txt",
        "/public/%252e%252e/%252e%252e/secret.txt",
        "/public/members%2fada%2findex.html",
        "/public/members%5cada%5cindex.html",
        "/public/..\\..\\secret.txt",
        "/public/..%5c..%5csecret.txt",
        "/public/%00",
        "/public/index.html%00.txt",
        "/public/%2fetc%2fpasswd",
        "/public//etc/passwd",
        "/public/C:/Windows/win.ini",
        "/public/index.html::$DATA",
        "/public/index.html.",
        "/public/index.html%20",
        "/public/%c0%ae%c0%ae/%c0%ae%c0%ae/secret.txt",
        "/public/%ff",
        "/public/%",
        "/public/" + "a" * 5000,
        "/..;/secret.txt",
    ],
)
def test_nothing_else_is_found(path: str) -> None:
    assert find(TREE, path) is None


_PIECES = st.sampled_from(
    ["/", "..", ".", "%2e", "%2f", "%5c", "\\", "public", "secret.txt", "secrets", "%00", "%25", ":", "a", "%E6", "~"]
)


@given(pieces=st.lists(_PIECES, max_size=12))
def test_no_path_whatsoever_reaches_what_no_edition_holds(pieces: list[str]) -> None:
    tree = {f"{place}secret.txt": SECRET for place in ("", "../", "public/../", "secrets/", "/", "public/.a/")}
    assert not isinstance(find(tree, "/" + "".join(pieces)), str)
