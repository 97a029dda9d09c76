"""Which proposals are tried for which law, and the mend that comes of them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath

from acquaint.check.mending import directives, fences, keys, renaming, shapes, structure, values
from acquaint.check.mending.case import Case, Change, joined, new_numbers
from acquaint.check.mending.free_handles import FreeHandles
from acquaint.check.mending.trial import Outcome, Trials
from acquaint.fields.handles import is_handle
from acquaint.load import Loaded
from acquaint.problems import Edit, Mend, RawProblem, move
from acquaint.tree import Span

_FOR = re.compile(r"\b(?:for|text|since)\s*[:：]|member|nobody", re.IGNORECASE)
_Remedy = Callable[[Case], Iterator[Change]]
Shown = Callable[[Outcome, bool, int], str]
"""A line of a mended file as it may be told: what was read, whether that is sure, the line's number."""

_BROKEN = (
    structure.merge_conflict,
    structure.slips,
    structure.items_with_keys,
    structure.alignment,
    structure.continued,
    structure.below_a_pipe,
    structure.commented,
)
REMEDIES: Mapping[str, tuple[_Remedy, ...]] = {
    "broken-yaml": _BROKEN,
    "yaml-feature": (structure.second_document, *_BROKEN),
    "no-front-matter": (fences.fences,),
    "empty-file": (fences.beginning,),
    "fields-in-prose": (structure.fields_below,),
    "duplicate-key": (keys.taken_out,),
    "unknown-field": (
        directives.fields_without_commas,
        keys.renamed, keys.indented_below, keys.moved, keys.one_more, renaming.renamed_and_repaired,
        shapes.item_in_quotes, shapes.shapes, keys.set_aside,
    ),
    "wrong-type": (
        directives.fields, shapes.item_in_quotes, structure.slips, keys.indented_below, shapes.shapes,
        fences.text_as_bio, keys.taken_out,
    ),
    "template-text": (keys.template_line, keys.taken_out, fences.paragraph),
    "two-texts": (keys.taken_out,),
    "comment-cut": (shapes.hashtags, shapes.in_quotes),
    "fullwidth-punctuation": (shapes.split_tag, structure.slips),
    "smart-quotes": (shapes.straight_quotes, structure.slips),
    "stray-comma": (shapes.no_comma,),
    "list-in-one-tag": (shapes.split_tag, shapes.no_comma, shapes.shapes),
    "no-such-date": (values.days, values.proposed, keys.taken_out),
    "unknown-country": (values.meant, values.country, keys.taken_out),
    "unknown-timezone": (values.meant, values.zone, keys.taken_out),
    "unknown-language": (values.languages, values.meant, keys.taken_out),
    "not-an-email": (values.contact, keys.taken_out),
    "not-a-phone": (values.contact, keys.taken_out),
    "not-a-contact": (values.contact, keys.taken_out),
    "unknown-contact": (keys.renamed, keys.one_more, keys.taken_out),
    "unknown-choice": (values.proposed, keys.taken_out),
    "unsafe-link": (values.address, keys.taken_out),
    "malformed-link": (structure.slips, values.address, keys.taken_out),
    "bad-handle": (values.proposed, keys.taken_out),
    "bad-image": (keys.taken_out,),
    "remote-image": (keys.taken_out,),
    "cannot-open": (keys.taken_out,),
    "opened-and-closed": (keys.taken_out,),
    "sealed-in-public": (keys.taken_out,),
    "plain-markdown-only": (shapes.plain_text,),
    "unlisted-tag": (values.meant,),
    "closed-vocabulary": (values.meant, keys.taken_out),
}  # fmt: skip


def with_mends(problems: Sequence[RawProblem], loaded: Loaded, shown: Shown) -> tuple[RawProblem, ...]:
    """`problems` with what to paste, where a change to the member's file is found that mends it.

    `shown` masks: nothing of a mended line is told but through it.
    """
    trials = {path: Trials(loaded, source) for path, source in loaded.sources.items() if path.startswith("members/")}
    handles = FreeHandles(loaded)
    return tuple(_mended(handles.mended(one), trials.get(one.path), loaded, shown) for one in problems)


def _mended(problem: RawProblem, trials: Trials | None, loaded: Loaded, shown: Shown) -> RawProblem:
    remedies = REMEDIES.get(problem.law.slug)
    if problem.mend or trials is None or remedies is None:
        return problem
    stem = PurePosixPath(problem.path).stem
    case = Case(problem, loaded.sources[problem.path], loaded.community, stem if is_handle(stem) else "quill")
    found = trials.best(case, chain.from_iterable(remedy(case) for remedy in remedies))
    if found is None:
        return problem
    change, after = found
    # What says for whom it is may be read otherwise once it is mended.
    old = (line for edit in change.edits for line in case.source.lines[edit.first - 1 : edit.last])
    is_sure = change.is_sure and not any(_FOR.search(line) for line in old)
    edits = tuple(
        Edit(edit.first, edit.last, tuple(shown(after, is_sure, number) for number in numbers))
        for edit, numbers in new_numbers(change.edits)
    )
    if change.ending:
        target = str(PurePosixPath(problem.path).with_suffix(change.ending))
        return replace(problem, mend=move(problem.path, target), fix=change.fix)
    told = replace(problem, mend=Mend(joined(edits)), message=change.message or problem.message)
    if change.message and edits and problem.span and all(problem.span.line != edit.first for edit in edits):
        told = replace(told, span=Span(edits[0].first, 1))
    pasted = "\n".join(line for edit in edits for line in edit.lines) if change.message else ""
    return replace(told, fix=change.fix or pasted or problem.fix)
