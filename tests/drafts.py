"""Drafts of all kinds for tests, a community to judge them by, and the same community as the join page tells of it."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from acquaint.config import Community, FieldSpec
from acquaint.drafting.draft import Answer, Draft
from acquaint.fields.builtin import BUILT_IN
from acquaint.fields.contacts import KINDS
from acquaint.problems import Problems
from acquaint.shown import Words
from acquaint.values import Audience

OWN = (
    FieldSpec("favourite_walk", "text", Words((("en", "Favourite walk"),)), Words((("en", "A way for a guest."),)), Audience.EVERYONE),
    FieldSpec("allergies", "items", Words((("en", "Allergies"),)), Words((("en", "For the cook."),))),
)  # fmt: skip
COMMUNITY = Community(
    title=Words((("en", "Northlight"),)),
    fields={**BUILT_IN, **{spec.name: spec for spec in OWN}, "pronouns": replace(BUILT_IN["pronouns"], widen=True)},
)
HOSTILE = (
    ": ", " #", "#", "---", "\n---\n", '"', "'", "\\", "{{name}}", "{%", "@ada", "*a", "&a", "!a", "%a", "yes", "No", "~", "null",
    "1e3", "0x1F", "2026-11-01", "03-14", "- a", "? a", "| a", "> a", "[a", "]", "{", "}", ",", "`", "“a”", "«a»", "「a」", "：", "，",
    "contact: x", "\nname: Ada\n", "name:", "\r\n", "\t", "\u00a0", "\u200f", "مرحبا", "慢", "🙂", "e\u0301", "\u202e", "\x07",
    "[members]", "[members only]", "[since 2026-11-01]", "[as is]", "[end]", "[name]: x", "1) a", "2. b", " = ", "=", "\\=", "|", "<a>",
    "https://ada.example/a?b=c#d", "mailto:a@b.example", "a" * 70, "_a_", "**a**", "•", "—", "(c)", "Ada", "<<", "...", "!!str",
)  # fmt: skip
_LETTER = st.characters(min_codepoint=1, max_codepoint=0x1FAFF, exclude_categories=("Cs", "Cn", "Co"))
TEXT = st.lists(
    st.one_of(st.sampled_from(HOSTILE), st.sampled_from(["a", "b c", " ", "Z."]), st.text(_LETTER, max_size=3)),
    max_size=5,
).map("".join)
LINE = TEXT.map(lambda text: " ".join(text.split("\n")))
ANSWER: st.SearchStrategy[Answer] = st.recursive(
    TEXT, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXT, inner, max_size=3)), max_leaves=5
)
DAYS = st.sampled_from(["2026-11-01", "2027-01-31"])
FOR = st.sampled_from(["members", "everyone"])
_ITEM = st.one_of(LINE, st.fixed_dictionaries({"text": LINE}, optional={"since": DAYS, "for": FOR}))
_TAG = st.one_of(LINE, st.fixed_dictionaries({"text": LINE}, optional={"for": FOR}))
_OPEN = st.one_of(_TAG, st.dictionaries(LINE.filter(str.strip), DAYS, min_size=1, max_size=1))
_TAGS = st.sampled_from(["en", "zh", "pt-BR"])


def _worded(text: st.SearchStrategy[str]) -> st.SearchStrategy[Answer]:
    return st.one_of(text, st.dictionaries(_TAGS, text, min_size=1, max_size=2))


_BY_KIND: dict[str, st.SearchStrategy[Any]] = {
    "text": _worded(LINE),
    "place": _worded(LINE),
    "prose": _worded(TEXT),
    "tags": st.lists(_TAG, max_size=3),
    "items": st.lists(_ITEM, max_size=3),
    "dated": _ITEM,
    "availability": st.lists(_OPEN, max_size=3),
    "country": st.sampled_from(["DE", "Germany"]),
    "timezone": st.sampled_from(["Europe/Berlin", "America/Port-au-Prince"]),
    "languages": st.lists(_TAGS, max_size=3, unique=True),
    "links": st.dictionaries(LINE, st.sampled_from(["https://ada.example/a?b=c", "https://ada.example/x-y", "mailto:a@b.example"]), max_size=2),
    "contact": st.fixed_dictionaries({}, optional={"email": st.just("ada@example.org"), "phone": st.just("+49 30 23125-001"), "discord": st.just("Ada L"), "website": st.just("https://ada.example/-")}),
    "date": DAYS,
    "month-day": st.sampled_from(["03-14", "12-31"]),
    "handle": st.sampled_from(["grace", "van-dyk"]),
    "image": st.just("quill.jpg"),
}  # fmt: skip
_NAMES = st.lists(
    st.sampled_from(["city", "timezone", "bio", "avatar", "contact", "contact.email", "offers"]),
    max_size=2,
    unique=True,
)
_DIRECTIVES: dict[str, st.SearchStrategy[Any]] = {
    "private": _NAMES,
    "public": st.lists(st.sampled_from(["contact.email", "contact", "name", "pronouns"]), max_size=2, unique=True),
    "listing": st.sampled_from(["everyone", "members", "nobody"]),
    "lang": _TAGS,
}
_FIELDS = {name: _BY_KIND[spec.kind] for name, spec in COMMUNITY.fields.items()}
USUAL = st.fixed_dictionaries({}, optional={**_FIELDS, **_DIRECTIVES}).map(lambda answers: Draft("quill", answers))
"""Drafts whose answers have the shapes of their fields, with any text in them."""

WILD = st.dictionaries(st.sampled_from([*COMMUNITY.fields, *_DIRECTIVES]), ANSWER, max_size=4).map(
    lambda answers: Draft("quill", answers)
)
"""Drafts with anything anywhere."""


def rules_of(community: Community = COMMUNITY) -> dict[str, Any]:
    """What the join page says of `community`, as far as drafts need it."""
    return {
        "community": community.title.pick("en")[1],
        "language": community.language,
        "languages": list(community.languages),
        "fields": [
            {"name": spec.name, "kind": spec.kind, "label": spec.label.pick("en")[1], "audience": str(spec.visibility), "widen": spec.widen, "facet": spec.facet}
            for spec in community.fields.values()
            if spec.name not in ("updated", "confirmed", "owner")
        ],
        "contacts": [[name, kind.label] for name, kind in KINDS.items()],
    }  # fmt: skip


def told(problems: Problems) -> list[tuple[str, int, str]]:
    """(law, line, sentence) of each problem."""
    return [(p.law.slug, p.span.line if p.span else 0, str(p.message)) for p in problems]
