"""The last look at everything that is about to be public: no private contact value may be in it, in any form."""

from collections.abc import Iterable, Iterator

from acquaint.errors import LeakError
from acquaint.gate import haystacks
from acquaint.gate.folding import fold, visible
from acquaint.gate.needles import LONG_AMONG_BYTES, LONG_ENOUGH, MARKUP, numbers, tokens, words
from acquaint.gate.numbers import Numbers
from acquaint.gate.words import Words
from acquaint.rendered import Rendered
from acquaint.secrets import Secret, Shape

MOST = 5
"""Hits named in one message."""


class Gate:
    """Searches pieces of the public edition for secrets; see docs/privacy.md for the forms, and for what is not seen.

    It never changes once made, so threads may share it, and it pickles as its secrets.
    """

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self._secrets = tuple(secrets)
        self._words = Words(n for secret in self._secrets for n in (*words(secret), *tokens(secret)))
        self._numbers = Numbers(n for secret in self._secrets for n in numbers(secret))
        longest = max((len(secret.value.encode("utf-8", "replace")) for secret in self._secrets), default=0)
        self._markup = any(MARKUP.search(secret.value) for secret in self._secrets)
        phones = (len(secret.value) for secret in self._secrets if secret.shape is Shape.PHONE)
        # An escaped letter takes up to 12 characters (%25EF%25BC%25…), base64 four for three; what is plain between two
        # escapes is never longer than the value. Each digit of a number may have three signs before it.
        self._reach = max(self._words.longest, 2 * longest, 4 * max(phones, default=0)) + 2

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
            in_content = tuple(self._hits_in_bytes(file.content, file.owner))
        if found := tuple(dict.fromkeys((*in_path, *in_content))):
            where = "the address of a page" if in_path else f"public/{file.path}"
            raise LeakError(f"{where} holds {self._named(found)}; nothing was published")

    def hits(self, text: str, owner: str | None) -> tuple[Secret, ...]:
        """The secrets that `text` holds, each once, where it is part of a page of the member `owner`."""
        return tuple(dict.fromkeys(self._search(text, owner)))

    def _search(self, text: str, owner: str | None) -> Iterator[Secret]:
        if not self._secrets:
            return
        text = visible(text)
        yield from self._look(text, owner)
        yield from self._look(haystacks.unescaped(text, self._reach, markup=self._markup), owner)
        yield from self._look(haystacks.unencoded(text), owner, inside=LONG_ENOUGH)

    def _look(self, text: str, owner: str | None, *, inside: int = 0) -> Iterator[Secret]:
        if text:
            folded = fold(text)
            yield from self._words.find(folded, raw=text, owner=owner, inside=inside)
            yield from self._numbers.find(folded, owner=owner, inside=inside)

    def _hits_in_bytes(self, content: bytes, owner: str | None) -> Iterator[Secret]:
        """The secrets that stand plainly among bytes that are no text; a short one only where it is the owner's."""
        text = content.decode("utf-8", "replace")
        yield from self._look(text, owner, inside=LONG_AMONG_BYTES)
        yield from (secret for secret in self._look(text, owner) if secret.handle == owner)

    def _named(self, found: tuple[Secret, ...]) -> str:
        named = [f"{self._whose(secret)} {secret.field}" for secret in found[:MOST]]
        if len(found) > MOST:
            named.append(f"{len(found) - MOST} more")
        return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"

    def _whose(self, secret: Secret) -> str:
        """The member's handle, unless it is a secret itself (somebody's account may be called so)."""
        return "a member's" if self.hits(secret.handle, secret.handle) else f"{secret.handle}'s"
