"""In which language the command speaks: the first of the community's."""

from pathlib import Path

from acquaint.catalogues import ENGLISH, SOURCE, Catalogue, read_catalogue


def catalogue_of(root: Path, language: str, domain: str = "messages") -> Catalogue:
    """The sentences of `domain` in `language`, from the templates of the community in `root`, else from ours."""
    if language.partition("-")[0] == SOURCE:
        return ENGLISH
    from acquaint.theme import own_folder  # Slow to import, and an English check needs no theme.

    folders = dict.fromkeys(folder.resolve() for folder in (root / "templates", own_folder()) if folder.is_dir())
    return read_catalogue(tuple(folders), domain, language)
