"""How one edition speaks in one language: what a piece of one member's page may depend on besides the member."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, TypeVarTuple

from jinja2 import Environment

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.config import Community, FieldSpec, Term, Vocabulary
from acquaint.render import naming
from acquaint.render.naming import Text
from acquaint.shown import Tag, Words
from acquaint.template_errors import macro
from acquaint.theme import Theme

Found = TypeVar("Found")
Given = TypeVarTuple("Given")


@dataclass(frozen=True, slots=True)
class Interface:
    """Templates, sentences, schema and vocabulary of one edition in one language.

    Nothing of the community's own (title, addresses, pages) is in it, nothing of other members, and no day: whatever
    is made of a member and an Interface stays as it is when one of those changes.

    `language` is the one of `languages` in which texts with several versions are shown; the first of them is at the
    root. `words` are the sentences, in that language or, where nobody has translated them, in English. `fields` is the
    schema, `browse` are those of its fields that have pages: what strangers can never see has none in their edition,
    not even empty ones.
    """

    environment: Environment
    fields: Mapping[str, FieldSpec]
    vocabulary: Mapping[str, Vocabulary]
    browse: tuple[FieldSpec, ...]
    languages: tuple[str, ...]
    language: str
    words: Catalogue = field(default=ENGLISH)
    internal: bool = False
    templates: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The texts that the environment was made of: what tells it from another one."""

    _found: dict[tuple[object, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __plain__(self) -> tuple[object, ...]:
        """What it is made of."""
        return (
            self.templates,
            self.words,
            self.fields,
            self.vocabulary,
            self.browse,
            self.languages,
            self.language,
            self.internal,
        )

    def once(self, find: Callable[[*Given, "Interface"], Found], *given: *Given) -> Found:
        """`find(*given, self)`, which a build asks for many members: found once, then remembered until `forget`.

        For what is common to many alone, or memory grows with every member.
        """
        key = (find, *given)
        if key not in self._found:
            self._found[key] = find(*given, self)
        found: Found = self._found[key]
        return found

    def forget(self) -> None:
        """Begin a build: what members of the last one said is nobody's business any more."""
        self._found.clear()

    @property
    def is_first(self) -> bool:
        """True of the language at the root, which also has what all languages share."""
        return self.language == self.languages[0]

    @property
    def folder(self) -> str:
        """The folder of this language's pages below the edition's root: "" or, as in `zh/`, its tag."""
        return "" if self.is_first else f"{self.language.lower()}/"

    @property
    def up(self) -> str:
        """The way from the root of this language up to the edition's root."""
        return "../" * self.folder.count("/")

    def macro(self, template: str, name: str) -> Callable[..., str]:
        """One macro of a template, as this edition has it; what it returns is escaped HTML."""
        return self.once(_macro, template, name)

    def label(self, field: str) -> Text:
        """What readers call the field of that name."""
        return self.once(_label, field)

    def has_pages_for(self, field: str) -> bool:
        """True if the values of `field` have pages to link to."""
        return self.once(_has_pages, field)

    def say(self, message: str, **values: object) -> str:
        """A sentence of the interface."""
        return self.once(_saying, message)(**values)

    def said_of(self, context: str, name: str) -> str:
        """What a table of ours calls something, in this language; `context` tells names that are alike apart."""
        return self.words.translations.pgettext(context, name)

    def listed(self, parts: Iterable[str]) -> str:
        """`parts` one after the other, with what stands between them in this language."""
        return self.said_of("between the parts of a list", ", ").join(parts)

    def text(self, words: str, lang: str = "") -> Text:
        """`words`, written in `lang` (BCP 47; "" where nobody knows), for a page whose sentences are in `words`."""
        return Text(words, lang if lang and lang != self.words.language else None)

    def picked(self, words: Words) -> Text:
        """The version of a text that a page in this language shows."""
        lang, text = words.pick(self.language)
        return self.text(text, lang)

    def tag(self, tag: Tag, field: str) -> Text:
        """A tag as the vocabulary spells it in this language; else as it is."""
        return self.once(_tag, tag.slug, tag.text, field)

    def term(self, term: Term) -> Text:
        """A term of a vocabulary in this language."""
        translated = term.translations.get(self.language) or term.translations.get(self.language.partition("-")[0])
        return self.text(translated, self.language) if translated else self.text(term.name)

    def country(self, code: str) -> Text:
        """The name of the country with the ISO 3166 `code`."""
        return self.once(_country, code)

    def language_name(self, code: str) -> Text:
        """The name of the language with the BCP 47 tag `code`."""
        return self.once(_language, code)

    def day_of(self, day: date) -> str:
        """As in 14 March 2026."""
        return self.once(_day, day)

    def month_of(self, day: date) -> str:
        """As in March 2026."""
        return self.once(_month, day.year, day.month)


def _macro(template: str, name: str, interface: Interface) -> Callable[..., str]:
    return macro(interface.environment, template, name)


def _saying(message: str, interface: Interface) -> Callable[..., str]:
    return interface.words.translations.gettext(message).format


def _label(field: str, interface: Interface) -> Text:
    spec = interface.fields[field]
    if spec.built_in and len(spec.label.versions) == 1:
        lang, words = spec.label.versions[0]
        named = interface.said_of("field", words)
        return interface.text(named, interface.words.language if named != words else lang)
    return interface.picked(spec.label)


def _has_pages(field: str, interface: Interface) -> bool:
    return any(spec.name == field for spec in interface.browse)


def _tag(slug: str, text: str, field: str, interface: Interface) -> Text:
    vocabulary = interface.vocabulary.get(field)
    term = vocabulary.spellings.get(slug) if vocabulary else None
    return interface.term(term) if term else interface.text(text)


def _country(code: str, interface: Interface) -> Text:
    return interface.text(naming.country(code, interface.language), interface.language)


def _language(code: str, interface: Interface) -> Text:
    return interface.text(naming.language_name(code, interface.language), interface.language)


def _day(day: date, interface: Interface) -> str:
    return naming.day_of(day, interface.words.language)


def _month(year: int, month: int, interface: Interface) -> str:
    return naming.month_of(date(year, month, 1), interface.words.language)


def interface_of(community: Community, theme: Theme, language: str, *, internal: bool = False) -> Interface:
    """How an edition of `community` speaks in `language`, one of its languages."""
    words = theme.words(language)
    return Interface(
        environment=theme.environment(words, internal=internal),
        fields=community.fields,
        vocabulary=community.vocabulary,
        browse=tuple(spec for spec in community.facets if internal or may_be_open(spec)),
        languages=community.languages,
        language=language,
        words=words,
        internal=internal,
        templates=theme.templates,
    )


def may_be_open(spec: FieldSpec) -> bool:
    """True if strangers see the field of at least those members who open it."""
    return spec.widen or spec.visibility == "everyone"
