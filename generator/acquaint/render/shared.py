"""What all pages of an edition share, whatever their language: styles, scripts, their sentences, icons."""

from collections.abc import Iterator
from functools import lru_cache

from acquaint.catalogues import SOURCE
from acquaint.colours import LIGHT, colour
from acquaint.render import addresses, sheets
from acquaint.render.look import look_css
from acquaint.render.machines.icons import ACCENT, icons, tinted
from acquaint.render.machines.phrases import filed, phrases
from acquaint.render.scripts.bundle import bundled
from acquaint.render.scripts.shorten import shortened
from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.theme import PAGE_STYLES, Theme

_MARK = "icon.svg"
_JOIN = "js/join/"
_LATER = ("checks", "codes", "days", "reaching", "tidying", "values", "chips", "editing", "portrait")
"""The modules of the form that speak only where there is a problem, or of what is fetched on demand."""


def shared_files(theme: Theme, sites: tuple[Site, ...]) -> Iterator[Rendered]:
    """Everything below assets/."""
    look = sites[0].community.look
    yield Rendered("assets/style.css", sheets.shortened(theme.stylesheet(look_css(look))))
    if not sites[0].interface.internal:
        yield from (
            Rendered(f"assets/{name}.css", sheets.shortened(theme.asset(f"css/{name}.css"))) for name in PAGE_STYLES
        )
    if look.logo:
        yield Rendered(addresses.LOGO, look.logo.content)
    accent = look.accent or ACCENT
    for name, content in theme.others():
        ours = name == _MARK and f"assets/{name}" not in theme.own
        yield Rendered(f"assets/{name}", tinted(content, accent) if ours else content)
    drawn = ((f"assets/{name}", content) for name, content in icons(accent, colour(sites[0].papers[0]) or LIGHT.paper))
    yield from (Rendered(path, content) for path, content in drawn if path not in theme.assets)
    yield from _scripts(theme, internal=sites[0].interface.internal)
    yield from _words(theme, sites)


def _scripts(theme: Theme, *, internal: bool) -> Iterator[Rendered]:
    """The modules one by one, made short; those of the form to join as a few, and in the public edition only."""
    scripts = tuple(theme.scripts())
    joining = tuple((name, content) for name, content in scripts if name.startswith(_JOIN))
    others = tuple((name, content) for name, content in scripts if not name.startswith(_JOIN))
    sent = {} if internal else _sent(joining)
    sent = {**sent, **{name: _short(content) for name, content in others}}
    yield from (Rendered(f"assets/{name}", content) for name, content in sorted(sent.items()))


# Scripts change when a theme does: every other build of a process sends the same.
_short = lru_cache(256)(shortened)


@lru_cache(4)
def _sent(joining: tuple[tuple[str, bytes], ...]) -> dict[str, bytes]:
    """The modules of the form to join, as they are published."""
    modules = dict(joining)
    sent = bundled(modules, f"{_JOIN}join.js")
    return {name: shortened(content) for name, content in sent.items()} if sent == modules else sent


def _words(theme: Theme, sites: tuple[Site, ...]) -> Iterator[Rendered]:
    """What the scripts say in each language but English; what the form to join says stands in files of its own.

    It says much of what the command tells, in the same words, and only its page fetches them: part of them once there
    is a problem, or more of the form.
    """
    scripts = tuple(theme.scripts())
    later = {f"{_JOIN}{name}.js" for name in _LATER}
    others = [content for name, content in scripts if not name.startswith(_JOIN)]
    joining = [content for name, content in scripts if name.startswith(_JOIN) and name not in later]
    more = [content for name, content in scripts if name in later]
    spoken = {
        site.interface.words.language: site for site in reversed(sites) if site.interface.words.language != SOURCE
    }
    for tag, site in sorted(spoken.items()):
        words = theme.words(site.interface.language, "browser")
        usual = phrases(words, scripts=others)
        yield Rendered(f"assets/words/{tag}.json", filed(usual))
        if not site.interface.internal:
            form = phrases(words, site.told, scripts=joining, known=[usual])
            told = phrases(words, site.told, scripts=more, known=[usual, form])
            yield Rendered(f"assets/words/join/{tag}.json", filed(form))
            yield Rendered(f"assets/words/join/more/{tag}.json", filed(told))
