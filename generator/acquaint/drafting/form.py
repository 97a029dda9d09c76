"""The form of an issue that asks for an introduction: what everyone may see, and nothing else."""

from collections.abc import Iterator

from acquaint.catalogues import Catalogue
from acquaint.config import Community, FieldSpec
from acquaint.drafting.hints import hint_of
from acquaint.drafting.naming import label_of
from acquaint.drafting.scalars import quoted
from acquaint.introduction import NEVER_ASKED, SELDOM_ASKED
from acquaint.messages import Message, say
from acquaint.values import Audience

CONSENT, HANDLE = "consent", "handle"
"""The questions that are no fields."""

WORDS, LINES = ("tags", "languages", "availability"), ("items", "links")
"""Types whose answers are several words, and several lines."""

_NEVER = ("contact", "phone", "email", "image")
"""Types that no issue asks for, whatever the community opens: ways to reach somebody, and what is no text."""
_NOT_ASKED = (*NEVER_ASKED, *SELDOM_ASKED)
_IN_BOXES = (*LINES, "prose")


def asked_in_public(community: Community) -> dict[str, FieldSpec]:
    """The fields an issue may ask for, in the order of the form: those everyone sees, and never a contact."""
    return {
        name: spec
        for name, spec in community.fields.items()
        if spec.visibility is Audience.EVERYONE and spec.kind not in _NEVER and name not in (*_NOT_ASKED, *_NEVER)
    }


def issue_form(community: Community, catalogue: Catalogue) -> str:
    """The file of an issue form as GitHub takes it, in the language of `catalogue`.

    Each label ends with the field's key in brackets, by which the answer is found whatever the language.
    """
    return "\n".join(_Form(community, catalogue).lines()) + "\n"


class _Form:
    def __init__(self, community: Community, catalogue: Catalogue) -> None:
        self._community, self._catalogue = community, catalogue

    def lines(self) -> Iterator[str]:
        title = self._community.title.pick(self._catalogue.language)[1]
        about = say("A page of your own in the directory of {community}.", community=title)
        yield f"name: {quoted(self._told(say('Introduce yourself')))}"
        yield f"description: {quoted(self._told(about))}"
        yield f"title: {quoted(self._told(say('My introduction')))}"
        yield 'labels: ["introduction"]'
        yield "body:"
        warning = say(
            "Everything you write here is public at once and for good, also if you delete it later. Leave out your "
            "full name, your employer and how to reach you: those go to the organisers by message."
        )
        yield from ("  - type: markdown", "    attributes:", f"      value: {quoted(self._told(warning))}")
        handle = say("The word your page's address ends with: lower-case letters, digits, hyphens. Not your real name.")
        yield from self._question(HANDLE, "input", self._told(say("Handle")), self._told(handle), "quill")
        yield "    validations:"
        yield "      required: true"
        for spec in asked_in_public(self._community).values():
            yield from self._field(spec)
        yield from self._consent()

    def _told(self, sentence: Message) -> str:
        return sentence.told(self._catalogue)

    def _question(self, key: str, kind: str, label: str, about: str, example: str = "") -> Iterator[str]:
        yield f"  - type: {kind}"
        yield f"    id: {key}"
        yield "    attributes:"
        yield f"      label: {quoted(f'{label} [{key}]')}"
        if about:
            yield f"      description: {quoted(about)}"
        if example:
            yield f"      placeholder: {quoted(example)}"

    def _field(self, spec: FieldSpec) -> Iterator[str]:
        language = self._catalogue.language
        hint = hint_of(spec, language)
        many = {
            **dict.fromkeys(WORDS, say("Several, with commas between them.")),
            "items": say("One in each line."),
            "links": say("One in each line, as in {example}", example="Blog: https://quill.example"),
        }
        about = " ".join(self._told(part) for part in (hint and hint.question, many.get(spec.kind)) if part)
        example = self._told(hint.concrete) if hint and hint.concrete else ""
        yield from self._question(
            spec.name,
            "textarea" if spec.kind in _IN_BOXES else "input",
            label_of(spec, language, self._catalogue),
            about,
            example,
        )

    def _consent(self) -> Iterator[str]:
        yield "  - type: checkboxes"
        yield f"    id: {CONSENT}"
        yield "    attributes:"
        label = self._told(say("Before you send it"))
        yield f"      label: {quoted(f'{label} [{CONSENT}]')}"
        yield "      options:"
        sentence = say("These words are mine, and I know that an issue is public for good.")
        yield f"        - label: {quoted(self._told(sentence))}"
        yield "          required: true"
