"""A member in a list: the card, rendered once and used on every list that has it."""

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from acquaint.render import addresses
from acquaint.render.components import items
from acquaint.render.initials import initials
from acquaint.render.interface import Interface
from acquaint.render.people import Person
from acquaint.render.views import CardView, Face, FaceView, Item
from acquaint.shown import ShownPicture, Words
from acquaint.store import FORGETFUL, Store

SKILLS = 6
"""How many skills a card names."""

_ROOT = Markup("<root>")
# What no escaped text can spell stands for the way to the root, which differs from list to list.


class Cards:
    """Every member's card. A card depends on its own profile alone."""

    def __init__(self, people: tuple[Person, ...], interface: Interface, store: Store = FORGETFUL) -> None:
        """Renders them all: a card of 1 kB for each member is what is kept in memory."""
        self._html = {person.handle: store.of(card, person, interface) for person in people}

    def those_of(self, handles: Iterable[str]) -> tuple[str, ...]:
        """The cards of `handles`, to be placed."""
        return tuple(map(self._html.__getitem__, handles))

    def of(self, handle: str, folder: str) -> Markup:
        """The card of `handle` for a list that stands in `folder`."""
        return placed(self._html[handle], folder)


def card(person: Person, interface: Interface) -> str:
    """The card of one member; it can be placed into any list."""
    return str(interface.macro("components/member-card.html", "member_card")(card_view(person, interface), _ROOT))


def placed(card: str, folder: str) -> Markup:
    """A card for a list that stands in `folder`."""
    return Markup(card.replace(_ROOT, addresses.root(folder)))


def card_view(person: Person, interface: Interface) -> CardView:
    """What a list says about a member."""
    skills = field_items("skills", person, interface)
    return CardView(
        handle=person.handle,
        name=interface.text(*person.called(interface.language)),
        face=face(person, interface),
        pronouns=word_item("pronouns", person, interface),
        headline=word_item("headline", person, interface),
        place=field_items("city", person, interface) + field_items("country", person, interface),
        skills=skills[:SKILLS],
        more=max(0, len(skills) - SKILLS),
        availability=field_items("availability", person, interface),
        named_openly=person.named_openly,
        listed_openly=person.listed_openly,
    )


def face(person: Person, interface: Interface) -> Face:
    """The picture, or the initials in its place."""
    has_picture = isinstance(person.values.get("avatar"), ShownPicture)
    return Face(
        initials=initials(person.called(interface.language)[0], person.handle),
        picture=interface.up + addresses.picture(person.handle) if has_picture else None,
        small=interface.up + addresses.small_picture(person.handle) if has_picture else None,
        private=has_picture and person.is_private("avatar"),
    )


def face_view(person: Person, interface: Interface) -> FaceView:
    """Face and name."""
    return FaceView(person.handle, interface.text(*person.called(interface.language)), face(person, interface))


def word_item(name: str, person: Person, interface: Interface) -> Item | None:
    """A field of one text, or None; never a link."""
    value = person.values.get(name)
    if not isinstance(value, Words):
        return None
    return Item(interface.picked(value), private=value != person.open_values.get(name))


def field_items(name: str, person: Person, interface: Interface) -> tuple[Item, ...]:
    """A field's values as items, each marked if it is private; none where the member says nothing."""
    value = person.values.get(name)
    if value is None:
        return ()
    public = person.open_values.get(name)
    found = items(interface.fields[name], value, public, interface)
    return found if public is not None else tuple(replace(item, private=True) for item in found)
