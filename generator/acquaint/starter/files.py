"""The files that a community begins with, from its answers and its schema, each as a text by its path."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from acquaint.catalogues import Catalogue
from acquaint.config import Community
from acquaint.errors import UsageError
from acquaint.load.community import NAME, read_community
from acquaint.load.source import Source
from acquaint.problems import Problems
from acquaint.starter.answers import Answers
from acquaint.starter.examples import without_private
from acquaint.starter.filling import Filling, filled, lines_for
from acquaint.starter.settings import blocks_of, is_sentence, shown_by, words_of
from acquaint.starter.writing import EXAMPLES

TEXTS = ("en", "zh", "de")
"""Languages that a community's own texts are written in."""
_FORGE = ("github", "netlify", "cloudflare")
_ONLY_FOR = (
    (".github/workflows/publish.yml", ("github",)),
    (".github/", _FORGE),
    (".gitlab-ci.yml", ("gitlab",)),
    ("netlify.toml", ("netlify",)),
    ("wrangler.toml", ("cloudflare",)),
)
_CODE = "pages/_code-of-conduct.md"


def begun(answers: Answers) -> Community:
    """The settings that these answers begin with. Raises UsageError if the reader of community.yml doubts one."""
    problems = Problems()
    text = filled(_text(answers.language, NAME), NAME, _filling(answers))
    community = read_community(Source.of(NAME, text), problems)
    wrong = next(iter(problems), None)
    if wrong is not None:
        raise UsageError(str(wrong.message))
    return community


def starter_files(answers: Answers, community: Community, catalogue: Catalogue) -> dict[str, str]:
    """Every file of a community with these answers and this schema; `catalogue` speaks its first language."""
    filling = _filling(answers, community, catalogue)
    kinds = (answers.repository, shown_by(community), *(["sentence"] if is_sentence(answers.reach) else []))
    texts = {path: lines_for(kinds, text) for path, text in _texts(answers)}
    found = {path: filled(text, path, filling) for path, text in texts.items()}
    # A public repository may hold no private value, not even a made-up one.
    if answers.repository == "public":
        found |= {path: without_private(found[path], community) for path in found if path.startswith(EXAMPLES)}
    return dict(sorted((found | _of_the_schema(answers, community, catalogue)).items()))


def _filling(answers: Answers, community: Community | None = None, catalogue: Catalogue | None = None) -> Filling:
    words = words_of(answers, community, catalogue)
    return Filling(words, blocks_of(answers, community, catalogue))


def _of_the_schema(answers: Answers, community: Community, catalogue: Catalogue) -> dict[str, str]:
    """What the drafting room writes from the schema: the template of an introduction, and a form for issues."""
    from acquaint.drafting import annotated_template, issue_form

    made = {"members/_template.md": annotated_template(community, catalogue)}
    if answers.host in _FORGE:
        made[".github/ISSUE_TEMPLATE/introduction.yml"] = issue_form(community, catalogue)
    return made


def _texts(answers: Answers) -> Iterator[tuple[str, str]]:
    package = files("acquaint") / "starter"
    for path, file in _below(package / "files"):
        if answers.host in _hosts_of(path):
            yield path, file.read_text(encoding="utf-8")
    for path, file in _below(package / "texts" / spoken(answers.language)):
        yield path, file.read_text(encoding="utf-8")
    for tag in answers.languages[1:]:
        if tag.partition("-")[0] in TEXTS:
            yield _CODE.replace(".md", f".{tag}.md"), _text(tag, _CODE)


def _hosts_of(path: str) -> tuple[str, ...]:
    hosts = (hosts for start, hosts in _ONLY_FOR if path.startswith(start))
    return next(hosts, ("github", "gitlab", "netlify", "cloudflare", "server", "none"))


def _below(folder: Traversable, start: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{start}{entry.name}"
        if entry.is_dir():
            yield from _below(entry, f"{path}/")
        elif not path.endswith((".pyc", ".DS_Store")):
            yield path, entry


def _text(language: str, path: str) -> str:
    package = files("acquaint") / "starter" / "texts" / spoken(language)
    return package.joinpath(*path.split("/")).read_text(encoding="utf-8")


def spoken(language: str) -> str:
    """The language that texts for a community are taken in: its own if we write it, else English."""
    tag = language.partition("-")[0].lower()
    return tag if tag in TEXTS else "en"
