"""A module as short as it can be with the same meaning: no space, no comments, and names of a letter or two."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, islice, product

from acquaint.render.scripts.modules import Module, read
from acquaint.render.scripts.scopes import Binding, Scope
from acquaint.render.scripts.tokens import END, Token, Unknown, tokens

_LETTERS = "etnsraiolcduhmpgfvybwkxjqzETNRAIOSCLDUHMPGFVYBWKXJQZ$_"
_WORDY = frozenset(["word", "number", "private", "regex"])
_TOUCHING = frozenset(["word", "number"])
_SIGNS = frozenset("+-/")
_RESERVED = frozenset("as do if in of is".split())


def shortened(script: bytes) -> bytes:
    """`script` made short; as it is, if it isn't a module of forms that are known."""
    try:
        found = [*tokens(script.decode()), END]
        module = read(found)
    except (Unknown, RecursionError, UnicodeDecodeError):
        return script
    if not module.taken and not module.given:
        # A script that isn't a module shares its names with others.
        return script
    return written(found, module)


def written(found: Sequence[Token], module: Module) -> bytes:
    """`module`, whose tokens are among `found`, made short."""
    names = _names(module.scope) | _private(found, module)
    said = _joined(list(_texts(found, module, names)))
    return (_imports(module, names) + said + _exports(module, names) + "\n").encode()


def _candidates() -> Iterator[str]:
    """Names, the shortest first."""
    for length in count(1):
        for name in product(_LETTERS, repeat=length):
            if (word := "".join(name)) not in _RESERVED:
                yield word


_SHORT = list(islice(_candidates(), 3000))


def _names(module: Scope) -> dict[int, str]:
    """What to write in the place of each token that names something."""
    scopes = list(module.all())
    spoken = {scope: set(scope.globals) for scope in scopes}
    declared: dict[Scope, set[str]] = {scope: set() for scope in scopes}
    chosen = {}
    for binding in sorted((one for scope in scopes for one in scope.names.values()), key=_turn):
        taken = spoken[binding.scope].union(*(declared[scope] for scope in binding.seen))
        name = next(name for name in _SHORT if name not in taken)
        declared[binding.scope].add(name)
        for scope in binding.seen:
            spoken[scope].add(name)
        chosen.update(dict.fromkeys(binding.places, name))
    return chosen


def _turn(binding: Binding) -> tuple[bool, int]:
    """Functions alike get names alike: theirs come first, in their order; then those of all, the most used first."""
    is_outer = binding.scope.above is None
    return is_outer, -len(binding.places) if is_outer else binding.places[0]


def _private(found: Sequence[Token], module: Module) -> dict[int, str]:
    """The same for the names of a class that begin with #."""
    at = [at for begin, end in module.kept for at in range(begin, end) if found[at].kind == "private"]
    often = Counter(found[one].text for one in at)
    short = {text: f"#{_SHORT[number]}" for number, (text, _) in enumerate(often.most_common())}
    return {one: short[found[one].text] for one in at}


def _texts(found: Sequence[Token], module: Module, names: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """(kind, text) of every token that stays."""
    for begin, end in module.kept:
        for at in range(begin, end):
            kind, text, _ = found[at]
            if at in module.merged:
                yield kind, ","
                continue
            if at - 1 in module.merged:
                continue
            name = names.get(at, text)
            yield kind, f"{text}:{name}" if at in module.paired and name != text else name


def _joined(texts: Iterable[tuple[str, str]]) -> str:
    """All texts with space between them only where they would run into one another."""
    said = [""]
    last, before = "", ""
    for kind, text in texts:
        if text == "}" and before == ";":
            said.pop()
        elif text == "=>" and before == ")" and said[-3] == "(" != said[-2]:
            # A single parameter needs no brackets.
            said[-3:] = [" ", said[-2]] if said[-4][-1:].isidentifier() or said[-4][-1:] == "$" else [said[-2]]
        elif _runs_together((last, before), (kind, text)):
            said.append(" ")
        said.append(text)
        last, before = kind, text
    return "".join(said)


def _runs_together(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """True for two texts that would be another thing without a space between them."""
    if one[0] in _WORDY and other[0] in _TOUCHING:
        return True
    # <!-- begins a comment wherever it stands.
    ends, begins = one[1][-1:], other[1][0]
    return (ends in _SIGNS and begins == ends) or (ends, begins) == ("<", "!") or (one[0] == "number" and begins == ".")


def _imports(module: Module, names: Mapping[int, str]) -> str:
    said = []
    for address, taken in module.taken.items():
        inner = [(outer, names[binding.places[0]]) for outer, binding in taken]
        if not inner:
            said.append(f'import"{address}";')
        elif inner[0][0] == "*":
            said.append(f'import*as {inner[0][1]} from"{address}";')
        else:
            said.append(f'import{{{_listed(inner)}}}from"{address}";')
    return "".join(said)


def _exports(module: Module, names: Mapping[int, str]) -> str:
    given = [(names[binding.places[0]], outer) for outer, binding in module.given.items()]
    return f"export{{{_listed(given)}}};" if given else ""


def _listed(names: Iterable[tuple[str, str]]) -> str:
    return ",".join(one if one == other else f"{one} as {other}" for one, other in names)
