"""How a newcomer's file comes about: by questions or in an editor, then the card, then the word to write it."""

from dataclasses import replace

import click

from acquaint.arrivals.judging import Judged
from acquaint.arrivals.naming import proposal, refusal
from acquaint.arrivals.placing import place
from acquaint.cli.agreeing import agreed
from acquaint.cli.arriving import Hall
from acquaint.cli.asking import Enough, Interview
from acquaint.cli.editing import Desk
from acquaint.cli.terminal import is_at_terminal
from acquaint.drafting.draft import Answer, Draft
from acquaint.drafting.file import to_file
from acquaint.drafting.template import annotated_template
from acquaint.introduction import ASKED_FIRST
from acquaint.messages import say
from acquaint.values import Audience


def by_interview(hall: Hall, handle: str) -> int:
    """Ask for an introduction, under `handle` if it is given already; the exit code."""
    interview = Interview(hall)
    answers: dict[str, Answer] = {}
    hall.tell(say("Enter skips a question, a dot alone ends them all, and Ctrl-C leaves without writing anything."))
    try:
        interview.ask_all([spec for spec in interview.fields if spec.name in ASKED_FIRST], answers)
        click.echo()
        hall.tell(say("That is enough for a page. There is more to tell: skills, places, languages, links, contact."))
        if agreed(say("Go on?"), hall.catalogue, usual=True):
            interview.ask_all([spec for spec in interview.fields if spec.name not in ASKED_FIRST], answers)
    except Enough:
        pass
    if not answers:
        hall.tell(say("Nothing was said, so nothing is written."))
        return 0
    hall.tell_left_out(interview.not_asked)
    nickname = answers.get("nickname")
    handle = handle or _ask_handle(hall, nickname if isinstance(nickname, str) else "")
    text = to_file(Draft(handle, answers), hall.loaded.community)
    judged = hall.judge(text, f"members/{handle}.md")
    if not judged.is_sound:
        hall.show_problems(judged.problems)
    elif _approved(hall, judged):
        return _written(hall, judged)
    if agreed(say("Change it in your editor?"), hall.catalogue, usual=not judged.is_sound):
        return _at_desk(hall, Desk.set_up(hall, text, is_own=True), handle)
    hall.tell(say("Nothing was written."))
    return 0 if judged.is_sound else 1


def by_editor(hall: Hall, handle: str) -> int:
    """Have the template filled in in an editor; the exit code."""
    community = hall.loaded.community
    if hall.is_public:
        public = {name: spec for name, spec in community.fields.items() if spec.visibility is Audience.EVERYONE}
        community = replace(community, fields=public)
    template = annotated_template(community, hall.catalogue)
    return _at_desk(hall, Desk.set_up(hall, template, is_own=False), handle)


def _at_desk(hall: Hall, desk: Desk, handle: str) -> int:
    """Edit the text on the desk until it can be written and may be; it is kept if that never comes."""
    try:
        judged = desk.edited(handle, lambda nickname: _ask_handle(hall, nickname))
        if judged is None or not _approved(hall, judged):
            code = 0 if judged or desk.is_untouched else 1
            desk.keep()
            return code
        code = _written(hall, judged)
    except BaseException:
        desk.keep()
        raise
    desk.clear()
    return code


def _ask_handle(hall: Hall, nickname: str) -> str:
    """A handle that is free; who isn't there to be asked gets the one that is proposed."""
    proposed = proposal(nickname, hall.taken)
    if not is_at_terminal():
        return proposed
    click.echo()
    hall.tell(
        say("Your handle stands in your page's address for everybody to read. Take a word you like, not your name.")
    )
    while True:
        answer: str = click.prompt(say("Handle").told(hall.catalogue), default=proposed)
        handle = answer.strip().removeprefix("@")
        reason = refusal(handle, hall.taken)
        if reason is None:
            return handle
        hall.tell(reason, fg="red")


def _approved(hall: Hall, judged: Judged) -> bool:
    """True if whoever wrote it has seen the card and lets it be written; the command was enough where nobody is."""
    if judged.record is None:
        return False
    click.echo()
    hall.show_card(judged.record)
    hall.show_rest(judged.problems)
    click.echo()
    if not is_at_terminal():
        return True
    return agreed(say("Write {file}?", file=judged.source.path), hall.catalogue)


def _written(hall: Hall, judged: Judged) -> int:
    place(hall.root, judged.source.path, judged.source.text)
    hall.tell(say("{file} is written.", file=judged.source.path), fg="green")
    hall.tell_next(judged.source.path)
    return 0
