"""Which settings of community.yml differ from before, by their names."""

from acquaint.load.community import NAME
from acquaint.load.documents import read_settings
from acquaint.load.source import Source
from acquaint.problems import Problems
from acquaint.review.case import Case
from acquaint.tree import Mapping, Node, Scalar, Span


def changed_settings(case: Case) -> tuple[str, ...]:
    """Names of the settings that say something else than before, in the order of the file."""
    old, new = _said(case.old_source), _said(case.now.sources.get(NAME))
    return tuple(name for name in dict.fromkeys((*new, *old)) if old.get(name) != new.get(name))


def place_of(source: Source | None, *keys: str) -> Span | None:
    """The place of the innermost of `keys` that stands in the settings `source`."""
    node: Node | None = read_settings(source, Problems()) if source else None
    span = None
    for wanted in keys:
        entries = node.entries if isinstance(node, Mapping) else ()
        entry = next((entry for entry in entries if entry[0].text == wanted), None)
        if entry is None:
            break
        span, node = entry[0].span, entry[1]
    return span


def _said(source: Source | None) -> dict[str, object]:
    tree = read_settings(source, Problems()) if source else None
    return {key.text: _plain(node) for key, node in tree} if tree else {}


def _plain(node: Node) -> object:
    """What `node` says, without its places."""
    match node:
        case Scalar(text=text):
            return text
        case Mapping(entries=entries):
            return [(key.text, _plain(value)) for key, value in entries]
        case _:
            return [_plain(item) for item in node.items]
