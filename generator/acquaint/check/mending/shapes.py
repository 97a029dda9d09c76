"""Values of the wrong shape: one text for a list, a list for one text, a list for keys with values."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from acquaint.check.mending.case import Case, Change, as_scalar, bare, one, quoted
from acquaint.fields.contacts import is_email, is_phone
from acquaint.messages import say
from acquaint.problems import Edit

_SPLIT = re.compile(r"\s*[,;，；、|]\s*")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_BULLETS = "-*•–—·●▪"
_SCHEME = re.compile(r"(?:https?://|www\.)\S+")


def shapes(case: Case) -> Iterator[Change]:
    """What stands under the field, in the shape that the field takes."""
    name, number = case.field()
    if not name:
        return
    block = case.entry(number)
    lines = [case.source.line(n) for n in block]
    kind = case.kind(name)
    for new in _proposals(name, kind, lines):
        if new != lines:
            yield Change((Edit(block.start, block.stop - 1, tuple(new)),))


def _proposals(name: str, kind: str, lines: list[str]) -> Iterator[list[str]]:
    value = re.sub(r"^[\w-]+\s*:\s*", "", lines[0]).strip()
    if kind in ("contact", "links"):
        # - email: …, where no - belongs.
        yield [
            lines[0],
            *(re.sub(r"^(\s*)-\s+", r"  \1" if not line[:1].isspace() else r"\1", line) for line in lines[1:]),
        ]
        yield from _ways(name, value, lines)
    elif kind in ("text", "place", "country", "timezone", "date", "month-day", "handle", "image", "dated", "language"):
        entries = _entries(value, lines)
        if entries:
            yield [f"{name}: {as_scalar(', '.join(entries))}"]
            yield [f"{name}: {as_scalar(entries[0])}"]
    else:
        entries = _entries(value, lines)
        if entries:
            yield [f"{name}:", *(f"  - {as_scalar(entry)}" for entry in entries)]


def _entries(value: str, lines: list[str]) -> list[str]:
    """The words of a list or of a mapping, however it is written, as texts."""
    below = [
        re.sub(rf"^\s*(?:[{_BULLETS}]\s*|[0-9]{{1,2}}[.)]\s+)?", "", line).rstrip()
        for line in lines[1:]
        if line.strip()
    ]
    below = [part for text in below for part in _flat(text)]
    if value and below and value[0] not in "[{\"'|>":
        return [bare(text) for text in (value, *below)]
    if value:
        inner = value.strip("[]{}（）() ")
        return [bare(part) for part in _SPLIT.split(inner) if bare(part)]
    return [bare(re.sub(r":\s*$", "", text)) for text in below]


def _flat(text: str) -> list[str]:
    """The entries of a list in brackets, else `text` alone."""
    return _SPLIT.split(text[1:-1].strip()) if re.fullmatch(r"\[[^\[\]{}]*\]", text) else [text]


def _ways(name: str, value: str, lines: list[str]) -> Iterator[list[str]]:
    """Addresses and numbers without their kinds."""
    texts = _entries(value, lines)
    found: list[str] = []
    for text in texts:
        if _SCHEME.match(text):
            url = text if "://" in text else f"https://{text}"
            host = (urlsplit(url).hostname or "").removeprefix("www.")
            found.append(f"  {as_scalar(host.split('.')[0].title() or 'Link')}: {as_scalar(url)}")
        elif is_email(text):
            found.append(f"  E-mail: mailto:{text}" if name == "links" else f"  email: {text}")
        elif is_phone(text):
            found.append(f"  phone: {quoted(text)}")
        elif match := re.match(r"([\w-]+)\s*[:：]\s*(\S.*)", text):
            value = bare(match[2])
            lacks_scheme = name == "links" and _DOMAIN.fullmatch(value)
            found.append(f"  {match[1]}: {as_scalar(f'https://{value}' if lacks_scheme else value)}")
        elif name == "contact":
            found.append(f"  other: {as_scalar(text)}")
    if len(found) == len(texts) and found:
        yield [f"{name}:", *found]


def item_in_quotes(case: Case) -> Iterator[Change]:
    """An entry of a list that holds a colon."""
    line = case.source.line(case.line)
    match = re.fullmatch(r"(\s*-\s+)([^\s\[{].*?)\s*", line)
    if match:
        yield Change(one(case.line, f"{match[1]}{quoted(bare(match[2]))}"))


def split_tag(case: Case) -> Iterator[Change]:
    """Several things in one entry, each as its own."""
    span = case.problem.span
    if span is None:
        return
    line = case.source.line(span.line)
    raw = line[span.column - 1 : span.column - 1 + span.length]
    text = case.value() if not re.search(r"[\"'“”„]", case.value()) else raw
    parts = [bare(part.strip(" .［］[]【】｛｝()（）")) for part in _SPLIT.split(text) if part.strip(" .")]
    head, tail = line[: span.column - 1], line[span.column - 1 + span.length :]
    if re.fullmatch(r"\s*-\s+", head):
        yield Change((Edit(span.line, span.line, tuple(f"{head}{as_scalar(part)}" for part in parts)),))
        return
    flow = ", ".join(as_scalar(part, in_flow=True) for part in parts)
    is_inside = case.flow_depth(span.column) > 0
    yield Change(one(span.line, f"{head}{flow if is_inside else f'[{flow}]'}{tail}"))


def hashtags(case: Case) -> Iterator[Change]:
    """Tags with a # in front, as people write them elsewhere: without it."""
    name, number = case.field()
    if case.kind(name) != "tags":
        return
    block = case.entry(number)
    lines = [case.source.line(n) for n in block]
    items = [re.fullmatch(r"(\s*-\s+)#([^\s#]+)\s*", line) for line in lines[1:]]
    if items and all(items):
        plain = (f"{item[1]}{as_scalar(item[2])}" for item in items if item)
        yield Change((Edit(block.start + 1, block.stop - 1, tuple(plain)),), fix=NO_HASH)
    elif re.fullmatch(rf"{name}\s*:(?:\s+#[^\s#,]+,?)+\s*", lines[0]):
        tags = (as_scalar(tag, in_flow=True) for tag in re.findall(r"#([^\s#,]+)", lines[0]))
        yield Change(one(number, f"{name}: [{', '.join(tags)}]"), fix=NO_HASH)


