"""build.json: the day of a build and the digest of everything else in its tree."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256

from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.store import FORGETFUL, Store


def with_note(
    files: Iterable[Rendered], site: Site, store: Store = FORGETFUL, commit: str | None = None
) -> Iterator[Rendered]:
    """`files`, one after the other, then build.json; `commit` is for the internal edition only.

    The digest is SHA-256 over a line for each file, sorted by path: the hex SHA-256 of its content, two spaces, its
    path, a line feed. `sha256sum` over the sorted paths prints the same lines.
    """
    hashes: dict[str, str] = {}
    for file in files:
        hashes[file.path] = store.of(checksum, file.content)
        yield file
    lines = "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes))
    said = {"version": 1, "day": site.day.isoformat(), "digest": sha256(lines.encode()).hexdigest()}
    if site.interface.internal and commit is not None:
        said["commit"] = commit
    yield Rendered("build.json", (json.dumps(said, indent=2) + "\n").encode())


def checksum(content: bytes) -> str:
    """The hex SHA-256 of a file."""
    return sha256(content).hexdigest()
