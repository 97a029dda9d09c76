"""Tags: one spelling for one thing, and the community's vocabulary."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from acquaint.config import Term, Vocabulary
from acquaint.fields.names import name_key, nearest
from acquaint.load import Loaded
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.slugs import slug
from acquaint.values import Audience, Item, Items

KINDS = ("tags", "availability")
_SEPARATORS = (";", ",", "|", " / ")


def _tags(loaded: Loaded) -> Iterator[tuple[MemberRecord, str, Item]]:
    for record in loaded.records:
        for name, value in record.values.items():
            if loaded.community.fields[name].kind in KINDS and isinstance(value, Items):
                yield from ((record, name, item) for item in value.items)


def check_tags(loaded: Loaded, problems: Problems) -> None:
    """Each tag is one tag, is spelt as others spell it, and is one the community knows if it has a vocabulary."""
    spellings = _usual_spellings(loaded)
    for record, name, item in _tags(loaded):
        text = item.said.text
        if any(separator in text for separator in _SEPARATORS[:3]) and slug(text) not in _terms(loaded, name):
            parts = ", ".join(part.strip() for part in _split(text))
            message = f"{name} takes one thing an entry, and this one holds a list."
            problems.add(
                "list-in-one-tag", message, record.path, item.said.span, fix=_quotable(record, name, item, f"[{parts}]")
            )
            continue
        usual = spellings.get((name, _loose(text)))
        if usual and slug(usual) != slug(text):
            message = f"Others spell this tag differently in {name}, so the two don't find each other."
            problems.add(
                "tag-spelling", message, record.path, item.said.span, meant=_quotable(record, name, item, usual)
            )
        _check_vocabulary(loaded, record, name, item, problems)


def _quotable(record: MemberRecord, field: str, item: Item, text: str) -> str | None:
    """`text`, if what it repeats of the file is for everyone."""
    everyone = record.audience(field) is Audience.EVERYONE and item.audience is Audience.EVERYONE
    return text if everyone else None


def _split(text: str) -> list[str]:
    for separator in _SEPARATORS:
        text = text.replace(separator, ";")
    return [part for part in text.split(";") if part.strip()]


def _loose(text: str) -> str:
    """What two spellings of one tag share: letters and digits; signs stay where nothing else tells tags apart."""
    signs = "".join(sign for sign in text if sign in "+#")
    return name_key(text) + signs


def _usual_spellings(loaded: Loaded) -> dict[tuple[str, str], str]:
    """The spelling most members use of each tag that has several addresses; ties go to the first by code point."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for record, name, item in _tags(loaded):
        # A spelling proposed to somebody else may only come from what everyone sees anyway.
        if _quotable(record, name, item, item.said.text) and slug(item.said.text) not in _terms(loaded, name):
            counts[name, _loose(item.said.text)][item.said.text] += 1
    usual = {}
    for key, spellings in counts.items():
        if len({slug(text) for text in spellings}) > 1:
            usual[key] = min(spellings, key=lambda text: (-spellings[text], text))
    return usual


def _terms(loaded: Loaded, field: str) -> Mapping[str, Term]:
    return loaded.community.vocabulary.get(field, Vocabulary()).spellings


def _check_vocabulary(loaded: Loaded, record: MemberRecord, name: str, item: Item, problems: Problems) -> None:
    vocabulary = loaded.community.vocabulary.get(name)
    if vocabulary is None or slug(item.said.text) in vocabulary.spellings:
        return
    law = "closed-vocabulary" if vocabulary.closed else "unlisted-tag"
    terms = [term.name for term in vocabulary.spellings.values()]
    meant = nearest(item.said.text, terms)
    message = f"This tag isn't in the community's vocabulary of {name}."
    fix = "Use one of its terms, or propose this one for community.yml."
    problems.add(
        law, message, record.path, item.said.span, meant=_quotable(record, name, item, meant or "") or None, fix=fix
    )
