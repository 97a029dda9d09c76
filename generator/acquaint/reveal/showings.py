"""Two ways through the door: what everyone may see of a field, and what members see."""

from collections.abc import Mapping
from dataclasses import dataclass

from acquaint.config import Schema, Term
from acquaint.markup import to_html, to_text
from acquaint.records import MemberRecord
from acquaint.shown import Prose, Tag, Words
from acquaint.slugs import slug
from acquaint.values import Audience, Item, Said, Wording
from acquaint.withhold import Withholder


@dataclass(frozen=True, slots=True)
class Subject:
    """One member on the way out, with what both editions need.

    `handles` are those of the members they name who are listed for everyone; `html` has what their Markdown texts show.
    """

    record: MemberRecord
    schema: Schema
    handles: frozenset[str]
    html: Mapping[str, str]

    def versions(self, wording: Wording) -> list[tuple[str, str]]:
        """(language, text) of each version, the member's own language first."""
        lang = self.record.lang
        found = [(tag or lang, said.text) for tag, said in wording.versions if said.text]
        return sorted(found, key=lambda version: version[0] != lang)

    def spelling(self, field: str, text: str) -> tuple[str, str]:
        """A tag in the community's spelling, and its address."""
        term = self._term(field, text)
        if term is None:
            return text, slug(text)
        return term.translations.get(self.schema.language, term.name), term.slug

    def spellings(self, field: str, text: str) -> frozenset[str]:
        """Everything that may be shown, or found, in place of the tag `text` on a page in any language."""
        term = self._term(field, text)
        others = (term.name, term.slug, *term.also, *term.translations.values()) if term else ()
        return frozenset((text, *others))

    def markup(self, text: str) -> str:
        """A Markdown text as HTML."""
        return self.html[text] if text in self.html else to_html(text)

    def _term(self, field: str, text: str) -> Term | None:
        return self.schema.terms(field).get(slug(text))


@dataclass(frozen=True, slots=True)
class PublicShowing:
    """What everyone may see: every text passes the withholder, and only what is stated public is admitted."""

    subject: Subject
    field: str
    withholder: Withholder

    @property
    def lang(self) -> str:
        """The member's own language."""
        return self.subject.record.lang

    def words(self, wording: Wording) -> Words | None:
        """The text without name, company and contacts."""
        versions = [(lang, self.withholder.text(text, lang)) for lang, text in self.subject.versions(wording)]
        return Words(tuple(versions)) if versions else None

    def prose(self, wording: Wording) -> Prose | None:
        """The text as HTML without name, company and contacts."""
        versions = []
        for lang, text in self.subject.versions(wording):
            rendered = self.withholder.html(self.subject.markup(text), lang)
            versions.append((lang, rendered, to_text(rendered)))
        return Prose(tuple(versions)) if versions else None

    def sentence(self, said: Said) -> str | None:
        """The sentence without name, company and contacts."""
        return self.withholder.text(said.text, self.lang) or None

    def tag(self, item: Item) -> Tag | None:
        """The tag, unless it holds something private: altered, it would be a tag nobody gave."""
        if any(map(self.withholder.holds, self.subject.spellings(self.field, item.said.text))):
            return None
        return Tag(*self.subject.spelling(self.field, item.said.text), item.day)

    def admits(self, audience: Audience) -> bool:
        """Only what is for everyone."""
        return audience is Audience.EVERYONE

    def admits_part(self, part: str) -> bool:
        """Only the parts that are stated public."""
        return self.subject.record.audience(self.field, part) is Audience.EVERYONE

    def admits_handle(self, handle: str) -> bool:
        """Only who is listed for everyone; the handle of anybody else would say that they are a member."""
        return handle in self.subject.handles


@dataclass(frozen=True, slots=True)
class InternalShowing:
    """What members see: all of it, as it was written."""

    subject: Subject
    field: str

    @property
    def lang(self) -> str:
        """The member's own language."""
        return self.subject.record.lang

    def words(self, wording: Wording) -> Words | None:
        """The text as written."""
        versions = self.subject.versions(wording)
        return Words(tuple(versions)) if versions else None

    def prose(self, wording: Wording) -> Prose | None:
        """The text as HTML."""
        rendered = [(lang, self.subject.markup(text)) for lang, text in self.subject.versions(wording)]
        return Prose(tuple((lang, html, to_text(html)) for lang, html in rendered)) if rendered else None

    def sentence(self, said: Said) -> str | None:
        """The sentence as written."""
        return said.text or None

    def tag(self, item: Item) -> Tag | None:
        """The tag."""
        text, address = self.subject.spelling(self.field, item.said.text)
        return Tag(text, address, item.day)

    def admits(self, audience: Audience) -> bool:
        """Everything."""
        return True

    def admits_part(self, part: str) -> bool:
        """Every part."""
        return True

    def admits_handle(self, handle: str) -> bool:
        """Anybody."""
        return True
