"""Which names of a script mean the same: what is declared where, and every place that speaks of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from acquaint.render.scripts.tokens import Unknown


@dataclass(eq=False, slots=True)
class Binding:
    """One thing with a name: `places` are the tokens that name it, `seen` the scopes where that name is taken."""

    name: str
    scope: "Scope"
    places: list[int] = field(default_factory=list)
    seen: set["Scope"] = field(default_factory=set)


@dataclass(eq=False, slots=True)
class Scope:
    """Where names hold: a module, a function, a block, the head of a loop. `used` is what is spoken of directly in it.

    What `is_body` declares nothing that the scope above it has declared: parameters stand there.
    """

    above: "Scope | None" = None
    is_body: bool = False
    inside: list["Scope"] = field(default_factory=list)
    names: dict[str, Binding] = field(default_factory=dict)
    used: list[tuple[str, int]] = field(default_factory=list)
    globals: set[str] = field(default_factory=set)

    def within(self) -> "Scope":
        """A new scope inside this one."""
        scope = Scope(self)
        self.inside.append(scope)
        return scope

    def declare(self, name: str, place: int) -> Binding:
        """What `name` means from now on in here; token `place` says so."""
        if name in self.names:
            raise Unknown
        self.names[name] = binding = Binding(name, self)
        binding.places.append(place)
        binding.seen.add(self)
        if self.is_body and self.above:
            binding.seen.add(self.above)
        return binding

    def all(self) -> Iterator["Scope"]:
        """This scope and those inside it, the outer ones first."""
        yield self
        for scope in self.inside:
            yield from scope.all()

    def resolve(self) -> None:
        """Give each name that was used, here and further in, to what it means; it may be declared later on."""
        for scope in self.all():
            for name, place in scope.used:
                scope._find(name, place)

    def _find(self, name: str, place: int) -> None:
        passed, scope = [self], self
        while name not in scope.names:
            if scope.above is None:
                for one in passed:
                    one.globals.add(name)
                return
            scope = scope.above
            passed.append(scope)
        scope.names[name].places.append(place)
        scope.names[name].seen.update(passed)
