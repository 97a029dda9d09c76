"""A review as Markdown for a forge's job summary: for the newcomer first, then for who reviews."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.check.pasting import once, order_of, to_paste
from acquaint.check.report import SEVERITIES
from acquaint.fields.handles import is_handle
from acquaint.messages import Message, count, say, told
from acquaint.preview import as_text, seen_by_strangers
from acquaint.problems import Problem
from acquaint.records import MemberRecord
from acquaint.review import Review
from acquaint.review.neutral import block, code, link, plain, row

MOST_CARDS = 10
MOST_TOLD = 60
"""Problems; a forge takes a megabyte of summary."""
MOST_OF_A_LAW = 15
"""Rows for the reviewer under each law, so that many harmless ones crowd out no grave one."""

_FIRST = ("A107", "A104")
"""What can't be undone by a later commit."""
_GRAVEST_FIRST = ("A100", "A109", "A101", "A102", "A106", "A105", "A108", "A103")


@dataclass(frozen=True, slots=True)
class Speech:
    """The community's language: sentences of the command, and (for the names of fields) of the pages."""

    messages: Catalogue = ENGLISH
    pages: Catalogue = ENGLISH

    def say(self, message: Message | str) -> str:
        """`message`, ready to stand between tags: a translation may come with the change."""
        return plain(told(message, self.messages))


def as_markdown(review: Review, day: date, speech: Speech) -> str:
    """All of it, ending in a line feed."""
    parts = [
        f"<h2>{speech.say(say('Introductions in this change'))}</h2>",
        f"<p>{speech.say(_greeting(review))}</p>",
        *_cards(review, day, speech),
        *_to_mend(review.problems + tuple(note for note in review.notes if note.is_error), speech),
        *_to_look_at([note for note in review.notes if not note.is_error], speech),
    ]
    return "\n\n".join(parts) + "\n"


def _greeting(review: Review) -> Message:
    new = sum(not change.before for change, _ in review.case.renewed)
    if any(problem.is_error for problem in review.all):
        if new:
            return say(
                "Thank you for introducing yourself! A few things are to be mended first; each comes with its fix."
            )
        return say("A few things are to be mended first; each comes with its fix.")
    if new:
        return say("Thank you for introducing yourself! Nothing has to be mended.")
    return say("Nothing has to be mended.")


def _cards(review: Review, day: date, speech: Speech) -> Iterator[str]:
    wrong = {problem.path for problem in review.all if problem.is_error}
    renewed = [(change, record) for change, record in review.case.renewed]
    for _, record in renewed[:MOST_CARDS]:
        yield f"<h3>{code(f'@{record.handle}')}</h3>"
        if record.path in wrong:
            yield f"<p>{speech.say(say('How strangers will see it stands here once its errors are mended.'))}</p>"
            continue
        seen = seen_by_strangers(record, review.case.now, day, speech.pages)
        yield f"<p>{speech.say(say('How strangers will see it:'))}</p>"
        yield block(as_text(seen, speech.messages))
        if seen.is_public:
            yield from _addresses(review, record, speech)
    if len(renewed) > MOST_CARDS:
        more = len(renewed) - MOST_CARDS
        message = count("{n} more introduction changes.", "{n} more introductions change.", more)
        yield f"<p>{speech.say(message)}</p>"


def _addresses(review: Review, record: MemberRecord, speech: Speech) -> Iterator[str]:
    """Where the page will be; the address that stood in the settings before is the one to be trusted."""
    base = review.case.before.base_url or review.case.now.community.base_url
    if base and is_handle(record.handle):
        page, built = f"{base}members/{record.handle}/", f"{base}build.json"
        arrives = speech.say(say("Did the change arrive? Once it is merged and published, this is the page:"))
        day = speech.say(say("The day of the last build stands here:"))
        yield f"<p>{arrives} {link(page)}<br>{day} {link(built)}</p>"


def _to_mend(problems: Sequence[Problem], speech: Speech) -> Iterator[str]:
    if not problems:
        return
    yield f"<h3>{speech.say(say('What to mend'))}</h3>"
    ordered = sorted(
        problems, key=lambda problem: (not problem.is_error, problem.law.code not in _FIRST, problem.order)
    )
    told_once = once(ordered[:MOST_TOLD])
    if order := order_of(told_once):
        yield f"<p>{speech.say(order)}</p>"
    items = [_item(problem, speech) for problem in told_once]
    yield "\n".join(["<ul>", *items, "</ul>"])
    if len(problems) > MOST_TOLD:
        more = count("{n} more problem is left.", "{n} more problems are left.", len(problems) - MOST_TOLD)
        yield f"<p>{speech.say(more)}</p>"


def _item(problem: Problem, speech: Speech) -> str:
    where = f"{problem.path}:{problem.span.line}" if problem.span else problem.path
    severity = speech.say(SEVERITIES[problem.law.severity])
    parts = [f"<li>{code(where)} <b>{severity}</b> {problem.law.code}: {speech.say(problem.message)}"]
    if problem.meant:
        parts.append(f"<br>{speech.say(say('Did you mean {name}?', name=problem.meant))}")
    fix = None if problem.mend and isinstance(problem.fix, str) else problem.fix
    pasted = [told(line, speech.messages) for line in (fix, *to_paste(problem, speech.messages, indent="")) if line]
    return "".join([*parts, block("\n".join(pasted)) if pasted else "", "</li>"])


def _to_look_at(notes: Sequence[Problem], speech: Speech) -> Iterator[str]:
    yield f"<h3>{speech.say(say('For who reviews: what to look at'))}</h3>"
    if not notes:
        yield f"<p>{speech.say(say('Nothing but introductions of their own authors, as far as git can tell.'))}</p>"
        return
    notes = sorted(notes, key=lambda note: (_GRAVEST_FIRST.index(note.law.code), note.order))
    alike = (tuple(group) for _, group in groupby(notes, key=lambda note: note.law.code))
    shown = [note for group in alike for note in group[:MOST_OF_A_LAW]]
    rows = [row(code(note.path), speech.say(note.message), _advice(note, speech)) for note in shown]
    yield "\n".join(["<table>", *rows, "</table>"])
    if len(notes) > len(shown):
        more = count("{n} more note is left.", "{n} more notes are left.", len(notes) - len(shown))
        yield f"<p>{speech.say(more)}</p>"


def _advice(note: Problem, speech: Speech) -> str:
    return speech.say(note.fix) if isinstance(note.fix, Message) else code(note.fix or "")
