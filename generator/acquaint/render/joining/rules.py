"""What the form at /join/ goes by, as JSON: fields, vocabulary, tags in use, limits and doors; public values only."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from markupsafe import Markup

from acquaint.config import FieldSpec, Term, Vocabulary
from acquaint.forge import forge_of
from acquaint.introduction import (
    CONTACTS,
    MOST_BRACKETS,
    MOST_ENTRIES,
    MOST_OF_A_HANDLE,
    MOST_OF_A_LINE,
    MOST_OF_PROSE,
    NEVER_ASKED,
    RESERVED,
)
from acquaint.render.interface import Interface
from acquaint.render.naming import countries
from acquaint.render.people import Person
from acquaint.render.previews import script_json
from acquaint.render.site import Site
from acquaint.render.unreachable import unreachable
from acquaint.shown import Tags
from acquaint.store import FORGETFUL, Store

MOST_USED = 60
"""Tags in use that are suggested for one field; with a thousand members all rules stay below 8 KB, compressed."""
_GAP = re.compile(r"[\s_-]+")
TEMPLATE = "_template.md"
"""The file that explains every field, in members/."""


def rules(people: tuple[Person, ...], site: Site, store: Store = FORGETFUL) -> Markup:
    """The rules for `people` as an edition shows them, in the language of `site`, for a script element."""
    return script_json({**_first_rules(people, site), **_later_rules(people, site, store)})


def first_rules(people: tuple[Person, ...], site: Site) -> Markup:
    """Those of them that the form begins with."""
    return script_json(_first_rules(people, site))


def later_rules(people: tuple[Person, ...], site: Site, store: Store = FORGETFUL) -> Markup:
    """Those that only fields need which are asked on demand: what tags and a country are chosen from."""
    return script_json(_later_rules(people, site, store))


def _later_rules(people: tuple[Person, ...], site: Site, store: Store) -> dict[str, Any]:
    vocabulary = {name: _vocabulary(found, site) for name, found in site.community.vocabulary.items()}
    return {
        "vocabulary": vocabulary,
        "used": used_tags(people, site, store),
        "countries": _by_first_letter(countries()),
    }


def _first_rules(people: tuple[Person, ...], site: Site) -> dict[str, Any]:
    community = site.community
    return {
        "community": site.interface.picked(community.title).text,
        "language": site.interface.language,
        "languages": list(community.languages),
        "day": site.day.isoformat(),
        "fields": [_field(spec, site) for spec in community.fields.values() if spec.name not in NEVER_ASKED],
        "strict": community.prose_is_error,
        "limits": {
            "line": MOST_OF_A_LINE,
            "prose": MOST_OF_PROSE,
            "items": MOST_ENTRIES,
            "brackets": MOST_BRACKETS,
        },
        "handle": {"most": MOST_OF_A_HANDLE, "reserved": sorted(RESERVED)},
        "contacts": [[kind, site.interface.said_of("contact", name)] for kind, name in CONTACTS.items()],
        "shards": sorted({shard_of(person.handle) for person in people}),
        "repository": _repository(site),
        "reach": _reach(site),
        "doors": list(community.doors),
        "template": TEMPLATE,
    }


def shard_of(handle: str) -> str:
    """The name of the file of drafts in which a member is found: the first two characters of their handle."""
    return handle[:2]


def _field(spec: FieldSpec, site: Site) -> dict[str, Any]:
    told = {
        "name": spec.name,
        "kind": spec.kind,
        "label": site.interface.label(spec.name).text,
        "audience": spec.visibility.value,
    }
    return {**told, "widen": True} if spec.widen else told


def _by_first_letter(codes: Iterable[str]) -> dict[str, str]:
    """Codes of two letters as the second ones by their first: a third of the bytes."""
    return {
        first: "".join(code[1] for code in found) for first, found in groupby(sorted(codes), key=lambda code: code[0])
    }


def _vocabulary(vocabulary: Vocabulary, site: Site) -> dict[str, Any]:
    """Each term once: as pages in this language spell it, then whatever else means it."""
    terms: dict[str, Term] = {term.slug: term for term in vocabulary.spellings.values()}
    return {"closed": vocabulary.closed, "terms": [_spellings(term, site) for term in terms.values()]}


def _spellings(term: Term, site: Site) -> list[str]:
    said = [site.interface.term(term).text, term.name, *term.also, *term.translations.values(), term.slug]
    # The form looks neither at capitals nor at what parts words, so most slugs say nothing new.
    first = {_GAP.sub("-", word.lower()): word for word in reversed(said)}
    return [word for word in said if first.pop(_GAP.sub("-", word.lower()), None) == word]


def used_tags(people: Iterable[Person], site: Site, store: Store = FORGETFUL) -> dict[str, list[str]]:
    """By field the tags that members give, as pages in this language spell them: those that most give first."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for person in people:
        for name, tags in store.of(tags_given, person, site.interface):
            counted[name].update(tags)
    names = (name for name in site.community.fields if counted.get(name))
    return {name: _first(counted[name]) for name in names}


def tags_given(person: Person, interface: Interface) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(field, tags) of what `person` gives to everybody; what is a way to reach them is no tag to propose."""
    without = unreachable(person)
    given = ((name, value.tags) for name, value in person.open_values.items() if isinstance(value, Tags))
    return tuple(
        (name, tuple(interface.tag(tag, name).text for tag in tags if not without.names(tag))) for name, tags in given
    )


def _first(tags: Counter[str]) -> list[str]:
    return sorted(tags, key=lambda tag: (-tags[tag], tag))[:MOST_USED]


def _repository(site: Site) -> dict[str, str] | None:
    """Where a pull request begins, and that the repository is public; None where strangers may not read it."""
    repository = site.community.repository
    if not site.community.shows_repository and repository.visibility != "public":
        return None
    forge = forge_of(repository.url, repository.branch)
    return {
        "forge": forge.kind,
        "url": forge.url,
        "new": forge.new,
        "value": forge.value,
        "edit": forge.edit,
        "folder": forge.folder,
        "visibility": repository.visibility,
    }


def _reach(site: Site) -> dict[str, str]:
    reach = site.community.reach
    return {"email": reach.email, "text": site.interface.picked(reach.text).text if reach.text else ""}
