"""One member as strangers will see them, for the member's own eyes: a card as text, and what was kept back."""

from acquaint.preview.card import as_text
from acquaint.preview.rows import Row
from acquaint.preview.seen import Kept, Seen, Withheld, seen_by_strangers

__all__ = ["Kept", "Row", "Seen", "Withheld", "as_text", "seen_by_strangers"]
