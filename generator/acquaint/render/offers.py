"""/offers/: what members would gladly do for others, grouped by theme."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from acquaint.render import addresses
from acquaint.render.community import CommunityView, community_view
from acquaint.render.facets import most_used
from acquaint.render.frame import Frame
from acquaint.render.helping import Helping, Named, entries_of, tags_of
from acquaint.render.naming import Text
from acquaint.render.pagination import CARDS_A_PAGE, Pages, chunks
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.search import SortKey, sort_key

THEMES_BY = ("skills", "interests")
"""Fields whose tags are themes, the first where a tag is of both."""

MOST_THEMES = 40
"""How many themes the first page names before its offers."""


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
    count: int
    begun: bool
    offers: tuple[Offered, ...]


@dataclass(frozen=True, slots=True)
class OffersPage:
    """One page of offers; `themes` are (name, where it begins, how many offers), on the first page only."""

    community: CommunityView
    root: str
    count: int
    shown: tuple[ThemeView, ...]
    themes: tuple[tuple[Text | None, str, int], ...]
    more_themes: int
    pages: Pages


@dataclass(frozen=True, slots=True)
class _Offer:
    """An offer under its theme, in the order of the pages."""

    theme: str
    text: Text
    who: Named
    private: bool


class Offers:
    """Every offer of an edition, in the order of its pages: themes with most offers first, then by name."""

    def __init__(self, people: tuple[Person, ...], helping: Helping, site: Site) -> None:
        """A theme is a tag of the directory; an offer that names several stands under the one most offers name."""
        self._names, self._fields = _names(people, site)
        self._site = site
        found = [
            (helping.themes(person.handle, number), entry, helping.named(person.handle), private)
            for person in people
            for number, (entry, private) in enumerate(entries_of("offers", person))
        ]
        named = Counter(slug for slugs, *_ in found for slug in slugs)
        offers = [
            _Offer(self._theme(slugs, named), site.interface.text(entry.text, entry.lang), who, private)
            for slugs, entry, who, private in found
        ]
        self.counts = Counter(offer.theme for offer in offers)
        self.themes = sorted(self.counts, key=self._place)
        place = {theme: number for number, theme in enumerate(self.themes)}
        first = {offer.text: number for number, offer in reversed(list(enumerate(offers)))}
        self.all = tuple(sorted(offers, key=lambda offer: (place[offer.theme], first[offer.text])))

    def name(self, theme: str) -> Text | None:
        """The theme as most spell it; None for offers without one."""
        return self._names.get(theme)

    def href(self, theme: str, root: str) -> str | None:
        """The page of those who have the theme's tag, if there is one."""
        field = self._fields.get(theme, "")
        return root + addresses.facet_value(field, theme) if self._site.interface.has_pages_for(field) else None

    def _theme(self, slugs: tuple[str, ...], named: Counter[str]) -> str:
        known = [slug for slug in slugs if slug in self._fields]
        return min(known, key=lambda s: (THEMES_BY.index(self._fields[s]), -named[s], s), default="")

    def _place(self, theme: str) -> tuple[bool, int, SortKey, str]:
        name = self._names[theme].text if theme else ""
        return not theme, -self.counts[theme], sort_key(name, self._site.interface.language), theme


def offers_pages(people: tuple[Person, ...], helping: Helping, frame: Frame, site: Site) -> Iterator[Rendered]:
    """Every offer under its theme, 60 a page; one page, and a friendly one, if there is none."""
    community = community_view(site)
    offers = Offers(people, helping, site)
    begun: set[str] = set()
    for pages, folder, shown in chunks(addresses.OFFERS, offers.all):
        root = addresses.root(folder)
        themes = []
        for theme, group in groupby(shown, key=lambda offer: offer.theme):
            themes.append(_theme_view(theme, tuple(group), offers, root, theme in begun))
            begun.add(theme)
        index = tuple(_index(offers, root)) if pages.number == 1 else ()
        view = OffersPage(
            community=community,
            root=root,
            count=len(offers.all),
            shown=tuple(themes),
            themes=index[:MOST_THEMES],
            more_themes=max(0, len(index) - MOST_THEMES),
            pages=pages,
        )
        yield frame.page("pages/offers.html", folder, view)


def _theme_view(theme: str, group: tuple[_Offer, ...], offers: Offers, root: str, begun: bool) -> ThemeView:
    same: dict[Text, list[tuple[Named, bool]]] = {}
    for offer in group:
        same.setdefault(offer.text, []).append((offer.who, offer.private))
    return ThemeView(
        slug=theme,
        name=offers.name(theme),
        href=offers.href(theme, root),
        count=offers.counts[theme],
        begun=begun,
        offers=tuple(Offered(words, tuple(people)) for words, people in same.items()),
    )


def _index(offers: Offers, root: str) -> Iterator[tuple[Text | None, str, int]]:
    """Each theme and where it begins."""
    before = 0
    for theme in offers.themes:
        number = before // CARDS_A_PAGE + 1
        page = "" if number == 1 else root + addresses.list_page(addresses.OFFERS, number)
        yield offers.name(theme), f"{page}#theme-{theme}", offers.counts[theme]
        before += offers.counts[theme]


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
