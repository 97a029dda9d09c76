"""How one edition speaks in one language: what a piece of one member's page may depend on besides the member."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from jinja2 import Environment

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.config import Community, FieldSpec, Term, Vocabulary
from acquaint.render import naming
from acquaint.render.naming import Text
from acquaint.shown import Tag, Words
from acquaint.template_errors import macro
from acquaint.theme import Theme


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
        return macro(self.environment, template, name)

    def has_pages_for(self, field: str) -> bool:
        """True if the values of `field` have pages to link to."""
        return any(spec.name == field for spec in self.browse)

    def say(self, message: str, **values: object) -> str:
        """A sentence of the interface."""
        return self.words.say(message, **values)

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
        vocabulary = self.vocabulary.get(field)
        term = vocabulary.spellings.get(tag.slug) if vocabulary else None
        return self.term(term) if term else self.text(tag.text)

    def term(self, term: Term) -> Text:
        """A term of a vocabulary in this language."""
        translated = term.translations.get(self.language) or term.translations.get(self.language.partition("-")[0])
        return self.text(translated, self.language) if translated else self.text(term.name)

    def country(self, code: str) -> Text:
        """The name of the country with the ISO 3166 `code`."""
        return self.text(naming.country(code, self.language), self.language)

    def language_name(self, code: str) -> Text:
        """The name of the language with the BCP 47 tag `code`."""
        return self.text(naming.language_name(code, self.language), self.language)

    def day_of(self, day: date) -> str:
        """As in 14 March 2026."""
        return naming.day_of(day, self.words.language)

    def month_of(self, day: date) -> str:
        """As in March 2026."""
        return naming.month_of(day, self.words.language)


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
