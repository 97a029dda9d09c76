"""Lines as other programs and habits want them: keys in bold, several things in one line, quotation marks anywhere."""

import re
from collections.abc import Collection

from acquaint.check.mending.case import as_scalar, bare
from acquaint.load.keys import usual_key

_BOLD = re.compile(
    r"(\s*)(?:[-*+]\s+)?(?:\*\*|__|\*|_)([^*_:：]+(?:_[^*_:：]+)*)[:：]?(?:\*\*|__|\*|_)\s*[:：]?\s*(\S.*)"
)
_KEY_LINE = re.compile(r"(\s*)([^\s:：#-][^:：]*?)\s*[:：]\s*(.*)")
_EQUALS = re.compile(r"(\s*)([\w-]+)\s*=\s*(.*)")
_MARK = "\"'“”„«»「」"
_SEPARATOR = re.compile(r"\s*[,;，；、|]\s*")

Known = Collection[str]


def bold(line: str, known: Known) -> str | None:
    """A key in Markdown's bold or italics."""
    match = _BOLD.match(line)
    key = usual_key(match[2].strip(), known) if match else None
    return f"{match[1]}{key}: {match[3]}" if match and key else None


def dash_key(line: str, known: Known) -> str | None:
    """A field as an entry of a list."""
    match = re.match(r"[-*+•]\s+([\w-]+):(?:\s|$)", line)
    return re.sub(r"^[-*+•]\s+", "", line) if match and match[1] in known else None


def as_key(line: str, known: Known) -> str:
    """`line` with a key as it is called here and an ordinary colon, if it begins with a key at all."""
    line = bold(line, known) or dash_key(line, known) or line
    match = _KEY_LINE.fullmatch(line) or _EQUALS.fullmatch(line)
    key = usual_key(match[2].strip(_MARK + "\u200b\ufeff"), known) if match else None
    if match is None or key is None or match[1]:
        return line
    return f"{key}: {match[3]}".rstrip()


def in_one_line(line: str, known: Known) -> str | None:
    """`- a - b`, `"a", "b"` or `(a, b)` behind a key: a list in brackets."""
    match = re.fullmatch(r"([\w-]+:\s+)(\S.*?)\s*", line)
    if match is None:
        return None
    value = match[2]
    if re.match(r"[-•*]\s", value):
        parts = re.split(r"(?:^|\s+)[-•*]\s+", value)
    elif value[0] in _MARK and _SEPARATOR.search(value):
        parts = re.split(rf"(?<=[{_MARK}])\s*[,;，；、]\s*(?=[{_MARK}])", value)
    elif value[0] in "(（" and value[-1] in ")）":
        parts = _SEPARATOR.split(value[1:-1])
    else:
        return None
    return f"{match[1]}[{', '.join(as_scalar(bare(part), in_flow=True) for part in parts if part.strip())}]"


def quotes_in_brackets(line: str, known: Known) -> str | None:
    """Quotation marks inside brackets that don't come in pairs: every entry written anew."""
    match = re.fullmatch(r"(\s*(?:-\s+)?(?:[\w-]+:\s+)?)([\[{])(.*?)[\]}]?\s*", line)
    if match is None or not any(mark in match[3] for mark in _MARK) or re.search(r"[\[\]{}]", match[3]):
        return None
    entries = [_entry(part) for part in _SEPARATOR.split(match[3]) if part.strip()]
    return f"{match[1]}{match[2]}{', '.join(entries)}{']' if match[2] == '[' else '}'}"


def _entry(part: str) -> str:
    pair = re.match(r"[\"'“]?([\w .-]+?)[\"'”]?\s*:\s+(.*)", part.strip())
    value = (pair[2] if pair else part).strip().strip(_MARK)
    return f"{pair[1]}: {as_scalar(value, in_flow=True)}" if pair else as_scalar(value, in_flow=True)


def no_colon_before_address(line: str, known: Known) -> str | None:
    """A name and an address without the colon between them."""
    match = re.fullmatch(r"(\s+)(?:-\s+)?(\S.*?)\s*(?:\s|[=–—-]+)\s*(https?://\S+)\s*", line)
    return f"{match[1]}{as_scalar(match[2].rstrip(':'))}: {match[3]}" if match and ":" not in match[2] else None


def begins_in_brackets(line: str, known: Known) -> str | None:
    """A text whose first word stands in brackets."""
    match = re.fullmatch(r"(\s*(?:-\s+)?(?:[\w-]+:\s+)?)([\[{].*[^\s\]}])\s*", line)
    return f"{match[1]}{as_scalar(match[2])}" if match and re.match(r"[\[{][^\[\]{}]*[\]}]", match[2]) else None
