"""YAML as events, turned into a tree of text under limits.

Composing a document can crash the process on hostile nesting, and loading it changes what people typed (`NO`, `007`,
phone numbers); events do neither. What is refused: anchors, aliases, tags, merge keys, a second document.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from acquaint.load.source import HIDDEN, Source
from acquaint.messages import Message, say
from acquaint.problems import Problems
from acquaint.tree import Mapping, Node, Scalar, Sequence, Span

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C loader is fifteen times as fast; wheels without it exist."""


@dataclass(frozen=True, slots=True)
class TreeLimits:
    """How deep a file may nest and how many values it may hold."""

    depth: int = 8
    nodes: int = 2_000


class _Refused(Exception):
    """Something this reader doesn't take; carries the law, the message, the place and a fix."""

    def __init__(self, slug: str, message: Message, mark: Any, fix: Message | None = None) -> None:
        super().__init__(str(message))
        self.slug, self.message, self.mark, self.fix = slug, message, mark, fix


def read_tree(source: Source, text: str, problems: Problems, limits: TreeLimits = TreeLimits()) -> Node | None:
    """The one YAML document in `text`, whose lines are those of `source`; None, with a problem, if it can't be read.

    An empty document is an empty mapping.
    """
    try:
        return _Builder(yaml.parse(text, Loader=LOADER), source, limits).document()
    except _Refused as refused:
        problems.add(refused.slug, refused.message, source.path, _span_at(refused.mark), fix=refused.fix)
    except yaml.MarkedYAMLError as error:
        from acquaint.load.diagnosis import diagnose  # It takes long to import, and few files need it.

        told = diagnose(error, source)
        problems.add("broken-yaml", told.message, source.path, told.span, fix=told.fix)
    except (yaml.YAMLError, RecursionError):
        problems.add("broken-yaml", say("This file holds characters that YAML doesn't take."), source.path)
    return None


def _span_at(mark: Any) -> Span:
    return Span(mark.line + 1, mark.column + 1)


class _Builder:
    """Builds the tree from events, counting depth and nodes.

    Events are Any: the library's hints let their marks be missing, which both loaders never do.
    """

    def __init__(self, events: Iterator[Any], source: Source, limits: TreeLimits) -> None:
        self._events, self._source, self._limits = events, source, limits
        self._nodes = 0

    def document(self) -> Node:
        tree: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if tree is not None:
                    fix = say("Keep one introduction a file; text below a second --- belongs into a .md file.")
                    raise _Refused("yaml-feature", say("A second document begins here."), event.start_mark, fix)
                tree = self._node(next(self._events), depth=1)
        return Mapping((), Span(1, 1)) if tree is None else tree

    def _node(self, event: Any, depth: int) -> Node:
        self._nodes += 1
        if depth > self._limits.depth:
            message = say("This nests deeper than {n} levels.", n=self._limits.depth)
            fix = say("Write it flatter, as in {example}.", example="skills: [Python, Bread]")
            raise _Refused("too-deep", message, event.start_mark, fix)
        if self._nodes > self._limits.nodes:
            message = say("This file holds more than {n} values.", n=self._limits.nodes)
            raise _Refused("too-deep", message, event.start_mark, say("Keep what matters most."))
        self._refuse_features(event)
        match event:
            case yaml.ScalarEvent():
                if HIDDEN.search(event.value):
                    message = say("An escape in this value stands for a character that nobody sees.")
                    raise _Refused("control-character", message, event.start_mark, say("Delete the escape."))
                return Scalar(event.value, self._span(event), plain=not event.style)
            case yaml.SequenceStartEvent():
                return Sequence(self._items(depth), self._span(event))
            case _:
                return Mapping(self._entries(depth), self._span(event))

    def _items(self, depth: int) -> tuple[Node, ...]:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return tuple(items)

    def _entries(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        entries = []
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise _Refused("yaml-feature", say("A list or mapping can't be a key."), event.start_mark)
            if key.text == "<<" and key.plain:
                raise _Refused("yaml-feature", say("Merge keys (<<) aren't taken here."), event.start_mark)
            entries.append((key, self._node(next(self._events), depth + 1)))
        return tuple(entries)

    def _refuse_features(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = say("A value that begins with * is an alias, which isn't taken here.")
        elif isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            message = say("A value that begins with & is an anchor, which isn't taken here.")
        elif getattr(event, "tag", None) is not None:
            message = say("A value that begins with ! is a tag, which isn't taken here.")
        else:
            return
        fix = say("If this character belongs to the text, put quotes around the value.")
        raise _Refused("yaml-feature", message, event.start_mark, fix)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        line = self._source.line(start.line + 1)
        last = end.column if end.line == start.line else len(line.rstrip())
        return Span(start.line + 1, start.column + 1, max(1, last - start.column))
