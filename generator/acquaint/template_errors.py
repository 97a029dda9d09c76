"""A template that can't be used, told by its file and line: whoever wrote it is no reader of tracebacks."""

import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import FrameType
from typing import Any, TypeVar

from jinja2 import Environment, Template, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from acquaint.errors import UsageError

Rendered = TypeVar("Rendered")

_FROM_TEMPLATES = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError),
    *(RecursionError, SyntaxError, TypeError, ValueError),
)
"""What an expression in a template may raise, and what Python does that compiles it."""

_FOLDER = "templates/"
_NOWHERE = ("", 0)
_NAMES = re.compile(r"\(imported on line \d+(?: in '[\w./-]+')?\)|'[\w./-]+'")
_LACKING = re.compile(r"'(?:[\w.]*\.)?(\w+)(?: object)?' has no (?:attribute|element) (.+)", re.DOTALL)
_UNDEFINED = re.compile(r"'(\w+)' is undefined")


def telling_errors(rendered: Iterable[Rendered], texts: Mapping[str, str]) -> Iterator[Rendered]:
    """`rendered`, one after the other; raises UsageError where a template is at fault.

    `texts` are the templates by their names. A message repeats only what stands in one of them: what they were
    filled with may be private.
    """
    try:
        yield from rendered
    except _FROM_TEMPLATES as error:
        file, line = _place(error)
        if not file:
            raise
        text = texts.get(file.removeprefix(_FOLDER), "")
        written = (text.split("\n")[line - 1 : line] or [""])[0] if line else ""
        raise UsageError(
            f"{file}:{line}: {_reason(error, written)}" if line else f"{file}: {_reason(error, '')}"
        ) from None


def macro(environment: Environment, template: str, name: str) -> Callable[..., str]:
    """One macro of a template, to be called with what it takes; what it returns is escaped HTML.

    Raises UsageError where the template has none that takes anything.
    """
    found = environment.get_template(template)
    drawn: Any = getattr(found.module, name, None)
    if not getattr(drawn, "arguments", ()):
        raise UsageError(f"{found.filename}: there is no macro {name} in it that takes what ours takes")
    called: Callable[..., str] = drawn
    return called


def _place(error: Exception) -> tuple[str, int]:
    """The file below templates/ and the line, if it happened there."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or _FOLDER, error.lineno
    if isinstance(error, SyntaxError):
        return (error.filename or "", 0) if (error.filename or "").startswith(_FOLDER) else _NOWHERE
    found = [_written_at(frame, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    return next((place for place in reversed(found) if place[0].startswith(_FOLDER)), _NOWHERE)


def _written_at(frame: FrameType, line: int) -> tuple[str, int]:
    """(file, line) as they were written: a macro that we call is left with the lines it was compiled to."""
    template = frame.f_globals.get("__jinja_template__")
    if isinstance(template, Template):
        line = template.get_corresponding_lineno(line)
    return frame.f_code.co_filename, line


def _reason(error: Exception, written: str) -> str:
    """What to tell of it; `written` is the line of the template."""
    if isinstance(error, TemplateSyntaxError):
        return str(error.message)
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}" if str(error.name) in written else "there is no such template"
    if isinstance(error, UndefinedError):
        return _undefined(str(error.message), written)
    if isinstance(error, RecursionError):
        return "this calls itself without end"
    return f"this can't be done with what stands here ({type(error).__name__})"


def _undefined(message: str, written: str) -> str:
    """The engine's own words of what is missing, as long as they hold nothing but words of the template."""
    if match := _UNDEFINED.fullmatch(message):
        return f"there is no {match[1]} here"
    if match := _LACKING.fullmatch(message):
        name = match[2].strip("'\"")
        return f"{match[1]} has no {name}" if name in written else f"{match[1]} has nothing of that name"
    # What is left speaks of templates, macros and parameters by their names; a key that isn't a name may be a value.
    return message if not re.search(r"[\"(]", _NAMES.sub("", message)) else "there is nothing of that name here"
