"""What a community has put into its templates/ without any effect: a name that is nobody's, a file nobody reads."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from acquaint.theme import Theme

_READ = ("assets/", "translations/")


def without_effect(folder: Path, theme: Theme, ours: Theme) -> Iterator[tuple[str, str]]:
    """(file below templates/, the name that was probably meant or "") for each that takes no place in `ours`.

    A template of the community's own may be called as it likes, as long as another one asks for it.
    """
    known = (*ours.templates, *ours.assets, "assets/css/own.css")
    for name in sorted(theme.own & theme.templates.keys()):
        asked = name.removeprefix("internal/")
        is_asked_for = any(f'"{asked}"' in text or f"'{asked}'" in text for text in theme.templates.values())
        if name not in ours.templates and not is_asked_for:
            yield name, _nearest(name, known)
    if folder.is_dir() and theme.own:
        for path in sorted(folder.rglob("*.*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name not in theme.own and not name.startswith((*_READ, ".")) and "/." not in name:
                yield name, _nearest(name, known)


def _nearest(name: str, known: tuple[str, ...]) -> str:
    same = [other for other in known if other.rpartition("/")[2] == name.rpartition("/")[2]]
    return next(iter(same or get_close_matches(name, known, n=1, cutoff=0.8)), "")
