"""What the scripts say in another language, as the files that a page in that language fetches."""

import json
from collections.abc import Iterable, Iterator
from gettext import NullTranslations

from babel import Locale

from acquaint.catalogues import Catalogue

# Every plural category of every language has a number here: the rules look at the last two digits, and at millions.
_SAMPLES = (*range(201), 1_000, 1_000_000)


_QUOTES = ('"', "'", "`")


def phrases(*catalogues: Catalogue, scripts: Iterable[bytes] | None = None) -> bytes:
    """`catalogues` as JSON for assets/words/, the first preferred: what has no translation is left out.

    Of `scripts`, if they are given, only what one of them says. An English sentence leads to its translation. One that
    depends on a number leads to a translation for each plural category of the language, as Intl.PluralRules in a
    browser names them.
    """
    text = None if scripts is None else b"\n".join(scripts).decode()
    said: dict[str, str | dict[str, str]] = {}
    for catalogue in catalogues:
        translations = catalogue.translations
        language = Locale.parse(catalogue.language, sep="-")
        for message, is_counted in _messages(translations):
            if message in said or not (text is None or is_said(message, text)):
                continue
            told = _by_category(translations, message, language) if is_counted else translations.gettext(message)
            said[message] = told
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def is_said(message: str, scripts: str) -> bool:
    """True if `message` stands in `scripts` as a whole text, in any quotation marks and with their escapes."""
    escaped = message.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return any(f"{quote}{escaped.replace(quote, chr(92) + quote)}{quote}" in scripts for quote in _QUOTES)


def _messages(translations: NullTranslations | None) -> Iterator[tuple[str, bool]]:
    """Each English sentence that has a translation, and whether it depends on a number.

    gettext looks sentences up and names none, so this reads the table it keeps, and that of each catalogue behind it.
    """
    while translations is not None:
        for key in vars(translations).get("_catalog", {}):
            message, is_counted = (key[0], True) if isinstance(key, tuple) else (key, False)
            if message:
                yield message, is_counted
        translations = vars(translations).get("_fallback")


def _by_category(translations: NullTranslations, message: str, language: Locale) -> dict[str, str]:
    """The translations of `message` by category; gettext numbers them by a rule of each catalogue's own."""
    found: dict[str, str] = {}
    for number in _SAMPLES:
        category = language.plural_form(number)
        if category not in found and (text := translations.ngettext(message, "", number)):
            found[category] = text
    return found
