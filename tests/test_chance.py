"""A test sees the same for everybody, every day; a long run tries more, and always something else."""

import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chance
from chance import examples

TESTS = Path(__file__).parent

TOLD = """
import chance
chance.load()
from hypothesis import given, settings, strategies as st

tried = []

@chance.examples(40)
@given(st.integers(), st.text())
def everything(number, text):
    tried.append((number, text))

everything()
print(len(tried), ascii(tried), settings().max_examples, settings().print_blob)
"""


def _tried() -> list[tuple[int, str]]:
    tried: list[tuple[int, str]] = []

    @examples(200)
    @given(st.integers(), st.text())
    def everything(number: int, text: str) -> None:
        tried.append((number, text))

    everything()
    return tried


def _told(folder: Path, **environment: str) -> str:
    kept = {name: value for name, value in os.environ.items() if name != "ACQUAINT_LONG"}
    path = os.pathsep.join(map(str, (TESTS, TESTS.parent / "generator")))
    done = subprocess.run(
        [sys.executable, "-c", TOLD],
        cwd=folder,
        env=kept | {"PYTHONPATH": path} | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.skipif(chance.LONG, reason="a long run is there to try something else")
def test_the_same_is_tried_whatever_was_imported_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _tried()
    code = tmp_path / "numbers.py"
    code.write_text("\n".join(f"A{one} = {one * 7_000_003}; B{one} = 'word {one}'" for one in range(300)), "utf-8")
    module = ModuleType("just_imported")
    module.__file__ = str(code)
    monkeypatch.setitem(sys.modules, "just_imported", module)
    assert _tried() == before


def test_the_same_is_tried_in_every_process(tmp_path: Path) -> None:
    first, second = (_told(tmp_path, PYTHONHASHSEED=seed) for seed in "12")
    assert first.startswith("40 ")
    assert first.endswith(" 100 False\n")
    assert first == second
    assert not (tmp_path / ".hypothesis" / "examples").exists(), "nothing is kept that could come first the next time"


def test_a_long_run_tries_more_and_something_else(tmp_path: Path) -> None:
    first, second = (_told(tmp_path, ACQUAINT_LONG="1", HYPOTHESIS_STORAGE_DIRECTORY=str(tmp_path)) for _ in "12")
    assert first.startswith("800 ")
    assert first.endswith(" 2000 True\n")
    assert first != second


@pytest.mark.parametrize(
    ("own", "instead"),
    [
        (r"\bmax_examples=", "`examples` of chance.py makes more in a long run"),
        (
            r"\.wait_for_timeout\(",
            "`until` and `settle` of browsers.py wait for a state, `pause` for what must not come",
        ),
        (r"\.wait_for_function\(", "`until` of browsers.py heeds the pages' policy"),
        (r"\b(?:date\.today|datetime\.(?:now|today)|time\.(?:time|gmtime|localtime))\(", "a test names its day"),
        (r"\brandom\.(?!Random\b)\w", "what is random has a seed, or comes from Hypothesis"),
    ],
)
def test_no_test_leaves_to_chance_what_it_sees(own: str, instead: str) -> None:
    others = [path for path in TESTS.glob("test_*.py") if path != Path(__file__)]
    assert not [path.name for path in others if re.search(own, path.read_text("utf-8"), re.MULTILINE)], instead
