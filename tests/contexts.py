"""docs/templates.md, as the views and the templates say it: what each template receives and which macros it has."""

import dataclasses
import inspect
import re
import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes
from markupsafe import Markup

from acquaint.render.about import AboutPage
from acquaint.render.asks import AsksPage
from acquaint.render.charts import ChartView
from acquaint.render.community import CommunityView
from acquaint.render.frame import FrameView
from acquaint.render.joining.page import JoinPage, QuestionView
from acquaint.render.joining.poster import PosterPage
from acquaint.render.letters import LettersView
from acquaint.render.meeting import MeetingView
from acquaint.render.missing import MissingPage
from acquaint.render.offers import OffersPage
from acquaint.render.own_pages import OwnPageView
from acquaint.render.pages import DirectoryPage, FacetIndexPage, FacetPage, MemberPage
from acquaint.render.pagination import Pages
from acquaint.render.previews import PassedOn
from acquaint.render.views import (
    CardView,
    Face,
    FacetView,
    FieldView,
    Item,
    LinkView,
    MemberView,
    ProseView,
    ValueView,
    WayView,
)
from acquaint.theme import CONTEXT, Theme

PAGES: dict[str, type] = {
    "pages/404.html": MissingPage,
    "pages/asks.html": AsksPage,
    "pages/community.html": AboutPage,
    "pages/directory.html": DirectoryPage,
    "pages/facet-index.html": FacetIndexPage,
    "pages/facet.html": FacetPage,
    "pages/join.html": JoinPage,
    "pages/member.html": MemberPage,
    "pages/offers.html": OffersPage,
    "pages/own-page.html": OwnPageView,
    "pages/poster.html": PosterPage,
}
"""The view that the macros of a page's template receive as `page`."""

INCLUDED = {
    "components/banner.html": "`frame`, as in base.html; on the page for addresses that don't exist, `page`",
    "components/colophon.html": "`frame`, as in base.html",
    "components/head.html": "`frame`, as in base.html",
    "components/preview.html": "`base_url`, the address of the public edition, or nothing",
}
"""What templates see that are put into others as they are, without a macro."""

VALUES: dict[str, Any] = {
    "words": Item, "prose": ProseView, "tags": tuple[Item, ...], "entries": tuple[Item, ...], "dated": tuple[Item, ...],
    "availability": tuple[Item, ...], "place": Item, "country": Item, "plain": Item, "languages": tuple[Item, ...],
    "links": tuple[LinkView, ...], "ways": tuple[WayView, ...], "day": str, "month-day": str, "picture": None, "sealed": None,
}  # fmt: skip
"""What each component of components/values.html draws, the `value` of a FieldView."""

PARAMETERS: dict[str, Any] = {
    "card": CardView, "chart": ChartView, "community": CommunityView, "copy": LettersView, "face": Face,
    "facets": tuple[FacetView, ...], "field": FieldView, "frame": FrameView,
    "item": Item, "meeting": MeetingView, "member": MemberView, "one": QuestionView, "pages": Pages, "passed": PassedOn, "passage": ProseView, "value": ValueView,
}  # fmt: skip
"""What macros of components are given under these names."""

HEAD = f"""# Templates

Generated from the views and the templates by `make bless`; don't edit it by hand.

This is what each template receives, for those who put one of their own in place of ours; [Make it
yours](make-it-yours.md) says how. Templates are [Jinja](https://jinja.palletsprojects.com/). What they are given is
escaped where it is shown, and a name that doesn't exist is an error with its file and line.

## Version {CONTEXT}

All of this together is **context {CONTEXT}**. A template may say which context it was written for, in a comment
anywhere in it:

```html
{{# context {CONTEXT} #}}
```

If ours has another number by then, the build says `templates/… was written for another version` and uses it all the
same.

- **Within a version** something may be added: a value, a macro, a parameter that needn't be given, a template.
- **A new version** comes when something is taken away, renamed, or given another type or meaning. The changelog says
  what to change.

What is not listed here (classes, the order of elements, our style sheets) may change at any time.

## Everywhere

| name | what it is |
|---|---|
| `_("…")`, `{{% trans %}}` | the sentence in the language of the page, where there is a translation |
| `ngettext("one", "many", n)` | the same for a number of something |
| `pgettext("context", "…")` | the same, where a short text means several things |
| `number(n)` | a number as readers of the language write it |
| `language` | the language of the interface on this page, as in `en` |

A page's template holds macros, each called with the page's view. `title`, `description` and `content` have to be
there. `head` needn't; without it, `components/preview.html` is put into the page's head.

`root`, in views and among parameters, is the way to the root of the page's language (`../../`, or nothing), and
`frame.shared` the way to the root of the edition, where `assets/` and pictures are.

Templates below `internal/` are those of the internal edition alone, each in place of the one of the same name.
`private` means: members see this, strangers don't.
"""


_OF_PAGES = ("title(page)", "description(page)", "head(page)", "content(page)")


