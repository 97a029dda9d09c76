"""The fields of a public profile as rows of plain text; this half of the room never sees a record."""

from dataclasses import dataclass

from acquaint.preview.wording import Speech
from acquaint.profiles import PublicDirectory


@dataclass(frozen=True, slots=True)
class Row:
    """One field as strangers read it; `text` has a line for each entry of a list."""

    field: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What pages call somebody, and their rows in the schema's order."""

    name: str
    rows: tuple[Row, ...]


def shown_of(handle: str, directory: PublicDirectory, speech: Speech) -> Shown | None:
    """How `directory` shows the member called `handle`; None if strangers see nothing of them."""
    profile = next((profile for profile in directory.profiles if profile.handle == handle), None)
    if profile is None:
        return None
    texts = ((name, speech.text(name, value)) for name, value in profile.values.items())
    return Shown(profile.display_name, tuple(Row(name, speech.label(name), text) for name, text in texts if text))
