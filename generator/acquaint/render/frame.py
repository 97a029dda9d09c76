"""What is around every page: rendered once for each depth, then filled; it has no count and no date."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from acquaint.render import addresses
from acquaint.render.community import CommunityView, community_view
from acquaint.render.components import label
from acquaint.render.naming import INTERFACE, Text, writing_direction
from acquaint.render.site import Site
from acquaint.rendered import Rendered

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""What a page may load and do: its own files, no form, no script that writes markup."""

_SLOT = re.compile("<slot ([a-z]+)>")


@dataclass(frozen=True, slots=True)
class FrameView:
    """What base.html receives; each page fills in its own `address`, `title`, `description` and `content`.

    `root` leads to the edition's root, `browse` is (label, address) of every field with pages. `policy` goes into the
    page's Content-Security-Policy.
    """

    community: CommunityView
    policy: str
    root: str
    home: str
    base_url: str
    indexed: bool
    lang: str
    direction: str
    browse: tuple[tuple[Text, str], ...]
    address: Markup
    title: Markup
    description: Markup
    content: Markup


class Frame:
    """The frames of one edition."""

    def __init__(self, site: Site) -> None:
        """A frame is rendered when the first page of its depth asks for it."""
        self._site = site
        self._pieces: dict[str, tuple[str, ...]] = {}

    def page(self, template: str, folder: str, view: object, owner: str | None = None) -> Rendered:
        """The page in `folder`: the macros title, description and content of `template`, in their frame."""
        slots = {name: str(self._site.macro(template, name)(view)) for name in ("title", "description", "content")}
        for name in ("title", "description"):
            slots[name] = " ".join(slots[name].split())
        slots["address"] = quote(folder)
        pieces = self._pieces_for(folder)
        filled = "".join(slots[piece] if index % 2 else piece for index, piece in enumerate(pieces))
        return Rendered(f"{folder}index.html", filled.encode(), owner)

    def _pieces_for(self, folder: str) -> tuple[str, ...]:
        """The frame cut at its slots: every second piece is the name of one."""
        root = addresses.root(folder)
        if root not in self._pieces:
            html = self._site.environment.get_template("base.html").render(frame=_view(folder, self._site))
            self._pieces[root] = tuple(_SLOT.split(html))
        return self._pieces[root]


def _view(folder: str, site: Site) -> FrameView:
    root = addresses.root(folder)
    return FrameView(
        community=community_view(site),
        policy=POLICY,
        root=root,
        home=addresses.home(folder),
        base_url=site.base_url,
        indexed=site.may_be_indexed,
        lang=INTERFACE,
        direction=writing_direction(INTERFACE),
        browse=tuple((label(spec, site), root + addresses.facet(spec.name)) for spec in site.browse),
        address=_slot("address"),
        title=_slot("title"),
        description=_slot("description"),
        content=_slot("content"),
    )


def _slot(name: str) -> Markup:
    """A mark that no escaped text can spell."""
    return Markup(f"<slot {name}>")
