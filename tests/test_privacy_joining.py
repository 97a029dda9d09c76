"""What is made for those who join, or change what they said, is of public values alone."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from acquaint.build import Order, build
from acquaint.fields.contacts import KINDS
from communities import DAY, built, tree, write
from test_privacy import WORLDS, fill
from test_privacy_outputs import HIDDEN, community

MIXED = """nickname: Mixed
skills: [Maps, {text: "%(skill)s", for: members}]
offers: [Tea, {text: "%(skill)s lessons", since: %(day)s, for: members}]
asks: [{text: "%(skill)s in %(place)s", for: members}]
working_on: {text: "%(skill)s", for: members}
availability: [{text: "%(skill)s", for: members}, {mentoring: 2027-01-31}]
city: "%(place)s"
country: {{country}}
bio: I am {{name}} of {{company}}, and I like tea.
name: "{{name}}"
company: "{{company}}"
contact: {email: "m.{{email}}", telegram: mixed_by_choice}
public: [contact.telegram]
private: [city, country]
"""
FOLDER = "members/%(skill)s circle/mixed.yml"


def of_world(number: int) -> dict[str, str | bytes]:
    """The community of the other outputs, and somebody who opens some things and keeps others."""
    hidden = HIDDEN[number]
    text = (MIXED % hidden).replace("{{country}}", ("FR", "JP", "BR")[number])
    return {**community(number), FOLDER % hidden: fill(text, WORLDS[number])}


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The public edition in each world."""
    made = []
    for number in range(len(WORLDS)):
        root = tmp_path_factory.mktemp("world")
        order = Order(root=write(root / "ours", of_world(number)), out=root / "site", day=DAY, editions=("public",))
        build(order, lambda step: None)
        made.append(tree(root / "site" / "public"))
    return made


def joining(files: dict[str, bytes]) -> dict[str, bytes]:
    """What joining and changing is done with."""
    return {path: content for path, content in files.items() if re.match(r"(zh/)?(join|members)/", path)}


def test_two_worlds_give_the_same_form_drafts_posters_and_members(worlds: list[dict[str, bytes]]) -> None:
    first, *others = map(joining, worlds)
    assert {"join/drafts/mi.json", "join/drafts/op.json", "join/qr.svg", "zh/join/poster/index.html"} <= set(first)
    assert "members/mixed/index.html" in first
    for other in others:
        assert sorted(other) == sorted(first)
        assert {path for path in first if other[path] != first[path]} == set()


def test_what_is_kept_among_members_is_in_no_draft(worlds: list[dict[str, bytes]]) -> None:
    found: dict[str, Any] = json.loads(worlds[0]["join/drafts/mi.json"])["mixed"]
    assert set(found["answers"]) == {"nickname", "skills", "offers", "availability", "bio", "public", "private"}
    assert found["answers"]["skills"] == ["Maps"]
    assert found["answers"]["offers"] == ["Tea"]
    assert found["answers"]["availability"] == [{"mentoring": "2027-01-31"}]
    assert found["answers"]["public"] == ["contact.telegram"]
    assert found["answers"]["private"] == ["avatar"], "as of everybody who shows no picture"
    assert "mixed_by_choice" not in json.dumps(found)


def test_an_edit_doesn_t_open_a_picture_that_is_for_members(worlds: list[dict[str, bytes]]) -> None:
    """It stands beside the file, so it is there whatever the edited file says; one who shows a picture keeps it open."""
    closed: dict[str, Any] = json.loads(worlds[0]["join/drafts/cl.json"])["closed"]
    shown: dict[str, Any] = json.loads(worlds[0]["join/drafts/op.json"])["open"]
    assert closed["answers"]["private"] == ["avatar"]
    assert "private" not in shown["answers"]


def test_who_is_listed_for_members_begins_no_draft(worlds: list[dict[str, bytes]]) -> None:
    drafts = [json.loads(content) for path, content in worlds[0].items() if path.startswith("join/drafts/")]
    handles = {handle for found in drafts for handle in found}
    assert "mixed" in handles
    assert handles == {path.split("/")[1] for path in worlds[0] if re.fullmatch(r"members/[^/]+/index\.html", path)}


def test_the_name_of_a_folder_below_members_is_told_to_nobody(worlds: list[dict[str, bytes]]) -> None:
    for number, files in enumerate(worlds):
        name = f"{HIDDEN[number]['skill']} circle".encode()
        assert [path for path, content in files.items() if name in content] == []
        assert json.loads(files["join/drafts/mi.json"])["mixed"]["file"] == ""


def told(root: Path, settings: str) -> set[str]:
    """The files of the public edition that say where the repository is."""
    files = {"community.yml": f"title: Ours\n{settings}\n", "members/ada.yml": "nickname: Ada\n"}
    built(write(root / "ours", files), root / "site")
    public = tree(root / "site" / "public")
    assert "members/ada/index.html" in public
    return {path for path, content in public.items() if b"gitlab.ours.example" in content}


@pytest.mark.parametrize(
    ("settings", "is_told"),
    [
        ("repository: {url: https://gitlab.ours.example/a/people}", False),
        ("repository: {url: https://gitlab.ours.example/a/people}\njoin: {doors: [copy]}", False),
        ("repository: {url: https://gitlab.ours.example/a/people}\njoin: {doors: [copy, pull-request]}", True),
        ("repository: {url: https://gitlab.ours.example/a/people, visibility: public}", True),
    ],
)
def test_strangers_read_where_the_repository_is_only_where_the_community_says_so(
    settings: str, is_told: bool, tmp_path: Path
) -> None:
    found = told(tmp_path, settings)
    assert ("community/index.html" in found) == is_told
    assert bool(found) == is_told


def test_an_example_of_ours_that_somebody_keeps_stops_no_build(tmp_path: Path) -> None:
    """`check` prints what a contact looks like; who pastes that has a contact that our scripts must not spell out."""
    contacts = "\n".join(f'  {name}: "{kind.example}"' for name, kind in KINDS.items())
    files = {"members/moth.md": f"---\nnickname: Moth\ncontact:\n{contacts}\n---\n"}
    # The form and its template give another one in each language.
    files["community.yml"] = "languages: [en, de, zh]\n"
    for handle, local in (("lace", "quill"), ("brot", "krume"), ("mo", "modou")):
        files[f"members/{handle}.md"] = f"---\nnickname: One\ncontact: {{email: {local}@example.org}}\n---\n"
    root = write(tmp_path / "ours", files)
    assert built(root, tmp_path / "site").members["public"] == 4
