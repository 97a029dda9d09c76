"""The preview as a whole: from an edited file to a page that shows it."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread
from threading import enumerate as living_threads
from time import monotonic, sleep
from urllib.request import urlopen

import pytest

from acquaint.errors import UsageError
from acquaint.serve import Outcome, Preview, serve, watch
from browsers import NEEDED, chromium, pause

REPOSITORY = Path(__file__).parents[1]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
EDITIONS = ("public", "internal")
PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>Page</title></head>
<body><main><h1>{text}</h1><p><a href="#end">a link</a></p></main></body></html>"""


@dataclass
class Builder:
    """A rebuild that puts the text of members/ada.md onto one page; the text BAD is a problem."""

    root: Path
    built: int = 0
    pause: float = 0.0
    also: dict[str, bytes] = field(default_factory=dict)

    def __call__(self) -> Outcome:
        text = (self.root / "members" / "ada.md").read_text()
        self.built += 1
        sleep(2 * self.pause)
        tree = {f"{edition}/index.html": PAGE.format(policy=POLICY, text=text).encode() for edition in EDITIONS}
        tree |= self.also
        if "BAD" in text:
            problems = f"A012 unknown-field <b>\nmembers/ada.md:2:1 {text}"
            return Outcome(ok=False, summary="1 problem", problems=problems, tree=tree)
        return Outcome(ok=True, summary=f"built {text}", tree=tree)


@dataclass
class Running:
    """A preview at work."""

    root: Path
    builder: Builder
    said: list[str]
    temporary: Path

    @property
    def url(self) -> str:
        line = next(line for line in self.said if "public edition" in line)
        return line.split()[-1].removesuffix("public/")

    def page(self) -> str:
        with urlopen(f"{self.url}public/", timeout=10) as response:
            return str(response.read().decode())

    def news(self) -> dict[str, object]:
        with urlopen(f"{self.url}-/events", timeout=10) as response:
            told: dict[str, object] = json.load(response)
            return told

    def write(self, text: str) -> None:
        """Save as a careful editor does: whole, and in place with one stroke."""
        new = self.root / "members" / ".ada.md.new"
        new.write_text(text)
        new.replace(self.root / "members" / "ada.md")


def until(true: Callable[[], object], seconds: float = 10) -> None:
    """Wait for a condition; failing it says so."""
    end = monotonic() + seconds
    while not true():
        assert monotonic() < end, "it never came true"
        sleep(0.01)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "community"
    (root / "members").mkdir(parents=True)
    (root / "site").mkdir()
    (root / "members" / "ada.md").write_text("first")
    return root


