"""What a change changes: its files, what they were before, and whether its author is who wrote them first."""

from acquaint.changes.authors import Hand, hand_of
from acquaint.changes.comparing import Change, Comparison, compare
from acquaint.changes.contents import Earlier, Version, old_content, old_contents, old_settings
from acquaint.changes.pairing import paired

__all__ = [
    "Change",
    "Comparison",
    "Earlier",
    "Hand",
    "Version",
    "compare",
    "hand_of",
    "old_content",
    "old_contents",
    "old_settings",
    "paired",
]
