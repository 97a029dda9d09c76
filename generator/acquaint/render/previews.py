"""What others make of a member's page: structured data, and what is passed on of it as a text or a picture.

All of it leaves the site, so it is of public values only, in both editions, and free of ways to be reached.
"""

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from acquaint.render import addresses
from acquaint.render.initials import Initials, initials
from acquaint.render.interface import Interface
from acquaint.render.people import Person
from acquaint.render.unreachable import Unreachable, unreachable
from acquaint.shown import CountryCode, LanguageCodes, ShownLinks, ShownPicture, Tags, Words

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class PassedOn:
    """What a text for a chat and a picture to share begin with; the rest a script reads where the page says it.

    `face` is drawn where there is no `picture`, the address of theirs from their page; `address` is the page's own, ""
    where nobody knows it.
    """

    name: str
    place: str
    address: str
    face: Initials
    picture: str


def preview_picture(person: Person, base_url: str) -> str:
    """The absolute address of the picture a preview shows: the member's, else the site's icon.

    `base_url` is that of the edition; without one there is none.
    """
    if not base_url:
        return ""
    return base_url + (addresses.picture(person.handle) if _has_picture(person) else "assets/icon-512.png")


def linked_data(person: Person, base_url: str, interface: Interface) -> Markup:
    """A schema.org ProfilePage as JSON-LD; "" in the internal edition, which no machine should read."""
    if interface.internal:
        return Markup("")
    page: dict[str, Any] = {"@context": "https://schema.org", "@type": "ProfilePage"}
    if base_url:
        page["url"] = addresses.public_page(person, base_url, interface)
    page["inLanguage"] = interface.words.language
    if person.joined:
        page["dateCreated"] = person.joined.isoformat()
    return script_json(page | {"mainEntity": _person(person, base_url, interface)})


def passed_on(person: Person, base_url: str, interface: Interface) -> PassedOn | None:
    """For both editions alike; None for a member whom strangers don't see. `base_url` is that of the public edition."""
    if not person.listed_openly:
        return None
    without, name = unreachable(person), _name(person, interface)
    city, country = (_found(field, person, interface) for field in ("city", "country"))
    both = interface.say("{city}, {country}", city=city, country=country) if city and country else ""
    root = addresses.root(addresses.member(person.handle)) + interface.up
    return PassedOn(
        name=name,
        place=without.text(both or city or country),
        address=addresses.public_page(person, base_url, interface),
        face=initials(name, person.handle),
        picture=root + addresses.picture(person.handle) if _has_picture(person) else "",
    )


def _found(field: str, person: Person, interface: Interface) -> str:
    value = person.open_values.get(field)
    found = addresses.found_under(value, field, interface) if value else ()
    return "".join(text.text for _, text in found)


def script_json(data: Any) -> Markup:
    """`data` as JSON that may stand inside a script element: nothing in it can end the element."""
    text = _JSON.encode(data)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _person(person: Person, base_url: str, interface: Interface) -> dict[str, Any]:
    without, values = unreachable(person), person.open_values
    spoken = values.get("languages")
    said = {
        "name": _name(person, interface),
        "alternateName": f"@{person.handle}",
        "description": _words("headline", person, interface, without),
        "knowsAbout": _tags("skills", person, interface, without),
        "knowsLanguage": list(spoken.codes) if isinstance(spoken, LanguageCodes) else [],
        "address": _place(person, interface, without),
        "image": preview_picture(person, base_url) if _has_picture(person) else "",
        "url": addresses.public_page(person, base_url, interface),
        "sameAs": _links(person, without),
    }
    return {"@type": "Person"} | {key: value for key, value in said.items() if value}


def _place(person: Person, interface: Interface, without: Unreachable) -> dict[str, str]:
    country = person.open_values.get("country")
    said = {
        "addressLocality": _words("city", person, interface, without),
        "addressCountry": country.code if isinstance(country, CountryCode) else "",
    }
    found = {key: value for key, value in said.items() if value}
    return {"@type": "PostalAddress"} | found if found else {}


def _name(person: Person, interface: Interface) -> str:
    """The nickname, or the handle. It stays, even where an account is called the same."""
    value = person.open_values.get("nickname")
    return value.pick(interface.language)[1] if isinstance(value, Words) else f"@{person.handle}"


def _words(field: str, person: Person, interface: Interface, without: Unreachable) -> str:
    value = person.open_values.get(field)
    return without.text(value.pick(interface.language)[1]) if isinstance(value, Words) else ""


def _tags(field: str, person: Person, interface: Interface, without: Unreachable) -> list[str]:
    value = person.open_values.get(field)
    tags = value.tags if isinstance(value, Tags) else ()
    return [interface.tag(tag, field).text for tag in tags if not without.names(tag)]


def _links(person: Person, without: Unreachable) -> list[str]:
    value = person.open_values.get("links")
    links = value.links if isinstance(value, ShownLinks) else ()
    return [link.url for link in links if link.url.startswith(("https://", "http://")) and not without.leads(link)]


def _has_picture(person: Person) -> bool:
    return isinstance(person.open_values.get("avatar"), ShownPicture)
