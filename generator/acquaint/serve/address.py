"""What a request may ask for: which host it must name, and which file of an edition its path means.

Everything not plainly allowed is refused: a path is cut at its slashes first and each piece decoded once, so no
encoding can bring in another slash.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import quote, unquote

EDITIONS = ("public", "internal")

_HTTP_PORT = 80
_LITERAL = re.compile(r"\[([0-9a-f:.]+)\]|([0-9]+(?:\.[0-9]+){3})")
_PLAIN_TARGET = re.compile(r"/[!-~]*")
# Besides both slashes: what Windows reads as a drive or a stream, and control characters.
_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]')


Tree = Mapping[str, bytes]
"""Both editions: each file by its path, as in `public/index.html`."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The path means a folder but lacks its last slash; `location` has it."""

    location: str


@dataclass(frozen=True, slots=True)
class Names:
    """What a request may call this server by: `known` as they stand in an address, in small letters.

    With `by_address` any IP address will do: where it listens on all of the machine's, nobody knows which of them
    leads here, and none can be made to, as a name can.
    """

    known: frozenset[str]
    by_address: bool = False

    def hold(self, host: str) -> bool:
        """True if `host`, without a port, is one of them."""
        if host in self.known:
            return True
        found = _LITERAL.fullmatch(host) if self.by_address else None
        return found is not None and _is_somewhere(found.group(1) or found.group(2))


LOOPBACK = Names(frozenset({"127.0.0.1", "localhost", "[::1]"}))


def names_this_server(hosts: Sequence[str], port: int, names: Names = LOOPBACK) -> bool:
    """True if a request's Host headers name this server on `port`.

    A foreign name that was made to point here would let its pages read the internal edition.
    """
    if len(hosts) != 1:
        return False
    host, colon, number = hosts[0].strip().lower().rpartition(":")
    if colon and number == str(port):
        return names.hold(host)
    return port == _HTTP_PORT and names.hold(hosts[0].strip().lower())


def _is_somewhere(literal: str) -> bool:
    """True for the IP address of one machine; 0.0.0.0 is nobody's, and browsers take it for this one."""
    try:
        return not ip_address(literal).is_unspecified
    except ValueError:
        return False


def is_plain(target: str) -> bool:
    """True if a request's target begins with a slash and holds visible ASCII only."""
    return _PLAIN_TARGET.fullmatch(target) is not None


def find(tree: Tree, path: str) -> str | Moved | None:
    """The file of `tree` that `path` (percent-encoded, without its query) means, where to go instead, or None.

    A folder means its index.html. Nothing is found but what the tree holds, and no dotfile.
    """
    names = _names(path)
    if names is None or names[0] not in EDITIONS:
        return None
    wants_folder = names[-1] == ""
    place = "/".join(names[:-1] if wants_folder else names)
    index = f"{place}/index.html"
    if wants_folder:
        return index if index in tree else None
    if index in tree:
        return Moved("/" + "/".join(quote(name) for name in names) + "/")
    return place if place in tree else None


def edition_of(path: str) -> str | None:
    """The edition that `path` lies in, if any."""
    return next((edition for edition in EDITIONS if path == f"/{edition}" or path.startswith(f"/{edition}/")), None)


def _names(path: str) -> tuple[str, ...] | None:
    """The decoded pieces between the slashes, the last "" for a folder; None if one is not to be served."""
    try:
        names = tuple(unquote(piece, errors="strict") for piece in path.split("/")[1:])
    except UnicodeDecodeError:
        return None
    folders_and_file = names[:-1] if names[-1:] == ("",) else names
    return names if folders_and_file and all(map(_is_servable, folders_and_file)) else None


def _is_servable(name: str) -> bool:
    """False for nothing, dotfiles and `..`, and for what some system would read as another name."""
    return bool(name) and not name.startswith(".") and not name.endswith((".", " ")) and not _FORBIDDEN.search(name)
