"""One text as YAML writes it: plain where nothing can be mistaken, else in double quotes."""

import re

FLOW_WIDTH = 90
"""Characters of the longest list that stands in one line."""

# Plain is what begins with a letter and holds no sign that YAML, its readers or a check of ours could take for more
# than a letter; a colon or # needs a sign before or behind it. Only code points are named: what counts as a letter
# changes with every Unicode. Days stand plain, too.
_PLAIN = re.compile(
    r"(?:[A-Za-z]|[^\x00-\xbf\u2000-\u206f\u3000-\u303f\uff00-\uff65])"
    r"(?:[^\n\t:#\[\]{}\"\\`“”„«»「」]|:(?=[!-~])|(?<=[!-~])#)*"
)
_DAY = re.compile("(?:[0-9]{4}-)?[0-9]{2}-[0-9]{2}")
_TAKEN = re.compile("~|null|true|false|yes|no|on|off|y|n", re.IGNORECASE | re.ASCII)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\n\t]')


def is_plain(text: str) -> bool:
    """True if `text` needs no quotes in a line of its own."""
    if _DAY.fullmatch(text):
        return True
    return _PLAIN.fullmatch(text) is not None and text == text.strip() and not _TAKEN.fullmatch(text)


def scalar(text: str) -> str:
    """`text` as the value of a key, or as a key."""
    return text if is_plain(text) else quoted(text)


def quoted(text: str) -> str:
    """`text` in double quotes, which hold everything in one line."""
    return f'"{_ESCAPED.sub(lambda found: _ESCAPES[found.group()], text)}"'


def block(text: str, indent: str) -> list[str]:
    """`text`, trimmed, as the lines of a literal block, its mark `|-` first."""
    return ["|-", *(f"{indent}{line}" if line else "" for line in text.split("\n"))]


def flow(texts: list[str]) -> str | None:
    """A list in one line; None where one of `texts` is better in a line of its own."""
    line = f"[{', '.join(texts)}]"
    fits = all(is_plain(text) and "," not in text for text in texts) and len(line) <= FLOW_WIDTH
    return line if fits else None
