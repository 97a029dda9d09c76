"""What the pages say of the community itself."""

from dataclasses import dataclass

from acquaint.render import addresses
from acquaint.render.naming import Text
from acquaint.render.site import Site

LOGO_SHOWN = 40
"""Pixels of a logo's height at the head of a page."""


@dataclass(frozen=True, slots=True)
class CommunityView:
    """The community for the templates; `invite` is "" where there is none, or no longer.

    `logo` is the logo's address below the edition's root, "" without one, `logo_width` its width at the page's head.
    """

    title: Text
    description: Text | None
    reach_email: str
    reach_text: Text | None
    join_how: Text | None
    invite: str
    invite_until: str | None
    logo: str
    logo_width: int


def community_view(site: Site) -> CommunityView:
    """The community in the language of the pages, on the build day."""
    community, join = site.community, site.community.join
    is_open = bool(join.invite) and (join.until is None or site.day <= join.until)
    return CommunityView(
        title=site.interface.picked(community.title),
        description=site.interface.picked(community.description) if community.description else None,
        reach_email=community.reach.email,
        reach_text=site.interface.picked(community.reach.text) if community.reach.text else None,
        join_how=site.interface.picked(join.how) if join.how else None,
        invite=join.invite if is_open else "",
        invite_until=site.interface.day_of(join.until) if is_open and join.until else None,
        logo=addresses.LOGO if community.look.logo else "",
        logo_width=round(LOGO_SHOWN * community.look.logo.width / community.look.logo.height)
        if community.look.logo
        else 0,
    )
