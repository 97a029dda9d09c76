"""What the templates receive: small values made by hand from what an edition may show, and nothing else.

`private` always means: members see this, strangers don't. Only the internal edition's templates say so.
"""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from acquaint.render.initials import Initials
from acquaint.render.naming import Text


@dataclass(frozen=True, slots=True)
class Item:
    """One word or sentence. `href` leads to those who share it, `day` is since when or until when it holds."""

    text: Text
    href: str | None = None
    day: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class ProseView:
    """Sanitised HTML and its language, as in Text."""

    html: Markup
    lang: str | None


@dataclass(frozen=True, slots=True)
class LinkView:
    """A member's link; `host` is shown beside a label that doesn't say where it leads."""

    label: str
    url: str
    host: str


@dataclass(frozen=True, slots=True)
class WayView:
    """A way to reach somebody."""

    label: str
    text: str
    href: str | None
    private: bool = False


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of one member: `component` names the macro that draws `value`.

    `fuller` is true for a text of which strangers see only a part. `open` says what of `value` they see exactly as it
    stands here: "all", "some" (the items that aren't private), or "".
    """

    name: str
    label: Text
    component: str
    value: Any
    private: bool = False
    fuller: bool = False
    open: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """A member's picture, large and small (addresses below the language's root), or what is drawn in its place."""

    initials: Initials
    picture: str | None = None
    small: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class CardView:
    """A member in a list. `more` counts the skills beyond those given."""

    handle: str
    name: Text
    face: Face
    pronouns: Item | None
    headline: Item | None
    place: tuple[Item, ...]
    skills: tuple[Item, ...]
    more: int
    availability: tuple[Item, ...]
    named_openly: bool
    listed_openly: bool


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member's own page.

    `open` names the fields in its head that strangers see exactly so. `where` is place and time zone, `zone` the
    latter as IANA calls it ("" without one), `tells` what they offer, ask and do, `facts` what is said in a word or
    two, `long` their introduction and other long texts, `reasons` what to write to them for.
    """

    handle: str
    name: Text
    face: Face
    pronouns: Item | None
    headline: Item | None
    where: tuple[Item, ...]
    zone: str
    tells: tuple[FieldView, ...]
    facts: tuple[FieldView, ...]
    long: tuple[FieldView, ...]
    reasons: tuple[FieldView, ...]
    ways: tuple[WayView, ...]
    joined: Item | None
    named_openly: bool
    listed_openly: bool
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value to browse by, and how many members have it. `href` is relative to the page it stands on."""

    text: Text
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A value that many of those share who share another: `shared` members have both.

    `apart` is how far from each other the two are drawn, from 3 (all of these people) to 20 (hardly any).
    """

    text: Text
    href: str
    shared: int
    apart: int


@dataclass(frozen=True, slots=True)
class FaceView:
    """Somebody's face and name, where no more is said."""

    handle: str
    name: Text
    face: Face


@dataclass(frozen=True, slots=True)
class FacetView:
    """A field to browse by: its most used values first, and how many values there are in all."""

    name: str
    label: Text
    href: str
    values: tuple[ValueView, ...]
    total: int
