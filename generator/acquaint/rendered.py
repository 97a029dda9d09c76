"""A finished file of an edition, on its way through the gate to the output."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """`path` is relative to the edition, with slashes; `owner` is the handle whose page this is, if it is anyone's."""

    path: str
    content: bytes
    owner: str | None = None
