"""Whatever was remembered: after any changes, a build gives what a clean one gives.

Ten members cross every limit here, since the limits are made small; what is compared are both trees, byte for byte, all
problems in their order, who is left out, and how a build ends that doesn't pass.
"""

import shutil
import tempfile
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PIL import Image

from acquaint.build import Order, Refused, build
from acquaint.check import redact
from acquaint.errors import AcquaintError
from acquaint.matching import Limits, Meeting
from acquaint.store import FORGETFUL, Store
from chance import LONG, examples

DAY = date(2026, 11, 21)
NAMES = ("ada", "bo", "chen", "dora", "emre", "finn", "gala", "hui", "ines", "jon", "kai", "lea")
PRIVATE = (
    ("Marta Lindqvist", "Northwind Data", "marta@post.example", "+49 30 2312588"),
    ("王芳", "北风数据", "wang_f@post.example", "+86 10 62345678"),
    ("Jon Ó Briain", "Birch & Sons", "jon.b@mail.example", "030 99887766"),
)
SKILLS = ("Python", "python", "Bread", "Choir", "Go", "Maps", "数据", "C++", "Radio plays")
SENTENCES = (
    "I read your plan with you, half an hour.",
    "Write to marta@post.example about it.",
    "Marta Lindqvist sends me. Northwind Data pays.",
    "Call 030 99887766 or +49 30 2312588.",
    "我会修自行车，也教中文。",
    "[My page](https://ada.example/marta-lindqvist) says *more*.",
    "Someone to practise Polish with over lunch.",
)
BROKEN = "---\nskills: [Python\n---\nHalf a file."
PICTURES = tuple(Image.new("RGB", (80, 80), colour) for colour in ("red", "teal"))
FIELD = st.sampled_from(("headline", "skills", "offers", "asks", "company", "name", "email", "phone", "bio", "joined"))


def _jpeg(picture: Image.Image) -> bytes:
    target = BytesIO()
    picture.save(target, "JPEG")
    return target.getvalue()


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that ten members cross."""
    for module, name, value in (
        ("render.pagination", "A_PAGE", 3),
        ("render.pagination", "MOST", 5),
        ("render.machines.data", "MEMBERS_A_FILE", 4),
        ("search.columns", "MEMBERS_A_FILE", 4),
        ("search.terms", "MOST_IN_A_SHARD", 40),
        ("render.helping", "Meeting", partial(Meeting, Limits(circle=4, candidates=3))),
    ):
        monkeypatch.setattr(import_module(f"acquaint.{module}"), name, value)


class Community(RuleBasedStateMachine):
    """A folder that people edit in every way, and a store that saw all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="acquaint-"))
        self.store, self.day, self.skip = Store(), DAY, True
        self.members: dict[str, dict[str, Any]] = {}
        self.settings: dict[str, str] = {"title": "Northlight", "languages": "[en]"}
        (self.root / "members").mkdir()

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @initialize(count=st.integers(2, 9))
    def begin(self, count: int) -> None:
        for number, handle in enumerate(NAMES[:count]):
            self._put(handle, number)
        self._settle()

    @rule(handle=st.sampled_from(NAMES), number=st.integers(0, 8))
    def somebody_comes(self, handle: str, number: int) -> None:
        if handle not in self.members:
            self._put(handle, number)

    @precondition(lambda self: len(self.members) > 1)
    @rule(data=st.data())
    def somebody_leaves(self, data: st.DataObject) -> None:
        handle = self._one(data)
        del self.members[handle]
        for path in (self.root / "members").glob(f"{handle}.*"):
            path.unlink()

    @rule(data=st.data(), field=FIELD, number=st.integers(0, 8))
    def a_field_changes(self, data: st.DataObject, field: str, number: int) -> None:
        handle = self._one(data)
        self.members[handle][field] = _value(field, number)
        self._write(handle)

    @rule(data=st.data(), opened=st.booleans(), listing=st.sampled_from(("everyone", "members", "nobody")))
    def who_sees_it_changes(self, data: st.DataObject, opened: bool, listing: str) -> None:
        handle = self._one(data)
        self.members[handle] |= {"public": "[contact.email, company]" if opened else "[]", "listing": listing}
        self._write(handle)

    @rule(data=st.data(), other=st.sampled_from(NAMES))
    def somebody_is_named(self, data: st.DataObject, other: str) -> None:
        handle = self._one(data)
        self.members[handle] |= {"introduced_by": other, "bio": f"Ask @{other}, or wang_f@post.example. {SENTENCES[5]}"}
        self._write(handle)

    @rule(data=st.data())
    def one_letter_changes_and_the_size_does_not(self, data: st.DataObject) -> None:
        handle = self._one(data)
        bio = str(self.members[handle]["bio"])
        self.members[handle]["bio"] = bio[:-2] + ("x" if bio[-2:-1] != "x" else "y") + bio[-1:]
        self._write(handle)

    @rule(data=st.data(), is_broken=st.booleans())
    def a_file_is_broken_or_mended(self, data: st.DataObject, is_broken: bool) -> None:
        handle = self._one(data)
        self._write(handle)
        if is_broken:
            (self.root / "members" / f"{handle}.md").write_text(BROKEN, encoding="utf-8")

    @rule(data=st.data(), new=st.sampled_from(NAMES))
    def a_file_is_renamed(self, data: st.DataObject, new: str) -> None:
        handle = self._one(data)
        if new not in self.members:
            self.members[new] = self.members.pop(handle)
            (self.root / "members" / f"{handle}.md").unlink()
            self._write(new)

    @rule(data=st.data(), picture=st.sampled_from((None, *PICTURES)))
    def a_picture_comes_or_goes(self, data: st.DataObject, picture: Image.Image | None) -> None:
        path = self.root / "members" / f"{self._one(data)}.jpg"
        path.unlink(missing_ok=True)
        if picture is not None:
            path.write_bytes(_jpeg(picture))

    @rule(
        setting=st.sampled_from(
            (
                ("title", "{en: Northlight, de: Nordlicht}"),
                ("languages", "[en, zh]"),
                ("languages", "[de]"),
                ("reach", "{email: wang_f@post.example}"),
                ("reach", "{email: hello@north.example, text: Write to us.}"),
                ("base_url", "https://people.example"),
                ("vocabulary", "{skills: {Python: {also: [py], de: Pythonkunde}, Bread: {zh: 面包}}}"),
                ("vocabulary", "{skills: {Maps: {slug: maps}, closed: true}}"),
                ("fields", "{name: {visibility: public}}"),
                ("prose", "error"),
                ("expire", "{asks: 1 month}"),
                ("title", "[broken"),
            )
        )
    )
    def a_setting_changes(self, setting: tuple[str, str]) -> None:
        self.settings[setting[0]] = setting[1]
        self._settle()

    @rule(name=st.sampled_from(("vocabulary", "fields", "prose", "base_url", "reach", "expire")))
    def a_setting_goes(self, name: str) -> None:
        self.settings.pop(name, None)
        if self.settings["title"].startswith("[b"):
            self.settings["title"] = "Northlight"
        self._settle()

    @rule(text=st.sampled_from(SENTENCES), is_there=st.booleans())
    def a_page_comes_changes_or_goes(self, text: str, is_there: bool) -> None:
        (self.root / "pages").mkdir(exist_ok=True)
        path = self.root / "pages" / "conduct.md"
        path.unlink(missing_ok=True)
        if is_there:
            path.write_text(f"---\ntitle: How we meet\n---\n{text}\n", encoding="utf-8")

    @rule(color=st.sampled_from(("red", "teal", "")))
    def the_look_changes(self, color: str) -> None:
        path = self.root / "templates" / "assets" / "css" / "own.css"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if color:
            path.write_text(f"main {{ color: {color} }}\n", encoding="utf-8")

    @rule(days=st.integers(-40, 200))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule()
    def nobody_is_left_out_any_more(self) -> None:
        self.skip = not self.skip

    @invariant()
    def it_is_what_a_clean_build_gives(self) -> None:
        if self.members:
            self.store.begin()
            remembered = _outcome(self.root, self.day, self.skip, self.store)
            clean = _outcome(self.root, self.day, self.skip, FORGETFUL)
            assert remembered[0] == clean[0]
            if remembered[1] != clean[1]:
                differ = {name for name in remembered[1] | clean[1] if remembered[1].get(name) != clean[1].get(name)}
                raise AssertionError(f"{sorted(differ)[:8]} differ")
            if clean[1]:
                self.store.good()

    def _one(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.members)))

    def _put(self, handle: str, number: int) -> None:
        self.members[handle] = {field: _value(field, number + at) for at, field in enumerate(_FIELDS)}
        self._write(handle)

    def _write(self, handle: str) -> None:
        said = dict(self.members[handle])
        bio, contact = said.pop("bio"), {kind: said.pop(kind) for kind in ("email", "phone")}
        lines = [*(f"{name}: {value}" for name, value in said.items() if value)]
        lines.append(f'contact: {{email: {contact["email"]}, phone: "{contact["phone"]}"}}')
        text = "\n".join(["---", *lines, "---", str(bio), ""])
        (self.root / "members" / f"{handle}.md").write_text(text, encoding="utf-8")

    def _settle(self) -> None:
        text = "".join(f"{name}: {value}\n" for name, value in self.settings.items())
        (self.root / "community.yml").write_text(text, encoding="utf-8")


