"""Who sees more or less than before: by the settings, by a member's own lists, or because a word was taken out."""

from collections.abc import Iterator

from acquaint.config import FieldSpec
from acquaint.load.community import NAME
from acquaint.messages import Message, count, say
from acquaint.privacy import public_texts, withholder_of
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.review.case import Case, read_with
from acquaint.review.settings import place_of
from acquaint.tree import Span
from acquaint.values import Audience, Contacts, Items, Value
from acquaint.withhold import Kind

_LOOK = say("Merge this only if it is meant so.")


def check_schema(case: Case, problems: Problems) -> None:
    """Fields that the settings open or close for everybody, and the settings' word on who reads the repository."""
    if case.settings is None:
        return
    old, new = case.before, case.now.community
    source = case.now.sources.get(NAME)
    for name in dict.fromkeys((*old.fields, *new.fields)):
        message = _change_of(old.fields.get(name), new.fields.get(name), _holders(case, name))
        if message:
            problems.add("visibility-changed", message, NAME, place_of(source, "fields", name), fix=_LOOK)
    if case.old_source is not None and old.repository.visibility != new.repository.visibility:
        message = say(
            "{field} changes from {old} to {new}.",
            field="repository.visibility",
            old=old.repository.visibility,
            new=new.repository.visibility,
        )
        problems.add("visibility-changed", message, NAME, place_of(source, "repository", "visibility"), fix=_LOOK)


def _change_of(old: FieldSpec | None, new: FieldSpec | None, holders: int) -> Message | None:
    if new is None or old is None:
        return None
    if old.visibility is not new.visibility:
        opened = new.visibility is Audience.EVERYONE
        what = _turned(new.name, opened=opened)
        held = count("{n} introduction holds it.", "{n} introductions hold it.", holders)
        return say("{what} {held}", what=what, held=held)
    if old.widen is not new.widen:
        allowed = say("Members may now open {field} for everyone.", field=new.name)
        return allowed if new.widen else say("Members may no longer open {field} for everyone.", field=new.name)
    return None


def _holders(case: Case, field: str) -> int:
    return sum(field in record.values for record in case.now.records)


def check_members(case: Case, problems: Problems) -> None:
    """What one introduction opens or closes, told by the names of fields."""
    for change, record in case.renewed:
        source = case.now.sources.get(change.path)
        # What the settings do to everybody is told once, so both sides are read with the same ones.
        old = _as_now(case, change.before)
        if old is None or source is None:
            continue
        for message, span in _differences(old, record):
            problems.add("visibility-changed", message, change.path, span, fix=_LOOK)
        for message, span in _uncovered(case.old.get(change.before, old), record):
            fix = say("Ask whose name, employer or contact it is before you merge.")
            problems.add("visibility-changed", message, change.path, span, fix=fix)


def _as_now(case: Case, path: str) -> MemberRecord | None:
    if case.settings is None or path not in case.old:
        return case.old.get(path)
    return read_with(case.now.community, path, case.texts[path])


def _differences(old: MemberRecord, new: MemberRecord) -> Iterator[tuple[Message, Span | None]]:
    if old.listing is not new.listing:
        before, after = old.listing.value, new.listing.value
        yield say("{field} changes from {old} to {new}.", field="listing", old=before, new=after), _span(new, "listing")
    for name in dict.fromkeys((*old.values, *new.values)):
        for part in _parts(name, old.values.get(name), new.values.get(name)):
            before_, after_ = old.audience(name, part), new.audience(name, part)
            told = f"{name}.{part}" if part else name
            if before_ is not after_:
                opened = after_ is Audience.EVERYONE
                yield _turned(told, opened=opened), _span(new, "public" if opened else "private", name)
        opened_items = _items(old, name, Audience.MEMBERS) & _items(new, name, Audience.EVERYONE)
        closed_items = _items(old, name, Audience.EVERYONE) & _items(new, name, Audience.MEMBERS)
        if opened_items and old.audience(name) is new.audience(name):
            yield say("An entry of {field} was for members and is now seen by everyone.", field=name), _span(new, name)
        if closed_items and old.audience(name) is new.audience(name):
            yield say("An entry of {field} was seen by everyone and is now for members.", field=name), _span(new, name)


def _uncovered(old: MemberRecord, new: MemberRecord) -> Iterator[tuple[Message, Span | None]]:
    """Texts that repeat what only members saw before: once it is gone from its field, nothing withholds it."""
    known, still = withholder_of(old), withholder_of(new)
    for name, said, lang in public_texts(new):
        held = {(f.start, f.end) for f in still.findings(said.text, lang)}
        found = [f for f in known.findings(said.text, lang) if f.kind is not Kind.CONTACT or not held]
        if any((f.start, f.end) not in held for f in found):
            yield say("{field} repeats what only members saw before, and now everyone would.", field=name), said.span


def _parts(name: str, *values: Value | None) -> tuple[str | None, ...]:
    contacts = [value.contacts for value in values if isinstance(value, Contacts)]
    kinds = tuple(dict.fromkeys(contact.kind for group in contacts for contact in group))
    return kinds if name == "contact" and kinds else (None,)


def _items(record: MemberRecord, name: str, audience: Audience) -> set[str]:
    value = record.values.get(name)
    return {i.said.text for i in value.items if i.audience is audience} if isinstance(value, Items) else set()


def _turned(field: str, *, opened: bool) -> Message:
    if opened:
        return say("{field} was for members and is now seen by everyone.", field=field)
    return say("{field} was seen by everyone and is now for members.", field=field)


def _span(record: MemberRecord, *names: str) -> Span | None:
    return next((record.spans[name] for name in names if name in record.spans), None)
