"""Whether the site has an address that works, and whether its people can be reached."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from acquaint.config import Community, Indexing
from acquaint.doctor.finding import Finding, doubtful, fine, wrong
from acquaint.messages import say

_EXAMPLE = "base_url: https://people.example"
_LOCAL = ("localhost", "127.0.0.1", "[::1]")


def address(community: Community) -> Iterator[Finding]:
    """The address of the public edition, and what a crawler will find at its host."""
    url = community.base_url
    if not url:
        message = say("{field} isn't set, so there are no feeds, no sitemap and no previews.", field="base_url")
        yield doubtful(message, _EXAMPLE)
        return
    parts = urlsplit(url)
    if parts.hostname in _LOCAL:
        yield wrong(say("{field} leads to this machine only.", field="base_url"), _EXAMPLE)
    elif parts.scheme != "https":
        message = say(
            "{field} begins with http, so anybody on the way can read and change the pages.", field="base_url"
        )
        yield doubtful(message, f"base_url: {url.replace('http:', 'https:', 1).rstrip('/')}")
    else:
        yield fine(say("{field} is {url}", field="base_url", url=url))
    if parts.path.strip("/"):
        yield _below_a_path(community, f"{parts.scheme}://{parts.netloc}/robots.txt")


def _below_a_path(community: Community, robots: str) -> Finding:
    """A crawler asks for robots.txt at the root of a host and nowhere else (RFC 9309, 2.3)."""
    message = say("The site is below a path of its host, where no crawler looks for {file}.", file="robots.txt")
    if community.indexing is Indexing.ALL:
        return fine(message)
    fix = say(
        "Copy what stands in {file} to {url}, or give the site a host of its own.",
        file="site/public/robots.txt",
        url=robots,
    )
    return doubtful(message, fix)


def reach(community: Community) -> Iterator[Finding]:
    """How a visitor reaches somebody who shows no contact, and a member their organiser."""
    if community.reach.email or community.reach.text:
        yield fine(say("Visitors are told how to reach somebody who shows no contact."))
        return
    message = say("{field} isn't set, so a visitor can't reach anybody who shows no contact.", field="reach")
    yield doubtful(message, "reach: {email: hello@people.example}")
