"""The community's own pages: a code of conduct, a legal notice, whatever it has to say."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from acquaint.render import addresses
from acquaint.render.community import CommunityView, community_view
from acquaint.render.frame import Frame
from acquaint.render.naming import Text
from acquaint.render.site import Site
from acquaint.render.views import ProseView
from acquaint.rendered import Rendered


@dataclass(frozen=True, slots=True)
class OwnPageView:
    """One page the community wrote, in the page's language where there is a version of it."""

    community: CommunityView
    root: str
    title: Text
    description: Text | None
    text: ProseView


def own_pages(frame: Frame, site: Site) -> Iterator[Rendered]:
    """Each of them, in the community's order."""
    community = community_view(site)
    for page in site.community.pages:
        folder = addresses.own_page(page.name)
        lang, html, _ = page.text.pick(site.interface.language)
        view = OwnPageView(
            community=community,
            root=addresses.root(folder),
            title=site.interface.picked(page.title),
            description=site.interface.picked(page.description) if page.description else None,
            text=ProseView(Markup(html), site.interface.text("", lang).lang),
        )
        yield frame.page("pages/own-page.html", folder, view)
