"""Regular expressions that are compiled when they are first used.

Compiling one takes up to three milliseconds, and most answer what few texts ask: a start shouldn't wait for them.
"""

import re
from functools import cached_property
from typing import Any, cast


class _Lazy:
    """Stands for a pattern, and gives each of its methods on from the first use of that method."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled, name)
        setattr(self, name, found)  # The next time it is found where it is looked for first.
        return found


def lazy(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(text, flags)`, as soon as it is needed; a text that is no pattern is told only then."""
    return cast(re.Pattern[str], _Lazy(text, flags))
