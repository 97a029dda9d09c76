"""What all pages of an edition share, whatever their language: styles, scripts, their sentences, icons."""

from collections.abc import Iterator

from acquaint.catalogues import SOURCE
from acquaint.colours import LIGHT, colour
from acquaint.render import addresses
from acquaint.render.look import look_css
from acquaint.render.machines.icons import ACCENT, icons, tinted
from acquaint.render.machines.phrases import phrases
from acquaint.render.site import Site
from acquaint.rendered import Rendered
from acquaint.theme import Theme

_MARK = "icon.svg"


def shared_files(theme: Theme, sites: tuple[Site, ...]) -> Iterator[Rendered]:
    """Everything below assets/."""
    look = sites[0].community.look
    yield Rendered("assets/style.css", theme.stylesheet(look_css(look)))
    if look.logo:
        yield Rendered(addresses.LOGO, look.logo.content)
    accent = look.accent or ACCENT
    for name, content in theme.others():
        ours = name == _MARK and f"assets/{name}" not in theme.own
        yield Rendered(f"assets/{name}", tinted(content, accent) if ours else content)
    drawn = ((f"assets/{name}", content) for name, content in icons(accent, colour(sites[0].papers[0]) or LIGHT.paper))
    yield from (Rendered(path, content) for path, content in drawn if path not in theme.assets)
    yield from (Rendered(f"assets/{name}", content) for name, content in theme.scripts())
    spoken = {site.words.language: site.language for site in reversed(sites) if site.words.language != SOURCE}
    for tag, language in sorted(spoken.items()):
        yield Rendered(f"assets/words/{tag}.json", phrases(theme.words(language, "browser")))
