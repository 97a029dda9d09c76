"""The sentences of the interface as the sources hold them, and the catalogues that give them in other languages.

`python tests/catalogues.py` (or `make messages`) takes new sentences into every catalogue and drops those that are gone.
"""

import ast
import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from acquaint.fields.builtin import BUILT_IN
from acquaint.fields.contacts import KINDS
from acquaint.introduction import NEVER_ASKED

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "templates" / "translations"
DOMAINS = ("pages", "browser", "messages")

_KEYWORDS = {"say": None, "count": (1, 2)}
_IN_TEMPLATES = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_TEMPLATE_OPTIONS = {"newstyle_gettext": "true", "trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
_PLAIN = ("serve",)
"""Rooms whose `say` prints a line as it is: who previews a site reads English."""
_JOIN = ROOT / "templates" / "assets" / "js" / "join"
_DATED = re.compile(r'^"(?!Language: |Plural-Forms: |Content-T).*\n', re.MULTILINE)
_ABOUT = "# {title}: what {who}, in {language}. `make messages` renews this file; see docs/translating.md.\n"
_WHO = {
    "pages": "the pages say",
    "browser": "the pages' scripts say",
    "messages": "the command tells of problems",
}


def sources(domain: str) -> Iterator[Path]:
    """Every file whose sentences belong to `domain`."""
    package, theme = ROOT / "generator" / "acquaint", ROOT / "templates"
    if domain == "pages":
        yield from sorted(theme.rglob("*.html"))
        yield from sorted((package / "render").rglob("*.py"))
    elif domain == "browser":
        yield from sorted((theme / "assets" / "js").rglob("*.js"))
    else:
        paths = (path for path in sorted(package.rglob("*.py")) if "templates" not in path.parts)
        yield from (path for path in paths if path.relative_to(package).parts[0] not in ("render", *_PLAIN))


def extracted(domain: str) -> Catalog:
    """A catalogue without a language: every sentence of `domain`, with the files it stands in.

    What the form to join says in the words of the command is translated there, once.
    """
    catalog = Catalog(fuzzy=False)
    told = {message.id for message in extracted("messages")} if domain == "browser" else set()
    for path in sources(domain):
        for message, context in _sentences(path):
            if _JOIN in path.parents and message in told:
                continue
            catalog.add(message, locations=[(path.relative_to(ROOT).as_posix(), 1)], context=context)
    if domain != "browser":
        for context, names in _names().items():
            for name in names:
                catalog.add(name, context=context)
    return catalog


def _names() -> dict[str, list[str]]:
    """What tables of the package call things that pages, and messages of the form, name, by their context."""
    labels = [text for spec in BUILT_IN.values() for _, text in spec.label.versions]
    helps = [text for spec in BUILT_IN.values() if spec.name not in NEVER_ASKED for _, text in spec.help.versions]
    return {"field": labels, "help": helps, "contact": [kind.label for kind in KINDS.values()]}


@cache
def _sentences(path: Path) -> tuple[tuple[str | tuple[str, ...], str | None], ...]:
    """(one sentence or its singular and plural, its context) for each that `path` holds."""
    if path.suffix == ".py":
        return tuple((message, None) for message in _said_in_python(ast.parse(path.read_text("utf-8"))))
    is_template = path.suffix == ".html"
    method, keywords = ("jinja2.ext:babel_extract", _IN_TEMPLATES) if is_template else ("javascript", _KEYWORDS)
    with path.open("rb") as file:
        found = extract(method, file, keywords, (), _TEMPLATE_OPTIONS if is_template else {})
        return tuple((message, context) for _, message, _, context in found)


def _said_in_python(tree: ast.Module) -> Iterator[str | tuple[str, ...]]:
    """What stands in calls of `say` and `count`, also as methods; Babel's own reader stumbles over bytes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            texts = tuple(a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str))
            if name == "say" and len(node.args) == len(texts) == 1:
                yield texts[0]
            elif name == "count" and len(texts) == 2:
                yield texts


def languages() -> list[str]:
    """The languages that have a folder of catalogues."""
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def read(language: str, domain: str) -> Catalog:
    """The catalogue as it is in the folder; an empty one if there is none yet."""
    path = FOLDER / language / f"{domain}.po"
    if not path.is_file():
        return Catalog(locale=language.replace("-", "_"), fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language.replace("-", "_"))


def renewed(language: str, domain: str) -> str:
    """The catalogue's file with every sentence of today and no other; what is new has no translation yet."""
    catalog, template = read(language, domain), extracted(domain)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return _written(catalog, domain, language)


def template(domain: str) -> str:
    """The file to begin a new language with."""
    return _written(extracted(domain), domain, "a new language")


def _written(catalog: Catalog, domain: str, language: str) -> str:
    catalog.fuzzy = False
    out = io.BytesIO()
    write_po(out, catalog, width=0, include_lineno=False, sort_output=True)
    text = out.getvalue().decode()
    # What babel writes above the first sentence names the day and itself; only what gettext needs stays.
    head, gap, body = text.partition("\n\n")
    start = head.index("msgid")
    head = _ABOUT.format(title=domain, who=_WHO[domain], language=language) + _DATED.sub("", f"{head[start:]}\n")
    return head.rstrip("\n") + gap + body.rstrip("\n") + "\n"


def main() -> None:
    """Renew every catalogue and the templates for new ones."""
    for domain in DOMAINS:
        (FOLDER / f"{domain}.pot").write_text(template(domain), encoding="utf-8")
        for language in languages():
            (FOLDER / language / f"{domain}.po").write_text(renewed(language, domain), encoding="utf-8")


if __name__ == "__main__":
    main()
