"""What every page of one edition in one language is rendered with: community, templates, words, what one can browse."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from jinja2 import Environment

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.colours import DARK, LIGHT
from acquaint.config import Community, FieldSpec, Indexing, Term
from acquaint.render import naming
from acquaint.render.naming import Text
from acquaint.shown import Tag, Words
from acquaint.template_errors import macro


@dataclass(frozen=True, slots=True)
class Site:
    """One edition of one build in one language. `handles` are of everybody in it; `browse` are the fields with pages.

    `language` is the one of `community.languages` in which texts with several versions are shown, `words` are the
    interface's sentences, in that language or, where nobody has translated them, in English; `told` are those of the
    command, which the form to join shares. `papers` are the colours behind light and dark pages.
    """

    community: Community
    environment: Environment
    day: date
    handles: frozenset[str]
    browse: tuple[FieldSpec, ...]
    language: str
    words: Catalogue = field(default=ENGLISH)
    told: Catalogue = field(default=ENGLISH)
    internal: bool = False
    papers: tuple[str, str] = (str(LIGHT.paper), str(DARK.paper))

    @property
    def is_first(self) -> bool:
        """True of the language at the root, which also has what all languages share."""
        return self.language == self.community.language

    @property
    def folder(self) -> str:
        """The folder of this language's pages below the edition's root: "" or, as in `zh/`, its tag."""
        return "" if self.is_first else f"{self.language.lower()}/"

    @property
    def up(self) -> str:
        """The way from the root of this language up to the edition's root."""
        return "../" * self.folder.count("/")

    @property
    def may_be_indexed(self) -> bool:
        """True if search engines may list the pages of this edition."""
        return not self.internal and self.community.indexing is not Indexing.NONE

    @property
    def base_url(self) -> str:
        """The absolute address of this edition, or "" where none was given; the internal edition has none."""
        return "" if self.internal else self.community.base_url

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
        """`words`, written in `lang` (BCP 47; "" where nobody knows), for a page whose interface is in `words`."""
        return Text(words, lang if lang and lang != self.words.language else None)

    def picked(self, words: Words) -> Text:
        """The version of a text that a page in this language shows."""
        lang, text = words.pick(self.language)
        return self.text(text, lang)

    def tag(self, tag: Tag, field: str) -> Text:
        """A tag as the community's vocabulary spells it in this language; else as it is."""
        vocabulary = self.community.vocabulary.get(field)
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


def browsable(community: Community, internal: bool) -> tuple[FieldSpec, ...]:
    """The fields with pages. What strangers can never see has none in their edition, not even empty ones."""
    return tuple(spec for spec in community.facets if internal or may_be_open(spec))


def may_be_open(spec: FieldSpec) -> bool:
    """True if strangers see the field of at least those members who open it."""
    return spec.widen or spec.visibility == "everyone"
