"""acquaint schema."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquaint.cli.options import existing_folder, root_option
from acquaint.errors import IntroductionsError

if TYPE_CHECKING:
    from acquaint.catalogues import Catalogue
    from acquaint.config import Community


@click.command("schema", epilog="Example: acquaint schema > introduction.schema.json")
@root_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["json", "markdown", "template", "issue-form"]),
    default="json",
    show_default=True,
    help="JSON Schema, docs, a template to fill in, or the form of an issue.",
)
def schema_command(root: Path, style: str) -> int:
    """Print the schema of an introduction, with the community's own fields, as JSON Schema.

    Or as what people fill in: the annotated template of members/_template.md, or GitHub's form of an issue, which asks
    for public fields only. Both are in the community's first language.
    """
    folder = existing_folder(root)
    community = _community(folder)
    written: dict[str, Callable[[], str]] = {
        "json": lambda: _json(community),
        "markdown": lambda: _reference(community),
        "template": lambda: _template(community, _catalogue(folder, community)),
        "issue-form": lambda: _issue_form(community, _catalogue(folder, community)),
    }
    click.echo(written[style]().rstrip())
    return 0


def _community(folder: Path) -> "Community":
    from acquaint.load.community import NAME, read_community, without_settings
    from acquaint.load.source import read_source
    from acquaint.problems import Problems

    problems = Problems()
    community = without_settings()
    if (folder / NAME).exists():
        source = read_source(folder / NAME, NAME, problems, most=1_000_000)
        community = read_community(source, problems) if source else community
    if problems.errors_in(NAME):
        raise IntroductionsError(f"{NAME} has problems; acquaint check tells them.")
    return community


def _catalogue(folder: Path, community: "Community") -> "Catalogue":
    from acquaint.cli.telling import catalogue_of

    return catalogue_of(folder, community.language)


def _json(community: "Community") -> str:
    from acquaint.schema import json_schema

    return json.dumps(json_schema(community), ensure_ascii=False, indent=2)


def _reference(community: "Community") -> str:
    from acquaint.schema import reference

    return reference(community)


def _template(community: "Community", catalogue: "Catalogue") -> str:
    from acquaint.drafting import annotated_template

    return annotated_template(community, catalogue)


def _issue_form(community: "Community", catalogue: "Catalogue") -> str:
    from acquaint.drafting import issue_form

    return issue_form(community, catalogue)
