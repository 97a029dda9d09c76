"""What is shipped: exact lists of files, the theme among them, nothing of the example community."""

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from acquaint import __version__

PROJECT = Path(__file__).resolve().parent.parent
APPROVED = Path(__file__).resolve().parent / "packaging"
SHIPPED_FOLDERS = ("generator", "templates")
SHIPPED_FILES = ("pyproject.toml", ".gitignore", "README.md", "CHANGELOG.md", "LICENSE")
STAYS_HERE = (
    *("members/ada.md", "community.yml", "pages/imprint.md", "site/public/index.html", "site/internal/index.html"),
    *("tests/test_x.py", "docs/privacy.md", "bench/run.py", "organisers.csv", ".venv/pyvenv.cfg", ".env"),
    *("generator/acquaint/__pycache__/build.cpython-311.pyc", "generator/notes.txt"),
)


@dataclass(frozen=True, slots=True)
class Built:
    """The folder that was packed, both archives, and the wheel that was built from the sdist alone."""

    source: Path
    sdist: Path
    wheel: Path
    wheel_of_sdist: Path


def run(*command: str | Path, cwd: Path, **variables: str) -> str:
    """What the command printed; a failure shows everything it said."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP_"))}
    ended = subprocess.run(
        command, cwd=cwd, env=kept | variables, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def pack(kind: str, source: Path, target: Path) -> Path:
    """Build the sdist or the wheel of `source` with the installed backend; nothing is fetched."""
    run(sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", target, source, cwd=source)
    return next(target.iterdir())


def names_in_sdist(archive: Path) -> set[str]:
    """Its files, without the folder that holds them."""
    with tarfile.open(archive) as opened:
        return {member.name.partition("/")[2] for member in opened.getmembers() if member.isfile()}


def names_in_wheel(archive: Path) -> set[str]:
    """Its files; the version in a folder's name is taken out so that a release changes no list."""
    with zipfile.ZipFile(archive) as opened:
        return {name.replace(f"-{__version__}.", "-VERSION.") for name in opened.namelist() if not name.endswith("/")}


def files_below(folder: Path) -> set[str]:
    """Every file as a path relative to `folder`, without what Python compiled."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in files}


def approved(name: str, files: Iterable[str]) -> list[str]:
    """The approved list of files; with ACQUAINT_BLESS=1 `files` become it."""
    path = APPROVED / name
    if os.environ.get("ACQUAINT_BLESS") == "1":
        path.write_text("".join(f"{file}\n" for file in sorted(files)), encoding="utf-8", newline="\n")
    return path.read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Pack a copy of the project in which files that must stay here lie about."""
    folder = tmp_path_factory.mktemp("packaging")
    source = folder / "source"
    for name in SHIPPED_FOLDERS:
        shutil.copytree(PROJECT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in SHIPPED_FILES:
        shutil.copy2(PROJECT / name, source / name)
    for name in STAYS_HERE:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text("Ada Lindqvist\n", encoding="utf-8")
    sdist = pack("sdist", source, folder / "sdist")
    with tarfile.open(sdist) as opened:
        opened.extractall(folder / "unpacked", filter="data")
    unpacked = next((folder / "unpacked").iterdir())
    return Built(source, sdist, pack("wheel", source, folder / "wheel"), pack("wheel", unpacked, folder / "again"))


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of a fresh environment that has the wheel, and this one's dependencies."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home.parent)
    programs = home / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", programs / "python", "--disable-pip-version-check", "--quiet")
    run(*pip, "install", "--no-index", "--no-deps", built.wheel, cwd=home.parent)
    libraries = next(home.rglob("site-packages"))
    here = [path for path in sys.path if Path(path).name in {"site-packages", "dist-packages"}]
    (libraries / "dependencies.pth").write_text("\n".join(here), encoding="utf-8")
    return programs


@pytest.mark.golden
def test_the_wheel_holds_exactly_the_approved_files(built: Built) -> None:
    names = names_in_wheel(built.wheel)
    assert sorted(names) == approved("wheel.txt", names), "if this is meant: make bless"


@pytest.mark.golden
def test_the_sdist_holds_exactly_the_approved_files(built: Built) -> None:
    names = names_in_sdist(built.sdist)
    assert sorted(names) == approved("sdist.txt", names), "if this is meant: make bless"


def test_the_wheel_is_the_package_with_its_theme_and_nothing_else(built: Built) -> None:
    package = {f"acquaint/{name}" for name in files_below(PROJECT / "generator" / "acquaint")}
    theme = {f"acquaint/templates/{name}" for name in files_below(PROJECT / "templates")}
    about = {f"acquaint-VERSION.dist-info/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")}
    assert names_in_wheel(built.wheel) == package | theme | about | {"acquaint-VERSION.dist-info/licenses/LICENSE"}


