"""Addresses of the web in a text, and whether one spells a name, a company or a way to reach somebody."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from acquaint.patterns import lazy
from acquaint.withhold.companies import Phrase
from acquaint.withhold.fold import NAMES
from acquaint.withhold.names import NameWords
from acquaint.withhold.ordinary import ORDINARY
from acquaint.withhold.person import Place

_TLDS = "com|org|net|io|dev|edu|gov|info|blog|page|site|tech|xyz|app|online|cloud|name|wiki|example|test|[a-z]{2}"
_WEB = lazy(
    r"(?:(?<![a-z])[a-z][a-z0-9+.-]{1,15}://|(?<![\w.])www\.|(?<![\w])(?:mailto|tel|sms|skype|xmpp|sip):(?=[\w+]))"
    r"[^\s<>\"`，。；、）】」]{2,2000}"
    rf"|(?<![\w.@/-])(?:[a-z0-9À-ɏ-]{{1,63}}\.){{1,4}}(?:{_TLDS})(?![\w-])(?:/[^\s<>\"`，。；、）】」]{{0,2000}})?",
    re.IGNORECASE,
)
_REACHES = lazy(
    r"(?i)^(?:mailto|tel|sms|skype|xmpp|sip|weixin|tg|whatsapp|signal|line|viber|threema):"
    r"|^(?:https?://)?(?:www\.)?(?:(?:[\w-]+\.)?t\.me|telegram\.me|(?:api\.)?wa\.me|api\.whatsapp\.com|line\.me|"
    r"signal\.me|m\.me|u\.wechat\.com|wechat\.com|threema\.id|join\.skype\.com|viber\.me|discord\.com/users)/\S"
)
_REACH_HINTS = (
    "t.me/", "m.me/", "wa.me/", "line.me/", "signal.me/", "telegram.", "whatsapp.com", "wechat.com", "threema.id",
    "skype.com", "viber.me", "discord.com/users", "mailto:", "tel:", "sms:", "xmpp:", "sip:", "skype:", "weixin:",
    "tg:", "%",
)  # fmt: skip
_KNOWN_HOSTS = lazy(
    r"(?i)^(?:[a-z]+:)?/*(?:[\w-]+\.)?(?:github|gitlab|linkedin|twitter|facebook|instagram|youtube|medium|orcid|mastodon|bsky|reddit|"
    r"stackoverflow|researchgate|scholar\.google|google|gravatar|hashnode|dev|x)\.(?:com|org|io|net|social|app|to)(?=[/?#]|$)"
)
_SPELLED = lazy(r"[^\W_]+")


def web_places(text: str) -> Iterator[Place]:
    """Every address written in `text`, without the punctuation that ends a sentence."""
    if "." not in text and ":" not in text:
        return
    for match in _WEB.finditer(text):
        found = match.group().rstrip(".,;:!?'*_~’”")
        while found[-1:] in ")]}" and found.count(found[-1]) > found.count("([{"[")]}".index(found[-1])]):
            found = found[:-1].rstrip(".,;:!?'*_~")
        if (
            "://" in found
            or found[0] == "w"
            or not any(letter.isupper() for letter in found.split("/")[0].rsplit(".", 1)[-1])
        ):
            yield match.start(), match.start() + len(found)


def hints_at_reach(folded: str) -> bool:
    """True if a text folded for contacts may hold an address that reaches somebody."""
    return any(hint in folded for hint in _REACH_HINTS)


def reaches_somebody(url: str) -> bool:
    """True for an address that writes to or calls somebody: mailto, tel, t.me, wa.me."""
    return _REACHES.search(url.strip()) is not None


def account_in(url: str) -> str:
    """What is reached, in canonical form: the address, the number, the account."""
    bare = NAMES.fold(unquote(url.strip())).partition("?")[0]
    return bare.rstrip("/").rsplit("/", 1)[-1].rpartition(":")[2].lstrip("@+")


def spells_name(url: str, names: NameWords) -> bool:
    """True if the address holds the full name without gaps, or a word of it that isn't an everyday one."""
    parts = _SPELLED.findall(NAMES.fold(_told(url)))
    run = "".join(parts)
    if any(form in run for form in names.glued) or any(form in run for form in names.unspaced):
        return True
    if not names.joined.isdisjoint(parts):
        return True
    words = [word for word in names.strong if word not in ORDINARY]
    return any(word in parts if len(word) == 3 else len(word) > 3 and word in run for word in words)


def spells_company(url: str, phrases: tuple[Phrase, ...]) -> bool:
    """True if the address holds a company of at least five letters, or an unspaced one."""
    run = "".join(_SPELLED.findall(NAMES.fold(unquote(url))))
    return any(
        phrase.needle in run
        and (phrase.unspaced or (len(phrase.needle) >= 5 and (phrase.words > 1 or not phrase.cased)))
        for phrase in phrases
    )


def _told(url: str) -> str:
    """The address in plain letters, without a host so well known that it says nothing of a person."""
    return _KNOWN_HOSTS.sub("", unquote(url.strip()))
