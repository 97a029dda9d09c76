"""What a member says without their ways to be reached, even those they opened: data is collected, a page is read."""

import re
from dataclasses import dataclass, field

from acquaint.render.people import Person
from acquaint.shown import ShownLink, Tag, Ways

GAP = "…"
"""What stands in place of a way to reach somebody."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Takes one member's ways to be reached, `ways` and the addresses behind them, out of what else they say."""

    ways: tuple[str, ...] = ()
    hrefs: frozenset[str] = frozenset()
    _signs: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A text with none of these holds no way. What other scripts write alike is left to the pattern.
        signs = (folded_case(way.split()[0]) if way.isascii() else "" for way in self.ways)
        object.__setattr__(self, "_signs", tuple(signs))

    def text(self, text: str) -> str:
        """`text` with a gap for each way, whatever its case and spacing."""
        return _any_of(self.ways).sub(GAP, text) if self._may_hold(text) else text

    def names(self, tag: Tag) -> bool:
        """True if `tag` holds a way. One of letters only may be a word that means something else."""
        return self.holds(tag.text)

    def leads(self, link: ShownLink) -> bool:
        """True if `link` is a mail address, or one of the ways."""
        return link.url.startswith("mailto:") or link.url in self.hrefs or self.holds(link.url)

    def holds(self, text: str) -> bool:
        """True if `text` holds a way that is no mere word."""
        unmistakable = tuple(way for way in self.ways if not way.isalpha()) if self._may_hold(text) else ()
        return bool(unmistakable) and _any_of(unmistakable).search(text) is not None

    def _may_hold(self, text: str) -> bool:
        """False of nearly every text, and long before a pattern could say so."""
        if not self._signs:
            return False
        folded = folded_case(text)
        return any(sign in folded for sign in self._signs)


def folded_case(text: str) -> str:
    """`text` with whatever a pattern takes for one of A to Z, in either case, as that letter in lower case."""
    return text.lower() if text.isascii() else text.casefold().replace("\u0131", "i").replace("i\u0307", "i")


def unreachable(person: Person) -> Unreachable:
    """For `person`, as one edition shows them."""
    ways = [way for value in person.values.values() if isinstance(value, Ways) for way in value.ways]
    return Unreachable(
        ways=tuple(way.text for way in ways if way.text.strip()),
        hrefs=frozenset(way.href for way in ways if way.href),
    )


def _any_of(texts: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for `texts` where they stand alone, the longest first: one may begin another."""
    alone = (_alone(text) for text in sorted(set(texts), key=lambda text: (-len(text), text)))
    return re.compile("|".join(alone), re.IGNORECASE)


def _alone(text: str) -> str:
    body = r"\s+".join(map(re.escape, text.split()))
    # Scripts that set no space beside an address don't make it part of a word, so only Latin letters do.
    before = "(?<![0-9A-Za-zÀ-ɏ_])" if text.strip()[0].isalnum() else ""
    after = "(?![0-9A-Za-zÀ-ɏ_])" if text.strip()[-1].isalnum() else ""
    return f"{before}{body}{after}"
