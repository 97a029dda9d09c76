"""Languages, as BCP 47 tags whose language is one that CLDR names."""

import re
from functools import cache

from acquaint.fields.names import name_key, nearest
from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.fields.types import BLANK, FieldType
from acquaint.messages import say
from acquaint.shown import LanguageCodes, Plain
from acquaint.tree import Node, Scalar
from acquaint.values import Code, Codes

_TAG = re.compile(
    r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?((?:-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*)", re.ASCII
)
TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""The languages of two letters that CLDR names: what nearly everybody writes, known without loading Babel."""
# Codes people type that are a country's, or ISO 639-2's, mapped to what they mean.
_USUAL_SLIPS = {"cn": "zh", "jp": "ja", "cz": "cs", "dk": "da", "gr": "el", "eng": "en", "ger": "de", "chi": "zh"}


@cache
def _language_names(locale: str) -> dict[str, str]:
    from babel import Locale  # Babel is slow to import, and not every file needs it.

    return {str(code): str(name) for code, name in Locale.parse(locale).languages.items()}


@cache
def _known_variants() -> frozenset[str]:
    """Registered variants that CLDR names; anything else behind a language may be anything, a name even."""
    from babel import Locale

    return frozenset(str(code).lower() for code in Locale.parse("en").variants)


@cache
def _codes_by_name() -> dict[str, str]:
    names = [(name, code) for locale in ("zh", "de", "en") for code, name in _language_names(locale).items()]
    # CLDR calls English 英语; 英文 is as usual.
    written = [(f"{name.removesuffix('语')}文", code) for name, code in names if name.endswith("语")]
    return {name_key(name): code.replace("_", "-") for name, code in [*written, *names]}


def parse_tag(text: str) -> str | None:
    """`text` as a BCP 47 tag in its usual case (`zh-Hant-TW`); None if it isn't one or nobody speaks it."""
    match = _TAG.fullmatch(text.strip().lower().replace("_", "-"))
    if match is None:
        return None
    language, script, region, variants = match.groups()
    if language not in TWO_LETTERS and language not in _language_names("en"):
        return None
    if variants and not _known_variants().issuperset(variants.split("-")[1:]):
        return None
    parts = [language, (script or "").title(), (region or "").upper()]
    return "-".join(part for part in parts if part) + variants


def language_named(text: str) -> str | None:
    """The tag in `text`, or the tag of the language that is called so."""
    key = name_key(text)
    return parse_tag(text) or _USUAL_SLIPS.get(key) or _codes_by_name().get(key)


def language_tag(scalar: Scalar, reading: Reading) -> str | None:
    """The BCP 47 tag in `scalar`, or a problem that names the one probably meant."""
    tag = parse_tag(scalar.text)
    if tag is None:
        key = name_key(scalar.text)
        meant = _USUAL_SLIPS.get(key) or _codes_by_name().get(key)
        if meant is None and reading.quotable:
            close = nearest(scalar.text, _language_names("en").values())
            meant = _codes_by_name().get(name_key(close)) if close else None
        message = say(
            "{value} is no language tag ({field} takes tags as in en, de, zh, pt-BR).",
            value=reading.quote(scalar),
            field=reading.field,
        )
        reading.report("unknown-language", scalar, message, meant=meant if reading.quotable else None)
    return tag


def read_language(node: Node, reading: Reading) -> Code | None:
    """One language."""
    scalar = reading.scalar(node, say("a language tag, as in {example}", example="en"))
    tag = language_tag(scalar, reading) if scalar else None
    return Code(tag) if tag else None


def read_languages(node: Node, reading: Reading) -> Codes | None:
    """A list of languages, each once."""
    wanted = say("language tags in one flat list, as in {example}", example="[en, de]")
    scalars = [reading.scalar(entry, wanted) for entry in reading.listed(node)]
    tags = [language_tag(scalar, reading) for scalar in scalars if scalar]
    codes = tuple(dict.fromkeys(tag for tag in tags if tag))
    return Codes(codes) if codes else None


def show_language(value: Code, showing: Showing) -> LanguageCodes:
    """The one language as a list of one."""
    return LanguageCodes((value.code,))


def show_languages(value: Codes, showing: Showing) -> LanguageCodes:
    """The languages in the member's order."""
    return LanguageCodes(value.codes)


def show_code(value: Code, showing: Showing) -> Plain:
    """The code as it is."""
    return Plain(value.code)


_PATTERN = r"^\s*[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*\s*$"
LANGUAGE = FieldType(
    name="language",
    about="A language as BCP 47 tag.",
    example="pt-BR",
    wrong="Portuguese",
    read=read_language,
    show=show_language,
    schema={"type": "string", "pattern": _PATTERN},
    beyond=("a language must exist",),
    can_be_facet=True,
)
LANGUAGES = FieldType(
    name="languages",
    about="Languages as BCP 47 tags, best first.",
    example="[en, de, zh-Hant]",
    wrong="[English, German]",
    read=read_languages,
    show=show_languages,
    schema={
        "anyOf": [
            {"type": "string", "pattern": _PATTERN},
            {
                "type": "array",
                "maxItems": 40,
                "items": {"anyOf": [BLANK, {"type": "string", "pattern": _PATTERN}]},
            },
        ]
    },
    beyond=("a language must exist",),
    can_be_facet=True,
)
