"""The last look at everything that is about to be public: no private contact value may be in it, in any form."""

from collections.abc import Iterable
from hashlib import blake2b

from acquaint.errors import LeakError
from acquaint.gate.search import Search
from acquaint.rendered import Rendered
from acquaint.secrets import Secret

MOST = 5
"""Hits named in one message."""

MOST_CHANGED = 100
"""Secrets that may have come or gone since the large search was made; beyond, it is made anew."""


class Gate:
    """Searches pieces of the public edition for secrets; see docs/privacy.md for the forms, and for what is not seen.

    What it finds never changes, so threads may share it, and it pickles as its secrets. `added` are the secrets
    that `before` lacked, the gate it was made from: for what is known to hold none of that one's, a gate of those is
    enough. With `keeps` it can tell which of them may stand in what was searched before.
    """

    def __init__(self, secrets: Iterable[Secret], *, before: "Gate | None" = None, keeps: bool = False) -> None:
        self._order = {secret: place for place, secret in enumerate(dict.fromkeys(secrets))}
        self._searches: tuple[Search, ...] = _searches(tuple(self._order), before._searches if before else (), keeps)
        self._keeps = keeps
        self._passed: set[tuple[bytes, str | None]] = set()
        self.opaque: set[str] = set() if before is None else before.opaque
        """Paths of the files that are no texts."""
        self.added = tuple(secret for secret in self._order if before is None or secret not in before._order)

    def __reduce__(self) -> tuple[type["Gate"], tuple[tuple[Secret, ...]]]:
        return Gate, (tuple(self._order),)

    def changed(self, secrets: Iterable[Secret]) -> "Gate":
        """The gate of `secrets`: it finds what a new one finds, and is made at once where most of them are the same."""
        return Gate(secrets, before=self, keeps=self._keeps)

    def remembers(self, before: "Gate") -> bool:
        """True if this gate knows the texts that `before` has searched."""
        return self._searches[0] is before._searches[0]

    def suspects(self) -> tuple[Secret, ...]:
        """Those of the `added` secrets that may stand in a text that was searched before they were looked for."""
        found = self._searches[0].suspects(self.added)
        return tuple(secret for secret in self.added if secret in found)

    def inspect(self, file: Rendered) -> None:
        """Raise LeakError if `file`, or its path, holds a secret. The message names output, member and field only."""
        if not self._order:
            return
        in_path = self.hits(file.path, file.owner)
        in_content = self._hits_in_content(file)
        if found := tuple(dict.fromkeys((*in_path, *in_content))):
            where = "the address of a page" if in_path else f"public/{file.path}"
            raise LeakError(f"{where} holds {self._named(found)}; nothing was published")

    def _hits_in_content(self, file: Rendered) -> tuple[Secret, ...]:
        # A file is inspected as it was drawn, and once more as it was written: the same bytes are searched once.
        key = (blake2b(file.content, digest_size=32).digest(), file.owner)
        if key in self._passed:
            return ()
        try:
            found = self.hits(file.content.decode(), file.owner)
        except UnicodeDecodeError:
            self.opaque.add(file.path)
            found = self._known(search.among_bytes(file.content, file.owner) for search in self._searches)
        if not found:
            self._passed.add(key)
        return found

    def hits(self, text: str, owner: str | None) -> tuple[Secret, ...]:
        """The secrets that `text` holds, each once, where it is part of a page of the member `owner`."""
        return self._known(search.among(text, owner) for search in self._searches)

    def _known(self, found: Iterable[set[Secret]]) -> tuple[Secret, ...]:
        """Those `found` that are still secrets, in their order."""
        order = self._order
        return tuple(sorted({secret for some in found for secret in some if secret in order}, key=order.__getitem__))

    def _named(self, found: tuple[Secret, ...]) -> str:
        named = [f"{self._whose(secret)} {secret.field}" for secret in found[:MOST]]
        if len(found) > MOST:
            named.append(f"{len(found) - MOST} more")
        return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"

    def _whose(self, secret: Secret) -> str:
        """The member's handle, unless it is a secret itself (somebody's account may be called so)."""
        return "a member's" if self.hits(secret.handle, secret.handle) else f"{secret.handle}'s"


def _searches(secrets: tuple[Secret, ...], former: tuple[Search, ...], keeps: bool) -> tuple[Search, ...]:
    """What searches for all of `secrets`: the large search that there was and one for what it lacks, or a new one."""
    if former:
        large = former[0]
        lacking = tuple(secret for secret in secrets if secret not in large.secrets)
        gone = len(large.secrets) + len(lacking) - len(secrets)
        if len(lacking) + gone <= MOST_CHANGED:
            small = next((search for search in former[1:] if tuple(search.secrets) == lacking), None)
            return (large, small or Search(lacking)) if lacking else (large,)
    return (Search(secrets, keeps=keeps),)
