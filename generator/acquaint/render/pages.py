"""Every page of an edition: the directory, members, facets, and the one for addresses that don't exist."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from markupsafe import Markup

from acquaint.render import addresses
from acquaint.render.cards import Cards
from acquaint.render.community import CommunityView, community_view
from acquaint.render.facets import Facet, by_number, facet_view
from acquaint.render.frame import POLICY, Frame
from acquaint.render.helping import Helping
from acquaint.render.letters import LettersView, letters_view
from acquaint.render.meeting import MeetingView, meeting_view
from acquaint.render.member import member_view
from acquaint.render.naming import INTERFACE, Text
from acquaint.render.pagination import Pages, chunks
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.views import FacetView, MemberView, ValueView
from acquaint.rendered import Rendered
from acquaint.shown import Plain, ShownPicture
from acquaint.theme import Theme


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """One page of everybody; ways to browse and to join stand on the first. `zones`: somebody tells their time zone."""

    community: CommunityView
    count: int
    cards: tuple[Markup, ...]
    pages: Pages
    facets: tuple[FacetView, ...]
    zones: bool


@dataclass(frozen=True, slots=True)
class MemberPage:
    """One member's page."""

    community: CommunityView
    root: str
    member: MemberView
    meeting: MeetingView
    copy: LettersView


@dataclass(frozen=True, slots=True)
class FacetIndexPage:
    """All values of one field, by how many members have them."""

    community: CommunityView
    root: str
    label: Text
    groups: tuple[tuple[int, tuple[ValueView, ...]], ...]
    total: int


@dataclass(frozen=True, slots=True)
class FacetPage:
    """One page of those who share a value; `index` leads to the field's other values, `asked` is it for the search."""

    community: CommunityView
    root: str
    index: str
    asked: str
    label: Text
    value: Text
    count: int
    cards: tuple[Markup, ...]
    pages: Pages


@dataclass(frozen=True, slots=True)
class MissingPage:
    """The page for addresses that don't exist, which may be shown at any depth: it needs no other file."""

    community: CommunityView
    policy: str
    style: Markup
    home: str
    indexed: bool
    lang: str


def directory_pages(
    people: tuple[Person, ...], facets: tuple[Facet, ...], cards: Cards, frame: Frame, site: Site
) -> Iterator[Rendered]:
    """The directory, 60 cards a page; one page, and a friendly one, if there is nobody."""
    handles = tuple(person.handle for person in people)
    community = community_view(site)
    for pages, folder, shown in chunks("", handles):
        first = pages.number == 1
        browse = tuple(facet_view(facet, "") for facet in facets if facet.values) if first else ()
        drawn = tuple(cards.of(handle, folder) for handle in shown)
        zones = any(isinstance(person.values.get("timezone"), Plain) for person in people)
        view = DirectoryPage(community, len(people), drawn, pages, browse, zones)
        yield frame.page("pages/directory.html", folder, view)


def member_pages(people: tuple[Person, ...], helping: Helping, frame: Frame, site: Site) -> Iterator[Rendered]:
    """Each member's page, and their picture where they have one."""
    community = community_view(site)
    for person in people:
        folder = addresses.member(person.handle)
        view = MemberPage(
            community=community,
            root=addresses.root(folder),
            member=member_view(person, site),
            meeting=meeting_view(person, helping, site),
            copy=letters_view(person, site),
        )
        yield frame.page("pages/member.html", folder, view, person.handle)
        picture = person.values.get("avatar")
        if isinstance(picture, ShownPicture):
            yield Rendered(addresses.picture(person.handle), picture.content, person.handle)


def facet_pages(facet: Facet, cards: Cards, frame: Frame, site: Site) -> Iterator[Rendered]:
    """The index of one field, and for each of its values those who share it."""
    community, folder = community_view(site), addresses.facet(facet.name)
    index = FacetIndexPage(community, addresses.root(folder), facet.label, by_number(facet), len(facet.values))
    yield frame.page("pages/facet-index.html", folder, index)
    for value in facet.values:
        for pages, place, shown in chunks(addresses.facet_value(facet.name, value.slug), value.handles):
            root = addresses.root(place)
            view = FacetPage(
                community=community,
                root=root,
                index=root + folder,
                asked=f"{facet.name}={quote(value.slug)}",
                label=facet.label,
                value=value.text,
                count=len(value.handles),
                cards=tuple(cards.of(handle, place) for handle in shown),
                pages=pages,
            )
            yield frame.page("pages/facet.html", place, view)


def missing_page(theme: Theme, site: Site) -> Rendered:
    """404.html, its style inside and allowed by its hash."""
    style = theme.asset("css/404.css").decode()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    view = MissingPage(
        community=community_view(site),
        policy=POLICY.replace("style-src 'self'", f"style-src 'sha256-{digest}'"),
        style=Markup(style),
        home=site.base_url or "/",
        indexed=site.may_be_indexed,
        lang=INTERFACE,
    )
    html = site.environment.get_template("pages/404.html").render(page=view)
    return Rendered("404.html", html.encode())
