"""Records of the members who are listed, as two directories and the secrets that the gate looks for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from acquaint.config import Community, Schema, Vocabulary
from acquaint.everybody import Everybody
from acquaint.fields.registry import TYPES
from acquaint.fields.showing import Showing
from acquaint.load.folder import schema_of
from acquaint.privacy import is_listed_publicly, secrets_of
from acquaint.profiles import InternalDirectory, InternalProfile, PublicDirectory, PublicProfile, place_of
from acquaint.records import Listing, MemberRecord
from acquaint.reveal.showings import InternalShowing, PublicShowing, Subject
from acquaint.reveal.today import Undated, on_day
from acquaint.secrets import Secret, Shape
from acquaint.shown import Shown, ShownDay, ShownSealed, Words
from acquaint.store import FORGETFUL, Store
from acquaint.values import Audience, Code, Sealed, Value
from acquaint.withhold import Withholder, canonical_contact

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Revealed:
    """What leaves the private side. `secrets` are for the gate alone."""

    public: PublicDirectory
    internal: InternalDirectory
    secrets: tuple[Secret, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What beside the records decides what is shown: settings, build day, and what pages say whoever is on them
    (`written`: words, examples)."""

    community: Community
    day: date
    written: frozenset[str] = frozenset()


def reveal(
    everybody: Everybody, left_out: Sequence[MemberRecord], setting: Setting, store: Store = FORGETFUL
) -> Revealed:
    """Both directories of `everybody` on the build day.

    Secrets are those of everyone, listed, unlisted or `left_out` for their problems: what somebody wrote down for
    members must not appear anywhere, whether or not they do.
    """
    community = setting.community
    schema = store.of(schema_of, community)
    handles = frozenset(known.record.handle for known in everybody.known if is_listed_publicly(known.record))
    profiles = []
    for known in everybody.known:
        record = known.record
        if record.listing is not Listing.NOBODY:
            named = store.of(handles_in, record) & handles or _NONE
            undated = store.of(undated_of, record, known.withholder, known.html, named, schema)
            profiles.append(store.of(on_day, undated, setting.day, community.asks_expire_after))
    public = [profile.public for profile in profiles if profile.listed_publicly]
    kept = [
        *(known.secrets for known in everybody.known),
        *(secrets_of(record, everybody.opened) for record in left_out),
    ]
    return Revealed(
        public=PublicDirectory(tuple(sorted(public, key=_public_order)), setting.day),
        internal=InternalDirectory(tuple(sorted(profiles, key=_internal_order)), setting.day),
        secrets=_guarded(kept, handles, setting, store),
    )


def _guarded(
    kept: Iterable[tuple[Secret, ...]], handles: frozenset[str], setting: Setting, store: Store
) -> tuple[Secret, ...]:
    """The secrets that the gate looks for.

    An account called like a public handle, a word of the vocabulary or of our pages can't be told from that; nor can
    the address of an example that somebody took over.
    """
    agreed = store.of(agreed_words, setting.community.vocabulary, setting.written)
    examples = frozenset(canonical_contact(Shape.EMAIL, word) for word in setting.written if "@" in word)
    told = {Shape.ACCOUNT: agreed, Shape.EMAIL: examples}
    return tuple(
        secret
        for secrets in kept
        for secret, value in zip(secrets, store.of(canonical_of, secrets), strict=True)
        if not (value in handles or value in told.get(secret.shape, ()))
    )


def canonical_of(secrets: tuple[Secret, ...]) -> tuple[str, ...]:
    """The form in which each of `secrets` is compared."""
    return tuple(canonical_contact(secret.shape, secret.value) for secret in secrets)


def agreed_words(vocabulary: Mapping[str, Vocabulary], written: frozenset[str]) -> frozenset[str]:
    """Every word of the vocabulary and of our pages, as accounts are compared."""
    terms = (term for each in vocabulary.values() for term in each.spellings.values())
    spelt = (word for term in terms for word in (term.name, *term.also, *term.translations.values()))
    return frozenset(canonical_contact(Shape.ACCOUNT, word) for word in (*spelt, *written))


def handles_in(record: MemberRecord) -> frozenset[str]:
    """Every handle that `record` may name: a value that is one code."""
    return frozenset(value.code for value in record.values.values() if isinstance(value, Code))


def undated_of(
    record: MemberRecord, withholder: Withholder, html: Mapping[str, str], handles: frozenset[str], schema: Schema
) -> Undated:
    """One member as strangers and as members see them, whatever the day. `handles` are of public members they name."""
    subject = Subject(record, schema, handles, html)
    public = _public_profile(subject, withholder)
    values = {}
    for name, value in record.values.items():
        shown = _shown(value, name, InternalShowing(subject, name), schema)
        if shown is not None:
            values[name] = shown
    everything = {**public.values, **values}
    return Undated(
        public=public,
        display_name=_text_of(everything, "nickname", subject)
        or _text_of(everything, "name", subject)
        or f"@{record.handle}",
        values=values,
        listed_publicly=is_listed_publicly(record),
    )


def _public_profile(subject: Subject, withholder: Withholder) -> PublicProfile:
    record = subject.record
    values = {}
    # A field has a public part if it, or one kind of contact in it, is stated public.
    public = {name.partition(".")[0] for name, audience in record.audiences.items() if audience is Audience.EVERYONE}
    for name, value in record.values.items():
        if name not in public or isinstance(value, Sealed):
            continue
        shown = _shown(value, name, PublicShowing(subject, name, withholder), subject.schema)
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


def _shown(value: Value, field: str, showing: Showing, schema: Schema) -> Shown | None:
    if isinstance(value, Sealed):
        return ShownSealed()
    return TYPES[schema.fields[field].kind].show(value, showing)


def _text_of(values: Mapping[str, Shown], field: str, subject: Subject) -> str:
    value = values.get(field)
    return value.pick(subject.schema.language)[1] if isinstance(value, Words) else ""


def _public_order(profile: PublicProfile) -> tuple[int, int, str]:
    return place_of(profile.joined, profile.handle)


def _internal_order(profile: InternalProfile) -> tuple[int, int, str]:
    joined = profile.values.get("joined") or profile.public.values.get("joined")
    return place_of(joined.day if isinstance(joined, ShownDay) else None, profile.public.handle)
