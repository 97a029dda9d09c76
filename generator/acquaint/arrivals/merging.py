"""What a member sent, merged into the file that stands there: what the form could not know stays.

The public site holds nothing private, so the form begins with what strangers see and sends that back, changed. For this
much the message decides; everything else stays as it is unless the message gives it anew.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from acquaint.arrivals.directives import directives
from acquaint.arrivals.parts import ALONE, LISTS, Part, alike, identity, joined, parts_of
from acquaint.arrivals.weaving import Place, narrowed, woven
from acquaint.config import Community, FieldSpec
from acquaint.drafting.audience import is_open
from acquaint.drafting.draft import STEERING, Answer, Begun, Draft, tidy
from acquaint.introduction import NEVER_ASKED

Begin = Callable[[Draft], Begun]
"""Says what an edit of an introduction begins with."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The introduction that is to be, and of which fields more must be said.

    `kept` hold something that the form did not know. In `written_over` a text that was sent took the place of one of
    which strangers read something else. `closed` were sent for everyone and stay for members.
    """

    draft: Draft
    kept: tuple[str, ...]
    written_over: tuple[str, ...]
    closed: tuple[str, ...]


def merged(standing: Draft, sent: Draft, begin: Begin, community: Community) -> Merged:
    """`sent` merged into `standing`."""
    return _Merger(tidy(standing), tidy(sent), begin, community).merged()


@dataclass(slots=True)
class _Merger:
    standing: Draft
    sent: Draft
    begin: Begin
    community: Community
    kept: set[str] = field(default_factory=set)
    written_over: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    def merged(self) -> Merged:
        before, lang = self.begin(self.standing), self.begin(self.sent).lang
        if not any(is_open(name, self.sent, self.community) for name in self.sent.answers):
            # Who gives the organiser nothing but what is for members says nothing of the rest.
            before = Begun({}, {}, before.lang)
        named = dict.fromkeys((*self.standing.answers, *self.sent.answers))
        found = {name: self._answer(name, before, lang) for name in named if name not in STEERING}
        values = {name: answer for name, answer in found.items() if answer}
        steering = directives(self.standing, self.sent, before.public, values, self.community)
        draft = self._in_its_language(Draft(self.standing.handle, {**values, **steering}), before, lang)
        self.closed |= set(self._closed(draft))
        if "listing" in self.standing.answers and "listing" not in self.sent.answers:
            self.kept.add("listing")
        return Merged(draft, *map(self._in_order, (self.kept, self.written_over, self.closed)))

    def _in_order(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in (*self.community.fields, *STEERING) if name in set(names))

    def _answer(self, name: str, before: Begun, lang: str) -> Answer | None:
        stands, sent, shown = self.standing.answers.get(name), self.sent.answers.get(name), before.public.get(name)
        spec = self.community.fields.get(name)
        if spec is None or spec.name in NEVER_ASKED or spec.kind == "image":
            return sent or stands
        if stands is None or alike(sent, shown):
            if stands is not None and (shown is None or not alike(shown, before.inside.get(name))):
                self.kept.add(name)
            return None if stands is None and alike(sent, shown) else stands or sent
        return self._merged(spec, before, lang)

    def _merged(self, spec: FieldSpec, before: Begun, lang: str) -> Answer | None:
        """The answer where the form was changed; a text alone in both has the same key, whatever its language."""
        stands, sent = self.standing.answers[spec.name], self.sent.answers.get(spec.name)
        are_alone = isinstance(stands, str) and isinstance(sent, str | None)
        ours = parts_of(spec.kind, stands, ALONE if are_alone else before.lang)
        theirs = parts_of(spec.kind, sent, ALONE if are_alone else lang)
        if ours is None or theirs is None:
            return self._of_one_piece(spec.name, before)
        vocabulary = self.community.vocabulary.get(spec.name)
        places = [self._place(spec, ours, at, before) for at in range(len(ours))]
        result = woven(places, theirs, lambda part: identity(part, vocabulary))
        for notes, is_so in (
            (self.kept, result.is_kept),
            (self.written_over, result.is_written_over),
            (self.closed, result.is_narrowed),
        ):
            notes |= {spec.name} if is_so else set()
        return stands if list(result.parts) == ours else joined(spec.kind, list(result.parts), lang)

    def _of_one_piece(self, name: str, before: Begun) -> Answer | None:
        stands, sent = self.standing.answers[name], self.sent.answers.get(name)
        shown = before.public.get(name)
        if shown is not None and not alike(shown, before.inside.get(name)):
            self.written_over.add(name)
        if sent is None:
            return None
        answer = narrowed(stands, sent)
        self.closed |= set() if alike(answer, sent) else {name}
        return answer

    def _place(self, spec: FieldSpec, ours: list[Part], at: int, before: Begun) -> Place:
        """Part `at` of what stands in the field, and what the form was given of it."""
        if spec.name not in before.public:
            return Place(ours[at], None)
        some = ([], ours[at : at + 1]) if spec.kind in LISTS else (ours[:at], ours[: at + 1])
        without, with_it = (self.begin(self._with(spec, parts)) for parts in some)
        own = ALONE if ours[at].key == ALONE else with_it.lang
        shown, inside = (
            _added(parts_of(spec.kind, fewer.get(spec.name), own), parts_of(spec.kind, more.get(spec.name), own))
            for fewer, more in ((without.public, with_it.public), (without.inside, with_it.inside))
        )
        is_altered = shown is not None and (inside is None or not alike(shown.value, inside.value))
        return Place(ours[at], shown, is_altered=is_altered)

    def _with(self, spec: FieldSpec, parts: list[Part]) -> Draft:
        """What stands there, with no more than `parts` in the field."""
        others = {name: answer for name, answer in self.standing.answers.items() if name != spec.name}
        answer = joined(spec.kind, parts, ALONE)
        return replace(self.standing, answers={**others, spec.name: answer} if answer else others)

    def _in_its_language(self, draft: Draft, before: Begun, lang: str) -> Draft:
        """`draft` with `lang` where only that says in which language it is; the form knows it of whom it shows."""
        wanted = lang if before.public or "lang" in self.sent.answers else before.lang
        values = {name: answer for name, answer in draft.answers.items() if name != "lang"}
        stated = self.standing.answers.get("lang")
        choices: list[dict[str, Answer]] = [{"lang": stated} if stated else {}, {}, {"lang": wanted}]
        drafts = (replace(draft, answers={**values, **choice}) for choice in choices)
        return next((one for one in drafts if self.begin(one).lang == wanted), draft)

    def _closed(self, draft: Draft) -> Iterator[str]:
        """The fields that were sent for everyone and aren't."""
        for name, answer in self.sent.answers.items():
            spec = self.community.fields.get(name)
            kinds = answer if spec and spec.kind == "contact" and isinstance(answer, Mapping) else ()
            for part in [f"{name}.{kind}" for kind in kinds] or [name]:
                if is_open(part, self.sent, self.community) and not is_open(part, draft, self.community):
                    yield name


def _added(fewer: list[Part] | None, more: list[Part] | None) -> Part | None:
    """The part that only `more` has."""
    known = {part.key for part in fewer or ()}
    return next((part for part in more or () if not part.key or part.key not in known), None)
