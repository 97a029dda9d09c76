"""What a member says without their ways to be reached, even those they opened: data is collected, a page is read."""

import re
from dataclasses import dataclass
from functools import lru_cache

from acquaint.render.people import Person
from acquaint.shown import ShownLink, Tag, Way, Ways

GAP = "…"
"""What stands in place of a way to reach somebody."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Takes one member's ways to be reached out of what else they say."""

    ways: re.Pattern[str] | None
    unmistakable: re.Pattern[str] | None
    hrefs: frozenset[str]

    def text(self, text: str) -> str:
        """`text` with a gap for each way, whatever its case and spacing."""
        return self.ways.sub(GAP, text) if self.ways else text

    def names(self, tag: Tag) -> bool:
        """True if `tag` holds a way. One of letters only may be a word that means something else."""
        return self.holds(tag.text)

    def leads(self, link: ShownLink) -> bool:
        """True if `link` is a mail address, or one of the ways."""
        return link.url.startswith("mailto:") or link.url in self.hrefs or self.holds(link.url)

    def holds(self, text: str) -> bool:
        """True if `text` holds a way that is no mere word."""
        return self.unmistakable is not None and self.unmistakable.search(text) is not None


def unreachable(person: Person) -> Unreachable:
    """For `person`, as one edition shows them."""
    return _without(tuple(way for value in person.values.values() if isinstance(value, Ways) for way in value.ways))


@lru_cache(maxsize=1024)
def _without(ways: tuple[Way, ...]) -> Unreachable:
    """One member's page alone asks four times."""
    texts = [way.text for way in ways if way.text.strip()]
    return Unreachable(
        ways=_any_of(texts),
        unmistakable=_any_of([text for text in texts if not text.isalpha()]),
        hrefs=frozenset(way.href for way in ways if way.href),
    )


def _any_of(texts: list[str]) -> re.Pattern[str] | None:
    """A pattern for `texts` where they stand alone, the longest first: one may begin another."""
    alone = (_alone(text) for text in sorted(set(texts), key=lambda text: (-len(text), text)))
    return re.compile("|".join(alone), re.IGNORECASE) if texts else None


def _alone(text: str) -> str:
    body = r"\s+".join(map(re.escape, text.split()))
    # Scripts that set no space beside an address don't make it part of a word, so only Latin letters do.
    before = "(?<![0-9A-Za-zÀ-ɏ_])" if text.strip()[0].isalnum() else ""
    after = "(?![0-9A-Za-zÀ-ɏ_])" if text.strip()[-1].isalnum() else ""
    return f"{before}{body}{after}"