def test_the_sdist_is_what_the_wheel_needs_and_nothing_else(built: Built) -> None:
    package = {f"generator/acquaint/{name}" for name in files_below(PROJECT / "generator" / "acquaint")}
    theme = {f"templates/{name}" for name in files_below(PROJECT / "templates")}
    assert names_in_sdist(built.sdist) == package | theme | {*SHIPPED_FILES, "PKG-INFO"}


def test_nothing_of_a_community_is_shipped(built: Built) -> None:
    everything = names_in_sdist(built.sdist) | names_in_wheel(built.wheel)
    assert everything.isdisjoint(STAYS_HERE)
    assert b"Ada Lindqvist" not in b"".join(contents(built.sdist) + contents(built.wheel))


def contents(archive: Path) -> list[bytes]:
    """The bytes of everything in it, less the README's and the package's own words."""
    own = ("README.md", "PKG-INFO", "METADATA", "/templates/")
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as zipped:
            return [zipped.read(name) for name in zipped.namelist() if not any(part in name for part in own)]
    with tarfile.open(archive) as packed:
        members = (member for member in packed.getmembers() if not any(part in member.name for part in own))
        return [opened.read() for member in members if (opened := packed.extractfile(member))]


def test_the_sdist_builds_the_same_wheel(built: Built) -> None:
    assert built.wheel_of_sdist.name == built.wheel.name
    assert built.wheel_of_sdist.read_bytes() == built.wheel.read_bytes()


def test_an_installed_wheel_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    assert __version__ in run(installed / "acquaint", "--version", cwd=tmp_path)
    assert "build" in run(installed / "python", "-m", "acquaint", "--help", cwd=tmp_path)
    place = run(installed / "python", "-c", "import acquaint; print(acquaint.__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(installed.parent.resolve()), "another copy of the package was run"


def test_an_installed_wheel_builds_a_community_with_its_own_theme(installed: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    (ours / "members").mkdir(parents=True)
    (ours / "community.yml").write_text("title: The Tuesday people\nlanguages: [en]\n", encoding="utf-8")
    (ours / "members" / "quill.md").write_text(
        "---\nnickname: Quill\nheadline: I write letters\njoined: 2026-11-07\n---\nI write.\n", encoding="utf-8"
    )
    run(installed / "acquaint", "build", "--root", ours, "--out", tmp_path / "site", cwd=tmp_path)
    assert "Quill" in (tmp_path / "site" / "public" / "index.html").read_text("utf-8")
    assert list((tmp_path / "site" / "public").rglob("*.css"))


def test_what_is_declared_is_what_is_pinned() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    runtime = {package_of(line) for line in (*project["project"]["dependencies"], *groups["build"])}
    build, test = (pinned(PROJECT / "requirements" / name) for name in ("build.txt", "test.txt"))
    assert runtime <= set(build), "run `make lock`"
    assert {package_of(line) for line in groups["test"]} <= set(test), "run `make lock`"
    assert build.items() <= test.items(), "the tests run with other versions than the build"


def test_the_locks_name_no_place_to_fetch_from() -> None:
    for lock in sorted((PROJECT / "requirements").glob("*.txt")):
        lines = lock.read_text("utf-8").splitlines()
        assert not [
            line
            for line in lines
            if "//" in line or "@" in line or line.lstrip().startswith("-") != (line.startswith("    --hash=sha256:"))
        ]


def package_of(requirement: str) -> str:
    """The name at the head of a requirement."""
    name = requirement.split(";")[0]
    for sign in ("==", ">=", "<", "~="):
        name = name.split(sign)[0]
    return name.strip().lower()


def pinned(lock: Path) -> dict[str, str]:
    """Each package of a lock with its version and marker."""
    lines = (line for line in lock.read_text("utf-8").splitlines() if "==" in line and not line.startswith((" ", "#")))
    return {package_of(line): line.partition("==")[2].rstrip("\\ ") for line in lines}
