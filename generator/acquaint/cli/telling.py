"""In which language the command speaks: the first of the community's, or where there is none yet, the terminal's."""

import os
from collections.abc import Collection
from pathlib import Path

from acquaint.catalogues import ENGLISH, SOURCE, Catalogue, read_catalogue


def catalogue_of(root: Path, language: str, domain: str = "messages") -> Catalogue:
    """The sentences of `domain` in `language`, from the templates of the community in `root`, else from ours."""
    if language.partition("-")[0] == SOURCE:
        return ENGLISH
    from acquaint.theme import own_folder  # Slow to import, and an English check needs no theme.

    folders = dict.fromkeys(folder.resolve() for folder in (root / "templates", own_folder()) if folder.is_dir())
    return read_catalogue(tuple(folders), domain, language)


def terminal_language(offered: Collection[str]) -> str:
    """The first `offered` language of those that the terminal is set to (POSIX, and GNU's list), else English."""
    stated = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    locale = next((value for value in stated if value), "")
    if locale.partition(".")[0] in ("", "C", "POSIX"):
        return SOURCE
    wanted = (*os.environ.get("LANGUAGE", "").split(":"), locale)
    spoken = (value.partition("_")[0].partition(".")[0].partition("-")[0].lower() for value in wanted)
    return next((language for language in spoken if language in offered), SOURCE)
