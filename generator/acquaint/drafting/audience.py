"""Who may see what of a draft, as the schema and the draft's own directives have it."""

import re
from collections.abc import Iterable, Mapping

from acquaint.config import Community
from acquaint.drafting.draft import Answer, Draft, tidy
from acquaint.fields.contacts import KINDS
from acquaint.values import Audience

LISTINGS = ("everyone", "members", "nobody")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def is_public(name: str, draft: Draft, community: Community) -> bool:
    """True if strangers may see the field `name`, or a part of it as in `contact.email`."""
    return _is_listed(draft) and is_open(name, draft, community)


def is_open(name: str, draft: Draft, community: Community) -> bool:
    """The same, in whichever edition the whole introduction stands."""
    field = name.partition(".")[0]
    spec = community.fields.get(field)
    private = _names(draft, "private", community)
    if spec is None or private is None or {field, name} & private:
        return False
    public = _names(draft, "public", community) or set()
    may_open = spec.widen or spec.visibility is Audience.EVERYONE
    return spec.visibility is Audience.EVERYONE or (may_open and bool({field, name} & public))


def public_part(draft: Draft, community: Community) -> Draft:
    """What of `draft` strangers may see. No value that is for members is in it, whatever shape the draft has.

    `listing` and `lang` stay, of `public` what it opens, and of `private` the picture, which travels by itself.
    """
    draft = tidy(draft)
    answers: dict[str, Answer] = {}
    if _is_listed(draft):
        for name, spec in community.fields.items():
            kept = _open_part(name, spec.kind, draft, community) if name in draft.answers else None
            if kept:
                answers[name] = kept
    return Draft(draft.handle, {**answers, **_directives(draft, answers, community)})


def _open_part(name: str, kind: str, draft: Draft, community: Community) -> Answer | None:
    answer = draft.answers[name]
    if kind == "contact":
        kinds = answer.items() if isinstance(answer, Mapping) else ()
        return {
            key: value
            for key, value in kinds
            if key in KINDS and isinstance(value, str) and is_open(f"{name}.{key}", draft, community)
        }
    if not is_open(name, draft, community):
        return None
    if kind == "links" and isinstance(answer, Mapping):
        # A label may be any word, `for` and `sealed` too.
        return {label: url for label, url in answer.items() if isinstance(url, str)}
    return _for_everyone(answer)


def _for_everyone(answer: Answer) -> Answer | None:
    """`answer` without what is for members, at any depth, and without what is sealed."""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, Mapping):
        if answer.get("for", "everyone") != "everyone" or "sealed" in answer:
            return None
        entries = ((key, _for_everyone(value)) for key, value in answer.items())
        return {key: value for key, value in entries if value}
    return [kept for kept in map(_for_everyone, answer) if kept]


def _directives(draft: Draft, answers: Mapping[str, Answer], community: Community) -> dict[str, Answer]:
    kept: dict[str, Answer] = {}
    private = _names(draft, "private", community)
    if private is None or "avatar" in private:
        kept["private"] = ["avatar"]
    opened = [
        name
        for name in texts_of(draft.answers.get("public", ()))
        if name.partition(".")[0] in answers and is_open(name, draft, community)
    ]
    if opened:
        kept["public"] = opened
    if "listing" in draft.answers:
        kept["listing"] = _listing(draft)
    lang = draft.answers.get("lang")
    if isinstance(lang, str) and _LANGUAGE.fullmatch(lang):
        kept["lang"] = lang
    return kept


def _is_listed(draft: Draft) -> bool:
    return _listing(draft) == "everyone"


def _listing(draft: Draft) -> str:
    """Misspelt, it is nobody, as it is in a file."""
    listing = draft.answers.get("listing") or "everyone"
    listing = (listing.strip() or "everyone") if isinstance(listing, str) else ""
    return listing if listing in LISTINGS else "nobody"


def closings_of(answers: Mapping[str, Answer]) -> int:
    """How many times a draft says that something is for fewer people than everyone."""
    listing = answers.get("listing", "everyone") != "everyone"
    fields = (answer for name, answer in answers.items() if name not in ("private", "listing"))
    return len(texts_of(answers.get("private", ()))) + listing + sum(map(_closed_in, fields))


def _closed_in(answer: Answer) -> int:
    if isinstance(answer, str):
        return 0
    if isinstance(answer, Mapping):
        return (answer.get("for") == "members") + sum(map(_closed_in, answer.values()))
    return sum(map(_closed_in, answer))


def texts_of(answer: Answer) -> list[str]:
    """The texts of a list, or the one text; what is no text is left out."""
    items: Iterable[Answer] = (answer,) if isinstance(answer, str | Mapping) else answer
    return [item for item in items if isinstance(item, str)]


def _names(draft: Draft, directive: str, community: Community) -> set[str] | None:
    """The fields listed under `directive`; None if anything in there can't be understood."""
    answer = draft.answers.get(directive, ())
    items: Iterable[Answer] = (answer,) if isinstance(answer, str | Mapping) else answer
    names = set()
    for item in items:
        if isinstance(item, str) and not item.strip():
            continue
        field, dot, part = item.strip().partition(".") if isinstance(item, str) else ("", "", "")
        spec = community.fields.get(field)
        if spec is None or (dot and (spec.kind != "contact" or part not in KINDS)):
            return None
        names.add(f"{field}{dot}{part}")
    return names
