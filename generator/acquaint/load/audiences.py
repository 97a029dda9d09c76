"""Who may see each field of one member: the schema decides, the member narrows, and widens where they may."""

import re
from collections.abc import Mapping as MappingType

from acquaint.config import FieldSpec
from acquaint.fields.contacts import KINDS
from acquaint.fields.names import nearest
from acquaint.load.keys import is_slip, meant_key
from acquaint.messages import Message, say
from acquaint.problems import Problems
from acquaint.tree import Mapping, Node, Scalar, Sequence, is_blank
from acquaint.values import Audience


class AudienceReader:
    """Reads the lists `private` and `public` of one file against the schema."""

    def __init__(self, fields: MappingType[str, FieldSpec], path: str, problems: Problems) -> None:
        self._fields, self._path, self._problems = fields, path, problems

    def read(self, private: Node | None, public: Node | None) -> dict[str, Audience]:
        """The audience of every field and of every named kind of contact.

        A list that can't be read narrows everything: what somebody tried to hide stays hidden until it is mended.
        """
        audiences = {name: spec.visibility for name, spec in self._fields.items()}
        narrowed = self._names(private, "private")
        if narrowed is None:
            return dict.fromkeys(audiences, Audience.MEMBERS)
        for name, node in (self._names(public, "public") or {}).items():
            if name in narrowed or name.partition(".")[0] in narrowed:
                message = say("{field} stands under public and under private; it stays private.", field=name)
                fix = say("Take it out of one of them.")
                self._problems.add("opened-and-closed", message, self._path, node.span, fix=fix)
            elif self._may_open(name, node):
                audiences[name] = Audience.EVERYONE
        for name in narrowed:
            audiences[name] = Audience.MEMBERS
            for part in [key for key in audiences if key.startswith(f"{name}.")]:
                audiences[part] = Audience.MEMBERS
        return audiences

    def _may_open(self, name: str, node: Scalar) -> bool:
        spec = self._fields[name.partition(".")[0]]
        if spec.widen or spec.visibility is Audience.EVERYONE:
            return True
        message = say("{field} is for members only in this community and can't be opened.", field=spec.name)
        fix = say("Take {field} out of public.", field=name)
        self._problems.add("cannot-open", message, self._path, node.span, fix=fix)
        return False

    def _names(self, node: Node | None, directive: str) -> dict[str, Scalar] | None:
        """The names listed under `directive`; None if anything in there can't be understood."""
        if node is None or is_blank(node):
            return {}
        items = node.items if isinstance(node, Sequence) else (node,)
        names: dict[str, Scalar] = {}
        understood = True
        for item in items:
            if isinstance(item, Mapping):
                message = say("{field} takes a list of fields.", field=directive)
                fix = f"{directive}: [city, contact.email]"
                self._problems.add("wrong-type", message, self._path, item.span, fix=fix)
                understood = False
            elif isinstance(item, Scalar) and not is_blank(item):
                understood &= self._note(item, directive, names)
        return names if understood else None

    def _note(self, item: Scalar, directive: str, names: dict[str, Scalar]) -> bool:
        name = item.text.strip()
        field, dot, part = name.partition(".")
        spec = self._fields.get(field)
        if spec is not None and (not dot or (spec.kind == "contact" and part in KINDS)):
            names[name] = item
            return True
        if "," in name or name in ("yes", "true", "all"):
            message = say(
                "{field} takes a list of fields in brackets; for a page that members alone see there is listing.",
                field=directive,
            )
            named = re.findall(r"[^\s,]+", name)
            example = named if all(one.partition(".")[0] in self._fields for one in named) else ["city", "contact"]
            fix: Message | str = f"{directive}: [{', '.join(example)}]"
            if example is not named:
                fix = say("{one}, or {other}", one=fix, other="listing: members")
            self._problems.add("wrong-type", message, self._path, item.span, fix=fix)
            return False
        kind = nearest(part or name, KINDS)
        # A kind of contact is never taken for all of them: who follows the advice would open the rest as well.
        meant = f"contact.{kind}" if kind else meant_key(name, self._fields)
        message = say("There is no such field to list under {directive}.", directive=directive)
        if meant and is_slip(name, meant):
            message = say("There is no field {field} to list under {directive}.", field=name, directive=directive)
        self._problems.add("unknown-field", message, self._path, item.span, meant=meant)
        return False
