"""The page /join/: a form made from the schema, and for those without scripts the template of a file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from acquaint.config import Community, FieldSpec
from acquaint.drafting.hints import hint_of
from acquaint.drafting.template import annotated_template
from acquaint.introduction import ASKED_FIRST, NEVER_ASKED
from acquaint.messages import Message
from acquaint.render import addresses
from acquaint.render.community import CommunityView, community_view
from acquaint.render.frame import POLICY, Frame
from acquaint.render.interface import may_be_open
from acquaint.render.joining.examples import examples
from acquaint.render.joining.rules import TEMPLATE, first_rules, later_rules, rules
from acquaint.render.naming import Text, own_name
from acquaint.render.people import Person
from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.shown import Words
from acquaint.store import FORGETFUL, Store

WITH_OWN_PICTURES = POLICY.replace("img-src 'self'", "img-src 'self' blob:")
"""The policy of this page alone: the picture somebody chose is shown before it is anywhere."""

LATER = "more.txt"
"""What the form fetches when somebody wants to say more: markup, read as the search reads its cards."""
TEMPLATE_FILE = "template.txt"
"""It begins with the mark of UTF-8, for hosts don't say how a text is written."""

_PAGE = "pages/join.html"
_CONTROLS = {"languages": "tags", "language": "tags", "month-day": "month_day"}
"""The controls of kinds that have none of their own name."""
_CHOSEN = ("country", "date", "month-day")
"""Kinds that are chosen, not written: there is nothing to be vague about."""
_OF_ONE_LINE = ("text", "place", "handle", "phone", "email", "timezone")


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One field of the form: `control` names the macro that draws it, `kind` is its type.

    `is_open` says that strangers see the field, `may_open` that a member may open it to them. `question` is read aloud
    in a conversation; `vague` and `concrete` are two answers; `said` is what members answered.
    """

    name: str
    kind: str
    control: str
    label: Text
    help: Text
    is_open: bool
    may_open: bool
    question: Text | None
    vague: Text | None
    concrete: Text | None
    said: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class JoinPage:
    """The form: what is asked `first`, what one may add for everyone (`more`) and for members (`inside`).

    `written` are the languages one may write in, as (tag, name); none where there is one only. `day` is the build day.
    `template` is the text of a file to fill in by hand, `template_name` what it is called in members/.
    """

    community: CommunityView
    root: str
    base_url: str
    shared: str
    rules: Markup
    day: str
    first: tuple[QuestionView, ...]
    more: tuple[QuestionView, ...]
    inside: tuple[QuestionView, ...]
    written: tuple[tuple[str, str], ...]
    language: str
    doors: tuple[str, ...]
    repository: str
    template: str
    template_name: str


def join_files(people: tuple[Person, ...], site: Site, store: Store = FORGETFUL) -> Iterator[Rendered]:
    """The form in the language of `site`, what it fetches on demand, and the template of a file.

    `people` are those whom strangers may see. A community's own form may hold all fields at once.
    """
    frame = Frame(site, store, WITH_OWN_PICTURES)
    view = _view(people, site, store)
    folder = f"{site.interface.folder}{addresses.JOIN}"
    yield Rendered(f"{folder}{TEMPLATE_FILE}", f"\ufeff{view.template}".encode())
    if not hasattr(site.interface.environment.get_template(_PAGE).module, "later"):
        yield frame.page(_PAGE, addresses.JOIN, view)
        return
    yield frame.page(_PAGE, addresses.JOIN, replace(view, rules=first_rules(people, site)))
    fields = site.interface.macro(_PAGE, "later")(view)
    words = Markup('<script type="application/json" data-part="rules">{}</script>').format(
        later_rules(people, site, store)
    )
    yield Rendered(f"{folder}{LATER}", f"{fields}{words}\n".encode())


def _view(people: tuple[Person, ...], site: Site, store: Store) -> JoinPage:
    community = site.community
    said = examples(people, site, store)
    asked = {name: spec for name, spec in community.fields.items() if name not in NEVER_ASKED}
    first = [asked.pop(name) for name in ASKED_FIRST if name in asked]
    root = addresses.root(addresses.JOIN)
    return JoinPage(
        community=community_view(site),
        root=root,
        base_url=site.base_url,
        shared=root + site.interface.up,
        rules=rules(people, site, store),
        day=site.interface.day_of(site.day),
        first=tuple(_question(spec, said, site) for spec in first),
        more=tuple(_question(spec, said, site) for spec in asked.values() if _is_open(spec)),
        inside=tuple(_question(spec, said, site) for spec in asked.values() if not _is_open(spec)),
        written=_written(community),
        language=site.interface.language,
        doors=community.doors,
        repository=community.repository.url if community.shows_repository else "",
        template=annotated_template(community, site.told),
        template_name=TEMPLATE,
    )


def _question(spec: FieldSpec, said: Mapping[str, tuple[Text, ...]], site: Site) -> QuestionView:
    hint = hint_of(spec, site.interface.language)
    vague = _told(spec.vague, hint.vague if hint else None, site)
    concrete = _told(spec.concrete, hint.concrete if hint else None, site)
    if spec.kind in _CHOSEN:
        vague = concrete = None
    return QuestionView(
        name=spec.name,
        kind=spec.kind,
        control="line" if spec.kind in _OF_ONE_LINE else _CONTROLS.get(spec.kind, spec.kind),
        label=site.interface.label(spec.name),
        help=_help(spec, site),
        is_open=_is_open(spec),
        may_open=may_be_open(spec),
        question=_asked(spec, hint.question if hint else None, site),
        vague=vague,
        concrete=_by_name(concrete, site) if spec.name == "languages" and not spec.concrete else concrete,
        said=said.get(spec.name, ()),
    )


def _is_open(spec: FieldSpec) -> bool:
    return spec.visibility == "everyone"


def _help(spec: FieldSpec, site: Site) -> Text:
    """The help of a built-in field is a sentence of ours, unless the community wrote another."""
    lang, words = spec.help.pick(site.interface.language)
    if not spec.built_in or len(spec.help.versions) > 1:
        return site.interface.text(words, lang)
    told = site.interface.said_of("help", words)
    return site.interface.text(told, site.interface.words.language if told != words else lang)


def _asked(spec: FieldSpec, ours: Message | None, site: Site) -> Text | None:
    """What is read aloud; here one gives a country and languages by name, where a file takes their codes."""
    if not spec.built_in:
        return _told(spec.help, ours, site)
    if spec.name == "languages":
        return site.interface.text(
            site.interface.say("In which languages can people talk with you? Begin with the one you speak best.")
        )
    if spec.name == "country":
        return site.interface.text(site.interface.say("In which country do you live?"))
    return _told(None, ours, site)


def _by_name(codes: Text | None, site: Site) -> Text | None:
    """Languages by the names the form takes, where the hint for a file has their codes."""
    names = [site.interface.language_name(code).text for code in re.findall("[a-z]{2,3}", codes.text if codes else "")]
    return site.interface.text(site.interface.listed(names)) if names else None


def _told(own: Words | None, ours: Message | None, site: Site) -> Text | None:
    """The community's own words if it gave some, else a sentence of ours; None where there is neither."""
    if own is not None:
        return site.interface.picked(own)
    return site.interface.text(ours.told(site.told), site.told.language) if ours and ours.template else None


def _written(community: Community) -> tuple[tuple[str, str], ...]:
    tags = community.languages
    return tuple((tag, own_name(tag) or tag) for tag in tags) if len(tags) > 1 else ()
