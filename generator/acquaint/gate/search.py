"""Searches texts for one set of secrets, each part of them once."""

from collections.abc import Iterable, Sequence

from acquaint.gate.finder import Finder
from acquaint.gate.folding import visible
from acquaint.gate.fragments import Lines, fragments
from acquaint.gate.haystacks import Haystack, haystacks
from acquaint.gate.needles import LONG_AMONG_BYTES, How, Needle, needles
from acquaint.gate.words import holds_phrase
from acquaint.secrets import Secret

MOST_REMEMBERED = 8_000_000
"""Characters of fragments that are remembered; beyond, remembering begins anew."""

KEPT = 8
"""How many times as much is remembered where the readings are kept for the next build."""


class Search:
    """Finds secrets in texts. Whether one is found depends on the text and on that secret, never on the others.

    The fragments of texts are remembered, so that the frame of all pages, or a card that is on many, is searched once:
    those that hold none of the secrets, and those that hold what counts on one member's pages only.
    """

    def __init__(self, secrets: Iterable[Secret], *, keeps: bool = False) -> None:
        """With `keeps`, all readings are kept, so that `suspects` can tell of secrets that come later."""
        self.secrets = dict.fromkeys(secrets)
        self._keeps = keeps
        self._finder = Finder(needle for secret in self.secrets for needle in needles(secret))
        self.has_forgotten = not (keeps and self.secrets)
        self._forget()

    def _forget(self) -> None:
        self._lines, self._searched, self._size = Lines(), {""}, 0
        self._holding: dict[str, set[Needle]] = {}
        self._kept: list[Haystack] = []

    def among(self, text: str, owner: str | None) -> set[Secret]:
        """The secrets that `text` holds, where it is part of a page of the member `owner`."""
        if not self.secrets:
            return set()
        parts = fragments(text, self._lines)
        distinct, last = set(parts), parts[-1]
        held = [self._holding[part] for part in distinct if part in self._holding] if self._holding else []
        new = distinct.difference(self._searched)
        # The last of a text may end within a tag: nothing may come after it.
        joined = [*(new - {last}), *(new & {last})]
        readings = list(haystacks(joined))
        found = {needle for hay in readings for needle in self._finder.find(hay)}
        if self._keeps:
            self._kept += (hay.anew() for hay in readings)
        if all(needle.own for needle in found):
            self._remember(joined, found)
        counting = {needle for needle in found.union(*held) if not needle.own or needle.secret.handle == owner}
        return _secrets(counting, text)

    def suspects(self, secrets: Sequence[Secret]) -> set[Secret]:
        """Those of `secrets` that may stand in a text that was searched; all of them where texts were forgotten."""
        if self.has_forgotten:
            return set(secrets)
        finder = Finder(needle for secret in secrets for needle in needles(secret))
        return {needle.secret for hay in self._kept for needle in finder.find(hay.anew())}

    def _find(self, parts: list[str]) -> set[Needle]:
        return {needle for hay in haystacks(parts) for needle in self._finder.find(hay)}

    def _remember(self, parts: list[str], found: set[Needle]) -> None:
        self._size += sum(map(len, parts))
        if self._size > MOST_REMEMBERED * (KEPT if self._keeps else 1):
            self._forget()
            self.has_forgotten = True
        self._searched.update(parts)
        self._note(parts, found)

    def _note(self, parts: list[str], found: set[Needle]) -> None:
        """Note which of `parts` hold what was `found` in them together."""
        if len(parts) == 1 and found:
            self._holding[parts[0]] = found
        elif found:
            middle = len(parts) // 2
            for half in (parts[:middle], parts[middle:]):
                self._note(half, self._find(half))

    def among_bytes(self, content: bytes, owner: str | None) -> set[Secret]:
        """The secrets that stand plainly among bytes that are no text; a short one only where it is the owner's."""
        text = content.decode("utf-8", "replace")
        long, plain = Haystack(text, LONG_AMONG_BYTES), Haystack(text)
        found = {needle for needle in self._finder.find(long) if not needle.own}
        found |= {needle for hay in (long, plain) for needle in self._finder.find(hay) if needle.secret.handle == owner}
        return _secrets(found, text)


def _secrets(found: set[Needle], text: str) -> set[Secret]:
    """The secrets of the needles that were found in `text`: of those whose phrase is there, if they have one."""
    hints = {needle for needle in found if needle.how is How.HINT}
    if hints:
        readings = list(haystacks([visible(text)]))
        found -= {needle for needle in hints if not any(holds_phrase(needle, hay) for hay in readings)}
    return {needle.secret for needle in found}
