"""The words that pages, feeds and data are made of, whoever stands in them.

A private account that is called like one of them can't be told from the page itself, so nobody looks for it there.
"""

import re
from collections.abc import Mapping

from acquaint.introduction import CONTACTS, RESERVED

_WORD = re.compile(r"[A-Za-z][\w.:-]{2,}")

# What stands in structured data, feeds, the sitemap, the manifest and the card to share.
_MACHINES = """
    schema.org profilepage mainentity person alternatename description knowsabout knowslanguage address postaladdress
    addresslocality addresscountry image sameas inlanguage datecreated name context type
    feed atom entry title subtitle updated published author link rel self alternate icon summary content xmlns xml:lang
    jsonfeed.org version items home_page_url feed_url date_published authors language content_text external_url
    w3.org 2005 sitemaps.org schemas sitemap 0.9 1.0 1.1 urlset xhtml xhtml:link loc hreflang x-default sitemapindex
    short_name start_url scope display minimal-ui background_color theme_color icons sizes purpose maskable any utf-8
    180 192 208 416 512 180x180 192x192 512x512
    nickname headline tags letters hue pattern picture card share
    handle display_name lang page joined values fields members label text slug since until parts private listed
    html head meta body header footer main nav section article aside button form input textarea select option table
    thead tbody svg path rect canvas dialog details summary script style hidden width height viewport charset
    file answers public lang community language languages kind audience members widen facet vocabulary closed terms used
    limits line prose items brackets handle most reserved contacts countries shards repository forge url new value edit
    folder visibility reach email doors message pull-request download copy template _template.md github gitlab gitea
    month-day timezone availability qr.svg poster drafts
"""


def page_words(templates: Mapping[str, str]) -> frozenset[str]:
    """Every word of `templates`, by name their texts, and of what is written without one; in small letters."""
    written = (word for text in templates.values() for word in _WORD.findall(text))
    named = (*_MACHINES.split(), *RESERVED, *CONTACTS, *CONTACTS.values())
    return frozenset(word.lower().strip(".:-_") for word in (*written, *named))
