"""What machines are asked to do with an edition: robots.txt."""

from acquaint.config import Indexing
from acquaint.render.machines.sitemap import sitemap_address
from acquaint.render.site import Site
from acquaint.rendered import Rendered

AI_CRAWLERS = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "Claude-Web",
    "cohere-ai",
    "cohere-training-data-crawler",
    "Diffbot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "ImagesiftBot",
    "Meta-ExternalAgent",
    "Omgilibot",
    "PanguBot",
    "PerplexityBot",
    "Timpibot",
    "Webzio-Extended",
    "YouBot",
)
"""Crawlers that are known to gather text for training or answering, as they name themselves."""

_NOBODY = "User-agent: *\nDisallow: /\n"
_EVERYBODY = "User-agent: *\nDisallow:\n"


def robots(site: Site) -> Rendered:
    """robots.txt as the community's `indexing` has it, with the sitemap; the internal edition asks all to stay away."""
    return Rendered("robots.txt", _rules(site).encode())


def _rules(site: Site) -> str:
    if not site.may_be_indexed:
        return _NOBODY
    address = sitemap_address(site)
    sitemap = f"Sitemap: {address}\n\n" if address else ""
    if site.community.indexing is Indexing.ALL:
        return sitemap + _EVERYBODY
    unwanted = "".join(f"User-agent: {name}\n" for name in AI_CRAWLERS)
    return f"{sitemap}{unwanted}Disallow: /\n\n{_EVERYBODY}"
