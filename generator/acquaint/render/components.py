"""Which component draws a field's value, and what the component is given."""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from acquaint.config import FieldSpec
from acquaint.render import addresses
from acquaint.render.interface import Interface
from acquaint.render.naming import day_of_every_year
from acquaint.render.people import Person
from acquaint.render.views import FieldView, Item, LinkView, ProseView, WayView
from acquaint.shown import (
    CountryCode,
    Entries,
    LanguageCodes,
    Plain,
    Prose,
    Shown,
    ShownDay,
    ShownLinks,
    ShownMonthDay,
    ShownPicture,
    ShownSealed,
    Tag,
    Tags,
    Ways,
    Words,
)

Drawn = tuple[str, Any]
"""A component's name and what it is given."""

_SCHEMES = ("https://", "http://", "mailto:")
"""What a link may begin with; the field types let no other through either."""

_PLAIN_HOST = re.compile(r"https?://([A-Za-z0-9.-]+)(?::[0-9]+)?(?:[/?#]|$)")
_UP = "../../"
"""From a member's page to the root."""


def field_view(name: str, person: Person, interface: Interface) -> FieldView:
    """The field `name` of `person`, ready for its component."""
    spec = interface.fields[name]
    value, public = person.values[name], person.open_values.get(name)
    component, drawn = _draw(spec, person, interface)
    return FieldView(
        name=name,
        label=interface.label(name),
        component=component,
        value=drawn,
        private=public is None,
        fuller=public is not None and isinstance(value, Words | Prose) and value != public,
        open=_open(value, public),
    )


def _open(value: Shown, public: Shown | None) -> str:
    """What strangers see of a field as it stands: of a list they may see some."""
    if value == public:
        return "all"
    return "some" if public is not None and isinstance(value, Tags | LanguageCodes | Entries) else ""


def items(spec: FieldSpec, value: Shown, public: Shown | None, interface: Interface) -> tuple[Item, ...]:
    """The values of a field, linked to those who share them where the field has pages.

    A value is marked private if strangers see others of this field but not this one.
    """
    name = spec.name
    if isinstance(value, Tags):
        shown = [(tag.slug, _tag(tag, name, interface)) for tag in value.tags]
    else:
        found = addresses.found_under(value, name, interface)
        shown = [(slug, Item(words, _way_to(name, slug, interface))) for slug, words in found]
    if public is None or public is value:
        return tuple(item for _, item in shown)
    known = set(addresses.found_under(public, name, interface))
    return tuple(item if (slug, item.text) in known else replace(item, private=True) for slug, item in shown)


def _tag(tag: Tag, field: str, interface: Interface) -> Item:
    item = interface.once(_undated, tag.slug, tag.text, field)
    return replace(item, day=interface.day_of(tag.until)) if tag.until else item


def _undated(slug: str, text: str, field: str, interface: Interface) -> Item:
    return Item(interface.tag(Tag(text, slug), field), _way_to(field, slug, interface))


def _way_to(field: str, slug: str, interface: Interface) -> str | None:
    return _UP + addresses.facet_value(field, slug) if interface.has_pages_for(field) else None


def _draw(spec: FieldSpec, person: Person, interface: Interface) -> Drawn:
    value, public = person.values[spec.name], person.open_values.get(spec.name)
    match value:
        case Tags():
            name = "availability" if spec.kind == "availability" else "tags"
            return name, items(spec, value, public, interface)
        case LanguageCodes():
            return "languages", items(spec, value, public, interface)
        case CountryCode():
            return "country", items(spec, value, public, interface)[0]
        case Words():
            return "place" if spec.kind == "place" else "words", items(spec, value, public, interface)[0]
        case Entries():
            return "dated" if spec.kind == "dated" else "entries", _entries(value, public, interface)
        case Ways():
            return "ways", ways(value, public, interface)
        case Plain(text=words):
            return "plain", _plain(spec, words, person, interface)
        case Prose():
            return "prose", _prose(value, interface)
        case ShownLinks():
            return "links", _links(value)
        case ShownDay(day=day):
            return "day", interface.day_of(day)
        case ShownMonthDay(month=month, day=day_of_month):
            return "month-day", day_of_every_year(month, day_of_month, interface.words.language)
        case ShownPicture():
            return "picture", None
        case ShownSealed():
            return "sealed", None


def ways(value: Ways, public: Shown | None, interface: Interface) -> tuple[WayView, ...]:
    """The ways to reach somebody, those marked that strangers don't see."""
    open_ways = public.ways if isinstance(public, Ways) else ()
    return tuple(
        WayView(interface.said_of("contact", way.label), way.text, way.href, way not in open_ways) for way in value.ways
    )


def _entries(value: Entries, public: Shown | None, interface: Interface) -> tuple[Item, ...]:
    open_entries = public.entries if isinstance(public, Entries) and public is not value else None
    return tuple(
        Item(
            text=interface.text(entry.text, entry.lang),
            day=interface.month_of(entry.since) if entry.since else None,
            private=open_entries is not None and entry not in open_entries,
        )
        for entry in value.entries
    )


def _plain(spec: FieldSpec, words: str, person: Person, interface: Interface) -> Item:
    if spec.kind == "handle":
        return Item(interface.text(f"@{words}"), f"../{words}/" if words in person.linked else None)
    return Item(interface.text(words.replace("_", " ") if spec.kind == "timezone" else words))


def _prose(value: Prose, interface: Interface) -> ProseView:
    lang, html, _ = value.pick(interface.language)
    return ProseView(Markup(html), interface.text("", lang).lang)


def _links(value: ShownLinks) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(link.label, link.url, _host(link.url)) for link in value.links if link.url.startswith(_SCHEMES)
    )


def _host(url: str) -> str:
    if plain := _PLAIN_HOST.match(url):
        return plain[1].lower().removeprefix("www.")
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.path if parts.scheme == "mailto" else (parts.hostname or "").removeprefix("www.")
