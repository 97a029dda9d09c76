"""The other names of a tag, a country, a language: whoever looks for one of them means the same."""

from acquaint.catalogues import SOURCE
from acquaint.config import Vocabulary
from acquaint.country_aliases import COUNTRY_ALIASES
from acquaint.render.interface import Interface
from acquaint.render.naming import country, language_name, own_name
from acquaint.shown import Tag

_LANGUAGES = ("en", "de", "zh")
"""Languages in which a country or a language is known, besides those of the community."""


def tag_spellings(tag: Tag, field: str, interface: Interface) -> tuple[str, ...]:
    """The tag as the page has it, then every other spelling the community's vocabulary has for it."""
    return interface.once(_of_tag, tag.slug, tag.text, field)


def country_spellings(code: str, interface: Interface) -> tuple[str, ...]:
    """The country's name on the page, then every other it is known by, its two letters among them."""
    return interface.once(_of_country, code)


def language_spellings(code: str, interface: Interface) -> tuple[str, ...]:
    """The language's name on the page, then in the community's other languages, and in itself."""
    return interface.once(_of_language, code)


def _of_tag(slug: str, text: str, field: str, interface: Interface) -> tuple[str, ...]:
    vocabulary = interface.vocabulary.get(field, Vocabulary())
    term = vocabulary.spellings.get(slug)
    shown = interface.tag(Tag(text, slug), field).text
    if term is None:
        return (shown,)
    return _others([shown, text, term.name, *term.also, *term.translations.values()])


def _of_country(code: str, interface: Interface) -> tuple[str, ...]:
    names = (country(code, language) for language in (interface.language, *interface.languages, SOURCE, *_LANGUAGES))
    return _others([*names, *COUNTRY_ALIASES.get(code, ()), code])


def _of_language(code: str, interface: Interface) -> tuple[str, ...]:
    names = (
        language_name(code, language) for language in (interface.language, *interface.languages, SOURCE, *_LANGUAGES)
    )
    return _others([*names, own_name(code)])


def _others(names: list[str]) -> tuple[str, ...]:
    """`names` without those that only repeat an earlier one."""
    first: dict[str, str] = {}
    for name in filter(None, names):
        first.setdefault(name.casefold(), name)
    return tuple(first.values())
