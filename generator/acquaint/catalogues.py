"""The sentences of the interface in other languages: gettext catalogues, read as the .po files people edit.

A catalogue stands at translations/<language>/<domain>.po in the theme, or in a community's own templates. The domains:
`pages` what templates and render/ write, `browser` what scripts write, `messages` what the command tells.
"""

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from acquaint.errors import MachineError, UsageError

if TYPE_CHECKING:
    from babel.messages import Catalog

SOURCE = "en"
"""The language of the sentences in the code, and of every interface without a catalogue."""

_GAP = re.compile(r"%\([^)]*\)\w?|\{[^{}]*\}|%[^(%\s\w]")
_BRACE = re.compile("[{}]")
"""Whatever one of the two ways of filling gaps might take for one; a gap may reach no further than its name."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one domain in `language` (BCP 47); what has no translation stays as it is in the code."""

    language: str = SOURCE
    translations: NullTranslations = field(default_factory=NullTranslations, compare=False)
    made_of: tuple[bytes, ...] = ()
    """The digests of the files it was read from: two catalogues are the same if these are."""

    def __plain__(self) -> tuple[str, tuple[bytes, ...]]:
        """What tells it from another one."""
        return self.language, self.made_of

    def say(self, message: str, **values: object) -> str:
        """`message`, an English sentence with named gaps like `{name}`, in this language with `values` in the gaps."""
        return self.translations.gettext(message).format(**values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The same for a sentence that depends on a number; `values` may give `n` as it is to be read."""
        return self.translations.ngettext(one, many, number).format(**{"n": number, **values})


ENGLISH = Catalogue()


def read_catalogue(folders: Sequence[Path], domain: str, language: str) -> Catalogue:
    """The catalogue for `language` from the themes in `folders`, the first preferred sentence by sentence.

    A catalogue for zh serves zh-Hant where there is none of its own. Raises UsageError for a file that is no catalogue.
    """
    found: NullTranslations | None = None
    called, made_of = SOURCE, list[bytes]()
    for tag in dict.fromkeys((language, language.partition("-")[0])):
        for folder in folders:
            path = folder / "translations" / tag / f"{domain}.po"
            if path.is_file():
                read, digest = _read(path, tag)
                made_of.append(digest)
                called = called if found else tag
                if found:
                    found.add_fallback(read)
                else:
                    found = read
    return Catalogue(called, found, tuple(made_of)) if found else ENGLISH


def _read(path: Path, language: str) -> tuple[GNUTranslations, bytes]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise MachineError.from_os(error, "read the translations in") from error
    # Each reader gets its own: another catalogue may be put behind it.
    return copy(_parsed(content, f"translations/{language}/{path.name}", language)), sha256(content).digest()


@lru_cache(maxsize=32)
def _parsed(content: bytes, where: str, language: str) -> GNUTranslations:
    """The catalogue with this `content`; both editions ask for the same ones, and `serve` at every change."""
    from babel.messages.mofile import write_mo  # Slow to import, and an English community needs neither.
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(BytesIO(content), locale=language.replace("-", "_"), abort_invalid=True)
        _compare_gaps(catalog, where)
        compiled = BytesIO()
        write_mo(compiled, catalog)
        compiled.seek(0)
        return GNUTranslations(compiled)
    except PoFileError as error:
        raise UsageError(f"{where}:{error.lineno}: this is no gettext catalogue: {error}") from error
    except (ValueError, LookupError) as error:
        raise UsageError(f"{where} is no gettext catalogue in UTF-8 for {language}.") from error


def _compare_gaps(catalog: "Catalog", where: str) -> None:
    """A translation may leave a gap out; one with a gap of its own could never be filled, so UsageError names it."""
    for message in catalog:
        if not message.id or not message.string:
            continue
        english = [message.id] if isinstance(message.id, str) else list(message.id)
        asked = {gap for text in english for gap in _GAP.findall(text)}
        for text in [message.string] if isinstance(message.string, str) else message.string:
            own = sorted({*_GAP.findall(text)} - asked) or _BRACE.findall(
                _GAP.sub("", text).replace("{{", "").replace("}}", "")
            )
            if own and not _BRACE.search(_GAP.sub("", english[0])):
                told = f"the translation of “{english[0]}” has a gap that the English hasn't: {own[0]}"
                raise UsageError(f"{where}: {told}")
