"""A text that is to become a member's file, held to every law before it is one."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from acquaint.check import check
from acquaint.config import Community
from acquaint.drafting.audience import public_part
from acquaint.drafting.draft import Answer, Draft, tidy
from acquaint.fields.reading import Beside, nothing_beside
from acquaint.laws import Severity
from acquaint.load import Loaded
from acquaint.load.documents import read_document
from acquaint.load.member import STEERING, MemberReader, as_text_tree
from acquaint.load.source import Source
from acquaint.problems import Problem, Problems
from acquaint.records import MemberRecord


@dataclass(frozen=True, slots=True)
class Judged:
    """A file to be: what was read from it, and every problem of it, private values masked."""

    source: Source
    record: MemberRecord | None
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """True if it may be written: a record without an error."""
        return self.record is not None and not any(problem.is_error for problem in self.problems)


def judge(text: str, path: str, loaded: Loaded, day: date, beside: Beside = nothing_beside) -> Judged:
    """`text` as the file `path` of the community that was `loaded`, whether or not it stands there already.

    `beside` reads the picture that it names. In a public repository a contact in a text is an error.
    """
    problems = Problems()
    source = Source.of(path, text)
    record = MemberReader(loaded.community.schema, problems).read(source, None, beside)
    alone = replace(
        loaded,
        records=(record,) if record else (),
        sources={**loaded.sources, path: source},
        paths=tuple(sorted({*loaded.paths, path})),
    )
    found = (problem for problem in check(alone, problems, day) if problem.path == path)
    is_public = loaded.community.repository.visibility == "public"
    return Judged(source, record, tuple(map(_hardened, found) if is_public else found))


def _hardened(problem: Problem) -> Problem:
    """Pages withhold a contact in a text; where the file itself is public, strangers read it all the same."""
    if problem.law.slug != "contact-in-prose":
        return problem
    return replace(problem, law=replace(problem.law, severity=Severity.ERROR))


def draft_of(source: Source, community: Community, problems: Problems | None = None) -> Draft | None:
    """The draft that the file `source` was or could have been made from; None, and why, if it can't be read as one."""
    found = problems if problems is not None else Problems()
    document = read_document(source, found, {*community.fields, *STEERING})
    if document is None:
        return None
    answers: dict[str, Answer] = {key.text: _answer(as_text_tree(node)) for key, node in document.tree}
    if document.bio is not None:
        answers["bio"] = document.bio.text
    return Draft(PurePosixPath(source.path).stem, {name: answer for name, answer in answers.items() if answer})


def _answer(tree: object) -> Answer:
    match tree:
        case dict():
            return {str(key): _answer(value) for key, value in tree.items()}
        case list():
            return [_answer(item) for item in tree]
        case _:
            return str(tree)


def only_for_members(draft: Draft, community: Community) -> tuple[str, ...]:
    """The fields of `draft` that hold anything strangers may not see, in the schema's order."""
    public, all_of_it = public_part(draft, community).answers, tidy(draft).answers
    return tuple(name for name in community.fields if all_of_it.get(name) != public.get(name))
