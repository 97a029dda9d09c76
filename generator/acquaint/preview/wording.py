"""A public value as plain text in the community's language."""

import re
from dataclasses import dataclass

from acquaint.catalogues import Catalogue
from acquaint.config import Community
from acquaint.drafting.naming import label_of
from acquaint.markup import to_text
from acquaint.render import naming
from acquaint.shown import (
    CountryCode,
    Entries,
    Entry,
    LanguageCodes,
    Plain,
    Prose,
    Shown,
    ShownDay,
    ShownLinks,
    ShownMonthDay,
    Tag,
    Tags,
    Ways,
    Words,
)

_SOFT_BREAK = re.compile(r"(?<!>)\n(?!<)")


@dataclass(frozen=True, slots=True)
class Speech:
    """A community, and the sentences of its pages (domain "pages") in one language."""

    community: Community
    words: Catalogue

    def label(self, field: str) -> str:
        """What pages call the field."""
        return label_of(self.community.fields[field], self.community.language, self.words)

    def text(self, field: str, value: Shown) -> str:
        """`value` as text, a line for each entry of a list; "" for what isn't text, as a picture."""
        language = self.community.language
        match value:
            case Words():
                return value.pick(language)[1]
            case Prose():
                # A line of Markdown may end where a sentence doesn't.
                return to_text(_SOFT_BREAK.sub(" ", value.pick(language)[1]))
            case Tags(tags=tags):
                return self._listed([self._dated(tag.text, self._until(tag)) for tag in tags])
            case Entries(entries=entries):
                return "\n".join(self._entry(entry) for entry in entries)
            case LanguageCodes(codes=codes):
                return self._listed([naming.language_name(code, language) for code in codes])
            case ShownLinks(links=links):
                return "\n".join(f"{link.label}: {link.url}" for link in links)
            case Ways(ways=ways):
                return "\n".join(f"{self._named('contact', way.label)}: {way.text}" for way in ways)
            case _:
                return self._short(field, value)

    def _short(self, field: str, value: Shown) -> str:
        language = self.community.language
        match value:
            case CountryCode(code=code):
                return naming.country(code, language)
            case Plain(text=text):
                kind = self.community.fields[field].kind
                return f"@{text}" if kind == "handle" else text.replace("_", " ") if kind == "timezone" else text
            case ShownDay(day=day):
                return naming.day_of(day, language)
            case ShownMonthDay(month=month, day=day_of_month):
                return naming.day_of_every_year(month, day_of_month, language)
            case _:
                return ""

    def _entry(self, entry: Entry) -> str:
        month = naming.month_of(entry.since, self.community.language) if entry.since else None
        return self._dated(entry.text, month)

    def _until(self, tag: Tag) -> str | None:
        if tag.until is None:
            return None
        day = naming.day_of(tag.until, self.community.language)
        return self.words.translations.gettext("until %(day)s") % {"day": day}

    def _dated(self, text: str, day: str | None) -> str:
        return f"{text} ({day})" if day else text

    def _listed(self, parts: list[str]) -> str:
        return self._named("between the parts of a list", ", ").join(parts)

    def _named(self, context: str, name: str) -> str:
        return self.words.translations.pgettext(context, name)
