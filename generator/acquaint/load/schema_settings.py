"""The parts of community.yml that change the schema: fields and vocabulary."""

import re
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, replace

from acquaint.config import DIRECTIVES, FieldSpec, Vocabulary
from acquaint.fields.builtin import BUILT_IN
from acquaint.fields.names import nearest
from acquaint.fields.reading import Limits, Reading
from acquaint.fields.registry import TYPES
from acquaint.fields.texts import read_text
from acquaint.load.keys import known_entries
from acquaint.load.vocabulary import VocabularyReader
from acquaint.messages import Message, say
from acquaint.problems import Problems
from acquaint.shown import Words
from acquaint.tree import Mapping, Node, Scalar, is_blank
from acquaint.values import Audience

_NAME = re.compile(r"[a-z][a-z0-9_]{0,38}")
TAKEN = (
    *DIRECTIVES,
    "page",
    "members",
    "assets",
    "asks",
    "offers",
    "search",
    "community",
    "join",
    "feeds",
    "sealed",
    "handle",
)
"""Names that directives and addresses already have."""
_KEYS = ("type", "label", "visibility", "widen", "facet", "search", "help", "vague", "concrete")
_TAG_KINDS = ("tags", "availability")


@dataclass(frozen=True, slots=True)
class SchemaReader:
    """Reads what a community adds to the built-in schema; `language` is that of texts without one."""

    path: str
    problems: Problems
    language: str

    def read(
        self, fields: Node | None, vocabulary: Node | None
    ) -> tuple[MappingType[str, FieldSpec], MappingType[str, Vocabulary]]:
        """The whole schema, in the order pages show it, and the vocabularies by field."""
        specs = dict(BUILT_IN)
        for key, node in self._entries(fields, "fields"):
            spec = self._field(key, node)
            if spec:
                specs[spec.name] = spec
        return specs, self._vocabularies(vocabulary, specs)

    def _entries(self, node: Node | None, name: str) -> tuple[tuple[Scalar, Node], ...]:
        if node is None or is_blank(node):
            return ()
        if isinstance(node, Mapping):
            return node.entries
        message = say("{field} takes names with their settings.", field=name)
        self._report("wrong-type", node, message, f"{name}: {{instrument: {{type: text}}}}")
        return ()

    def _report(
        self, slug_: str, node: Node, message: Message, fix: str | None = None, meant: str | None = None
    ) -> None:
        self.problems.add(slug_, message, self.path, node.span, fix=fix, meant=meant)

    def _field(self, key: Scalar, node: Node) -> FieldSpec | None:
        name = key.text
        if not isinstance(node, Mapping):
            message = say("The field {field} takes its settings.", field=name)
            self._report("wrong-type", key, message, f"{name}: {{type: text, visibility: public}}")
            return None
        entries = known_entries(node, _KEYS, self.path, self.problems, what=say("setting"))
        settings = {key: value for key, (_, value) in entries.items()}
        spec = BUILT_IN.get(name) or self._new_field(key, settings)
        if spec is None:
            return None
        if spec.built_in and "type" in settings and self._text(settings["type"]) != spec.kind:
            message = say(
                "The type of the built-in field {field} is {kind} and can't be changed.", field=name, kind=spec.kind
            )
            self._report("bad-setting", settings["type"], message, f"type: {spec.kind}")
        return replace(
            spec,
            label=self._words(settings.get("label"), "label") or spec.label,
            help=self._words(settings.get("help"), "help") or spec.help,
            visibility=self._visibility(settings.get("visibility"), spec),
            widen=self._switch(settings.get("widen"), "widen", spec.widen),
            facet=self._facet(settings.get("facet"), spec),
            search=self._switch(settings.get("search"), "search", spec.search),
            vague=self._words(settings.get("vague"), "vague") or spec.vague,
            concrete=self._words(settings.get("concrete"), "concrete") or spec.concrete,
        )

    def _new_field(self, key: Scalar, settings: MappingType[str, Node]) -> FieldSpec | None:
        name = key.text
        if not _NAME.fullmatch(name) or name in TAKEN:
            message = say(
                "A field's name is of lower-case letters, digits and _, and no name that pages or settings have."
            )
            self._report("bad-setting", key, message, "instrument: {type: text}")
            return None
        kind = self._text(settings.get("type"))
        if kind not in TYPES:
            message = say("The field {field} needs a type; there are {types}.", field=name, types=tuple(TYPES))
            self._report("bad-setting", settings.get("type") or key, message, "type: text", nearest(kind, TYPES))
            return None
        label = Words(((self.language, name.replace("_", " ").capitalize()),))
        return FieldSpec(name=name, kind=kind, label=label, help=Words(((self.language, ""),)))

    def _text(self, node: Node | None) -> str:
        return node.text.strip() if isinstance(node, Scalar) else ""

    def _words(self, node: Node | None, name: str) -> Words | None:
        if node is None or is_blank(node):
            return None
        reading = Reading(self.path, name, self.problems, quotable=True, limits=Limits(line=1_000))
        wording = read_text(node, reading)
        return Words(tuple((tag or self.language, said.text) for tag, said in wording.versions)) if wording else None

    def _visibility(self, node: Node | None, spec: FieldSpec) -> Audience:
        """What can't be read is for members."""
        if node is None:
            return spec.visibility
        if self._text(node) == "public":
            return Audience.EVERYONE
        if self._text(node) != "internal":
            message = say("{field} takes {one} or {other}.", field="visibility", one="public", other="internal")
            self._report("bad-setting", node, message, "visibility: internal")
        return Audience.MEMBERS

    def _switch(self, node: Node | None, name: str, default: bool) -> bool:
        if node is None:
            return default
        text = self._text(node)
        if text not in ("true", "false"):
            message = say("{field} takes {one} or {other}.", field=name, one="true", other="false")
            self._report("bad-setting", node, message, f"{name}: true")
        return text == "true"

    def _facet(self, node: Node | None, spec: FieldSpec) -> bool:
        wanted = self._switch(node, "facet", spec.facet)
        if wanted and node is not None and not TYPES[spec.kind].can_be_facet:
            kinds = tuple(name for name, kind in TYPES.items() if kind.can_be_facet)
            message = say("A field to browse by is of one of these types: {types}.", types=kinds)
            self._report("bad-setting", node, message, "facet: false")
            return False
        return wanted

    def _vocabularies(self, node: Node | None, specs: MappingType[str, FieldSpec]) -> dict[str, Vocabulary]:
        vocabularies: dict[str, Vocabulary] = {}
        for key, terms in self._entries(node, "vocabulary"):
            spec = specs.get(key.text)
            if spec is None or spec.kind not in _TAG_KINDS:
                fields = tuple(name for name, each in specs.items() if each.kind in _TAG_KINDS)
                message = say("A vocabulary is for a field of tags: {fields}.", fields=fields)
                self._report("bad-setting", key, message, meant=nearest(key.text, fields))
            elif isinstance(terms, Mapping):
                vocabularies[key.text] = VocabularyReader(self.path, self.problems).read(terms)
            else:
                message = say("A vocabulary takes terms.")
                self._report("wrong-type", terms, message, "skills: {Kubernetes: {also: [k8s]}}")
        return vocabularies
