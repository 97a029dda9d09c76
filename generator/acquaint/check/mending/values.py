"""Values of a known kind written otherwise: days, places, languages, ways to reach somebody, addresses."""

import re
from collections.abc import Iterator
from functools import cache

from acquaint.check.mending.case import Case, Change, as_scalar, bare, one, quoted
from acquaint.fields.contacts import KINDS, is_email, is_phone
from acquaint.fields.countries import country_code
from acquaint.fields.languages import language_named
from acquaint.fields.timezones import zone_named
from acquaint.messages import say

_SEPARATORS = re.compile(r"\s*(?:[,;，；、/|&+]|\band\b|\bund\b|和)\s*")
_AT = re.compile(r"\s*(?:[(\[{]\s*(?:at|ät|@|a)\s*[)\]}]|\s(?:at|ät)\s|＠|@|#at#)\s*", re.IGNORECASE)
_DOT_WORD = re.compile(r"\s*(?:[(\[{]\s*(?:dot|punkt)\s*[)\]}]|\s(?:dot|punkt)\s|。|．)\s*", re.IGNORECASE)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-−–])\s*([0-9]{1,2})(?::?([0-9]{2}))?", re.IGNORECASE)
# Where most people with this difference to UTC live; the sentence beside it says that it is a guess.
_CITIES = {
    -600: "Pacific/Honolulu", -480: "America/Los_Angeles", -420: "America/Denver", -360: "America/Chicago",
    -300: "America/New_York", -240: "America/Santiago", -180: "America/Sao_Paulo", 0: "Europe/London",
    60: "Europe/Berlin", 120: "Europe/Athens", 180: "Europe/Istanbul", 210: "Asia/Tehran", 240: "Asia/Dubai",
    300: "Asia/Karachi", 330: "Asia/Kolkata", 345: "Asia/Kathmandu", 360: "Asia/Dhaka", 420: "Asia/Bangkok",
    480: "Asia/Shanghai", 540: "Asia/Tokyo", 570: "Australia/Darwin", 600: "Australia/Sydney", 720: "Pacific/Auckland",
}  # fmt: skip
_FLAG_A = 0x1F1E6
"""The sign that stands for A in a flag."""
_GUESS = say(
    "A difference in hours doesn't tell summer time. If this isn't your city, take the nearest of your country."
)
_FIRST = say("A date has a day as well; take the first if you don't know it.")
_ORDER = say("If you meant it the other way round, swap day and month.")


def meant(case: Case) -> Iterator[Change]:
    """The name that was probably meant, in the value's place."""
    if case.problem.meant:
        yield Change(one(case.line, case.with_value(case.problem.meant)))


def proposed(case: Case) -> Iterator[Change]:
    """What the message proposes, if it is a text to paste: in the value's place, or in the line's."""
    fix = case.problem.fix
    if isinstance(fix, str) and "…" not in fix and "\n" not in fix:
        yield Change(one(case.line, case.with_value(fix)))
        line = case.source.line(case.line)
        if ":" in fix and re.match(r"[\w-]+\s*:", line) and len(case.entry(case.line)) == 1:
            yield Change(one(case.line, fix))


@cache
def _months() -> dict[str, int]:
    from babel import Locale  # Babel is slow to import, and not every file needs it.

    names: dict[str, int] = {}
    for locale in map(Locale.parse, ("en", "de")):
        for width in ("wide", "abbreviated"):
            names |= {str(name).casefold().rstrip("."): n for n, name in locale.months["format"][width].items()}
    return names


def days(case: Case) -> Iterator[Change]:
    """A day in another order or with the month's name."""
    text = case.value()
    kind = case.kind(case.field()[0])
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)]
    words = [_months()[word] for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in _months()]
    year = next((n for n in numbers if n > 999), 0)
    if len(numbers) == 3 and not year:
        year = 2000 + numbers.pop()
    rest = [n for n in numbers if n != year]
    pairs: list[tuple[int, int]] = []
    if year and not rest and kind != "month-day":
        month = words[0] if words else 1
        yield Change(one(case.line, case.with_value(f"{year}-{month:02}-01")), fix=_FIRST)
    elif year and len(rest) == 1 and not words and kind != "month-day":
        yield Change(one(case.line, case.with_value(f"{year}-{rest[0]:02}-01")), fix=_FIRST)
    elif words and rest:
        pairs = [(words[0], rest[0])]
    elif len(rest) == 2:
        is_month_first = "/" in text or numbers[0] == year
        pairs = [(rest[0], rest[1]), (rest[1], rest[0])] if is_month_first else [(rest[1], rest[0]), (rest[0], rest[1])]
    for month, day in pairs:
        hint = _ORDER if max(month, day) <= 12 and not words and "/" in text else None
        if kind == "month-day":
            yield Change(one(case.line, case.with_value(f"{month:02}-{day:02}")), fix=hint, is_sure=False)
        elif year:
            yield Change(one(case.line, case.with_value(f"{year}-{month:02}-{day:02}")), fix=hint)


