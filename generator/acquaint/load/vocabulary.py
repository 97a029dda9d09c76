"""The terms of a vocabulary: how tags are spelt, what else means them, and where their pages are."""

from dataclasses import dataclass

from acquaint.config import Term, Vocabulary
from acquaint.fields.languages import parse_tag
from acquaint.messages import Quoted, say
from acquaint.problems import Problems
from acquaint.slugs import slug
from acquaint.tree import Mapping, Node, Scalar, Sequence, Span, is_blank


@dataclass(frozen=True, slots=True)
class VocabularyReader:
    """Reads the terms of one field."""

    path: str
    problems: Problems

    def read(self, node: Mapping) -> Vocabulary:
        """The terms by each of their spellings' slugs; two terms can't share a spelling."""
        spellings: dict[str, Term] = {}
        closed = False
        for key, value in node:
            if key.text == "closed" and isinstance(value, Scalar):
                # What can't be read closes: it was meant to forbid something.
                closed = value.text.strip() != "false"
                if value.text.strip() not in ("true", "false"):
                    message = say("{field} takes {one} or {other}.", field="closed", one="true", other="false")
                    self.problems.add("bad-setting", message, self.path, value.span, fix="closed: true")
                continue
            term = self._term(key, value)
            if term.slug in {other.slug for other in spellings.values()}:
                message = say("{term} has the address of another term.", term=Quoted(term.name))
                self.problems.add("bad-setting", message, self.path, key.span, fix=say("Give it a slug of its own."))
            for spelling in (term.name, *term.also, *term.translations.values()):
                other = spellings.setdefault(slug(spelling), term)
                if other is not term:
                    message = say("{term} already means {other}.", term=Quoted(spelling), other=Quoted(other.name))
                    fix = say("Take it out of one of them.")
                    self.problems.add("bad-setting", message, self.path, key.span, fix=fix)
            spellings.setdefault(term.slug, term)
        return Vocabulary(spellings, closed)

    def _term(self, key: Scalar, node: Node) -> Term:
        own, also, translations = "", [], {}
        if not isinstance(node, Mapping) and not is_blank(node):
            self._report(node.span)
        for name, value in node if isinstance(node, Mapping) else ():
            if name.text == "slug" and isinstance(value, Scalar):
                own = self._slug(value)
            elif name.text == "also" and _are_scalars(value):
                also = [item.text for item in _scalars(value)]
            elif isinstance(value, Scalar) and (tag := parse_tag(name.text)):
                translations[tag] = value.text
            else:
                self._report(name.span)
        return Term(key.text, own or slug(key.text), tuple(also), translations)

    def _slug(self, value: Scalar) -> str:
        if slug(value.text) == value.text:
            return value.text
        message = say("A slug is of lower-case letters and digits with hyphens between them.")
        self.problems.add("bad-setting", message, self.path, value.span, fix=f"slug: {slug(value.text)}")
        return ""

    def _report(self, span: Span) -> None:
        message = say("A term takes also, slug and translations by language.")
        self.problems.add("bad-setting", message, self.path, span, fix="Kubernetes: {also: [k8s], zh: 容器编排}")


def _are_scalars(node: Node) -> bool:
    return len(_scalars(node)) == (len(node.items) if isinstance(node, Sequence) else 1)


def _scalars(node: Node) -> tuple[Scalar, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(item for item in items if isinstance(item, Scalar))
