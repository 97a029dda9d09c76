"""Values as plain tuples in one canonical encoding: equal values have equal bytes, in every process and on every disk.

A value is made of text, bytes, numbers, days, tuples, sets, mappings and frozen dataclasses; these become tuples that
begin with the name of their class. A class that keeps more than it is made of says with `__plain__` what that is.
Nothing else is taken: neither code nor an object that could change.
"""

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import blake2b
from importlib import import_module
from operator import attrgetter
from typing import Any

MARSHAL = 2
"""The last version of marshal that writes the same bytes whether or not two parts of a value are one object."""
DIGEST = 16
"""Bytes of a digest: two values share one by chance where there are some 2**64 of them."""

_ATOMS = frozenset({str, bytes, int, float, bool, type(None)})
_PACKAGE = __name__.rpartition(".")[0]
_Writer = Callable[[Any], Any]
_writers: dict[type, _Writer] = {}  # By class, so nothing of a member stays here.


def encoded(value: object) -> bytes:
    """`value` in the canonical encoding. Raises TypeError for what isn't a plain value."""
    return marshal.dumps(plain(value), MARSHAL)


def decoded(content: bytes) -> Any:
    """The value that `encoded` wrote. Only for bytes known to be ours: they name the classes that are made."""
    return _whole(marshal.loads(content))  # noqa: S302


def digest(value: object) -> bytes:
    """DIGEST bytes that stand for the content of `value`; bytes are digested as they are."""
    content = value if type(value) is bytes else encoded(value)
    return blake2b(content, digest_size=DIGEST).digest()


def plain(value: object) -> Any:
    """`value` in atoms, lists (for tuples) and tuples (for all that has a name)."""
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is tuple:
        return [plain(part) for part in value]  # type: ignore[attr-defined]
    writer = _writers.get(kind)
    if writer is None:
        writer = _writers[kind] = _writer(kind)
    return writer(value)


def _writer(kind: type) -> _Writer:
    """How values of the class `kind` are written."""
    name = _name(kind)
    if issubclass(kind, Enum):
        return lambda value: (name, value.value)
    if hasattr(kind, "__plain__"):
        return lambda value: (name, *map(plain, value.__plain__()))
    if is_dataclass(kind):
        return _dataclass_writer(kind, name)
    if issubclass(kind, date):
        return lambda value: (name, value.toordinal())
    if issubclass(kind, str):  # escaped HTML
        return lambda value: (name, str.__str__(value))
    if issubclass(kind, tuple):  # with names
        return lambda value: (name, *map(plain, value))
    if issubclass(kind, frozenset):
        return lambda value: (name, *sorted(map(plain, value), key=lambda part: marshal.dumps(part, MARSHAL)))
    if issubclass(kind, Mapping):
        return lambda value: ("dict", *(plain(part) for pair in value.items() for part in pair))
    raise TypeError(f"{name} is no plain value")


def _dataclass_writer(kind: type, name: str) -> _Writer:
    names = [field.name for field in fields(kind) if field.init]
    if not names:
        return lambda value: (name,)
    if len(names) == 1:
        only = attrgetter(names[0])
        return lambda value: (name, plain(only(value)))
    parts = attrgetter(*names)
    return lambda value: (name, *map(plain, parts(value)))


def _name(kind: type) -> str:
    """The class as it is told apart: without the package's own name, which each of ours would repeat."""
    module = kind.__module__.removeprefix(f"{_PACKAGE}.")
    return kind.__qualname__ if module == "builtins" else f"{module}:{kind.__qualname__}"


def _whole(part: Any) -> Any:
    """The value that `plain` wrote as `part`."""
    if type(part) is list:
        return tuple(map(_whole, part))
    if type(part) is not tuple:
        return part
    name, *rest = part
    if name == "dict":
        values = list(map(_whole, rest))
        return dict(zip(values[::2], values[1::2], strict=True))
    if name == "frozenset":
        return frozenset(map(_whole, rest))
    module, _, called = name.partition(":")
    if module == "datetime":
        return date.fromordinal(rest[0])
    found: Any = import_module(module if module in ("markupsafe",) else f"{_PACKAGE}.{module}")
    for step in called.split("."):
        found = getattr(found, step)
    return found(*map(_whole, rest))