NO_HASH = say("A tag needs no # in front of it.")


def in_quotes(case: Case) -> Iterator[Change]:
    """The value with all that a # cut off, in quotation marks."""
    line = case.source.line(case.line)
    span = case.problem.span
    if span and not case.flow_depth(span.column):
        yield Change(one(case.line, f"{line[: span.column - 1].rstrip()} {quoted(line[span.column - 1 :].strip())}"))
    empty = re.match(r"(\s*(?:-\s+)?[\w-]+:\s+)(#.*?)\s*$", line)
    if empty:
        yield Change(one(case.line, empty[1] + quoted(empty[2])))
    match = re.match(r"(\s*(?:-\s+)?[\w-]+:\s+)(\[.*|\{.*)", line)
    if match:
        yield Change(
            one(
                case.line,
                match[1]
                + re.sub(
                    r"(?<=[\[,{])\s*([^,\[\]{}]*#[^,\[\]{}]*?)\s*(?=[,\]}]|$)", lambda m: f' "{m[1]}"', match[2]
                ).replace("[ ", "["),
            )
        )


def straight_quotes(case: Case) -> Iterator[Change]:
    """A value in straight quotation marks instead of curly ones, and without one that closes nothing."""
    if case.value()[:1] not in "“„«「":
        yield Change(one(case.line, case.with_value(case.value().rstrip('"”'))))
    yield Change(one(case.line, case.with_value(quoted(bare(case.value())), wrap=False)))


def no_comma(case: Case) -> Iterator[Change]:
    """The value without the comma at its end."""
    yield Change(one(case.line, case.with_value(case.value().rstrip(" ,;，；、"))))


WITHOUT_MARKUP = say("Say it in Markdown: a blank line between paragraphs, - before each entry of a list.")


def plain_text(case: Case) -> Iterator[Change]:
    """A text without the tags of HTML, and without pictures."""
    start, lines = case.line, case.source.lines
    end = max((n for n in range(start, len(lines) + 1) if re.search(r"</?[a-zA-Z!]|/?>", lines[n - 1])), default=start)
    plain = []
    for line in lines[start - 1 : end]:
        text = re.sub(r"</t[dh]>\s*<t[dh][^>]*>", " – ", line)
        text = re.sub(r"<li[^>]*>", "- ", text)
        text = re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", text)
        text = re.sub(
            r"<!--.*?-->|<a\s[^>]*href=\"(https?://[^\"]*)\"[^>]*>(.*?)</a>",
            lambda m: f"[{m[2]}]({m[1]})" if m[1] else "",
            text,
        )
        text = re.sub(r"</?[a-zA-Z!][^>]*>|^[^<]*\"\s*>", "", text).strip()
        if text:
            plain.append(text)
    yield Change((Edit(start, end, tuple(plain)),), fix=WITHOUT_MARKUP)
