"""How the pages name countries, languages and days, in any language Babel knows."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from markupsafe import escape

from acquaint.catalogues import SOURCE
from acquaint.introduction import NO_COUNTRY

_ENGLISH_DAYS = "en-GB"
"""English without a country writes days as Americans do; the rest of the English-speaking world puts the day first."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to show; `lang` is given where it differs from the language of the interface.

    As it is, it stands in an element with its own direction and language.
    """

    text: str
    lang: str | None = None

    def __html__(self) -> str:
        lang = f' lang="{escape(self.lang)}"' if self.lang else ""
        return f'<span dir="auto"{lang}>{escape(self.text)}</span>'


def country(code: str, language: str) -> str:
    """The name in `language` of the country with the ISO 3166 `code`; the code where Babel knows no name."""
    name: str = _locale(language).territories.get(code.upper(), code)
    return name


@cache
def countries() -> tuple[str, ...]:
    """The ISO 3166 codes of all countries that Babel names."""
    codes = (str(code) for code in Locale.parse(SOURCE).territories)
    return tuple(sorted(code for code in codes if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRY))


def language_name(code: str, language: str) -> str:
    """The name in `language` of the language with the BCP 47 tag `code`; the tag where Babel knows no name."""
    page = _locale(language)
    try:
        name = Locale.parse(code, sep="-").get_display_name(page)
    except (ValueError, UnknownLocaleError):
        name = page.languages.get(code.partition("-")[0].lower())
    return name[0].upper() + name[1:] if name else code


def own_name(code: str) -> str:
    """What speakers of the language with the BCP 47 tag `code` call it; "" where Babel doesn't know."""
    try:
        return Locale.parse(code, sep="-").get_display_name() or ""
    except (ValueError, UnknownLocaleError):
        return ""


def month_of(day: date, language: str) -> str:
    """As in March 2026, März 2026, 2026年3月."""
    return format_skeleton("yMMMM", day, locale=_days(language))


def day_of(day: date, language: str) -> str:
    """As in 14 March 2026, 14. März 2026, 2026年3月14日."""
    return format_date(day, "long", locale=_days(language))


def day_of_every_year(month: int, day: int, language: str) -> str:
    """As in 14 March. The year is a leap year, or 29 February could not be said."""
    return format_skeleton("MMMMd", date(2000, month, day), locale=_days(language))


@cache
def writing_direction(language: str) -> str:
    """`rtl` for a language written from right to left, else `ltr`."""
    return _locale(language).text_direction


@cache
def locale(language: str) -> str:
    """`language` with its country, or the one where most speak it, as in de_DE; "" where Babel knows none."""
    try:
        found = Locale.parse(language, sep="-")
        likely = get_global("likely_subtags").get(found.language, "")
    except (ValueError, UnknownLocaleError):
        return ""
    if found.script and not found.territory:
        likely = get_global("likely_subtags").get(f"{found.language}_{found.script}", likely)
    territory = found.territory or likely.rpartition("_")[2]
    return f"{found.language}_{territory}" if territory else ""


def _days(language: str) -> Locale:
    return _locale(_ENGLISH_DAYS if language == SOURCE else language)


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale.parse(SOURCE)
