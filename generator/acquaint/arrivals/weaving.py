"""The parts of an answer in a file and of the one that was sent, as one: what was not shown stays in its place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from acquaint.arrivals.parts import Part, alike
from acquaint.drafting.draft import Answer

Identity = Callable[[Part], str]


@dataclass(frozen=True, slots=True)
class Place:
    """A part as it stands in the file, and as the form showed it, None if it did not.

    `is_altered` says that strangers read it otherwise than it stands there.
    """

    part: Part
    shown: Part | None
    is_altered: bool = False


@dataclass(frozen=True, slots=True)
class Woven:
    """The parts that are to be.

    `is_kept` says that one wasn't shown and stays, `is_narrowed` that one stays for members although it was sent for
    everyone, `is_written_over` that one which strangers read otherwise doesn't stay.
    """

    parts: tuple[Part, ...]
    is_kept: bool
    is_narrowed: bool
    is_written_over: bool


def woven(places: Sequence[Place], sent: Sequence[Part], identity: Identity) -> Woven:
    """`sent` in its order, each part where the form had it; between them, behind what they follow, what it hadn't."""
    weaver = _Weaver(places, identity)
    order = [weaver.matched(part) for part in sent]
    followers = weaver.followers({identity(part) for part in sent})
    parts = list(followers.get(None, ()))
    for part, at in zip(sent, order, strict=True):
        if at is None:
            parts.append(part)
        elif at in weaver.taken:
            parts += [weaver.settled(at, part), *followers.get(at, ())]
    gone = [place for at, place in enumerate(places) if place.is_altered and at not in weaver.same]
    return Woven(
        tuple(parts),
        is_kept=weaver.is_kept or any(places[at].is_altered for at in weaver.same),
        is_narrowed=weaver.is_narrowed,
        is_written_over=bool(gone),
    )


def narrowed(stands: Answer, sent: Answer) -> Answer:
    """`sent` in the place of `stands`: for members if that is."""
    if not isinstance(stands, Mapping) or stands.get("for", "everyone") == "everyone":
        return sent
    entry = {"text": sent} if isinstance(sent, str) else sent
    if not isinstance(entry, Mapping) or "text" not in entry:
        return sent
    return {**entry, "for": stands["for"]}


class _Weaver:
    def __init__(self, places: Sequence[Place], identity: Identity) -> None:
        self._places, self._identity = places, identity
        self.taken: set[int] = set()
        self.same: set[int] = set()
        self._anew: dict[int, Part] = {}
        self.is_kept = self.is_narrowed = False

    def matched(self, sent: Part) -> int | None:
        """The place of the part that `sent` is a new version of; None if there is none."""
        wanted = self._identity(sent)
        for at, place in enumerate(self._places):
            if place.shown and at not in self.taken and self._identity(place.shown) == wanted:
                self.taken.add(at)
                return at
        for at, place in enumerate(self._places):
            if place.shown is None and at not in self._anew and self._identity(place.part) == wanted:
                self._anew[at] = sent
                return at
        return None

    def followers(self, sent: set[str]) -> dict[int | None, list[Part]]:
        """What wasn't shown, by the place of what it follows; a second of what is shown once goes where that goes."""
        found: dict[int | None, list[Part]] = {}
        anchor: int | None = None
        for at, place in enumerate(self._places):
            if at in self.taken:
                anchor = at
            elif place.shown is None or self._identity(place.shown) in sent:
                found.setdefault(anchor, []).append(self._stays(at, place))
        return found

    def _stays(self, at: int, place: Place) -> Part:
        sent = self._anew.get(at)
        if sent is None:
            self.is_kept |= place.shown is None
            self.same.add(at)
            return place.part
        value = narrowed(place.part.value, sent.value)
        self.is_narrowed |= not alike(value, sent.value)
        return Part(place.part.key, place.part.value if alike(value, place.part.value) else value)

    def settled(self, at: int, sent: Part) -> Part:
        """`sent` in its place: what the form did not touch is what the file says."""
        place = self._places[at]
        if place.shown and alike(place.shown.value, sent.value):
            self.same.add(at)
            return place.part
        return Part(place.part.key, sent.value)
