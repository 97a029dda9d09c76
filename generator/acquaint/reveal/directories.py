"""Records of the members who are listed, as two directories and the secrets that the gate looks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from acquaint.config import Community
from acquaint.fields.registry import TYPES
from acquaint.fields.showing import Showing
from acquaint.privacy import is_listed_publicly, open_contacts, person_of, secrets_of
from acquaint.profiles import InternalDirectory, InternalProfile, PublicDirectory, PublicProfile, place_of
from acquaint.records import Listing, MemberRecord
from acquaint.reveal.showings import InternalShowing, PublicShowing, Subject
from acquaint.secrets import Secret, Shape
from acquaint.shown import Shown, ShownDay, ShownSealed, Words
from acquaint.values import Audience, Sealed, Value
from acquaint.withhold import Withholder, canonical_contact


@dataclass(frozen=True, slots=True)
class Revealed:
    """What leaves the private side. `secrets` are for the gate alone."""

    public: PublicDirectory
    internal: InternalDirectory
    secrets: tuple[Secret, ...]


def reveal(
    records: Sequence[MemberRecord],
    left_out: Sequence[MemberRecord],
    community: Community,
    day: date,
    written: frozenset[str] = frozenset(),
) -> Revealed:
    """Both directories of `records` on the build day. `written` is what pages say whoever is on them: words, examples.

    Secrets are those of everyone, listed, unlisted or `left_out` for their problems: what somebody wrote down for
    members must not appear anywhere, whether or not they do.
    """
    opened = open_contacts(records, community)
    handles = frozenset(record.handle for record in records if is_listed_publicly(record))
    agreed = _vocabulary_words(community) | {canonical_contact(Shape.ACCOUNT, word) for word in written}
    examples = {canonical_contact(Shape.EMAIL, word) for word in written if "@" in word}

    def is_public(secret: Secret) -> bool:
        """An account called like a public handle, a word of the vocabulary or of our pages can't be told from that.

        Nor can the address of an example that somebody took over.
        """
        value = canonical_contact(secret.shape, secret.value)
        return value in handles or value in {Shape.ACCOUNT: agreed, Shape.EMAIL: examples}.get(secret.shape, ())

    listed = [record for record in records if record.listing is not Listing.NOBODY]
    profiles = [_profile(Subject(record, community, day, handles), opened) for record in listed]
    public = [profile.public for profile in profiles if profile.listed_publicly]
    return Revealed(
        public=PublicDirectory(tuple(sorted(public, key=_public_order)), day),
        internal=InternalDirectory(tuple(sorted(profiles, key=_internal_order)), day),
        secrets=tuple(s for record in (*records, *left_out) for s in secrets_of(record, opened) if not is_public(s)),
    )


def _vocabulary_words(community: Community) -> frozenset[str]:
    terms = (term for vocabulary in community.vocabulary.values() for term in vocabulary.spellings.values())
    spelt = (word for term in terms for word in (term.name, *term.also, *term.translations.values()))
    return frozenset(canonical_contact(Shape.ACCOUNT, word) for word in spelt)


def _profile(subject: Subject, opened: frozenset[str]) -> InternalProfile:
    """One member for members, containing the same member for everyone."""
    record = subject.record
    public = _public_profile(subject, opened)
    values = {}
    for name, value in record.values.items():
        shown = _shown(value, name, InternalShowing(subject, name), subject.community)
        if shown is not None and shown != public.values.get(name):
            values[name] = shown
    everything = {**public.values, **values}
    return InternalProfile(
        public=public,
        display_name=_text_of(everything, "nickname", subject)
        or _text_of(everything, "name", subject)
        or f"@{record.handle}",
        values=values,
        listed_publicly=is_listed_publicly(record),
    )


def _public_profile(subject: Subject, opened: frozenset[str]) -> PublicProfile:
    record = subject.record
    withholder = Withholder(person_of(record, opened), opened)
    values = {}
    for name, value in record.values.items():
        if not _has_public_part(record, name) or isinstance(value, Sealed):
            continue
        shown = _shown(value, name, PublicShowing(subject, name, withholder), subject.community)
        if shown is not None:
            values[name] = shown
    joined = values.get("joined")
    return PublicProfile(
        handle=record.handle,
        display_name=_text_of(values, "nickname", subject) or f"@{record.handle}",
        lang=record.lang,
        joined=joined.day if isinstance(joined, ShownDay) else None,
        values=values,
        file=_file(record),
    )


def _file(record: MemberRecord) -> str:
    """The file's name, composed anew of the handle and one of three endings, so that it can't say anything else."""
    path = PurePosixPath(record.path)
    return f"{record.handle}{path.suffix}" if path.parent == PurePosixPath("members") else ""


def _has_public_part(record: MemberRecord, field: str) -> bool:
    """True if the field, or a part of it such as one kind of contact, is stated public."""
    stated = [name for name in record.audiences if name == field or name.startswith(f"{field}.")]
    return any(record.audiences[name] is Audience.EVERYONE for name in stated)


def _shown(value: Value, field: str, showing: Showing, community: Community) -> Shown | None:
    if isinstance(value, Sealed):
        return ShownSealed()
    return TYPES[community.fields[field].kind].show(value, showing)


def _text_of(values: Mapping[str, Shown], field: str, subject: Subject) -> str:
    value = values.get(field)
    return value.pick(subject.community.language)[1] if isinstance(value, Words) else ""


def _public_order(profile: PublicProfile) -> tuple[int, int, str]:
    return place_of(profile.joined, profile.handle)


def _internal_order(profile: InternalProfile) -> tuple[int, int, str]:
    joined = profile.values.get("joined") or profile.public.values.get("joined")
    return place_of(joined.day if isinstance(joined, ShownDay) else None, profile.public.handle)
