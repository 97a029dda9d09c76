"""From profiles to the files of an edition, one after the other: pages in every language, pictures, data."""

from collections.abc import Iterator
from datetime import date

from acquaint.config import Community
from acquaint.profiles import InternalDirectory, PublicDirectory
from acquaint.render import pages
from acquaint.render.about import about_page
from acquaint.render.asks import asks_pages
from acquaint.render.cards import Cards
from acquaint.render.facets import gather, row
from acquaint.render.frame import Frame, below
from acquaint.render.helping import Helping, meet, named_on_pages
from acquaint.render.interface import Interface, interface_of
from acquaint.render.joining.drafts import drafts
from acquaint.render.joining.page import join_files
from acquaint.render.joining.poster import poster_files
from acquaint.render.machines.data import members_data
from acquaint.render.machines.feeds import feeds
from acquaint.render.machines.manifest import manifest
from acquaint.render.machines.note import with_note
from acquaint.render.machines.papers import papers
from acquaint.render.machines.robots import robots
from acquaint.render.machines.searching import search_data
from acquaint.render.machines.sitemap import Sitemap
from acquaint.render.missing import missing_page
from acquaint.render.neighbours import Related
from acquaint.render.offers import offers_pages
from acquaint.render.own_pages import own_pages
from acquaint.render.people import Person, from_internal, from_public, named
from acquaint.render.shared import shared_files
from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.store import FORGETFUL, Store
from acquaint.template_errors import telling_errors
from acquaint.theme import Theme


def render_public(
    directory: PublicDirectory, community: Community, theme: Theme, store: Store = FORGETFUL
) -> Iterator[Rendered]:
    """Every file of the public edition, build.json last; the same profiles give the same files in the same order."""
    handles = frozenset(profile.handle for profile in directory.profiles)
    oldest_ask = community.oldest_ask(directory.day)
    people = tuple(
        store.of(from_public, profile, named(profile.values) & handles, oldest_ask) for profile in directory.profiles
    )
    sites = _sites(directory.day, community, theme, store, internal=False)
    return telling_errors(with_note(_files(people, sites, theme, store), sites[0], store), theme.templates)


def render_internal(
    directory: InternalDirectory, community: Community, theme: Theme, store: Store = FORGETFUL
) -> Iterator[Rendered]:
    """Every file of the internal edition, build.json last: the same pages plus what only members see."""
    handles = frozenset(profile.public.handle for profile in directory.profiles)
    order, oldest_ask = tuple(community.fields), community.oldest_ask(directory.day)
    people = tuple(
        store.of(from_internal, profile, order, named(profile.public.values, profile.values) & handles, oldest_ask)
        for profile in directory.profiles
    )
    sites = _sites(directory.day, community, theme, store, internal=True)
    files = with_note(_files(people, sites, theme, store), sites[0], store, directory.commit)
    return telling_errors(files, theme.templates)


def _sites(day: date, community: Community, theme: Theme, store: Store, *, internal: bool) -> tuple[Site, ...]:
    """The edition in each language of the community, the one at the root first."""
    behind = papers(theme.stylesheet().decode())
    return tuple(
        Site(
            community=community,
            interface=_interface(community, theme, language, store, internal=internal),
            day=day,
            told=theme.words(language, "messages"),
            papers=behind,
        )
        for language in community.languages
    )


def _interface(community: Community, theme: Theme, language: str, store: Store, *, internal: bool) -> Interface:
    found = store.same(interface_of(community, theme, language, internal=internal))
    found.forget()
    return found


def _files(people: tuple[Person, ...], sites: tuple[Site, ...], theme: Theme, store: Store) -> Iterator[Rendered]:
    met = meet(people, sites[0].interface, store)
    sitemap = Sitemap(sites)
    for site in sites:
        called = [store.of(named_on_pages, person, site.interface) for person in people]
        helping = Helping(people, met, site.interface, called)
        yield from sitemap.noting(_in_one_language(people, helping, site, store), site)
    yield from pages.pictures(people)
    yield from members_data(people, sites[0].interface, store)
    if not sites[0].interface.internal:
        yield from drafts(people, sites[0].interface, store)
    yield missing_page(theme, sites)
    yield from shared_files(theme, sites)
    yield from sitemap.files()
    yield robots(sites[0])


def _in_one_language(people: tuple[Person, ...], helping: Helping, site: Site, store: Store) -> Iterator[Rendered]:
    frame = Frame(site, store)
    cards = Cards(people, site.interface, store)
    rows = tuple(store.of(row, person, site.interface) for person in people)
    facets = gather(rows, site.interface)
    yield from pages.directory_pages(people, facets, cards, frame, site)
    yield from pages.member_pages(people, helping, frame, site)
    yield from asks_pages(people, helping, frame, site)
    yield from offers_pages(people, helping, frame, site)
    related = Related(rows, store)
    for facet in facets:
        yield from pages.facet_pages(facet, cards, related, frame, site)
    yield about_page(people, facets, frame, site)
    yield from own_pages(frame, site)
    if not site.interface.internal:
        yield from join_files(people, site, store)
        yield from poster_files(frame, site)
    for file in (*search_data(people, facets, cards, site, store), *feeds(people, site), manifest(site)):
        yield below(site.interface.folder, file)
