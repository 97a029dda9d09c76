"""Decides what in a text repeats a member's private name or company, or is a contact, and what it gives way to."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape

from acquaint.withhold.addresses import (
    account_in,
    reaches_somebody,
    spells_company,
    spells_name,
    web_places,
)
from acquaint.withhold.companies import Phrase, read_companies
from acquaint.withhold.emails import email_places
from acquaint.withhold.fold import CONTACTS, NAMES, squeezed
from acquaint.withhold.hints import hints_at_contact
from acquaint.withhold.known import known_places, probes
from acquaint.withhold.known_numbers import holds_number
from acquaint.withhold.messengers import messenger_places
from acquaint.withhold.names import NameWords, read_names
from acquaint.withhold.neutral import company_word, contact_word, link_word, possessor
from acquaint.withhold.person import Finding, Kind, Person, Place
from acquaint.withhold.phones import phone_places
from acquaint.withhold.premises import company_places, with_short_forms
from acquaint.withhold.runs import NameRuns
from acquaint.withhold.sentences import altered
from acquaint.withhold.stream import Stream

_TAGS = re.compile(r"<[^>]*>")
Spot = tuple[int, int, Kind]


class Withholder:
    """Withholds for one member. `open_contacts` are canonical forms that anyone made public: these stay."""

    __slots__ = (
        "_capitals", "_companies", "_found", "_handle", "_names", "_numbers", "_open", "_person", "_probes", "_secrets",
    )  # fmt: skip

    def __init__(self, person: Person, open_contacts: frozenset[str] = frozenset()) -> None:
        self._person = person
        self._handle = f"@{person.handle}"
        self._open = open_contacts
        self._names: NameWords | None = read_names(person.names, person.nickname) if person.names else None
        self._companies: tuple[Phrase, ...] = read_companies(person.companies) if person.companies else ()
        needles = [
            *(self._names.needles if self._names else ()),
            *(one.probe for one in self._companies if not one.capital),
        ]
        self._capitals = tuple(phrase.needle.upper() for phrase in self._companies if phrase.capital)
        self._probes = tuple(sorted(set(needles)))
        self._secrets, self._numbers = probes(person.private_contacts)
        self._found: dict[tuple[str, str], tuple[Finding, ...]] = {}

    def __plain__(self) -> tuple[Person, frozenset[str]]:
        """What it is made of."""
        return self._person, self._open

    def findings(self, text: str, lang: str) -> tuple[Finding, ...]:
        """What is withheld of `text`, a text in `lang` (BCP 47): in order, without overlaps. Looked for once."""
        key = text, lang
        if key not in self._found:
            self._found[key] = self._look(text, lang)
        return self._found[key]

    def _look(self, text: str, lang: str) -> tuple[Finding, ...]:
        may_name, may_reach = self._may_name(text), self._may_reach(text)
        if not may_name and not may_reach:
            return ()
        webs = tuple(web_places(text))
        spots, opened = self._contacts(text, webs) if may_reach else ([], [])
        if may_name:
            webs = tuple(place for place in webs if place not in opened)
            other = [*((start, end) for start, end, _ in spots), *opened]
            spots = _merged(spots, self._named(text, lang, other, webs))
        taken, found, seen = 0, [], text
        linked = self._linked(text, webs, spots)
        for number, (start, end, kind, is_link) in enumerate(linked):
            # What stands around decides on the words, but never the letters of another private value.
            around = seen[: linked[number + 1][0]] if number + 1 < len(linked) else seen
            finding = self._finding(around, (start, end), kind, lang, is_link)
            finding = replace(finding, start=max(finding.start, taken))
            if finding.start < finding.end and text[finding.start : finding.end] not in (
                finding.replacement,
                self._handle,
            ):
                found.append(finding)
                taken = finding.end
                seen = f"{seen[: finding.start]}{'x' * (taken - finding.start)}{seen[taken:]}"
        return tuple(found)

    def text(self, text: str, lang: str) -> str:
        """`text` with what is withheld replaced."""
        found = self.findings(text, lang)
        return altered(text, found) if found else text

    def html(self, html: str, lang: str) -> str:
        """The same for sanitised HTML; links that give something away become plain text."""
        shown = unescape(_TAGS.sub("", html))
        addressed = "=" in html and (self._may_name(html) or self._may_reach(html))
        if not (addressed or self._may_name(shown) or self._may_reach(shown)):
            return html
        from acquaint.withhold.marked import rewritten  # Brings a reader of HTML along: a check draws none.

        return rewritten(html, lambda text: self.findings(text, lang), self._gives_away)

    def holds(self, text: str) -> bool:
        """True if anything in `text` is to be withheld."""
        return bool(self.findings(text, ""))

    def address_spells_name(self, url: str) -> bool:
        """True if a link's address or a handle spells the private name."""
        return self._names is not None and spells_name(url, self._names)

    def _gives_away(self, url: str) -> bool:
        """True if the address of a link must not be shown."""
        if self.address_spells(url):
            return True
        reached = account_in(url)
        if reaches_somebody(url):
            return reached not in self._open
        return reached in self._person.private_contacts or bool(self.findings(url, ""))

    def _may_name(self, text: str) -> bool:
        """False if `text` certainly has no private name or company: a quick look, since most texts have none."""
        if not self._probes:
            return False
        folded = NAMES.fold(text)
        run = squeezed(folded)
        held = any(probe in run for probe in self._probes) or any(capital in text for capital in self._capitals)
        return held or ("%" in folded and "." in folded)

    def _may_reach(self, text: str) -> bool:
        """False if `text` certainly has no contact."""
        folded = CONTACTS.fold(text)
        if hints_at_contact(folded):
            return True
        run = squeezed(folded) if self._secrets else ""
        return any(secret in run for secret in self._secrets) or holds_number(folded, self._numbers)

    def _contacts(self, text: str, webs: tuple[Place, ...]) -> tuple[list[Spot], list[Place]]:
        """What is or looks like a contact: what nobody made public, and the places of what somebody did."""
        folded, index = CONTACTS.mapped(text)
        if not folded:
            return [], []
        found = [*email_places(folded), *messenger_places(folded), *phone_places(folded)]
        opened = [place for place, name in found if self._is_open(name)]
        closed = [place for place, name in found if not self._is_open(name)]
        private = known_places(folded, self._person.private_contacts - self._open)
        closed += [(start, end) for start, end in private if not any(at <= start and end <= to for at, to in opened)]
        spots = [(index[start], index[end - 1] + 1, Kind.CONTACT) for start, end in closed]
        reaching = [place for place in webs if reaches_somebody(text[slice(*place)])]
        shut = [place for place in reaching if account_in(text[slice(*place)]) not in self._open]
        stay = [(index[start], index[end - 1] + 1) for start, end in opened]
        spots += [(*place, Kind.CONTACT) for place in shut]
        return _merged(spots), [*stay, *(place for place in reaching if place not in shut)]

    def _is_open(self, name: str) -> bool:
        """True if somebody made this contact public; a number may be written with 00 or with +."""
        return name in self._open or (name.isdigit() and name.removeprefix("00") in self._open)

    def _named(self, text: str, lang: str, contacts: list[Place], webs: tuple[Place, ...]) -> list[Spot]:
        """Companies and names outside `contacts`, each word in one of them at most; no name runs into an address."""
        stream = Stream.of(text)
        within = stream.within(contacts)
        opening = frozenset(next(iter(sorted(stream.within([web]))), -1) for web in webs)
        runs = self._runs(stream, lang, within, opening)
        lengths = {at: end - start for start, end, _ in runs for at in range(start, end)}
        taken, covered = set(within), set[int]()
        companies: list[Place] = []
        for first, last, (start, end) in company_places(self._companies, stream):
            in_name = end - start < min(lengths.get(start, 0), lengths.get(end - 1, 0))
            if not in_name and taken.isdisjoint(range(first, last + 1)) and covered.isdisjoint(range(start, end)):
                taken.update(range(first, last + 1))
                covered.update(range(start, end))
                companies.append((start, end))
        if companies:
            runs = self._runs(stream, lang, frozenset(taken), opening)
        told = with_short_forms(text, companies, {at for begin, stop, _ in runs for at in range(begin, stop)})
        return _merged([(*place, Kind.COMPANY) for place in told], runs)

    def _runs(self, stream: Stream, lang: str, taken: frozenset[int], opening: frozenset[int]) -> list[Spot]:
        """The places of the name."""
        if self._names is None:
            return []
        return _merged([(*place, Kind.NAME) for place in NameRuns(self._names, stream, lang, taken, opening).places()])

    def _linked(self, text: str, webs: tuple[Place, ...], spots: list[Spot]) -> list[tuple[int, int, Kind, bool]]:
        """`spots`, those in an address widened to all of it, and the addresses that spell a name themselves."""
        found = [(start, end, kind, False) for start, end, kind in spots]
        for start, end in webs:
            inner = [spot for spot in found if spot[0] < end and start < spot[1]]
            if any(begin <= start and end <= stop and kind is not Kind.CONTACT for begin, stop, kind, _ in inner):
                continue
            if inner or self.address_spells(text[start:end]):
                kind = inner[0][2] if inner else Kind.NAME
                reach = (min([start, *(spot[0] for spot in inner)]), max([end, *(spot[1] for spot in inner)]))
                is_link = not any(spot[2] is Kind.CONTACT for spot in inner)
                found = [spot for spot in found if spot not in inner]
                found.append((*reach, kind, is_link or "://" in text[start:end]))
        return sorted(found)

    def address_spells(self, url: str) -> bool:
        """True if an address spells the name or the company."""
        return self.address_spells_name(url) or spells_company(url, self._companies)

    def _finding(self, text: str, place: Place, kind: Kind, lang: str, is_link: bool) -> Finding:
        """What stands at `place` gives way to."""
        start, end = place
        if kind is Kind.NAME and not is_link:
            (start, end), ending = possessor(text, place, lang)
            return Finding(kind, start, end, self._person.display + ending)
        if kind is Kind.COMPANY and not is_link:
            (start, end), ending = possessor(text, place, lang)
            (start, end), words = company_word(text, (start, end), lang)
            return Finding(kind, start, end, words if words.endswith("'s") else words + ending)
        if text[start - 1 : start] in ("(", "（", "<", "[") and text[end : end + 1] in (")", "）", ">", "]") and start:
            start, end = start - 1, end + 1
        return Finding(kind, start, end, link_word(lang) if is_link else contact_word(lang))


def _merged(stronger: list[Spot], weaker: Iterable[Spot] = ()) -> list[Spot]:
    """All in order, those that overlap made one; it is of the kind of a stronger one, if any is."""
    found: list[Spot] = []
    strong = set(stronger)
    for start, end, kind in sorted({*stronger, *weaker}):
        if not found or start >= found[-1][1]:
            found.append((start, end, kind))
            continue
        before, stop, former = found.pop()
        found.append((before, max(end, stop), kind if (start, end, kind) in strong else former))
    return found
