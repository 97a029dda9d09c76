"""A theme: the one folder of templates, styles and sentences, and an environment for each audience and language.

A community's own folder of templates may hold any of them in place of ours, one file at a time.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel.numbers import format_decimal
from jinja2 import BaseLoader, Environment

from acquaint.catalogues import ENGLISH, Catalogue, read_catalogue
from acquaint.errors import MachineError, UsageError
from acquaint.template_engine import Engine, Texts

STYLES = ("tokens", "base", "layout", "frame", "cards", "member", "meeting", "community", "search", "print")
"""The style sheets in the order of their cascade layers."""

PAGE_STYLES = ("join", "join-ways", "poster")
"""Those that one page alone needs: each comes after the others, as a sheet of its own."""

OWN_STYLE = "assets/css/own.css"
"""A community's own rules: the last of the sheet, so that they win."""

_IN_THE_SHEET = {OWN_STYLE, *(f"assets/css/{name}.css" for name in (*STYLES, *PAGE_STYLES, "404"))}

CONTEXT = 1
"""The version of what templates receive (docs/templates.md); a template may say which it was written for."""

_INTERNAL = "internal/"
_UNMEANT = re.compile(r"(?:^|/)\.|~$")
_CONTEXT = re.compile(r"\{#-?\s*context\s+(\d{1,4})\s*-?#\}")
# A line of // or a block that has its lines to itself. What follows code on a line stays: it may be part of a text.
_COMMENT = re.compile(rb"^[ \t]*(?://.*|/\*(?!!)(?:[^*]|\*(?!/))*\*/[ \t]*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of a site: templates and assets by their names, and the folders they came from, the preferred first.

    `own` are the names of what a community has put in place of ours, or added.
    """

    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
    folders: tuple[Path, ...]
    own: frozenset[str] = frozenset()

    @classmethod
    def load(cls, own: Path | None = None, folder: Path | None = None) -> "Theme":
        """Read `folder`, or what came with Acquaint, and what `own` has in its place.

        Raises UsageError where there is no theme, or a template that is not UTF-8.
        """
        root = folder or own_folder()
        if not (root / "base.html").is_file():
            raise UsageError(f"there is no theme in {root.name}: base.html is missing")
        ours = cls(_templates(root), _assets(root), (root,))
        return ours.with_own(own) if own else ours

    def with_own(self, own: Path) -> "Theme":
        """This theme with what a community has in the folder `own`; raises as `load` does."""
        root = self.folders[-1]
        if not own.is_dir() or own.resolve() == root.resolve():
            return self
        mine, added = _templates(own), _assets(own)
        templates, assets = {**self.templates, **mine}, {**self.assets, **added}
        return Theme(templates, assets, (own, root), frozenset({*mine, *added}))

    @property
    def outdated(self) -> tuple[str, ...]:
        """Templates of the community that were written for another version of what ours receive."""
        stated = {name: _CONTEXT.search(self.templates[name]) for name in sorted(self.own & self.templates.keys())}
        return tuple(name for name, match in stated.items() if match and int(match[1]) != CONTEXT)

    def words(self, language: str, domain: str = "pages") -> Catalogue:
        """What templates, or the scripts in the `browser`, say in `language`; in English where nobody translated it."""
        return read_catalogue(self.folders, domain, language)

    def environment(self, words: Catalogue = ENGLISH, *, internal: bool = False) -> Environment:
        """The templates of one audience in one language; the public one has no way to those below internal/."""
        texts = {name: (name, text) for name, text in self.templates.items() if not name.startswith(_INTERNAL)}
        if internal:
            inside = ((name, text) for name, text in self.templates.items() if name.startswith(_INTERNAL))
            texts |= {name.removeprefix(_INTERNAL): (name, text) for name, text in inside}
        return _environment(Texts(texts), words)

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

    def others(self) -> Iterator[tuple[str, bytes]]:
        """Every other asset that is published as it is, by its name below assets/: icons, a community's pictures."""
        for name in sorted(self.assets):
            if not name.startswith("assets/js/") and name not in _IN_THE_SHEET:
                yield name.removeprefix("assets/"), self.assets[name]

    def stylesheet(self, settings: str = "") -> bytes:
        """All styles as one sheet: ours in the order of STYLES, `settings` of community.yml, then a community's own."""
        sheets = [self.asset(f"css/{name}.css").strip() for name in STYLES]
        own = self.assets.get(OWN_STYLE, b"").strip()
        return b"\n".join(sheet for sheet in (*sheets, settings.encode(), own) if sheet) + b"\n"


def _templates(root: Path) -> dict[str, str]:
    return {name: _decoded(name, content) for name, content in _files(root, root, "*.html")}


def _assets(root: Path) -> dict[str, bytes]:
    return dict(_files(root / "assets", root, "*"))


def _files(folder: Path, root: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    """(name from `root`, bytes) of each file that is meant: nothing hidden, no backup, and no link, which leads out."""
    for path in sorted(folder.rglob(pattern)):
        name = _name(path, root)
        if _UNMEANT.search(name):
            continue
        if path.is_symlink():
            raise UsageError(f"templates/{name} is a link; put the file itself there")
        try:
            if path.is_file():
                yield name, path.read_bytes()
        except OSError as error:
            raise MachineError.from_os(error, "read the theme's") from error


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"templates/{name} is not saved as UTF-8") from error


@lru_cache(maxsize=512)
def _without_comments(script: bytes) -> bytes:
    """`script` without indentation and without the comments that have lines of their own."""
    lines = _COMMENT.sub(b"", script).split(b"\n")
    return b"\n".join(line.strip() for line in lines if line.strip()) + b"\n"


class _Numbers:
    """Numbers as readers of one language write them; most stand on many pages."""

    def __init__(self, language: str) -> None:
        self._locale = language.replace("-", "_")
        self._told: dict[int, str] = {}

    def number(self, count: int) -> str:
        """`count` as they write it."""
        if count not in self._told:
            self._told[count] = format_decimal(count, locale=self._locale)
        return self._told[count]


def _environment(loader: BaseLoader, words: Catalogue) -> Environment:
    environment = Engine(loader, words.translations)
    environment.globals["language"] = words.language
    environment.globals["number"] = _Numbers(words.language).number
    return environment


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