@contextmanager
def running(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    temporary = root.parent / "tmp"
    temporary.mkdir(exist_ok=True)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    preview = Running(root, Builder(root), [], temporary)
    stop = Event()
    work = Preview(root, preview.builder, preview.said.append)
    thread = Thread(target=work.run, args=(0, stop))
    thread.start()
    try:
        until(lambda: any("Ctrl-C" in line for line in preview.said) or not thread.is_alive())
        yield preview
    finally:
        stop.set()
        thread.join(10)
        assert not thread.is_alive()


@pytest.fixture
def preview(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    with running(root, monkeypatch) as preview:
        yield preview


def test_an_edit_is_shown(preview: Running) -> None:
    assert "<h1>first</h1>" in preview.page()
    preview.write("second")
    until(lambda: "<h1>second</h1>" in preview.page())
    assert "built second" in preview.said


def test_a_bad_edit_keeps_the_last_good_page_and_tells_the_problems(preview: Running) -> None:
    preview.write("BAD")
    until(lambda: preview.news()["problems"])
    assert "A012 unknown-field <b>" in str(preview.news()["problems"])
    assert "<h1>first</h1>" in preview.page()
    assert any("A012" in line for line in preview.said)
    preview.write("mended")
    until(lambda: "<h1>mended</h1>" in preview.page())
    assert preview.news()["problems"] == ""


def test_a_folder_that_appears_later_is_followed(preview: Running) -> None:
    count = preview.builder.built
    (preview.root / "pages").mkdir()
    until(lambda: preview.builder.built == count + 1)
    (preview.root / "pages" / "conduct.md").write_text("Be kind.")
    until(lambda: preview.builder.built > count + 1)
    assert preview.builder.built > count + 1


def test_many_writes_give_few_builds(preview: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    # A busy machine may take its time between two writes.
    monkeypatch.setattr(watch, "QUIET", 0.5)
    before = preview.builder.built
    for number in range(40):
        preview.write(f"number {number}")
        sleep(0.003)
    until(lambda: "number 39" in preview.page())
    sleep(2 * watch.QUIET)
    assert preview.builder.built - before <= 10


def test_a_page_is_never_seen_half_built_and_a_change_meanwhile_gives_one_more_build(preview: Running) -> None:
    preview.builder.pause = 0.2
    before = preview.builder.built
    preview.write("second")
    until(lambda: preview.builder.built == before + 1)
    preview.write("third")
    seen = set()
    while "third" not in (page := preview.page()):
        seen.add(page.partition("<h1>")[2].partition("</h1>")[0])
    assert seen <= {"first", "second"}
    sleep(0.3)
    assert preview.builder.built == before + 2


def test_what_the_build_itself_reads_and_writes_starts_no_other(preview: Running) -> None:
    preview.write("second")
    until(lambda: "second" in preview.page())
    count = preview.builder.built
    sleep(0.5)
    assert preview.builder.built == count


def test_nothing_is_written_to_any_disk_and_no_thread_is_left_in_the_end(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(living_threads())
    files = sorted(root.rglob("*"))
    with running(root, monkeypatch) as preview:
        preview.page()
        assert list(preview.temporary.iterdir()) == []
    assert list(preview.temporary.iterdir()) == []
    assert sorted(root.rglob("*")) == files
    assert set(living_threads()) == before


def test_neither_the_theme_nor_a_built_site_holds_the_reload_script() -> None:
    package = REPOSITORY / "generator" / "acquaint"
    places = [REPOSITORY / "templates", REPOSITORY / "site", *(p for p in package.iterdir() if p.name != "serve")]
    files = [file for place in places for file in [place, *place.rglob("*")] if file.is_file()]
    assert files
    for file in files:
        if file.suffix != ".pyc":
            assert not any(sign in file.read_bytes() for sign in (b"/-/reload", b"/-/overlay", b"/-/events")), file


def test_a_taken_port_leaves_nothing_behind(preview: Running) -> None:
    port = int(preview.url.rstrip("/").rpartition(":")[2])
    with pytest.raises(UsageError, match="--port"):
        serve(preview.root, preview.builder, port=port, say=preview.said.append)
    assert list(preview.temporary.iterdir()) == []


def test_a_missing_root_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder nowhere"):
        serve(tmp_path / "nowhere", lambda: Outcome(ok=True, summary=""), port=0, say=lambda line: None)


SCRIPT = """
import signal
import sys
from pathlib import Path
from acquaint.serve import Outcome, serve
signal.signal(signal.SIGINT, signal.default_int_handler)  # a runner in the background may hand down an ignored one
serve(Path(sys.argv[1]), lambda: Outcome(True, "fine"), port=0, say=lambda line: print(line, flush=True))
print("ended", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(root: Path, number: int) -> None:
    temporary = root.parent / "tmp"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(REPOSITORY / "generator")}
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(root)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout
            assert any("Ctrl-C" in line for line in iter(process.stdout.readline, ""))
            process.send_signal(number)
            rest, errors = process.communicate(timeout=10)
        finally:
            process.kill()
    assert (process.returncode, rest, errors) == (0, "ended\n", "")
    assert list(temporary.iterdir()) == []


@NEEDED[0]
@NEEDED[1]
def test_an_open_page_follows_edits_and_shows_problems_under_the_real_policy(preview: Running) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    complaints: list[str] = []
    with chromium() as browser:
        page = browser.new_page()
        page.on("console", lambda told: complaints.append(f"{told.text} {told.location['url']}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{preview.url}public/")
        dialog = page.get_by_role("dialog", name="The site could not be built")
        sync_api.expect(page.get_by_role("heading", level=1)).to_have_text("first")

        preview.write("second")
        sync_api.expect(page.get_by_role("heading", level=1)).to_have_text("second")

        preview.write("BAD")
        sync_api.expect(dialog).to_be_visible()
        sync_api.expect(dialog.get_by_role("alert")).to_contain_text("A012 unknown-field <b>")
        assert dialog.evaluate("node => getComputedStyle(node).borderTopStyle") == "solid"
        assert dialog.evaluate("node => getComputedStyle(node).direction") == "ltr"
        assert page.locator("h1").inner_text() == "second"

        page.keyboard.press("Escape")
        sync_api.expect(dialog).to_be_hidden()
        with page.expect_response("**/-/events?since="):
            page.reload()
        pause(page, 300)
        sync_api.expect(dialog).to_be_hidden()

        preview.write("BAD, but otherwise")
        sync_api.expect(dialog.get_by_role("alert")).to_contain_text("otherwise")
        preview.write("mended")
        sync_api.expect(page.get_by_role("heading", level=1)).to_have_text("mended")
        sync_api.expect(dialog).to_be_hidden()
    # Browsers look for an icon by themselves.
    assert [told for told in complaints if "favicon.ico" not in told] == []


@NEEDED[0]
@NEEDED[1]
def test_a_page_whose_policy_forbids_every_script_is_not_harmed(preview: Running) -> None:
    style = "h1 { color: rgb(1, 2, 3) }"
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'"
    page_404 = PAGE.format(policy=policy, text="Nobody here").replace("</head>", f"<style>{style}</style></head>")
    preview.builder.also = {"public/404.html": page_404.encode()}
    preview.write("second")
    until(lambda: "second" in preview.page())
    with chromium() as browser:
        page = browser.new_page()
        answered = page.goto(f"{preview.url}public/nobody/")
        assert answered.status == 404
        heading = page.get_by_role("heading", name="Nobody here")
        assert heading.evaluate("node => getComputedStyle(node).color") == "rgb(1, 2, 3)"
