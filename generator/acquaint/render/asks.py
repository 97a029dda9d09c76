"""/asks/: what members are looking for, the newest first, each with those whose offers or skills answer it."""

from collections.abc import Iterator
from dataclasses import dataclass

from acquaint.matching import joined
from acquaint.profiles import checksum
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

_Place = tuple[Person, int]
"""Who asks, and the ask's number among their open ones."""


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
    """One page of asks."""

    community: CommunityView
    root: str
    asks: tuple[OpenAsk, ...]
    pages: Pages


def asks_pages(people: tuple[Person, ...], helping: Helping, frame: Frame, site: Site) -> Iterator[Rendered]:
    """Every open ask; one page, and a friendly one, if there is none."""
    community = community_view(site)
    dated, others = _in_order(people)
    for pages, folder, shown in chunks(addresses.ASKS, (*dated, *others), len(dated), _spread):
        view = AsksPage(
            community=community,
            root=addresses.root(folder),
            asks=tuple(_open_ask(person, number, helping, site) for person, number in shown),
            pages=pages,
        )
        yield frame.page("pages/asks.html", folder, view)


def _in_order(people: tuple[Person, ...]) -> tuple[list[_Place], list[_Place]]:
    """The asks with a date, the newest first; and those without, by the checksum of who asks."""
    found = [
        (ask.since.toordinal() if ask.since else 0, (person, number))
        for person in people
        for number, (ask, _) in enumerate(open_asks(person))
    ]
    dated = sorted((pair for pair in found if pair[0]), key=lambda pair: -pair[0])
    others = sorted((place for day, place in found if not day), key=lambda place: (_spread(place), place[0].handle))
    return [place for _, place in dated], others


def _spread(place: _Place) -> int:
    return checksum(place[0].handle)


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
