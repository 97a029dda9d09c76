"""The page for addresses that don't exist: it may be shown at any depth, so it stands alone."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from acquaint.render.community import CommunityView, community_view
from acquaint.render.frame import POLICY
from acquaint.render.look import missing_css
from acquaint.render.naming import writing_direction
from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.theme import Theme

_STYLE = "css/404.css"


@dataclass(frozen=True, slots=True)
class WaysView:
    """Where to go from a page that isn't there, in one language of the site."""

    lang: str
    direction: str
    folder: str
    title: str
    missing: str
    everyone: str
    asks: str
    offers: str
    community: str


@dataclass(frozen=True, slots=True)
class MissingPage:
    """The page for addresses that don't exist, which may be shown at any depth: it needs no other file."""

    community: CommunityView
    policy: str
    style: Markup
    home: str
    indexed: bool
    lang: str
    direction: str
    ways: tuple[WaysView, ...]


def missing_page(theme: Theme, sites: tuple[Site, ...]) -> Rendered:
    """404.html, its style inside and allowed by its hash."""
    first = sites[0]
    look = "" if f"assets/{_STYLE}" in theme.own else missing_css(first.community.look, first.papers)
    style = theme.asset(_STYLE).decode() + look
    digest = b64encode(sha256(style.encode()).digest()).decode()
    view = MissingPage(
        community=community_view(first),
        policy=POLICY.replace("style-src 'self'", f"style-src 'sha256-{digest}'"),
        style=Markup(style),
        home=first.base_url or "/",
        indexed=first.may_be_indexed,
        lang=first.interface.words.language,
        direction=writing_direction(first.interface.words.language),
        ways=tuple(_ways_on(site) for site in sites),
    )
    html = first.interface.environment.get_template("pages/404.html").render(page=view)
    return Rendered("404.html", html.encode())


def _ways_on(site: Site) -> WaysView:
    return WaysView(
        lang=site.interface.words.language,
        direction=writing_direction(site.interface.words.language),
        folder=site.interface.folder,
        title=site.interface.picked(site.community.title).text,
        missing=site.interface.say("There is no page here"),
        everyone=site.interface.say("Everyone"),
        asks=site.interface.say("Asks"),
        offers=site.interface.say("Offers"),
        community=site.interface.say("Community"),
    )
