"""A file's text as a tree of scalars, sequences and mappings, each knowing where it stands.

Nothing is interpreted: every scalar is the text a person typed, and the field's type decides what it means.
Lines and columns count from 1, columns in characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands: its first character, and how many characters of that line it takes."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as typed. `plain` is false when it was quoted or a block."""

    text: str
    span: Span
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; a key may stand twice (the reader reports it)."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def __iter__(self) -> Iterator[tuple[Scalar, "Node"]]:
        return iter(self.entries)

    def get(self, key: str) -> "Node | None":
        """The first value under `key`."""
        return next((node for name, node in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


def is_blank(node: Node | None) -> bool:
    """True for what a person leaves empty: no value, an empty text, a plain `~`, an empty list or mapping."""
    match node:
        case None:
            return True
        case Scalar(text=text, plain=plain):
            return not text.strip() or (plain and text == "~")
        case Sequence(items=items):
            return not items
        case Mapping(entries=entries):
            return not entries
