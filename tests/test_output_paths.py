"""No path leaves the edition's folder, and none means two files anywhere."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.errors import AcquaintError
from acquaint.output import MARKER, PathError
from acquaint.output.paths import Paths, fold

TRICKS = [
    "",
    ".",
    "..",
    "/etc/passwd",
    "../x",
    "a/../x",
    "a/..",
    "./a",
    "a//b",
    "a/",
    "a\\b",
    "..\\x",
    "C:/x",
    "C:x",
    "a:stream",
    "a\0b",
    "a\nb",
    "con",
    "a/NUL.txt",
    "Com1",
    "lpt¹.html",
    "CONOUT$",
    "aux /x",
    "a./b",
    "a /b",
    "b ",
    "what?",
    "a*",
    "a|b",
    "\udcff",
    "x" * 256,
    "数" * 86,
    MARKER,
    MARKER.upper(),
    f"{MARKER}/x",
    ".git/config",
    ".GIT/config",
]


def taken(*paths: str) -> Paths:
    known = Paths(reserved=frozenset({MARKER, ".git"}))
    for path in paths:
        known.take(path)
    return known


@pytest.mark.parametrize("path", TRICKS, ids=ascii)
def test_a_trick_is_refused(path: str) -> None:
    with pytest.raises(PathError) as raised:
        taken(path)
    assert isinstance(raised.value, AcquaintError)
    assert isinstance(raised.value, ValueError)
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 700


@pytest.mark.parametrize(
    "path",
    ["index.html", "技能/数据/index.html", ".well-known/security.txt", "console/x", "a b/c", "x" * 255, "数" * 85],
)
def test_an_honest_path_is_taken_once(path: str) -> None:
    known = taken(path)
    with pytest.raises(PathError):
        known.take(path)


@pytest.mark.parametrize(
    "paths",
    [
        ("a", "a"),
        ("a", "A"),
        ("é", "e\u0301"),
        ("a", "a/b"),
        ("a/b", "a"),
        ("a/b", "A"),
        ("a/b", "A/c"),
        ("A", "a/b/c"),
    ],
    ids=ascii,
)
def test_two_paths_that_are_one_file_somewhere_are_refused(paths: tuple[str, str]) -> None:
    with pytest.raises(PathError):
        taken(*paths)


def test_a_refused_path_leaves_no_folder_behind() -> None:
    known = taken("a")
    with pytest.raises(PathError):
        known.take("b/con/x")
    assert known.folders == {}


def test_every_folder_of_a_path_is_known() -> None:
    assert set(taken("a/b/c/x", "a/y").folders.values()) == {"a", "a/b", "a/b/c"}


PIECES = st.sampled_from(["a", "B", "..", ".", "", "con", "x.", "C:", "~", "\\", "\0", "数", " ", "a.b"])


@given(st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=5).map("/".join)))
def test_whatever_is_taken_stays_in_its_folder_on_every_system(path: str) -> None:
    try:
        taken(path)
    except PathError:
        return
    assert not PurePosixPath(path).is_absolute()
    assert not PureWindowsPath(path).drive
    assert not PureWindowsPath(path).root
    for pure in (PurePosixPath(path), PureWindowsPath(path)):
        assert ".." not in pure.parts
        assert pure.as_posix() == path
    root = Path("/edition")
    assert (root / path).resolve().is_relative_to(root)


@given(st.lists(st.lists(st.sampled_from("abAB"), min_size=1, max_size=3).map("/".join), max_size=8))
def test_what_is_taken_together_never_collides(paths: list[str]) -> None:
    known = Paths(reserved=frozenset())
    kept: list[str] = []
    for path in paths:
        try:
            known.take(path)
        except PathError:
            continue
        kept.append(path)
    assert len({fold(path) for path in kept}) == len(kept)
    spelled = {parent.as_posix() for path in kept for parent in PurePosixPath(path).parents}
    assert len({fold(folder) for folder in spelled}) == len(spelled)
    assert spelled.isdisjoint(kept)
