"""The last look at everything that is about to be public: no private contact value may be in it, in any form."""

from collections.abc import Iterable

from acquaint.errors import LeakError
from acquaint.gate.finder import Finder
from acquaint.gate.haystacks import Haystack, haystacks
from acquaint.gate.needles import LONG_AMONG_BYTES, How, Needle, needles
from acquaint.gate.words import holds_phrase
from acquaint.rendered import Rendered
from acquaint.secrets import Secret

MOST = 5
"""Hits named in one message."""


class Gate:
    """Searches pieces of the public edition for secrets; see docs/privacy.md for the forms, and for what is not seen.

    Whether a secret is found depends on the text and on that secret, never on the others. A gate doesn't change once
    made, so threads may share it, and it pickles as its secrets.
    """

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self._secrets = tuple(dict.fromkeys(secrets))
        self._place = {secret: place for place, secret in enumerate(self._secrets)}
        everywhere, self._own = list[Needle](), dict[str | None, list[Needle]]()
        for secret in self._secrets:
            for needle in needles(secret):
                (self._own.setdefault(secret.handle, []) if needle.own else everywhere).append(needle)
        self._everywhere = Finder(everywhere)

    def __reduce__(self) -> tuple[type["Gate"], tuple[tuple[Secret, ...]]]:
        return Gate, (self._secrets,)

    def inspect(self, file: Rendered) -> None:
        """Raise LeakError if `file`, or its path, holds a secret. The message names output, member and field only."""
        if not self._secrets:
            return
        in_path = self.hits(file.path, file.owner)
        try:
            in_content = self.hits(file.content.decode(), file.owner)
        except UnicodeDecodeError:
            in_content = self._hits_in_bytes(file.content, file.owner)
        if found := tuple(dict.fromkeys((*in_path, *in_content))):
            where = "the address of a page" if in_path else f"public/{file.path}"
            raise LeakError(f"{where} holds {self._named(found)}; nothing was published")

    def hits(self, text: str, owner: str | None) -> tuple[Secret, ...]:
        """The secrets that `text` holds, each once, where it is part of a page of the member `owner`."""
        return self._in_order(self._found(haystacks(text), owner)) if self._secrets else ()

    def _found(self, readings: Iterable[Haystack], owner: str | None) -> set[Needle]:
        finders = [self._everywhere, *([Finder(self._own[owner])] if owner in self._own else [])]
        read = list(readings)
        found = {needle for hay in read for finder in finders for needle in finder.find(hay)}
        hints = {needle for needle in found if needle.how is How.HINT}
        return {needle for needle in found if needle not in hints or any(holds_phrase(needle, hay) for hay in read)}

    def _in_order(self, found: set[Needle]) -> tuple[Secret, ...]:
        return tuple(sorted({needle.secret for needle in found}, key=self._place.__getitem__))

    def _hits_in_bytes(self, content: bytes, owner: str | None) -> tuple[Secret, ...]:
        """The secrets that stand plainly among bytes that are no text; a short one only where it is the owner's."""
        text = content.decode("utf-8", "replace")
        alone = {needle for needle in self._found([Haystack(text)], owner) if needle.secret.handle == owner}
        return self._in_order(alone | self._found([Haystack(text, LONG_AMONG_BYTES)], owner))

    def _named(self, found: tuple[Secret, ...]) -> str:
        named = [f"{self._whose(secret)} {secret.field}" for secret in found[:MOST]]
        if len(found) > MOST:
            named.append(f"{len(found) - MOST} more")
        return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"

    def _whose(self, secret: Secret) -> str:
        """The member's handle, unless it is a secret itself (somebody's account may be called so)."""
        return "a member's" if self.hits(secret.handle, secret.handle) else f"{secret.handle}'s"
