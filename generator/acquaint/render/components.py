"""Which component draws a field's value, and what the component is given."""

from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from acquaint.config import FieldSpec
from acquaint.render import addresses
from acquaint.render.interface import Interface
from acquaint.render.naming import Text, day_of_every_year
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
    Tags,
    Ways,
    Words,
)

Drawn = tuple[str, Any]
"""A component's name and what it is given."""

_SCHEMES = ("https://", "http://", "mailto:")
"""What a link may begin with; the field types let no other through either."""

_UP = "../../"
"""From a member's page to the root."""


def field_view(name: str, person: Person, interface: Interface) -> FieldView:
    """The field `name` of `person`, ready for its component."""
    spec = interface.fields[name]
    value, public = person.values[name], person.open_values.get(name)
    component, drawn = _draw(spec, person, interface)
    return FieldView(
        name=name,
        label=label(spec, interface),
        component=component,
        value=drawn,
        private=public is None,
        fuller=public is not None and isinstance(value, Words | Prose) and value != public,
    )


def label(spec: FieldSpec, interface: Interface) -> Text:
    """The field's name for readers."""
    if spec.built_in and len(spec.label.versions) == 1:
        lang, words = spec.label.versions[0]
        named = interface.said_of("field", words)
        return interface.text(named, interface.words.language if named != words else lang)
    return interface.picked(spec.label)


def items(spec: FieldSpec, value: Shown, public: Shown | None, interface: Interface) -> tuple[Item, ...]:
    """The values of a field, linked to those who share them where the field has pages.

    A value is marked private if strangers see others of this field but not this one.
    """
    known = {slug for slug, _ in addresses.found_under(public, spec.name, interface)} if public is not None else None
    links = interface.has_pages_for(spec.name)
    days = {tag.slug: tag.until for tag in value.tags} if isinstance(value, Tags) else {}
    return tuple(
        Item(
            text=words,
            href=_UP + addresses.facet_value(spec.name, slug) if links else None,
            day=interface.day_of(until) if (until := days.get(slug)) else None,
            private=known is not None and slug not in known,
        )
        for slug, words in addresses.found_under(value, spec.name, interface)
    )


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
    open_entries = public.entries if isinstance(public, Entries) else None
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
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.path if parts.scheme == "mailto" else (parts.hostname or "").removeprefix("www.")
