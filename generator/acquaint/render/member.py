"""A member's own page: which of their fields stands where."""

from acquaint.render.cards import face, field_items, word_item
from acquaint.render.components import field_view, ways
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.render.views import Item, MemberView, WayView
from acquaint.shown import Entries, Plain, Prose, ShownPicture, Ways, Words

IN_THE_HEAD = frozenset(
    ["nickname", "pronouns", "avatar", "headline", "city", "country", "timezone", "sort_as", "joined"]
)
"""Fields that the head of the page shows in its own way, or (`sort_as`) not at all."""

REASONS = ("contact_for", "not_for")
"""Fields that belong to writing to a member, so they stand beside the ways to do so."""

TOLD = frozenset(["ask_me_about"])
"""Fields of one text that are told among the offers and asks; others stand among the facts."""


def member_view(person: Person, site: Site) -> MemberView:
    """What a member's page says, in the order of the schema within each of its parts."""
    views = {name: field_view(name, person, site) for name in person.values if _has_a_place(name, person)}
    rest = [view for name, view in views.items() if name not in REASONS]
    joined = person.joined
    return MemberView(
        handle=person.handle,
        name=site.text(*person.called(site.language)),
        face=face(person, site),
        pronouns=word_item("pronouns", person, site),
        headline=word_item("headline", person, site),
        where=_where(person, site),
        zone=_zone(person),
        tells=tuple(view for view in rest if _is_told(view.name, person)),
        facts=tuple(view for view in rest if not _is_told(view.name, person) and not _is_long(view.name, person)),
        long=tuple(view for view in rest if _is_long(view.name, person)),
        reasons=tuple(views[name] for name in REASONS if name in views),
        ways=_all_ways(person, site),
        joined=Item(site.text(site.month_of(joined)), private=person.is_private("joined")) if joined else None,
        named_openly=person.named_openly,
        listed_openly=person.listed_openly,
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


def _where(person: Person, site: Site) -> tuple[Item, ...]:
    zone = person.values.get("timezone")
    private = person.is_private("timezone")
    zones = (Item(site.text(zone.text.replace("_", " ")), private=private),) if isinstance(zone, Plain) else ()
    return field_items("city", person, site) + field_items("country", person, site) + zones


def _zone(person: Person) -> str:
    zone = person.values.get("timezone")
    return zone.text if isinstance(zone, Plain) else ""


def _all_ways(person: Person, site: Site) -> tuple[WayView, ...]:
    """Every way to reach the member, whichever field it stands in."""
    found = ((value, person.open_values.get(name)) for name, value in person.values.items())
    return tuple(way for value, public in found if isinstance(value, Ways) for way in ways(value, public, site))