_FIELDS = ("headline", "skills", "offers", "asks", "name", "company", "email", "phone", "joined", "bio")


def _value(field: str, number: int) -> str:
    person = PRIVATE[number % len(PRIVATE)]
    sentence = SENTENCES[number % len(SENTENCES)]
    private = dict(zip(("name", "company", "email", "phone"), person, strict=True))
    tags = [SKILLS[(number * step) % len(SKILLS)] for step in (1, 2, 5)]
    day = DAY - timedelta(days=number * 37)
    values = {
        "headline": f'"I untangle things, number {number % 4}"',
        "skills": f"[{', '.join(dict.fromkeys(tags))}]" if number % 7 else "",
        "offers": f"['{sentence}', 'A walk and a talk']",
        "asks": f"[{{text: 'Someone who knows {tags[0]}', since: {day}}}, {{text: '{sentence}', for: members}}]",
        "joined": str(day) if number % 3 else "",
        "bio": f"I bake. {sentence}\n\n{SENTENCES[(number + 2) % len(SENTENCES)]}",
    }
    return private.get(field) or values[field]


def _outcome(root: Path, day: date, skip: bool, store: Store) -> tuple[tuple[object, ...], dict[str, bytes]]:
    """How a build ends, with all problems in order; and the files of both editions."""
    try:
        report = build(Order(root=root, out=None, day=day, skip_invalid=skip), lambda step: None, store)
    except Refused as refused:
        return ("refused", refused.problems, refused.language), {}
    except AcquaintError as error:
        return (type(error).__name__, str(error)), {}
    return ("built", redact(report.problems), report.left_out, report.members), dict(report.tree)


@pytest.mark.slow
def test_after_any_changes_a_build_is_what_a_clean_one_is() -> None:
    run_state_machine_as_test(
        Community,
        settings=settings(examples(20, *HealthCheck), stateful_step_count=8 if LONG else 5),
    )
