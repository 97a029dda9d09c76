"""Who can help whom in one edition: members as matching knows them, and the matches as the pages show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from acquaint.matching import Answer, Likeness, Meeting, Member, Met, Tagged
from acquaint.render import addresses
from acquaint.render.cards import word_item
from acquaint.render.interface import Interface
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.render.views import Item
from acquaint.shown import Entries, Entry, Tag, Tags
from acquaint.store import FORGETFUL, Store

_Spans = tuple[tuple[int, int], ...]
_Spelt = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; `shared` says that another text says it, too."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody says, in pieces; `lang` as in Text, `private` as in Item."""

    pieces: tuple[Piece, ...]
    lang: str | None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A member who is named on another's page, all that page knows of them: nickname and headline.

    `drawn` is what another member's page shows of them.
    """

    handle: str
    name: Text
    headline: Item | None
    listed_openly: bool
    drawn: Markup = field(default_factory=Markup)


def meet(people: tuple[Person, ...], interface: Interface, store: Store = FORGETFUL) -> Mapping[str, Met]:
    """Who can help whom. What members alone may see is in no `people` of the public edition, so it weighs nothing."""
    # A process that builds once lets one edition become the other: hardly anybody has another ask, offer or tag there.
    name = f"matching {interface.internal}" if store.keeping else "matching"
    meeting = store.state(name, Meeting)
    return meeting.update((store.of(member, person, interface) for person in people), interface.once(_vocabulary))


class Helping:
    """The members of one edition, introduced to each other. Only what this edition shows takes part."""

    def __init__(
        self, people: tuple[Person, ...], met: Mapping[str, Met], interface: Interface, named: Iterable[Named]
    ) -> None:
        """`met` is what `meet` made of the same people; the language of the page makes no difference to it.

        `named` is how these people, and those whom they meet, are named on others' pages.
        """
        self._interface = interface
        self._people = {person.handle: person for person in people}
        self._met = met
        self._named = {each.handle: each for each in named}

    def met(self, handle: str) -> tuple[Met, tuple[Named, ...]]:
        """Whom `handle` meets: in which way, and how they are named."""
        met = self._met[handle]
        others = [answer.helper for answers in met.helpers for answer in answers]
        others += [answer.asker for answer in met.helped]
        others += [other.handle for other in met.similar]
        return met, tuple(self._named[other] for other in dict.fromkeys(others))

    def named(self, handle: str) -> Named:
        """`handle` as another's page names them."""
        return self._named[handle]

    def helpers(self, handle: str, ask: int) -> tuple[Answer, ...]:
        """Who could help with an open ask of `handle`, by its number among the open ones."""
        return self._met[handle].helpers[ask]

    def helped_by(self, handle: str) -> tuple[Answer, ...]:
        """Whose open asks `handle` could help with."""
        return self._met[handle].helped

    def similar(self, handle: str) -> tuple[Likeness, ...]:
        """Who shares rare tags with `handle`."""
        return self._met[handle].similar

    def themes(self, handle: str, offer: int) -> tuple[str, ...]:
        """The slugs of tags that an offer may stand under."""
        return self._met[handle].themes[offer]

    def asked(self, answer: Answer) -> Quote:
        """The ask, the words it shares with its answer marked."""
        entry, private = open_asks(self._people[answer.asker])[answer.ask]
        return Quote(pieces(entry.text, answer.asked), self._interface.text("", entry.lang).lang, private)

    def answered(self, answer: Answer) -> Quote:
        """The offer or skill that answers, the words it shares with the ask marked."""
        person = self._people[answer.helper]
        if answer.field == "offers":
            entry, private = entries_of("offers", person)[answer.number]
            return Quote(pieces(entry.text, answer.answered), self._interface.text("", entry.lang).lang, private)
        tag = tags_of(answer.field, person)[answer.number]
        private = tag not in _open_tags(answer.field, person)
        shown = self._interface.tag(tag, answer.field)
        if shown.text != tag.text:
            return Quote((Piece(shown.text, True),), shown.lang, private)
        return Quote(pieces(tag.text, answer.answered or ((0, len(tag.text)),)), None, private)


def named_on_pages(person: Person, interface: Interface) -> Named:
    """`person` as another's page names them."""
    name, headline = interface.text(*person.called(interface.language)), word_item("headline", person, interface)
    plain = Named(person.handle, name, headline, person.listed_openly)
    drawn = interface.macro("components/named.html", "named")(plain, addresses.root(addresses.member(person.handle)))
    return replace(plain, drawn=Markup(drawn))


def open_asks(person: Person) -> list[tuple[Entry, bool]]:
    """The asks that haven't lapsed, each with whether only members see it."""
    return _marked(person.open_asks, "asks", person)


def entries_of(field: str, person: Person) -> list[tuple[Entry, bool]]:
    """The entries of `field`, each with whether only members see it."""
    value = person.values.get(field)
    return _marked(value.entries, field, person) if isinstance(value, Entries) else []


def _marked(entries: tuple[Entry, ...], field: str, person: Person) -> list[tuple[Entry, bool]]:
    """`entries` of `field`, each with whether only members see it."""
    public = person.open_values.get(field)
    if public is person.values.get(field):
        return [(entry, False) for entry in entries]
    shown = public.entries if isinstance(public, Entries) else ()
    return [(entry, entry not in shown) for entry in entries]


def tags_of(field: str, person: Person) -> tuple[Tag, ...]:
    """The tags of `field`."""
    value = person.values.get(field)
    return value.tags if isinstance(value, Tags) else ()


def pieces(words: str, spans: _Spans) -> tuple[Piece, ...]:
    """`words` cut at `spans`, which are in order and don't touch."""
    found, behind = [], 0
    for start, end in spans:
        found += [Piece(words[behind:start], False), Piece(words[start:end], True)]
        behind = end
    return tuple(piece for piece in (*found, Piece(words[behind:], False)) if piece.text)


def _open_tags(field: str, person: Person) -> tuple[Tag, ...]:
    value = person.open_values.get(field)
    return value.tags if isinstance(value, Tags) else ()


def member(person: Person, interface: Interface) -> Member:
    """`person` as matching knows them."""
    return Member(
        handle=person.handle,
        skills=_tagged("skills", person, interface),
        interests=_tagged("interests", person, interface),
        offers=tuple(entry.text for entry, _ in entries_of("offers", person)),
        asks=tuple(entry.text for entry, _ in open_asks(person)),
    )


def _tagged(field: str, person: Person, interface: Interface) -> tuple[Tagged, ...]:
    spelt = interface.once(_spellings, field)
    return tuple(Tagged(tag.slug, tag.text, spelt.get(tag.slug, ())) for tag in tags_of(field, person))


def _vocabulary(interface: Interface) -> frozenset[Tagged]:
    """The agreed tags of both fields."""
    agreed = (interface.once(_spellings, field) for field in ("skills", "interests"))
    return frozenset(Tagged(slug, name, tuple(also)) for terms in agreed for slug, (name, *also) in terms.items())


def _spellings(field: str, interface: Interface) -> _Spelt:
    """Each agreed tag's slug with all its spellings, its own first."""
    vocabulary = interface.vocabulary.get(field)
    terms = vocabulary.spellings.values() if vocabulary else ()
    return {term.slug: (term.name, *term.also, *term.translations.values()) for term in terms}
