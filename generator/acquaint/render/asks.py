"""/asks/: what members are looking for, the newest first, each with those whose offers or skills answer it."""

from collections.abc import Iterator
from dataclasses import dataclass

from acquaint.matching import joined
from acquaint.render import addresses
from acquaint.render.community import CommunityView, community_view
from acquaint.render.frame import Frame
from acquaint.render.helping import Helping, Named, Quote, open_asks, pieces
from acquaint.render.meeting import shared_words
from acquaint.render.naming import Text
from acquaint.render.pagination import Pages, chunks
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.rendered import Rendered


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who could help: what they offer or know (`offers` tells which), and the words of the ask it shares."""

    who: Named
    offers: bool
    quote: Quote
    words: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class OpenAsk:
    """One ask with the words that its helpers share, who asks since when, and who could help."""

    who: Named
    quote: Quote
    since: str | None
    helpers: tuple[Helper, ...]


@dataclass(frozen=True, slots=True)
class AsksPage:
    """One page of asks; `count` is how many there are in all."""

    community: CommunityView
    root: str
    count: int
    asks: tuple[OpenAsk, ...]
    pages: Pages


def asks_pages(people: tuple[Person, ...], helping: Helping, frame: Frame, site: Site) -> Iterator[Rendered]:
    """Every open ask, 60 a page; one page, and a friendly one, if there is none."""
    community = community_view(site)
    asks = _in_order(people)
    for pages, folder, shown in chunks(addresses.ASKS, asks):
        view = AsksPage(
            community=community,
            root=addresses.root(folder),
            count=len(asks),
            asks=tuple(_open_ask(person, number, helping, site) for person, number in shown),
            pages=pages,
        )
        yield frame.page("pages/asks.html", folder, view)


def _in_order(people: tuple[Person, ...]) -> tuple[tuple[Person, int], ...]:
    """(who asks, the ask's number): the newest first, then those without a date in the members' order."""
    found = [
        (-ask.since.toordinal() if ask.since else 0, (person, number))
        for person in people
        for number, (ask, _) in enumerate(open_asks(person))
    ]
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def _open_ask(person: Person, number: int, helping: Helping, site: Site) -> OpenAsk:
    ask, private = open_asks(person)[number]
    lang = site.interface.text("", ask.lang).lang
    answers = helping.helpers(person.handle, number)
    return OpenAsk(
        who=helping.named(person.handle),
        quote=Quote(pieces(ask.text, joined(s for a in answers for s in a.asked)), lang, private),
        since=site.interface.month_of(ask.since) if ask.since else None,
        helpers=tuple(
            Helper(
                who=helping.named(answer.helper),
                offers=answer.field == "offers",
                quote=helping.answered(answer),
                words=shared_words(helping, answer),
            )
            for answer in answers
        ),
    )
