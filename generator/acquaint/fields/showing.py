"""The door from what a file says to what a page may show, as the field types see it; reveal alone opens it."""

from typing import Protocol

from acquaint.shown import Prose, Tag, Words
from acquaint.values import Audience, Item, Said, Wording


class Showing(Protocol):
    """One field of one member on its way to one audience.

    Every free text must pass through one of these methods: nothing else yields the shapes that pages accept. None
    means that nothing of it may be shown. What is dated is shown whatever the day: reveal/today.py knows what is over.
    """

    @property
    def lang(self) -> str:
        """The member's own language."""

    def words(self, wording: Wording) -> Words | None:
        """A text in its languages, free of what this audience may not see."""

    def prose(self, wording: Wording) -> Prose | None:
        """A Markdown text in its languages, as sanitised HTML, free of what this audience may not see."""

    def sentence(self, said: Said) -> str | None:
        """One text in the member's own language, free of what this audience may not see."""

    def tag(self, item: Item) -> Tag | None:
        """A tag in the community's spelling; none if it holds what this audience may not see."""

    def admits(self, audience: Audience) -> bool:
        """True if what is meant for `audience` may be shown here."""

    def admits_part(self, part: str) -> bool:
        """True if one part of the field (a kind of contact) may be shown here."""

    def admits_handle(self, handle: str) -> bool:
        """True if the member called so may be named here."""
