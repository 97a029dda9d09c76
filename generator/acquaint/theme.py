"""A theme: the one folder of templates and styles, and an environment of its own for each audience."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, Environment, StrictUndefined

from acquaint.errors import MachineError, UsageError

STYLES = ("tokens", "base", "layout", "frame", "cards", "member", "meeting", "search")
"""The style sheets in the order of their cascade layers."""

_INTERNAL = "internal/"
# A line of // or a block that has its lines to itself. What follows code on a line stays: it may be part of a text.
_COMMENT = re.compile(rb"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of a site. `public` has no way to the templates below internal/; `internal` prefers them."""

    public: Environment
    internal: Environment
    assets: Mapping[str, bytes]

    @classmethod
    def load(cls, folder: Path | None = None) -> "Theme":
        """Read `folder`, or the templates that came with Acquaint; raises UsageError where there is no theme."""
        root = folder or own_folder()
        if not (root / "base.html").is_file():
            raise UsageError(f"there is no theme in {root.name}: base.html is missing")
        try:
            texts = {_name(path, root): path.read_text("utf-8") for path in sorted(root.rglob("*.html"))}
            assets = {_name(path, root): path.read_bytes() for path in sorted((root / "assets").rglob("*.*"))}
        except OSError as error:
            raise MachineError.from_os(error, "read the theme's") from error
        except UnicodeDecodeError as error:
            raise UsageError(f"the theme in {root.name} holds a template that is not UTF-8") from error
        shared = DictLoader({name: text for name, text in texts.items() if not name.startswith(_INTERNAL)})
        inside = DictLoader(
            {name.removeprefix(_INTERNAL): text for name, text in texts.items() if name.startswith(_INTERNAL)}
        )
        return cls(public=_environment(shared), internal=_environment(ChoiceLoader([inside, shared])), assets=assets)

    def asset(self, name: str) -> bytes:
        """The bytes of one file below assets/; raises UsageError if the theme has none."""
        try:
            return self.assets[f"assets/{name}"]
        except KeyError:
            raise UsageError(f"the theme has no assets/{name}") from None

    def scripts(self) -> Iterator[tuple[str, bytes]]:
        """Every module of the browser's side, by its name below assets/, without comments: a third of what is sent."""
        for name in sorted(name for name in self.assets if name.startswith("assets/js/")):
            yield name.removeprefix("assets/"), _without_comments(self.assets[name])

    def stylesheet(self) -> bytes:
        """All styles as one sheet, in the order of STYLES."""
        return b"\n".join(self.asset(f"css/{name}.css").strip() for name in STYLES) + b"\n"


def _without_comments(script: bytes) -> bytes:
    """`script` without indentation and without the comments that have lines of their own."""
    lines = _COMMENT.sub(b"", script).split(b"\n")
    return b"\n".join(line.strip() for line in lines if line.strip()) + b"\n"


def _environment(loader: DictLoader | ChoiceLoader) -> Environment:
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def own_folder() -> Path:
    """The templates beside the source root, else the copy inside the installed package.

    The source comes first: an editable install may carry a copy that has gone stale.
    """
    package = Path(__file__).resolve().parent
    beside = package.parent.parent / "templates"
    if package.parent.name == "generator" and (beside / "base.html").is_file():
        return beside
    return package / "templates"
