"""Countries, as ISO 3166-1 codes, by the names and usual variants of English, Chinese and German."""

import re
from functools import cache

from acquaint.country_aliases import COUNTRY_ALIASES
from acquaint.fields.names import name_key, nearest
from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.fields.types import FieldType
from acquaint.messages import say
from acquaint.shown import CountryCode
from acquaint.tree import Node
from acquaint.values import Code

TWO_LETTERS = frozenset(
    "AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW "
    "BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CP CQ CR CU CV CW CX CY CZ DE DG DJ DK DM DO DZ EA EC EE EG EH ER "
    "ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IC ID IE "
    "IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC "
    "MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE "
    "PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
    "SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK "
    "YE YT ZA ZM ZW".split()
)
"""The codes of all countries that CLDR names, known without loading Babel."""
_LEADING_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


@cache
def country_names(locale: str) -> dict[str, str]:
    """CLDR's name of each country, by its two letters, in the language `locale`."""
    from babel import Locale  # Babel is slow to import, and not every file needs it.

    names = Locale.parse(locale).territories
    return {code: str(name) for code, name in names.items() if code in TWO_LETTERS}


@cache
def _codes_by_name(locale: str) -> dict[str, str]:
    return {name_key(name): code for code, name in country_names(locale).items()}


@cache
def _codes_by_alias() -> dict[str, str]:
    codes = {name_key(code): code for code in TWO_LETTERS}
    for code, aliases in COUNTRY_ALIASES.items():
        codes |= {name_key(alias): code for alias in aliases}
    return codes


def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country called `text`; None if no country is called so."""
    if (code := text.strip().upper()) in TWO_LETTERS:
        return code
    keys = (name_key(text), name_key(_LEADING_ARTICLE.sub("", text.strip())))
    # Each language takes Babel some 10 ms to load, and the first that knows the name is enough.
    for locale in ("", "en", "de", "zh", "zh_Hant"):
        codes = _codes_by_name(locale) if locale else _codes_by_alias()
        found = next((codes[key] for key in keys if key in codes), None)
        if found:
            return found
    return None


def read_country(node: Node, reading: Reading) -> Code | None:
    """One country."""
    scalar = reading.scalar(node, say("the name of a country, or its two letters"))
    if scalar is None:
        return None
    code = country_code(scalar.text)
    if code is None:
        meant = nearest(scalar.text, country_names("en").values()) if reading.quotable else None
        message = say(
            "{value} is no country ({field} takes a name or two letters, as in Germany or DE).",
            value=reading.quote(scalar),
            field=reading.field,
        )
        reading.report("unknown-country", scalar, message, meant=meant)
        return None
    return Code(code)


def show_country(value: Code, showing: Showing) -> CountryCode:
    """The country; the page names it in its own language."""
    return CountryCode(value.code)


COUNTRY = FieldType(
    name="country",
    about="A country by its name in English, Chinese or German, or by its two ISO letters.",
    example="Germany",
    wrong="Germoney",
    read=read_country,
    show=show_country,
    schema={"type": "string"},
    beyond=("a country must exist",),
    can_be_facet=True,
)
