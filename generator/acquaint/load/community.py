"""community.yml as settings, read as strictly as a member's file and with the same kind of messages."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from acquaint.config import ASKS_EXPIRE_AFTER, Community, Indexing, Join, Reach, Repository, Welcome
from acquaint.fields.builtin import BUILT_IN
from acquaint.fields.contacts import is_email
from acquaint.fields.days import day_of
from acquaint.fields.languages import language_tag
from acquaint.fields.links import read_url
from acquaint.fields.reading import Beside, Limits, Reading, nothing_beside
from acquaint.fields.texts import read_text
from acquaint.load.documents import read_settings
from acquaint.load.doors import read_doors
from acquaint.load.keys import known_entries
from acquaint.load.lint import lint
from acquaint.load.look import LOOK, LookReader
from acquaint.load.schema_settings import SchemaReader
from acquaint.load.source import Source
from acquaint.messages import say
from acquaint.problems import Problems
from acquaint.shown import Words
from acquaint.tree import Mapping, Node, Scalar, is_blank

NAME = "community.yml"
SETTINGS = (
    "title", "description", "languages", "base_url", "repository", "reach", "join", "vocabulary", "fields", "expire",
    "indexing", "prose", "welcome", "theme",
)  # fmt: skip
_SPELL = re.compile(r"(\d{1,4})\s+(day|week|month|year)s?")
_DAYS = {"day": 1, "week": 7, "month": 365 / 12, "year": 365}
UNTITLED = Words((("en", "Our community"),))


def without_settings() -> Community:
    """What a folder without community.yml is built with."""
    return Community(title=UNTITLED, fields=BUILT_IN)


def read_community(source: Source, problems: Problems, beside: Beside = nothing_beside) -> Community:
    """The settings in `source`; what can't be read is reported and left at its default. `beside` reads the logo."""
    tree = read_settings(source, problems)
    if tree is None:
        return without_settings()
    lint(tree, source, problems)
    return _CommunityReader(tree, problems, beside).read()


