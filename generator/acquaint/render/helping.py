"""Who can help whom in one edition: members as matching knows them, and the matches as the pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass

from acquaint.matching import Answer, Likeness, Meeting, Member, Tagged
from acquaint.render.cards import word_item
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.views import Item
from acquaint.shown import Entries, Entry, Tag, Tags

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
    """A member who is named on another's page, all that page knows of them: nickname and headline."""

    handle: str
    name: Text
    headline: Item | None
    listed_openly: bool


def meet(people: tuple[Person, ...], site: Site) -> Meeting:
    """Who can help whom. What members alone may see is in no `people` of the public edition, so it weighs nothing."""
    spelt = {field: _spellings(field, site) for field in ("skills", "interests")}
    vocabulary = (Tagged(slug, name, tuple(also)) for terms in spelt.values() for slug, (name, *also) in terms.items())
    return Meeting((_member(person, spelt, site) for person in people), vocabulary)


class Helping:
    """The members of one edition, introduced to each other. Only what this edition shows takes part."""

    def __init__(self, people: tuple[Person, ...], meeting: Meeting, site: Site) -> None:
        """`meeting` is what `meet` made of the same people; the language of the page makes no difference to it."""
        self._site = site
        self._people = {person.handle: person for person in people}
        self._meeting = meeting

    def named(self, handle: str) -> Named:
        """`handle` as another's page names them."""
        person = self._people[handle]
        headline = word_item("headline", person, self._site)
        return Named(handle, self._site.text(*person.called(self._site.language)), headline, person.listed_openly)

    def helpers(self, handle: str, ask: int) -> tuple[Answer, ...]:
        """Who could help with an open ask of `handle`, by its number among the open ones."""
        return self._meeting.helpers(handle, ask)

    def helped_by(self, handle: str) -> tuple[Answer, ...]:
        """Whose open asks `handle` could help with."""
        return self._meeting.helped_by(handle)

    def similar(self, handle: str) -> tuple[Likeness, ...]:
        """Who shares rare tags with `handle`."""
        return self._meeting.similar(handle)

    def themes(self, handle: str, offer: int) -> tuple[str, ...]:
        """The slugs of tags that an offer may stand under."""
        return self._meeting.themes(handle, offer)

    def asked(self, answer: Answer) -> Quote:
        """The ask, the words it shares with its answer marked."""
        entry, private = open_asks(self._people[answer.asker], self._site)[answer.ask]
        return Quote(pieces(entry.text, answer.asked), self._site.text("", entry.lang).lang, private)

    def answered(self, answer: Answer) -> Quote:
        """The offer or skill that answers, the words it shares with the ask marked."""
        person = self._people[answer.helper]
        if answer.field == "offers":
            entry, private = entries_of("offers", person)[answer.index]
            return Quote(pieces(entry.text, answer.answered), self._site.text("", entry.lang).lang, private)
        tag = tags_of(answer.field, person)[answer.index]
        private = tag not in _open_tags(answer.field, person)
        shown = self._site.tag(tag, answer.field)
        if shown.text != tag.text:
            return Quote((Piece(shown.text, True),), shown.lang, private)
        return Quote(pieces(tag.text, answer.answered or ((0, len(tag.text)),)), None, private)


def open_asks(person: Person, site: Site) -> list[tuple[Entry, bool]]:
    """The asks that haven't lapsed by the build day, each with whether only members see it."""
    return [
        (entry, private)
        for entry, private in entries_of("asks", person)
        if entry.since is None or not site.community.has_lapsed("asks", entry.since, site.day)
    ]


def entries_of(field: str, person: Person) -> list[tuple[Entry, bool]]:
    """The entries of `field`, each with whether only members see it."""
    value, public = person.values.get(field), person.open_values.get(field)
    shown = public.entries if isinstance(public, Entries) else ()
    return [(entry, entry not in shown) for entry in value.entries] if isinstance(value, Entries) else []


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


def _member(person: Person, spelt: Mapping[str, _Spelt], site: Site) -> Member:
    def tagged(field: str) -> tuple[Tagged, ...]:
        return tuple(Tagged(tag.slug, tag.text, spelt[field].get(tag.slug, ())) for tag in tags_of(field, person))

    return Member(
        handle=person.handle,
        skills=tagged("skills"),
        interests=tagged("interests"),
        offers=tuple(entry.text for entry, _ in entries_of("offers", person)),
        asks=tuple(entry.text for entry, _ in open_asks(person, site)),
    )


def _spellings(field: str, site: Site) -> _Spelt:
    """Each agreed tag's slug with all its spellings, its own first."""
    vocabulary = site.community.vocabulary.get(field)
    terms = vocabulary.spellings.values() if vocabulary else ()
    return {term.slug: (term.name, *term.also, *term.translations.values()) for term in terms}