def zone(case: Case) -> Iterator[Change]:
    """A city for a difference to UTC."""
    match = _OFFSET.fullmatch(case.value())
    if match:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        city = _CITIES.get(minutes if match[1] == "+" else -minutes)
        if city:
            yield Change(one(case.line, case.with_value(city)), fix=_GUESS)
    for word in re.findall(r"[^\W\d_]{3,}", case.value()):
        if named := zone_named(word):
            yield Change(one(case.line, case.with_value(named)))


def languages(case: Case) -> Iterator[Change]:
    """Languages by their names, as a list of tags."""
    name, number = case.field()
    match = re.fullmatch(r"([\w-]+\s*:\s+)\[?(.*?)\]?\s*", case.source.line(number))
    if match and number == case.line:
        parts = [bare(part) for part in _SEPARATORS.split(bare(match[2])) if part.strip()]
        tags = [tag for part in parts if (tag := language_named(part))]
        if tags:
            is_one = case.kind(name) == "language"
            yield Change(one(number, match[1] + (tags[0] if is_one else f"[{', '.join(dict.fromkeys(tags))}]")))
    single = language_named(case.value())
    if single:
        yield Change(one(case.line, case.with_value(single)))


def country(case: Case) -> Iterator[Change]:
    """The first of several countries, or the one in brackets or behind a comma; a flag is two letters in disguise."""
    letters = "".join(chr(ord(sign) - _FLAG_A + ord("A")) for sign in case.value() if 0 <= ord(sign) - _FLAG_A < 26)
    if country_code(letters):
        yield Change(one(case.line, case.with_value(letters)))
    for part in re.split(r"[/,;，、()]|\bor\b|\band\b", case.value()):
        if part.strip() and country_code(part.strip()):
            yield Change(one(case.line, case.with_value(part.strip())))


def contact(case: Case) -> Iterator[Change]:
    """An e-mail address or a number written for people, as machines take it."""
    text = case.value()
    plain = _DOT_WORD.sub(".", _AT.sub("@", f" {text} ".replace("mailto:", ""))).strip(" <>")
    if is_email(plain):
        yield Change(one(case.line, case.with_value(plain)))
    found = re.search(r"[^\s<>()\[\],;:\"]+@[^\s<>()\[\],;:\"]+", plain)
    if found and is_email(found.group()):
        yield Change(one(case.line, case.with_value(found.group())))
    number = re.search(r"\+?[0-9][0-9 ().\-/]{5,}[0-9]", text)
    if number and is_phone(number.group()):
        yield Change(one(case.line, case.with_value(quoted(number.group()), wrap=False)))
    yield from _as_other(case, text)


def _as_other(case: Case, text: str) -> Iterator[Change]:
    """Under `other` anything may stand that tells how to reach somebody."""
    line = case.source.line(case.line)
    match = re.match(r"(\s+)([\w-]+)(\s*:\s+)", line)
    if match and match[2] in KINDS and 2 <= len(text) <= 100:
        yield Change(one(case.line, f"{match[1]}other: {as_scalar(text)}"))


def address(case: Case) -> Iterator[Change]:
    """An address without its scheme, or inside signs that were copied along."""
    text = bare(case.value()).strip("<>()")
    inner = re.search(r"https?://[^\s<>()\[\]]+", text)
    if inner:
        yield Change(one(case.line, case.with_value(inner.group())))
    if is_email(text):
        yield Change(one(case.line, case.with_value(f"mailto:{text}")))
    joined = re.sub(r"\s+", "", text).replace("：//", "://").replace("。", ".")
    yield Change(one(case.line, case.with_value(joined)))
    yield Change(one(case.line, case.with_value(f"https://{re.sub(r'^[a-z]*:?/+', '', joined)}")))
