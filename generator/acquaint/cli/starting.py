"""acquaint init."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquaint.cli.options import build_day, shown_path
from acquaint.cli.terminal import Progress
from acquaint.errors import IntroductionsError, UsageError

if TYPE_CHECKING:
    from acquaint.catalogues import Catalogue
    from acquaint.config import Community

_REPOSITORIES = ("private", "public")
_HOSTS = ("github", "gitlab", "netlify", "cloudflare", "server", "none")
_PUBLICITY = ("default", "names", "little")
_UNASKED = {"reach": "", "public": "default"}
"""What a community that has its settings isn't asked, whether they say it or not."""


@click.command("init", epilog="Example: acquaint init ours --title 'The Tuesday people' --language en --language zh")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--title", default=None, help="What the community is called.")
@click.option("--language", "languages", multiple=True, help="A language of the site; the first is the default.")
@click.option("--repository", type=click.Choice(_REPOSITORIES), help="Who may read the repository.")
@click.option("--host", type=click.Choice(_HOSTS), help="Where the public edition will be published.")
@click.option("--public", type=click.Choice(_PUBLICITY), help="What strangers see: as usual, names too, or little.")
@click.option("--reach", default=None, help="Whom strangers write to: an address, or a sentence.")
@click.option("--base-url", default=None, help="The address of the public edition, if you know it.")
@click.option("--source", default=None, help="Where Acquaint is installed from: git+https://…@COMMIT, or a .whl.")
@click.option("--yes", is_flag=True, help="Ask nothing; take the usual answers.")
@click.option("--no-build", is_flag=True, help="Only write the files.")
@click.option("--upgrade", is_flag=True, help="Renew the files that init wrote and nobody changed.")
def init_command(folder: Path, yes: bool, no_build: bool, upgrade: bool, **given: Any) -> int:
    """Begin a community in DIR (this folder): settings, three examples, workflows, a README. Nothing is overwritten."""
    root = folder.absolute()
    said = {name: value for name, value in given.items() if value not in (None, ())}
    _find_source(said)
    if upgrade:
        return _upgrade(root, said)
    return _begin(root, said, yes=yes, and_build=not no_build)


def _find_source(said: dict[str, Any]) -> None:
    """Say where this Acquaint comes from, if nobody has and it can be known; after an upgrade it is the new one."""
    from acquaint.starter.source import known_source

    if "source" not in said and (found := known_source()):
        said["source"] = found


def _begin(root: Path, said: dict[str, Any], *, yes: bool, and_build: bool) -> int:
    from acquaint.cli.answering import asked
    from acquaint.cli.started import tell_what_next, tell_written
    from acquaint.cli.telling import catalogue_of
    from acquaint.starter import Manifest, begun, read_manifest, starter_files, write_manifest, write_missing
    from acquaint.starter.writing import digest, fitting

    if read_manifest(root) is not None:
        raise UsageError("This community was begun with acquaint init. To renew its files: acquaint init --upgrade")
    there = _existing(root)
    answers = asked(root, said if there is None else {**_UNASKED, **said, **_known(there)}, yes=yes)
    catalogue = catalogue_of(root, answers.language)
    files = fitting(root, starter_files(answers, there or begun(answers), catalogue))
    written = write_missing(root, files)
    ours = {path: digest(files[path]) for path in written.written}
    write_manifest(root, Manifest(answers, ours))
    tell_written(root, written, catalogue)
    if and_build and not _build(root, catalogue):
        return IntroductionsError.exit_code
    tell_what_next(root, answers, written, catalogue)
    return 0


def _existing(root: Path) -> "Community | None":
    """The settings of a community that is there already."""
    from acquaint.load.community import NAME, read_community
    from acquaint.load.source import read_source
    from acquaint.problems import Problems

    if not (root / NAME).is_file():
        return None
    problems = Problems()
    source = read_source(root / NAME, NAME, problems, most=1_000_000)
    community = read_community(source, problems) if source else None
    if community is None or problems.errors_in(NAME):
        raise IntroductionsError(f"{NAME} has problems; acquaint check tells them.")
    return community


def _known(community: "Community") -> dict[str, Any]:
    """What needn't be asked of a community that has its settings."""
    known: dict[str, Any] = {
        "title": community.title.pick(community.language)[1],
        "languages": community.languages,
        "repository": community.repository.visibility,
        "reach": community.reach.email,
        "base_url": community.base_url,
    }
    return {name: value for name, value in known.items() if value}


def _build(root: Path, catalogue: "Catalogue") -> bool:
    """Check and build what is there; False, and every problem told, if it can't be built."""
    from acquaint.build import Order, Refused, build
    from acquaint.check.report import as_text
    from acquaint.messages import say

    order = Order(root=root, out=root / "site", day=build_day())
    try:
        with Progress() as progress:
            progress.tell(say("Building the site").told(catalogue))
            # Its steps are told in English, and this command speaks the community's language.
            build(order, lambda step: None)
    except Refused as refused:
        click.echo(as_text(refused.problems, catalogue), err=True)
        click.echo(f"\n{refused.message.told(catalogue)}", err=True)
        return False
    public, internal = (shown_path(root / "site" / edition) for edition in ("public", "internal"))
    told = say(
        "Checked, and built: {public} for everybody, {internal} for members only.", public=public, internal=internal
    )
    click.echo(told.told(catalogue))
    return True


def _upgrade(root: Path, said: dict[str, Any]) -> int:
    from acquaint.cli.started import tell_renewal
    from acquaint.cli.telling import catalogue_of
    from acquaint.load.community import NAME
    from acquaint.starter import Manifest, begun, read_manifest, renewed, starter_files, write_manifest
    from acquaint.starter.answers import answers_from
    from acquaint.starter.writing import fitting

    manifest = read_manifest(root)
    if manifest is None:
        raise UsageError("Nothing here was written by acquaint init, so there is nothing to renew.")
    there = _existing(root)
    answers = answers_from({**manifest.answers.as_json(), **said})
    today = answers if there is None else answers_from({**answers.as_json(), **_known(there), **said})
    catalogue = catalogue_of(root, today.language)
    files = starter_files(today, there or begun(answers), catalogue)
    # What community.yml says by now goes into the other files; it is never offered its own words.
    files[NAME] = starter_files(answers, begun(answers), catalogue)[NAME]
    files = fitting(root, files, manifest.digests)
    renewal = renewed(root, files, manifest.digests)
    write_manifest(root, Manifest(answers, renewal.digests))
    tell_renewal(root, renewal, catalogue)
    return 0
