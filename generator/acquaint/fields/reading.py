"""One file being read: where problems go, which values may be quoted, and the common shapes of YAML."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Unpack

from acquaint.introduction import MOST_ENTRIES, MOST_OF_A_LINE, MOST_OF_PROSE
from acquaint.messages import Message, Quoted, count, say
from acquaint.problems import Advice, Problems
from acquaint.tree import Mapping, Node, Scalar, Sequence, is_blank
from acquaint.values import Audience, Said

MASK = "•••"
"""What stands for a private value in every message."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds: characters of a line and of prose, entries of a list."""

    line: int = MOST_OF_A_LINE
    prose: int = MOST_OF_PROSE
    items: int = MOST_ENTRIES


Beside = Callable[[str, int], bytes | None]
"""Reads at most so many bytes of the regular file called so beside the member's; None if there is none."""


def nothing_beside(name: str, most: int) -> None:
    """Beside, for what is read without a folder."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One field of one file while its type reads it. `quotable` is false for what strangers may not see."""

    path: str
    field: str
    problems: Problems
    quotable: bool
    limits: Limits = Limits()
    beside: Beside = nothing_beside

    def report(self, slug: str, node: Node | Said, message: Message, **more: Unpack[Advice]) -> None:
        """Note a problem at `node`; `more` may hold `fix` and `meant`."""
        self.problems.add(slug, message, self.path, node.span, **more)

    def quote(self, node: Scalar) -> Quoted | str:
        """The value for a message: in quotes, or masked."""
        return Quoted(node.text.strip()[:60]) if self.quotable else MASK

    def part(self, name: str) -> "Reading":
        """The same reading, for a part of the field."""
        return replace(self, field=f"{self.field}.{name}")

    def read_by(self, audience: Audience) -> "Reading":
        """The same reading, of something that `audience` alone may see."""
        return replace(self, quotable=self.quotable and audience is Audience.EVERYONE)

    def scalar(self, node: Node, wanted: Message, fix: Message | None = None) -> Scalar | None:
        """`node` if it is one value; otherwise a problem that says what is `wanted`."""
        if isinstance(node, Scalar):
            return node
        message = say("{field} takes {wanted}, but here is a list.", field=self.field, wanted=wanted)
        if isinstance(node, Mapping):
            message = say("{field} takes {wanted}, but here are several keys.", field=self.field, wanted=wanted)
            example = f'{self.field}: "…: …"'
            fix = fix or say("If a colon belongs to the text, put quotes around it: {example}", example=example)
        self.report("wrong-type", node, message, fix=fix)
        return None

    def said(self, node: Node, wanted: Message, limit: int | None = None) -> Said | None:
        """`node` as free text within the limit (in characters; one line's if none is given)."""
        scalar = self.scalar(node, wanted)
        if scalar is None:
            return None
        text = unicodedata.normalize("NFC", scalar.text).strip()
        most = limit or self.limits.line
        if len(text) > most:
            over = len(text) - most
            message = say("{field} has {n} characters; at most {most} fit.", field=self.field, n=len(text), most=most)
            fix = count("Shorten it by {n} character.", "Shorten it by {n} characters.", over)
            self.report("too-long", scalar, message, fix=fix)
            return None
        return Said(text, scalar.span)

    def listed(self, node: Node) -> tuple[Node, ...]:
        """The entries of a list, blank ones left out; a single value is a list of one."""
        items = node.items if isinstance(node, Sequence) else (node,)
        if len(items) > self.limits.items:
            self.too_many(items[self.limits.items], len(items))
            items = items[: self.limits.items]
        return tuple(item for item in items if not is_blank(item))

    def too_many(self, node: Node, number: int) -> None:
        """Report `number` entries, of which only the first fit."""
        most = self.limits.items
        message = say("{field} has {n} entries; at most {most} fit.", field=self.field, n=number, most=most)
        self.report("too-many", node, message, fix=say("Keep those that matter most."))

    def audience(self, node: Node | None) -> Audience:
        """What `for:` says; nothing said is everyone, something misspelt is for members until it is mended."""
        if node is None:
            return Audience.EVERYONE
        if isinstance(node, Scalar) and node.text in tuple(Audience):
            return Audience(node.text)
        message = say("{field} takes {one} or {other}.", field="for", one="everyone", other="members")
        self.report("unknown-choice", node, message, fix="for: members")
        return Audience.MEMBERS

    def unknown_keys(self, node: Mapping, known: tuple[str, ...]) -> None:
        """Report every key of `node` that is not `known`."""
        for key, value in node:
            if key.text not in known and is_blank(value) and " " in key.text.strip():
                message = say(
                    "A comma ends the text inside {brackets}, so the rest of it was taken for a key.", brackets="{ }"
                )
                self.report("unknown-field", key, message, fix='text: "…, …"')
            elif key.text not in known:
                message = say("{field} has no such key here; it takes {keys}.", field=self.field, keys=known)
                self.report("unknown-field", key, message)
