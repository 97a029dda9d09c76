"""/join/poster/: a page to print, with the address of the form as a QR code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from acquaint.render import addresses
from acquaint.render.community import CommunityView, community_view
from acquaint.render.frame import Frame
from acquaint.render.site import Site
from acquaint.rendered import Rendered

FOLDER = f"{addresses.JOIN}poster/"
CODE = f"{addresses.JOIN}qr.svg"
QUIET = 4
"""Modules of white around the code; without them phones don't find it."""
_MODULE = 10
"""Pixels of a module where no style says otherwise."""


@dataclass(frozen=True, slots=True)
class PosterPage:
    """What the poster says of one community.

    `code` is the QR code's file, `size` its width and height in pixels and `address` what it says, without https://;
    "" and 0 where nobody knows the address of the site. `by_message`: an introduction may be sent as a message.
    """

    community: CommunityView
    base_url: str
    shared: str
    code: str
    size: int
    address: str
    by_message: bool


def poster_files(frame: Frame, site: Site) -> Iterator[Rendered]:
    """The poster in the language of `site` and, where the site has an address, the QR code of the form's."""
    root = addresses.root(FOLDER)
    address = f"{site.base_url}{site.interface.folder}{addresses.JOIN}" if site.base_url else ""
    drawn, size = qr_code(address) if address else (b"", 0)
    view = PosterPage(
        community=community_view(site),
        base_url=site.base_url,
        shared=root + site.interface.up,
        code="../qr.svg" if address else "",
        size=size,
        address=re.sub("^https?://", "", address),
        by_message="message" in site.community.doors,
    )
    yield frame.page("pages/poster.html", FOLDER, view)
    if address:
        yield Rendered(f"{site.interface.folder}{CODE}", drawn)


def qr_code(address: str) -> tuple[bytes, int]:
    """`address` as an SVG picture, dark on white on every page, and its width in pixels; a quarter may be lost."""
    import segno  # Only this page needs it.

    code = segno.make(address, error="q", boost_error=False, micro=False)
    out = BytesIO()
    code.save(out, kind="svg", scale=_MODULE, border=QUIET, dark="#000", light="#fff", xmldecl=False, nl=False)
    return out.getvalue(), len(code.matrix) * _MODULE + 2 * QUIET * _MODULE
