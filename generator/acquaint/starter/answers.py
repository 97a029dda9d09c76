"""What init asks: six answers about a new community, what may be chosen, and what is taken without an answer."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from acquaint.errors import UsageError
from acquaint.fields.languages import language_named
from acquaint.starter.source import source_from

HOSTS = ("github", "gitlab", "netlify", "cloudflare", "server", "none")
REPOSITORIES = ("private", "public")
PUBLICITY = ("default", "names", "little")
"""What strangers may see: what every community shows, the names as well, or no more than nickname and skills."""
LONGEST = 200
"""Characters of a title or of what to write to."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SHOWN_TAG = re.compile(r"\s*[(（][A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*[)）]$")
_JOINERS = "\u200c\u200d"
"""Invisible, and yet needed to write some scripts and many emoji."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers, each in a form that no file can be broken with.

    `languages` are tags, the first stands at the root. `reach` is an e-mail address or a sentence, `base_url` an
    absolute address, `source` where Acquaint is installed from; each may be "".
    """

    title: str
    languages: tuple[str, ...] = ("en",)
    repository: str = "private"
    host: str = "github"
    public: str = "default"
    reach: str = ""
    base_url: str = ""
    source: str = ""

    @property
    def language(self) -> str:
        """The language of the pages at the root."""
        return self.languages[0]

    def as_json(self) -> dict[str, Any]:
        """The answers as plain data; all of them stand in public pages anyway."""
        return {**asdict(self), "languages": list(self.languages)}


def answers_from(given: Mapping[str, Any]) -> Answers:
    """The answers in plain data. Raises UsageError, in a sentence, for what is none."""
    languages = given.get("languages") or ["en"]
    return Answers(
        title=one_line(given.get("title")) or "Our community",
        languages=languages_from(languages if isinstance(languages, list | tuple) else [languages]),
        repository=_chosen(given, "repository", REPOSITORIES),
        host=_chosen(given, "host", HOSTS, default="github"),
        public=_chosen(given, "public", PUBLICITY),
        reach=one_line(given.get("reach")),
        base_url=one_line(given.get("base_url")),
        source=source_from(given.get("source")),
    )


def languages_from(given: list[Any] | tuple[Any, ...]) -> tuple[str, ...]:
    """Language tags, each once, from tags and names of languages; `en, German` in one text counts as two."""
    parts = [part.strip() for text in given for part in re.split(r"[,，、;；]+", str(text))]
    return tuple(dict.fromkeys(tag for part in parts if part for tag in _tags_in(part))) or ("en",)


def _tags_in(part: str) -> Iterator[str]:
    """The tags of what stands between two commas: one language, also as `Deutsch (de)`, or several with blanks."""
    bare = _SHOWN_TAG.sub("", part) or part
    named = language_named(bare)
    for word in [bare] if named else bare.split():
        tag = named or language_named(word)
        if tag is None and not _LANGUAGE.fullmatch(word):
            raise UsageError(f"{one_line(word)} is no language tag; write en, zh or de, for example.")
        yield tag or word


def one_line(text: Any) -> str:
    """`text` without line ends and invisible characters, at most LONGEST characters."""
    if not isinstance(text, str):
        return ""
    return " ".join("".join(map(_visible, text)).split())[:LONGEST].strip()


def _visible(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter in _JOINERS or kind[0] != "C":
        return letter
    return " " if kind == "Cc" else ""


def _chosen(given: Mapping[str, Any], name: str, choices: tuple[str, ...], *, default: str = "") -> str:
    value = given.get(name) or default or choices[0]
    if value not in choices:
        raise UsageError(f"{name} is one of these: {', '.join(choices)}.")
    return str(value)
