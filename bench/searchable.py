"""Makes what a visitor's search of a made-up community needs, in a process of its own, and says as JSON what it took.

Usage: python bench/searchable.py MEMBERS OUT

Introductions are read with a bare YAML parser: nothing is checked, withheld or drawn that the search doesn't need.
"""

import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from generate import DAY, write_community

from acquaint.config import Community
from acquaint.fields.countries import country_code
from acquaint.load.community import NAME, read_community
from acquaint.load.source import Source
from acquaint.problems import Problems
from acquaint.profiles import PublicProfile
from acquaint.render import pages
from acquaint.render.cards import Cards
from acquaint.render.facets import gather, row
from acquaint.render.frame import Frame
from acquaint.render.interface import interface_of
from acquaint.render.machines.searching import search_data
from acquaint.render.people import Person, from_public
from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.shown import CountryCode, Entries, Entry, LanguageCodes, Plain, Prose, Shown, ShownDay, Tag, Tags, Words
from acquaint.slugs import slug
from acquaint.theme import Theme

KIB = 1 if sys.platform == "darwin" else 1024
"""Bytes in what getrusage counts in: Linux gives kilobytes."""

_MARKS = re.compile(r"^#+ |^- |\*+|\[([^]]*)\]\([^)]*\)", re.MULTILINE)


def main() -> None:
    """Write the files into `OUT`."""
    members, out = int(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory(dir=out.parent) as folder:
        write_community(Path(folder), members)
        community = read_community(Source.of(NAME, (Path(folder) / NAME).read_text("utf-8")), Problems())
        profiles = [_profile(path, community) for path in (Path(folder) / "members").iterdir()]
    profiles.sort(key=lambda profile: (-profile.joined.toordinal() if profile.joined else 0, profile.handle))
    theme = Theme.load()
    site = Site(community, interface_of(community, theme, community.language), DAY)
    print(json.dumps(_write(tuple(map(from_public, profiles)), site, theme, out)))


def _write(people: tuple[Person, ...], site: Site, theme: Theme, out: Path) -> dict[str, float]:
    """Seconds, files, bytes of the search, and the peak memory of this process in bytes."""
    cards = Cards(people, site.interface)
    facets = gather((row(person, site.interface) for person in people), site.interface)
    _put(next(iter(pages.directory_pages(people, facets, cards, Frame(site), site))), out)
    _put(Rendered("assets/style.css", theme.stylesheet()), out)
    _put(Rendered("assets/icon.svg", theme.asset("icon.svg")), out)
    for name, content in theme.scripts():
        _put(Rendered(f"assets/{name}", content), out)
    files = size = 0
    started = time.perf_counter()
    for file in search_data(people, facets, cards, site):
        _put(file, out)
        files += 1
        size += len(file.content)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB
    return {"seconds": seconds, "files": files, "size": size, "peak": peak}


def _put(file: Rendered, out: Path) -> None:
    path = out / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)


def _profile(path: Path, community: Community) -> PublicProfile:
    """The introduction in `path` as everybody sees it; its own name and company give way to the handle."""
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    told = yaml.load(front, Loader=yaml.CSafeLoader)
    lang = told["languages"][0]
    for private in (told["name"], told["name"].split()[0], told["company"]):
        body = body.replace(private, f"@{path.stem}")
    shown = dict(_shown(told, lang, partial(community.has_lapsed, day=DAY)))
    shown["bio"] = Prose(((lang, "", _MARKS.sub(r"\1", body).strip()),))
    values = {name: shown[name] for name in community.fields if name in shown}
    return PublicProfile(path.stem, f"@{path.stem}", lang, told["joined"], values)


def _shown(told: dict[str, Any], lang: str, has_lapsed: Any) -> Iterator[tuple[str, Shown]]:
    for name in ("headline", "city"):
        yield name, Words(((lang, told[name]),))
    for name in ("skills", "interests", "availability", "groups"):
        yield name, Tags(tuple(Tag(text, slug(text)) for text in told[name]))
    yield "offers", Entries(tuple(Entry(text, lang) for text in told["offers"]))
    open_asks = [ask for ask in told["asks"] if "for" not in ask and not has_lapsed("asks", ask.get("since", DAY))]
    if open_asks:
        yield "asks", Entries(tuple(Entry(ask["text"], lang, ask.get("since")) for ask in open_asks))
    yield "country", CountryCode(country_code(told["country"]) or told["country"])
    yield "timezone", Plain(told["timezone"])
    yield "languages", LanguageCodes(tuple(told["languages"]))
    yield "joined", ShownDay(told["joined"])


main()
