"""The annotated template of an introduction, made from the community's schema, in one language."""

import re
import textwrap
from collections.abc import Iterator

from acquaint.catalogues import Catalogue
from acquaint.config import Community, FieldSpec
from acquaint.drafting.hints import hint_of
from acquaint.introduction import ASKED_FIRST, NEVER_ASKED
from acquaint.messages import Message, say
from acquaint.values import Audience

FIRST = (*ASKED_FIRST, "skills", "name", "contact")
"""The fields that stand ready to be filled in; the others wait behind a #."""

LEFT_OUT = (*NEVER_ASKED, "avatar", "sort_as", "bio")
"""Fields that nobody fills in by hand, or that stand below the front matter."""

_COLON = say('"Radios: mending, building, listening"')
_BEFORE = (
    say("Your introduction: two minutes to read, five to write."),
    say(
        "Copy this file to {file}. The handle is a word of your own: lower-case letters, digits, hyphens. It stands in "
        "your page's address for everybody to read, so take a word you like and not your real name.",
        file=say("members/<handle>.md"),
    ),
    say(
        "Write over everything in <angle brackets>, and delete what you don't need. No field is required; three are a "
        "start. To use a line that begins with #, take the # and the blank after it away."
    ),
    say("If a text holds a colon, put it in quotes: {example}", example=_COLON),
    say("Run {command}. It tells you what to mend, and shows how.", command="acquaint check"),
)
_EVERYBODY = say("From here on: everybody may read it, also people who aren't members")
_MEMBERS = say("From here on: only members read it")
_CHOICES = say("Your own choice of who sees what")
_REPEATED = say(
    "Where other texts in this file mention your name or company, strangers don't read them. Still, it reads better if "
    "the text below doesn't mention them."
)
_READ_BY_ALL = say(
    "Nothing. The repository is public, so everybody reads all of this file, and its history. Give your name and your "
    "contact to the organisers in another way, and write nothing here that only members may know."
)
_STEERING = (
    (say("Keep something that everybody reads for members only:"), "private: [city, timezone]"),
    (say("Show everybody something that only members read, such as your e-mail address:"), "public: [contact.email]"),
    (say("Stand in the members' edition only, and in the public one not at all:"), "listing: members"),
)
_ANSWER, _ONE, _ANOTHER = say("<your answer>"), say("<one>"), say("<another>")
_EMAIL, _PHONE = say("<your e-mail address>"), say("<your number with its country code>")
_LABEL, _ADDRESS = say("<what it is>"), say("<its https address>")
# By the name of a field, else by its type.
_FORMS: dict[str, tuple[str | Message, ...]] = {
    "tags": ("{key}: [", _ONE, ", ", _ANOTHER, "]"),
    "languages": ("{key}: [", _ONE, ", ", _ANOTHER, "]"),
    "items": ("{key}:\n  - ", _ANSWER),
    "asks": ("{key}:\n  - text: ", _ANSWER, "\n    # since: 2026-11-01\n    # for: members"),
    "availability": ("{key}:\n  - ", _ANSWER),
    "dated": ("{key}:\n  text: ", _ANSWER, "\n  # since: 2026-11-01"),
    "links": ("{key}:\n  ", _LABEL, ": ", _ADDRESS),
    "contact": ("{key}:\n  email: ", _EMAIL, "\n  # phone: ", _PHONE, "\n  # wechat: ", _ANSWER),
    "date": ("{key}: ", say("<year-month-day>")),
    "month-day": ("{key}: ", say("<month-day>")),
    "handle": ("{key}: ", say("<a handle>")),
}  # fmt: skip
_UNSAFE = re.compile(r"[<>@\n]")
_NEEDS_QUOTES = re.compile(r"[:#,\[\]{}\"'\\]")


def annotated_template(community: Community, catalogue: Catalogue) -> str:
    """members/_template.md with every field of the schema, its question and its examples, told by `catalogue`."""
    return _Template(community, catalogue).text()


class _Template:
    def __init__(self, community: Community, catalogue: Catalogue) -> None:
        self._community, self._catalogue = community, catalogue
        self._is_public = community.repository.visibility == "public"
        # Where letters have no blanks between them a line is half as many of them.
        self._width = 56 if catalogue.language.partition("-")[0] in ("zh", "ja", "ko") else 112

    def text(self) -> str:
        fields = [spec for name, spec in self._community.fields.items() if name not in LEFT_OUT]
        shown = [spec for spec in fields if spec.visibility is Audience.EVERYONE]
        kept = [spec for spec in fields if spec.visibility is not Audience.EVERYONE]
        lines = [line for sentence in _BEFORE for line in (*self._told(sentence), "#")]
        lines += [*self._heading(_EVERYBODY), *self._fields(shown), *self._heading(_MEMBERS)]
        if self._is_public:
            lines += [*self._told(_READ_BY_ALL)]
        else:
            lines += [*self._told(_REPEATED), "", *self._fields(kept), *self._heading(_CHOICES), *self._steering()]
        return "\n".join(["---", *lines, *self._bio()]) + "\n"

    def _told(self, sentence: Message, begin: str = "# ") -> list[str]:
        text = sentence.told(self._catalogue)
        return textwrap.wrap(text, self._width, initial_indent=begin, subsequent_indent=f"#{' ' * (len(begin) - 1)}")

    def _heading(self, sentence: Message) -> list[str]:
        return [f"# ---- {sentence.told(self._catalogue)} ----", ""]

    def _fields(self, specs: list[FieldSpec]) -> Iterator[str]:
        """The fields to begin with, then the others, each with what it asks for."""
        for spec in sorted(specs, key=lambda spec: spec.name not in FIRST):
            hint = hint_of(spec, self._catalogue.language)
            if hint:
                yield from self._told(hint.question)
            if hint and hint.vague and hint.concrete:
                yield from self._told(say("vague: {text}", text=hint.vague), "#   ")
                yield from self._told(say("concrete: {text}", text=hint.concrete), "#   ")
            for line in self._empty(spec).split("\n"):
                yield line if spec.name in FIRST else f"# {line}"
            yield ""

    def _empty(self, spec: FieldSpec) -> str:
        """The field with placeholders in the place of answers."""
        form = _FORMS.get(spec.name) or _FORMS.get(spec.kind, ("{key}: ", _ANSWER))
        return "".join(
            part.replace("{key}", spec.name) if isinstance(part, str) else self._placeholder(part) for part in form
        )

    def _placeholder(self, words: Message) -> str:
        text = f"<{_UNSAFE.sub(' ', words.told(self._catalogue)).strip()}>"
        return f'"{text}"' if _NEEDS_QUOTES.search(text) else text

    def _steering(self) -> Iterator[str]:
        for sentence, line in _STEERING:
            yield from (*self._told(sentence), f"# {line}")

    def _bio(self) -> list[str]:
        """The end of the front matter and the invitation below it; a public file has no room for one that is kept."""
        spec = self._community.fields.get("bio")
        is_kept = spec is not None and spec.visibility is not Audience.EVERYONE
        if is_kept and self._is_public:
            return ["---"]
        heading = ["", *self._heading(_MEMBERS)[:1]] if is_kept else []
        hint = hint_of(spec, self._catalogue.language) if spec else None
        asked = hint.question.told(self._catalogue) if hint else ""
        begin = say("The longer introduction goes here, in Markdown, as long or as short as you like.")
        text = _UNSAFE.sub(" ", f"{begin.told(self._catalogue)} {asked}").strip()
        return [*heading, "---", "", *textwrap.wrap(f"<{text}>", self._width)]
