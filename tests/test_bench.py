"""What `make bench` measures with: its edits are good ones, and its picture shows what was measured."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from acquaint.cli.main import acquaint

BENCH = Path(__file__).parents[1] / "bench"
MEMBERS = 120


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """The modules of bench/ by their names."""
    monkeypatch.syspath_prepend(str(BENCH))
    yield {name: import_module(name) for name in ("edits", "generate", "plot")}


def test_no_edit_is_refused_and_none_is_of_a_member_edited_before(bench: dict[str, ModuleType], tmp_path: Path) -> None:
    bench["generate"].write_community(tmp_path, MEMBERS)
    community = bench["edits"].Community(tmp_path)
    edits = [kind.make(community, number) for number in (1, 2) for kind in bench["edits"].KINDS]
    members = [edit.file for edit in edits if edit.file.name != "community.yml"]
    assert len(set(members)) == len(members)
    for edit in edits:
        before = edit.file.read_text("utf-8") if edit.file.exists() else None
        edit.carry_out()
        assert before != (edit.file.read_text("utf-8") if edit.file.exists() else None), edit
    done = CliRunner().invoke(acquaint, ["check", "--root", str(tmp_path)], standalone_mode=False)
    assert (done.exception, done.return_value) == (None, 0), done.output


def test_the_picture_has_a_line_for_each_generator_and_a_point_for_each_size(bench: dict[str, ModuleType]) -> None:
    lines = {"Acquaint": {100: 2.0, 1_000: 9.0}, "Hugo": {100: 0.2, 1_000: 1.0}}
    picture = ElementTree.fromstring(bench["plot"].draw(lines))
    texts = [element.text for element in picture.iter() if element.tag.endswith("text")]
    assert {"Acquaint", "Hugo", "100", "1,000", "members"} <= set(texts)
    assert sum(element.tag.endswith("polyline") for element in picture.iter()) == 2
    assert sum(element.tag.endswith("circle") for element in picture.iter()) == 4
