"""Links: labelled addresses that a browser may follow without harm."""

import re
from urllib.parse import urlsplit

from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.fields.types import BLANK, FieldType
from acquaint.messages import Quoted, say
from acquaint.shown import ShownLink, ShownLinks
from acquaint.tree import Mapping, Node, Scalar, is_blank
from acquaint.values import Link, Links

SAFE_SCHEMES = ("https", "http", "mailto")
MOST_URL = 500
"""Characters of one address."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DOMAIN_START = re.compile(r"[\w-]+(\.[\w-]+)+([/?#:]|$)")
_NEVER_IN_URL = re.compile(r"[\s<>\"'`{}|\\^]")


def scheme_of(text: str) -> str | None:
    """The scheme of an address in lower case, found as a browser finds it: blanks and controls don't hide it."""
    visible = "".join(c for c in text if c.isprintable() and not c.isspace())
    match = _SCHEME.match(visible)
    return match.group(1).lower() if match else None


def is_well_formed(url: str) -> bool:
    """True for an address that names a host (or, for mailto, somebody) and holds nothing a URL can't."""
    if _NEVER_IN_URL.search(url) or len(url) > MOST_URL:
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    host = parts.hostname or ""
    plain_host = re.fullmatch(r"[\w-]+(\.[\w-]+)+\.?|[0-9a-f]*:[0-9a-f:.]+", host)
    begins_twice = re.match(r"/+https?:/", parts.path, re.IGNORECASE)
    return parts.scheme in ("https", "http") and bool(plain_host) and parts.username is None and not begins_twice


def read_url(node: Node, reading: Reading) -> str | None:
    """One address. One that is unsafe is an error; one that is only broken is a warning and left out."""
    scalar = reading.scalar(node, say("an address, as in {example}", example="https://ada.example"))
    if scalar is None:
        return None
    url = scalar.text.strip()
    scheme = scheme_of(url)
    if scheme in SAFE_SCHEMES and is_well_formed(url):
        return url
    looks_like_domain = _DOMAIN_START.match(url) is not None
    if scheme and scheme not in SAFE_SCHEMES and not looks_like_domain:
        message = say(
            "{field} begins with {scheme}, but links are https, http or mailto only.",
            field=reading.field,
            scheme=Quoted(f"{scheme}:"),
        )
        reading.report("unsafe-link", scalar, message, fix=say("Give the https address of the same page."))
        return None
    if re.search(r"\s", url):
        message = say("This address holds a blank and can't work, so the link is left out.")
    elif url.count("://") > 1:
        message = say("This address begins twice and can't work, so the link is left out.")
    else:
        message = say("This address names no host and can't work, so the link is left out.")
    reading.report("malformed-link", scalar, message, fix=_mended(url) if reading.quotable else None)
    return None


def _mended(url: str) -> str | None:
    """`url` with the usual slips mended: no scheme, two of them, a blank before a number."""
    doubled = re.fullmatch(r"https?://(?:[\w.-]+/+)?(https?://.+)", url, re.IGNORECASE)
    guess = doubled.group(1) if doubled else re.sub(r"/\s+(?=[0-9])", "/", url)
    guess = guess if scheme_of(guess) in ("https", "http") else f"https://{guess}"
    return guess if is_well_formed(guess) else None


def read_links(node: Node, reading: Reading) -> Links | None:
    """A mapping of labels to addresses."""
    if not isinstance(node, Mapping):
        message = say("{field} takes labels with addresses.", field=reading.field)
        reading.report("wrong-type", node, message, fix="links: {Blog: https://ada.example}")
        return None
    if len(node.entries) > reading.limits.items:
        reading.too_many(node, len(node.entries))
    links = [_read_link(key, value, reading) for key, value in node.entries[: reading.limits.items]]
    kept = tuple(link for link in links if link)
    return Links(kept) if kept else None


def _read_link(key: Scalar, value: Node, reading: Reading) -> Link | None:
    label = reading.said(key, say("a label"))
    if label is None or is_blank(value):
        return None
    url = read_url(value, reading)
    return Link(label, url) if url else None


def show_links(value: Links, showing: Showing) -> ShownLinks | None:
    """The links; a label that may not be shown gives way to the address's host."""
    links = []
    for link in value.links:
        label = showing.sentence(link.label) if link.label.text else None
        links.append(ShownLink(_label_or_host(label, link), link.url))
    return ShownLinks(tuple(links)) if links else None


def _label_or_host(label: str | None, link: Link) -> str:
    if label == link.label.text:
        return label
    return urlsplit(link.url).hostname or "link"


LINKS = FieldType(
    name="links",
    about="Labels with addresses; https, http or mailto. Links are public by your own choice.",
    example="{Blog: https://ada.example}",
    wrong="[https://ada.example]",
    read=read_links,
    show=show_links,
    schema={
        "type": "object",
        "maxProperties": 40,
        "propertyNames": {"maxLength": 200},
        "additionalProperties": {"anyOf": [{"type": "string"}, BLANK]},
    },
    beyond=("an address has a safe scheme",),
)
