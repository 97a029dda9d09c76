"""Another name for a file whose handle can't stay: one that nobody has and that tells no private name."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import PurePosixPath

from acquaint.load import Loaded
from acquaint.load.formats import NEUTRAL, safe_handle
from acquaint.privacy import texts_of, withholder_of
from acquaint.problems import RawProblem, move

_SECOND_ENDING = re.compile(r"(?:\.(?:md|ya?ml|txt))+$", re.IGNORECASE)
"""As in ada.md.md, which a system that hides endings makes of ada.md."""
_ABOUT_A_FILE = frozenset({"bad-handle", "reserved-handle", "twin-handle", "handle-spells-name"})


class FreeHandles:
    """Names that are free in one community."""

    def __init__(self, loaded: Loaded) -> None:
        self._records = {record.path: record for record in loaded.records}
        self._stems = Counter(PurePosixPath(path).stem.casefold() for path in loaded.paths)
        self._paths: dict[str, list[str]] = {}
        for path in loaded.paths:
            self._paths.setdefault(PurePosixPath(path).stem.casefold(), []).append(path)

    def mended(self, problem: RawProblem) -> RawProblem:
        """`problem` with how to move the file, if its name is what is wrong. Of twins the later one is moved."""
        if problem.law.slug not in _ABOUT_A_FILE or problem.span is not None:
            return problem
        path = problem.path
        if problem.law.slug == "twin-handle":
            twins = self._paths[PurePosixPath(path).stem.casefold()]
            path = max(path, next(twin for twin in twins if twin != path))
        return replace(problem, mend=move(path, str(PurePosixPath(path).with_stem(self._free(path)))))

    def _free(self, path: str) -> str:
        own = PurePosixPath(path).stem.casefold()
        record = self._records.get(path)
        withholder = withholder_of(record) if record else None
        nickname = "".join(texts_of(record, "nickname")[:1]) if record else ""
        stem = _SECOND_ENDING.sub("", PurePosixPath(path).stem)
        for text in (stem, nickname, *NEUTRAL):
            handle = safe_handle(text) if text else ""
            is_free = handle and self._stems[handle] == (handle == own)
            if is_free and not (withholder and withholder.address_spells_name(handle)):
                return handle
        return f"{NEUTRAL[0]}-{len(self._stems)}"
