"""Telephone numbers in a text, and the many runs of digits that are none."""

import re
from collections.abc import Iterator

from acquaint.patterns import lazy
from acquaint.withhold.person import Place

_RUN = lazy(r"(?:\+[ ]?|\(\+?)?\d(?:[ \t\xa0\u2009\u202f().\-/·]{0,3}\d)*")
_GROUPS = lazy(r"\d+")
_YEAR = lazy(r"(?:19|20)\d\d")
_DATE = lazy(r"\d{4}([-/. ])\d{1,2}\1\d{1,2}(?:\D.*)?|\d{1,2}([-/. ])\d{1,2}\2(?:19|20)\d\d(?:\D.*)?")
_NUMBERED = lazy(
    r"(?:(?<![a-z])(?:isbn|issn|doi|orcid|pmid|pmc|arxiv|rfc|version|ver|gnd|viaf|isni|grant|cve|pages?|pp|id|no|nr|vol|issue|"
    r"ticket|lat|lon|lng|latitude|longitude)|"
    r"学号|编号|[€$£¥₹#§])[\s.:#]{0,3}(?:97[89][- ])?$"
)
_CALLED = lazy(
    r"(?:(?<![a-z])(?:phone|tel|telephone|telefon|call|mobile|mobil|handy|cell|whatsapp|signal|sms|text me|fon|fax|"
    r"wechat|电话|手机|電話|携帯|"
    r"전화|hotline|viber|téléphone|teléfono|telefone|móvil|телефон)|"
    r"هاتف|جوال)(?:[ ](?:me|number|us|at|on|under|me at|me on|is))*[\s.:：]{0,3}$"
)
_COUNTED = lazy(
    r"\s{0,2}(?:[%€$£¥₹°+]|usd|eur|gbp|cny|rmb|euros?|dollars?|users|people|members|downloads|views|lines|rows|records|km|kg|"
    r"million|billion|followers|students|元|万|人|次|行)"
)
_DOI = lazy(r"10\.\d{4,9}/")
FEWEST, MOST = 7, 15


def digit_runs(folded: str) -> Iterator[Place]:
    """Every run of at least six digits parted by no more than marks."""
    for match in _RUN.finditer(folded):
        if sum(map(str.isdigit, match.group())) >= FEWEST - 1:
            start, end = match.span()
            yield start + int(match.group()[0] == "(" and match.group().count("(") > match.group().count(")")), end


def phone_places(folded: str) -> Iterator[tuple[Place, str]]:
    """Place and digits of every run that is a telephone number, in a text folded for contacts."""
    for start, end in digit_runs(folded):
        number = folded[start:end]
        digits = "".join(_GROUPS.findall(number))
        before, after = folded[max(0, start - 24) : start], folded[end : end + 12]
        if FEWEST <= len(digits) <= MOST and _is_phone(number, digits, before, after):
            yield (start, end), digits


def _is_phone(number: str, digits: str, before: str, after: str) -> bool:
    """True if the way `number` is written, and what stands around it, say telephone."""
    called = _CALLED.search(before) is not None
    if not called and re.search(r"[\w./=@#-]$", before) and not re.search(r"[\u2e80-\U0003ffff]$", before):
        return False
    if re.match(r"[a-z_]|[.,:]\d|[-/]\w", after):
        return False
    if called or number[0] == "+" or number.startswith("(+"):
        return True
    if _NUMBERED.search(before) or _COUNTED.match(after) or _DATE.fullmatch(number) or _DOI.match(number):
        return False
    groups = _GROUPS.findall(number)
    if len(groups) == 1:
        return digits[0] == "0" or re.fullmatch(r"1[3-9]\d{9}", digits) is not None
    return _are_phone_groups(groups, number)


def _are_phone_groups(groups: list[str], number: str) -> bool:
    """True if groups of digits are no years, no identifier, no decimal, no version, no round number."""
    lengths = [len(group) for group in groups]
    digits = "".join(groups)
    if all(_YEAR.fullmatch(group) or len(group) == 2 for group in groups) and _YEAR.fullmatch(groups[0]):
        return False
    if sum(_YEAR.fullmatch(group) is not None for group in groups) >= 2 or max(lengths) > 11:
        return False
    if lengths == [4, 4, 4, 4] or lengths[:3] == [4, 4, 4] or (digits.startswith(("978", "979")) and len(digits) == 13):
        return False
    if digits[0] != "0" and len(set(digits)) > 1 and _is_thousands(groups, lengths):
        return False
    if "." in number and not (set(number) - set("0123456789.")):
        return _is_dotted_phone(groups, lengths)
    return sum(length == 1 for length in lengths) <= 2


def _is_thousands(groups: list[str], lengths: list[int]) -> bool:
    """True for 1 234 567 and for 10 000 000."""
    regular = lengths[0] <= 3 and all(length == 3 for length in lengths[1:])
    return regular and (groups[-1] == "000" or lengths[0] == 1)


def _is_dotted_phone(groups: list[str], lengths: list[int]) -> bool:
    """True if groups parted by dots are neither decimal, version nor address of a machine."""
    if len(groups) == 2:
        return groups[0][0] == "0" and lengths[0] >= 3
    machine = len(groups) == 4 and all(int(group) < 256 for group in groups) and max(lengths) <= 3
    return min(lengths) > 1 and (not machine or groups[0][0] == "0") and (groups[0][0] == "0" or lengths[-1] >= 3)
