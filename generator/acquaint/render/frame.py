"""What is around every page: rendered once for each depth, then filled; it has no count and no date."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from acquaint.errors import UsageError
from acquaint.render import addresses
from acquaint.render.community import CommunityView, community_view
from acquaint.render.components import label
from acquaint.render.naming import Text, locale, own_name, writing_direction
from acquaint.render.site import Site
from acquaint.rendered import Rendered

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


class Frame:
    """The frames of one edition in one language."""

    def __init__(self, site: Site, policy: str = POLICY) -> None:
        """A frame is rendered when the first page of its depth asks for it; all its pages have the same `policy`."""
        self._site = site
        self._policy = policy
        self._pieces: dict[str, tuple[str, ...]] = {}
        preview = site.interface.environment.get_template("components/preview.html")
        self._preview = preview.render(base_url=site.base_url)

    def page(self, template: str, folder: str, view: object, owner: str | None = None) -> Rendered:
        """The page in `folder`: the macros title, description, head and content of `template`, in their frame."""
        interface = self._site.interface
        slots = {name: str(interface.macro(template, name)(view)) for name in _MACROS}
        module = interface.environment.get_template(template).module
        for name in ("title", "description"):
            slots[name] = " ".join(slots[name].split())
        slots["head"] = str(interface.macro(template, "head")(view)) if hasattr(module, "head") else self._preview
        slots["address"] = quote(folder)
        pieces = self._pieces_for(folder)
        filled = "".join(slots[piece] if index % 2 else piece for index, piece in enumerate(pieces))
        return Rendered(f"{interface.folder}{folder}index.html", filled.encode(), owner)

    def _pieces_for(self, folder: str) -> tuple[str, ...]:
        """The frame cut at its slots: every second piece is the name of one."""
        root = addresses.root(folder)
        if root not in self._pieces:
            html = self._site.interface.environment.get_template("base.html").render(
                frame=_view(folder, self._site, self._policy)
            )
            pieces = tuple(_SLOT.split(html))
            if "content" not in pieces[1::2]:
                raise UsageError("templates/base.html: frame.content isn't shown as it is")
            self._pieces[root] = pieces
        return self._pieces[root]


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
        browse=tuple((label(spec, interface), root + addresses.facet(spec.name)) for spec in interface.browse),
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
