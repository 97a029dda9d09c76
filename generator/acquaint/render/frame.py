"""What is around every page: rendered once for each depth, then filled; it has no count and no date."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from acquaint.errors import UsageError
from acquaint.render import addresses
from acquaint.render.community import CommunityView, community_view
from acquaint.render.interface import Interface
from acquaint.render.naming import Text, locale, own_name, writing_direction
from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.store import FORGETFUL, Store

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""What a page may load and do: its own files, no form, no script that writes markup."""

_SLOT = re.compile("<slot ([a-z]+)>")
_MACROS = ("title", "description", "content")
"""What every page's template says; it may have a macro `head`, too, in place of components/preview.html."""


@dataclass(frozen=True, slots=True)
class LanguageView:
    """A language of the site: its BCP 47 tag, what its speakers call it, its folder, and whether this page is in it."""

    tag: str
    name: str
    folder: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class FrameView:
    """What base.html receives; each page fills in its own `address`, `title`, `description`, `head` and `content`.

    `root` leads to the root of the page's language, `shared` to the edition's, where assets and pictures are. `ways`
    are the community's own pages in the navigation, `more` those in the footer, `browse` every field with pages, used
    or not (a frame depends on no member), all as (label, address). `languages` is empty for a site in one, `here` is
    the folder of this one, `locale` is `lang` with a country, as Open Graph has it ("" where none is likely). `papers`
    are the colours behind light and dark pages. `policy` goes into the page's Content-Security-Policy.
    """

    community: CommunityView
    policy: str
    root: str
    shared: str
    home: str
    base_url: str
    here: str
    indexed: bool
    internal: bool
    lang: str
    direction: str
    locale: str
    papers: tuple[str, str]
    languages: tuple[LanguageView, ...]
    ways: tuple[tuple[Text, str], ...]
    more: tuple[tuple[Text, str], ...]
    browse: tuple[tuple[Text, str], ...]
    address: Markup
    title: Markup
    description: Markup
    head: Markup
    content: Markup


Slots = tuple[str, str, str, str | None]
"""What a page fills into its frame, as escaped HTML: title, description, content, and head where it has one."""


def draw(template: str, view: object, interface: Interface) -> Slots:
    """The macros title, description, content and head of `template`, filled with `view`."""
    title, description, content = (str(interface.macro(template, name)(view)) for name in _MACROS)
    head = str(interface.macro(template, "head")(view)) if interface.once(_has_head, template) else None
    return " ".join(title.split()), " ".join(description.split()), content, head


def _has_head(template: str, interface: Interface) -> bool:
    return hasattr(interface.environment.get_template(template).module, "head")


def frame_pieces(view: FrameView, interface: Interface) -> tuple[str, ...]:
    """A frame cut at its slots: every second piece is the name of one."""
    pieces = tuple(_SLOT.split(interface.environment.get_template("base.html").render(frame=view)))
    if "content" not in pieces[1::2]:
        raise UsageError("templates/base.html: frame.content isn't shown as it is")
    return pieces


def preview_head(base_url: str, interface: Interface) -> str:
    """What others make of a link to a page that has no head of its own."""
    return interface.environment.get_template("components/preview.html").render(base_url=base_url)


def filled(slots: Slots, pieces: tuple[str, ...], preview: str, path: str, owner: str | None) -> Rendered:
    """The page at `path` (below the edition's root): `slots` in a frame's `pieces`."""
    title, description, content, head = slots
    folder = path.removesuffix("index.html")
    found = {
        "title": title,
        "description": description,
        "content": content,
        "head": preview if head is None else head,
        "address": quote(folder),
    }
    html = "".join(found[piece] if index % 2 else piece for index, piece in enumerate(pieces))
    return Rendered(path, html.encode(), owner)


class Frame:
    """The frames of one edition in one language, and the store that remembers what is filled into them."""

    def __init__(self, site: Site, store: Store = FORGETFUL, policy: str = POLICY) -> None:
        """A frame is rendered when the first page of its depth asks for it; all its pages have the same `policy`."""
        self._site, self._policy = site, policy
        self.store = store
        self._pieces: dict[str, tuple[str, ...]] = {}
        self._preview = store.of(preview_head, site.base_url, site.interface)

    def page(self, template: str, folder: str, view: object, owner: str | None = None) -> Rendered:
        """The page in `folder`: the macros title, description, head and content of `template`, in their frame."""
        return self.fill(self.store.of(draw, template, view, self._site.interface), folder, owner)

    def fill(self, slots: Slots, folder: str, owner: str | None = None) -> Rendered:
        """The page in `folder` of what was drawn for it."""
        page = self.store.of(filled, slots, self._pieces_for(folder), self._preview, f"{folder}index.html", owner)
        return below(self._site.interface.folder, page)

    def _pieces_for(self, folder: str) -> tuple[str, ...]:
        root = addresses.root(folder)
        if root not in self._pieces:
            view = _view(folder, self._site, self._policy)
            self._pieces[root] = self.store.of(frame_pieces, view, self._site.interface)
        return self._pieces[root]


def below(folder: str, file: Rendered) -> Rendered:
    """`file`, whose path is that below the root of its language, in the `folder` of that language."""
    return Rendered(f"{folder}{file.path}", file.content, file.owner) if folder else file


def _view(folder: str, site: Site, policy: str) -> FrameView:
    root, interface = addresses.root(folder), site.interface
    return FrameView(
        community=community_view(site),
        policy=policy,
        root=root,
        shared=root + interface.up,
        home=addresses.home(folder),
        base_url=site.base_url,
        here=interface.folder,
        indexed=site.may_be_indexed,
        internal=interface.internal,
        lang=interface.words.language,
        direction=writing_direction(interface.words.language),
        locale=locale(interface.words.language),
        papers=site.papers,
        languages=languages(site),
        ways=_own_pages(site, root, "navigation"),
        more=_own_pages(site, root, "footer"),
        browse=tuple((interface.label(spec.name), root + addresses.facet(spec.name)) for spec in interface.browse),
        address=_slot("address"),
        title=_slot("title"),
        description=_slot("description"),
        head=_slot("head"),
        content=_slot("content"),
    )


def languages(site: Site) -> tuple[LanguageView, ...]:
    """Every language of the site in the community's order; none where there is nothing to choose."""
    tags = site.community.languages
    if len(tags) == 1:
        return ()
    return tuple(
        LanguageView(
            tag, own_name(tag) or tag, "" if tag == tags[0] else f"{tag.lower()}/", tag == site.interface.language
        )
        for tag in tags
    )


def _own_pages(site: Site, root: str, place: str) -> tuple[tuple[Text, str], ...]:
    return tuple(
        (site.interface.picked(page.title), root + addresses.own_page(page.name))
        for page in site.community.pages
        if page.place == place
    )


def _slot(name: str) -> Markup:
    """A mark that no escaped text can spell."""
    return Markup(f"<slot {name}>")
