"""acquaint schema."""

import json
from pathlib import Path

import click

from acquaint.cli.options import existing_folder, root_option
from acquaint.errors import IntroductionsError


@click.command("schema", epilog="Example: acquaint schema > introduction.schema.json")
@root_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["json", "markdown"]),
    default="json",
    show_default=True,
    help="JSON Schema, or docs.",
)
def schema_command(root: Path, style: str) -> int:
    """Print the schema of an introduction, with the community's own fields, as JSON Schema."""
    from acquaint.load.community import NAME, read_community, without_settings
    from acquaint.load.source import read_source
    from acquaint.problems import Problems
    from acquaint.schema import json_schema, reference

    problems = Problems()
    folder = existing_folder(root)
    community = without_settings()
    if (folder / NAME).exists():
        source = read_source(folder / NAME, NAME, problems, most=1_000_000)
        community = read_community(source, problems) if source else community
    if problems.errors_in(NAME):
        raise IntroductionsError(f"{NAME} has problems; acquaint check tells them.")
    schema = json_schema(community)
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2) if style == "json" else reference(community).rstrip())
    return 0
