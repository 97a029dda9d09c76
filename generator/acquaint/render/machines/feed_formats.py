"""What a feed looks like to a feed reader: Atom (RFC 4287) and JSON Feed 1.1 of the same news."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from acquaint.render.naming import Text

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_JSON_FEED = "https://jsonfeed.org/version/1.1"
# Control characters and halves of a pair: XML 1.0 has no place for most of them, and no reader needs any.
_UNSEEN = re.compile("[^\\t\\n\\x20-\\x7e\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


@dataclass(frozen=True, slots=True)
class News:
    """One entry: a day on which a member joined, or asked. `id` never changes; `page` is where a click leads."""

    id: str
    page: str
    author: str
    title: Text
    content: Text
    day: date
    summary: Text | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed in the language `lang` (BCP 47). `address` is absolute, without `.xml` or `.json`.

    `site` is the absolute address of the edition, `home` that of the page with the same news. `updated` is the newest
    entry's day, or where there is none the build day.
    """

    address: str
    site: str
    home: str
    lang: str
    title: str
    description: Text | None
    community: str
    updated: date
    news: tuple[News, ...]


def atom(feed: Feed) -> bytes:
    """`feed` as an Atom document."""
    root = Element("feed", {"xmlns": _ATOM, _LANG: feed.lang})
    _plain(root, "id", f"{feed.address}.xml")
    _plain(root, "title", feed.title)
    if feed.description:
        _text(root, "subtitle", feed.description)
    _plain(root, "updated", _moment(feed.updated))
    _author(root, feed.community, feed.site)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{feed.address}.xml"})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.home})
    _plain(root, "icon", f"{feed.site}assets/icon-192.png")
    for news in feed.news:
        _entry(root, news)
    ElementTree.indent(root)
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def json_feed(feed: Feed) -> bytes:
    """`feed` as a JSON Feed."""
    said: dict[str, Any] = {"version": _JSON_FEED, "title": feed.title}
    if feed.description:
        said["description"] = feed.description.text
    said |= {
        "home_page_url": feed.home,
        "feed_url": f"{feed.address}.json",
        "icon": f"{feed.site}assets/icon-512.png",
        "favicon": f"{feed.site}assets/icon-192.png",
        "language": feed.lang,
        "authors": [{"name": feed.community, "url": feed.site}],
        "items": [_item(news, feed.lang) for news in feed.news],
    }
    return (json.dumps(_clean(said), ensure_ascii=False, indent=1) + "\n").encode()


def _entry(root: Element, news: News) -> None:
    entry = SubElement(root, "entry")
    _plain(entry, "id", news.id)
    _text(entry, "title", news.title)
    _author(entry, news.author, news.page)
    _plain(entry, "published", _moment(news.day))
    _plain(entry, "updated", _moment(news.day))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": news.page})
    if news.summary:
        _text(entry, "summary", news.summary)
    _text(entry, "content", news.content)


def _item(news: News, lang: str) -> dict[str, Any]:
    item = {"id": news.id, "url": news.page, "title": news.title.text, "content_text": news.content.text}
    if news.summary:
        item["summary"] = news.summary.text
    return item | {
        "date_published": _moment(news.day),
        "date_modified": _moment(news.day),
        "authors": [{"name": news.author, "url": news.page}],
        "language": news.content.lang or lang,
    }


def _author(parent: Element, name: str, address: str) -> None:
    author = SubElement(parent, "author")
    _plain(author, "name", name)
    _plain(author, "uri", address)


def _plain(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = _seen(words)


def _text(parent: Element, name: str, text: Text) -> None:
    attributes = {"type": "text"} | ({_LANG: text.lang} if text.lang else {})
    SubElement(parent, name, attributes).text = _seen(text.text)


def _moment(day: date) -> str:
    """The beginning of `day` as RFC 3339 has it. Nobody's hour is known, and it would be nobody's business."""
    return f"{day.isoformat()}T00:00:00Z"


def _clean(data: Any) -> Any:
    match data:
        case str():
            return _seen(data)
        case list():
            return [_clean(each) for each in data]
        case dict():
            return {key: _clean(value) for key, value in data.items()}
        case _:
            return data


def _seen(words: str) -> str:
    return _UNSEEN.sub("", words)
