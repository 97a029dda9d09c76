"""Tags: one spelling for one thing, and the community's vocabulary."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from acquaint.config import Schema
from acquaint.fields.names import name_key, nearest
from acquaint.load.source import Source
from acquaint.messages import Message, count, say
from acquaint.privacy import is_listed_publicly
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.slugs import slug
from acquaint.values import Audience, Item, Items

KINDS = ("tags", "availability")
_SEPARATOR = re.compile(r"[;,|]")
MOST_USED_BY = 3
"""Members who spell a tag alike before others are told to do the same."""


Key = tuple[str, str]
"""A field, and what all spellings of one tag share."""
Usual = Mapping[Key, tuple[str, int]]
"""The spelling of a tag that clearly most members use, and how many do."""


@dataclass(frozen=True, slots=True)
class Tagging:
    """One member's tags: the `keys` of all, and as `votes` (key, address, spelling) those that count for others."""

    keys: frozenset[Key]
    votes: tuple[tuple[Key, str, str], ...]


def tagging_of(record: MemberRecord, schema: Schema) -> Tagging:
    """How `record` spells its tags. One proposed to somebody else may only come from what everyone sees anyway."""
    tags = [(name, item, slug(item.said.text)) for name, item in _tags(record, schema)]
    listed = is_listed_publicly(record)
    return Tagging(
        keys=frozenset((name, _loose(item.said.text)) for name, item, _ in tags),
        votes=tuple(
            ((name, _loose(item.said.text)), address, item.said.text)
            for name, item, address in tags
            if listed and _quotable(record, name, item, item.said.text) and address not in schema.terms(name)
        ),
    )


def usual_spellings(found: Iterable[Tagging]) -> Usual:
    """For tags that have several addresses, the spelling that clearly most members use, and how many do.

    Clearly is twice as many as any other, and at least MOST_USED_BY; between equals nobody is told to change.
    """
    counts: dict[Key, dict[str, Counter[str]]] = {}
    for tagging in found:
        for key, address, text in tagging.votes:
            counts.setdefault(key, {}).setdefault(address, Counter())[text] += 1
    usual = {}
    for key, addresses in counts.items():
        if len(addresses) < 2:
            continue
        first, second, *_ = sorted(addresses.values(), key=lambda spellings: -spellings.total())
        if first.total() >= max(MOST_USED_BY, 2 * second.total()):
            spelling = min(first, key=lambda text: (-first[text], text))
            if spelling[:1].isalnum() or spelling.startswith("."):
                usual[key] = (spelling, first.total())
    return usual


def check_tags(record: MemberRecord, source: Source, usual: Usual, schema: Schema, problems: Problems) -> None:
    """Each tag is one tag, is spelt as others spell it, and is one the community knows if it has a vocabulary."""
    for name, item in _tags(record, schema):
        is_known = slug(item.said.text) in schema.terms(name)
        if not is_known and _check_list(record, source, name, item, problems):
            continue
        found = usual.get((name, _loose(item.said.text)))
        if found and slug(found[0]) != slug(item.said.text):
            message = count(
                "{n} member spells this tag of {field} otherwise; who browses by theirs won't find this one.",
                "{n} members spell this tag of {field} otherwise; who browses by theirs won't find this one.",
                found[1],
                field=name,
            )
            meant = _quotable(record, name, item, found[0])
            fix = say("Spell it as they do.")
            problems.add("tag-spelling", message, record.path, item.said.span, meant=meant, fix=fix)
        _check_vocabulary(record, name, item, schema, problems)


def _tags(record: MemberRecord, schema: Schema) -> Iterator[tuple[str, Item]]:
    for name, value in record.values.items():
        if schema.fields[name].kind in KINDS and isinstance(value, Items):
            yield from ((name, item) for item in value.items)


def _check_list(record: MemberRecord, source: Source, name: str, item: Item, problems: Problems) -> bool:
    """Report an entry that is a list of its own, or ends like one; True if it did."""
    text = item.said.text
    parts = [part.strip(" .") for part in _SEPARATOR.split(text) if part.strip(" .")]
    # "design, build and run" is a phrase, not a list of tags; a comma inside a word is a slip of the finger.
    is_phrase = ";" not in text and "|" not in text and (" and " in text or not re.search(r",\s", text))
    if text.rstrip().endswith((",", ";")) and len(parts) == 1:
        message, fix = say("This tag of {field} ends with a comma, which becomes part of it.", field=name), parts[0]
    elif len(parts) > 1 and not is_phrase:
        in_block = source.line(item.said.span.line).lstrip().startswith("- ")
        quoted = [f'"{part}"' if re.search(r": | #|[\[\]{}\"]", part) else part for part in parts]
        message = say("{field} takes one thing an entry, and this one holds a list.", field=name)
        fix = "\n".join(f"- {part}" for part in quoted) if in_block else ", ".join(quoted)
    else:
        return False
    advice: Message | str = _quotable(record, name, item, fix) or say("Make each an entry of its own.")
    problems.add("list-in-one-tag", message, record.path, item.said.span, fix=advice)
    return True


def _quotable(record: MemberRecord, field: str, item: Item, text: str) -> str | None:
    """`text`, if what it repeats of the file is for everyone."""
    everyone = record.audience(field) is Audience.EVERYONE and item.audience is Audience.EVERYONE
    return text if everyone else None


def _loose(text: str) -> str:
    """What two spellings of one tag share: letters and digits; signs stay where nothing else tells tags apart."""
    signs = "".join(sign for sign in text if sign in "+#")
    return name_key(text) + signs


def _check_vocabulary(record: MemberRecord, name: str, item: Item, schema: Schema, problems: Problems) -> None:
    vocabulary = schema.vocabulary.get(name)
    if vocabulary is None or slug(item.said.text) in vocabulary.spellings:
        return
    law = "closed-vocabulary" if vocabulary.closed else "unlisted-tag"
    terms = [term.name for term in vocabulary.spellings.values()]
    meant = _quotable(record, name, item, nearest(item.said.text, terms) or "") or None
    message = say("This tag isn't in the community's vocabulary of {field}.", field=name)
    fix = say("Use one of its terms, or propose this one for {file}.", file="community.yml")
    problems.add(law, message, record.path, item.said.span, meant=meant, fix=fix)
