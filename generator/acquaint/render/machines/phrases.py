"""What the scripts say in another language, as the files that a page in that language fetches."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from gettext import NullTranslations

from babel import Locale

from acquaint.catalogues import Catalogue

# Every plural category of every language has a number here: the rules look at the last two digits, and at millions.
_SAMPLES = (*range(201), 1_000, 1_000_000)


_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
_DIGITS = 6
_QUOTES = ('"', "'", "`")


def phrases(*catalogues: Catalogue, scripts: Iterable[bytes] | None = None, known: Iterable[bytes] = ()) -> bytes:
    """`catalogues` as JSON for assets/words/, the first preferred: what has no translation is left out.

    Of `scripts`, if they are given, only what one of them says, and nothing that is `known` from other files. An
    English sentence leads to its translation. One that depends on a number leads to a translation for each plural
    category of the language, as Intl.PluralRules in a browser names them.
    """
    text = None if scripts is None else _joined(tuple(scripts))
    before = {message for file in known for message in json.loads(file)}
    said: dict[str, str | dict[str, str]] = {}
    for catalogue in catalogues:
        translations = catalogue.translations
        categories = _categories(catalogue.language)
        for message, is_counted in _messages(translations):
            if message in said or message in before or not (text is None or is_said(message, text)):
                continue
            told = _by_category(translations, message, categories) if is_counted else translations.gettext(message)
            said[message] = told
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def filed(said: bytes) -> bytes:
    """`said` as it is published: each sentence under a number made of it, for the English ones would be half of all.

    Two that share a number stay away, and are said in English.
    """
    told: dict[str, object] = json.loads(said)
    under = Counter(map(file_name, told))
    kept = {file_name(message): told[message] for message in told if under[file_name(message)] == 1}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def file_name(message: str) -> str:
    """FNV-1a of `message` in six digits, as words.js reckons it."""
    total = 0x811C9DC5
    for letter in message:
        total = ((total ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    digits = ""
    while len(digits) < _DIGITS:
        total, digit = divmod(total, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    return digits


@lru_cache(maxsize=16)
def _joined(scripts: tuple[bytes, ...]) -> str:
    return b"\n".join(scripts).decode()


# Each language and each build asks the same of the same scripts.
@lru_cache(maxsize=8192)
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


@lru_cache(maxsize=64)
def _categories(language: str) -> tuple[tuple[int, str], ...]:
    """Each sample and the plural category it belongs to."""
    locale = Locale.parse(language, sep="-")
    return tuple((number, locale.plural_form(number)) for number in _SAMPLES)


def _by_category(
    translations: NullTranslations, message: str, categories: tuple[tuple[int, str], ...]
) -> dict[str, str]:
    """The translations of `message` by category; gettext numbers them by a rule of each catalogue's own."""
    found: dict[str, str] = {}
    for number, category in categories:
        if category not in found and (text := translations.ngettext(message, "", number)):
            found[category] = text
    return found
