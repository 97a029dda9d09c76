"""One file of members/ as a record, typed by the schema, or the problems that keep it from being one."""

import unicodedata
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from pathlib import PurePosixPath

from acquaint.config import DIRECTIVES, FieldSpec, Schema
from acquaint.fields.reading import Beside, Reading
from acquaint.fields.registry import TYPES
from acquaint.load.audiences import AudienceReader
from acquaint.load.documents import Document, read_document
from acquaint.load.keys import known_entries
from acquaint.load.lint import lint, lint_markup, lint_prose
from acquaint.load.source import Source, decode
from acquaint.messages import say
from acquaint.problems import Problems, RawProblem
from acquaint.records import Listing, MemberRecord
from acquaint.tree import Mapping, Node, Scalar, Span, is_blank
from acquaint.values import Audience, Code, Codes, Sealed, Value

STEERING = tuple(key for key in DIRECTIVES if key != "avatar")
"""Keys that are no fields: they say who sees what, and in which language the file is."""

Entries = dict[str, tuple[Scalar, Node]]
Pictures = tuple[tuple[str, bytes], ...]
"""The pictures beside a file that are called like it, by name: at most so many bytes of each as are read."""


@dataclass(frozen=True, slots=True)
class Read:
    """What one file gave: its text, if it is one, the record, if it can be told who sees what, and all problems."""

    source: Source | None
    record: MemberRecord | None
    problems: tuple[RawProblem, ...]


def read_introduction(path: str, content: bytes, pictures: Pictures, schema: Schema) -> Read:
    """The introduction at `path` (from the community's folder on, with slashes), read by `schema`."""
    problems = Problems()
    source = decode(content, path, problems)
    record = None
    if source is not None:
        beside = dict(pictures)
        record = MemberReader(schema, problems).read(
            source, next(iter(beside), None), lambda name, most: beside.get(name)
        )
    # Without the lines that the reader has cut: hardly any file is looked at again.
    kept = None if source is None else Source.of(source.path, source.text)
    return Read(kept, record, tuple(problems.found))


@dataclass(frozen=True, slots=True)
class MemberReader:
    """Reads members' files of one community."""

    schema: Schema
    problems: Problems

    def read(self, source: Source, picture: str | None, beside: Beside) -> MemberRecord | None:
        """The record in `source`, or None if it can't be told who sees what in it.

        `picture` is the name of a picture called like the file, if there is one. A record may come back although its
        file has errors: later laws read on, and no one builds it.
        """
        document = read_document(source, self.problems, {*self.schema.fields, *STEERING})
        if document is None:
            return None
        tag_fields = {name for name, spec in self.schema.fields.items() if spec.kind == "tags"}
        lint(document.tree, source, self.problems, tag_fields)
        lint_prose(document.bio, source, self.problems)
        lint_markup(document.bio if source.path.endswith(".md") else None, source, self.problems)
        fields = self.schema.fields
        entries = known_entries(document.tree, [*fields, *STEERING], source.path, self.problems)
        self._add_bio(entries, document, source)
        if picture and "avatar" not in entries:
            entries["avatar"] = (Scalar("avatar", Span(1, 1)), Scalar(picture, Span(1, 1)))
        audiences = AudienceReader(fields, source.path, self.problems).read(
            *(entries[key][1] if key in entries else None for key in ("private", "public"))
        )
        listing = self._listing(entries, source.path)
        # Where a key is misspelt nobody knows what it was to hide, so no message quotes what the file says.
        is_sure = listing is Listing.EVERYONE and all(key.text in entries for key, _ in document.tree)
        quotable = audiences if is_sure else dict.fromkeys(audiences, Audience.MEMBERS)
        values = self._values(entries, quotable, source.path, beside)
        return MemberRecord(
            handle=PurePosixPath(source.path).stem,
            path=source.path,
            lang=self._lang(entries, values, audiences, source.path),
            listing=listing,
            values=values,
            audiences=audiences,
            spans={name: key.span for name, (key, _) in entries.items()},
            unread=frozenset(n for n, (_, node) in entries.items() if n not in values and not is_blank(node))
            - {*STEERING},
        )

    def _add_bio(self, entries: Entries, document: Document, source: Source) -> None:
        if document.bio is None:
            return
        if "bio" in entries:
            message = say("This file has an introduction under bio and another one below the front matter.")
            fix = say("Keep the one below the front matter.")
            self.problems.add("two-texts", message, source.path, entries["bio"][0].span, fix=fix)
            return
        entries["bio"] = (Scalar("bio", document.bio.span), document.bio)

    def _values(
        self, entries: Entries, audiences: MappingType[str, Audience], path: str, beside: Beside
    ) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name, spec in self.schema.fields.items():
            _, node = entries.get(name, (None, None))
            if node is None or is_blank(node):
                continue
            quotable = audiences.get(name) is Audience.EVERYONE
            reading = Reading(path, name, self.problems, quotable, beside=beside)
            value = self._sealed(node, spec, reading) if _is_sealed(node) else TYPES[spec.kind].read(node, reading)
            if value is not None:
                values[name] = value
        return values

    def _sealed(self, node: Node, spec: FieldSpec, reading: Reading) -> Sealed | None:
        sealed = node.get("sealed") if isinstance(node, Mapping) else None
        if spec.visibility is Audience.EVERYONE or reading.quotable:
            message = say("{field} is seen by everyone, so it can't be sealed.", field=spec.name)
            fix = say("Take it out of public, or write {field} openly.", field=spec.name)
            reading.report("sealed-in-public", node, message, fix=fix)
            return None
        if not isinstance(sealed, Scalar):
            reading.report("wrong-type", node, say("{field} takes one text.", field="sealed"), fix="{sealed: …}")
            return None
        return Sealed(sealed.text)

    def _lang(
        self,
        entries: Entries,
        values: MappingType[str, Value],
        audiences: MappingType[str, Audience],
        path: str,
    ) -> str:
        """The member's own language: `lang`, else the first they speak, else the community's.

        Pages say in which language a text is, so languages that are for members only decide nothing.
        """
        stated, languages = entries.get("lang"), values.get("languages")
        if stated and not is_blank(stated[1]):
            reading = Reading(path, "lang", self.problems, quotable=True)
            value = TYPES["language"].read(stated[1], reading)
            if isinstance(value, Code):
                return value.code
        if isinstance(languages, Codes) and audiences.get("languages") is Audience.EVERYONE:
            return languages.codes[0]
        return self.schema.language

    def _listing(self, entries: Entries, path: str) -> Listing:
        """Misspelt, it is nobody until it is mended."""
        key, node = entries.get("listing", (None, None))
        if node is None or is_blank(node):
            return Listing.EVERYONE
        if isinstance(node, Scalar) and node.text.strip() in tuple(Listing):
            return Listing(node.text.strip())
        span = node.span if key else None
        message = say("{field} takes one of these: {choices}.", field="listing", choices=tuple(Listing))
        self.problems.add("unknown-choice", message, path, span, fix="listing: members")
        return Listing.NOBODY


def _is_sealed(node: Node) -> bool:
    return isinstance(node, Mapping) and len(node.entries) == 1 and node.entries[0][0].text == "sealed"


def as_text_tree(node: Node) -> object:
    """`node` as the JSON that `acquaint schema` describes: every scalar a string, NFC and trimmed, `~` empty."""
    match node:
        case Scalar(text=text, plain=plain):
            return "" if plain and text == "~" else unicodedata.normalize("NFC", text).strip()
        case Mapping(entries=entries):
            return {key.text: as_text_tree(value) for key, value in entries}
        case _:
            return [as_text_tree(item) for item in node.items]
