"""What each field asks for, with an example that says too little and one that others can do something with."""

from dataclasses import dataclass

from acquaint.catalogues import Catalogue
from acquaint.config import FieldSpec
from acquaint.fields.builtin import BUILT_IN
from acquaint.messages import Message, say
from acquaint.shown import Words
from acquaint.values import Audience


@dataclass(frozen=True, slots=True)
class Hint:
    """Help for whoever fills in a field: the question, an answer that is too vague, and a concrete one if there are.

    `inside` is the question where only members read the answer, if the usual one tells of everybody.
    """

    question: Message
    vague: Message | None = None
    concrete: Message | None = None
    inside: Message | None = None


HINTS = {
    "nickname": Hint(say("What do people call you, in any script?"), say("user4711"), say("Quill")),
    "pronouns": Hint(say("How should others speak of you?"), say("the usual"), say("she/her")),
    "avatar": Hint(
        say("Do you have a square picture in which people know you again?"),
        say("A sunset over the sea"),
        say("You, from the shoulders up, looking at the camera"),
    ),
    "headline": Hint(
        say("What do you do for whom, in one line and without a job title?"),
        say("Passionate IT professional"),
        say("I untangle slow data pipelines, and draw maps with people who know the ground"),
    ),
    "skills": Hint(say("What do you know well enough to be asked about?"), say("Computers"), say("Spreadsheets")),
    "interests": Hint(say("What do you like besides?"), say("Music"), say("Choir")),
    "offers": Hint(
        say("What would you gladly do for somebody? Say what, how long and how."),
        say("Happy to help with writing"),
        say("Reading your first two pages and telling you where I stopped, within a week"),
    ),
    "asks": Hint(
        say("What are you looking for? With a date it leaves the public pages by itself after some months."),
        say("Looking for opportunities"),
        say("A quiet room to study in on Tuesday mornings, south of the river"),
        inside=say("What are you looking for?"),
    ),
    "ask_me_about": Hint(
        say("What do you love to talk about?"),
        say("Travelling"),
        say("Night trains, and moving house with three children"),
    ),
    "contact_for": Hint(
        say("What should people write to you for?"),
        say("Anything"),
        say("A second pair of eyes on a lease before you sign it"),
    ),
    "not_for": Hint(
        say("What should people rather not write to you for?"), say("Spam"), say("Job offers in other cities")
    ),
    "working_on": Hint(
        say("What keeps you busy, and since when?"),
        say("Various projects"),
        say("A map of the drinking fountains in our district"),
    ),
    "availability": Hint(
        say("What do you have time for, and until when?"), say("Busy, but ask"), say("mentoring until the end of May")
    ),
    "groups": Hint(say("To which circles of this community do you belong?"), say("The group"), say("Repair circle")),
    "city": Hint(say("Where do you live, or near enough?"), say("In the north"), say("Rotterdam")),
    "country": Hint(say("In which country? Its name or its two letters will do."), say("Abroad"), say("NL")),
    "timezone": Hint(say("Which city's clock do you live by?"), say("CET+1"), say("Europe/Amsterdam")),
    "languages": Hint(
        say("In which languages can people talk with you? Give their short names, the one you speak best first."),
        say("Several"),
        say("nl, en, zh"),
    ),
    "links": Hint(
        say("Where else can people find what you do? Everybody may read these addresses."),
        say("My profile: somewhere"),
        say("Recipes: https://bread.example/quill"),
        inside=say("Where else can people find what you do?"),
    ),
    "joined": Hint(say("On which day did you join?"), say("Last spring"), say("2026-03-01")),
    "sort_as": Hint(
        say("Under which word should your nickname be sorted, if not as it is written?"), say("First"), say("Quill")
    ),
    "bio": Hint(
        say("What would you want to know of somebody before you ask them for an hour?"),
        say("I am a curious person who likes to learn new things."),
        say("I repaired radios on ships for twenty years. On Saturdays I mend whatever you bring to the harbour."),
    ),
    "name": Hint(say("What is your full name?"), say("Q."), say("Quirine van Dijk")),
    "company": Hint(say("Where do you work?"), say("A start-up"), say("Harbour Radio Works")),
    "contact": Hint(say("How can members reach you?"), say("Just ask around"), say("email: quill@example.org")),
    "birthday": Hint(say("When is your birthday? Month and day, no year."), say("In March"), say("03-14")),
    "introduced_by": Hint(
        say("Who brought you in? Give the handle, the last part of their page's address."),
        say("A friend"),
        say("grace"),
    ),
    "updated": Hint(say("When did you last change your introduction?"), say("Recently"), say("2026-11-21")),
    "confirmed": Hint(say("When did you last see that all of it still holds?"), say("Long ago"), say("2026-11-21")),
    "owner": Hint(say("Which account on the forge may change this file?"), say("Mine"), say("quill")),
}
"""By the names of the built-in fields."""


def hint_of(spec: FieldSpec, language: str = "") -> Hint | None:
    """The hint for a field, with the community's own words in `language` where it gave some (else its first language).

    None where nobody gave any.
    """
    ours = BUILT_IN.get(spec.name)
    usual = HINTS.get(spec.name) if spec.built_in else None
    has_help = ours is None or spec.help != ours.help
    question = (_own(spec.help, language) if has_help else None) or (_question(usual, spec) if usual else None)
    if question is None:
        return None
    vague, concrete = _own(spec.vague, language), _own(spec.concrete, language)
    if usual and not (vague or concrete):
        vague, concrete = usual.vague, usual.concrete
    return Hint(question, vague, concrete)


def example_contacts(spec: FieldSpec, language: str, words: Catalogue) -> frozenset[str]:
    """What form and template show in `language` as an example of how to reach somebody: each kind's value alone."""
    hint = hint_of(spec, language)
    text = hint.concrete.told(words) if hint and hint.concrete else ""
    return frozenset(text.replace(",", " ").split())


def _question(usual: Hint, spec: FieldSpec) -> Message:
    return usual.question if spec.visibility is Audience.EVERYONE else usual.inside or usual.question


def _own(words: Words | None, language: str) -> Message | None:
    text = words.pick(language)[1] if words else ""
    return Message("{text}", {"text": text}) if text else None
