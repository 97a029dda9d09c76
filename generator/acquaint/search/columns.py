"""Who has which value of each field, in columns: what filters and their counts are made of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from acquaint.search.documents import Column, Document
from acquaint.search.numbers import gaps
from acquaint.search.told import Told

MEMBERS_A_FILE = 4_096
"""Members of one file of columns: the newest file alone is enough for first results."""

Json = dict[str, Any]


def columns(filters: Sequence[Column], documents: Sequence[Document | Told]) -> list[Json]:
    """The files of columns, the oldest members first.

    Each is `{"fields": [[[slug, text, lang, members], …], …], "zones": [[zone, members], …]}`: fields in the order of
    `filters`, values in the order of each, and only those that somebody of the file has; members counted from the
    file's first and written as `gaps` writes them; `lang` is null where it is the page's.
    """
    numbers = {document.handle: number for number, document in enumerate(documents)}
    files: list[Json] = [
        {"fields": [[] for _ in filters], "zones": []} for _ in range(-(-len(documents) // MEMBERS_A_FILE))
    ]
    for at, column in enumerate(filters):
        for value in column.values:
            for file, members in _by_file(numbers[handle] for handle in value.handles).items():
                files[file]["fields"][at].append([value.slug, value.text, value.lang, gaps(members)])
    for zone, found in sorted(_zones(documents).items()):
        for file, members in _by_file(found).items():
            files[file]["zones"].append([zone, gaps(members)])
    return files


def _by_file(numbers: Any) -> Mapping[int, list[int]]:
    files: dict[int, list[int]] = defaultdict(list)
    for number in sorted(numbers):
        file, member = divmod(number, MEMBERS_A_FILE)
        files[file].append(member)
    return files


def _zones(documents: Sequence[Document | Told]) -> dict[str, list[int]]:
    zones: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        if document.zone:
            zones[document.zone].append(number)
    return zones
