"""Where things stand below an edition's root, and how a page refers to them: relatively, so any path will do."""

from collections.abc import Iterator

from acquaint.render.interface import Interface
from acquaint.render.naming import Text
from acquaint.render.people import Person
from acquaint.shown import CountryCode, LanguageCodes, Shown, Tags, Words
from acquaint.slugs import slug

ASKS = "asks/"
"""The folder of what members are looking for."""

OFFERS = "offers/"
"""The folder of what members would do for others."""

FEEDS = "feeds/"
"""The folder of what feed readers fetch."""

LOGO = "assets/logo.png"
"""The community's logo, below the edition's root."""

JOIN = "join/"
"""The folder of the form to introduce oneself with, in the public edition."""

COMMUNITY = "community/"
"""The folder of the community's page about itself."""


MEMBERS = "members/"
"""The folder of the members' own pages."""


def member(handle: str) -> str:
    """The folder of a member's page."""
    return f"{MEMBERS}{handle}/"


def picture(handle: str) -> str:
    """The file of a member's picture."""
    return f"{MEMBERS}{handle}/avatar.jpg"


def small_picture(handle: str) -> str:
    """The file of the same picture for a card."""
    return f"{MEMBERS}{handle}/avatar-small.jpg"


def own_page(name: str) -> str:
    """The folder of a page the community wrote."""
    return f"{name}/"


def card_block(number: int) -> str:
    """The file with the cards of some members, for the search: markup, but no page that anybody should open."""
    return f"search/cards/{number}.txt"


def offers_of(theme: str) -> str:
    """The folder of a theme's own offers; `theme` is its tag's slug."""
    return f"{OFFERS}{theme}/"


def facet(field: str) -> str:
    """The folder of a field's index."""
    return f"{field}/"


def facet_value(field: str, value: str) -> str:
    """The folder of those who share a value; `value` is its slug."""
    return f"{field}/{value}/"


def list_page(folder: str, name: int | str) -> str:
    """The folder of the page called `name` of the list at `folder`; the first, called "", is the list itself."""
    return f"{folder}page/{name}/" if name else folder


def root(folder: str) -> str:
    """The way from the page in `folder` up to the edition's root; "" for the root itself."""
    return "../" * folder.count("/")


def home(folder: str) -> str:
    """The way from the page in `folder` to the directory; the root itself is `./`."""
    return root(folder) or "./"


def public_page(person: Person, base_url: str, interface: Interface) -> str:
    """The absolute address of the page of `person` that strangers see; "" where nobody knows it, or there is none.

    `base_url` is that of the public edition, or "".
    """
    return f"{base_url}{interface.folder}{member(person.handle)}" if base_url and person.listed_openly else ""


def found_under(value: Shown, field: str, interface: Interface) -> Iterator[tuple[str, Text]]:
    """The slugs under which the `value` of `field` is found, each with its spelling in the language of the page.

    A slug is the same in every language, so that one can change it and stay. Kinds of values that nobody can browse by
    have none.
    """
    match value:
        case Tags(tags=tags):
            yield from ((tag.slug, interface.tag(tag, field)) for tag in tags)
        case Words():
            yield slug(value.pick(interface.languages[0])[1]), interface.picked(value)
        case CountryCode(code=code):
            yield slug(code), interface.country(code)
        case LanguageCodes(codes=codes):
            yield from ((slug(code), interface.language_name(code)) for code in codes)
        case _:
            return
