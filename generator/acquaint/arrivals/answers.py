"""One answer of somebody who is asked, judged by the field's own type before the next question."""

from collections.abc import Mapping

from acquaint.check import redact
from acquaint.config import FieldSpec
from acquaint.drafting.draft import Answer
from acquaint.fields.reading import Reading
from acquaint.fields.registry import TYPES
from acquaint.problems import Problem, Problems
from acquaint.tree import Mapping as MappingNode
from acquaint.tree import Node, Scalar, Sequence, Span
from acquaint.values import Audience

_HERE = Span(1, 1)


def problems_of(spec: FieldSpec, answer: Answer) -> tuple[Problem, ...]:
    """What is wrong with `answer` as the value of the field; its words are quoted only where everyone may see them."""
    problems = Problems()
    quotable = spec.visibility is Audience.EVERYONE
    TYPES[spec.kind].read(node_of(answer), Reading("", spec.name, problems, quotable))
    return redact(problems)


def node_of(answer: Answer) -> Node:
    """`answer` as a file's tree has it, without a place."""
    if isinstance(answer, str):
        return Scalar(answer, _HERE, plain=False)
    if isinstance(answer, Mapping):
        entries = ((Scalar(key, _HERE, plain=False), node_of(value)) for key, value in answer.items())
        return MappingNode(tuple(entries), _HERE)
    return Sequence(tuple(map(node_of, answer)), _HERE)
