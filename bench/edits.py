"""Edits of a made-up community, one function for each kind.

Each edits another member and says something new, so nothing that was remembered of an earlier edit answers it.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import words
from generate import OPENED, SKILLS, member


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: the file, what stands in it from then on (None: it goes), and on which page that is seen.

    Afterwards `text` stands on the page; where `shows` is false it doesn't, or the page is gone.
    """

    file: Path
    content: str | None
    page: str
    text: str
    shows: bool = True

    def carry_out(self) -> None:
        """Write the file, or delete it."""
        if self.content is None:
            self.file.unlink()
        else:
            self.file.write_text(self.content, "utf-8")

    def is_seen(self, page: str) -> bool:
        """True if `page` is what the edit makes of it; "" is a page that isn't there."""
        return (self.text in page) is self.shows


class Community:
    """A made-up community whose members are edited one after the other, never one twice."""

    def __init__(self, root: Path) -> None:
        """`root` is as it was made."""
        self.root = root
        files = sorted((root / "members").iterdir())
        self._made = len(files)
        random.Random("edits").shuffle(files)
        open_ones = {file for file in files if f"\n{OPENED}\n" in file.read_text("utf-8")}
        self._open = [file for file in files if file in open_ones]
        self._others = [file for file in files if file not in open_ones]

    def most(self) -> int:
        """How many edits of every kind there are members for."""
        return min(len(self._open), len(self._others) // len(KINDS))

    def somebody(self) -> tuple[Path, str]:
        """A member, and their introduction."""
        file = self._others.pop()
        return file, file.read_text("utf-8")

    def somebody_open(self) -> tuple[Path, str]:
        """A member whose address everybody may read, and their introduction."""
        file = self._open.pop()
        return file, file.read_text("utf-8")

    def arrival(self) -> tuple[Path, str]:
        """Somebody who isn't there yet, and their introduction."""
        handle, content = member(self._made)
        self._made += 1
        return self.root / "members" / f"{handle}.md", content


def _bio(community: Community, number: int) -> Edit:
    file, content = community.somebody()
    sentence = f"Since yesterday I have said this {number} times."
    return Edit(file, f"{content}\n{sentence}\n", _page(file), sentence)


def _skill(community: Community, number: int) -> Edit:
    file, content = community.somebody()
    skill = next(skill for skill in SKILLS[number:] if skill not in content)
    return Edit(file, _with(r"^skills: \[[^],]+", f"skills: [{skill}", content), _page(file), skill)


def _headline(community: Community, number: int) -> Edit:
    file, content = community.somebody()
    headline = f"This line was written {number} times"
    return Edit(file, _with("^headline: .*", f"headline: {headline}", content), _page(file), headline)


def _offer(community: Community, number: int) -> Edit:
    file, content = community.somebody()
    offer = f"An evening on {SKILLS[-number]}, with {number} cups of tea"
    return Edit(file, _with("^offers:\n  - .*", f"offers:\n  - {offer}", content), _page(file), offer)


def _name(community: Community, number: int) -> Edit:
    file, content = community.somebody()
    begin, end = (some[number % len(some)] for some in (words.FAMILY_BEGINS, words.FAMILY_ENDS))
    name = f"{words.GIVEN[-number]} {begin}{end}"
    return Edit(file, _with("^name: .*", f"name: {name}", content), _page(file, "internal"), name)


def _contact(community: Community, number: int) -> Edit:
    file, content = community.somebody()
    address = f"moved.{number}@mail.example"
    return Edit(file, _with("email: [^,]+", f"email: {address}", content), _page(file, "internal"), address)


def _opened(community: Community, number: int) -> Edit:
    file, content = community.somebody()
    opened = _with("^contact: ", f"{OPENED}\ncontact: ", content)
    return Edit(file, opened, _page(file), _address(content))


def _closed(community: Community, number: int) -> Edit:
    file, content = community.somebody_open()
    return Edit(file, content.replace(f"{OPENED}\n", ""), _page(file), _address(content), shows=False)


def _arrival(community: Community, number: int) -> Edit:
    file, content = community.arrival()
    return Edit(file, content, _page(file), f"@{file.stem}")


def _leaver(community: Community, number: int) -> Edit:
    file, _ = community.somebody()
    return Edit(file, None, _page(file), f"@{file.stem}", shows=False)


def _settings(community: Community, number: int) -> Edit:
    file, title = community.root / "community.yml", f"Bench number {number}"
    return Edit(file, _with("^title: .*", f"title: {{en: {title}}}", file.read_text("utf-8")), "public/", title)


def _with(pattern: str, told: str, content: str) -> str:
    """`content` with `told` in the place of the first match, which must be there."""
    changed, count = re.subn(pattern, lambda _: told, content, count=1, flags=re.MULTILINE)
    assert count, f"nothing here matches {pattern}"
    return changed


def _address(content: str) -> str:
    found = re.search("email: ([^,]+)", content)
    assert found
    return found[1]


def _page(file: Path, edition: str = "public") -> str:
    return f"{edition}/members/{file.stem}/"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of edit, how the `number`th of them is made, and how many seconds it may take at 1,000 members."""

    name: str
    make: Callable[[Community, int], Edit]
    bound: float


AT_ONCE, SOON = 0.3, 1.5
KINDS = (
    Kind("bio", _bio, AT_ONCE),
    Kind("skill", _skill, AT_ONCE),
    Kind("headline", _headline, AT_ONCE),
    Kind("offer", _offer, AT_ONCE),
    Kind("private name", _name, AT_ONCE),
    Kind("private contact", _contact, AT_ONCE),
    Kind("contact opened", _opened, SOON),
    Kind("contact closed", _closed, SOON),
    Kind("new member", _arrival, SOON),
    Kind("leaver", _leaver, SOON),
    Kind("settings", _settings, SOON),
)
