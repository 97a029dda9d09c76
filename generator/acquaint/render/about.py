"""/community/: who is here in numbers, who came lately, who sees what, how to leave, and for whom this is."""

from collections.abc import Iterator
from dataclasses import dataclass

from acquaint.config import FieldSpec
from acquaint.render import addresses
from acquaint.render.cards import face_view
from acquaint.render.charts import ChartView, charts
from acquaint.render.community import CommunityView, community_view
from acquaint.render.components import label
from acquaint.render.facets import Facet
from acquaint.render.frame import Frame
from acquaint.render.interface import may_be_open
from acquaint.render.mine import MineView, mine_view
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.views import FaceView
from acquaint.rendered import Rendered

LATELY = 6
"""How many of the newest members are named."""


@dataclass(frozen=True, slots=True)
class SeenView:
    """Who sees the fields called so: `by` is "everyone", "opened" (strangers, if the member opens it) or "members"."""

    by: str
    labels: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class AboutPage:
    """The community about itself. `lately` are the newest members with the month they joined.

    `mine` is for members who come from their own page. `repository` is where the members' files are, "" where nobody
    needs to know; `feeds` says that there are feeds.
    """

    community: CommunityView
    root: str
    count: int
    charts: tuple[ChartView, ...]
    lately: tuple[tuple[FaceView, str], ...]
    seen: tuple[SeenView, ...]
    fits: tuple[Text, ...]
    does_not_fit: tuple[Text, ...]
    mine: MineView
    repository: str
    feeds: bool


def about_page(people: tuple[Person, ...], facets: tuple[Facet, ...], frame: Frame, site: Site) -> Rendered:
    """The page, of what this edition shows alone."""
    root = addresses.root(addresses.COMMUNITY)
    interface = site.interface
    newest = [(person, person.joined) for person in people if person.joined][:LATELY]
    view = AboutPage(
        community=community_view(site),
        root=root,
        count=len(people),
        charts=tuple(charts(people, facets, root, site)),
        lately=tuple((face_view(person, interface), interface.month_of(day)) for person, day in newest),
        seen=tuple(_seen(site)),
        fits=tuple(interface.picked(words) for words in site.community.welcome.fits),
        does_not_fit=tuple(interface.picked(words) for words in site.community.welcome.does_not_fit),
        mine=mine_view(site.community.base_url, site.forge, site.interface),
        repository=_repository(site),
        feeds=bool(site.base_url),
    )
    return frame.page("pages/community.html", addresses.COMMUNITY, view)


def _repository(site: Site) -> str:
    """The address of a private repository is for members: strangers could only wonder what is in there."""
    repository = site.community.repository
    return repository.url if site.interface.internal or repository.visibility == "public" else ""


def _seen(site: Site) -> Iterator[SeenView]:
    """Every field of the schema, under who sees it."""
    found: dict[str, list[Text]] = {"everyone": [], "opened": [], "members": []}
    for spec in site.community.fields.values():
        found[_by(spec)].append(label(spec, site.interface))
    return (SeenView(by, tuple(labels)) for by, labels in found.items() if labels)


def _by(spec: FieldSpec) -> str:
    if spec.visibility == "everyone":
        return "everyone"
    return "opened" if may_be_open(spec) else "members"
