"""A member's own page: which of their fields stands where."""

from acquaint.render.cards import face, field_items, word_item
from acquaint.render.components import field_view, ways
from acquaint.render.interface import Interface
from acquaint.render.people import Person
from acquaint.render.views import Item, MemberView, WayView
from acquaint.shown import Entries, Plain, Prose, ShownPicture, Ways, Words

IN_THE_HEAD = frozenset(
    ["nickname", "pronouns", "avatar", "headline", "city", "country", "timezone", "sort_as", "joined"]
)
"""Fields that the head of the page shows in its own way, or (`sort_as`) not at all."""

OPEN_IN_THE_HEAD = ("pronouns", "headline")
"""Those of them that are passed on where strangers see them."""

REASONS = ("contact_for", "not_for")
"""Fields that belong to writing to a member, so they stand beside the ways to do so."""

TOLD = frozenset(["ask_me_about"])
"""Fields of one text that are told among the offers and asks; others stand among the facts."""


def member_view(person: Person, interface: Interface) -> MemberView:
    """What a member's page says, in the order of the schema within each of its parts."""
    views = {name: field_view(name, person, interface) for name in person.values if _has_a_place(name, person)}
    rest = [view for name, view in views.items() if name not in REASONS]
    return MemberView(
        handle=person.handle,
        name=interface.text(*person.called(interface.language)),
        face=face(person, interface),
        pronouns=word_item("pronouns", person, interface),
        headline=word_item("headline", person, interface),
        where=_where(person, interface),
        zone=_zone(person),
        tells=tuple(view for view in rest if _is_told(view.name, person)),
        facts=tuple(view for view in rest if not _is_told(view.name, person) and not _is_long(view.name, person)),
        long=tuple(view for view in rest if _is_long(view.name, person)),
        reasons=tuple(views[name] for name in REASONS if name in views),
        ways=_all_ways(person, interface),
        joined=_joined(person, interface),
        named_openly=person.named_openly,
        listed_openly=person.listed_openly,
        open=tuple(name for name in OPEN_IN_THE_HEAD if person.values.get(name) == person.open_values.get(name)),
    )


def _has_a_place(name: str, person: Person) -> bool:
    value = person.values[name]
    if name in IN_THE_HEAD or isinstance(value, Ways | ShownPicture):
        return False
    return not (name == "name" and isinstance(value, Words) and person.name in dict(value.versions).values())


def _is_told(name: str, person: Person) -> bool:
    return name in TOLD or isinstance(person.values[name], Entries)


def _is_long(name: str, person: Person) -> bool:
    return isinstance(person.values[name], Prose)


def _where(person: Person, interface: Interface) -> tuple[Item, ...]:
    zone = person.values.get("timezone")
    private = person.is_private("timezone")
    zones = (Item(interface.text(zone.text.replace("_", " ")), private=private),) if isinstance(zone, Plain) else ()
    return field_items("city", person, interface) + field_items("country", person, interface) + zones


def _joined(person: Person, interface: Interface) -> Item | None:
    if person.joined is None:
        return None
    return Item(interface.text(interface.month_of(person.joined)), private=person.is_private("joined"))


def _zone(person: Person) -> str:
    zone = person.values.get("timezone")
    return zone.text if isinstance(zone, Plain) else ""


def _all_ways(person: Person, interface: Interface) -> tuple[WayView, ...]:
    """Every way to reach the member, whichever field it stands in."""
    found = ((value, person.open_values.get(name)) for name, value in person.values.items())
    return tuple(way for value, public in found if isinstance(value, Ways) for way in ways(value, public, interface))
