"""Where the preview listens: on this machine alone, or where others reach it, and by which names it may be called."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from acquaint.errors import UsageError
from acquaint.serve.address import LOOPBACK, Names

HERE = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Place:
    """An `address` of `family` to listen on.

    `host` is how it stands in the address of a page, `names` are what a request may call it by, and `is_open` says that
    other machines may reach it.
    """

    address: str
    family: socket.AddressFamily
    host: str
    names: Names
    is_open: bool

    @property
    def is_everywhere(self) -> bool:
        """True if it is all of the machine's addresses."""
        return self.names.by_address


def place_of(given: str, machine: Callable[[], str] = socket.gethostname) -> Place:
    """The place that somebody called `given`: an IP address, or a name that leads to one of this machine's.

    Raises UsageError if nobody knows it.
    """
    try:
        found = socket.getaddrinfo(given, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise UsageError(f"nobody knows the address {given}; --host takes one of this machine's own") from error
    family, *_, where = found[0]
    address = str(where[0])
    number = ip_address(address.partition("%")[0])
    if number.is_loopback:
        return Place(address, family, _bracketed(number), LOOPBACK, is_open=False)
    # In the net around a machine it is often called by its first name alone.
    own = machine().strip().strip(".").lower()
    first = own.partition(".")[0]
    called = {own, first, f"{first}.local"} if first else set()
    if number.is_unspecified:
        return Place(address, family, first or HERE, Names(LOOPBACK.known | called, by_address=True), is_open=True)
    known = LOOPBACK.known | called | {_bracketed(number), given.lower()}
    return Place(address, family, _bracketed(number), Names(known), is_open=True)


def _bracketed(number: IPv4Address | IPv6Address) -> str:
    return f"[{number}]" if number.version == 6 else str(number)
