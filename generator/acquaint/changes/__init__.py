"""What a change changes: its files, what they were before, and whether its author is who wrote them first."""

from acquaint.changes.authors import Hand, hand_of
from acquaint.changes.comparing import Change, Comparison, compare
from acquaint.changes.contents import earlier_versions, old_content, old_settings

__all__ = [
    "Change",
    "Comparison",
    "Hand",
    "compare",
    "earlier_versions",
    "hand_of",
    "old_content",
    "old_settings",
]
