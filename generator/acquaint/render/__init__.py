"""From profiles to the files of an edition, one after the other: pages, pictures, data."""

from collections.abc import Iterator

from acquaint.config import Community
from acquaint.profiles import InternalDirectory, PublicDirectory
from acquaint.render import pages
from acquaint.render.asks import asks_pages
from acquaint.render.cards import Cards
from acquaint.render.data import members_data
from acquaint.render.facets import gather
from acquaint.render.frame import Frame
from acquaint.render.helping import Helping
from acquaint.render.note import with_note
from acquaint.render.offers import offers_pages
from acquaint.render.people import Person, from_internal, from_public
from acquaint.render.robots import robots
from acquaint.render.searching import search_data
from acquaint.render.site import Site, browsable
from acquaint.rendered import Rendered
from acquaint.theme import Theme


def render_public(directory: PublicDirectory, community: Community, theme: Theme) -> Iterator[Rendered]:
    """Every file of the public edition, build.json last; the same profiles give the same files in the same order."""
    site = Site(
        community=community,
        environment=theme.public,
        day=directory.day,
        handles=frozenset(profile.handle for profile in directory.profiles),
        browse=browsable(community, internal=False),
    )
    people = tuple(from_public(profile) for profile in directory.profiles)
    return with_note(_files(people, site, theme), site)


def render_internal(directory: InternalDirectory, community: Community, theme: Theme) -> Iterator[Rendered]:
    """Every file of the internal edition, build.json last: the same pages plus what only members see."""
    site = Site(
        community=community,
        environment=theme.internal,
        day=directory.day,
        handles=frozenset(profile.public.handle for profile in directory.profiles),
        browse=browsable(community, internal=True),
        internal=True,
    )
    order = tuple(community.fields.values())
    people = tuple(from_internal(profile, order) for profile in directory.profiles)
    return with_note(_files(people, site, theme), site, directory.commit)


def _files(people: tuple[Person, ...], site: Site, theme: Theme) -> Iterator[Rendered]:
    frame = Frame(site)
    cards = Cards(people, site)
    facets = gather(people, site)
    yield from pages.directory_pages(people, facets, cards, frame, site)
    helping = Helping(people, site)
    yield from pages.member_pages(people, helping, frame, site)
    yield from asks_pages(people, helping, frame, site)
    yield from offers_pages(people, helping, frame, site)
    for facet in facets:
        yield from pages.facet_pages(facet, cards, frame, site)
    yield pages.missing_page(theme, site)
    yield Rendered("assets/style.css", theme.stylesheet())
    yield Rendered("assets/icon.svg", theme.asset("icon.svg"))
    yield from (Rendered(f"assets/{name}", content) for name, content in theme.scripts())
    yield from members_data(people, site)
    yield from search_data(people, facets, cards, site)
    yield robots(site)
