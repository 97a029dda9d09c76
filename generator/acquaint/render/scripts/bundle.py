"""Several modules of the browser's side as one: one request for all of them, and together they compress better."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from acquaint.render.scripts.modules import Module, read
from acquaint.render.scripts.scopes import Binding, Scope
from acquaint.render.scripts.shorten import written
from acquaint.render.scripts.tokens import END, Token, Unknown, tokens


def bundled(modules: Mapping[str, bytes], entry: str) -> dict[str, bytes]:
    """What to publish in the place of `modules`, by path: `entry` and what it fetches later, each with all it needs.

    What several of them need stands in the one that is there before all these. The names of all modules stand side by
    side, so they get new ones, as short as can be. Imports of anything else stay imports. `modules` as they are, if
    that can't be done: they import in a circle, or hold a form that isn't known here.
    """
    try:
        return _Bundle(modules, entry).files()
    except (Unknown, RecursionError, UnicodeDecodeError):
        return dict(modules)


@dataclass(slots=True)
class _Outer:
    """What a file takes and gives."""

    taken: dict[str, dict[str, Binding]] = field(default_factory=dict)
    given: dict[str, Binding] = field(default_factory=dict)


class _Bundle:
    """`above` is the file that fetches another later on, `home` the one in which a module stands."""

    def __init__(self, modules: Mapping[str, bytes], entry: str) -> None:
        self.sources = modules
        self.tokens: list[Token] = []
        self.modules: dict[str, Module] = {}
        self.above = {entry: ""}
        self.home: dict[str, str] = {}
        roots = [entry]
        # Grows while it is gone through: what is fetched later may fetch something itself.
        for root in roots:
            for name in dict.fromkeys(self._below(root, ())):
                self.home[name] = self._nearest(root, self.home.get(name, root))
                later = [at for at in dict.fromkeys(self._fetched(name)) if at not in self.above]
                self.above |= dict.fromkeys(later, root)
                roots += later
        if {posixpath.dirname(name) for name in self.home} != {posixpath.dirname(entry)}:
            raise Unknown
        self.outer = {root: _Outer() for root in self.above}

    def files(self) -> dict[str, bytes]:
        """Every file by its path."""
        for root in self.above:
            self.outer[root].given |= self._module(root).given
        for name, home in self.home.items():
            self._link(self._module(name), home, name)
        return {root: written(self.tokens, self._joined(root)) for root in self.above}

    def _module(self, name: str) -> Module:
        if name not in self.modules:
            start = len(self.tokens)
            self.tokens += [*tokens(self.sources[name].decode()), END]
            self.modules[name] = read(self.tokens, start)
        return self.modules[name]

    def _below(self, name: str, above: tuple[str, ...]) -> Iterator[str]:
        """`name` after everything it imports."""
        if name in above:
            raise Unknown
        for address in self._module(name).taken:
            if (at := _resolved(name, address)) in self.sources:
                yield from self._below(at, (*above, name))
        yield name

    def _fetched(self, name: str) -> Iterator[str]:
        """The modules that `name` fetches later."""
        for begin, end in self._module(name).kept:
            for at in range(begin, end - 2):
                if self.tokens[at].text == "import" and self.tokens[at + 1].text == "(":
                    address = _resolved(name, self.tokens[at + 2].text[1:-1])
                    yield from [address] * (address in self.sources)

    def _nearest(self, one: str, other: str) -> str:
        """The file that is there before both."""
        before = [*self._before(one)]
        return next(root for root in self._before(other) if root in before)

    def _before(self, root: str) -> Iterator[str]:
        while root:
            yield root
            root = self.above[root]

    def _link(self, module: Module, home: str, name: str) -> None:
        """Give what `module` has taken from others to what it is there."""
        outer = self.outer[home]
        for address, taken in module.taken.items():
            at = _resolved(name, address)
            for called, binding in taken:
                if at not in self.sources:
                    way = _way(home, at)
                    same = outer.taken.setdefault(way, {}).setdefault(called, binding)
                elif called not in self.modules[at].given:
                    raise Unknown
                else:
                    same = self._shared(home, self.home[at], self.modules[at].given[called], binding)
                if same is not binding:
                    same.places += binding.places
                    same.seen |= binding.seen
                    del module.scope.names[binding.name]

    def _shared(self, home: str, other: str, given: Binding, taken: Binding) -> Binding:
        """What `given`, which stands in the file `other`, is called in the file `home`."""
        if other == home:
            return given
        shown = self.outer[other].given
        called = next((name for name, binding in shown.items() if binding is given), f"${len(shown)}")
        shown[called] = given
        return self.outer[home].taken.setdefault(_way(home, other), {}).setdefault(called, taken)

    def _joined(self, root: str) -> Module:
        """All modules of one file as one."""
        inner = [self.modules[name] for name, home in self.home.items() if home == root]
        old, top = {module.scope for module in inner}, Scope()
        for number, scope in enumerate(module.scope for module in inner):
            top.inside += scope.inside
            top.globals |= scope.globals
            for binding in scope.names.values():
                top.names[f"{binding.name} {number}"] = binding
                binding.scope = top
                binding.seen = {top, *(binding.seen - old)}
        return Module(
            scope=top,
            taken={way: list(names.items()) for way, names in self.outer[root].taken.items()},
            given=self.outer[root].given,
            kept=[span for module in inner for span in module.kept],
            paired={at for module in inner for at in module.paired},
            merged={at for module in inner for at in module.merged},
        )


def _resolved(importer: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), address))


def _way(importer: str, module: str) -> str:
    """The address of `module` as `importer` writes it."""
    way = posixpath.relpath(module, posixpath.dirname(importer))
    return way if way.startswith(".") else f"./{way}"
