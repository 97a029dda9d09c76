"""The feeds of an edition in one language: who has joined, and what is asked, the newest first.

Atom needs absolute addresses, so an edition without `base_url` has no feeds, and neither has the internal one: a feed
reader fetches them for somebody who isn't there. A feed is data that is collected, so nobody's ways to be reached stand
in it, opened or not.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from heapq import nsmallest

from acquaint.render import addresses
from acquaint.render.beginnings import beginning
from acquaint.render.interface import Interface
from acquaint.render.machines.feed_formats import Feed, News, atom, json_feed
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.rendered import Rendered
from acquaint.shown import Entries, Entry, Prose, Words

NEWEST = 30
"""Entries of a feed: a change to anybody else changes none."""

MOST_OF_A_BIO = 600
MOST_OF_AN_ASK = 120
"""Characters of an introduction in an entry, and of an ask in an entry's title."""


def feeds(people: tuple[Person, ...], site: Site) -> Iterator[Rendered]:
    """New members and new asks, each as Atom and as JSON Feed; paths are below the language's folder."""
    if not site.base_url:
        return
    title, say = site.title, site.interface.say
    members = _feed("members", "", say("{community}: new members", community=title), _members(people, site), site)
    asks = _feed("asks", addresses.ASKS, say("{community}: new asks", community=title), _asks(people, site), site)
    for name, feed in (("members", members), ("asks", asks)):
        yield Rendered(f"{addresses.FEEDS}{name}.xml", atom(feed))
        yield Rendered(f"{addresses.FEEDS}{name}.json", json_feed(feed))


def _feed(name: str, page: str, title: str, news: tuple[News, ...], site: Site) -> Feed:
    community, root = site.community, site.base_url + site.interface.folder
    return Feed(
        address=f"{root}{addresses.FEEDS}{name}",
        site=site.base_url,
        home=root + page,
        lang=site.interface.words.language,
        title=title,
        description=site.interface.picked(community.description) if community.description else None,
        community=site.title,
        updated=news[0].day if news else site.day,
        news=news,
    )


def _members(people: tuple[Person, ...], site: Site) -> tuple[News, ...]:
    dated = ((person.joined, person) for person in people if person.joined)
    newest = nsmallest(NEWEST, dated, key=lambda each: (-each[0].toordinal(), each[1].handle))
    return tuple(_joined(person, day, site.base_url, site.interface) for day, person in newest)


def _joined(person: Person, day: date, base_url: str, interface: Interface) -> News:
    without, page = unreachable(person), addresses.public_page(person, base_url, interface)
    name, lang = person.called(interface.language)
    headline = _headline(person, interface, without)
    title = interface.text(name, lang)
    if headline:
        title = Text(interface.say("{name}: {headline}", name=name, headline=headline.text), headline.lang)
    return News(
        id=page,
        page=page,
        author=name,
        title=title,
        content=_told(person, interface, without) or headline or title,
        day=day,
        summary=headline,
    )


def _headline(person: Person, interface: Interface, without: Unreachable) -> Text | None:
    value = person.values.get("headline")
    if not isinstance(value, Words):
        return None
    lang, words = value.pick(interface.language)
    return interface.text(without.text(words), lang)


def _told(person: Person, interface: Interface, without: Unreachable) -> Text | None:
    """How the introduction begins, and what they offer, in the language of whichever comes first."""
    bio, offers = person.values.get("bio"), person.values.get("offers")
    parts, langs = [], []
    if isinstance(bio, Prose):
        lang, _, words = bio.pick(interface.language)
        parts.append(beginning(without.text(words), MOST_OF_A_BIO))
        langs.append(lang)
    if isinstance(offers, Entries) and offers.entries:
        title = interface.say("{label}:", label=interface.label("offers").text)
        parts.append("\n".join([title, *(f"- {without.text(entry.text)}" for entry in offers.entries)]))
        langs.append(offers.entries[0].lang)
    return interface.text("\n\n".join(parts), langs[0]) if parts else None


def _asks(people: tuple[Person, ...], site: Site) -> tuple[News, ...]:
    dated = ((ask.since, ask, person) for person in people for ask in person.open_asks if ask.since)
    newest = nsmallest(NEWEST, dated, key=lambda each: (-each[0].toordinal(), each[2].handle, each[1].text))
    found: dict[str, News] = {}
    for day, ask, person in newest:
        news = _asked(ask, day, person, site.base_url, site.interface)
        found.setdefault(news.id, news)  # Who asks the same thing twice asks it once: no two entries share an id.
    return tuple(found.values())


def _asked(entry: Entry, day: date, person: Person, base_url: str, interface: Interface) -> News:
    words, page = unreachable(person).text(entry.text), addresses.public_page(person, base_url, interface)
    name, _ = person.called(interface.language)
    lang = interface.text("", entry.lang).lang
    return News(
        id=f"{page}#ask-{sha256(words.encode()).hexdigest()[:12]}",
        page=page,
        author=name,
        title=Text(
            interface.say("{name} is looking for: {ask}", name=name, ask=beginning(words, MOST_OF_AN_ASK)), lang
        ),
        content=Text(words, lang),
        day=day,
    )