@dataclass(slots=True)
class _CommunityReader:
    tree: Mapping
    problems: Problems
    beside: Beside

    def read(self) -> Community:
        entries = known_entries(self.tree, SETTINGS, NAME, self.problems, what=say("setting"))
        nodes = {key: node for key, (_, node) in entries.items() if not is_blank(node)}
        languages = self._languages(nodes.get("languages"))
        fields, vocabulary = SchemaReader(NAME, self.problems, languages[0]).read(
            nodes.get("fields"), nodes.get("vocabulary")
        )
        repository = self._repository(nodes.get("repository"))
        return Community(
            title=self._words(nodes.get("title"), "title", languages[0]) or UNTITLED,
            fields=fields,
            description=self._words(nodes.get("description"), "description", languages[0]),
            languages=languages,
            base_url=self._base_url(nodes.get("base_url")),
            repository=repository,
            reach=self._reach(nodes.get("reach"), languages[0]),
            join=self._join(nodes.get("join"), languages[0], repository),
            vocabulary=vocabulary,
            asks_expire_after=self._expiry(nodes.get("expire")),
            indexing=Indexing(self._choice(nodes.get("indexing"), "indexing", tuple(Indexing)) or Indexing.SEARCH),
            prose_is_error=self._choice(nodes.get("prose"), "prose", ("warning", "error")) == "error",
            welcome=self._welcome(nodes.get("welcome"), languages[0]),
            look=LookReader(self._section(nodes.get("theme"), "theme", LOOK), self._reading("theme")).read(),
        )

    def _reading(self, name: str) -> Reading:
        limits = Limits(line=1_000)
        return Reading(NAME, name, self.problems, quotable=True, limits=limits, beside=self.beside)

    def _words(self, node: Node | None, name: str, language: str) -> Words | None:
        wording = read_text(node, self._reading(name)) if node is not None else None
        return Words(tuple((tag or language, said.text) for tag, said in wording.versions)) if wording else None

    def _languages(self, node: Node | None) -> tuple[str, ...]:
        reading = self._reading("languages")
        scalars = (
            [
                reading.scalar(item, say("language tags in one flat list, as in {example}", example="[en, de]"))
                for item in reading.listed(node)
            ]
            if node
            else []
        )
        tags = [language_tag(scalar, reading) for scalar in scalars if scalar]
        return tuple(dict.fromkeys(tag for tag in tags if tag)) or ("en",)

    def _section(self, node: Node | None, name: str, keys: tuple[str, ...]) -> dict[str, Node]:
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            message = say("{field} takes {keys}.", field=name, keys=keys)
            self.problems.add("wrong-type", message, NAME, node.span, fix=f"{name}: {{{keys[0]}: …}}")
            return {}
        entries = known_entries(node, keys, NAME, self.problems, what=say("setting of {section}", section=name))
        return {key: value for key, (_, value) in entries.items() if not is_blank(value)}

    def _text(self, node: Node | None, name: str) -> str:
        said = self._reading(name).said(node, say("a text")) if node is not None else None
        return said.text if said else ""

    def _choice(self, node: Node | None, name: str, choices: tuple[str, ...]) -> str | None:
        text = self._text(node, name)
        if node is None or text in choices:
            return text or None
        message = say("{field} takes one of these: {choices}.", field=name, choices=choices)
        self.problems.add("bad-setting", message, NAME, node.span, fix=f"{name}: {choices[0]}")
        return None

    def _base_url(self, node: Node | None) -> str:
        return check_base_url(self._text(node, "base_url"), self.problems, node) if node is not None else ""

    def _repository(self, node: Node | None) -> Repository:
        section = self._section(node, "repository", ("url", "branch", "visibility"))
        choices = ("private", "public")
        return Repository(
            url=(read_url(section["url"], self._reading("repository.url")) or "") if "url" in section else "",
            branch=self._text(section.get("branch"), "repository.branch") or "main",
            visibility=self._choice(section.get("visibility"), "repository.visibility", choices) or "private",
        )

    def _reach(self, node: Node | None, language: str) -> Reach:
        section = self._section(node, "reach", ("email", "text"))
        email = self._text(section.get("email"), "reach.email")
        if email and not is_email(email):
            message = say("{field} is not an e-mail address.", field="reach.email")
            self.problems.add("not-an-email", message, NAME, section["email"].span, fix="email: hello@example.org")
            email = ""
        return Reach(email, self._words(section.get("text"), "reach.text", language))

    def _join(self, node: Node | None, language: str, repository: Repository) -> Join:
        section = self._section(node, "join", ("how", "invite", "until", "doors"))
        invite = read_url(section["invite"], self._reading("join.invite")) if "invite" in section else None
        until = day_of(section["until"], self._reading("join.until")) if "until" in section else None
        reading = self._reading("join.doors")
        doors = read_doors(section["doors"], reading, repository) if "doors" in section else ()
        return Join(self._words(section.get("how"), "join.how", language), invite or "", until, doors)

    def _welcome(self, node: Node | None, language: str) -> Welcome:
        section = self._section(node, "welcome", ("for", "not_for"))

        def sentences(key: str) -> tuple[Words, ...]:
            items = self._reading(f"welcome.{key}").listed(section[key]) if key in section else ()
            found = (self._words(item, f"welcome.{key}", language) for item in items)
            return tuple(words for words in found if words)

        return Welcome(sentences("for"), sentences("not_for"))

    def _expiry(self, node: Node | None) -> int:
        section = self._section(node, "expire", ("asks",))
        asks = section.get("asks")
        text = self._text(asks, "expire.asks")
        match = _SPELL.fullmatch(text)
        if match and asks:
            return max(1, round(int(match.group(1)) * _DAYS[match.group(2)]))
        if asks is not None:
            message = say("{field} takes a number of days, weeks, months or years.", field="expire.asks")
            self.problems.add("bad-setting", message, NAME, asks.span, fix="asks: 6 months")
        return ASKS_EXPIRE_AFTER


def check_base_url(text: str, problems: Problems, node: Node | None = None) -> str:
    """`text` as an absolute address that ends in a slash; "" and a problem if it is none."""
    url = text.strip().rstrip("/")
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme in ("https", "http") and host and not parts.query and not parts.fragment and not parts.username:
        return f"{url}/"
    span = node.span if isinstance(node, Scalar) else None
    fix = "base_url: https://people.example"
    message = say("{field} takes the absolute address of the public edition.", field="base_url")
    problems.add("bad-setting", message, NAME, span, fix=fix)
    return ""
