"""A template that can't be used, told by its file and line: whoever wrote it is no reader of tracebacks."""

import traceback
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TypeVar

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from acquaint.errors import UsageError

Rendered = TypeVar("Rendered")

_FROM_TEMPLATES = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What an expression in a template may raise."""


def telling_errors(rendered: Iterable[Rendered]) -> Iterator[Rendered]:
    """`rendered`, one after the other; raises UsageError where a template is at fault."""
    try:
        yield from rendered
    except _FROM_TEMPLATES as error:
        place = _place(error)
        if place is None:
            raise
        raise UsageError(f"{place}: {_reason(error)}") from error


def _place(error: Exception) -> str | None:
    """templates/file:line, if it happened there."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or 'templates'}:{error.lineno}"
    found = [
        frame for frame in _frames(error.__traceback__) if frame.filename.startswith("templates/") and frame.lineno
    ]
    return f"{found[-1].filename}:{found[-1].lineno}" if found else None


def _frames(trace: TracebackType | None) -> traceback.StackSummary:
    return traceback.extract_tb(trace)


def _reason(error: Exception) -> str:
    """What to tell of it. Only the template engine's own words are free of values, which may be private."""
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    if isinstance(error, TemplateSyntaxError | UndefinedError):
        return str(error.message)
    return f"this can't be done with what stands here ({type(error).__name__})"