def text() -> str:
    """The whole page."""
    theme = Theme.load()
    names = sorted(theme.templates)
    parts = [HEAD, "## The frame\n", _template("base.html", theme, f"Receives `frame`, which is {_type(FrameView)}. Put its "
             "`title`, `description`,\n`head`, `address` and `content` where they belong as they are; no filter works on them.")]  # fmt: skip
    parts.append("## Pages\n")
    parts += [_template(name, theme, f"Receives `page`, which is {_type(view)}.") for name, view in PAGES.items()]
    parts.append("## Components\n\nWhat parameters of these names are:\n")
    parts.append(_table("parameter", {name: _type(kind) for name, kind in PARAMETERS.items()}))
    parts += [
        _template(name, theme, f"Sees {INCLUDED[name]}." if name in INCLUDED else "")
        for name in names
        if name.startswith("components/")
    ]
    parts.append(
        "### What components of values draw\n\nThe `value` of a [FieldView](#fieldview), by its `component`:\n"
    )
    parts.append(_table("component", {name: _type(kind) for name, kind in VALUES.items()}))
    parts.append("## In the internal edition\n\nIn place of the ones of the same name:\n")
    parts += [_template(name, theme, "") for name in names if name.startswith("internal/")]
    parts.append("## Views\n")
    parts += [_view(view) for view in sorted(views(), key=lambda view: view.__name__.lower())]
    return "\n".join(parts).rstrip("\n") + "\n"


def views() -> set[type]:
    """Every view that a template can come by."""
    found: set[type] = set()
    waiting = [FrameView, *PAGES.values(), *VALUES.values(), *PARAMETERS.values()]
    while waiting:
        kind = waiting.pop()
        if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind not in found:
            found.add(kind)
            waiting += _members(kind).values()
        waiting += get_args(kind)
    return found


def macros(name: str, theme: Theme) -> Iterator[tuple[str, str]]:
    """(signature, what its comment says) of each macro of a template."""
    source = theme.templates[name]
    comments = {match[2]: " ".join(match[1].split()) for match in re.finditer(r"\{#-?((?:(?!#\}).)*?)-?#\}\s*\{%-?\s*macro (\w+)", source, re.DOTALL)}  # fmt: skip
    for macro in theme.environment().parse(source).find_all(nodes.Macro):
        given = [parameter.name for parameter in macro.args]
        for at, default in enumerate(macro.defaults, len(given) - len(macro.defaults)):
            given[at] += f"={_written(default)}"
        yield f"{macro.name}({', '.join(given)})", comments.get(macro.name, "")


def _written(default: nodes.Expr) -> str:
    value = default.as_const()
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


def _template(name: str, theme: Theme, receives: str) -> str:
    found = [one for one in macros(name, theme) if name not in PAGES or one[0] in _OF_PAGES]
    head = re.match(r"\s*(?:\{%[^%]*%\}\s*)*\{#-?(.*?)-?#\}", theme.templates[name], re.DOTALL)
    said = " ".join(head[1].split()) if head else ""
    if found and found[0][1] == said:
        found[0] = found[0][0], ""
    lines = [f"### {name}", "", *(part for part in (said, receives) if part)]
    if found:
        lines += ["", *(f"- `{signature}`{': ' * bool(told)}{told}" for signature, told in found)]
    return "\n".join(lines) + "\n"


def _view(view: type) -> str:
    said = [" ".join(part.split()) for part in inspect.cleandoc(view.__doc__ or "").split("\n\n")]
    return "\n\n".join([f"### {view.__name__}", *said, _table("name", {n: _type(kind) for n, kind in _members(view).items()})])  # fmt: skip


def _members(view: type) -> dict[str, Any]:
    """The fields and properties of a view, with their types."""
    hints = get_type_hints(view)
    kinds = {field.name: hints[field.name] for field in dataclasses.fields(view)}
    properties = {name: found for name, found in vars(view).items() if isinstance(found, property)}
    return kinds | {name: get_type_hints(found.fget)["return"] for name, found in properties.items()}


def _table(what: str, rows: dict[str, str]) -> str:
    return "\n".join([f"| {what} | what it is |", "|---|---|", *(f"| `{name}` | {kind} |" for name, kind in rows.items())]) + "\n"  # fmt: skip


_PLAIN = {str: "text", int: "number", bool: "true or false", Markup: "HTML", None: "nothing", type(None): "nothing", Any: "anything"}  # fmt: skip


def _type(kind: Any) -> str:
    """A type in words."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    arguments = get_args(kind)
    if get_origin(kind) is tuple and arguments[-1] is Ellipsis:
        return f"list of {_type(arguments[0])}"
    if get_origin(kind) is tuple:
        return f"({', '.join(_type(part) for part in arguments)})"
    if get_origin(kind) in (Union, types.UnionType):
        return " or ".join(_type(part) for part in arguments)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    raise TypeError(f"no words for {kind!r}")
