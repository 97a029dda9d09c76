"""The pages of people: the directory, members, and those who share a value."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from markupsafe import Markup

from acquaint.profiles import checksum
from acquaint.render import addresses
from acquaint.render.cards import Cards, face_view, placed
from acquaint.render.community import CommunityView, community_view
from acquaint.render.facets import Facet, by_number, facet_view
from acquaint.render.frame import Frame, Slots, draw
from acquaint.render.helping import Helping
from acquaint.render.interface import Interface
from acquaint.render.letters import LettersView, letters_view
from acquaint.render.meeting import MeetingView, meeting_of
from acquaint.render.member import member_view
from acquaint.render.mine import mine_link
from acquaint.render.naming import Text
from acquaint.render.neighbours import Related
from acquaint.render.pagination import Pages, chunks
from acquaint.render.people import Person
from acquaint.render.previews import PassedOn, linked_data, passed_on, preview_picture
from acquaint.render.site import Site
from acquaint.render.today import faces_of_the_day
from acquaint.render.views import FacetView, FaceView, MemberView, RelatedView, ValueView
from acquaint.rendered import Rendered
from acquaint.shown import Plain, ShownPicture


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """One page of everybody; the first has how many there are, ways to browse and to join, and a few faces.

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

    `mine` leads to what they do with their entry. `picture` is their picture's absolute address, and `data` JSON-LD,
    each "" where there is none; nothing is `passed` on of whom strangers don't see.
    """

    community: CommunityView
    root: str
    member: MemberView
    meeting: MeetingView
    copy: LettersView
    mine: str
    picture: str
    data: Markup
    passed: PassedOn | None


@dataclass(frozen=True, slots=True)
class Around:
    """What of the community stands on each member's page.

    `address` is where the public edition is, and `base_url` where this one is.
    """

    community: CommunityView
    title: str
    address: str
    base_url: str


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

    On the first page `count` is how many there are in all, and `related` what many of them share besides; further
    pages, where `count` is 0, stay as they are when somebody comes.
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


def directory_pages(
    people: tuple[Person, ...], facets: tuple[Facet, ...], cards: Cards, frame: Frame, site: Site
) -> Iterator[Rendered]:
    """The directory, 60 cards a page; one page, and a friendly one, if there is nobody."""
    handles, dated = tuple(person.handle for person in people), sum(person.joined is not None for person in people)
    community = community_view(site)
    for pages, folder, shown in chunks("", handles, dated, checksum):
        view = DirectoryPage(community, 0, (), pages, (), (), zones=False)
        if not pages.name:
            view = replace(
                view,
                count=len(people),
                facets=tuple(facet_view(facet, "") for facet in facets if facet.values),
                faces=tuple(face_view(person, site.interface) for person in faces_of_the_day(people, site.day)),
                zones=any(isinstance(person.values.get("timezone"), Plain) for person in people),
            )
        drawn = frame.store.of(draw_directory, view, cards.those_of(shown), folder, site.interface)
        yield frame.fill(drawn, folder)


def member_pages(people: tuple[Person, ...], helping: Helping, frame: Frame, site: Site) -> Iterator[Rendered]:
    """Each member's page."""
    around = Around(community_view(site), site.title, site.community.base_url, site.base_url)
    for person in people:
        meeting = frame.store.of(meeting_of, person, *helping.met(person.handle), site.interface)
        drawn = frame.store.of(draw_member, person, meeting, around, site.interface)
        yield frame.fill(drawn, addresses.member(person.handle), person.handle)


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
        at = addresses.facet_value(facet.name, value.slug)
        for pages, place, shown in chunks(at, value.handles, value.dated, checksum):
            root, first = addresses.root(place), not pages.name
            view = FacetPage(
                community=community,
                root=root,
                index=root + folder,
                asked=f"{facet.name}={quote(value.slug)}",
                field=facet.name,
                label=facet.label,
                value=value.text,
                related=related.of(facet.name, value, root) if first else (),
                count=len(value.handles) if first else 0,
                cards=(),
                pages=pages,
            )
            drawn = frame.store.of(draw_facet, view, cards.those_of(shown), place, site.interface)
            yield frame.fill(drawn, place)


def draw_directory(view: DirectoryPage, cards: tuple[str, ...], folder: str, interface: Interface) -> Slots:
    """A page of everybody with these cards on it."""
    view = replace(view, cards=tuple(placed(card, folder) for card in cards))
    return draw("pages/directory.html", view, interface)


def draw_facet(view: FacetPage, cards: tuple[str, ...], folder: str, interface: Interface) -> Slots:
    """A page of those who share a value with these cards on it."""
    view = replace(view, cards=tuple(placed(card, folder) for card in cards))
    return draw("pages/facet.html", view, interface)


def draw_member(person: Person, meeting: MeetingView, around: Around, interface: Interface) -> Slots:
    """A member's page."""
    address = around.address
    view = MemberPage(
        community=around.community,
        root=addresses.root(addresses.member(person.handle)),
        member=member_view(person, interface),
        meeting=meeting,
        copy=letters_view(person, around.title, address, interface),
        mine=mine_link(person),
        picture=preview_picture(person, around.base_url),
        data=linked_data(person, address, interface),
        passed=passed_on(person, address, interface),
    )
    return draw("pages/member.html", view, interface)
