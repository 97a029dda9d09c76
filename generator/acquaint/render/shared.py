"""What all pages of an edition share, whatever their language: styles, scripts, their sentences, icons."""

from collections.abc import Iterator

from acquaint.catalogues import SOURCE
from acquaint.colours import LIGHT, colour
from acquaint.render import addresses
from acquaint.render.look import look_css
from acquaint.render.machines.bundle import bundled
from acquaint.render.machines.icons import ACCENT, icons, tinted
from acquaint.render.machines.phrases import phrases
from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.theme import PAGE_STYLES, Theme

_MARK = "icon.svg"
_JOIN = "js/join/"


def shared_files(theme: Theme, sites: tuple[Site, ...]) -> Iterator[Rendered]:
    """Everything below assets/."""
    look = sites[0].community.look
    yield Rendered("assets/style.css", theme.stylesheet(look_css(look)))
    if not sites[0].internal:
        yield from (Rendered(f"assets/{name}.css", theme.asset(f"css/{name}.css")) for name in PAGE_STYLES)
    if look.logo:
        yield Rendered(addresses.LOGO, look.logo.content)
    accent = look.accent or ACCENT
    for name, content in theme.others():
        ours = name == _MARK and f"assets/{name}" not in theme.own
        yield Rendered(f"assets/{name}", tinted(content, accent) if ours else content)
    drawn = ((f"assets/{name}", content) for name, content in icons(accent, colour(sites[0].papers[0]) or LIGHT.paper))
    yield from (Rendered(path, content) for path, content in drawn if path not in theme.assets)
    yield from _scripts(theme, internal=sites[0].internal)
    yield from _words(theme, sites)


def _scripts(theme: Theme, *, internal: bool) -> Iterator[Rendered]:
    """The modules one by one; those of the form to join as one or two, and in the public edition only."""
    scripts = dict(theme.scripts())
    joining = {name: content for name, content in scripts.items() if name.startswith(_JOIN)}
    sent = {} if internal else bundled(joining, f"{_JOIN}join.js")
    others = {name: content for name, content in scripts.items() if name not in joining}
    yield from (Rendered(f"assets/{name}", content) for name, content in sorted({**others, **sent}.items()))


def _words(theme: Theme, sites: tuple[Site, ...]) -> Iterator[Rendered]:
    """What the scripts say in each language but English; what the form to join says stands in files of its own.

    It says much of what the command tells, in the same words, and only its page fetches them.
    """
    scripts = tuple(theme.scripts())
    joining = [content for name, content in scripts if name.startswith(_JOIN)]
    others = [content for name, content in scripts if not name.startswith(_JOIN)]
    spoken = {site.words.language: site for site in reversed(sites) if site.words.language != SOURCE}
    for tag, site in sorted(spoken.items()):
        words = theme.words(site.language, "browser")
        yield Rendered(f"assets/words/{tag}.json", phrases(words, scripts=others))
        if not site.internal:
            yield Rendered(f"assets/words/join/{tag}.json", phrases(words, site.told, scripts=joining))
