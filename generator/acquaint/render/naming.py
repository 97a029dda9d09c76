"""How the pages name countries, languages and days."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

INTERFACE = "en"
"""The language of the sentences in the templates."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to show; `lang` is given where it differs from the language of the interface."""

    text: str
    lang: str | None = None


def text(words: str, lang: str = "") -> Text:
    """`words`, written in `lang` (BCP 47; "" where nobody knows)."""
    return Text(words, lang if lang and lang != INTERFACE else None)


def country(code: str, language: str) -> Text:
    """The name in `language` of the country with the ISO 3166 `code`; the code where Babel knows no name."""
    return text(_locale(language).territories.get(code.upper(), code), language)


@cache
def language_name(code: str, language: str) -> Text:
    """The name in `language` of the language with the BCP 47 tag `code`; the tag where Babel knows no name."""
    page = _locale(language)
    try:
        name = Locale.parse(code, sep="-").get_display_name(page)
    except (ValueError, UnknownLocaleError):
        name = page.languages.get(code.partition("-")[0].lower())
    return text(name[0].upper() + name[1:], language) if name else text(code)


@cache
def month_of(day: date) -> str:
    """As in March 2026."""
    return format_date(day, "MMMM y", locale=INTERFACE)


@cache
def day_of(day: date) -> str:
    """As in 14 March 2026."""
    return format_date(day, "d MMMM y", locale=INTERFACE)


@cache
def day_of_every_year(month: int, day: int) -> str:
    """As in 14 March. The year is a leap year, or 29 February could not be said."""
    return format_date(date(2000, month, day), "d MMMM", locale=INTERFACE)


@cache
def writing_direction(language: str) -> str:
    """`rtl` for a language written from right to left, else `ltr`."""
    return _locale(language).text_direction


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale.parse(INTERFACE)
