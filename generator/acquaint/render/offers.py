"""/offers/: what members would gladly do for others, by theme. docs/design.md says what stands on which page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from acquaint.profiles import checksum
from acquaint.render import addresses
from acquaint.render.community import CommunityView, community_view
from acquaint.render.facets import most_used
from acquaint.render.frame import Frame
from acquaint.render.helping import Helping, Named, entries_of, tags_of
from acquaint.render.naming import Text
from acquaint.render.pagination import MOST, Pages, chunks
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.search import SortKey, sort_key

THEMES_BY = ("skills", "interests")
"""Fields whose tags are themes, the first where a tag is of both."""

A_THEME = 12
"""How many offers a theme needs for a page of its own, where all offers don't stand on one."""

MOST_THEMES = 40
"""How many themes the first page names at once, before one asks for the others."""

ThemeLink = tuple[Text | None, str, int]
"""A theme's name, None for what has none; where its offers stand; and how many there are."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One offer and everybody who makes it in these words; `private` as in Item."""

    text: Text
    people: tuple[tuple[Named, bool], ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme and its offers on one page. `slug` is "" for those that have none; `href` leads to who has the tag."""

    slug: str
    name: Text | None
    href: str | None
    offers: tuple[Offered, ...]


@dataclass(frozen=True, slots=True)
class OffersPage:
    """One page of offers. `own` says that it is a theme's own, which is then all that is `shown`.

    `themes` are (name, where it stands, how many offers), those with most first, and `more_themes` the rest of them:
    they stand on the first page alone, since every offer changes them.
    """

    community: CommunityView
    root: str
    own: bool
    shown: tuple[ThemeView, ...]
    themes: tuple[ThemeLink, ...]
    more_themes: tuple[ThemeLink, ...]
    pages: Pages


@dataclass(frozen=True, slots=True)
class _Offer:
    """What is said in the same words under one theme, and by whom; `at` is the place of the first who does."""

    theme: str
    offered: Offered
    at: int


class Offers:
    """Every offer of an edition under its theme. A theme is a tag of the directory."""

    def __init__(self, people: tuple[Person, ...], helping: Helping, site: Site) -> None:
        """An offer stands under the first of its member's own tags that it names, else of others'; or under none."""
        self._names, self._fields = _names(people, site)
        self._site = site
        self.counts: Counter[str] = Counter()
        said: dict[tuple[str, Text], list[tuple[Named, bool]]] = {}
        for person in people:
            for number, (entry, private) in enumerate(entries_of("offers", person)):
                theme = self._theme(helping.themes(person.handle, number), person)
                self.counts[theme] += 1
                same = said.setdefault((theme, site.interface.text(entry.text, entry.lang)), [])
                same.append((helping.named(person.handle), private))
        offers = [_Offer(theme, Offered(text, tuple(who)), at) for at, ((theme, text), who) in enumerate(said.items())]
        self.all = sorted(offers, key=lambda offer: (_spread(offer), offer.theme, offer.offered.text.text, offer.at))

    def lists(self) -> Iterator[tuple[str, tuple[_Offer, ...]]]:
        """Each list by its theme: first of what shares pages, "", then of each theme with many offers."""
        texts = Counter(offer.theme for offer in self.all if offer.theme)
        large = {theme for theme, n in texts.items() if n >= A_THEME} if len(self.all) > MOST else set()
        yield "", tuple(offer for offer in self.all if offer.theme not in large)
        for theme in sorted(large):
            own = (offer for offer in self.all if offer.theme == theme)
            yield theme, tuple(sorted(own, key=lambda offer: (_among_its_own(offer), offer.offered.text.text)))

    def view(self, theme: str, offers: list[_Offer], root: str) -> ThemeView:
        """The theme and those of its offers that stand on one page, the newest members' first."""
        field = self._fields.get(theme, "")
        return ThemeView(
            slug=theme,
            name=self._names.get(theme),
            href=root + addresses.facet_value(field, theme) if self._site.interface.has_pages_for(field) else None,
            offers=tuple(offer.offered for offer in sorted(offers, key=lambda offer: offer.at)),
        )

    def by_name(self, theme: str) -> tuple[bool, SortKey, str]:
        """What themes are sorted by on a page: as the language sorts their names, and last what has none."""
        name = self._names[theme].text if theme else ""
        return not theme, sort_key(name, self._site.interface.language), theme

    def _theme(self, slugs: tuple[str, ...], person: Person) -> str:
        own = [tag.slug for field in THEMES_BY for tag in tags_of(field, person)]
        known = [slug for slug in slugs if slug in self._fields]

        def place(slug: str) -> tuple[int, int, str]:
            return own.index(slug) if slug in own else len(own), THEMES_BY.index(self._fields[slug]), slug

        return min(known, key=place, default="")

    def link(self, theme: str, href: str) -> ThemeLink:
        """The theme as the first page names it."""
        return self._names.get(theme), href, self.counts[theme]


def offers_pages(people: tuple[Person, ...], helping: Helping, frame: Frame, site: Site) -> Iterator[Rendered]:
    """Every offer: one page, and a friendly one, if there is none; of many, pages that share themes or have one."""
    community = community_view(site)
    offers = Offers(people, helping, site)
    lists = list(offers.lists())
    themes = _index(offers, lists)
    for theme, listed in lists:
        folder = addresses.offers_of(theme) if theme else addresses.OFFERS
        for pages, place, shown in chunks(folder, listed, 0, _among_its_own if theme else _spread):
            root = addresses.root(place)
            named = () if theme or pages.name else themes
            view = OffersPage(
                community=community,
                root=root,
                own=bool(theme),
                shown=tuple(_shown(shown, offers, root)),
                themes=named[:MOST_THEMES],
                more_themes=named[MOST_THEMES:],
                pages=pages,
            )
            yield frame.page("pages/offers.html", place, view)


def _shown(shown: tuple[_Offer, ...], offers: Offers, root: str) -> Iterator[ThemeView]:
    """What stands on one page, by theme."""
    for theme, group in groupby(
        sorted(shown, key=lambda offer: offers.by_name(offer.theme)), key=lambda offer: offer.theme
    ):
        yield offers.view(theme, list(group), root)


def _index(offers: Offers, lists: list[tuple[str, tuple[_Offer, ...]]]) -> tuple[ThemeLink, ...]:
    """Each theme and where its offers stand, from the first page; what has none, if some of it stands there."""
    (_, shared), *own = lists
    places = {theme: f"{theme}/" for theme, _ in own}
    for pages, folder, shown in chunks(addresses.OFFERS, shared, 0, _spread):
        here = folder.removeprefix(addresses.OFFERS)
        places |= {offer.theme: f"{here}#theme-{offer.theme}" for offer in shown if offer.theme or not pages.name}
    order = sorted(places, key=lambda theme: (not theme, -offers.counts[theme], offers.by_name(theme)))
    return tuple(offers.link(theme, places[theme]) for theme in order)


def _spread(offer: _Offer) -> int:
    """Where an offer stands among those that share pages: beside the others of its theme."""
    return checksum(offer.theme or offer.offered.text.text)


def _among_its_own(offer: _Offer) -> int:
    return checksum(offer.offered.text.text)


def _names(people: tuple[Person, ...], site: Site) -> tuple[dict[str, Text], dict[str, str]]:
    """Each tag's most used spelling, and the field it is of."""
    spelt: dict[str, Counter[Text]] = {}
    fields: dict[str, str] = {}
    for field in THEMES_BY:
        for person in people:
            for tag in tags_of(field, person):
                spelt.setdefault(tag.slug, Counter())[site.interface.tag(tag, field)] += 1
                fields.setdefault(tag.slug, field)
    return {slug: most_used(spellings) for slug, spellings in spelt.items()}, fields
