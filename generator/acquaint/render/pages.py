"""Every page of an edition: the directory, members, facets, and the one for addresses that don't exist."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from markupsafe import Markup

from acquaint.render import addresses
from acquaint.render.cards import Cards, face_view
from acquaint.render.community import CommunityView, community_view
from acquaint.render.facets import Facet, by_number, facet_view
from acquaint.render.frame import POLICY, Frame
from acquaint.render.helping import Helping
from acquaint.render.letters import LettersView, letters_view
from acquaint.render.meeting import MeetingView, meeting_view
from acquaint.render.member import member_view
from acquaint.render.naming import Text, writing_direction
from acquaint.render.neighbours import Related
from acquaint.render.pagination import Pages, chunks
from acquaint.render.people import Person
from acquaint.render.previews import linked_data, preview_picture, share_card
from acquaint.render.site import Site
from acquaint.render.today import faces_of_the_day
from acquaint.render.views import FacetView, FaceView, MemberView, RelatedView, ValueView
from acquaint.rendered import Rendered
from acquaint.shown import Plain, ShownPicture
from acquaint.theme import Theme


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """One page of everybody; the first has ways to browse and to join, and a few faces.

    `zones`: somebody tells their time zone.
    """

    community: CommunityView
    count: int
    cards: tuple[Markup, ...]
    pages: Pages
    facets: tuple[FacetView, ...]
    faces: tuple[FaceView, ...]
    zones: bool


@dataclass(frozen=True, slots=True)
class MemberPage:
    """One member's page. What others make of a link to it is of public values only, in both editions.

    `picture` is their picture's absolute address, `data` JSON-LD, `card` what a picture to share is drawn of, each ""
    where there is none.
    """

    community: CommunityView
    root: str
    member: MemberView
    meeting: MeetingView
    copy: LettersView
    picture: str
    data: Markup
    card: Markup


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
    """One page of those who share a value of `field`; `index` leads to its other values, `asked` is it for the search.

    `related` is what many of them share besides.
    """

    community: CommunityView
    root: str
    index: str
    asked: str
    field: str
    label: Text
    value: Text
    related: tuple[RelatedView, ...]
    count: int
    cards: tuple[Markup, ...]
    pages: Pages


@dataclass(frozen=True, slots=True)
class WaysView:
    """Where to go from a page that isn't there, in one language of the site."""

    lang: str
    direction: str
    folder: str
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
        faces = tuple(face_view(person, site) for person in faces_of_the_day(people, site.day)) if first else ()
        view = DirectoryPage(community, len(people), drawn, pages, browse, faces, zones)
        yield frame.page("pages/directory.html", folder, view)


def member_pages(people: tuple[Person, ...], helping: Helping, frame: Frame, site: Site) -> Iterator[Rendered]:
    """Each member's page."""
    community = community_view(site)
    for person in people:
        folder = addresses.member(person.handle)
        view = MemberPage(
            community=community,
            root=addresses.root(folder),
            member=member_view(person, site),
            meeting=meeting_view(person, helping, site),
            copy=letters_view(person, site),
            picture=preview_picture(person, site),
            data=linked_data(person, site),
            card=share_card(person, site),
        )
        yield frame.page("pages/member.html", folder, view, person.handle)


def pictures(people: tuple[Person, ...]) -> Iterator[Rendered]:
    """Each member's picture, for those who have one."""
    for person in people:
        picture = person.values.get("avatar")
        if isinstance(picture, ShownPicture):
            yield Rendered(addresses.picture(person.handle), picture.content, person.handle)
            yield Rendered(addresses.small_picture(person.handle), picture.small, person.handle)


def facet_pages(facet: Facet, cards: Cards, related: Related, frame: Frame, site: Site) -> Iterator[Rendered]:
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
                field=facet.name,
                label=facet.label,
                value=value.text,
                related=related.of(facet.name, value, root) if pages.number == 1 else (),
                count=len(value.handles),
                cards=tuple(cards.of(handle, place) for handle in shown),
                pages=pages,
            )
            yield frame.page("pages/facet.html", place, view)


def missing_page(theme: Theme, sites: tuple[Site, ...]) -> Rendered:
    """404.html, its style inside and allowed by its hash."""
    style = theme.asset("css/404.css").decode()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    first = sites[0]
    view = MissingPage(
        community=community_view(first),
        policy=POLICY.replace("style-src 'self'", f"style-src 'sha256-{digest}'"),
        style=Markup(style),
        home=first.base_url or "/",
        indexed=first.may_be_indexed,
        lang=first.words.language,
        direction=writing_direction(first.words.language),
        ways=tuple(_ways_on(site) for site in sites),
    )
    html = first.environment.get_template("pages/404.html").render(page=view)
    return Rendered("404.html", html.encode())


def _ways_on(site: Site) -> WaysView:
    return WaysView(
        lang=site.words.language,
        direction=writing_direction(site.words.language),
        folder=site.folder,
        everyone=site.say("Everyone"),
        asks=site.say("Asks"),
        offers=site.say("Offers"),
        community=site.say("Community"),
    )
