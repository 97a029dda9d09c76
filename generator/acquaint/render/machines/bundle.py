"""Several modules of the browser's side as one: one request for all of them, and together they compress better."""

import posixpath
import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(rb'^import \{([^}]*)\} from "([^"]+)";\n?', re.MULTILINE)
_LATER = re.compile(rb'\bimport\("(\.[^"]+)"\)')
_EXPORT = re.compile(rb"^export (?=(?:async )?(?:function\*?|class|const) ([\w$]+))", re.MULTILINE)
_UNKNOWN = re.compile(rb"^(?:import|export)\b", re.MULTILINE)


def bundled(modules: Mapping[str, bytes], entry: str) -> dict[str, bytes]:
    """What to publish in the place of `modules`, by path: `entry` and what it fetches later, each with all it needs.

    Each module becomes a function that gives what it exports, below those it imports, so that its names stay its own.
    Imports of anything else stay imports. `modules` as they are, if that can't be done: they import in a circle, or in
    a form that isn't known here.
    """
    first = _needed(entry, modules)
    later = sorted({at for name in filter(None, first) for at in _fetched_later(name, modules[name]) if at in modules})
    files, before = {}, dict.fromkeys(first, entry)
    for name, needed in [(entry, first), *((name, _needed(name, modules)) for name in later)]:
        if "" in needed or any(_UNKNOWN.search(_body(modules[each])) for each in needed):
            return dict(modules)
        files[name] = _joined(name, [each for each in needed if before.get(each, name) == name], modules, entry)
    return files


def _needed(name: str, modules: Mapping[str, bytes]) -> list[str]:
    return list(dict.fromkeys(_below(name, modules, ())))


def _below(name: str, modules: Mapping[str, bytes], above: tuple[str, ...]) -> Iterator[str]:
    """`name` after everything it imports; "" where modules import one another."""
    if name in above:
        yield ""
        return
    for address, _ in _imports(name, modules[name]):
        if address in modules:
            yield from _below(address, modules, (*above, name))
    yield name


def _joined(file: str, names: list[str], modules: Mapping[str, bytes], entry: str) -> bytes:
    """The modules called `names` as one, published as `file`; what another file has, it takes from `entry`."""
    taken = dict.fromkeys(address for name in names for address, _ in _imports(name, modules[name]))
    outside = (b'import * as %s from "%s";' % (_called(at), _way(file, at)) for at in taken if at not in modules)
    shared = [_called(at) for at in taken if at in modules and at not in names]
    heads = [*outside, *([b'import { %s } from "%s";' % (b", ".join(shared), _way(file, entry))] if shared else ())]
    inner = [_as_function(name, modules[name]) for name in names]
    shown = b", ".join(_called(name) for name in names)
    given = b"export { %s };\nexport const { %s } = %s;" % (
        shown,
        b", ".join(_EXPORT.findall(modules[file])),
        _called(file),
    )
    return b"\n".join((*heads, *inner, given)) + b"\n"


def _as_function(name: str, text: bytes) -> bytes:
    given = b"\n".join(
        b"const { %s } = %s;" % (b", ".join(names).replace(b" as ", b": "), _called(address))
        for address, names in _imports(name, text)
    )
    exports = b", ".join(_EXPORT.findall(text))
    return b"const %s = (() => {\n%s\n%s\nreturn { %s };\n})();" % (_called(name), given, _body(text), exports)


def _imports(importer: str, text: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """(module, what is taken from it) of each import."""
    for names, address in _IMPORT.findall(text):
        yield _resolved(importer, address), [name.strip() for name in names.split(b",") if name.strip()]


def _fetched_later(importer: str, text: bytes) -> Iterator[str]:
    return (_resolved(importer, address) for address in _LATER.findall(text))


def _resolved(importer: str, address: bytes) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), address.decode()))


def _body(text: bytes) -> bytes:
    """The module without its imports, and with what it exports as its own."""
    return _EXPORT.sub(b"", _IMPORT.sub(b"", text)).strip()


def _called(name: str) -> bytes:
    return b"$" + re.sub(r"\W", "_", name.removesuffix(".js").removeprefix("js/")).encode()


def _way(importer: str, module: str) -> bytes:
    """The address of `module` as `importer` writes it."""
    way = posixpath.relpath(module, posixpath.dirname(importer))
    return (way if way.startswith(".") else f"./{way}").encode()
