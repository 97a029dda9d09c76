"""What the pages say of the community itself."""

from dataclasses import dataclass

from acquaint.render.naming import Text, day_of, text
from acquaint.render.site import Site
from acquaint.shown import Words


@dataclass(frozen=True, slots=True)
class CommunityView:
    """The community for the templates; `invite` is "" where there is none, or no longer."""

    title: Text
    description: Text | None
    reach_email: str
    reach_text: Text | None
    join_how: Text | None
    invite: str
    invite_until: str | None


def community_view(site: Site) -> CommunityView:
    """The community in the language of the pages, on the build day."""
    community, join = site.community, site.community.join
    is_open = bool(join.invite) and (join.until is None or site.day <= join.until)
    return CommunityView(
        title=_picked(community.title, site.language),
        description=_picked(community.description, site.language) if community.description else None,
        reach_email=community.reach.email,
        reach_text=_picked(community.reach.text, site.language) if community.reach.text else None,
        join_how=_picked(join.how, site.language) if join.how else None,
        invite=join.invite if is_open else "",
        invite_until=day_of(join.until) if is_open and join.until else None,
    )


def _picked(words: Words, language: str) -> Text:
    lang, picked = words.pick(language)
    return text(picked, lang)
